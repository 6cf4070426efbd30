//! The lines around a headline: breadcrumb, byline and dates; it knows the words that newsrooms use there.

use super::super::{controls, credit, words};
use crate::model::{
    Article, Contributor, Crumb, Date, Language, Role, is_letter, is_letter_or_digit, plain_line, plain_text,
};

/// The word for the front page, in lower case.
const FRONT_PAGES: &str = "home|homepage|front page|start|startseite|accueil|à la une|inicio|portada|início|hem|hjem|forside|\
    etusivu|strona główna|главная|αρχική|anasayfa|ana sayfa|الرئيسية|الصفحة الرئيسية|דף הבית|صفحه اصلی|\
    ホーム|首页|首頁|홈";

/// Words of a header that are one language's alone. English ones stand in pages of other languages too.
const LANGUAGES: [(&str, &str); 18] = [
    ("ar", "بقلم|كتب|نُشر|نشر|تاريخ النشر|آخر تحديث|الرئيسية|الصفحة الرئيسية"),
    ("da", "af|publiceret|opdateret"),
    ("de", "von|veröffentlicht|aktualisiert|zuletzt aktualisiert|stand|startseite"),
    ("el", "αρχική"),
    ("es", "actualizado|inicio|portada"),
    ("fi", "etusivu|julkaistu|päivitetty"),
    ("fr", "par|publié|mis à jour|accueil|à la une"),
    ("he", "מאת|פורסם|עודכן|דף הבית"),
    ("it", "di|pubblicato|aggiornato"),
    ("ja", "ホーム"),
    ("ko", "홈|입력|송고시간|등록"),
    ("nb", "publisert|oppdatert"),
    ("nl", "door|gepubliceerd|bijgewerkt"),
    ("pl", "strona główna|opublikowano"),
    ("pt", "atualizado|início"),
    ("ru", "автор|опубликовано|обновлено|главная"),
    ("sv", "publicerad|uppdaterad|hem"),
    ("tr", "anasayfa|ana sayfa"),
];

/// Learns the language of an article from what a line of its header begins with, if that leaves no doubt.
pub(super) fn learn(line: &str, article: &mut Article<'_>) {
    let known = || LANGUAGES.iter().find(|(_, list)| words::after(line, list).is_some());
    if article.language.is_none() {
        article.language = known().and_then(|(tag, _)| Language::parse(*tag));
    }
}

/// The signs between crumbs. Some also stand in headlines: they need company.
const SURE_SIGNS: &[&str] = &[" > ", " › ", " » ", " → ", "\t"];
const LIKELY_SIGNS: &[&str] = &[" / ", " | ", " · ", " • ", "  ", "/", ">", "›", "»"];

/// Returns the crumbs of a first line that ends in the headline, or of one in which the headline begins that ends its
/// further lines, where it has any: then all of them are given.
pub(super) fn crumbs_before<'a>(line: &'a str, wrapped: Option<&str>, headline: &str) -> Option<Vec<Crumb<'a>>> {
    let in_further_lines = |whole: &str| {
        let way = line.get(..whole.strip_suffix(headline)?.len())?;
        whole.starts_with(way).then_some(way)
    };
    let way = wrapped.map_or_else(|| line.strip_suffix(headline), in_further_lines)?.trim();
    let way = words::trim_end_of(way, ">›»→/|·•").trim_end();
    (!way.is_empty()).then(|| {
        let crumbs = split(way, SURE_SIGNS).or_else(|| split(way, LIKELY_SIGNS));
        crumbs.or_else(|| front_page(way)).unwrap_or_else(|| vec![crumb(way)])
    })
}

