// The rendered documents under other people's checkers: the Nu HTML checker, axe-core and parse5.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { renderToString } from "newsprint";
import { parseFragment, serialize } from "parse5";
import { articles, browser, hosted, newsprint, root, serve } from "./support.mjs";

const resolve = createRequire(import.meta.url).resolve;
/** Colours and widths hardly depend on the level, and all of them at every level take minutes: on request. */
const isThorough = process.env.NEWSPRINT_THOROUGH === "1";
const LOOKS = ["light", "dark"].flatMap((colorScheme) => [320, 1280].map((width) => ({ colorScheme, width })));
const all = [1, 2, 3, 4, 5].flatMap((level) =>
  [...articles(), ...hosted()].map(({ name, path, options }) => ({ name: `${name}-${level}`, level, html: page(path, level, options) })),
);
/** Where nothing is above them, the headings of an article without a headline are several of the first level. */
const isHeaded = ({ level, html }) => level > 1 || html.includes('class="np-headline"');
const pages = all.filter(isHeaded);

test("every page but one has what heads it", () => {
  const leftOut = all.filter((page) => !isHeaded(page)).map(({ name }) => name);
  assert.deepEqual(leftOut, ["headline-2.json-1"], "what is missing is the author's to write, and is reported");
});

/** A page whose own headings lead down to the article's. */
function page(path, level, options) {
  const words = ["render", path, "--to", "page", "--heading-level", String(level), ...flags(options)];
  const html = newsprint(words).toString();
  const above = [1, 2, 3, 4].slice(0, level - 1).map((number) => `<h${number}>Heading ${number}</h${number}>`);
  return above.length > 0 ? html.replace(/<body[^>]*>/, (body) => `${body}<header>${above.join("")}</header>`) : html;
}

/** The options of a host as the command takes them. */
function flags({ contents, header, updateThreshold = 1, ownCredits = [], words = {} } = {}) {
  return [
    ...(contents ? ["--contents"] : []),
    ...(header ? ["--header", header.join(",")] : []),
    ...["--update-threshold", String(updateThreshold)],
    ...ownCredits.flatMap((credit) => ["--own-credit", credit]),
    ...Object.entries(words).flatMap(([name, word]) => ["--word", `${name}=${word}`]),
  ];
}

test("the Nu HTML checker reports nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "newsprint-"));
  after(() => rmSync(folder, { recursive: true }));
  const files = pages.map(({ name, html }) => {
    const file = join(folder, `${name}.html`);
    // Its CSS parser knows neither `clamp` in custom properties nor container queries; the theme has tests of its own.
    writeFileSync(file, html.replace(/<style>.*?<\/style>/s, ""));
    return file;
  });
  const jar = join(resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
  const report = execFileSync("java", ["-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", ...files], { encoding: "utf8" });
  const said = JSON.parse(report).messages.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`);
  assert.deepEqual(said, []);
});

test(`axe-core finds no violation and nothing is wider than the window, light and dark, narrow and wide${isThorough ? ", at every level" : ""}`, async (test) => {
  const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
  const address = await serve(
    Object.fromEntries(pages.map(({ html }, index) => [`/${index}.html`, html])),
    { "/": join(root, "www/samples") },
  );
  const tab = await (await browser()).newPage();
  const found = [];
  let runs = 0;
  for (const [index, { name, level }] of pages.entries()) {
    await tab.goto(`${address}/${index}.html`);
    await tab.evaluate(axe);
    for (const { colorScheme, width } of isThorough || level === 1 ? LOOKS : LOOKS.slice(1, 2)) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 800 });
      const violations = await tab.evaluate(() => axe.run().then(({ violations }) => violations));
      runs += 1;
      const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${name}, ${width} px: wider than the window by ${over} px`);
      for (const { id, nodes } of violations) {
        found.push(`${name}, ${colorScheme}, ${width} px: ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      }
    }
  }
  test.diagnostic(`${pages.length} pages, ${runs} runs`);
  assert.deepEqual(found, []);
});

test("a parser builds the tree that we wrote", () => {
  for (const { name, bytes } of articles()) {
    const html = renderToString(bytes);
    const once = serialize(parseFragment(html));
    assert.equal(serialize(parseFragment(once)), once, name);
    // parse5 leaves `<` and `>` alone in attributes, where the standard has escaped them since 2025.
    const plain = (text) => text.replace(/="[^"]*"/g, (value) => value.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
    assert.equal(plain(html), once, name);
  }
});
