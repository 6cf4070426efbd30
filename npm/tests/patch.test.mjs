// Patching: what stands in the page becomes the other version, whatever the two are, and what is the same is not touched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { open, settle, told } from "./page.mjs";
import { articles } from "./support.mjs";

/** Numbers that look like chance and are the same every time. */
function* chance(seed) {
  for (let state = seed; ; ) yield (state = (state * 1103515245 + 12345) % 2147483648);
}

/** Another version of an article: blocks taken away, said twice, moved, and words changed. */
function version(article, seed) {
  const numbers = chance(seed);
  const below = (limit) => numbers.next().value % limit;
  const next = structuredClone(article);
  const edit = (list) => {
    for (let edits = 1 + below(4); edits > 0 && list.length > 0; edits--) {
      const at = below(list.length);
      const kind = below(5);
      if (kind === 0) list.splice(at, 1);
      else if (kind === 1) list.splice(below(list.length), 0, list[at]);
      else if (kind === 2) list.splice(below(list.length), 0, ...list.splice(at, 1));
      else if (kind === 3) list.splice(at, 0, { type: "paragraph", content: `New words ${below(9)}.` });
      else if (Array.isArray(list[at]?.content)) edit(list[at].content);
    }
  };
  for (const key of ["body", "updates", "headline", "authors"]) if (Array.isArray(next[key])) edit(next[key]);
  return next;
}

test("whatever the two versions are, the nodes are those of the other one", async () => {
  const tab = await open("<main></main>", { element: false });
  const sources = articles().map(({ bytes }) => bytes.toString()).filter((text) => text.trim() !== "");
  const failed = await tab.evaluate(async ([sources, versionCode]) => {
    const { mount, patch, read, ready, toSteps } = await import("/newsprint/url.js");
    await ready();
    const version = new Function(`${versionCode}; return version`)();
    const main = document.querySelector("main");
    const other = document.createElement("main");
    const failed = [];
    let compared = 0;
    let former;
    for (const source of sources) {
      let article;
      try {
        ({ article } = read(source));
      } catch {
        continue;
      }
      for (let seed = 1; seed <= 8; seed++) {
        const next = seed === 1 && former ? former : version(article, seed);
        mount(main, article);
        patch(main, next);
        mount(other, next);
        compared++;
        if (!main.isEqualNode(other)) failed.push(`${seed} ${source.slice(0, 80)}\n${main.innerHTML}\n${other.innerHTML}`);
        if (toSteps(next) === "") failed.push("no steps");
      }
      former = article;
    }
    if (compared < 500) failed.push(`only ${compared} compared`);
    return failed;
  }, [sources, `${chance}${version}`]);
  assert.deepEqual(failed, []);
});

const line = (text) => ({ type: "paragraph", content: text });
const many = (from, count) => Array.from({ length: count }, (_, at) => line(`Paragraph ${from + at} of the report.`));
const film = { type: "video", title: "Gulls", sources: [{ src: "/gulls.webm", type: "video/webm" }] };
const details = { type: "details", summary: "More", content: [line("Inside.")] };
const link = line([{ type: "text", value: "Read " }, { type: "link", href: "/tides", content: "the tides" }, { type: "text", value: " today." }]);
const before = { type: "article", headline: "Ferry back", body: [line("First."), link, film, details, ...many(1, 60)] };
const after = {
  type: "article", headline: "Ferry back at ten",
  body: [line("Newest."), line("First of all."), link, line("Between."), film, details, line("After the details."), ...many(1, 30), ...many(33, 28), line("Last.")],
};

