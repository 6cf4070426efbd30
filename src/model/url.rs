//! Addresses that are safe; it knows the URL Standard's first steps and an allow-list, not what an address is for.
//!
//! The scheme is decided as a browser decides it: after the URL parser has removed the control characters and spaces
//! around the address and the tabs and line breaks inside it (URL Standard, basic URL parser, steps 1 to 3).
//! A deny-list always leaks, so only what is listed passes.

use std::borrow::Cow;

use super::relative::{resolved, scheme};

/// An address that is safe to follow: `http`, `https`, `mailto`, `tel`, or relative to the page.
///
/// ```
/// use newsprint::model::{UnsafeUrl, Url};
/// assert_eq!(Url::parse("https://example.com/été").unwrap().as_str(), "https://example.com/été");
/// assert_eq!(Url::parse("//example.com/a b").unwrap().as_str(), "https://example.com/a%20b");
/// assert_eq!(Url::parse(" java\nscript:alert(1)"), Err(UnsafeUrl::Scheme));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url<'a>(Cow<'a, str>);

/// An address that is safe to load a picture, sound or film from: `http`, `https`, or relative to the page.
///
/// ```
/// use newsprint::model::MediaUrl;
/// assert!(MediaUrl::parse("/media/ferry.jpg").is_ok());
/// assert!(MediaUrl::parse("mailto:desk@example.com").is_err());
/// assert!(MediaUrl::parse("data:image/svg+xml,<svg/>").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaUrl<'a>(Cow<'a, str>);

/// Why an address is not safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsafeUrl {
    /// There is nothing in it.
    Empty,
    /// It is longer than 8,192 bytes, as it is written out.
    TooLong,
    /// Its scheme is not on the list.
    Scheme,
    /// It has no host, or a user name or a backslash where a browser would read a host.
    Host,
}

const LONGEST: usize = 8192;

impl<'a> Url<'a> {
    /// Returns the address in the form in which it is written out.
    ///
    /// # Errors
    ///
    /// When a browser could read it as anything that is not on the list.
    pub fn parse(address: impl Into<Cow<'a, str>>) -> Result<Self, UnsafeUrl> {
        parse(address.into(), &["http", "https", "mailto", "tel"]).map(Self)
    }

    /// Returns the address as it is written out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name of the site, without the `www.` that says nothing.
    ///
    /// ```
    /// use newsprint::model::Url;
    /// assert_eq!(Url::parse("https://www.example.org:80/a").unwrap().host().as_deref(), Some("example.org"));
    /// assert_eq!(Url::parse("/a").unwrap().host(), None);
    /// ```
    #[must_use]
    pub fn host(&self) -> Option<String> {
        let (_, rest) = self.as_str().split_once("//")?;
        let authority = rest.split(['/', '?', '#', '\\']).next()?;
        let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
        let host = host.strip_prefix("www.").unwrap_or(&host);
        (!host.is_empty()).then(|| host.to_owned())
    }

    /// Resolves the address against that of the page that it was written for, if it is relative to it and does not point
    /// into it.
    ///
    /// ```
    /// use newsprint::model::Url;
    /// let mut url = Url::parse("../timetable?day=1").unwrap();
    /// url.resolve(&Url::parse("https://example.org/news/ferry").unwrap());
    /// assert_eq!(url.as_str(), "https://example.org/timetable?day=1");
    /// ```
    pub fn resolve(&mut self, base: &Url<'_>) {
        resolve(&mut self.0, base);
    }

    /// Returns the fragment's name if the address points into the page that it stands on.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.0.strip_prefix('#')
    }
}

impl<'a> MediaUrl<'a> {
    /// Returns the address in the form in which it is written out.
    ///
    /// # Errors
    ///
    /// When a browser could read it as anything that is not on the list.
    pub fn parse(address: impl Into<Cow<'a, str>>) -> Result<Self, UnsafeUrl> {
        parse(address.into(), &["http", "https"]).map(Self)
    }

    /// Returns the address as it is written out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Resolves the address as [`Url::resolve`] does.
    pub fn resolve(&mut self, base: &Url<'_>) {
        resolve(&mut self.0, base);
    }
}

/// What is resolved has the scheme and the host of the base, which are safe.
fn resolve(address: &mut Cow<'_, str>, base: &Url<'_>) {
    if let Some(resolved) = resolved(base.as_str(), address) {
        *address = Cow::Owned(resolved);
    }
}

impl UnsafeUrl {
    /// Returns what is wrong, as the end of a sentence that begins with the address.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Empty => "is empty",
            Self::TooLong => "is longer than 8,192 bytes",
            Self::Scheme => "has a scheme that is not known to be safe",
            Self::Host => "has no host, or a user name or a backslash before it",
        }
    }
}

