//! The credit in a caption.
