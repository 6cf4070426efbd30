// The lean module: the same bytes for what it reads, one error for other formats, and no more of it than a page needs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { init, NewsprintError, renderToString } from "newsprint/slim";
import { articles, browser, dist, serve } from "./support.mjs";

const module = (name) => readFileSync(join(dist, name));
const outcome = (bytes) => {
  try {
    return renderToString(bytes);
  } catch (error) {
    assert.ok(error instanceof NewsprintError, error.stack);
    return error.code;
  }
};

test("the lean module writes what the whole one writes, or says that it needs it", async () => {
  await init(module("newsprint.wasm"));
  const whole = articles().map(({ bytes }) => outcome(bytes));
  await init(module("newsprint-lean.wasm"));
  let same = 0;
  articles().forEach(({ name, bytes }, index) => {
    const html = outcome(bytes);
    if (html === whole[index]) same++;
    else assert.equal(html, "format-unread", name);
    if (html === "format-unread") assert.ok(!/\.txt$/.test(name), name);
  });
  assert.ok(same > 10, `${same} are read by both`);
});

const line = { type: "paragraph", content: ["It sails ", { type: "strong", content: "at ten" }, "."] };
const markdown = "# Ferry back\n\nIt sails **at ten**.\n";
const pages = {
  "/ferry.json": JSON.stringify({ type: "article", headline: "Ferry back", body: [line] }),
  "/string.json": JSON.stringify({ type: "article", headline: "Ferry back", body: "It sails **at ten**." }),
  "/ferry.txt": "Ferry back\n\nIt sails at ten.\n",
  "/ferry.md": markdown,
  "/ferry": markdown,
};
const chromium = await browser();
const address = await serve(pages, { "/newsprint/": dist });

/** Shows an article and returns what of it stands in the page and which modules were loaded. */
async function shown(attributes) {
  pages["/page"] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
    <script type="module" src="/newsprint/element.js"></script><newsprint-article ${attributes}></newsprint-article>`;
  const tab = await chromium.newPage();
  await tab.goto(`${address}/page`);
  const paragraph = await tab.waitForSelector("newsprint-article p");
  const loaded = await tab.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name.slice(name.lastIndexOf("/") + 1)).filter((name) => name.endsWith(".wasm")));
  return [await paragraph.textContent(), ...loaded];
}

test("a page loads the lean module, and the whole one where there is Markdown", async () => {
  const text = "It sails at ten.";
  assert.deepEqual(await shown('src="ferry.json"'), [text, "newsprint-lean.wasm"]);
  assert.deepEqual(await shown('src="ferry.txt"'), [text, "newsprint-lean.wasm"]);
  assert.deepEqual(await shown('src="ferry.md"'), [text, "newsprint.wasm"]);
  assert.deepEqual(await shown('src="ferry" format="markdown"'), [text, "newsprint.wasm"]);
  assert.deepEqual(await shown('src="ferry"'), [text, "newsprint-lean.wasm", "newsprint.wasm"]);
  assert.deepEqual(await shown('src="string.json"'), [text, "newsprint-lean.wasm", "newsprint.wasm"]);
});

test("a host that keeps the whole module alone is served by it", async () => {
  const tab = await chromium.newPage();
  await tab.route("**/newsprint-lean.wasm", (route) => route.fulfill({ status: 404 }));
  pages["/page"] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
    <script type="module" src="/newsprint/element.js"></script><newsprint-article src="ferry.json"></newsprint-article>`;
  await tab.goto(`${address}/page`);
  assert.equal(await tab.textContent("newsprint-article p"), "It sails at ten.");
});
