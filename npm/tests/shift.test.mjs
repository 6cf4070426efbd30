// Pictures that come late shift nothing: in Chromium, with every kind of picture, on phones and on desks, as a server has
// rendered it and as the element builds it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { words } from "../scripts/words.mjs";
import { open, pages, settle, told } from "./page.mjs";

const svg = (width, height) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}"/></svg>`;
const sizes = { wide: [1600, 700], tall: [600, 900], square: [500, 500], tiny: [120, 80] };
for (const [name, [width, height]] of Object.entries(sizes)) {
  pages[`/${name}.svg`] = (response) => setTimeout(() => response.writeHead(200, { "content-type": "image/svg+xml" }).end(svg(width, height)), 700);
}
const languages = Object.keys(words());
const picture = (name, more = {}) => ({ type: "image", src: `/${name}.svg`, alt: `A ${name} field.`, width: sizes[name][0], height: sizes[name][1], caption: `Caption ${name}.`, ...more });
const text = "The ferry sails at ten, and comes back before the tide turns. ".repeat(12);
const article = {
  type: "article", language: "en", headline: "Ferry back", standfirst: "It sails.",
  authors: [{ name: "Robin Example", image: { type: "image", src: "/square.svg", alt: "", decorative: true, width: 500, height: 500 } }],
  leadMedia: picture("wide"),
  body: [
    text, picture("tall"), text,
    picture("square", { layout: { align: "left" } }), text,
    picture("tiny", { layout: { align: "right" } }), text,
    picture("wide", { layout: { width: "full" } }), text,
    picture("wide", { sources: [{ src: "/square.svg", width: 500, height: 500, media: "(max-width: 600px)" }] }), text,
    { type: "gallery", items: ["square", "tall", "wide", "tiny"].map((name) => picture(name)) }, text,
    { type: "gallery", layout: "carousel", items: ["tall", "wide"].map((name) => picture(name)) }, text,
    { type: "video", title: "At sea", sources: [{ src: "/none.mp4", type: "video/mp4" }], poster: picture("wide"), width: 1600, height: 700 }, text,
    { type: "linkCard", url: "/next", title: "Next", image: picture("square") }, text,
    { type: "paragraph", content: ["A mark ", { type: "image", src: "/tiny.svg", alt: "a mark", width: 120, height: 80 }, " in a line. ", text] },
    { type: "embed", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", title: "The ferry" }, text,
  ],
};
pages["/ferry.json"] = JSON.stringify(article);
pages["/start.js"] = 'import { start } from "/newsprint/behaviours.js"; start();';
const head = '<link rel="stylesheet" href="/newsprint/style.css"><link rel="stylesheet" href="/newsprint/behaviours.css"><script type="module" src="/start.js"></script>';

/** Returns what shifts until all pictures have arrived: since the page was opened, or from now on. */
async function shifts(tab, buffered) {
  await tab.evaluate((buffered) => {
    window.shifted = [];
    const told = (list) => list.getEntries().forEach(({ value, sources }) => shifted.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 120) ?? String(node))]));
    new PerformanceObserver(told).observe({ type: "layout-shift", buffered });
    // What loads when it is near is brought near, all at once: nothing scrolls while it is measured.
    document.querySelectorAll("img").forEach((image) => (image.loading = "eager"));
  }, buffered);
  const pictures = await tab.locator("img").count();
  assert.ok(pictures > 12, `${pictures}`);
  assert.ok(buffered || (await tab.evaluate(() => [...document.images].some(({ complete }) => !complete))));
  await tab.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await settle(tab, 300);
  return tab.evaluate(() => shifted);
}

for (const [width, height] of [[390, 12_000], [1280, 12_000]]) {
  test(`${width} pixels wide: as a server has rendered it`, async () => {
    const tab = await open(`<main><newsprint-article>${renderToString(article)}</newsprint-article></main>`, { head, viewport: { width, height } });
    assert.deepEqual(await shifts(tab, true), []);
  });

  test(`${width} pixels wide: as the element builds it`, async () => {
    const tab = await open('<main><newsprint-article src="ferry.json"></newsprint-article></main>', { head, viewport: { width, height } });
    await told(tab, "newsprint-render");
    assert.deepEqual(await shifts(tab, false), []);
  });
}

test("in every language an embed has the room for its question before it is asked", async () => {
  const embed = { type: "embed", url: "https://public.flourish.studio/visualisation/1234567/", title: "The ferry" };
  const all = languages.map((language) => renderToString({ type: "article", language, headline: "x", body: [embed] }, { idPrefix: language })).join("");
  for (const width of [320, 340, 360, 390, 480, 510, 600, 1280]) {
    const tab = await open(`<main>${all}</main>`, { head, element: false, viewport: { width, height: 800 } });
    await tab.waitForSelector(".np-load");
    const heights = await tab.$$eval(".np-embed", (all) => all.map((figure) => [figure.closest("article").lang, figure.offsetHeight, Math.round(parseFloat(getComputedStyle(figure).minHeight))]));
    assert.equal(heights.length, languages.length);
    assert.deepEqual(heights.filter(([, height, kept]) => height > kept), [], `${width}`);
  }
});
