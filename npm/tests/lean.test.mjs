// The modules that browsers fetch: the same bytes as from the one that servers have, one error for a language that is not
// there, one for formats that the lean one does not read, and no more of them than a page needs.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as server from "newsprint";
import { addLanguage, init, NewsprintError, renderToString } from "newsprint/slim";
import { articles, browser, dist, serve } from "./support.mjs";

const module = (name) => readFileSync(join(dist, name));
const words = async (tag) => (await import(`newsprint/languages/${tag}`)).default;
const outcome = (render, bytes) => {
  try {
    return render(bytes);
  } catch (error) {
    assert.ok(error instanceof NewsprintError, error.stack);
    return error.code;
  }
};
const outcomes = (render) => articles().map(({ bytes }) => outcome(render, bytes));
const addAll = async () => {
  for (const name of readdirSync(join(dist, "languages"))) addLanguage(await words(name.replace(/\.js$/, "")));
};

test("a language comes once its words are added, and not before", async () => {
  const files = readdirSync(join(dist, "languages")).map((name) => name.replace(/\.js$/, ""));
  assert.ok(files.length > 30 && !files.includes("en"), files.join(" "));
  const article = (language) => JSON.stringify({ type: "article", language, headline: "x", datePublished: "2024-05-01T09:30:00Z" });
  await init(module("newsprint-lean.wasm"));
  for (const tag of files) {
    assert.throws(() => renderToString(article(tag)), { code: "language-unread", language: tag });
    addLanguage(await words(tag));
    assert.equal(renderToString(article(tag)), server.renderToString(article(tag)), tag);
  }
  assert.throws(() => renderToString(new Uint8Array(300_000_000)), { code: "crash" });
  assert.equal(renderToString(article("de")), server.renderToString(article("de")), "after a crash");
  // Another module has them as well.
  await init(module("newsprint.wasm"));
  for (const tag of files) assert.equal(renderToString(article(tag)), server.renderToString(article(tag)), tag);
  assert.ok(renderToString(article("en-GB")).includes("Published") && renderToString(article("tlh")).includes("Published"));
  for (const wrong of ["", "de", "de\nhalf of it\n", "xx\n", `de\n${"x\n".repeat(500)}`]) {
    assert.throws(() => addLanguage(wrong), { code: "language" }, wrong);
  }
});

test("both modules write what that of servers writes, or the lean one says that it needs the whole one", async () => {
  await addAll();
  const expected = outcomes(server.renderToString);
  await init(module("newsprint.wasm"));
  const whole = outcomes(renderToString);
  articles().forEach(({ name }, index) => assert.equal(whole[index], expected[index], name));
  await init(module("newsprint-lean.wasm"));
  const lean = outcomes(renderToString);
  let same = 0;
  articles().forEach(({ name }, index) => {
    const html = lean[index];
    if (html === expected[index]) same++;
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

test("a host that keeps no other files is served by the module that is inlined", async () => {
  for (const [missing, article] of [["newsprint-lean.wasm", "ferry"], ["*.wasm", "faehre"], ["languages/*", "faehre"]]) {
    const tab = await chromium.newPage();
    await tab.route(`**/${missing}`, (route) => route.fulfill({ status: 404 }));
    pages["/page"] = `<!doctype html><html lang="de"><meta charset="utf-8"><title>x</title>
      <script type="module" src="/newsprint/element.js"></script><newsprint-article src="${article}.json"></newsprint-article>`;
    await tab.goto(`${address}/page`);
    assert.equal(await tab.textContent(".np-body p"), "It sails at ten.");
  }
});
