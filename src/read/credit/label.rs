//! The words that announce a credit; it knows what they say, not where they may stand.

use crate::model::Role;
use crate::read::words::{self, after, lower, strip};

/// What stands in front of the names in a credit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// How long it is in bytes, white space after it included.
    pub(super) len: usize,
    /// What becomes of it.
    pub(super) shown: Shown,
    /// How it is tied to the names.
    pub(super) tie: Tie,
    /// What those who are named did.
    pub(super) role: Option<Role>,
}

/// Whether a label says more than our own "Image credit:" does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// It tells the medium or is part of a phrase: it stays.
    Kept,
    /// It says no more than ours: ours stands for it.
    Replaced,
}

/// How a label is tied to the names after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// "Photo: …"
    Colon,
    /// "Photo by …"
    By,
    /// "Image courtesy of …"
    Courtesy,
    /// "© …"
    Sign,
    /// "Photo …"
    Nothing,
    /// "By …", with no word for what was made.
    Alone,
}

/// The words for what was made, by the letter they begin with; where one goes on like another, the longer one comes
/// first. Captions are looked at word by word, and most words end here. The sign before each is what [`meaning`] reads.
fn nouns(first: char) -> &'static str {
    match first {
        'a' => "/artwork|*archivfoto|*archivbild|*archieffoto|*arkivfoto|*arkivbild|*arkistokuva",
        'b' => "-bildnachweis|-bildquelle|-bildrechte|-bilder|-bild|-beeld",
        'c' => {
            "-credit foto|-credits|-credit|/cartoon|+chart|/collage|+composite|*contributed photo|*courtesy photo|\
             .crédits photo|.crédit photo|-crédits|-crédit|-créditos|-crédito"
        }
        'd' => "/drawing|/dessin",
        'f' => {
            "*file photo|*foto de archivo|*foto de arquivo|*foto d’archivio|*foto d'archivio|.fotocredit|.fotografie|.fotografía|.fotografia|.fotos|.foto|.fot.|.fotoğraf|.fotograf|.fotógrafo|.fotó"
        }
        'g' => "+graphics|+graphic|+grafik",
        'i' => {
            "-image credits|-image credit|-images|-image|/illustrations|/illustration|+infographie|-imagen|-imagem|\
             -immagine|/ilustración|/ilustração|/illustrazione|*illustrasjonsfoto"
        }
        'k' => "/karikatur|-kuva",
        'l' => ".ljósmynd",
        'm' => "+map|.mynd",
        'p' => {
            "/photo illustration|*photo d’archives|*photo d'archives|*photo d’illustration|*photo d'illustration|.photo credits|.photo credit|*photographs|*photograph|.photography|.photographer|\
             .photos|.photo|.pics|.pic|-picture credit|-pictures|-picture|*photographie|.photographe"
        }
        's' => "+screengrab|+screenshot|+skjermdump|.snimio|.sursa foto|*staff photo",
        'v' => ".valokuva|+video",
        'z' => "/zeichnung|.zdjęcie",
        '\0'..='\x7f' => "",
        _ => {
            ".фото|-снимка|.світлина|.φωτογραφία|.φωτογραφια|.φωτ.|.تصوير|-الصورة|-صورة|.عکس|.צילום|\
             -קרדיט|-फोटो|-फ़ोटो|-ছবি|-ภาพ|.写真|.撮影|.摄影|.攝影|-图片来源|-圖片來源|-图片|-图源|-照片|-图|-圖|\
             -사진 제공|-사진제공|.사진|*Ảnh minh họa|*ảnh minh họa|.Ảnh|.ảnh"
        }
    }
}

/// What becomes of a noun with this sign before it, and what those did who are named after it.
fn meaning(sign: Option<u8>) -> (Shown, Option<Role>) {
    match sign {
        Some(b'.') => (Shown::Replaced, Some(Role::Photographer)),
        Some(b'*') => (Shown::Kept, Some(Role::Photographer)),
        Some(b'/') => (Shown::Kept, Some(Role::Illustrator)),
        Some(b'+') => (Shown::Kept, None),
        Some(_) | None => (Shown::Replaced, None),
    }
}

/// The nouns that stand before a name without a sign or a word between.
const TERSE: &str = "photo|photo credit|beeld|foto|photos|fotos|фото|تصوير|צילום|사진";
/// What stands before a name.
pub(in crate::read) const BY: &str =
    "by|written by|story by|posted by|submitted by|created by|von|geschrieben von|par|por|escrito por|di|da|av|af|door";
