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
import { articles, browser, newsprint, root, serve } from "./support.mjs";

const resolve = createRequire(import.meta.url).resolve;
/** A page of an article without a headline cannot pass: what is missing is the author's to write, and is reported. */
const pages = [1, 2, 3, 4, 5].flatMap((level) =>
  articles()
    .map(({ name, path }) => ({ name: `${name}-${level}`, level, html: hosted(path, level) }))
    .filter(({ html }) => html.includes('class="np-headline"')),
);

/** A page whose own headings lead down to the article's. */
function hosted(path, level) {
  const html = newsprint(["render", path, "--to", "page", "--heading-level", String(level)]).toString();
  const above = [1, 2, 3, 4].slice(0, level - 1).map((number) => `<h${number}>Heading ${number}</h${number}>`);
  return above.length > 0 ? html.replace(/<body[^>]*>/, (body) => `${body}<header>${above.join("")}</header>`) : html;
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

test("axe-core finds no violation, light and dark, narrow and wide", async () => {
  const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
  const address = await serve(
    Object.fromEntries(pages.map(({ html }, index) => [`/${index}.html`, html])),
    { "/": join(root, "www/samples") },
  );
  const chromium = await browser();
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      const tab = await chromium.newPage({ colorScheme, viewport: { width, height: 800 } });
      for (const [index, { name, level }] of pages.entries()) {
        // Colours and widths do not depend on the level.
        if (level > 1 && (colorScheme === "dark" || width === 320)) continue;
        await tab.goto(`${address}/${index}.html`);
        await tab.evaluate(axe);
        const violations = await tab.evaluate(() => axe.run().then(({ violations }) => violations));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        assert.deepEqual(found, [], `${name}, ${colorScheme}, ${width} px`);
      }
      await tab.close();
    }
  }
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
