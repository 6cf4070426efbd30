// Hostile values through every format: as HTML, as words, as addresses, under the corpus' own oracle. Holds no payload:
// NEWSPRINT_CORPUS names the folder that does.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { formats, renderToString } from "newsprint";
import { parseFragment } from "parse5";
import { attributes, link, markup, picture, sentinels, text } from "./fields.mjs";
import { root } from "./support.mjs";

const corpus = process.env.NEWSPRINT_CORPUS;
const skip = corpus ? false : "NEWSPRINT_CORPUS names no folder";
const profile = { idPrefix: "np-" };
const known = formats().map(({ name }) => name);
let lines = [];
let oracle;

before(async () => {
  if (!corpus) return;
  lines = readFileSync(join(corpus, "attacks.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const cache = join(root, "npm/node_modules/.cache/newsprint");
  mkdirSync(cache, { recursive: true });
  copyFileSync(join(corpus, "oracle.mjs"), join(cache, "hostile.mjs"));
  oracle = await import(pathToFileURL(join(cache, "hostile.mjs")));
});

const of = (context, ...severities) => lines.filter((line) => line.context === context && severities.includes(line.severity));
const said = (line, html) => `${line.id} ${JSON.stringify(line.payload)}\n${html}`;

/** Calls `check` for each place of each format that can be read. */
function each(doors, check) {
  for (const [format, places] of Object.entries(doors).filter(([format]) => known.includes(format))) {
    for (const [place, write] of Object.entries(places)) {
      test(`${format}: ${place}`, { skip }, () => check((value) => renderToString(write(value), { from: format }), format));
    }
  }
}

const keeps = (html) => sentinels.every((sentinel) => html.includes(sentinel));

function skeleton(node) {
  const children = (node.childNodes ?? []).map(skeleton).filter(Boolean).join("");
  if (!node.tagName) return children;
  return `<${node.tagName} ${node.attrs.map(({ name }) => name).sort().join(" ")}>${children}</>`;
}

each(markup, (show) => {
  const isKept = keeps(show("Zq9"));
  assert.ok(show("Zq9").includes("Zq9"), `the value is not shown at all: ${show("Zq9")}`);
  for (const line of [...of("html-fragment", "exec", "policy"), ...of("markdown", "exec"), ...of("text", "exec", "policy")]) {
    const html = show(line.payload);
    assert.deepEqual(oracle.check(html, profile), [], said(line, html));
    assert.ok(!isKept || keeps(html), `a neighbour is lost: ${said(line, html)}`);
  }
});

each(text, (show) => {
  assert.ok(show("Zq9").includes("Zq9"), `the value is not shown at all: ${show("Zq9")}`);
  const shapes = ["Zq9", "", "Credit: Zq9", "Zq9\nZq9", "Zq9\n\nZq9"].map((value) => skeleton(parseFragment(show(value))));
  for (const line of of("text", "exec", "policy", "control")) {
    const html = show(line.payload);
    assert.deepEqual(oracle.check(html, profile), [], said(line, html));
    assert.ok(shapes.includes(skeleton(parseFragment(html))), `another tree: ${said(line, html)}`);
    assert.ok(keeps(html), `a neighbour is lost: ${said(line, html)}`);
  }
});

each(link, (show) => {
  for (const line of of("url", "exec", "policy", "control")) {
    const html = show(line.payload);
    assert.deepEqual(oracle.check(html, profile), [], said(line, html));
    assert.ok(html.includes("Zq9"), `the words are lost: ${said(line, html)}`);
    if (line.severity === "control") {
      assert.ok(html.replaceAll("&amp;", "&").includes(`href="${line.payload}"`), `not followed: ${said(line, html)}`);
    }
  }
});

each(picture, (show) => {
  for (const line of of("url", "exec", "policy")) {
    const html = show(line.payload);
    assert.deepEqual(oracle.check(html, profile), [], said(line, html));
  }
  const address = "https://example.org/w_1,h_2/zq9.jpg";
  assert.ok(show(address).includes(address), `the picture is not shown: ${show(address)}`);
});

for (const [context, places] of Object.entries(attributes)) {
  for (const [place, write] of Object.entries(places)) {
    test(`HTML: ${place} with values of ${context}`, { skip }, () => {
      for (const line of of(context, "exec", "policy", "control")) {
        const html = renderToString(write(line.payload), { from: "html" });
        assert.deepEqual(oracle.check(html, profile), [], said(line, html));
        assert.ok(keeps(html) && html.includes("Zq9"), `a neighbour is lost: ${said(line, html)}`);
      }
    });
  }
}
