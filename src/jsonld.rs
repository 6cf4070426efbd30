//! Writes what an article says about itself as schema.org JSON-LD, for search engines; it knows no HTML.
//!
//! The text can stand in a `script` element: nothing in it can end the element.

use crate::json::{Writer, escape_for_script};
use crate::model::{
    Article, Block, BlockPart, Contributor, Correction, Crumb, Image, MediaUrl, Recording, RecordingKind, Role, Series,
    Url, plain_text,
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
    let is_live = !article.updates.is_empty();
    json.key("@type").string(kind(article));
    string("identifier", article.id.as_deref(), json);
    string("url", article.url.as_ref().map(Url::as_str), json);
    string("headline", Some(&plain_text(&article.headline)), json);
    string("alternativeHeadline", Some(&plain_text(&article.alternative_headline)), json);
    string("description", description(article).as_deref(), json);
    let moment = |date: &Option<crate::model::Date<'_>>| {
        date.as_ref().and_then(|date| date.moment).map(|moment| moment.datetime())
    };
    string("dateCreated", moment(&article.created).as_deref(), json);
    string("datePublished", moment(&article.published).as_deref(), json);
    string("dateModified", moment(&article.modified).as_deref(), json);
    string("inLanguage", article.language.as_ref().map(|language| language.as_str()), json);
    string("articleSection", article.section.as_ref().map(|section| section.name.as_str()), json);
    if !article.keywords.is_empty() {
        json.key("keywords").array(|json| article.keywords.iter().for_each(|keyword| json.string(keyword)));
    }
    people("author", article.authors.iter().filter(|author| matches!(author.role, None | Some(Role::Author))), json);
    people("editor", article.authors.iter().filter(|author| author.role == Some(Role::Editor)), json);
    people("translator", article.authors.iter().filter(|author| author.role == Some(Role::Translator)), json);
    if let Some(publisher) = &article.publisher {
        json.key("publisher").object(|json| write_named("Organization", publisher, json));
    }
    string("dateline", article.dateline.as_deref(), json);
    if let Some(series) = &article.series {
        json.key("isPartOf").object(|json| {
            let Series { name, url, .. } = series;
            write_named("CreativeWorkSeries", &Crumb { name: name.clone(), url: url.clone() }, json);
        });
        string("position", series.part.map(|part| part.to_string()).as_deref(), json);
    }
    string("copyrightNotice", article.copyright_notice.as_deref(), json);
    if let Some(holder) = &article.copyright_holder {
        json.key("copyrightHolder").object(|json| write_organization(holder, json));
    }
    string("usageInfo", article.usage_terms.as_deref(), json);
    string("license", article.license.as_ref().map(Url::as_str), json);
    if let Some(is_free) = article.accessible_for_free {
        json.key("isAccessibleForFree").boolean(is_free);
    }
    write_paid_part(article, json);
    write_media(article, json);
    write_corrections(article, json);
    if is_live {
        string("coverageStartTime", moment(&article.coverage_start).as_deref(), json);
        string("coverageEndTime", moment(&article.coverage_end).as_deref(), json);
        json.key("liveBlogUpdate").array(|json| {
            for post in &article.updates {
                json.object(|json| {
                    json.key("@type").string("BlogPosting");
                    string("identifier", post.id.as_deref(), json);
                    string("headline", Some(&plain_text(&post.headline)), json);
                    string("datePublished", moment(&post.published).as_deref(), json);
                    string("dateModified", moment(&post.modified).as_deref(), json);
                    string("url", post.url.as_ref().map(Url::as_str), json);
                    people("author", post.authors.iter(), json);
                    string("articleBody", Some(words(&post.body).trim()), json);
                });
            }
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

/// What readers must pay for (schema.org `hasPart`), by the class that the view gives it.
fn write_paid_part(article: &Article<'_>, json: &mut Writer) {
    if !article.body.iter().any(|block| matches!(block, Block::Paywall)) {
        return;
    }
    if article.accessible_for_free.is_none() {
        json.key("isAccessibleForFree").boolean(false);
    }
    json.key("hasPart").object(|json| {
        json.key("@type").string("WebPageElement");
        json.key("isAccessibleForFree").boolean(false);
        json.key("cssSelector").string(".np-paid");
    });
}

/// The pictures and films of the article, the leading ones first.
fn write_media(article: &Article<'_>, json: &mut Writer) {
    let (mut images, mut films) = (Vec::new(), Vec::new());
    add_media(article.lead_media.as_slice(), &mut images, &mut films);
    add_media(&article.body, &mut images, &mut films);
    article.updates.iter().for_each(|post| add_media(&post.body, &mut images, &mut films));
    if !images.is_empty() {
        json.key("image").array(|json| images.iter().for_each(|image| json.object(|json| write_image(image, json))));
    }
    if !films.is_empty() {
        json.key("video").array(|json| films.iter().for_each(|film| json.object(|json| write_film(film, json))));
    }
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn add_media<'b, 'a>(blocks: &'b [Block<'a>], images: &mut Vec<&'b Image<'a>>, films: &mut Vec<&'b Recording<'a>>) {
    for block in blocks {
        if let Block::Recording(recording) = block
            && recording.kind == RecordingKind::Video
        {
            films.push(recording);
        }
        block.parts(&mut |part| match part {
            BlockPart::Image(image) if image.src.is_some() => images.push(image),
            BlockPart::Blocks(blocks) => add_media(blocks, images, films),
            BlockPart::Image(_) | BlockPart::Line(_) => {}
        });
    }
}

/// A film (schema.org `VideoObject`); a length in seconds is written as ISO 8601 has it.
fn write_film(film: &Recording<'_>, json: &mut Writer) {
    json.key("@type").string("VideoObject");
    string("name", film.title.as_deref(), json);
    string("description", Some(&plain_text(&film.caption)), json);
    string("contentUrl", film.sources.first().map(|source| source.src.as_str()), json);
    string("embedUrl", film.url.as_ref().map(Url::as_str), json);
    let poster = film.poster.as_ref().and_then(|poster| poster.src.as_ref());
    string("thumbnailUrl", poster.map(MediaUrl::as_str), json);
    string("duration", film.duration.map(|seconds| format!("PT{seconds}S")).as_deref(), json);
    string("transcript", Some(words(&film.transcript).trim()), json);
    if let Some(credit) = &film.credit {
        string("creditText", Some(&credit.text), json);
        people("creator", credit.creators.iter(), json);
    }
}

/// Corrections at the head of the article and in its body (schema.org `correction`).
fn write_corrections(article: &Article<'_>, json: &mut Writer) {
    let in_body = article.body.iter().filter_map(|block| {
        let Block::Correction(correction) = block else { return None };
        Some(&**correction)
    });
    let corrections: Vec<&Correction<'_>> = article.corrections.iter().chain(in_body).collect();
    if corrections.is_empty() {
        return;
    }
    json.key("correction").array(|json| {
        for correction in corrections {
            json.object(|json| {
                json.key("@type").string("CorrectionComment");
                let moment = correction.date.as_ref().and_then(|date| date.moment);
                string("datePublished", moment.map(|moment| moment.datetime()).as_deref(), json);
                string("text", Some(words(&correction.content).trim()), json);
            });
        }
    });
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

fn description(article: &Article<'_>) -> Option<String> {
    article.standfirst.iter().find_map(|block| {
        let Block::Paragraph(line) = block else { return None };
        Some(plain_text(line))
    })
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
    string("caption", Some(&plain_text(&image.caption)), json);
    if let Some(credit) = &image.credit {
        string("creditText", Some(&credit.text), json);
        people("creator", credit.creators.iter(), json);
        if let Some(provider) = &credit.provider {
            json.key("provider").object(|json| write_organization(provider, json));
        }
    }
    string("copyrightNotice", image.copyright_notice.as_deref(), json);
    string("license", image.license.as_ref().map(Url::as_str), json);
    string("acquireLicensePage", image.acquire_license_page.as_ref().map(Url::as_str), json);
    if let Some(holder) = &image.copyright_holder {
        json.key("copyrightHolder").object(|json| write_organization(holder, json));
    }
    string("usageInfo", image.usage_terms.as_deref(), json);
    let created = image.created.as_ref().and_then(|date| date.moment);
    string("dateCreated", created.map(|moment| moment.datetime()).as_deref(), json);
    string("contentLocation", image.location.as_deref(), json);
    string("digitalSourceType", image.digital_source_type.as_ref().map(Url::as_str), json);
}

fn write_breadcrumb(article: &Article<'_>, json: &mut Writer) {
    json.key("@type").string("BreadcrumbList");
    json.key("itemListElement").array(|json| {
        for (position, crumb) in (1_u32..).zip(&article.breadcrumb) {
            json.object(|json| {
                json.key("@type").string("ListItem");
                json.key("position").integer(position);
                string("name", Some(&crumb.name), json);
                string("item", crumb.url.as_ref().map(Url::as_str), json);
            });
        }
    });
}

fn people<'p>(key: &str, contributors: impl Iterator<Item = &'p Contributor<'p>>, json: &mut Writer) {
    let contributors: Vec<_> = contributors.filter(|contributor| !contributor.name.is_blank()).collect();
    if contributors.is_empty() {
        return;
    }
    json.key(key).array(|json| {
        for contributor in contributors {
            json.object(|json| {
                json.key("@type").string("Person");
                string("name", Some(&contributor.name), json);
                string("url", contributor.url.as_ref().map(Url::as_str), json);
                if let Some(affiliation) = &contributor.affiliation {
                    json.key("affiliation").object(|json| write_organization(affiliation, json));
                }
            });
        }
    });
}

fn write_named(kind: &str, named: &Crumb<'_>, json: &mut Writer) {
    json.key("@type").string(kind);
    string("name", Some(&named.name), json);
    string("url", named.url.as_ref().map(Url::as_str), json);
}

fn write_organization(name: &str, json: &mut Writer) {
    json.key("@type").string("Organization");
    json.key("name").string(name);
}

/// A member, if it says anything.
fn string(key: &str, value: Option<&str>, json: &mut Writer) {
    if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
        json.key(key).string(value);
    }
}
