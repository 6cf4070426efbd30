// Hostile values in every field they fit, under the corpus' own oracle. Holds no payload: NEWSPRINT_CORPUS names the
// folder that does.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { renderToString } from "newsprint";
import { parseFragment } from "parse5";
import { root } from "./support.mjs";

const corpus = process.env.NEWSPRINT_CORPUS;
const skip = corpus ? false : "NEWSPRINT_CORPUS names no folder";
const profile = { idPrefix: "np-" };
let lines = [];
let oracle;

before(async () => {
  if (!corpus) return;
  lines = readFileSync(join(corpus, "attacks.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  // The oracle imports parse5 by its bare name, which is found from inside our folder.
  const cache = join(root, "npm/node_modules/.cache/newsprint");
  mkdirSync(cache, { recursive: true });
  copyFileSync(join(corpus, "oracle.mjs"), join(cache, "oracle.mjs"));
  oracle = await import(pathToFileURL(join(cache, "oracle.mjs")));
});

const text = (value) => [{ type: "text", value }];
const paragraph = (value) => ({ type: "paragraph", content: text(value) });
const image = { type: "image", src: "/zq9.jpg", alt: "Zq9 alt", caption: text("Zq9 caption"), creditText: "Zq9 credit" };

/** An article in which all but the parts in hand is fixed, with a sentinel on each side of the body under test. */
function article(body, header = {}) {
  const sentinels = [paragraph("Sentinel before"), paragraph("Sentinel after")];
  return JSON.stringify({ type: "article", headline: text("Zq9 headline"), language: "en", ...header, body: sentinels.toSpliced(1, 0, ...body) });
}

const note = (id) => [
  { type: "paragraph", content: [...text("Zq9"), { type: "footnoteRef", id }] },
  { type: "footnotes", items: [{ id, content: [paragraph("Zq9 note")] }] },
];

/** Where the values of each context go. */
const fields = {
  text: {
    headline: (value) => article([], { headline: text(value) }),
    paragraph: (value) => article([paragraph(value)]),
    caption: (value) => article([{ ...image, caption: text(value) }]),
    alt: (value) => article([{ ...image, alt: value }]),
    credit: (value) => article([{ ...image, creditText: value }]),
  },
  url: {
    href: (value) => article([{ type: "paragraph", content: [{ type: "link", href: value, content: text("Zq9") }] }]),
    src: (value) => article([{ ...image, src: value }]),
  },
  id: {
    heading: (value) => article([{ type: "heading", level: 2, id: value, content: text("Zq9") }]),
    footnote: (value) => article(note(value)),
  },
  lang: {
    article: (value) => article([], { language: value }),
    span: (value) => article([{ type: "paragraph", content: [{ type: "span", lang: value, content: text("Zq9") }] }]),
  },
};

/** Values whose trees the tree of an attack may equal: one that is taken, and ones that are refused. */
// A credit that says itself that it is one needs no label of ours.
const benign = { text: ["Zq9", "", "Credit: Zq9"], url: ["/Zq9", "javascript:0"], id: ["Zq9", ""], lang: ["en", "ar", "not a tag"] };

/** The element names, attribute names and their order, without any value. */
function skeleton(node) {
  const children = (node.childNodes ?? []).map(skeleton).filter(Boolean).join("");
  if (!node.tagName) return children;
  return `<${node.tagName} ${node.attrs.map(({ name }) => name).sort().join(" ")}>${children}</>`;
}

const sentinels = (html) => ["Sentinel before", "Sentinel after"].every((sentinel) => html.includes(`<p>${sentinel}</p>`));

function of(context, severities) {
  return lines.filter((line) => line.context === context && severities.includes(line.severity));
}

const said = (line, html) => `${line.id} ${JSON.stringify(line.payload)}\n${html}`;

for (const [context, places] of Object.entries(fields)) {
  for (const [place, write] of Object.entries(places)) {
    test(`${context} in ${place}`, { skip }, () => {
      assert.ok(renderToString(write(benign[context][0])).includes(benign[context][0]), "the value is not shown at all");
      const shapes = benign[context].map((value) => skeleton(parseFragment(renderToString(write(value)))));
      for (const line of of(context, ["exec", "policy", "control"])) {
        const html = renderToString(write(line.payload));
        assert.deepEqual(oracle.check(html, profile), [], said(line, html));
        assert.ok(shapes.includes(skeleton(parseFragment(html))), `another tree: ${said(line, html)}`);
        assert.ok(sentinels(html), `a neighbour changed: ${said(line, html)}`);
      }
    });
  }
}

test("markdown", { skip }, () => {
  for (const line of of("markdown", ["exec", "policy", "control"])) {
    const html = renderToString(`# Zq9\n\n${line.payload}\n`, { from: "markdown" });
    assert.deepEqual(oracle.check(html, profile), [], said(line, html));
  }
});

test("harmless text is shown as it is", { skip }, () => {
  for (const line of of("text", ["control"])) {
    const [shown] = parseFragment(renderToString(fields.text.paragraph(line.payload))).childNodes;
    assert.ok(content(shown).includes(`Sentinel before${line.payload}Sentinel after`), line.id);
  }
});

test("harmless addresses are followed", { skip }, () => {
  for (const line of of("url", ["control"])) {
    const html = renderToString(fields.url.href(line.payload));
    const [, href] = /<p><a href="([^"]*)">Zq9<\/a><\/p>/.exec(html) ?? [];
    assert.equal(href?.replaceAll("&amp;", "&"), line.payload, said(line, html));
  }
});

test("harmless language tags are kept", { skip }, () => {
  for (const line of of("lang", ["control"])) {
    const html = renderToString(fields.lang.span(line.payload));
    assert.ok(html.includes(`lang="${line.payload}"`), said(line, html));
    assert.ok(!/^(ar|he|fa)/.test(line.payload) || html.includes('dir="rtl"'), said(line, html));
  }
});

test("harmless Markdown keeps its text and links", { skip }, () => {
  for (const line of of("markdown", ["control"])) {
    const html = renderToString(`# Zq9\n\n${line.payload}\n`, { from: "markdown" });
    for (const [, href] of line.payload.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)) {
      assert.ok(html.includes(`href="${href}"`), said(line, html));
    }
    for (const [word] of line.payload.matchAll(/[a-z]{4,}(?![^(]*\))/gi)) {
      assert.ok(content(parseFragment(html)).includes(word) || /copy/.test(word), said(line, html));
    }
  }
});

function content(node) {
  return node.value ?? (node.childNodes ?? []).map(content).join("");
}
