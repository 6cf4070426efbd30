// The lean module: the same bytes for what it reads, one error for other formats and one for other languages, and no more
// of it than a page needs.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addLanguage, init, NewsprintError, renderToString } from "newsprint/slim";
import { articles, browser, dist, serve } from "./support.mjs";

const module = (name) => readFileSync(join(dist, name));
const words = async (tag) => (await import(`newsprint/languages/${tag}`)).default;
const outcome = async (bytes) => {
  try {
    return renderToString(bytes);
  } catch (error) {
    assert.ok(error instanceof NewsprintError, error.stack);
    if (error.code !== "language-unread") return error.code;
    addLanguage(await words(error.language));
    return renderToString(bytes);
  }
};
const outcomes = async (sources) => {
  const all = [];
  for (const bytes of sources) all.push(await outcome(bytes));
  return all;
};

test("the lean module writes what the whole one writes, or says that it needs it", async () => {
  const sources = articles().map(({ bytes }) => bytes);
  await init(module("newsprint.wasm"));
  const whole = await outcomes(sources);
  await init(module("newsprint-lean.wasm"));
  const lean = await outcomes(sources);
  let same = 0;
  articles().forEach(({ name }, index) => {
    const html = lean[index];
    if (html === whole[index]) same++;
    else assert.equal(html, "format-unread", name);
    if (html === "format-unread") assert.ok(!/\.txt$/.test(name), name);
  });
  assert.ok(same > 10, `${same} are read by both`);
});

test("a language comes once its words are added, and not before", async () => {
  const files = readdirSync(join(dist, "languages")).map((name) => name.replace(/\.js$/, ""));
  assert.ok(files.length > 30 && !files.includes("en"), files.join(" "));
  const article = (language) => JSON.stringify({ type: "article", language, headline: "x", datePublished: "2024-05-01T09:30:00Z" });
  await init(module("newsprint.wasm"));
  const whole = files.map((tag) => renderToString(article(tag)));
  await init(module("newsprint-lean.wasm"));
  for (const [index, tag] of files.entries()) {
    assert.throws(() => renderToString(article(tag)), { code: "language-unread", language: tag });
    addLanguage(await words(tag));
    assert.equal(renderToString(article(tag)), whole[index], tag);
  }
  assert.ok(renderToString(article("en-GB")).includes("Published") && renderToString(article("tlh")).includes("Published"));
  for (const wrong of ["", "de", "de\nhalf of it\n", "xx\n", `de\n${"x\n".repeat(500)}`]) {
    assert.throws(() => addLanguage(wrong), { code: "language" }, wrong);
  }
});

const line = { type: "paragraph", content: ["It sails ", { type: "strong", content: "at ten" }, "."] };
const markdown = "# Ferry back\n\nIt sails **at ten**.\n";
const pages = {
  "/ferry.json": JSON.stringify({ type: "article", headline: "Ferry back", body: [line] }),
  "/string.json": JSON.stringify({ type: "article", headline: "Ferry back", body: "It sails **at ten**." }),
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

test("a page loads the lean module, and the whole one where there is Markdown", async () => {
  const text = "It sails at ten.";
  assert.deepEqual(await shown('src="ferry.json"'), [text, "newsprint-lean.wasm"]);
  assert.deepEqual(await shown('src="ferry.txt"'), [text, "newsprint-lean.wasm"]);
  assert.deepEqual(await shown('src="ferry.md"'), [text, "newsprint.wasm"]);
  assert.deepEqual(await shown('src="ferry" format="markdown"'), [text, "newsprint.wasm"]);
  assert.deepEqual(await shown('src="ferry"'), [text, "newsprint-lean.wasm", "newsprint.wasm"]);
  assert.deepEqual(await shown('src="string.json"'), [text, "newsprint-lean.wasm", "newsprint.wasm"]);
});

test("a page loads the words of the language of its article, at once where the page is in it too", async () => {
  const text = "It sails at ten.";
  assert.deepEqual(await shown('src="faehre.json"'), [text, "newsprint-lean.wasm", "de.js"]);
  assert.deepEqual((await shown('src="faehre.json"', "de-AT")).sort(), [text, "de.js", "newsprint-lean.wasm"].sort());
  assert.deepEqual((await shown('src="ferry.json"', "ar-EG")).sort(), [text, "ar.js", "newsprint-lean.wasm"].sort());
  assert.deepEqual(await shown('src="ferry.json"', "tlh"), [text, "newsprint-lean.wasm"]);
});

test("a host that keeps the whole module alone is served by it", async () => {
  for (const [missing, article] of [["newsprint-lean.wasm", "ferry"], ["languages/*", "faehre"]]) {
    const tab = await chromium.newPage();
    await tab.route(`**/${missing}`, (route) => route.fulfill({ status: 404 }));
    pages["/page"] = `<!doctype html><html lang="de"><meta charset="utf-8"><title>x</title>
      <script type="module" src="/newsprint/element.js"></script><newsprint-article src="${article}.json"></newsprint-article>`;
    await tab.goto(`${address}/page`);
    assert.equal(await tab.textContent(".np-body p"), "It sails at ten.");
  }
});
