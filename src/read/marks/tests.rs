//! How marks nest.

use super::{Marks, Run};
use crate::model::{Direction, Inline, Link, Mark, Span, Url};

/// A line as a test spells it: `b` strong, `i` emphasis, `u` underline, `c` code, `1` and `2` links, `s` a span.
fn check(pieces: &[(&str, &str)], expected: &str) {
    let mut run = Run::default();
    let links = ["/1", "/2"].map(|href| {
        let link = Link { href: Url::parse(href).ok(), ..Link::default() };
        run.link(link)
    });
    let span = run.span(Inline::Span(Span { direction: Some(Direction::Rtl), ..Span::default() }));
    for (text, marks) in pieces {
        let marks = marks.chars().fold(Marks::default(), |marks, name| match name {
            'b' => marks.with(Mark::Strong),
            'i' => marks.with(Mark::Emphasis),
            'u' => marks.with(Mark::Underline),
            'k' => marks.with(Mark::Keyboard),
            'c' => marks.code(),
            's' => marks.span(span),
            '1' => marks.link(links[0]),
            '2' => marks.link(links[1]),
            _ => panic!("{name}"),
        });
        if *text == "/" { run.line_break() } else { run.text((*text).into(), marks) }
    }
    assert_eq!(show(&run.finish()), expected, "{pieces:?}");
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the test has no others")]
fn show(line: &[Inline<'_>]) -> String {
    let piece = |inline: &Inline<'_>| match inline {
        Inline::Text(text) => text.to_string(),
        Inline::Code(text) => format!("c({text})"),
        Inline::Break => "/".to_owned(),
        Inline::Link(link) => {
            format!("{}({})", &link.href.as_ref().map_or("", |href| href.as_str())[1..], show(&link.content))
        }
        Inline::Marked(mark, content) => {
            let name = match mark {
                Mark::Strong => "b",
                Mark::Emphasis => "i",
                Mark::Underline => "u",
                _ => "k",
            };
            format!("{name}({})", show(content))
        }
        _ => format!("s({})", show(inline.content())),
    };
    // Neighbouring texts would be written as one: a stroke tells them apart.
    let mut out = String::new();
    for (index, inline) in line.iter().enumerate() {
        if matches!((index.checked_sub(1).map(|index| &line[index]), inline), (Some(Inline::Text(_)), Inline::Text(_)))
        {
            out.push('|');
        }
        out.push_str(&piece(inline));
    }
    out
}

#[test]
fn neighbours_with_equal_marks_are_joined() {
    check(&[("The ", ""), ("fer", ""), ("ry", "")], "The ferry");
    check(&[("The ", "b"), ("ferry", "b"), ("", "i")], "b(The ferry)");
    check(&[("a", "c"), ("b", "c"), ("c", "bc")], "c(ab)b(c(c))");
    check(&[("a", "1"), ("b", "1"), ("c", "2")], "1(ab)2(c)");
}

#[test]
fn the_longest_mark_is_outermost() {
    check(&[("a", "bi"), ("b", "i")], "i(b(a)b)");
    check(&[("a", "b"), ("b", "bi"), ("c", "i")], "b(ai(b))i(c)");
    check(&[("a", "ub"), ("b", "ubi"), ("c", "u")], "u(b(ai(b))c)");
    check(&[("a", "b1"), ("b", "1"), ("c", "b")], "1(b(a)b)b(c)");
    check(&[("a", "1b"), ("b", "b")], "b(1(a)b)");
}

#[test]
fn ties_go_by_the_order_of_marks() {
    check(&[("a", "kuib1sc")], "1(s(b(i(u(k(c(a)))))))");
    check(&[("a", "12")], "1(a)");
}

#[test]
fn lines_end_where_line_feeds_are() {
    check(&[("one\ntwo", "b"), ("\n", "")], "b(one/two)/");
    check(&[("a\nb", "c")], "c(a)/c(b)");
}

#[test]
fn marks_go_on_behind_the_end_of_a_line() {
    check(&[("one", "bi"), ("/", ""), ("/", ""), ("two", "b")], "b(i(one)//two)");
    check(&[("/", ""), ("one", "b"), ("/", "")], "/b(one)/");
}

#[test]
fn a_long_line_takes_time_in_proportion() {
    let mut run = Run::default();
    let link = run.link(Link::default());
    for at in 0..20_000 {
        // The marks of all neighbours overlap, so every layer has something to look at.
        let all = Mark::NAMES.iter().fold(Marks::default().link(link), |marks, (mark, _)| marks.with(*mark));
        run.text("x".into(), if at % 2 == 0 { all } else { all.code() });
    }
    assert_eq!(run.len(), 20_000);
    let mut line = run.finish();
    for _ in 0..=Mark::NAMES.len() {
        line = line[0].content().to_vec();
    }
    assert_eq!(line.len(), 20_000);
}

#[test]
fn layers_are_in_the_order_of_the_names() {
    for (index, (mark, _)) in Mark::NAMES.iter().enumerate() {
        assert_eq!(*mark as usize, index);
    }
}
