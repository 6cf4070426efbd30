// Hostile values in the text and link fields of every format that is a tree of its own, under the corpus' own oracle.
// Holds no payload: NEWSPRINT_CORPUS names the folder that does.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { renderToString } from "newsprint";
import { news } from "./news-doors.mjs";
import { root } from "./support.mjs";

const corpus = process.env.NEWSPRINT_CORPUS;
const skip = corpus ? false : "NEWSPRINT_CORPUS names no folder";
let lines = [];
let oracle;

before(async () => {
  if (!corpus) return;
  lines = readFileSync(join(corpus, "attacks.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  // The oracle imports parse5 by its bare name, which is found from inside our folder.
  const cache = join(root, "npm/node_modules/.cache/newsprint");
  mkdirSync(cache, { recursive: true });
  copyFileSync(join(corpus, "oracle.mjs"), join(cache, "doors.mjs"));
  oracle = await import(pathToFileURL(join(cache, "doors.mjs")));
});

const span = (text, ...marks) => ({ _type: "span", text, marks });
const block = (children, markDefs = []) => ({ _type: "block", children, markDefs });
const strapi = (text) => ({ type: "text", text });
const slate = (text) => ({ text });
const leaf = (value) => ({ type: "text", value });
const tree = (...children) => ({ type: "body", version: 1, children });
const run = (value, ...marks) => ({ nodeType: "text", value, marks: marks.map((type) => ({ type })), data: {} });
const rich = (nodeType, content, data = {}) => ({ nodeType, data, content });
const linked = (target) => rich("embedded-entry-block", [], { target });
const entry = (id, fields) => ({ sys: { id: "e", type: "Entry", contentType: { sys: { id } } }, fields });
const prose = (text, ...marks) => ({ type: "text", text, marks });
const node = (type, content, attrs = {}) => ({ type, attrs, content });
const editor = (...children) => ({ root: { type: "root", version: 1, children } });
const lexical = (type, children, fields = {}) => ({ type, version: 1, children, ...fields });

/** A document of each format around a value: where text goes, and where addresses go. */
const doors = {
  "portable-text": {
    text: (value) => [
      block([span(value, "strong"), { _type: "unheard", text: value }]),
      { _type: "image", src: "/zq9.jpg", alt: value, caption: value, credit: value },
      { _type: "code", code: value, language: value },
      { _type: value, title: value },
      { _type: "quote", text: value, author: value },
    ],
    url: (value) => [
      block([span("Zq9", "l")], [{ _type: "link", _key: "l", href: value }]),
      { _type: "image", src: value, alt: "Zq9" },
      { _type: "embed", url: value, title: "Zq9" },
    ],
  },
  strapi: {
    text: (value) => [
      { type: "paragraph", children: [strapi(value)] },
      { type: "code", language: value, children: [strapi(value)] },
      { type: "image", image: { url: "/zq9.jpg", mime: "image/jpeg", alternativeText: value, caption: value }, children: [strapi("")] },
      { type: value, children: [strapi(value)] },
    ],
    url: (value) => [
      { type: "paragraph", children: [{ type: "link", url: value, children: [strapi("Zq9")] }] },
      { type: "image", image: { url: value, mime: "image/jpeg", formats: { small: { url: value, width: 300, height: 200 } } }, children: [] },
    ],
  },
  slate: {
    text: (value) => [
      { type: "p", children: [slate(value)] },
      { type: "code_block", lang: value, children: [{ type: "code_line", children: [slate(value)] }] },
      { type: "image", url: "/zq9.jpg", alt: value, caption: [slate(value)], children: [slate("")] },
      { type: value, children: [slate(value)] },
      { type: "p", children: [{ type: "mention", value, children: [slate("")] }] },
    ],
    url: (value) => [
      { type: "p", children: [{ type: "link", url: value, children: [slate("Zq9")] }] },
      { type: "image", url: value, alt: "Zq9", children: [slate("")] },
      { type: "upload", value: { url: value, mimeType: "video/mp4" }, children: [slate("")] },
      { type: "media_embed", url: value, children: [slate("")] },
    ],
  },
  "content-tree": {
    text: (value) => tree(
      { type: "paragraph", children: [leaf(value)] },
      { type: "heading", level: "chapter", fragmentIdentifier: value, children: [leaf(value)] },
      { type: "pullquote", text: value, source: value },
      { type: "image-set", id: value, picture: { alt: value, caption: value, credit: value, images: [{ url: "/zq9.jpg" }] } },
      { type: value, title: value, children: [leaf(value)] },
      { type: "flourish", id: value, description: value },
      { type: "recommended", id: value, teaserTitleOverride: value },
    ),
    url: (value) => tree(
      { type: "paragraph", children: [{ type: "link", url: value, children: [leaf("Zq9")] }] },
      { type: "image-set", id: "i", picture: { images: [{ url: value, sourceSet: [{ url: value, width: 300 }] }, { url: value, format: "mobile" }] } },
      { type: "youtube-video", url: value },
      { type: "clip-set", clips: [{ poster: value, dataSource: [{ binaryUrl: value }] }] },
      { type: "tweet", id: value },
    ),
  },
};

Object.assign(doors, {
  contentful: {
    text: (value) => rich("document", [
      rich("paragraph", [run(value, "bold", value)]),
      rich("heading-2", [run(value)]),
      rich(value, [run(value)]),
      linked(entry("code", { code: value, language: value, caption: value })),
      linked(entry(value, { title: value, text: value })),
      linked(entry("wrapper", { image: { sys: { id: "a" }, fields: { title: value, description: value, file: { url: "/zq9.jpg", contentType: "image/jpeg" } } }, caption: value, credit: value })),
      linked({ sys: { type: "Link", linkType: "Entry", id: value } }),
    ]),
    url: (value) => rich("document", [
      rich("paragraph", [rich("hyperlink", [run("Zq9")], { uri: value })]),
      linked({ sys: { id: "a" }, fields: { title: "Zq9", file: { url: value, contentType: "image/jpeg" } } }),
      linked({ sys: { id: "b" }, fields: { title: "Zq9", file: { url: value, contentType: "application/pdf" } } }),
      linked(entry("videoEmbed", { title: "Zq9", embedUrl: value })),
      linked(entry("page", { title: "Zq9", slug: "zq9", url: value, body: rich("document", []) })),
    ]),
  },
  prosemirror: {
    text: (value) => node("doc", [
      node("paragraph", [prose(value, { type: "bold" }, { type: value }), node("mention", [], { label: value }), node(value, [prose(value)])]),
      node("codeBlock", [prose(value)], { language: value }),
      node("image", [], { src: "/zq9.jpg", alt: value, caption: value, credit: value }),
      node(value, [node("paragraph", [prose(value)])], { title: value }),
      node("blok", [], { body: [{ component: value, text: value }] }),
      node("footnote", [node("paragraph", [prose(value)])], { number: value }),
    ]),
    url: (value) => node("doc", [
      node("paragraph", [prose("Zq9", { type: "link", attrs: { href: value } }), prose("Zq9", { type: "link", attrs: { href: value, linktype: "email" } })]),
      node("image", [], { src: value, alt: "Zq9", href: value }),
      node("youtube", [], { src: value, title: "Zq9" }),
      node("button", [], { url: value, text: "Zq9" }),
      node("mention", [], { label: "Zq9", href: value }),
      node("inlineCard", [], { url: value }),
    ]),
  },
  lexical: {
    text: (value) => editor(
      lexical("paragraph", [{ type: "text", text: value, format: 1 }, lexical(value, [{ type: "text", text: value }])]),
      lexical("code", [{ type: "code-highlight", text: value }], { language: value }),
      lexical("bookmark", [], { url: "/zq9", metadata: { title: value, description: value, publisher: value } }),
      lexical("codeblock", [], { code: value, language: value }),
      lexical("audio", [], { src: "/zq9.mp3", title: value }),
      lexical("upload", [], { value: { url: "/zq9.jpg", mimeType: "image/jpeg", alt: value, caption: value, credit: value } }),
      lexical("block", [], { fields: { blockType: value, title: value } }),
      lexical(value, [{ type: "text", text: value }]),
    ),
    url: (value) => editor(
      lexical("paragraph", [lexical("link", [{ type: "text", text: "Zq9" }], { url: value }), lexical("link", [{ type: "text", text: "Zq9" }], { fields: { url: value } })]),
      lexical("image", [], { src: value, alt: "Zq9", href: value }),
      lexical("embed", [], { url: value, metadata: { title: "Zq9" } }),
      lexical("bookmark", [], { url: value, metadata: { title: "Zq9", thumbnail: value } }),
      lexical("video", [], { src: value, thumbnailSrc: value }),
      lexical("product", [], { productTitle: "Zq9", productUrl: value, productImageSrc: value }),
      lexical("upload", [], { value: { url: value, mimeType: "image/jpeg", sizes: { card: { url: value, width: 600, height: 400 } } } }),
    ),
  },
});

for (const [from, contexts] of Object.entries({ ...doors, ...news })) {
  for (const [context, write] of Object.entries(contexts)) {
    test(`${context} in ${from}`, { skip }, () => {
      for (const line of lines.filter((line) => line.context === context)) {
        const document = write(line.payload);
        const html = renderToString(typeof document === "string" ? document : JSON.stringify(document), { from });
        assert.deepEqual(oracle.check(html, { idPrefix: "np-" }), [], `${line.id} ${JSON.stringify(line.payload)}\n${html}`);
      }
    });
  }
}

test("HTML in the fields of blocks", { skip }, () => {
  for (const line of lines.filter((line) => line.context === "html-fragment")) {
    const blocks = [{ _type: "html", html: line.payload }];
    const html = renderToString(JSON.stringify(blocks), { from: "portable-text" });
    assert.deepEqual(oracle.check(html, { idPrefix: "np-" }), [], `${line.id} ${JSON.stringify(line.payload)}\n${html}`);
    const post = tree({ type: "tweet", id: "1", html: line.payload });
    const shown = renderToString(JSON.stringify(post), { from: "content-tree" });
    assert.deepEqual(oracle.check(shown, { idPrefix: "np-" }), [], `${line.id} ${JSON.stringify(line.payload)}\n${shown}`);
    const cards = editor(
      lexical("html", [], { html: line.payload }),
      lexical("image", [], { src: "/zq9.jpg", alt: "Zq9", caption: line.payload }),
      lexical("callout", [], { calloutText: line.payload }),
      lexical("toggle", [], { heading: line.payload, content: line.payload }),
      lexical("markdown", [], { markdown: line.payload }),
    );
    const letter = renderToString(JSON.stringify(cards), { from: "lexical" });
    assert.deepEqual(oracle.check(letter, { idPrefix: "np-" }), [], `${line.id} ${JSON.stringify(line.payload)}\n${letter}`);
  }
});

/** What no format but the name of a field knows: HTML and Markdown in a record, and addresses among words. */
const records = {
  text: (value) => ({ title: value, author: value, teaser: value, body: `<p>Zq9</p>${value}` }),
  url: (value) => ({ title: "Zq9", url: value, image: value, text: `Zq9 ${value}, www.zq9.org/${value} zq9@zq9.org/${value}` }),
  "html-fragment": (value) => ({ items: [{ title: "Zq9", summary: value, content_html: value }] }),
  markdown: (value) => ({ data: { title: "Zq9", body_markdown: value } }),
};

for (const [context, write] of Object.entries(records)) {
  test(`${context} in a record`, { skip }, () => {
    const found = lines.filter((line) => line.context === context && line.payload.trim());
    assert.ok(found.length > 0);
    for (const line of found) {
      const html = renderToString(JSON.stringify(write(line.payload)));
      assert.deepEqual(oracle.check(html, { idPrefix: "np-" }), [], `${line.id} ${JSON.stringify(line.payload)}\n${html}`);
    }
  });
}