fn parse<'a>(address: Cow<'a, str>, schemes: &[&str]) -> Result<Cow<'a, str>, UnsafeUrl> {
    let address = as_a_browser_reads_it(address);
    if address.is_empty() {
        return Err(UnsafeUrl::Empty);
    }
    if address.len() > LONGEST {
        return Err(UnsafeUrl::TooLong);
    }
    match scheme(&address) {
        Some(scheme) => {
            let allowed = schemes.iter().find(|allowed| allowed.eq_ignore_ascii_case(scheme));
            if allowed.ok_or(UnsafeUrl::Scheme)?.starts_with("http") {
                let after = address.get(scheme.len() + 1..).unwrap_or_default();
                has_plain_host(after.strip_prefix("//").ok_or(UnsafeUrl::Host)?)?;
            }
        }
        None => {
            if let Some(host) = address.strip_prefix("//") {
                has_plain_host(host)?;
                return Ok(Cow::Owned(format!("https:{address}")));
            }
            // A browser reads `/\host` and `\\host` as it reads `//host`.
            if address.starts_with('\\') || address.starts_with("/\\") {
                return Err(UnsafeUrl::Host);
            }
        }
    }
    Ok(address)
}

/// Whether what stands before the path is a host that reads the same to everybody, with a port if there is one.
fn has_plain_host(after_slashes: &str) -> Result<(), UnsafeUrl> {
    let bytes = after_slashes.as_bytes();
    let mut port = None;
    let mut end = bytes.len();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'/' | b'?' | b'#' => {
                end = at;
                break;
            }
            b':' => port = Some(at),
            b'0'..=b'9' => {}
            b'@' | b'\\' | b'%' | b'<' | b'>' | b'"' | b'\'' | b'^' | b'|' | b'`' | b'{' | b'}' | 0..=b' ' | 0x7f => {
                return Err(UnsafeUrl::Host);
            }
            // A letter after a colon: what the colon began is no port, unless the brackets of an IPv6 address follow.
            _ => port = None,
        }
    }
    if port.unwrap_or(end) == 0 { Err(UnsafeUrl::Host) } else { Ok(()) }
}

/// Removes what a URL parser removes, and percent-encodes what must not stand in an attribute or reorders its text.
fn as_a_browser_reads_it(address: Cow<'_, str>) -> Cow<'_, str> {
    // Without a branch, so that the compiler looks at many bytes at once.
    let is_plain = |byte: &u8| (*byte > b' ') & (*byte < 0x7f) & !matches!(byte, b'"' | b'<' | b'>' | b'`');
    let is_all_plain = address.as_bytes().iter().fold(true, |are_plain, byte| are_plain & is_plain(byte));
    if is_all_plain || !address.contains(must_be_rewritten) {
        return address;
    }
    let trimmed = address.trim_matches(|c| c <= ' ');
    let mut out = String::with_capacity(trimmed.len() + 16);
    for c in trimmed.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            _ if must_be_rewritten(c) => percent_encode(c, &mut out),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn must_be_rewritten(c: char) -> bool {
    c <= ' '
        || matches!(c, '"' | '<' | '>' | '`' | '\u{7f}'..='\u{a0}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
        || u32::from(c) & 0xfffe == 0xfffe
}

fn percent_encode(c: char, out: &mut String) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut utf8 = [0; 4];
    for byte in c.encode_utf8(&mut utf8).bytes() {
        out.push('%');
        out.extend([byte >> 4, byte & 15].map(|nibble| HEX.get(usize::from(nibble)).copied().unwrap_or('0')));
    }
}

#[cfg(test)]
mod tests {
    use super::{UnsafeUrl, Url};

    fn check(input: &str, expected: Result<&str, UnsafeUrl>) {
        let parsed = Url::parse(input);
        assert_eq!(parsed.as_ref().map(Url::as_str).map_err(|error| *error), expected, "{input:?}");
    }

    #[test]
    fn what_the_list_has_passes_as_it_is() {
        for url in [
            "https://example.com/w_100,h_200/x.jpg",
            "tel:+442079460000",
            "./a:b",
            "?page=2",
            "#note",
            "/javascript:x",
            "it's",
            "HTTP://h",
        ] {
            check(url, Ok(url));
        }
        check("//cdn.example.com/x", Ok("https://cdn.example.com/x"));
        check("  /a\tb c\" ", Ok("/ab%20c%22"));
    }

    #[test]
    fn what_it_does_not_have_is_refused() {
        for url in [
            "javascript:x",
            "JaVa\nScRiPt:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "x-y.z+1:a",
        ] {
            check(url, Err(UnsafeUrl::Scheme));
        }
        for url in
            ["https:/example.com", "https://", "https://user@example.com", "/\\evil", "\\\\evil", "https://a\\b/", "//"]
        {
            check(url, Err(UnsafeUrl::Host));
        }
        check(" \n", Err(UnsafeUrl::Empty));
    }

    #[test]
    fn what_is_written_out_is_not_too_long() {
        let url = |signs: usize| Url::parse(["/", &"\"".repeat(signs)].concat()).map(|url| url.as_str().len());
        assert_eq!((url(2730), url(2731)), (Ok(8191), Err(UnsafeUrl::TooLong)));
    }
}
