// What the tests of the preview share: opening it, writing into its editor, reading its parts. Knows no expectations.

import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { after } from "node:test";
import { createServer } from "node:http";
import { browser, serve, site } from "./support.mjs";

export const chromium = await browser();
export const letter = "# A letter <b>\n\nTo the *editor*.\n\n![](x.jpg)\n";
export const address = await serve({ "/document": letter }, { "/": site });

/** Opens the preview and returns its tab, which keeps what went wrong in it and what it asked for. */
export async function open(query = "", options = {}) {
  const context = await chromium.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  const tab = await context.newPage();
  await watch(tab);
  await tab.goto(`${address}/${query}`);
  await ready(tab);
  return tab;
}

/** Keeps what goes wrong in a tab, violations of the page's policy included, and what it asks the network for. */
export async function watch(tab) {
  tab.errors = [];
  tab.asked = [];
  tab.on("pageerror", (error) => tab.errors.push(String(error)));
  tab.on("console", (message) => message.type() === "error" && tab.errors.push(message.text()));
  tab.on("request", (request) => tab.asked.push(request.url()));
}

/** Waits for the article and the editor. */
export async function ready(tab) {
  await tab.waitForFunction(() => document.getElementById("frame").contentDocument?.querySelector(".np-article"));
  await tab.waitForSelector(".editor .cm-content", { state: "attached" });
}

/** Runs `work` in the page with the article's document; no script can run in the frame itself. */
export function inArticle(tab, work, argument) {
  return tab.evaluate(`(${work})(document.getElementById("frame").contentDocument, ${JSON.stringify(argument)})`);
}

export function headline(tab) {
  return inArticle(tab, (article) => article.querySelector(".np-headline")?.textContent);
}

/** Waits until the article is this one, behaviours and the order of attributes aside, which patching does not keep. */
export function untilArticle(tab, html) {
  return tab.waitForFunction((html) => {
    const ordered = (html) => html.replaceAll(/<([a-z0-9]+)((?: [a-z-]+="[^"]*")+)>/g, (_, name, attributes) => `<${name} ${attributes.match(/[a-z-]+="[^"]*"/g).sort().join(" ")}>`);
    const copy = document.getElementById("frame").contentDocument.body.cloneNode(true);
    for (const put of copy.querySelectorAll("[data-np-extra]")) put.remove();
    return ordered(copy.innerHTML) === ordered(html);
  }, html);
}

/** Waits until the article has a headline. */
export function untilHeadline(tab, words) {
  return tab.waitForFunction((words) => document.getElementById("frame").contentDocument?.querySelector(".np-headline")?.textContent === words, words);
}

/** Puts the cursor into the editor. */
export async function focus(tab) {
  await tab.locator(".editor .cm-content").focus();
}

/** Pastes the text in place of what is in the editor. */
export async function write(tab, text) {
  await tab.evaluate((text) => navigator.clipboard.writeText(text), text);
  await focus(tab);
  await tab.keyboard.press("Control+a");
  await tab.keyboard.press("Control+v");
}

/** Returns what is in the editor, as one would copy it out. */
export async function source(tab) {
  await focus(tab);
  await tab.keyboard.press("Control+a");
  await tab.keyboard.press("Control+c");
  return tab.evaluate(() => navigator.clipboard.readText());
}

/** Finds words in the editor with its search, and selects them. */
export async function search(tab, words) {
  await focus(tab);
  await tab.keyboard.press("Control+f");
  await tab.keyboard.type(words);
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Escape");
}

/** Returns the line that the cursor is in. */
export function line(tab) {
  return tab.locator(".editor .cm-activeLine").first().textContent();
}

/**
 * Serves the site compressed, as hosts do, and counts what goes over the line: a map from path to bytes.
 */
export async function counted() {
  const sent = new Map();
  const bodies = new Map();
  const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json", ".webmanifest": "application/manifest+json", ".png": "image/png" };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(site, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const body = bodies.get(file) ?? brotliCompressSync(readFileSync(file));
    bodies.set(file, body);
    sent.set(pathname, body.length);
    response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain", "content-encoding": "br", "cache-control": "max-age=60" }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  after(() => server.close());
  return { sent, address: `http://127.0.0.1:${server.address().port}` };
}