/// Returns the crumbs of a first line that ends in something else than the headline.
pub(super) fn crumbs<'a>(line: &'a str, headline: &str) -> Option<Vec<Crumb<'a>>> {
    const LONGEST: usize = 60;
    let sure = split(line, SURE_SIGNS);
    let likely = || {
        let crumbs = split(line, LIKELY_SIGNS)?;
        let begins = crumbs.first().is_some_and(|crumb| is_front_page(&crumb.name));
        (begins || crumbs.len() > 3).then_some(crumbs)
    };
    let mut crumbs = sure.or_else(likely)?;
    let fits = |crumb: &Crumb<'_>| !words::is_longer(&crumb.name, LONGEST) && !words::ends_with(&crumb.name, ".!:;");
    if !crumbs.iter().all(fits) {
        return None;
    }
    crumbs.pop_if(|crumb| crumb.name.as_str() == headline);
    Some(crumbs)
}

fn split<'a>(way: &'a str, signs: &[&str]) -> Option<Vec<Crumb<'a>>> {
    let sign = *signs.iter().find(|sign| way.contains(**sign))?;
    let mut crumbs = Vec::new();
    for name in way.split(sign) {
        let name = name.trim();
        if !name.is_empty() {
            crumbs.push(crumb(name));
        }
    }
    (crumbs.len() > 1).then_some(crumbs)
}

/// "Home Foreign Affairs": nothing separates the crumbs, but the first one is known.
fn front_page(way: &str) -> Option<Vec<Crumb<'_>>> {
    const MOST_WORDS: usize = 3;
    let (mut end, mut found) = (0, None);
    for _ in 0..MOST_WORDS {
        let Some(space) = way.get(end..)?.find(char::is_whitespace) else { break };
        end += space;
        if is_front_page(way.get(..end)?) {
            found = Some(end);
        }
        end += 1;
        while !way.is_char_boundary(end) {
            end += 1;
        }
    }
    let end = found?;
    Some(vec![crumb(way.get(..end)?), crumb(way.get(end..)?.trim_start())])
}

fn is_front_page(name: &str) -> bool {
    words::has_lower(FRONT_PAGES, name)
}

pub(super) fn crumb(name: &str) -> Crumb<'_> {
    Crumb { name: name.into(), url: None }
}

/// What stands in front of the names in a byline.
const BY: &str = "By|BY|by|Von|VON|Par|PAR|Por|POR|Di|Da|Av|Af|Door|Author:|Autor:|Autora:|Auteur :|Autore:|Text:|Tekst:|\
    Texte :|Texto:|Testo:|Teksti:|بقلم:|بقلم|كتب:|Автор:|Текст:|מאת:|מאת|作者：|記者：|记者：|文：|文／";
/// What stands behind the name in a Korean byline.
const REPORTER: &str = " 기자";
/// The last words of what somebody does, not of a name.
const POSTS: &str = "Correspondent|Editor|Journalist|Redakteur|Redakteurin|Reporter|Writer|Staff";

/// A byline: its words and who it names.
#[derive(Debug)]
pub(in crate::read) struct Byline<'a> {
    words: &'a str,
    authors: Vec<Contributor<'a>>,
    /// Whether the names are all that it says.
    is_names_only: bool,
}

/// Returns what a line says if it is a byline.
pub(in crate::read) fn byline(line: &str) -> Option<Byline<'_>> {
    if let Some(name) = line.strip_suffix(REPORTER) {
        return named(line, name).filter(|_| words::count(name) == 1);
    }
    let rest = words::after_exactly(line, BY)?;
    let is_parted = rest.starts_with(char::is_whitespace) || words::has_one_of(line, "：／");
    named(line, rest.trim()).filter(|_| is_parted)
}

/// Returns those whom a byline names, with or without a word before their names.
pub(in crate::read) fn authors_of<'a>(line: &str) -> Vec<Contributor<'a>> {
    let bylines = line.lines().filter_map(|line| byline(line).or_else(|| named(line, line)));
    let mut authors: Vec<_> = bylines.flat_map(|byline| byline.authors).collect();
    authors.retain(|author| !author.name.contains(|c: char| c == ':' || c.is_ascii_digit()));
    copied(authors)
}

fn copied<'a>(authors: Vec<Contributor<'_>>) -> Vec<Contributor<'a>> {
    let copied = authors
        .iter()
        .map(|author| Contributor { is_organization: author.role.is_none(), ..credit::copied_name(author) });
    copied.collect()
}

