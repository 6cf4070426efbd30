//! The language of a post, which WordPress does not say: plugins do; it knows their keys.

use crate::json::Value;
use crate::model::Language;

use super::super::prose::{first, first_string};
use super::super::values::Values;
use super::terms;

/// Returns the language that a plugin for several languages or for search engines names.
pub(super) fn language<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Language<'a>> {
    let own = first_string(post, &["lang", "language", "locale", "polylang_current_lang", "wpml_current_locale"]);
    let of_yoast = || terms::graph(post).find_map(|node| first(node, &["inLanguage"]));
    if let Some(language) = own.or_else(of_yoast) {
        return parse(language).or_else(|| values.language(language));
    }
    first(post.get("yoast_head_json")?, &["og_locale"]).and_then(parse)
}

/// The names of locales are those of POSIX, which have an underscore where a language tag has a hyphen.
fn parse<'a>(value: Value<'_, 'a>) -> Option<Language<'a>> {
    let name = value.as_str()?;
    Language::parse(name.clone()).or_else(|| Language::parse(name.replace('_', "-")))
}
