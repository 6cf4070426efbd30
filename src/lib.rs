//! Reads a news article and renders accessible HTML.
