// A page of a host in Chromium, with the package beside it. Knows no expectations.

import { browser, dist, serve } from "./support.mjs";

const chromium = await browser();
/** What the server has, by path; a test may add to it. */
export const pages = {};
export const address = await serve(pages, { "/newsprint/": dist });

/** The events of the element that a page keeps in `told`. */
const events = ["newsprint-load", "newsprint-render", "newsprint-diagnostics", "newsprint-error", "newsprint-consent"];

/** Opens a page with `body` and `head`; `options` are those of a tab of its own, such as without scripts. */
export async function open(body, { head = "", element = true, headers = {}, ...options } = {}) {
  const script = element ? '<script type="module" src="/newsprint/element.js"></script>' : "";
  pages["/watch.js"] = watch;
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width"><script src="/watch.js"></script>${head}${script}</head><body>${body}</body></html>`;
  pages["/page"] = (response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(page);
  const context = await chromium.newContext({ viewport: { width: 800, height: 600 }, ...options });
  const tab = await context.newPage();
  tab.errors = [];
  tab.requests = [];
  tab.on("pageerror", (error) => tab.errors.push(String(error)));
  tab.on("request", (request) => tab.requests.push(request.url()));
  await tab.goto(`${address}/page`);
  return tab;
}

const watch = `
  window.told = [];
  window.changes = 0;
  window.reports = [];
  for (const type of ${JSON.stringify(events)}) addEventListener(type, ({ detail }) => told.push({ type, code: detail?.code, detail }));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => reports.push(violatedDirective + " " + blockedURI));
  addEventListener("DOMContentLoaded", () => {
    const observe = (root) => new MutationObserver((records) => (changes += records.length))
      .observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const element of document.querySelectorAll("newsprint-article")) {
      observe(element);
      if (element.shadowRoot) observe(element.shadowRoot);
    }
  });`;

/** Waits until the page has been told of `count` events of a type, and returns them. */
export const told = (tab, type, count = 1) =>
  tab
    .waitForFunction(([type, count]) => told.filter((event) => event.type === type).length >= count, [type, count])
    .then(() => tab.evaluate((type) => told.filter((event) => event.type === type), type));

/** Waits until the page has had the time to do what it wants. */
export const settle = (tab, time = 150) => tab.waitForTimeout(time);
