// Live blogs in Chromium: posts come, change and go where they stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString, toSteps } from "newsprint";
import { open, pages, settle } from "./page.mjs";

const post = (id, text = `Post ${id} says what happened.`) => ({
  id: String(id), headline: `Post ${id}`, datePublished: "2026-03-01T10:00:00Z", body: [{ type: "paragraph", content: text }, { type: "paragraph", content: [{ type: "link", href: "/more", content: `More of ${id}` }] }],
});
const blog = (...updates) => ({ type: "article", language: "en", headline: "The storm", updates });
const posts = (from, to) => Array.from({ length: from - to + 1 }, (_, at) => post(from - at));
let now = blog(...posts(12, 1));
let former;
let asked = 0;
let fails = 0;
pages["/steps"] = (response) => {
  asked++;
  if (fails > 0 && fails--) return response.writeHead(503).end();
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(toSteps(now));
};
pages["/blog.json"] = (response) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(now));

/** Opens the blog as the server has rendered it, asked for again every 50 milliseconds. */
async function shown(start = "source: '/steps', every: 0.05, announceEvery: 0.3", body) {
  pages["/live.js"] = `import { live } from "/newsprint/behaviours.js";
    window.live = live(document.querySelector("main > *"), { ${start} }); window.started = true;`;
  const style = '<link rel="stylesheet" href="/newsprint/style.css">';
  await former?.close();
  const tab = former = await open(`<main>${body ?? `<div>${renderToString(now)}</div>`}</main>`, { head: `${style}<script type="module" src="/live.js"></script>`, element: Boolean(body) });
  await tab.waitForFunction(() => window.started);
  return tab;
}

const headlines = (tab) => tab.$$eval(".np-post-headline", (all) => all.map(({ textContent }) => textContent));

test("insert, edit and delete in place; a count is said; nothing moves", async () => {
  now = blog(...posts(12, 1));
  const tab = await shown();
  await tab.evaluate(() => {
    const read = document.querySelector("#np-post-6");
    read.scrollIntoView();
    read.querySelector("a[href='/more']").focus({ preventScroll: true });
    const status = document.querySelector("[role=status]");
    window.said = [];
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    window.kept = { read, link: document.activeElement, top: Math.round(read.getBoundingClientRect().top) };
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value))).observe({ type: "layout-shift" });
  });
  now = blog(...posts(15, 9), post(8, "Post 8 has been put right."), ...posts(6, 1));
  await tab.waitForSelector("#np-post-15");
  await settle(tab, 200);
  assert.deepEqual(await headlines(tab), [...posts(15, 8), ...posts(6, 1)].map(({ headline }) => headline));
  assert.match(await tab.textContent("#np-post-8"), /put right/);
  const state = await tab.evaluate(() => ({
    focused: document.activeElement === kept.link,
    same: document.querySelector("#np-post-6") === kept.read,
    moved: Math.round(kept.read.getBoundingClientRect().top) - kept.top,
    said,
    // Parts of a pixel count, and scrolling knows none.
    shifted: shift > 0.01,
  }));
  assert.deepEqual(state, { focused: true, same: true, moved: 0, said: ["3 new posts"], shifted: false });
  // Two versions soon after each other are one message.
  now = blog(post(16), ...posts(15, 1));
  await tab.waitForSelector("#np-post-16");
  now = blog(post(17), post(16), ...posts(15, 1));
  await tab.waitForSelector("#np-post-17");
  await settle(tab, 500);
  const said = await tab.evaluate(() => window.said);
  assert.ok(said.length <= 3, said.join());
  await tab.evaluate(() => live.stop());
});

test("errors are waited out, longer each time, and then it goes on", async () => {
  now = blog(...posts(3, 1));
  const tab = await shown();
  fails = 3;
  const before = asked;
  await settle(tab, 300);
  // After 50, 100, 200 milliseconds and so on, and not every 50.
  assert.ok(asked - before <= 5, `${asked - before}`);
  now = blog(...posts(4, 1));
  await tab.waitForSelector("#np-post-4");
  await tab.evaluate(() => live.stop());
});

