//! What other sites show: whose an address is, and which page a player's address plays; it knows the sites' addresses
//! and nothing of how they are shown.

use std::borrow::Cow;

use super::words;
use crate::model::{At, Embed, Text, Url};

/// The sites whose names readers know better than their hosts, each with the hosts that are its own.
const SITES: [(&str, &str); 28] = [
    ("acast.com", "Acast"),
    ("podcasts.apple.com", "Apple Podcasts"),
    ("bsky.app", "Bluesky"),
    ("codepen.io", "CodePen"),
    ("dailymotion.com|dai.ly", "Dailymotion"),
    ("datawrapper.de|datawrapper.dwcdn.net", "Datawrapper"),
    ("documentcloud.org", "DocumentCloud"),
    ("facebook.com|fb.watch", "Facebook"),
    ("flickr.com", "Flickr"),
    ("flo.uri.sh|flourish.studio", "Flourish"),
    ("giphy.com", "Giphy"),
    ("maps.google.com", "Google Maps"),
    ("infogram.com", "Infogram"),
    ("instagram.com", "Instagram"),
    ("mux.com", "Mux"),
    ("pinterest.com", "Pinterest"),
    ("reddit.com", "Reddit"),
    ("scribd.com", "Scribd"),
    ("soundcloud.com", "SoundCloud"),
    ("spotify.com", "Spotify"),
    ("ted.com", "TED"),
    ("t.me", "Telegram"),
    ("threads.net", "Threads"),
    ("tiktok.com", "TikTok"),
    ("twitch.tv", "Twitch"),
    ("vimeo.com", "Vimeo"),
    ("twitter.com|x.com", "X"),
    ("youtu.be|youtube-nocookie.com|youtube.com", "YouTube"),
];

/// Returns the name of the site that an address belongs to, if readers know it by a name.
pub(super) fn site(url: &Url<'_>) -> Option<&'static str> {
    let host = url.host()?;
    if host.starts_with("google.") && url.as_str().contains("/maps") {
        return Some("Google Maps");
    }
    let is_in = |site: &str| host.strip_suffix(site).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    SITES.iter().find(|(hosts, _)| words::find(hosts, &mut |site| is_in(site)).is_some()).map(|(_, name)| *name)
}

/// Returns what an address shows: the player's address is replaced by the address of the page that it plays.
pub(super) fn embed<'a>(url: Url<'a>, at: At) -> Embed<'a> {
    let provider = site(&url).map(Text::from);
    let url = page(&url).unwrap_or(url);
    Embed { provider, url: Some(url), at, ..Embed::default() }
}

/// The page that a player plays, where its address says which.
fn page(url: &Url<'_>) -> Option<Url<'static>> {
    let host = url.host()?;
    let (_, rest) = url.as_str().split_once("//")?;
    let path = rest.get(rest.find('/')?..)?;
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = query.split('#').next().unwrap_or_default();
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    let (start, kind, id, end) = match (host.as_str(), parts.as_slice()) {
        ("youtube.com" | "youtube-nocookie.com", ["embed", "videoseries"]) => {
            ("https://www.youtube.com/playlist?list=", None, value(query, "list")?, "")
        }
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "shorts" | "v" | "live", id]) | ("youtu.be", [id]) => {
            ("https://www.youtube.com/watch?v=", None, *id, "")
        }
        ("player.vimeo.com", ["video", id]) => ("https://vimeo.com/", None, *id, ""),
        ("open.spotify.com", ["embed", kind, id]) => ("https://open.spotify.com/", Some(kind), *id, ""),
        ("dailymotion.com", ["embed", "video", id]) => ("https://www.dailymotion.com/video/", None, *id, ""),
        ("platform.twitter.com", ["embed", _]) => ("https://x.com/i/status/", None, value(query, "id")?, ""),
        ("instagram.com", [kind, id, "embed", ..]) => ("https://www.instagram.com/", Some(kind), *id, "/"),
        ("flo.uri.sh", [kind, id, "embed"]) => ("https://public.flourish.studio/", Some(kind), *id, "/"),
        ("facebook.com", ["plugins", _]) => return page_in(query, "href"),
        ("w.soundcloud.com", ["player"]) => return page_in(query, "url"),
        _ => return None,
    };
    let kind = match kind {
        Some(kind) => [word(kind)?, "/"].concat(),
        None => String::new(),
    };
    Url::parse([start, &kind, word(id)?, end].concat()).ok()
}

/// The page that a query names, which is one of the web.
fn page_in(query: &str, key: &str) -> Option<Url<'static>> {
    Url::parse(decoded(value(query, key)?)).ok().filter(|page| page.as_str().starts_with("https://"))
}

