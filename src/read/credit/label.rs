//! The words that announce a credit; it knows what they say, not where they may stand.

use crate::model::Role;

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

use Shown::{Kept, Replaced};

const PHOTOGRAPHER: Option<Role> = Some(Role::Photographer);
const ILLUSTRATOR: Option<Role> = Some(Role::Illustrator);

/// The words for what was made, in lower case; where one begins like another, the longer one comes first.
const NOUNS: &[(&str, Shown, Option<Role>)] = &[
    ("photo illustration", Kept, ILLUSTRATOR),
    ("photo credits", Replaced, PHOTOGRAPHER),
    ("photo credit", Replaced, PHOTOGRAPHER),
    ("photographs", Kept, PHOTOGRAPHER),
    ("photograph", Kept, PHOTOGRAPHER),
    ("photography", Replaced, PHOTOGRAPHER),
    ("photographer", Replaced, PHOTOGRAPHER),
    ("photos", Replaced, PHOTOGRAPHER),
    ("photo", Replaced, PHOTOGRAPHER),
    ("image credits", Replaced, None),
    ("image credit", Replaced, None),
    ("images", Replaced, None),
    ("image", Replaced, None),
    ("picture credit", Replaced, None),
    ("pictures", Replaced, None),
    ("picture", Replaced, None),
    ("credits", Replaced, None),
    ("credit", Replaced, None),
    ("illustrations", Kept, ILLUSTRATOR),
    ("illustration", Kept, ILLUSTRATOR),
    ("drawing", Kept, ILLUSTRATOR),
    ("cartoon", Kept, ILLUSTRATOR),
    ("artwork", Kept, ILLUSTRATOR),
    ("composite", Kept, None),
    ("graphic", Kept, None),
    ("graphics", Kept, None),
    ("fotocredit", Replaced, PHOTOGRAPHER),
    ("fotografie", Replaced, PHOTOGRAPHER),
    ("fotografía", Replaced, PHOTOGRAPHER),
    ("fotografia", Replaced, PHOTOGRAPHER),
    ("fotos", Replaced, PHOTOGRAPHER),
    ("foto", Replaced, PHOTOGRAPHER),
    ("bildnachweis", Replaced, None),
    ("bildquelle", Replaced, None),
    ("bildrechte", Replaced, None),
    ("bilder", Replaced, None),
    ("bild", Replaced, None),
    ("grafik", Kept, None),
    ("zeichnung", Kept, ILLUSTRATOR),
    ("karikatur", Kept, ILLUSTRATOR),
    ("crédits photo", Replaced, PHOTOGRAPHER),
    ("crédit photo", Replaced, PHOTOGRAPHER),
    ("crédits", Replaced, None),
    ("crédit", Replaced, None),
    ("photographie", Kept, PHOTOGRAPHER),
    ("dessin", Kept, ILLUSTRATOR),
    ("infographie", Kept, None),
    ("créditos", Replaced, None),
    ("crédito", Replaced, None),
    ("imagen", Replaced, None),
    ("imagem", Replaced, None),
    ("immagine", Replaced, None),
    ("ilustración", Kept, ILLUSTRATOR),
    ("ilustração", Kept, ILLUSTRATOR),
    ("illustrazione", Kept, ILLUSTRATOR),
    ("valokuva", Replaced, PHOTOGRAPHER),
    ("kuva", Replaced, None),
    ("zdjęcie", Replaced, PHOTOGRAPHER),
    ("fot.", Replaced, PHOTOGRAPHER),
    ("фото", Replaced, PHOTOGRAPHER),
    ("φωτογραφία", Replaced, PHOTOGRAPHER),
    ("تصوير", Replaced, PHOTOGRAPHER),
    ("الصورة", Replaced, None),
    ("صورة", Replaced, None),
    ("צילום", Replaced, PHOTOGRAPHER),
    ("fotoğraf", Replaced, PHOTOGRAPHER),
    ("写真", Replaced, PHOTOGRAPHER),
    ("摄影", Replaced, PHOTOGRAPHER),
    ("图片", Replaced, None),
    ("사진", Replaced, PHOTOGRAPHER),
];

/// The nouns that stand before a name without a sign or a word between.
const TERSE: &[&str] = &["photo", "foto", "photos", "fotos", "фото", "تصوير", "צילום", "사진"];

const BY: &[&str] = &["by", "von", "par", "por", "di", "da", "av", "af", "door"];
const COURTESY: &[&str] = &["courtesy of", "courtesy"];
const SIGNS: &[&str] = &["©", "(c)", "copyright ©", "copyright"];

/// Returns the label that the text begins with.
pub(super) fn label(text: &str) -> Option<Label> {
    named(text).or_else(|| sign(text)).or_else(|| courtesy(text)).or_else(|| alone(text))
}

fn named(text: &str) -> Option<Label> {
    let (noun, shown, role) = *NOUNS.iter().find(|(noun, ..)| strip(text, noun).is_some())?;
    let rest = strip(text, noun)?;
    let (tie, after) = tie(rest, noun)?;
    let shown = if matches!(tie, Tie::By | Tie::Nothing) { Kept } else { shown };
    Some(Label { len: text.len() - after.trim_start().len(), shown, tie, role })
}

fn tie<'t>(rest: &'t str, noun: &str) -> Option<(Tie, &'t str)> {
    let rest = rest.trim_start();
    if let Some(after) = colon(rest) {
        return Some((Tie::Colon, strip_any(after, BY).unwrap_or(after)));
    }
    if noun.ends_with('.') {
        return Some((Tie::Colon, rest));
    }
    strip_any(rest, COURTESY)
        .map(|after| (Tie::Courtesy, colon(after).unwrap_or(after)))
        .or_else(|| strip_any(rest, BY).map(|after| (Tie::By, colon(after).unwrap_or(after))))
        .or_else(|| TERSE.contains(&noun).then_some((Tie::Nothing, rest)))
}

fn colon(rest: &str) -> Option<&str> {
    rest.trim_start().strip_prefix([':', '：', '﹕']).map(str::trim_start)
}

fn sign(text: &str) -> Option<Label> {
    let after = SIGNS.iter().find_map(|sign| strip(text, sign))?;
    let after = colon(after).unwrap_or(after).trim_start();
    Some(Label { len: text.len() - after.len(), shown: Kept, tie: Tie::Sign, role: None })
}

fn courtesy(text: &str) -> Option<Label> {
    let after = strip(text, "courtesy of")?.trim_start();
    Some(Label { len: text.len() - after.len(), shown: Kept, tie: Tie::Courtesy, role: None })
}

fn alone(text: &str) -> Option<Label> {
    let after = strip_any(text, BY)?.trim_start();
    Some(Label { len: text.len() - after.len(), shown: Replaced, tie: Tie::Alone, role: None })
}

/// Returns what follows any of the words.
pub(super) fn strip_any<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| strip(text, word))
}

/// Returns what follows the word, which is in lower case, whatever the case of the text; a longer word does not count.
fn strip<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq([expected]) {
            return None;
        }
    }
    let rest = rest.as_str();
    let ends_in_letter = word.chars().next_back().is_some_and(char::is_alphanumeric);
    (!ends_in_letter || !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}
