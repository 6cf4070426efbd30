//! Which words name a picture agency or a licence; it knows names, not where they stand.

use crate::read::words;

/// Agencies and libraries by the letter that they begin with, in the spelling that credits use. Names of up to four
/// letters count in this case or in capitals only, because they are words or initials too. A plus stands before the
/// libraries that add words of their own to their name, as in "Getty Images Plus".
fn agencies(first: char) -> &'static str {
    match first {
        'a' => {
            "AA|AAP|ABACA|ABACAPRESS|ADN-Zentralbild|Adobe Stock|AFP|Afp|Agence France-Presse|Agencia EFE|Agencja Gazeta|\
             Agerpres|akg-images|Al Jazeera|+Alamy|Alamy Live News|Alamy Stock Photo|+Anadolu|Anadolu Agency|ANP|ANSA|Ansa|\
             Antara|AP|APA|Associated Press|ATP"
        }
        'b' => "Belga|Bettmann|Bildbyrån|Bloomberg|Bridgeman Images",
        'c' => "Camera Press|Canadian Press|CITYPRESS|Contrasto|Corbis",
        'd' => "dapd|ddp|ddp images|Depositphotos|DHA|dpa|dpa-Zentralbild|Dreamstime|DPPI",
        'e' => "EFE|EPA|Epa|EPA-EFE|epd|Europa Press|EyeEm",
        'f' => "Facebook|Flickr|Fotolia|Freepik",
        'g' => "Gallo Images|Gamma-Rapho|Getty|+Getty Images",
        'h' => "Hans Lucas|Hollandse Hoogte",
        'i' => "IANS|Icon Sport|Icon Sportswire|IMAGO|Imaginechina|Imagn Images|Instagram|+iStock|iStockphoto",
        'j' => "JIJI",
        'k' => "KEYSTONE|KNA|Kyodo|Kyodo News",
        'l' => "laif|LaPresse|LUSA|Lehtikuva",
        'm' => "Magnum|Magnum Photos|MAXPPP|MTI",
        'n' => "NTB|NTB scanpix|NurPhoto",
        'o' => "Ostkreuz",
        'p' => {
            "PA|PA Images|PA Media|PA Wire|PAP|Panos|Panos Pictures|Pexels|photothek|+picture alliance|\
             picture-alliance|Pixabay|Press Association|PTI"
        }
        'r' => "Redux|Reporters|Reuters|Rex|Rex Features|REX/Shutterstock|RIA Novosti|Ritzau Scanpix",
        's' => "Scanpix|Science Photo Library|+Shutterstock|SID|+Sipa|Sipa Press|Sipa USA|SOPA Images|Sputnik",
        't' => "TASS|The Associated Press|The Canadian Press|Thinkstock|TikTok|TT|TT Nyhetsbyrån|Twitter",
        'u' => "ullstein bild|UPI|Unsplash|USA TODAY Sports",
        'v' => "VII|VCG",
        'w' => "Wikimedia|Wikimedia Commons|WENN",
        'x' => "Xinhua|Xinhua News Agency",
        'y' => "Yonhap|YouTube",
        'z' => "ZUMA|ZUMA Press|ZUMA Wire",
        '\0'..='\x7f' => "",
        _ => {
            "أسوشيتد برس|الأناضول|الأوروبية|الجزيرة|الفرنسية|أ ف ب|أ.ف.ب|رويترز|غيتي|وكالة الأناضول|ČTK|Рейтер|РИА Новости|ТАСС|\
             ＡＦＰ|ＡＰ|ロイター|共同|新华社|新華社|時事|路透|路透社|뉴스1|뉴시스|연합뉴스"
        }
    }
}

/// What an agency adds to its name in a credit, as in "AP Photo".
const PICTURE_WORDS: &str = "photo|photos|foto|image|images|picture|via";

/// What a credit says beside names: where the picture lay, and its terms.
const REMARKS: &str = "all rights reserved|archiv|archive|archives|archivbild|archivfoto|courtesy photo|file|file image|\
    file photo|file picture|handout|montage|pool|privat|private|privé|pool photo|public domain|\
    royalty free|royalty-free|stock|stock image|stock photo|symbolbild|symbolfoto";

/// What stands alone in brackets where nobody is named.
const GIFTS: &str = "contributed photo|courtesy photo|file photo|handout|handout photo|provided photo|submitted photo|supplied|\
    supplied photo";

/// Returns whether words say no more than that a picture was given.
pub(super) fn is_gift(words: &str) -> bool {
    words::has_lower(GIFTS, words)
}

/// Returns the agency's name if the words name one: "AP" of "AP Photo".
pub(super) fn agency(words: &str) -> Option<&str> {
    let words = words.trim();
    if is_agency(words) {
        return Some(words);
    }
    let (name, last) = words.rsplit_once(char::is_whitespace)?;
    let name = name.trim_end();
    (words::has_lower(PICTURE_WORDS, last) && is_agency(name)).then_some(name)
}

fn is_agency(words: &str) -> bool {
    let words = words.strip_suffix(".com").unwrap_or(words);
    let Some(first) = words.chars().next() else { return false };
    let mut names = |agency: &str| match agency.strip_prefix('+') {
        Some(family) => is_spelt(words, family) || is_of(words, family),
        None => is_spelt(words, agency),
    };
    words::find(agencies(first.to_ascii_lowercase()), &mut names).is_some()
}

fn is_spelt(words: &str, agency: &str) -> bool {
    const INITIALS: usize = 4;
    words.eq_ignore_ascii_case(agency)
        && (agency.len() > INITIALS || words == agency || !words.bytes().any(|byte| byte.is_ascii_lowercase()))
}

/// Whether the words are a family's name and one or two more with a capital.
fn is_of(words: &str, family: &str) -> bool {
    let Some((start, rest)) = words.split_at_checked(family.len()) else { return false };
    if !start.eq_ignore_ascii_case(family) {
        return false;
    }
    let Some(rest) = rest.strip_prefix(' ') else { return false };
    let (first, second) = rest.split_once(' ').unwrap_or((rest, rest));
    first.starts_with(words::is_capital) && second.starts_with(words::is_capital) && !second.contains(' ')
}

/// Returns whether the words say where a picture lay, when it was made, or under which terms it is used.
pub(super) fn is_remark(words: &str) -> bool {
    let words = words.trim();
    words::has_lower(REMARKS, words) || is_licence(words) || is_number(words)
}

/// Returns whether the words name a public licence.
pub(super) fn is_licence(words: &str) -> bool {
    let words = words.trim();
    words.starts_with("CC BY") || words.starts_with("CC0") || words.starts_with("CC-BY") || words.starts_with("GFDL")
}

fn is_number(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
}
