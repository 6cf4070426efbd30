//! Schemes and relative addresses; it knows how these are resolved (RFC 3986, section 5), not where they stand.

/// Returns the address that a relative one is an abbreviation of, seen from `base`; nothing for one that needs no base,
/// or that points into the page that it stands on, and for a base that is no page's.
pub(super) fn resolved(base: &str, address: &str) -> Option<String> {
    if address.starts_with('#') || scheme(address).is_some() {
        return None;
    }
    let base = base.split('#').next().unwrap_or(base);
    let scheme = scheme(base)?.len() + 1;
    let after = base.get(scheme..)?;
    // RFC 3986, section 3.2: the authority ends at the next slash, question mark or number sign.
    let host =
        after.strip_prefix("//").filter(|_| base.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("http")))?;
    let authority = 2 + host.find(['/', '?']).unwrap_or(host.len());
    let (origin, rest) = base.split_at_checked(scheme + authority)?;
    let (base_path, base_query) = split_at(rest, '?');
    let (before_fragment, fragment) = split_at(address, '#');
    let (path, query) = split_at(before_fragment, '?');
    let (path, query) = if path.is_empty() {
        (base_path.to_owned(), if query.is_empty() { base_query } else { query })
    } else {
        let merged = if path.starts_with('/') { path.to_owned() } else { [folder(base_path), path].concat() };
        (without_dots(&merged), query)
    };
    Some([origin, &path, query, fragment].concat())
}

/// Returns the scheme, if a browser would find one (RFC 3986, section 3.1). A relative address has none before its first
/// `/`, `?` or `#`.
pub(super) fn scheme(address: &str) -> Option<&str> {
    let is_of_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let end = address.as_bytes().iter().position(|byte| !is_of_scheme(byte))?;
    let (scheme, rest) = address.split_at_checked(end)?;
    (rest.starts_with(':') && scheme.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(scheme)
}

/// What stands before a character, and the rest with it.
fn split_at(text: &str, at: char) -> (&str, &str) {
    text.split_at_checked(text.find(at).unwrap_or(text.len())).unwrap_or((text, ""))
}

/// The path up to its last slash; an address that ends with its host has the root.
fn folder(path: &str) -> &str {
    path.rfind('/').and_then(|slash| path.get(..=slash)).unwrap_or("/")
}

/// RFC 3986, section 5.2.4.
fn without_dots(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        match segment {
            ".." => out.truncate(out.rfind('/').unwrap_or(0)),
            "." => {}
            _ => out.extend(["/", segment]),
        }
        if is_last && matches!(segment, "." | "..") {
            out.push('/');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::resolved;

    fn check(address: &str, expected: &str) {
        assert_eq!(resolved("http://a/b/c/d;p?q", address).as_deref(), Some(expected), "{address:?}");
    }

    /// The examples of RFC 3986, sections 5.4.1 and 5.4.2, less those that need no base.
    #[test]
    fn the_examples_of_the_standard() {
        for (address, expected) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("g;x=1/../y", "http://a/b/c/y"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
        ] {
            check(address, expected);
        }
    }

    #[test]
    fn what_needs_no_base_stays() {
        for address in ["#s", "https://example.com/x", "mailto:desk@example.com", "g:h"] {
            assert_eq!(resolved("https://example.org/a", address), None, "{address:?}");
        }
        for base in ["", "/a", "mailto://desk@example.com", "tel:1"] {
            assert_eq!(resolved(base, "/b"), None, "{base:?}");
        }
    }

    #[test]
    fn a_base_may_end_with_its_host() {
        assert_eq!(resolved("https://example.org", "a/./b").as_deref(), Some("https://example.org/a/b"));
        assert_eq!(resolved("https://example.org?x#y", "?z").as_deref(), Some("https://example.org?z"));
    }
}