/// Returns what a line says that ends with the names of authors.
fn named<'a>(line: &'a str, rest: &'a str) -> Option<Byline<'a>> {
    const LONGEST: usize = 160;
    let names =
        [" in ", " on ", " ("].into_iter().find_map(|sign| rest.split_once(sign)).map_or(rest, |(names, _)| names);
    if line.len() > LONGEST || words::ends_with(rest, ".!?:") || !credit::are_names(names) {
        return None;
    }
    let (mut authors, provider) = credit::people(names, Role::Author);
    authors.retain(|author| !is_post(author));
    let is_names_only = says_only(rest, &authors);
    if authors.is_empty() {
        authors.extend(provider.map(|name| Contributor { name, ..Contributor::default() }));
    } else if let (Some(provider), [author]) = (provider, authors.as_mut_slice()) {
        author.affiliation = author.affiliation.take().or(Some(provider));
    }
    (!authors.is_empty()).then_some(Byline { words: line, authors, is_names_only })
}

/// Whether a line has no words but names and what stands between them.
fn says_only(line: &str, authors: &[Contributor<'_>]) -> bool {
    const AND: &str = "and|und|et|y|e|en|og|och|i|ve|و|и";
    let rest = authors.iter().fold(line.to_owned(), |rest, author| rest.replacen(&*author.name, "", 1));
    rest.split(|c: char| !is_letter_or_digit(c)).all(|word| word.is_empty() || words::has_lower(AND, word))
}

fn is_post(author: &Contributor<'_>) -> bool {
    words::has(POSTS, author.name.rsplit(' ').next().unwrap_or_default())
}

/// What a line of dates says: when the article was published, and when it was changed.
pub(in crate::read) type Dates<'a> = (Option<Date<'a>>, Option<Date<'a>>);

const PUBLISHED: &str = "published|first published|posted|submitted|date|veröffentlicht|publié|publicado|publicada|pubblicato|gepubliceerd|publicerad|\
    publiceret|publisert|offentliggjort|erstellt|julkaistu|opublikowano|publikováno|publicat|yayınlanma|опубликовано|опубліковано|نُشر|نشر|\
    تاريخ النشر|פורסם|公開|公開日|配信|发布时间|發布時間|입력|송고시간|등록";
const MODIFIED: &str = "last updated|last modified|updated|modified|zuletzt aktualisiert|aktualisiert|stand|mis à jour|modifié|\
    actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|opdateret|oppdatert|päivitetty|aktualizacja|aktualizováno|frissítve|actualizat|güncelleme|обновлено|оновлено|\
    آخر تحديث|تحديث|עודכן|更新|最終更新|更新时间|更新時間|수정|최종수정";
/// What stands between such a word and its date.
const ON: &str = "on|at|am|vom|le|el|em|il|op|den|في";

/// Returns how much of a text stands before the words that lead to a date, such as "last updated on".
pub(in crate::read) fn len_before_date(text: &str) -> usize {
    let is_sign = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '|' | '-' | '–' | '—' | '·' | '•' | '/');
    let mut rest = words::trim_end(text, is_sign);
    for list in [ON, MODIFIED, PUBLISHED] {
        let before = |word: &str| {
            let (before, last) = rest.split_at_checked(rest.len().checked_sub(word.len())?)?;
            (words::has_lower(list, last) && before.ends_with(is_sign)).then_some(before)
        };
        rest = words::trim_end(words::found(list, &mut |word| before(word)).unwrap_or(rest), is_sign);
    }
    rest.len()
}

