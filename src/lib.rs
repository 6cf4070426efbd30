//! Newsprint.
pub mod diagnostic;
pub mod html;
pub mod json;
pub mod model;
pub mod read;
