// The preview page in Chromium, as `cargo xtask build` leaves it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { browser, serve, site } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const letter = "# A letter <b>\n\nTo the *editor*.\n\n![](x.jpg)\n";
const chromium = await browser();
const address = await serve({ "/document": letter }, { "/": site });

/** Opens the preview and returns its tab, which keeps what went wrong in it. */
async function open(query = "", options = {}) {
  const tab = await chromium.newPage(options);
  tab.errors = [];
  tab.on("pageerror", (error) => tab.errors.push(String(error)));
  await tab.goto(`${address}/${query}`);
  await tab.waitForSelector("#article .np-headline");
  return tab;
}

test("it opens with the sample", async () => {
  const tab = await open();
  const source = await tab.inputValue("#source");
  assert.equal(source, readFileSync(`${site}/samples/harbour.md`, "utf8"));
  assert.ok(source.includes(await tab.textContent("#article .np-headline")));
  assert.deepEqual(tab.errors, []);
});

test("it opens with the document that it is given", async () => {
  const tab = await open("?src=/document&name=letter.md");
  assert.equal(await tab.inputValue("#source"), letter);
  assert.equal(await tab.$eval("#sample", (list) => list.selectedOptions[0].text), "letter.md");
  const shown = await tab.$eval("#article", (article) => article.innerHTML);
  assert.equal(shown.replaceAll(`${address}/`, ""), renderToString(letter, { headingLevel: 2 }));
  assert.match(await tab.textContent("#findings"), /img-alt-missing/);
});

test("what is typed is shown, and what cannot be read leaves the last that could", async () => {
  const tab = await open();
  await tab.fill("#source", "# Typed\n\nBy hand.");
  await tab.waitForFunction(() => document.querySelector("#article .np-headline")?.textContent === "Typed");
  await tab.fill("#source", '{ "headline": ');
  await tab.waitForSelector("#stale:not([hidden])");
  assert.match(await tab.textContent("#findings"), /json-invalid/);
  assert.equal(await tab.textContent("#article .np-headline"), "Typed");
  assert.deepEqual(tab.errors, []);
});

test("axe-core finds no violation, light and dark, narrow and wide", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      const tab = await open("", { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      await tab.evaluate(axe);
      const violations = await tab.evaluate(() => globalThis.axe.run().then(({ violations }) => violations));
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      assert.deepEqual(found, [], `${colorScheme}, ${width} px`);
      await tab.close();
    }
  }
});