/// Returns the dates of a line that holds nothing else.
pub(in crate::read) fn dates(line: &str) -> Option<Dates<'_>> {
    const LONGEST: usize = 160;
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (mut published, mut modified) = (None, None);
    for part in line.split(['|', '·', '•', ';']).flat_map(change_apart) {
        let part = part.trim();
        if part.is_empty() || controls::is_reading_time(part) {
            continue;
        }
        let is_change = after_word(part, MODIFIED);
        let words = is_change.or_else(|| after_word(part, PUBLISHED));
        let date = super::super::dates::date(words.unwrap_or(part).trim());
        let date = date.filter(|date| date.moment.is_some() || words.is_some())?;
        let place = if is_change.is_some() { &mut modified } else { &mut published };
        // Two dates of one kind are more than a line of dates says: one of them would be lost.
        if place.replace(date).is_some() {
            return None;
        }
    }
    (published.is_some() || modified.is_some()).then_some((published, modified))
}

/// A part of a line of dates, in two where it goes on with when the article was changed.
fn change_apart(part: &str) -> [&str; 2] {
    let is_change =
        |at: &usize| part.get(at + 1..).is_some_and(|rest| after_word(rest.trim_start(), MODIFIED).is_some());
    let comma = part.match_indices(',').map(|(at, _)| at).find(is_change);
    comma.map_or([part, ""], |at| [part.get(..at).unwrap_or_default(), part.get(at + 1..).unwrap_or_default()])
}

fn after_word<'a>(part: &'a str, list: &str) -> Option<&'a str> {
    // Some alphabets need no space.
    if let Some((word, date)) = part.split_at_checked(part.find(|c: char| c.is_ascii_digit()).unwrap_or_default())
        && words::has_lower(list, word)
    {
        return Some(date);
    }
    let rest = words::after(part, list)?;
    let rest = words::after_sign(rest, ":： \r\n").or(rest.strip_prefix(" :"))?.trim_start();
    let after = words::after_exactly(rest, ON).and_then(|after| words::after_sign(after, " :"));
    Some(after.unwrap_or(rest).trim_start())
}

/// Returns whether a line is nothing but what says what a date is for.
pub(super) fn is_word_of_dates(line: &str) -> bool {
    words::has_lower(PUBLISHED, line) || words::has_lower(MODIFIED, line)
}

/// Returns a byline and dates that share a line, in either order, such as "By Ida Holm | 1 May 2024".
fn byline_and_dates(line: &str) -> Option<(&str, &str)> {
    const SIGNS: [&str; 7] = [" | ", " · ", " • ", " – ", " — ", " - ", ", "];
    for sign in SIGNS {
        for (at, _) in line.match_indices(sign) {
            let (left, right) = line.split_at_checked(at)?;
            let (left, right) = (left.trim(), right.get(sign.len()..)?.trim());
            for (names, when) in [(left, right), (right, left)] {
                if dates(when).is_some() && byline(names).is_some() {
                    return Some((names, when));
                }
            }
        }
    }
    None
}

/// Returns a date and the words behind it that say in Chinese whose the text is, as in "2024-05-01 来源：…".
fn dates_and_source(line: &str) -> Option<(&str, &str)> {
    const SOURCES: &str = "来源|來源|作者|记者|記者";
    let (before, _) = words::found(SOURCES, &mut |word| line.split_once(word))?;
    // The name of an agency may stand between.
    let shorter = before.trim().rsplit_once(' ').map_or("", |(shorter, _)| shorter);
    let when = [before.trim(), shorter].into_iter().find(|when| dates(when).is_some())?;
    line.strip_prefix(when).map(|source| (when, source.trim()))
}

/// Returns a place of one word and the date behind it, as in "Skerry, 1 May 2024".
fn place_and_date(line: &str) -> Option<(&str, &str)> {
    let (place, when) = line.split_once(", ")?;
    let when = ["le ", "den ", "el "].iter().find_map(|word| when.strip_prefix(word)).unwrap_or(when);
    let is_date = || dates(when).is_some_and(|(published, _)| published.is_some_and(|date| date.moment.is_some()));
    let is_place = place.chars().all(is_letter) && place.starts_with(words::is_capital);
    (is_place && is_date() && dates(line).is_none()).then_some((place, when))
}

/// Returns whether a line belongs to the header whatever stands around it.
pub(super) fn is_single(line: &str) -> bool {
    byline(line).is_some()
        || dates(line).is_some()
        || byline_and_dates(line).is_some()
        || dates_and_source(line).is_some()
        || place_and_date(line).is_some()
}

