// One renderer: the command, Node and Chromium give the same bytes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToBytes, renderToString } from "newsprint";
import { articles, browser, dist, newsprint, serve } from "./support.mjs";

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><main></main>
<script type="module">
  import * as newsprint from "/newsprint/url.js";
  await newsprint.ready();
  window.newsprint = newsprint;
</script>`;

test("the command and Node", () => {
  for (const { name, path, bytes } of articles()) {
    const html = newsprint(["render", path, "--to", "html"]).toString().replace(/\n$/, "");
    assert.equal(renderToString(bytes), html, name);
    assert.equal(Buffer.from(renderToBytes(bytes)).toString(), html, name);
    assert.equal(renderToString(bytes.toString()), html, `${name} as a string`);
  }
});

test("Chromium: the string, the nodes and the element", async () => {
  const tab = await (await browser()).newPage();
  await tab.goto(await serve({ "/": page }, { "/newsprint/": dist }));
  await tab.waitForFunction(() => window.newsprint);
  for (const { name, bytes } of articles()) {
    const found = await tab.evaluate(inChromium, bytes.toString());
    assert.equal(found.html, renderToString(bytes), name);
    assert.ok(found.mounted, `${name}: mounted nodes differ from parsed HTML`);
    assert.ok(found.shown, `${name}: the element's nodes differ from parsed HTML`);
  }
});

/** Runs in the page: compares nodes built with nodes parsed. */
async function inChromium(source) {
  const { mount, renderToString } = window.newsprint;
  await import("/newsprint/element.js");
  const html = renderToString(source);
  const parsed = document.createElement("template");
  parsed.innerHTML = html;
  const same = (host) => host.childNodes.length === 1 && host.firstChild.isEqualNode(parsed.content.firstChild);
  const host = document.createElement("div");
  mount(host, source);
  const element = document.createElement("newsprint-article");
  const script = document.createElement("script");
  script.type = "application/json";
  script.text = source;
  element.append(script);
  const rendered = new Promise((done) => element.addEventListener("newsprint-render", done, { once: true }));
  document.querySelector("main").replaceChildren(element);
  await rendered;
  return { html, mounted: same(host), shown: same(element) };
}
