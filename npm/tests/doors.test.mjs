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
  }
});
