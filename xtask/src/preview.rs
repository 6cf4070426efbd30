//! Serves the preview on this machine alone, with a document to open if one is given.
//! Knows files and their types, not articles.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::build::{self, Profile};
use crate::http;
use crate::place;

const ADDRESS: &str = "127.0.0.1:4173";

/// Where the document is served that the preview opens with.
const DOCUMENT: &str = "/document";

const TEXT: &str = "text/plain; charset=utf-8";

/// Builds the preview and serves it until it is stopped.
pub(crate) fn serve(document: Option<&str>) -> Result<()> {
    let document = document.map(opened).transpose()?;
    build::package(Profile::Release)?;
    let listener = TcpListener::bind(ADDRESS).with_context(|| format!("cannot listen on {ADDRESS}"))?;
    let query = document.as_deref().map_or(String::new(), query);
    println!("http://{ADDRESS}/{query}");
    http::answer(&listener, |path| {
        let (file, media_type) = find(path, document.as_deref())?;
        Some((File::open(file).ok()?, media_type))
    });
    Ok(())
}

/// Returns what tells the preview where its document is and what it is called.
fn query(document: &Path) -> String {
    let name = document.file_name().unwrap_or_default().as_encoded_bytes();
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let name = name.iter().map(|byte| if plain(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") });
    format!("?src={DOCUMENT}&name={}", name.collect::<String>())
}

/// Returns the document's place, which must be a file that can be read.
fn opened(name: &str) -> Result<PathBuf> {
    let path = fs::canonicalize(name).with_context(|| format!("cannot open `{name}`"))?;
    if !path.is_file() {
        bail!("cannot open `{name}`: it is not a file");
    }
    Ok(path)
}

/// Returns the file at a path and its type, if it may be served.
fn find(path: &str, document: Option<&Path>) -> Option<(PathBuf, &'static str)> {
    if path == DOCUMENT {
        // Whatever it is, it is read and never opened as a page.
        return Some((document?.to_path_buf(), TEXT));
    }
    let inside = Path::new(path.trim_start_matches('/'));
    if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let mut file = place::site().join(inside);
    if file.is_dir() {
        file.push("index.html");
    }
    let media_type = media_type(&file);
    Some((file, media_type))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => TEXT,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{DOCUMENT, TEXT, find, media_type, query};

    #[test]
    fn only_the_site_and_the_document_are_served() {
        let document = Path::new("/articles/a.html");
        assert_eq!(find(DOCUMENT, Some(document)), Some((document.to_path_buf(), TEXT)));
        assert_eq!(find(DOCUMENT, None), None);
        for outside in ["/../Cargo.toml", "/samples/../../x", "//etc/passwd", "/./x", "/a//../../b"] {
            let found = find(outside, None);
            assert!(
                found.as_ref().is_none_or(|(path, _)| !path.components().any(|part| part.as_os_str() == "..")),
                "{found:?}"
            );
        }
    }

    #[test]
    fn wasm_streams_only_under_its_own_type() {
        assert_eq!(media_type(Path::new("newsprint.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("page.htm")), TEXT);
    }

    #[test]
    fn the_name_of_the_document_is_escaped() {
        assert_eq!(query(Path::new("/x/a&b é.md")), "?src=/document&name=a%26b%20%C3%A9.md");
    }
}