test("focus, selection, playback, open details and the place on the page survive", async () => {
  const tab = await open("<newsprint-article></newsprint-article>");
  await tab.$eval("newsprint-article", (element, before) => (element.article = before), before);
  await told(tab, "newsprint-render");
  await tab.evaluate(async () => {
    // A film that plays for as long as the test takes, made where there is no file of one.
    const canvas = document.createElement("canvas");
    canvas.getContext("2d").fillRect(0, 0, 9, 9);
    const video = document.querySelector("video");
    video.srcObject = canvas.captureStream(10);
    video.muted = true;
    setInterval(() => canvas.getContext("2d").fillRect(0, 0, 9, 9), 50);
    await video.play();
    document.querySelector("details").open = true;
    const text = document.evaluate("//p[starts-with(., 'First')]", document, null, 9).singleNodeValue.firstChild;
    getSelection().setBaseAndExtent(text, 0, text, 5);
    const watched = [...document.querySelectorAll("newsprint-article p")].find((p) => p.textContent.includes("Paragraph 20 "));
    watched.scrollIntoView();
    window.kept = { video, watched, link: document.querySelector("p a"), top: Math.round(watched.getBoundingClientRect().top) };
    kept.link.focus({ preventScroll: true });
    video.addEventListener("pause", () => (kept.paused = true));
  });
  await settle(tab);
  await tab.$eval("newsprint-article", (element, after) => (element.article = after), after);
  await told(tab, "newsprint-render", 2);
  await settle(tab);
  const state = await tab.evaluate(() => ({
    focused: document.activeElement === kept.link,
    selected: String(getSelection()),
    playing: kept.video.isConnected && !kept.video.paused && !kept.paused,
    open: document.querySelector("details").open,
    top: Math.round(kept.watched.getBoundingClientRect().top) - kept.top,
  }));
  assert.deepEqual(state, { focused: true, selected: "First", playing: true, open: true, top: 0 });
  // Nothing else has been touched.
  await tab.evaluate(() => (document.querySelector("details").open = false));
  assert.equal(await tab.$eval("newsprint-article", ({ innerHTML }) => innerHTML), renderToString(after));
});

test("a post that becomes a key event stays the same post, and a film with another file is another film", async () => {
  const post = (isKeyEvent, src) => ({ type: "article", headline: "x", updates: [{ id: "a", headline: "A", isKeyEvent, body: [line("Words."), { ...film, sources: [{ src }] }] }] });
  const tab = await open("<newsprint-article></newsprint-article>");
  const show = async (count, ...version) => {
    await tab.$eval("newsprint-article", (element, article) => (element.article = article), post(...version));
    await told(tab, "newsprint-render", count);
  };
  await show(1, false, "/one.webm");
  await tab.evaluate(() => (window.kept = { post: document.querySelector(".np-post"), video: document.querySelector("video") }));
  await show(2, true, "/one.webm");
  const same = () => tab.evaluate(() => [kept.post === document.querySelector(".np-post.np-key-event"), kept.video.isConnected]);
  assert.deepEqual(await same(), [true, true]);
  await show(3, true, "/two.webm");
  assert.deepEqual(await same(), [true, false]);
  assert.equal(await tab.$eval("newsprint-article", ({ innerHTML }) => innerHTML), renderToString(post(true, "/two.webm")));
});

test("the same version again changes nothing", async () => {
  const tab = await open("<newsprint-article></newsprint-article>");
  for (const count of [1, 2]) {
    await tab.$eval("newsprint-article", (element, before) => (element.article = before), before);
    await told(tab, "newsprint-render", count);
    if (count === 1) await tab.evaluate(() => new Promise((done) => setTimeout(() => done((changes = 0)))));
  }
  // The element itself says that it is busy, and that it is not.
  assert.ok((await tab.evaluate(() => changes)) <= 2);
});

test("what others have put into the article stays", async () => {
  const tab = await open("<newsprint-article></newsprint-article>");
  await tab.$eval("newsprint-article", (element, before) => (element.article = before), before);
  await told(tab, "newsprint-render");
  await tab.evaluate(() => {
    const button = document.createElement("button");
    button.dataset.npExtra = "";
    document.querySelector("figure").append(button);
    window.button = button;
  });
  const changed = structuredClone(before);
  changed.body[2].caption = "Two gulls.";
  await tab.$eval("newsprint-article", (element, changed) => (element.article = changed), changed);
  await told(tab, "newsprint-render", 2);
  assert.deepEqual(await tab.evaluate(() => [button.isConnected, button.parentNode.lastChild === button, button.previousSibling.textContent]), [true, true, "Two gulls."]);
});

test("an article of thousands of blocks is patched in time that grows with it", async () => {
  const tab = await open("<main></main>", { element: false });
  const times = await tab.evaluate(async () => {
    const { mount, patch, ready } = await import("/newsprint/url.js");
    await ready();
    const main = document.querySelector("main");
    const article = (count, from) => ({ type: "article", headline: "x", body: Array.from({ length: count }, (_, at) => ({ type: "paragraph", content: `Words ${(at * 7919 + from) % count}` })) });
    return [2000, 4000, 8000].map((count) => {
      mount(main, article(count, 0));
      const start = performance.now();
      patch(main, article(count, 1));
      return performance.now() - start;
    });
  });
  assert.ok(times[2] < Math.max(times[0], 30) * 12, times.join(" "));
});
