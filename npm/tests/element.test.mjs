// `<newsprint-article>` on a plain page, in Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readers, renderToString } from "newsprint";
import { browser, dist, serve } from "./support.mjs";

const markdown = "# Low tide\n\nThe *harbour* is dry until four.\n";
const article = { type: "article", headline: "Ferry back", body: "It sails at ten." };
const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

const held = [];
const pages = {
  "/tide.md": markdown,
  "/ferry.json": JSON.stringify(article),
  "/empty.md": "",
  "/held.md": (response) => held.push(response),
};

const chromium = await browser();
const address = await serve(pages, { "/newsprint/": dist });

/** Opens a page with `body` and the element's script, and keeps the events that the element sends. */
async function open(body, head = "") {
  pages["/page"] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${head}
    <script>
      window.told = [];
      for (const type of ["newsprint-render", "newsprint-error"]) {
        addEventListener(type, ({ detail, target }) => told.push({ type, detail: { ...detail }, busy: target.ariaBusy }));
      }
    </script>
    <script type="module" src="/newsprint/element.js"></script></head><body>${body}</body></html>`;
  const tab = await chromium.newPage();
  tab.errors = [];
  tab.on("pageerror", (error) => tab.errors.push(String(error)));
  await tab.goto(`${address}/page`);
  return tab;
}

const told = (tab, count = 1) =>
  tab.waitForFunction((count) => told.length >= count && told, count).then((value) => value.jsonValue());
const inside = (tab) => tab.$eval("newsprint-article", (element) => element.innerHTML);

test("src is loaded, under a policy without strings as markup", async () => {
  const tab = await open('<newsprint-article src="tide.md"></newsprint-article>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  const [{ type, detail }] = await told(tab);
  assert.equal(type, "newsprint-render");
  assert.equal(detail.format, "markdown");
  assert.deepEqual(detail.diagnostics, []);
  assert.equal(await inside(tab), renderToString(markdown));
  assert.equal(await tab.$eval("newsprint-article", (element) => element.ariaBusy), null);
  assert.deepEqual(tab.errors, []);
});

for (const [type, source] of [["application/json", JSON.stringify(article)], ["text/markdown", markdown], ["text/plain", "Low tide\n\nThe harbour is dry.\n"]]) {
  test(`inline ${type}`, async () => {
    const tab = await open(`<newsprint-article><p>Wait.</p><script type="${type}">${source}</script></newsprint-article>`);
    await told(tab);
    const from = { "text/markdown": "markdown", "text/plain": "text" }[type];
    assert.equal(await inside(tab), renderToString(source, { from }));
  });
}

test("attributes are options, and a change shows", async () => {
  const tab = await open(
    '<newsprint-article src="tide.md" format="markdown" heading-level="2" language="de" id-prefix="a"></newsprint-article>');
  await told(tab);
  const options = { from: "markdown", headingLevel: 2, language: "de", idPrefix: "a" };
  assert.equal(await inside(tab), renderToString(markdown, options));
  await tab.$eval("newsprint-article", (element) => element.setAttribute("heading-level", "4"));
  await told(tab, 2);
  assert.equal(await inside(tab), renderToString(markdown, { ...options, headingLevel: 4 }));
});

test("every option that is a word or a number is an attribute", async () => {
  const dated = { ...article, authors: ["Ada"], datePublished: "2026-03-01T10:00:00Z", dateModified: "2026-03-01T10:20:00Z",
    body: "One.\n\n## First\n\nTwo.\n\n## Second\n\n[More](more.html)" };
  pages["/dated.json"] = JSON.stringify(dated);
  const tab = await open(`<newsprint-article src="dated.json" lang="fr" theme="dark" contents update-threshold="30" header="headline dates"
    base="https://example.org/news/" format="canonical"></newsprint-article>`);
  await told(tab);
  const options = { language: "fr", contents: true, updateThreshold: 30, header: ["headline", "dates"], base: "https://example.org/news/", from: "canonical" };
  assert.equal(await inside(tab), renderToString(dated, options));
  assert.match(await inside(tab), /https:\/\/example\.org\/news\/more\.html/);
  assert.equal(await tab.$eval(".np-article", (shown) => getComputedStyle(shown).colorScheme), "normal");
  assert.equal(await tab.getAttribute("newsprint-article", "data-np-theme"), "dark");
  await tab.$eval("newsprint-article", (element) => element.removeAttribute("theme"));
  assert.equal(await tab.getAttribute("newsprint-article", "data-np-theme"), null);
});

test("an inline article is shown again when an attribute changes", async () => {
  const tab = await open(`<newsprint-article><script type="text/markdown">${markdown}</script></newsprint-article>`);
  await told(tab);
  await tab.$eval("newsprint-article", (element) => element.setAttribute("heading-level", "3"));
  await told(tab, 2);
  assert.equal(await inside(tab), renderToString(markdown, { headingLevel: 3, from: "markdown" }));
});

test("a failure keeps the fallback and says so", async () => {
  for (const [src, code] of [["missing.md", "load"], ["empty.md", "input-empty"], ["http://127.0.0.1:1/", "load"]]) {
    const tab = await open(`<newsprint-article src="${src}"><a href="/tide.md">Read it here</a></newsprint-article>`);
    const [{ type, detail }] = await told(tab);
    assert.equal(type, "newsprint-error");
    assert.equal(detail.code, code);
    assert.equal(await tab.textContent("newsprint-article > a"), "Read it here");
    assert.match(await tab.textContent("newsprint-article > [role=status]"), /\S/);
    assert.equal(await tab.$eval("newsprint-article", (element) => element.ariaBusy), null);
    await tab.$eval("newsprint-article", (element) => element.setAttribute("src", "tide.md"));
    await told(tab, 2);
    assert.equal(await inside(tab), renderToString(markdown));
  }
});

test("it is busy while it loads, and a change of src or its removal ends the load", async () => {
  const tab = await open('<newsprint-article src="held.md"></newsprint-article>');
  await tab.waitForSelector('newsprint-article[aria-busy="true"]', { state: "attached" });
  await tab.waitForTimeout(50);
  const first = held.pop();
  const closed = new Promise((done) => first.once("close", done));
  await tab.$eval("newsprint-article", (element) => element.setAttribute("src", "tide.md"));
  await closed;
  await told(tab);
  assert.equal(await inside(tab), renderToString(markdown));
  await tab.$eval("newsprint-article", (element) => element.setAttribute("src", "held.md"));
  await tab.waitForTimeout(100);
  const second = held.pop();
  const gone = new Promise((done) => second.once("close", done));
  await tab.$eval("newsprint-article", (element) => element.remove());
  await gone;
  assert.equal((await told(tab)).length, 1);
});

test("what the server has rendered stays, and no wasm is loaded", async () => {
  const html = renderToString(article);
  const requests = [];
  chromium.contexts().forEach((context) => context.on("request", (request) => requests.push(request.url())));
  const tab = await open(`<newsprint-article src="tide.md">${html}</newsprint-article>`);
  tab.on("request", (request) => requests.push(request.url()));
  await tab.waitForFunction(() => customElements.get("newsprint-article"));
  await tab.waitForTimeout(100);
  assert.equal(await inside(tab), html);
  assert.deepEqual(await tab.evaluate(() => told), []);
  assert.ok(!requests.some((url) => /\.wasm|tide/.test(url)), requests.join(" "));
});

test("two on a page share one instance and no id", async () => {
  const tab = await open(
    '<newsprint-article src="tide.md"></newsprint-article><newsprint-article src="ferry.json"></newsprint-article>');
  await told(tab, 2);
  const ids = await tab.$$eval("[id]", (elements) => elements.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, ids.join(" "));
  assert.ok(ids.every((id) => id.startsWith("np-")));
  const wasm = await tab.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => /[\w-]+\.wasm$/.exec(name)?.[0]).filter(Boolean));
  assert.deepEqual(wasm.sort(), [...readers("markdown"), "newsprint"].map((name) => `${name}.wasm`).sort());
});