/// Takes a byline or a line of dates into the article; returns whether it was one.
pub(super) fn take<'a>(line: &'a str, article: &mut Article<'a>) -> bool {
    if let Some((when, source)) = dates_and_source(line).filter(|_| article.byline.is_empty()) {
        article.byline = plain_line(source);
        return take_dates(when, article);
    }
    if let Some((place, when)) = place_and_date(line).filter(|_| article.dateline.is_none()) {
        article.dateline = Some(place.into());
        return take_dates(when, article);
    }
    if let Some((names, when)) = byline_and_dates(line).filter(|_| article.authors.is_empty()) {
        return take_dates(when, article) && take_byline(names, article);
    }
    take_byline(line, article) || take_dates(line, article) || take_agency(line, article)
}

/// Takes what [`take`] does, where the line does not live as long as the article. What the article says already is taken
/// if it is the same.
pub(in crate::read) fn take_copied(line: &str, article: &mut Article<'_>) -> bool {
    let mut found = Article::default();
    if !take(line, &mut found) || found.dateline.is_some() {
        return false;
    }
    let is_known = |author: &Contributor<'_>| article.authors.iter().any(|known| known.name == author.name);
    let has_byline = !article.authors.is_empty() || !article.byline.is_empty();
    let day = |date: &Option<Date<'_>>| date.as_ref()?.moment.map(|moment| (moment.year, moment.month, moment.day));
    let is_same =
        |found: &Option<Date<'_>>, own: &Option<Date<'_>>| found.is_none() || own.is_none() || day(found) == day(own);
    if (has_byline && !found.authors.iter().all(is_known))
        || !is_same(&found.published, &article.published)
        || !is_same(&found.modified, &article.modified)
    {
        return false;
    }
    if !has_byline {
        article.byline = plain_line(plain_text(&found.byline));
        article.authors = copied(found.authors);
    }
    let owned = |date: Date<'_>| Date { source: date.source.as_str().to_owned().into(), moment: date.moment };
    article.published = article.published.take().or(found.published.map(owned));
    article.modified = article.modified.take().or(found.modified.map(owned));
    let language = || Language::parse(found.language?.as_str().to_owned());
    article.language = article.language.take().or_else(language);
    true
}

/// Takes a line of names into the article; returns whether it was one.
pub(super) fn take_names<'a>(line: &'a str, article: &mut Article<'a>) -> bool {
    take_authors(named(line, line), line, article)
}

fn take_byline<'a>(line: &'a str, article: &mut Article<'a>) -> bool {
    take_authors(byline(line), line, article)
}

fn take_authors<'a>(byline: Option<Byline<'a>>, line: &'a str, article: &mut Article<'a>) -> bool {
    let Some(byline) = byline.filter(|_| article.authors.is_empty()) else { return false };
    learn(line, article);
    // Who wrote it is said in the language of the article, if that is known.
    let is_ours = article.language.is_some() || words::after(line, "by").is_some();
    if !byline.is_names_only || !is_ours {
        article.byline = plain_line(byline.words);
    }
    article.authors = byline.authors;
    true
}

fn take_dates<'a>(line: &'a str, article: &mut Article<'a>) -> bool {
    let Some((published, modified)) = dates(line) else { return false };
    // What the article has a date of already says something else, and stays text.
    if published.is_some() && article.published.is_some() || modified.is_some() && article.modified.is_some() {
        return false;
    }
    learn(line, article);
    article.published = article.published.take().or(published);
    article.modified = article.modified.take().or(modified);
    true
}

/// An agency below the name of its reporter, as agencies write it.
fn take_agency<'a>(line: &'a str, article: &mut Article<'a>) -> bool {
    let [author] = article.authors.as_mut_slice() else { return false };
    if author.affiliation.is_some() || !article.byline.is_empty() || !credit::is_agency(line) {
        return false;
    }
    author.affiliation = Some(line.into());
    true
}
