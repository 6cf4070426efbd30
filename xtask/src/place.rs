//! Where things lie in the checkout.

use std::env;
use std::path::PathBuf;

/// Returns the top folder of the checkout.
pub(crate) fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let mut root = PathBuf::from(xtask);
    root.pop();
    root
}

/// Returns the folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Returns the folder of the npm package.
pub(crate) fn npm() -> PathBuf {
    root().join("npm")
}

/// Returns the folder of the preview's sources.
pub(crate) fn www() -> PathBuf {
    root().join("www")
}

/// Returns the folder of the preview as a static site.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}
