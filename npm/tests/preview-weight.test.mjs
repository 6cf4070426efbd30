// What a visitor of the preview waits for: bytes over the line, the first article, the next key press. Prints what it
// measures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium, counted, focus, inArticle, open, ready, untilHeadline, watch, write } from "./preview-support.mjs";

/** The budget in bytes, compressed, for all that the page loads by itself, and for what of it is the preview's own. */
const BUDGET = 400_000;
const OWN = 200_000;

test("the page is light, and the editor comes after the first article", async (t) => {
  const { sent, address } = await counted();
  const visit = async () => {
    const tab = await (await chromium.newContext()).newPage();
    await watch(tab);
    await tab.goto(`${address}/`);
    await ready(tab);
    return tab;
  };
  // The first visit has the server compress everything.
  await (await visit()).context().close();
  const tab = await visit();
  const [shown, asked] = await tab.evaluate(() => {
    const editor = performance.getEntriesByType("resource").find(({ name }) => name.includes("/part-code"));
    return [performance.getEntriesByName("article")[0].startTime, editor.startTime];
  });
  await tab.evaluate(() => navigator.serviceWorker.ready);
  assert.ok(asked > shown, "the editor is fetched after the article shows");
  const sum = (test) => [...sent].filter(([path]) => test(path)).reduce((total, [, bytes]) => total + bytes, 0);
  const editor = sum((path) => path.includes("/part-"));
  const wasm = sum((path) => path.endsWith(".wasm"));
  const sample = sum((path) => path.includes("/samples/"));
  const total = sum(() => true);
  t.diagnostic(`first article after ${Math.round(shown)} ms`);
  t.diagnostic(`bytes in brotli: ${total} in all; wasm ${wasm}, editor ${editor}, sample with picture ${sample}, the page itself ${total - wasm - editor - sample}`);
  // The modules have their own budgets, which `cargo xtask size` holds: what they are over theirs, the page is over too.
  t.diagnostic(`budget ${BUDGET}: ${total < BUDGET ? "kept" : `over by ${total - BUDGET}, of which the wasm has ${wasm}`}`);
  assert.ok(total - wasm < OWN, `${total - wasm} bytes`);
  assert.deepEqual(tab.errors, []);
});

test("a key press in an article of 10,000 words shows in a frame", async (t) => {
  const tab = await open();
  const paragraph = { type: "paragraph", content: "word ".repeat(99).concat("end") };
  await write(tab, JSON.stringify({ type: "article", headline: "Ten thousand", body: Array.from({ length: 100 }, () => paragraph) }, null, 2));
  await untilHeadline(tab, "Ten thousand");
  const times = [];
  for (let press = 0; press < 12; press++) {
    await focus(tab);
    await tab.keyboard.press("Control+Home");
    for (let down = 0; down < 2; down++) await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("End");
    await tab.keyboard.press("ArrowLeft");
    await tab.keyboard.press("ArrowLeft");
    await inArticle(tab, (article) => {
      const view = globalThis;
      view.pressed = view.shown = 0;
      view.document.addEventListener("keydown", () => (view.pressed = performance.now()), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        view.shown = performance.now();
        watch.disconnect();
      });
      watch.observe(article.body, { childList: true, subtree: true, characterData: true });
    });
    await tab.keyboard.type("x");
    await tab.waitForFunction(() => globalThis.shown);
    times.push(await tab.evaluate(() => globalThis.shown - globalThis.pressed));
  }
  const median = times.toSorted((one, other) => one - other)[times.length / 2];
  t.diagnostic(`key press to changed article: median ${median.toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms of ${times.length}`);
  // The key, the frame that takes it up and the work: no more than three frames on a busy machine.
  assert.ok(median < 50, `${median} ms`);
});
