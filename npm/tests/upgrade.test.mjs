// What a server has rendered: it is complete, with the element and without, with wasm and without.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { open, pages, settle, told } from "./page.mjs";

const article = {
  type: "article", language: "en", headline: "Ferry back",
  body: [{ type: "image", src: "/buoy.svg", alt: "A buoy.", width: 800, height: 600 }, "It sails at ten.[^1]\n\n[^1]: On weekdays."],
};
const later = { ...article, headline: "Ferry late" };
const html = renderToString(article);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600"/></svg>';
pages["/ferry.json"] = JSON.stringify(article);
pages["/ferry.md"] = "# Ferry back\n";
pages["/buoy.svg"] = (response) => setTimeout(() => response.writeHead(200, { "content-type": "image/svg+xml" }).end(svg), 300);

const style = '<link rel="stylesheet" href="/newsprint/style.css">';
const strict = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
  "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
];
const policy = (rules) => ({ "content-security-policy": rules.join("; ") });
const withoutWasm = policy(strict.map((rule) => rule.replace(" 'wasm-unsafe-eval'", "")));

const inside = (tab) => tab.$eval("newsprint-article", (element) => (element.shadowRoot?.querySelector("article") ?? element.querySelector("article")).outerHTML);
const wasm = (tab) => tab.requests.filter((url) => url.endsWith(".wasm"));

test("upgrade changes nothing, loads no wasm and no article, and shifts nothing", async () => {
  const tab = await open(`<newsprint-article src="ferry.json" id="one">${html}</newsprint-article>`, { head: style });
  await tab.evaluate(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value))).observe({ type: "layout-shift", buffered: true });
  });
  await tab.focus("newsprint-article a");
  await tab.evaluate(() => customElements.whenDefined("newsprint-article"));
  await settle(tab, 600);
  assert.equal(await inside(tab), html);
  assert.equal(await tab.evaluate(() => changes), 0);
  assert.equal(await tab.evaluate(() => shift), 0);
  assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("role")), "doc-noteref");
  assert.deepEqual(wasm(tab), []);
  assert.ok(!tab.requests.some((url) => url.endsWith("ferry.json")));
  assert.deepEqual(await tab.evaluate(() => told), []);
});

test("without scripts the page is complete", async () => {
  const tab = await open(`<newsprint-article src="ferry.json">${html}</newsprint-article>`, { javaScriptEnabled: false });
  assert.match(await tab.content(), /It sails at ten/);
  assert.equal(await tab.locator("newsprint-article h1").innerText(), "Ferry back");
});

test("under a strict policy everything works and nothing is reported", async () => {
  const tab = await open(
    `<newsprint-article src="ferry.json"></newsprint-article><newsprint-article src="ferry.md" shadow></newsprint-article>`,
    { head: style, headers: policy(strict) });
  await told(tab, "newsprint-render", 2);
  assert.equal(await inside(tab), html);
  await tab.$eval("newsprint-article", (element, later) => (element.article = later), later);
  await told(tab, "newsprint-render", 3);
  assert.equal(await inside(tab), renderToString(later));
  assert.deepEqual(await tab.evaluate(() => reports), []);
  assert.deepEqual(tab.errors, []);
});

test("where wasm is forbidden the server's article stays and the page is told once", async () => {
  const tab = await open(`<newsprint-article src="ferry.json">${html}</newsprint-article>`, { headers: withoutWasm });
  await tab.evaluate(() => customElements.whenDefined("newsprint-article"));
  await settle(tab);
  assert.deepEqual(await tab.evaluate(() => told), []);
  await tab.$eval("newsprint-article", (element, later) => (element.article = later), later);
  const errors = await told(tab, "newsprint-error");
  await settle(tab);
  assert.deepEqual(errors.map(({ code }) => code), ["wasm-refused"]);
  assert.equal((await tab.evaluate(() => told)).length, 1);
  assert.equal(await inside(tab), html);
  assert.deepEqual(tab.errors, []);
});

test("where wasm is forbidden the fallback stays, with the error as text", async () => {
  const tab = await open('<newsprint-article src="ferry.json"><p id="here">Read it here.</p></newsprint-article>', { headers: withoutWasm });
  const errors = await told(tab, "newsprint-error");
  await settle(tab);
  assert.deepEqual(errors.map(({ code }) => code), ["wasm-refused"]);
  assert.equal((await tab.evaluate(() => told)).filter(({ type }) => type !== "newsprint-load").length, 1);
  assert.equal(await tab.textContent("#here"), "Read it here.");
  assert.match(await tab.textContent("newsprint-article [role=status]"), /could not be loaded/);
  assert.deepEqual(tab.errors, []);
});

test("a server's article is patched into the next version", async () => {
  const tab = await open(`<newsprint-article>${html}</newsprint-article>`);
  const paragraph = await tab.$("newsprint-article p");
  await tab.$eval("newsprint-article", (element, later) => (element.article = later), later);
  await told(tab, "newsprint-render");
  assert.equal(await inside(tab), renderToString(later));
  assert.equal(await paragraph.evaluate((node) => node.isConnected), true);
  assert.equal(await tab.evaluate(() => changes) < 8, true);
});