test("a hidden tab does not ask, and one that is looked at again does at once", async () => {
  now = blog(...posts(3, 1));
  const tab = await shown("source: '/steps', every: 0.05");
  const see = (state) => tab.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
  await settle(tab, 200);
  await see("hidden");
  await settle(tab, 100);
  const before = asked;
  await settle(tab, 300);
  assert.equal(asked, before);
  now = blog(...posts(5, 1));
  await see("visible");
  await tab.waitForSelector("#np-post-5");
  await tab.evaluate(() => live.stop());
});

test("it can be paused, and ends when the coverage does", async () => {
  now = blog(...posts(3, 1));
  const tab = await shown();
  await tab.evaluate(() => live.pause());
  await settle(tab, 100);
  const before = asked;
  await settle(tab, 200);
  assert.equal(asked, before);
  now = { ...blog(...posts(4, 1)), coverageEndTime: "2026-03-01T12:00:00Z" };
  await tab.evaluate(() => live.resume());
  await tab.waitForSelector(".np-ended");
  await settle(tab, 100);
  const after = asked;
  await settle(tab, 200);
  assert.equal(asked, after);
});

test("readers pause it by a button of the host's", async () => {
  now = blog(...posts(2, 1));
  const tab = await shown("source: '/steps', every: 0.05, pauseButton: document.querySelector('button')", `<div>${renderToString(now)}</div><button>Pause</button>`);
  const pressed = () => tab.getAttribute("button", "aria-pressed");
  assert.equal(await pressed(), "false");
  await tab.click("button");
  assert.equal(await pressed(), "true");
  await settle(tab, 100);
  now = blog(...posts(3, 1));
  await settle(tab, 200);
  assert.equal(await tab.locator("#np-post-3").count(), 0);
  await tab.click("button");
  await tab.waitForSelector("#np-post-3");
  assert.equal(await pressed(), "false");
});

test("a host's own stream", async () => {
  now = blog(...posts(2, 1));
  const next = JSON.stringify(toSteps(blog(...posts(3, 1))));
  const tab = await shown(`source: (async function* () { yield ${next}; })()`);
  await tab.waitForSelector("#np-post-3");
  assert.deepEqual(await headlines(tab), ["Post 3", "Post 2", "Post 1"]);
});

test("an element loads its article again", async () => {
  now = blog(...posts(2, 1));
  const tab = await shown("every: 0.1", `<newsprint-article src="/blog.json">${renderToString(now)}</newsprint-article>`);
  now = blog(...posts(3, 1));
  await tab.waitForSelector("#np-post-3");
  assert.equal(await tab.textContent("[role=status]"), "1 new post");
  await tab.evaluate(() => live.stop());
});

test("what is no article is not built", async () => {
  now = blog(...posts(2, 1));
  const tab = await shown("every: 3600, source: '/steps'");
  const attacks = [
    "+script\0\"alert(1)\0-\0", "+article\0+script\0\"alert(1)\0-\0-\0", "+article\0=onclick\0alert(1)\0-\0", "+article\0+a\0=href\0javascript:alert(1)\0-\0-\0",
    "+article\0+a\0=href\0 java\nscript:alert(1)\0-\0-\0", "+article\0+iframe\0-\0-\0", "+article\0=style\0x\0-\0", "+article\0", "", "<article></article>", "+article\0-\0+p\0-\0", "\"text\0", "+article\0-\0-\0",
  ];
  const codes = await tab.evaluate((attacks) => attacks.map((steps) => {
    try {
      live.update(steps);
      return "built";
    } catch ({ code }) {
      return code;
    }
  }), attacks);
  assert.deepEqual(codes, attacks.map(() => "steps"));
  assert.deepEqual(await headlines(tab), ["Post 2", "Post 1"]);
});
