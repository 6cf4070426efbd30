// Consent, lightbox and notes in Chromium, where a request to any other host is trapped.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { address, open, pages, settle, told } from "./page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const svg = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="${colour}"/></svg>`;
for (const colour of ["red", "green", "blue"]) {
  pages[`/${colour}.svg`] = (response) => response.writeHead(200, { "content-type": "image/svg+xml" }).end(svg(colour));
}
pages["/start.js"] = 'import { start, setConsent } from "/newsprint/behaviours.js"; window.setConsent = setConsent; window.stop = start(); window.started = true;';
const head = '<link rel="stylesheet" href="/newsprint/style.css"><link rel="stylesheet" href="/newsprint/behaviours.css"><script type="module" src="/start.js"></script>';
const policy = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src https:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};

/** Opens an article with all behaviours; what goes to another host is answered here, and counted. */
async function shown(article, options = {}) {
  const tab = await open(`<main>${renderToString({ type: "article", language: "en", headline: "Ferry back", ...article })}</main>`, { head, element: false, headers: policy, ...options });
  tab.foreign = [];
  await tab.route((url) => url.origin !== address && url.protocol !== "data:", (route) => {
    tab.foreign.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<title>x</title><p>The other site.</p>" });
  });
  await tab.waitForFunction(() => window.started);
  return tab;
}

