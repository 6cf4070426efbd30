//! Writes what an article says about itself as schema.org JSON-LD, for search engines; it knows no HTML.
//!
//! The text can stand in a `script` element: nothing in it can end the element.

use crate::json::{Writer, escape_for_script};
use crate::model::{Article, Contributor, Crumb, Image, Role, Url, plain_text};

/// Returns the article's `NewsArticle`, or `LiveBlogPosting`, and its `BreadcrumbList`.
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
    json.key("@type").string(if is_live { "LiveBlogPosting" } else { "NewsArticle" });
    string("identifier", article.id.as_deref(), json);
    string("url", article.url.as_ref().map(Url::as_str), json);
    string("headline", Some(&plain_text(&article.headline)), json);
    string("alternativeHeadline", Some(&plain_text(&article.alternative_headline)), json);
    string("description", description(article).as_deref(), json);
    let moment = |date: &Option<crate::model::Date<'_>>| {
        date.as_ref().and_then(|date| date.moment).map(|moment| moment.datetime())
    };
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
    string("copyrightNotice", article.copyright_notice.as_deref(), json);
    string("license", article.license.as_ref().map(Url::as_str), json);
    if let Some(is_free) = article.accessible_for_free {
        json.key("isAccessibleForFree").boolean(is_free);
    }
    if let Some(image) = article.lead_media.as_ref().filter(|image| image.src.is_some()) {
        json.key("image").object(|json| write_image(image, json));
    }
    if is_live {
        json.key("liveBlogUpdate").array(|json| {
            for post in &article.updates {
                json.object(|json| {
                    json.key("@type").string("BlogPosting");
                    string("identifier", post.id.as_deref(), json);
                    string("headline", Some(&plain_text(&post.headline)), json);
                    string("datePublished", moment(&post.published).as_deref(), json);
                    string("dateModified", moment(&post.modified).as_deref(), json);
                    people("author", post.authors.iter(), json);
                });
            }
        });
    }
}

fn description(article: &Article<'_>) -> Option<String> {
    article.standfirst.iter().find_map(|block| match block {
        crate::model::Block::Paragraph(line) => Some(plain_text(line)),
        crate::model::Block::Heading(_)
        | crate::model::Block::List(_)
        | crate::model::Block::Quote(_)
        | crate::model::Block::Pullquote(_)
        | crate::model::Block::Image(_)
        | crate::model::Block::Table(_)
        | crate::model::Block::Code(_)
        | crate::model::Block::Divider
        | crate::model::Block::Unknown(_) => None,
    })
}

/// The picture with its rights (schema.org `ImageObject`; IPTC Photo Metadata's Credit Line, Creator, Copyright Notice,
/// Web Statement of Rights, Licensor URL and Digital Source Type).
fn write_image(image: &Image<'_>, json: &mut Writer) {
    json.key("@type").string("ImageObject");
    string("contentUrl", image.src.as_ref().map(crate::model::MediaUrl::as_str), json);
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
