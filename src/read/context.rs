//! What a caller knows and no document can say; it knows nothing of formats.

use std::sync::Arc;

use crate::json::{Document, ParseError, Value};
use crate::model::Url;

/// What a caller hands in beside the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// The address that relative addresses are relative to, such as that of the document.
    pub base: Option<Url<'static>>,
    /// Where Sanity keeps the pictures of the document.
    pub sanity: Option<Sanity>,
    /// What the references in the document stand for.
    pub references: Option<References>,
}

/// A project of Sanity and one of its datasets, which the addresses of its pictures are made of.
///
/// ```
/// use newsprint::read::Sanity;
/// let sanity = Sanity::new("ab12cd34", "production").unwrap();
/// assert_eq!((sanity.project(), sanity.dataset()), ("ab12cd34", "production"));
/// assert!(Sanity::new("../x", "production").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sanity {
    project: String,
    dataset: String,
}

impl Sanity {
    /// Returns the project and the dataset, if both consist of ASCII letters, digits, `-` and `_`.
    #[must_use]
    pub fn new(project: &str, dataset: &str) -> Option<Self> {
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        (is_name(project) && is_name(dataset))
            .then(|| Self { project: project.to_owned(), dataset: dataset.to_owned() })
    }

    /// Returns the project's identifier.
    #[must_use]
    pub fn project(&self) -> &str {
        &self.project
    }

    /// Returns the dataset's name.
    #[must_use]
    pub fn dataset(&self) -> &str {
        &self.dataset
    }
}

/// What references stand for: a JSON object that has for each identifier what a service answers when it is asked for it.
///
/// ```
/// use newsprint::read::References;
/// let references = References::parse(r#"{"a1": {"title": "The ferry"}}"#.to_owned()).unwrap();
/// assert!(References::parse("{".to_owned()).is_err());
/// ```
#[derive(Clone, Debug)]
pub struct References(Arc<Document<'static>>);

impl References {
    /// Returns the references that a JSON text holds.
    ///
    /// # Errors
    ///
    /// When the text is not JSON.
    pub fn parse(json: String) -> Result<Self, ParseError> {
        // What is wrong with a value of these is wrong with the document that refers to it, as a whole.
        Document::nested(json, 0).map(|document| Self(Arc::new(document)))
    }

    pub(super) fn get(&self, id: &str) -> Option<Value<'_, 'static>> {
        self.0.root().get(id)
    }
}

impl PartialEq for References {
    fn eq(&self, other: &Self) -> bool {
        self.0.root().raw_str() == other.0.root().raw_str()
    }
}
