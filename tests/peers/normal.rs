//! A form of HTML in which pages that say the same are equal: blocks, marks by their meaning, links and pictures; it knows
//! no article.

use std::collections::BTreeSet;
use std::fmt::Write;

use scraper::{ElementRef, Html, Node};

/// Something on a page.
enum Item {
    /// A line and what kind of line it is: `p`, `h`, `pre`.
    Line(&'static str, u8, String),
    /// A block with others in it.
    Block(&'static str, Vec<Item>),
    /// A block without any, such as a picture.
    Single(String),
}

/// Returns the form of a piece of HTML, one thing to a line.
pub(crate) fn normal(html: &str) -> String {
    let page = Html::parse_fragment(html);
    let mut walk = Walk::default();
    walk.children(page.root_element(), &Marks::default());
    walk.end_line();
    let mut levels = BTreeSet::new();
    find_levels(&walk.items, &mut levels);
    let levels: Vec<_> = levels.into_iter().collect();
    let mut out = String::new();
    write_items(&walk.items, 0, &levels, &mut out);
    out
}

/// A heading counts by its place among the levels of its page: which is the highest is not the body's to say.
fn find_levels(items: &[Item], levels: &mut BTreeSet<u8>) {
    for item in items {
        match item {
            Item::Line("h", level, _) => drop(levels.insert(*level)),
            Item::Block(_, items) => find_levels(items, levels),
            Item::Line(..) | Item::Single(_) => {}
        }
    }
}

fn write_items(items: &[Item], depth: usize, levels: &[u8], out: &mut String) {
    let indent = "  ".repeat(depth);
    for item in items {
        match item {
            Item::Line(kind, level, text) => {
                let rank = levels.iter().position(|own| own == level).map_or_else(String::new, |rank| rank.to_string());
                let rank = if *kind == "h" { rank } else { String::new() };
                writeln!(out, "{indent}{kind}{rank}: {text}").unwrap();
            }
            Item::Single(text) => writeln!(out, "{indent}{text}").unwrap(),
            Item::Block(kind, items) => {
                writeln!(out, "{indent}{kind}").unwrap();
                write_items(items, depth + 1, levels, out);
            }
        }
    }
}

/// The marks and the link around a text. Which stands in which says nothing.
#[derive(Clone, Default, PartialEq)]
struct Marks {
    names: BTreeSet<&'static str>,
    link: Option<String>,
    is_pre: bool,
}

#[derive(Default)]
struct Walk {
    items: Vec<Item>,
    line: Vec<(String, Marks)>,
    kind: Option<(&'static str, u8)>,
}

/// What elements mean that mark words.
const MARKS: [(&str, &str); 19] = [
    ("b", "strong"),
    ("strong", "strong"),
    ("i", "em"),
    ("em", "em"),
    ("u", "u"),
    ("ins", "u"),
    ("s", "s"),
    ("strike", "s"),
    ("del", "s"),
    ("code", "code"),
    ("tt", "code"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("mark", "mark"),
    ("kbd", "kbd"),
    ("small", "small"),
    ("q", "q"),
    ("cite", "cite"),
    ("abbr", "abbr"),
];
/// Blocks that hold others.
const BLOCKS: [&str; 14] =
    ["ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "figcaption", "dl", "dt", "dd", "aside", "details"];
/// Elements that stand in a line and mean nothing.
const SPANS: [&str; 6] = ["span", "font", "time", "bdi", "label", "button"];
/// Elements that nobody sees.
const HIDDEN: [&str; 5] = ["script", "style", "template", "noscript", "svg"];

impl Walk {
    fn children(&mut self, element: ElementRef<'_>, marks: &Marks) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text(text, marks),
                Node::Element(_) => self.element(ElementRef::wrap(child).unwrap(), marks),
                Node::Document
                | Node::Fragment
                | Node::Doctype(_)
                | Node::Comment(_)
                | Node::ProcessingInstruction(_) => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, marks: &Marks) {
        let name = element.value().name();
        let has_class = |class: &str| element.value().classes().any(|own| own == class);
        // What is only heard, and signs that stand for it, are our own words.
        if HIDDEN.contains(&name) || has_class("np-vh") || has_class("np-check") {
            return;
        }
        if let Some((_, mark)) = MARKS.iter().find(|(own, _)| *own == name) {
            let mut marks = marks.clone();
            if !(marks.is_pre && *mark == "code") {
                marks.names.insert(mark);
            }
            return self.children(element, &marks);
        }
        if has_class("np-embed-link") {
            return self.embed(element, marks);
        }
        if has_class("np-pictures") {
            return self.gallery(element, marks);
        }
        match name {
            "br" => self.text("\n", &Marks { is_pre: true, ..marks.clone() }),
            "a" => {
                let link = element.attr("href").map(address).filter(|href| !href.is_empty());
                self.children(element, &Marks { link: marks.link.clone().or(link), ..marks.clone() });
            }
            "img" => self.picture(element, marks),
            "hr" => self.single("hr".to_owned()),
            "video" | "audio" | "iframe" => {
                let own = element.attr("src").map(str::to_owned);
                let inside = element.descendent_elements().find_map(|inner| inner.attr("src").map(str::to_owned));
                self.single(format!("{name} {}", watched(&own.or(inside).unwrap_or_default())));
            }
            "p" => self.line_of(element, ("p", 0), marks),
            "pre" => self.line_of(element, ("pre", 0), &Marks { is_pre: true, ..marks.clone() }),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.trim_start_matches('h').parse().unwrap();
                self.line_of(element, ("h", level), marks);
            }
            _ if SPANS.contains(&name) => self.children(element, marks),
            _ => match BLOCKS.iter().find(|own| **own == name) {
                Some(kind) => self.block(kind, element, marks),
                None => {
                    self.end_line();
                    self.children(element, marks);
                    self.end_line();
                }
            },
        }
    }

    /// What another site shows is a link with us until somebody asks for it, and the words of that link are our own.
    fn embed(&mut self, element: ElementRef<'_>, marks: &Marks) {
        let words: String = element.text().collect();
        let link = element.descendent_elements().find_map(|inner| inner.attr("href"));
        match link.filter(|_| words.starts_with("Content from ")) {
            Some(link) => self.single(format!("iframe {link}")),
            None if words.starts_with("Open on ") => {}
            None => self.line_of(element, ("p", 0), marks),
        }
    }

    /// The pictures of a gallery are a list with us, and one after the other with others.
    fn gallery(&mut self, list: ElementRef<'_>, marks: &Marks) {
        for item in list.child_elements() {
            self.end_line();
            self.children(item, marks);
            self.end_line();
        }
    }

    fn line_of(&mut self, element: ElementRef<'_>, kind: (&'static str, u8), marks: &Marks) {
        self.end_line();
        let before = self.kind.replace(kind);
        self.children(element, marks);
        self.end_line();
        self.kind = before;
    }

    fn block(&mut self, kind: &'static str, element: ElementRef<'_>, marks: &Marks) {
        self.end_line();
        let outer = std::mem::take(&mut self.items);
        let before = self.kind.take();
        self.children(element, marks);
        self.end_line();
        self.kind = before;
        let inside = std::mem::replace(&mut self.items, outer);
        if !inside.is_empty() || matches!(kind, "td" | "th" | "li") {
            self.items.push(Item::Block(kind, inside));
        }
    }

    fn single(&mut self, text: String) {
        self.end_line();
        self.items.push(Item::Single(text));
    }

    /// A picture on a line of its own is a block, wherever a renderer puts it.
    fn picture(&mut self, element: ElementRef<'_>, marks: &Marks) {
        let attribute = |name: &str| element.attr(name).unwrap_or_default();
        let picture = format!("[{} | {}]", address(attribute("src")), attribute("alt"));
        self.line.push((picture, Marks { is_pre: false, ..marks.clone() }));
    }

    fn text(&mut self, text: &str, marks: &Marks) {
        let text = text.replace('\u{a0}', " ");
        let text = if marks.is_pre { text } else { text.split_inclusive(char::is_whitespace).map(one_space).collect() };
        match self.line.last_mut() {
            Some((before, own)) if own.names == marks.names && own.link == marks.link => before.push_str(&text),
            Some(_) | None => self.line.push((text, Marks { is_pre: false, ..marks.clone() })),
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let (kind, level) = self.kind.unwrap_or(("p", 0));
        let mut out = String::new();
        let mut is_after_space = true;
        for (text, marks) in line {
            let text = if kind == "pre" { text } else { collapsed(&text, &mut is_after_space) };
            if text.is_empty() {
                continue;
            }
            let mut names: Vec<_> = marks.names.iter().map(|name| (*name).to_owned()).collect();
            names.extend(marks.link);
            out.push_str(&if names.is_empty() || text.trim().is_empty() {
                text
            } else {
                format!("<{}>{text}</>", names.join(" "))
            });
        }
        let out = out.trim().replace(" </>", "</> ").replace('\n', "⏎");
        if !out.is_empty() {
            self.items.push(Item::Line(kind, level, out));
        }
    }
}

/// The page of a film for the address of its player.
fn watched(address: &str) -> String {
    let film = address.strip_prefix("https://www.youtube.com/embed/").and_then(|rest| rest.split('?').next());
    film.map_or_else(|| address.to_owned(), |film| format!("https://www.youtube.com/watch?v={film}"))
}

/// An address with what must not stand in one as a URL parser writes it.
fn address(address: &str) -> String {
    address.trim().replace('"', "%22").replace('<', "%3C").replace('>', "%3E").replace(' ', "%20")
}

fn one_space(word: &str) -> String {
    let end = if word.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{}{end}", word.trim_end())
}

/// The text with one space for several, and none at the beginning of a line.
fn collapsed(text: &str, is_after_space: &mut bool) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c == '\n' {
            while out.ends_with(' ') {
                out.pop();
            }
            out.push(c);
            *is_after_space = true;
        } else if c != ' ' {
            out.push(c);
            *is_after_space = false;
        } else if !std::mem::replace(is_after_space, true) {
            out.push(c);
        }
    }
    out
}