async function noViolations(tab) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => window.axe.run("main", { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`), []);
}

const film = { type: "embed", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", title: "The ferry at sea" };
const post = { type: "embed", url: "https://x.com/harbour/status/1234567890123456789", title: "The harbour board", fallback: "It sails." };
const unknown = { type: "embed", url: "https://quiz.example/1", title: "A quiz" };

test("nothing is asked of another host before the click, and then of the one alone", async () => {
  const tab = await shown({ body: [film, post, unknown, { ...film, url: "https://youtu.be/aaaaaaaaaaa", title: "The ferry in port" }] });
  await settle(tab, 400);
  assert.deepEqual(tab.foreign, []);
  assert.equal(await tab.locator("iframe").count(), 0);
  assert.equal(await tab.locator(".np-load").count(), 3);
  assert.equal(await tab.locator(".np-embed-link a").count(), 4);
  await noViolations(tab);
  await tab.click("text=Load content from YouTube >> nth=0");
  const [{ detail }] = await told(tab, "newsprint-consent");
  assert.deepEqual(detail, { provider: "YouTube", granted: true });
  const frames = await tab.$$eval("iframe", (all) => all.map(({ src, title, referrerPolicy, loading, sandbox }) => ({ src, title, referrerPolicy, loading, sandbox: [...sandbox] })));
  assert.deepEqual(frames.map(({ src }) => src), ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/aaaaaaaaaaa"]);
  assert.deepEqual(frames.map(({ title }) => title), ["The ferry at sea", "The ferry in port"]);
  for (const { referrerPolicy, loading, sandbox } of frames) {
    assert.deepEqual([referrerPolicy, loading], ["strict-origin-when-cross-origin", "lazy"]);
    assert.ok(!sandbox.some((word) => word.includes("top-navigation")) && sandbox.includes("allow-scripts"));
  }
  await settle(tab, 300);
  assert.ok(tab.foreign.length > 0 && tab.foreign.every((url) => new URL(url).hostname === "www.youtube-nocookie.com"), tab.foreign.join(" "));
  assert.equal(await tab.evaluate(() => document.activeElement.localName), "iframe");
  assert.equal(await tab.locator(".np-embed-link a").count(), 4);
  await noViolations(tab);
  assert.deepEqual(await tab.evaluate(() => reports), []);
});

test("a frame keeps its room, and can be skipped", async () => {
  const tab = await shown({ body: [film, "After."] });
  await tab.click(".np-load");
  const box = await tab.locator("iframe").boundingBox();
  assert.ok(Math.abs(box.width / box.height - 16 / 9) < 0.02, JSON.stringify(box));
  await tab.focus(".np-skip");
  await tab.keyboard.press("Enter");
  assert.equal(await tab.evaluate(() => document.activeElement.className), "np-skip-end");
});

test("what the reader agreed to is remembered for that provider, and a host can say it and take it back", async () => {
  const tab = await shown({ body: [film, { ...post, title: undefined }] });
  await tab.click(".np-load >> nth=0");
  await tab.reload();
  await tab.waitForFunction(() => window.started);
  assert.deepEqual(await tab.$$eval("iframe", (all) => all.map(({ title }) => title)), ["The ferry at sea"]);
  await tab.evaluate(() => setConsent("X", true));
  assert.deepEqual(await tab.$$eval("iframe", (all) => all.map(({ title }) => title)), ["The ferry at sea", "X: It sails."]);
  await tab.evaluate(() => ["X", "YouTube"].forEach((name) => setConsent(name, false)));
  assert.equal(await tab.locator("iframe").count(), 0);
  assert.equal(await tab.locator(".np-load").count(), 2);
});

test("a provider that only the host knows", async () => {
  const tab = await shown({ body: [{ ...unknown, url: "https://quiz.example/1" }, { ...unknown, url: "https://quiz.example/bad", title: "Another" }] });
  pages["/own.js"] = `import { embeds, setConsent } from "/newsprint/behaviours.js"; stop();
    embeds(document, { words: { embedLoad: "Show {}" }, recognise: (url) => ({ provider: "Quiz", src: url.pathname === "/1" ? "https://frames.quiz.example/?of=" + url.pathname.slice(1) : "javascript:alert(1)", size: 200 }) });`;
  await tab.evaluate(() => import("/own.js"));
  assert.deepEqual(await tab.$$eval(".np-load", (all) => all.map(({ textContent }) => textContent)), ["Show Quiz"]);
  await tab.click(".np-load");
  assert.deepEqual(await tab.$$eval("iframe", (all) => all.map(({ src, offsetHeight }) => [src, offsetHeight])), [["https://frames.quiz.example/?of=1", 200]]);
});

test("words are those of the article's language", async () => {
  const tab = await shown({ language: "pl", body: [film] });
  assert.equal(await tab.textContent(".np-load"), "Wczytaj treść z YouTube");
});

test("behaviours shift nothing when they come", async () => {
  const tab = await shown({ body: [film, "One.", { type: "image", src: "/red.svg", alt: "Red.", width: 1200, height: 800, caption: "A field." }, "Two."] });
  const shift = await tab.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value))).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
  }));
  assert.equal(shift, 0);
});

const pictures = ["red", "green", "blue"].map((colour) => ({ type: "image", src: `/${colour}.svg`, alt: `A ${colour} field.`, width: 1200, height: 800, caption: `Caption ${colour}.` }));

test("a picture is enlarged and put back by keyboard alone", async () => {
  const tab = await shown({ body: [pictures[0]] });
  await noViolations(tab);
  await tab.focus(".np-enlarge");
  await tab.keyboard.press("Enter");
  assert.equal(await tab.getAttribute("dialog", "aria-label"), "A red field.");
  assert.equal(await tab.textContent("dialog .np-lightbox-caption .np-caption"), "Caption red.");
  await noViolations(tab);
  await tab.keyboard.press("Escape");
  await settle(tab);
  assert.equal(await tab.locator("dialog").count(), 0);
  assert.equal(await tab.evaluate(() => document.activeElement.className), "np-enlarge");
});

test("the pictures of a gallery follow each other", async () => {
  const tab = await shown({ body: [{ type: "gallery", items: pictures }] });
  const label = () => tab.getAttribute("dialog", "aria-label");
  await tab.click(".np-enlarge >> nth=1");
  assert.equal(await label(), "A green field.");
  await tab.keyboard.press("ArrowRight");
  assert.equal(await label(), "A blue field.");
  await tab.click("dialog >> text=Next");
  assert.equal(await label(), "A red field.");
  await tab.click("dialog >> text=Previous");
  await tab.click("dialog >> text=Close");
  await settle(tab);
  assert.equal(await tab.locator("dialog").count(), 0);
});

test("a note opens beside its reference and gives the focus back", async () => {
  const tab = await shown({ body: ["It sails.[^1]\n\n[^1]: On weekdays, *mostly*."] });
  await tab.focus(".np-noteref a");
  await tab.keyboard.press("Enter");
  const note = tab.locator(".np-note");
  assert.match(await note.innerText(), /On weekdays, mostly\./);
  assert.equal(await tab.locator(".np-note em").count(), 1);
  assert.equal(await tab.evaluate(() => document.activeElement.className), "np-note");
  const [at, link] = [await note.boundingBox(), await tab.locator(".np-noteref a").boundingBox()];
  assert.ok(at.y >= link.y + link.height && at.y < link.y + 80, JSON.stringify([at, link]));
  await noViolations(tab);
  await tab.keyboard.press("Escape");
  await settle(tab);
  assert.equal(await note.count(), 0);
  assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("role")), "doc-noteref");
  const ids = await tab.$$eval("[id]", (all) => all.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
});

test("what is stopped comes back no more", async () => {
  const tab = await shown({ body: [film] });
  await tab.evaluate(() => {
    stop();
    document.querySelector(".np-body").append(document.querySelector(".np-embed").cloneNode(true));
  });
  await settle(tab);
  assert.equal(await tab.locator(".np-embed").count(), 2);
});
