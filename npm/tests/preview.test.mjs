// The preview page in Chromium, as `cargo xtask build` leaves it: opened, written into, looked at.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { renderToString, toText } from "newsprint";
import { site } from "./support.mjs";
import { address, headline, inArticle, letter, line, open, search, source, untilArticle, untilHeadline, write } from "./preview-support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const seed = process.env.NEWSPRINT_SEED;
const VIEWS = ["html", "outline", "ears", "text", "json-ld", "json", "figures", "diff"];

test("it opens with the sample and asks nobody else for anything", async () => {
  const tab = await open();
  const sample = readFileSync(`${site}/samples/harbour.json`, "utf8");
  assert.equal((await source(tab)).trim(), sample.trim());
  assert.ok(sample.includes(await headline(tab)));
  assert.deepEqual(tab.errors, []);
  assert.deepEqual(tab.asked.filter((url) => !url.startsWith(address)), []);
});

test("it opens with the document that it is given", async () => {
  const tab = await open("?src=/document&name=letter.md");
  assert.equal(await source(tab), letter);
  assert.equal(await tab.textContent("#name"), "letter.md");
  await untilArticle(tab, renderToString(letter, { headingLevel: 2, base: `${address}/document` }));
  assert.match(await tab.textContent("#findings"), /img-alt-missing/);
});

test("the seed shows as it reads", { skip: !seed && "NEWSPRINT_SEED is not set" }, async () => {
  const tab = await open();
  const text = readFileSync(seed, "utf8");
  await write(tab, text);
  await untilArticle(tab, renderToString(text, { headingLevel: 2, base: `${address}/samples/harbour.json` }));
  assert.deepEqual(tab.errors, []);
});

test("a credit that is edited changes in the article", async () => {
  const tab = await open();
  await search(tab, "Photo by Robin Example");
  await tab.keyboard.type("Photo by Kim Example");
  await tab.waitForFunction(() => /Kim Example/.test(document.getElementById("frame").contentDocument.querySelector(".np-credit").textContent));
  await tab.locator(".editor .cm-content").press("Control+z");
  await tab.waitForFunction(() => /Robin Example/.test(document.getElementById("frame").contentDocument.querySelector(".np-credit").textContent));
  assert.deepEqual(tab.errors, []);
});

test("what cannot be read is explained at its line, and leaves the last that could", async () => {
  const tab = await open();
  await write(tab, '{ "type": "article",\n  "headline": "Typed" }');
  await untilHeadline(tab, "Typed");
  await write(tab, '{ "type": "article",\n  "headline": }');
  await tab.waitForSelector("#stale:not([hidden])");
  assert.match(await tab.textContent("#findings"), /json-invalid/);
  assert.equal(await headline(tab), "Typed");
  assert.equal(await tab.locator(".editor .cm-lint-marker-error").count(), 1);
  await tab.waitForFunction(() => document.getElementById("status").textContent.startsWith("1 error: "));
  await tab.getByRole("button", { name: /^Line 2/ }).click();
  assert.match(await line(tab), /headline/);
  assert.deepEqual(tab.errors, []);
});

test("the format is recognised, and can be overridden", async () => {
  const tab = await open();
  await write(tab, "# A heading\n\nWords.\n");
  await untilHeadline(tab, "A heading");
  assert.match(await tab.$eval("#format", ({ options }) => options[0].text), /markdown/);
  await tab.selectOption("#format", "text");
  await untilHeadline(tab, "# A heading");
  await tab.selectOption("#format", "");
  await untilHeadline(tab, "A heading");
});

test("every view shows the article in another form", async () => {
  const tab = await open();
  const panel = (id) => tab.locator(`#view-${id}`);
  const expected = {
    html: /<article class="np-article"/,
    outline: /h2 After the last ferry/,
    ears: /heading 2 After the last ferry/,
    text: /After the last ferry, the harbour café/,
    "json-ld": /"@context"/,
    json: /"schemaVersion"|"type": "article"/,
    figures: /Alternative text.*A small white ferry/s,
    diff: /\/leadMedia\/creditText/,
  };
  for (const id of VIEWS) {
    await tab.click(`#tab-${id}`);
    const words = tab.locator(`#view-${id}`);
    await tab.waitForFunction(([id, words]) => {
      const box = document.getElementById(`view-${id}`);
      const text = box.querySelector(".code")?.shadowRoot?.querySelector(".cm-content")?.textContent ?? box.textContent;
      return new RegExp(words, "s").test(text);
    }, [id, expected[id].source]).catch(() => assert.fail(`${id} does not show ${expected[id]}`));
    assert.ok(await words.isVisible());
  }
  assert.deepEqual(tab.errors, []);
  await panel("diff").waitFor();
});

test("what is copied is exact, and what is downloaded is a page of its own", async () => {
  const tab = await open();
  const sample = readFileSync(`${site}/samples/harbour.json`, "utf8");
  await tab.click("#tab-text");
  await tab.click("#copy");
  await tab.waitForSelector("#toast:not([hidden])");
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), toText(sample));
  await tab.click("#tab-article");
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("#download")]);
  assert.equal(download.suggestedFilename(), "the-last-ferry.html");
  const page = readFileSync(await download.path(), "utf8");
  assert.match(page, /^<!doctype html>/);
  assert.match(page, /<style>.*@layer newsprint/s);
  assert.match(page, /src="data:image\/svg\+xml;base64,/);
  assert.doesNotMatch(page, /src="(?!data:)/);
});

