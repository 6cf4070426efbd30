//! Writes what an article says about itself as schema.org JSON-LD, for search engines; it knows no HTML.
//!
//! The text can stand in a `script` element: nothing in it can end the element.

use crate::json::{Writer, escape_for_script};
use crate::model::{
    Article, Block, BlockPart, Contributor, Correction, Crumb, Date, Image, Inline, MediaUrl, Moment, Post, Recording,
    RecordingKind, Role, Series, Url, at_wall, plain_text,
};

/// Returns the article's `NewsArticle`, or the subtype that fits it, and its `BreadcrumbList`.
///
/// ```
/// use newsprint::{jsonld, model::{Article, Inline}};
/// let article = Article { headline: vec![Inline::Text("A < B".into())], ..Article::default() };
/// assert!(jsonld::write(&article).contains(r#""headline":"A \u003c B""#));
/// ```
#[must_use]
pub fn write(article: &Article<'_>) -> String {
    let mut json = Writer::compact();
    json.object(|json| {
        json.key("@context").string("https://schema.org");
        json.key("@graph").array(|json| {
            json.object(|json| write_article(article, json));
            if !article.breadcrumb.is_empty() {
                json.object(|json| write_breadcrumb(article, json));
            }
        });
    });
    escape_for_script(&json.finish())
}

fn write_article(article: &Article<'_>, json: &mut Writer) {
    json.key("@type").string(kind(article));
    string("identifier", article.id.as_deref(), json);
    url("url", article.url.as_ref(), json);
    line("headline", &article.headline, json);
    line("alternativeHeadline", &article.alternative_headline, json);
    line("description", description(article), json);
    date("dateCreated", article.created.as_ref(), json);
    date("datePublished", article.published.as_ref(), json);
    date("dateModified", article.modified.as_ref(), json);
    string("inLanguage", article.language.as_ref().map(|language| language.as_str()), json);
    string("articleSection", article.section.as_ref().map(|section| section.name.as_str()), json);
    if !article.keywords.is_empty() {
        json.key("keywords").array(|json| article.keywords.iter().for_each(|keyword| json.string(keyword)));
    }
    contributors(&article.authors, json);
    if let Some(publisher) = &article.publisher {
        json.key("publisher").object(|json| write_named("Organization", publisher, json));
    }
    string("dateline", article.dateline.as_deref(), json);
    if let Some(series) = &article.series {
        write_series(series, json);
    }
    string("copyrightNotice", article.copyright_notice.as_deref(), json);
    organization("copyrightHolder", article.copyright_holder.as_deref(), json);
    write_usage(article.usage_terms.as_deref(), json);
    url("license", article.license.as_ref(), json);
    if let Some(is_free) = article.accessible_for_free {
        json.key("isAccessibleForFree").boolean(is_free);
    }
    write_paid_part(article, json);
    write_media(article, json);
    write_corrections(article, json);
    if !article.updates.is_empty() {
        write_live(article, json);
    }
}

/// The series, and the place of this part in it.
fn write_series(series: &Series<'_>, json: &mut Writer) {
    let Series { name, url, part, .. } = series;
    json.key("isPartOf").object(|json| {
        write_named("CreativeWorkSeries", &Crumb { name: name.clone(), url: url.clone() }, json);
    });
    if let Some(part) = part {
        json.key("position").integer(*part);
    }
}

fn write_live(article: &Article<'_>, json: &mut Writer) {
    date("coverageStartTime", article.coverage_start.as_ref(), json);
    date("coverageEndTime", article.coverage_end.as_ref(), json);
    json.key("liveBlogUpdate").objects(&article.updates, write_post);
}

fn write_post(post: &Post<'_>, json: &mut Writer) {
    json.key("@type").string("BlogPosting");
    string("identifier", post.id.as_deref(), json);
    line("headline", &post.headline, json);
    date("datePublished", post.published.as_ref(), json);
    date("dateModified", post.modified.as_ref(), json);
    url("url", post.url.as_ref(), json);
    contributors(&post.authors, json);
    string("articleBody", Some(&words(&post.body)), json);
}

