//! What pages have around an article for those who use them, such as buttons and labels; it knows their words, not where
//! they stand.

use super::words;

/// What stands alone above an advertisement, below an article, or on a button that is there for every article.
const CONTROLS: &str = "share this article|share or comment on this article|leave a comment|leave a reply|schreibe einen kommentar|laisser un commentaire|deja un comentario|deja una respuesta|lascia un commento|deixe um comentário|advertisement|advertisment|advertisement · scroll to continue|skip advertisement|supported by|story continues below advertisement|article continues below advertisement|article continues after advertisement|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|© riproduzione riservata|riproduzione riservata|annonse|annons|annonce|reklame|reklam|mainos|advertentie|реклама|إعلان|広告|skip to content|jump to navigation|jump to search|from wikipedia, the free encyclopedia|skip to main content|skip to article|continue reading the main story|share this|share this page|share article|save for later|gift this article|copy link|view comments|show comments|listen to this article|artikel teilen|partager l'article|sdílet článek|share this story|share this post|print this page|follow us|share on|share your voice|back to top|scroll to top|jump to comments|read comments|reader comments|continue reading|sponsored content|sponsored stories|promoted content|text size";
/// What stands alone above an advertisement or a picture, and on buttons, and may be the word of a heading or a table.
const LABELS: &str = "ad|photo|sponsored|sign in|log in|sign up";
/// What buttons do with an article.
const ACTIONS: &str = "share|shares|tweet|tweets|email|e-mail|mail|print|save|comment|comments|follow|subscribe|sign|login|close|menu|search|copy|like|likes|pin|recommend|reprints|enviar|kopieren|copier|copiar|copia|udostępnij|teilen|drucken|merken|partager|imprimer|envoyer|compartir|guardar|condividi|stampa|delen|dela|compartilhar|sdílet|поделиться|分享|シェア|공유";
/// What stands beside these words on buttons.
const BESIDE: &str = "facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|flipboard|telegram|messenger|bluesky|threads|tumblr|xing|line|pocket|sms|instagram|youtube|google+|rss|delicious|digg|stumbleupon|sharing|photo|image|more|on|via|by|to|with|us|in|up|this|article|story|page|post|link|le|lien|enlace|auf|per|sur|par|en|por|su|no|op|på|na";

/// Returns whether a line is on a page for those who use it, and no part of any article.
pub(super) fn is_control(line: &str) -> bool {
    words::has_lower(CONTROLS, line) || is_reading_time(line)
}

/// Returns whether a line is one of those, or a label.
pub(super) fn is_control_or_label(line: &str) -> bool {
    is_control(line) || is_label(line)
}

/// Returns whether a line is a label that may be a word of a heading or a table as well.
pub(super) fn is_label(line: &str) -> bool {
    words::has_lower(LABELS, line)
}

/// Returns whether a line has no words but those of buttons, and numbers.
pub(super) fn may_be_control(line: &str) -> bool {
    let is_known =
        |word: &str| words::are_digits(word) || words::has_lower(ACTIONS, word) || words::has_lower(BESIDE, word);
    is_control_or_label(line) || line.split_whitespace().all(is_known)
}

/// Returns whether a line has a word for what a button does.
pub(super) fn has_action(line: &str) -> bool {
    line.split_whitespace().any(|word| words::has_lower(ACTIONS, word))
}

/// Returns whether a text says how long it takes to read an article, and nothing else.
pub(super) fn is_reading_time(text: &str) -> bool {
    const UNITS: &str = "min read|mins read|minute read|minutes read|min. read|min lesezeit|minuten lesezeit|min de lecture|min de lectura|min de leitura|min di lettura|min leestijd|мин чтения";
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < text.len() && words::has_lower(UNITS, words::trim_start_of(unit, " -"))
}