/// Returns where an address leads that only passes readers on, and counts them.
pub(super) fn target(url: &Url<'_>) -> Option<Url<'static>> {
    const WAYS: [(&str, &str); 5] = [
        (".google.com/url", "q"),
        (".google.com/url", "url"),
        (".safelinks.protection.outlook.com/", "url"),
        ("l.facebook.com/l.php", "u"),
        ("l.instagram.com/", "u"),
    ];
    let (page, query) = url.as_str().split_once('?').filter(|(page, _)| page.matches('/').count() == 3)?;
    WAYS.iter()
        .filter(|(way, _)| page.ends_with(way))
        .find_map(|(_, key)| Url::parse(decoded(value(query, key)?)).ok().filter(|page| page.host().is_some()))
}

/// What systems call what a site shows, and where the site has it, by its identifier.
pub(super) const BY_ID: [(&str, &str); 7] = [
    ("youtube", "https://www.youtube.com/watch?v="),
    ("vimeo", "https://vimeo.com/"),
    ("dailymotion", "https://www.dailymotion.com/video/"),
    ("tweet", "https://x.com/i/status/"),
    ("twitter", "https://x.com/i/status/"),
    ("instagram", "https://www.instagram.com/p/"),
    ("mux", "https://player.mux.com/"),
];

/// Returns the page of what is named by no more than a site, one of [`BY_ID`], and its identifier there.
pub(super) fn page_by_id(is_site: &dyn Fn(&str) -> bool, id: &str) -> Option<Url<'static>> {
    let (_, start) = BY_ID.iter().find(|(site, _)| is_site(site))?;
    Url::parse([start, word(id)?].concat()).ok()
}

/// Returns the part of an address that is a name or a number and nothing else.
pub(super) fn word(part: &str) -> Option<&str> {
    let is_word = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    is_word.then_some(part)
}

/// The value of a key in the query of an address.
fn value<'q>(query: &'q str, key: &str) -> Option<&'q str> {
    query.split('&').find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key)).map(|(_, value)| value)
}

/// A value of a query without its percent-encoding.
fn decoded(value: &str) -> String {
    let mut parts = value.split('%');
    let mut out = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                out.extend(part.bytes().skip(2));
            }
            None => {
                out.push(b'%');
                out.extend(part.bytes());
            }
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Returns the address that a line is nothing but.
pub(super) fn sole_address(line: &str) -> Option<&str> {
    let line = line.trim();
    let is_address = line.starts_with("http") && line.contains("://") && !line.contains(char::is_whitespace);
    is_address.then_some(line)
}

/// Returns an embed as a link to read it at, for what is nothing but an address in a paragraph of its own.
pub(super) fn from_address<'a>(address: impl Into<Cow<'a, str>>, at: At) -> Option<Embed<'a>> {
    let url = Url::parse(address).ok()?;
    site(&url)?;
    Some(embed(url, at))
}

#[cfg(test)]
mod tests {
    use super::{embed, from_address, page_by_id, target};
    use crate::model::{At, Url};

    fn check(address: &str, site: Option<&str>, page: &str) {
        let embed = embed(Url::parse(address).unwrap(), At::default());
        assert_eq!(embed.provider.as_deref(), site, "{address}");
        assert_eq!(embed.url.unwrap().as_str(), page);
    }

    #[test]
    fn a_player_plays_a_page() {
        let film = "https://www.youtube.com/watch?v=a-B_9";
        check("https://www.youtube.com/embed/a-B_9?feature=oembed", Some("YouTube"), film);
        check("//www.youtube-nocookie.com/embed/a-B_9", Some("YouTube"), film);
        check("https://youtu.be/a-B_9", Some("YouTube"), film);
        check("https://player.vimeo.com/video/76979871?h=1", Some("Vimeo"), "https://vimeo.com/76979871");
        let post =
            "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fposts%2F1";
        check(post, Some("Facebook"), "https://www.facebook.com/harbour/posts/1");
        check("https://open.spotify.com/embed/track/3x", Some("Spotify"), "https://open.spotify.com/track/3x");
    }

    #[test]
    fn what_passes_readers_on_leads_to_a_page() {
        let target =
            |address: &str| target(&Url::parse(address.to_owned()).unwrap()).map(|url| url.as_str().to_owned());
        let page = Some("https://example.org/a?b=1".to_owned());
        assert_eq!(target("https://www.google.com/url?q=https://example.org/a%3Fb%3D1&sa=D"), page);
        assert_eq!(target("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1"), page);
        assert_eq!(target("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&h=x"), page);
        assert_eq!(target("https://www.google.com/url?q=javascript%3Aalert(1)"), None);
        assert_eq!(target("https://www.google.com/url?q=%2Fa"), None);
        assert_eq!(target("https://example.org/?u=https://www.google.com/url?q=https://example.com/"), None);
    }

    #[test]
    fn what_is_not_known_stays() {
        check("https://example.com/embed/1", None, "https://example.com/embed/1");
        check("https://notyoutube.com/embed/x", None, "https://notyoutube.com/embed/x");
        check("https://www.youtube.com/embed/a%22b", Some("YouTube"), "https://www.youtube.com/embed/a%22b");
        check(
            "https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1)",
            Some("Facebook"),
            "https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1)",
        );
        assert!(from_address("https://example.com/a", At::default()).is_none());
        assert!(from_address("https://www.youtube.com/watch?v=1", At::default()).is_some());
    }

    #[test]
    fn an_identifier_leads_to_its_page() {
        let page = |name: &str, id: &str| page_by_id(&|site| name == site, id).map(|url| url.as_str().to_owned());
        assert_eq!(page("vimeo", "146022717").as_deref(), Some("https://vimeo.com/146022717"));
        assert_eq!(page("tweet", "12").as_deref(), Some("https://x.com/i/status/12"));
        for (name, id) in [("vimeo", ""), ("vimeo", "a/b"), ("gist", "1")] {
            assert_eq!(page(name, id), None, "{name} {id}");
        }
    }
}
