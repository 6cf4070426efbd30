//! Who made something; it knows names and roles, not how a caption spells them.

use super::{Image, Language, Text, Url};

/// The credit of a picture: the line as it is published, and what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Credit<'a> {
    /// The line as the publisher shows it (IPTC Credit Line, schema.org `creditText`).
    pub text: Text<'a>,
    /// Whether the line itself says that it is a credit, as in "Photo by …", "Photograph: …" or "© …".
    pub is_labelled: bool,
    /// Who made it (IPTC Creator, schema.org `creator`).
    pub creators: Vec<Contributor<'a>>,
    /// The agency that it came from (IPTC Source, schema.org `provider`).
    pub provider: Option<Text<'a>>,
    /// Where the line leads.
    pub url: Option<Url<'a>>,
    /// The line's language where it is not the article's.
    pub language: Option<Language<'a>>,
    /// Whether the publisher wants the line left out, as for pictures of its own.
    pub is_hidden: bool,
}

/// A person or an organisation that had a part in an article or a picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contributor<'a> {
    /// The name that is shown.
    pub name: Text<'a>,
    /// Whether it is no person but an organisation (schema.org `Organization`).
    pub is_organization: bool,
    /// The page about them.
    pub url: Option<Url<'a>>,
    /// What they did.
    pub role: Option<Role>,
    /// Who they work for.
    pub affiliation: Option<Text<'a>>,
    /// Their portrait.
    pub image: Option<Box<Image<'a>>>,
}

/// What a contributor did (IPTC Creator's Job Title).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Wrote the text.
    Author,
    /// Took the photograph.
    Photographer,
    /// Drew the picture.
    Illustrator,
    /// Edited the text.
    Editor,
    /// Translated the text.
    Translator,
}

impl Role {
    /// Every role with the name that the canonical format gives it.
    pub const NAMES: [(Self, &'static str); 5] = [
        (Self::Author, "author"),
        (Self::Photographer, "photographer"),
        (Self::Illustrator, "illustrator"),
        (Self::Editor, "editor"),
        (Self::Translator, "translator"),
    ];
}
