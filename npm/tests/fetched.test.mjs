// What browsers fetch: one error for a language that is not there, and no more than a page needs.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as server from "newsprint";
import { addLanguage, addReader, init, readers, renderToString } from "newsprint/slim";
import { browser, dist, serve } from "./support.mjs";

const module = (name) => readFileSync(join(dist, name));
const words = async (tag) => (await import(`newsprint/languages/${tag}`)).default;

test("a language comes once its words are added, and not before", async () => {
  const files = readdirSync(join(dist, "languages")).map((name) => name.replace(/\.js$/, ""));
  assert.ok(files.length > 30 && !files.includes("en"), files.join(" "));
  const article = (language) => JSON.stringify({ type: "article", language, headline: "x", datePublished: "2024-05-01T09:30:00Z" });
  await init(module("newsprint.wasm"));
  for (const tag of files) {
    assert.throws(() => renderToString(article(tag)), { code: "language-unread", language: tag });
    addLanguage(await words(tag));
    assert.equal(renderToString(article(tag)), server.renderToString(article(tag)), tag);
  }
  assert.throws(() => renderToString(new Uint8Array(300_000_000)), { reader: "seldom" });
  assert.equal(renderToString(article("de")), server.renderToString(article("de")), "in the instance that follows");
  // Another module has them as well.
  await init(module("newsprint.wasm"));
  for (const tag of files) assert.equal(renderToString(article(tag)), server.renderToString(article(tag)), tag);
  assert.ok(renderToString(article("en-GB")).includes("Published") && renderToString(article("tlh")).includes("Published"));
  // What is wrong is said by what few need.
  for (const name of readers("seldom")) addReader(name, module(`readers/${name}.wasm`));
  for (const wrong of ["", "de", "de\nhalf of it\n", "xx\n", `de\n${"x\n".repeat(500)}`]) {
    assert.throws(() => addLanguage(wrong), { code: "language" }, wrong);
  }
});

const line = { type: "paragraph", content: ["It sails ", { type: "strong", content: "at ten" }, "."] };
const markdown = "# Ferry back\n\nIt sails **at ten**.\n";
const pages = {
  "/ferry.json": JSON.stringify({ type: "article", headline: "Ferry back", body: [line] }),
  "/string.json": JSON.stringify({ type: "article", headline: "Ferry back", body: "It sails **at ten**." }),
  "/mixed.json": JSON.stringify({ type: "article", headline: "Ferry back", body: "<p>It sails <b>at ten</b>.</p>" }),
  "/faehre.json": JSON.stringify({ type: "article", language: "de-AT", headline: "Die Fähre", datePublished: "2024-05-01", body: [line] }),
  "/ferry.txt": "Ferry back\n\nIt sails at ten.\n",
  "/ferry.md": markdown,
  "/ferry": markdown,
};
const chromium = await browser();
const address = await serve(pages, { "/newsprint/": dist });

/** Shows an article and returns what of it stands in the page and which modules and languages were loaded. */
async function shown(attributes, language = "en") {
  pages["/page"] = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>x</title>
    <script type="module" src="/newsprint/element.js"></script><newsprint-article ${attributes}></newsprint-article>`;
  const tab = await chromium.newPage();
  await tab.goto(`${address}/page`);
  const paragraph = await tab.waitForSelector(".np-body p");
  const loaded = await tab.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name.slice(name.lastIndexOf("/") + 1)).filter((name) => /\.wasm$|^\w\w(-\w+)?\.js$/.test(name)));
  return [await paragraph.textContent(), ...loaded];
}

test("a page loads the module, and the readers of its format", async () => {
  const text = "It sails at ten.";
  const loaded = async (attributes) => {
    const [shownText, first, ...rest] = await shown(attributes);
    assert.deepEqual([shownText, first], [text, "newsprint.wasm"], attributes);
    return rest.sort();
  };
  const files = (...names) => [...new Set(names.flatMap(readers))].map((name) => `${name}.wasm`).sort();
  assert.deepEqual(await loaded('src="ferry.json"'), []);
  assert.deepEqual(await loaded('src="ferry.txt"'), files("text"));
  assert.deepEqual(await loaded('src="ferry.md"'), files("markdown"));
  assert.deepEqual(await loaded('src="ferry" format="markdown"'), files("markdown"));
  assert.deepEqual(await loaded('src="ferry"'), files("markdown"));
  assert.deepEqual(await loaded('src="string.json"'), files("markdown-blocks"));
  assert.deepEqual(await loaded('src="mixed.json"'), files("html-blocks", "markdown-blocks"));
});

test("a page loads the words of the language of its article, at once where the page is in it too", async () => {
  const text = "It sails at ten.";
  assert.deepEqual(await shown('src="faehre.json"'), [text, "newsprint.wasm", "de.js"]);
  assert.deepEqual((await shown('src="faehre.json"', "de-AT")).sort(), [text, "de.js", "newsprint.wasm"].sort());
  assert.deepEqual((await shown('src="ferry.json"', "ar-EG")).sort(), [text, "ar.js", "newsprint.wasm"].sort());
  assert.deepEqual(await shown('src="ferry.json"', "tlh"), [text, "newsprint.wasm"]);
});

test("a host that keeps no other files is served by the module that is inlined", async () => {
  for (const [missing, article] of [["newsprint.wasm", "ferry"], ["readers/*", "string"], ["*.wasm", "faehre"], ["languages/*", "faehre"]]) {
    const tab = await chromium.newPage();
    await tab.route(`**/${missing}`, (route) => route.fulfill({ status: 404 }));
    pages["/page"] = `<!doctype html><html lang="de"><meta charset="utf-8"><title>x</title>
      <script type="module" src="/newsprint/element.js"></script><newsprint-article src="${article}.json"></newsprint-article>`;
    await tab.goto(`${address}/page`);
    assert.equal(await tab.textContent(".np-body p"), "It sails at ten.");
  }
});