/// Contributors by what they did; schema.org has no property of an article for who took or drew its pictures.
fn contributors(contributors: &[Contributor<'_>], json: &mut Writer) {
    people("author", contributors, |role| matches!(role, None | Some(Role::Author)), json);
    people("editor", contributors, |role| role == Some(Role::Editor), json);
    people("translator", contributors, |role| role == Some(Role::Translator), json);
    people("contributor", contributors, |role| matches!(role, Some(Role::Photographer | Role::Illustrator)), json);
}

/// What may be done with a work, in words: the property holds an address or a work, and a text is the latter.
fn write_usage(terms: Option<&str>, json: &mut Writer) {
    if let Some(terms) = terms.map(str::trim).filter(|terms| !terms.is_empty()) {
        json.key("usageInfo").object(|json| {
            json.key("@type").string("CreativeWork");
            json.key("text").string(terms);
        });
    }
}

/// The most specific type of schema.org that the genre and the content say.
fn kind(article: &Article<'_>) -> &'static str {
    if !article.updates.is_empty() {
        return "LiveBlogPosting";
    }
    let genre = article.genre.as_deref().unwrap_or_default().to_ascii_lowercase();
    match genre.as_str() {
        "opinion" | "comment" | "editorial" => "OpinionNewsArticle",
        "analysis" => "AnalysisNewsArticle",
        "review" => "ReviewNewsArticle",
        "background" | "explainer" => "BackgroundNewsArticle",
        "report" | "reportage" => "ReportageNewsArticle",
        "advertorial" | "sponsored" => "AdvertiserContentArticle",
        _ if article.body.iter().any(|block| matches!(block, Block::Rating(_))) => "ReviewNewsArticle",
        _ => "NewsArticle",
    }
}

/// What readers must pay for (schema.org `hasPart`), by the class that the view gives it, if any of it is there.
fn write_paid_part(article: &Article<'_>, json: &mut Writer) {
    let Some((_, _, paid)) = at_wall(&article.body) else { return };
    if article.accessible_for_free.is_none() {
        json.key("isAccessibleForFree").boolean(false);
    }
    if paid.is_empty() {
        return;
    }
    json.key("hasPart").object(|json| {
        json.key("@type").string("WebPageElement");
        json.key("isAccessibleForFree").boolean(false);
        json.key("cssSelector").string(".np-paid");
    });
}

/// The pictures and recordings of the article, the leading ones first.
fn write_media(article: &Article<'_>, json: &mut Writer) {
    let (mut images, mut recordings) = (Vec::new(), Vec::new());
    add_media(article.lead_media.as_slice(), &mut images, &mut recordings);
    add_media(&article.body, &mut images, &mut recordings);
    article.updates.iter().for_each(|post| add_media(&post.body, &mut images, &mut recordings));
    if !images.is_empty() {
        json.key("image").objects(&images, |image, json| write_image(image, json));
    }
    for (key, kind) in [("video", RecordingKind::Video), ("audio", RecordingKind::Audio)] {
        if recordings.iter().any(|recording| recording.kind == kind) {
            let of_kind = recordings.iter().filter(|recording| recording.kind == kind);
            let published = article.published.as_ref();
            json.key(key)
                .array(|json| of_kind.for_each(|one| json.object(|json| write_recording(one, published, json))));
        }
    }
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn add_media<'b, 'a>(
    blocks: &'b [Block<'a>],
    images: &mut Vec<&'b Image<'a>>,
    recordings: &mut Vec<&'b Recording<'a>>,
) {
    for block in blocks {
        if let Block::Recording(recording) = block {
            recordings.push(recording);
        }
        block.parts(&mut |part| match part {
            BlockPart::Image(image) if image.src.is_some() => images.push(image),
            BlockPart::Blocks(blocks) => add_media(blocks, images, recordings),
            BlockPart::Image(_) | BlockPart::Line(_) => {}
        });
    }
}

/// A recording (schema.org `VideoObject` and `AudioObject`), which must have a name; a length in seconds is written as
/// ISO 8601 has it. An address without a file is that of a page about it, which may be no player. It was there when the
/// article was `published`: search engines ask for a date.
fn write_recording(recording: &Recording<'_>, published: Option<&Date<'_>>, json: &mut Writer) {
    json.key("@type").string(match recording.kind {
        RecordingKind::Video => "VideoObject",
        RecordingKind::Audio => "AudioObject",
    });
    let caption = plain_text(&recording.caption);
    string("name", Some(recording.title.as_deref().unwrap_or(&caption)), json);
    string("description", Some(&caption), json);
    date("uploadDate", published, json);
    string("contentUrl", recording.sources.first().map(|source| source.src.as_str()), json);
    url("url", recording.url.as_ref(), json);
    let poster = recording.poster.as_ref().and_then(|poster| poster.src.as_ref());
    string("thumbnailUrl", poster.map(MediaUrl::as_str), json);
    string("duration", recording.duration.map(|seconds| format!("PT{seconds}S")).as_deref(), json);
    string("transcript", Some(&words(&recording.transcript)), json);
    if let Some(credit) = &recording.credit {
        string("creditText", Some(&credit.text), json);
        people("creator", &credit.creators, |_| true, json);
    }
}

/// Corrections at the head of the article, and those in its body and posts (schema.org `correction`).
fn write_corrections(article: &Article<'_>, json: &mut Writer) {
    let mut corrections: Vec<&Correction<'_>> = article.corrections.iter().collect();
    add_corrections(&article.body, &mut corrections);
    article.updates.iter().for_each(|post| add_corrections(&post.body, &mut corrections));
    if corrections.is_empty() {
        return;
    }
    json.key("correction").objects(&corrections, |correction, json| {
        json.key("@type").string("CorrectionComment");
        date("datePublished", correction.date.as_ref(), json);
        string("text", Some(&words(&correction.content)), json);
    });
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn add_corrections<'b, 'a>(blocks: &'b [Block<'a>], corrections: &mut Vec<&'b Correction<'a>>) {
    for block in blocks {
        if let Block::Correction(correction) = block {
            corrections.push(correction);
        } else {
            block.parts(&mut |part| match part {
                BlockPart::Blocks(blocks) => add_corrections(blocks, corrections),
                BlockPart::Image(_) | BlockPart::Line(_) => {}
            });
        }
    }
}

/// The words of blocks, one line after the other.
fn words(blocks: &[Block<'_>]) -> String {
    let mut out = String::new();
    add_words(blocks, &mut out);
    out
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn add_words(blocks: &[Block<'_>], out: &mut String) {
    for block in blocks {
        block.parts(&mut |part| match part {
            BlockPart::Line(line) => {
                out.push_str(&plain_text(line));
                out.push('\n');
            }
            BlockPart::Image(image) => {
                out.push_str(&plain_text(&image.caption));
                out.push('\n');
            }
            BlockPart::Blocks(blocks) => add_words(blocks, out),
        });
    }
}

fn description<'b, 'a>(article: &'b Article<'a>) -> &'b [Inline<'a>] {
    let line = |block: &'b Block<'a>| if let Block::Paragraph(line) = block { Some(line.as_slice()) } else { None };
    article.standfirst.iter().find_map(line).unwrap_or_default()
}

/// The picture with its rights (schema.org `ImageObject`; IPTC Photo Metadata's Credit Line, Creator, Copyright Notice,
/// Web Statement of Rights, Licensor URL and Digital Source Type).
fn write_image(image: &Image<'_>, json: &mut Writer) {
    json.key("@type").string("ImageObject");
    string("contentUrl", image.src.as_ref().map(MediaUrl::as_str), json);
    for (key, size) in [("width", image.width), ("height", image.height)] {
        if let Some(size) = size {
            json.key(key).integer(size);
        }
    }
    line("caption", &image.caption, json);
    if let Some(credit) = &image.credit {
        string("creditText", Some(&credit.text), json);
        people("creator", &credit.creators, |_| true, json);
        organization("provider", credit.provider.as_deref(), json);
    }
    string("copyrightNotice", image.copyright_notice.as_deref(), json);
    url("license", image.license.as_ref(), json);
    url("acquireLicensePage", image.acquire_license_page.as_ref(), json);
    organization("copyrightHolder", image.copyright_holder.as_deref(), json);
    write_usage(image.usage_terms.as_deref(), json);
    date("dateCreated", image.created.as_ref(), json);
    if let Some(place) = image.location.as_ref().filter(|place| !place.is_blank()) {
        json.key("contentLocation").object(|json| {
            json.key("@type").string("Place");
            json.key("name").string(place.trim());
        });
    }
    url("digitalSourceType", image.digital_source_type.as_ref(), json);
}

/// The way from the front page; the last step is the article itself, as readers see it.
fn write_breadcrumb(article: &Article<'_>, json: &mut Writer) {
    let headline = plain_text(&article.headline);
    let steps = article.breadcrumb.iter().map(|crumb| (crumb.name.as_str(), crumb.url.as_ref()));
    let here = (!headline.trim().is_empty()).then_some((&*headline, article.url.as_ref()));
    json.key("@type").string("BreadcrumbList");
    json.key("itemListElement").array(|json| {
        for (position, (name, url)) in (1_u32..).zip(steps.chain(here)) {
            json.object(|json| {
                json.key("@type").string("ListItem");
                json.key("position").integer(position);
                string("name", Some(name), json);
                self::url("item", url, json);
            });
        }
    });
}

/// Those contributors that did something.
#[inline(never)]
fn people(key: &str, contributors: &[Contributor<'_>], did: fn(Option<Role>) -> bool, json: &mut Writer) {
    let is_meant = |person: &&Contributor<'_>| did(person.role) && !person.name.is_blank();
    let contributors: Vec<_> = contributors.iter().filter(is_meant).collect();
    if contributors.is_empty() {
        return;
    }
    json.key(key).objects(&contributors, |contributor, json| {
        json.key("@type").string(if contributor.is_organization { "Organization" } else { "Person" });
        string("name", Some(&contributor.name), json);
        url("url", contributor.url.as_ref(), json);
        organization("affiliation", contributor.affiliation.as_deref(), json);
    });
}

fn write_named(kind: &str, named: &Crumb<'_>, json: &mut Writer) {
    json.key("@type").string(kind);
    string("name", Some(&named.name), json);
    url("url", named.url.as_ref(), json);
}

fn organization(key: &str, name: Option<&str>, json: &mut Writer) {
    if let Some(name) = name {
        json.key(key).object(|json| {
            json.key("@type").string("Organization");
            json.key("name").string(name);
        });
    }
}

fn url(key: &str, url: Option<&Url<'_>>, json: &mut Writer) {
    string(key, url.map(Url::as_str), json);
}

fn line(key: &str, line: &[Inline<'_>], json: &mut Writer) {
    string(key, Some(&plain_text(line)), json);
}

fn date(key: &str, date: Option<&Date<'_>>, json: &mut Writer) {
    let moment = date.and_then(|date| date.moment).map(Moment::datetime);
    string(key, moment.as_deref(), json);
}

/// A member, if it says anything.
fn string(key: &str, value: Option<&str>, json: &mut Writer) {
    if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
        json.key(key).string(value);
    }
}