/// Before what the picture, or a text, was taken from; a colon follows.
const SOURCES: &str = "fonte|forrás|fuente|nguồn|quelle|source|zdroj|źródło|источник|المصدر";
const COURTESY: &str = "courtesy of|courtesy|cortesía de|cortesía";
const SIGNS: &str = "©|(c)|（c）|copyright ©|copyright";

/// Returns the label that the text begins with.
pub(super) fn label(text: &str) -> Option<Label> {
    let first = lower(text.chars().next()?);
    noun(text, first).or_else(|| {
        let (shown, tie, after) = match first {
            // This one counts as a letter.
            'ⓒ' => (Shown::Kept, Tie::Sign, text.strip_prefix(first)?),
            '©' | '(' | '（' => (Shown::Kept, Tie::Sign, after(text, SIGNS)?),
            'c' => match after(text, SIGNS) {
                Some(after) => (Shown::Kept, Tie::Sign, after),
                None => (Shown::Kept, Tie::Courtesy, after(text, "courtesy of|courtesy:|cortesía de|cortesía:")?),
            },
            'a' | 'b' | 'd' | 'p' | 'v' if begins_short(text) => (Shown::Replaced, Tie::Alone, after(text, BY)?),
            'f' | 'n' | 'q' | 's' | 'z' | '\u{80}'.. => return source(text),
            _ => return None,
        };
        let after = if tie == Tie::Sign { colon(after).unwrap_or(after) } else { after };
        Some(Label { len: text.len() - after.trim_start().len(), shown, tie, role: None })
    })
}

fn source(text: &str) -> Option<Label> {
    let names = colon(after(text, SOURCES)?)?;
    Some(Label { len: text.len() - names.len(), shown: Shown::Kept, tie: Tie::Colon, role: None })
}

/// Returns whether a line begins with the word for what something was taken from.
pub(in crate::read) fn is_source(text: &str) -> bool {
    source(text).is_some()
}

/// Returns whether a line begins with the sign of copyright.
pub(in crate::read) fn is_notice(text: &str) -> bool {
    after(text, SIGNS).is_some()
}

/// Whether the first word is as short as those of [`BY`].
fn begins_short(text: &str) -> bool {
    const LONGER: usize = 5;
    !text.bytes().take(LONGER).all(|byte| byte.is_ascii_alphabetic()) || text.len() < LONGER
}

fn noun(text: &str, first: char) -> Option<Label> {
    /// No noun is shorter.
    const SHORTEST: usize = 4;
    if text.bytes().take(SHORTEST).any(|byte| byte == b' ') {
        return None;
    }
    let mut rest = None;
    let noun = words::find(nouns(first), &mut |noun| {
        rest = noun.get(1..).and_then(|noun| strip(text, noun));
        rest.is_some()
    });
    let (noun, rest) = noun.zip(rest)?;
    let (shown, role) = meaning(noun.bytes().next());
    let (tie, after) = tie(rest, noun.get(1..)?)?;
    let shown = if matches!(tie, Tie::By | Tie::Nothing) { Shown::Kept } else { shown };
    Some(Label { len: text.len() - after.trim_start().len(), shown, tie, role })
}

fn tie<'t>(rest: &'t str, noun: &str) -> Option<(Tie, &'t str)> {
    // Newsrooms of New Zealand write "Photo / …", those of Taiwan "圖／…".
    let slash = rest.strip_prefix(" / ").filter(|_| words::has(TERSE, noun));
    let slash = slash.or_else(|| words::after_sign(rest, "/／").filter(|_| !noun.is_ascii()));
    let rest = rest.trim_start();
    if let Some(names) = slash.or_else(|| colon(rest)) {
        return Some((Tie::Colon, after(names, BY).unwrap_or(names)));
    }
    if noun.ends_with('.') {
        return Some((Tie::Colon, rest));
    }
    let (tie, names) = if let Some(names) = after(rest, COURTESY) {
        (Tie::Courtesy, names)
    } else if let Some(names) = after(rest, BY).or_else(|| after(rest, "de|از")) {
        (Tie::By, names)
    } else {
        return words::has(TERSE, noun).then_some((Tie::Nothing, rest));
    };
    Some((tie, colon(names).unwrap_or(names)))
}

fn colon(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    words::after_sign(rest, ":：﹕=＝").or_else(|| rest.strip_prefix("...")).map(str::trim_start)
}
