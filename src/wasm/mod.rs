//! The edge to JavaScript: decode, call, encode; it decides nothing.