test("a place in the article leads to the source, and the other way round", async () => {
  const tab = await open();
  await tab.frameLocator("#frame").getByText("A room full of strangers").click();
  assert.match(await line(tab), /A room full of strangers/);
  await search(tab, "blue enamel jug");
  await tab.keyboard.press("Alt+Enter");
  assert.match(await inArticle(tab, (article) => article.querySelector("[data-here]").textContent), /blue enamel jug/);
});

test("readers' settings change what they change, and no script runs in the article", async () => {
  const tab = await open();
  const style = (name) => inArticle(tab, (article, name) => article.defaultView.getComputedStyle(article.querySelector(".np-article")).getPropertyValue(name), name);
  await tab.getByRole("radio", { name: "320" }).check();
  assert.equal(await inArticle(tab, (article) => article.defaultView.innerWidth), 320);
  await tab.getByRole("radio", { name: "1280" }).check();
  assert.equal(await inArticle(tab, (article) => article.defaultView.innerWidth), 1280);
  const light = await style("background-color");
  await tab.getByRole("radio", { name: "Dark" }).check();
  assert.notEqual(await style("background-color"), light);
  await tab.getByRole("radio", { name: "Light" }).check();
  assert.equal(await style("background-color"), light);
  await tab.click("#reader-more");
  await tab.selectOption("#medium", "print");
  assert.equal(await style("background-color"), "rgb(255, 255, 255)");
  await tab.selectOption("#scheme", "forced");
  assert.equal(await style("color"), "rgb(255, 255, 255)");
  await tab.selectOption("#size", "200");
  assert.equal(await inArticle(tab, (article) => article.defaultView.getComputedStyle(article.documentElement).fontSize), "32px");
  await tab.check("#spacing");
  await tab.selectOption("#direction", "rtl");
  assert.equal(await style("direction"), "rtl");
  await tab.selectOption("#level", "3");
  await tab.waitForFunction(() => document.getElementById("frame").contentDocument.querySelector("h3.np-headline"));
  assert.ok((await tab.locator("#languages option").count()) >= 32);
  await tab.fill("#language", "de");
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.getElementById("frame").contentDocument.querySelector("[lang=de]"));
  const enlarges = () => inArticle(tab, (article) => article.querySelectorAll(".np-enlarge").length);
  assert.equal(await enlarges(), 1);
  await tab.selectOption("#script", "off");
  assert.equal(await enlarges(), 0);
  await tab.click("#as-usual");
  await tab.waitForFunction(() => document.getElementById("frame").contentDocument.querySelector("h2.np-headline"));
  assert.equal(await tab.getAttribute("#frame", "sandbox"), "allow-same-origin allow-modals");
  assert.deepEqual(tab.errors, []);
});

test("pictures of other sites load only when they are asked for", async () => {
  const tab = await open();
  let loaded = 0;
  await tab.route("https://pictures.example/**", (route) => {
    loaded++;
    return route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg'/>" });
  });
  await write(tab, "# Far\n\n![A quay](https://pictures.example/quay.svg)\n");
  await untilHeadline(tab, "Far");
  await tab.waitForSelector("#blocked:not([hidden])");
  assert.equal(loaded, 0);
  await Promise.all([tab.waitForResponse("https://pictures.example/quay.svg"), tab.click("#load-pictures")]);
  assert.ok(await tab.locator("#blocked").isHidden());
});

test("forced colours lose nothing: what is chosen and what is focused can still be seen", async () => {
  const tab = await open("?src=samples/mistakes.json", { forcedColors: "active" });
  const colours = (selector) => tab.$eval(selector, (element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]);
  assert.notDeepEqual(await colours("#tab-article"), await colours("#tab-html"));
  assert.notDeepEqual(await colours("#width input:checked + span"), await colours("#width input:not(:checked) + span"));
  await tab.locator("#open").focus();
  await tab.keyboard.press("Tab");
  assert.notEqual(await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
});

test("axe-core finds no violation in any view, light and dark, narrow and wide", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      const tab = await open("?src=samples/mistakes.json", { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      await tab.evaluate(axe);
      const clean = async (place) => {
        await tab.waitForTimeout(100);
        const violations = await tab.evaluate(() => globalThis.axe.run({ exclude: [["#frame"]] }).then(({ violations }) => violations));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        assert.deepEqual(found, [], `${place}, ${colorScheme}, ${width} px`);
      };
      for (const id of ["article", ...VIEWS]) {
        await tab.click(`#tab-${id}`);
        await clean(id);
      }
      await tab.click("#tab-article");
      for (const pane of ["Source", "Findings"]) {
        if (width < 960) await tab.getByRole("radio", { name: pane }).check();
        await clean(pane);
      }
      await tab.getByRole("button", { name: "Mend" }).first().click();
      await clean("a field that mends");
      if (width < 960) await tab.getByRole("radio", { name: "Article" }).check();
      await tab.click("#reader-more");
      await clean("the reader's settings");
      await tab.keyboard.press("Escape");
      await tab.click("#theme");
      await tab.locator("#theme-colours input").first().waitFor();
      await clean("the theme");
      await tab.click("#theme-panel [popovertargetaction=hide]");
      await tab.click("#open");
      await tab.locator(".example").first().waitFor();
      await clean("opening");
      await tab.keyboard.press("Escape");
      await tab.click("#batch");
      await tab.waitForSelector("#batch-dialog[open]");
      await tab.setInputFiles("#many-files", ["mistakes.json", "harbour.md"].map((name) => `${site}/samples/${name}`));
      await tab.waitForFunction(() => /^2 articles/.test(document.getElementById("batch-count").textContent));
      await clean("many articles");
      await tab.keyboard.press("Escape");
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0, `${width} px`);
      await tab.context().close();
    }
  }
});
