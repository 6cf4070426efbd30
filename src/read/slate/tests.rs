//! What the cases of the format do not show.