test("an article that was set before the element was defined is shown", async () => {
  const tab = await open("<newsprint-article></newsprint-article>", { element: false });
  await tab.$eval("newsprint-article", (element, article) => Object.assign(element, { article, options: { headingLevel: 2 } }), article);
  await tab.addScriptTag({ type: "module", url: "/newsprint/element.js" });
  await told(tab, "newsprint-render");
  assert.equal(await inside(tab), renderToString(article, { headingLevel: 2 }));
});

test("inserted, moved, cloned and taken away", async () => {
  const tab = await open("<main></main><aside></aside>");
  await tab.evaluate((article) => {
    const element = document.createElement("newsprint-article");
    element.article = article;
    document.querySelector("main").append(element);
    document.querySelector("aside").append(element);
  }, article);
  await told(tab, "newsprint-render");
  assert.equal(await inside(tab), html);
  const nodes = await tab.$("newsprint-article h1");
  await tab.evaluate(() => document.querySelector("main").append(document.querySelector("newsprint-article")));
  await settle(tab);
  assert.equal(await nodes.evaluate((node) => node.isConnected), true);
  assert.equal((await told(tab, "newsprint-render")).length, 1);
  await tab.evaluate(() => document.querySelector("aside").append(document.querySelector("newsprint-article").cloneNode(true)));
  await settle(tab);
  assert.equal(await tab.$eval("aside newsprint-article", (element) => element.innerHTML), html);
  await tab.evaluate((later) => {
    const element = document.querySelector("main newsprint-article");
    element.remove();
    element.article = later;
  }, later);
  await settle(tab);
  assert.equal((await told(tab, "newsprint-render")).length, 1);
  assert.deepEqual(tab.errors, []);
});

test("what changes while it is being shown, or by those who are told of it, is shown in the end", async () => {
  const tab = await open("<newsprint-article></newsprint-article>");
  await tab.evaluate(([article, later]) => {
    const element = document.querySelector("newsprint-article");
    element.addEventListener("newsprint-render", () => (element.article = later), { once: true });
    element.article = article;
    element.setAttribute("heading-level", "3");
    element.setAttribute("heading-level", "2");
  }, [article, later]);
  await told(tab, "newsprint-render", 2);
  assert.equal(await inside(tab), renderToString(later, { headingLevel: 2 }));
  assert.deepEqual(tab.errors, []);
});

test("a shadow tree has the style, the article, and links that lead somewhere", async () => {
  const long = { ...article, body: ["One.[^1]\n\n[^1]: Note.", ...Array.from({ length: 80 }, (_, at) => `Paragraph ${at}.`)] };
  pages["/long.json"] = JSON.stringify(long);
  const tab = await open('<newsprint-article src="long.json" shadow theme="dark"><p>Wait.</p></newsprint-article>');
  await told(tab, "newsprint-render");
  const state = () => tab.$eval("newsprint-article", ({ shadowRoot }) => ({
    sheets: shadowRoot.adoptedStyleSheets.length,
    theme: shadowRoot.querySelector("article").dataset.npTheme,
    font: getComputedStyle(shadowRoot.querySelector("h1")).fontWeight,
    focus: shadowRoot.activeElement?.id,
    hash: location.hash,
    scroll: scrollY,
  }));
  const first = await state();
  assert.deepEqual([first.sheets, first.theme], [1, "dark"]);
  await tab.click("newsprint-article .np-noteref a");
  await settle(tab);
  const there = await state();
  assert.deepEqual([there.focus, there.hash], ["np-fn-1", "#np-fn-1"]);
  assert.ok(there.scroll > 500, `${there.scroll}`);
  await tab.click("newsprint-article .np-backlink");
  await settle(tab);
  assert.deepEqual([(await state()).focus, (await state()).hash], ["np-fnref-1", "#np-fnref-1"]);
  await tab.goBack();
  await settle(tab);
  assert.equal((await state()).focus, "np-fn-1");
});

test("behaviours reach into shadow trees, with their style", async () => {
  const film = { type: "embed", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", title: "The ferry" };
  pages["/film.json"] = JSON.stringify({ ...article, body: [...article.body, film] });
  const script = '<script type="module" src="/newsprint/auto.js"></script>';
  const tab = await open('<newsprint-article src="film.json" shadow></newsprint-article>', { element: false, head: script });
  await told(tab, "newsprint-render");
  await tab.waitForSelector("newsprint-article .np-load");
  assert.equal(await tab.$eval("newsprint-article .np-enlarge", (button) => getComputedStyle(button).position), "absolute");
  await tab.click("newsprint-article .np-noteref a");
  assert.match(await tab.textContent("newsprint-article .np-note"), /On weekdays/);
  await tab.goto(`${new URL(tab.url()).origin}/page#%E0%A4%A`);
  assert.deepEqual(tab.errors, []);
});

test("a declarative shadow tree is kept as it is", async () => {
  const template = `<template shadowrootmode="open"><link rel="stylesheet" href="/newsprint/style.css">${html}</template>`;
  const tab = await open(`<newsprint-article shadow src="ferry.json">${template}</newsprint-article>`);
  await tab.evaluate(() => customElements.whenDefined("newsprint-article"));
  await settle(tab);
  assert.equal(await inside(tab), html);
  assert.equal(await tab.evaluate(() => changes), 0);
  assert.deepEqual(wasm(tab), []);
  await tab.click("newsprint-article .np-noteref a");
  await settle(tab);
  assert.equal(await tab.$eval("newsprint-article", ({ shadowRoot }) => shadowRoot.activeElement.id), "np-fn-1");
});
