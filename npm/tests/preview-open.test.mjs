// The ways into the preview and out of it: examples, files, addresses, links, many articles, no network.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { cases, sources } from "../scripts/manual.mjs";
import { root, serve, site } from "./support.mjs";
import { address, focus, headline, inArticle, open, ready, source, untilArticle, untilHeadline, watch, write } from "./preview-support.mjs";

const folder = mkdtempSync(join(tmpdir(), "newsprint-preview-"));

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test("every example opens, and each page of the manual is one", async () => {
  const groups = JSON.parse(readFileSync(join(site, "gallery.json"), "utf8"));
  const documents = groups.flatMap(({ documents }) => documents);
  const samples = JSON.parse(readFileSync(join(root, "www/samples/list.json"), "utf8")).flatMap(({ documents }) => documents);
  assert.equal(documents.length, sources().length + cases().length + samples.length);
  const tab = await open();
  for (const { name, place } of documents.filter((_, index) => index % 7 === 0)) {
    await tab.click("#open");
    await tab.fill("#find", place);
    await tab.locator(".example:visible").first().click();
    await tab.waitForFunction((name) => document.getElementById("name").textContent === name, name);
  }
  await tab.click("#open");
  await tab.fill("#find", "header-order-1");
  await tab.locator(".example:visible").click();
  const { source: text, options } = sources().find(({ file }) => file === "header-order-1.json");
  await untilArticle(tab, renderToString(text, { headingLevel: 2, ...options, base: `${address}/manual/header-order-1.json` }));
  // The pictures of the manual are nowhere, and those of other sites are not loaded.
  assert.deepEqual(tab.errors.filter((error) => !/404|^Loading (the image|media)/.test(error)), []);
});

test("a file is opened, by hand and dropped", async () => {
  const tab = await open();
  await tab.click("#open");
  await tab.setInputFiles("#file", file("chosen.md", "# Chosen\n\nBy hand.\n"));
  await untilHeadline(tab, "Chosen");
  assert.equal(await tab.textContent("#name"), "chosen.md");
  const transfer = await tab.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["# Dropped\n\nFrom outside.\n"], "dropped.md"));
    return transfer;
  });
  await tab.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await untilHeadline(tab, "Dropped");
  assert.deepEqual(tab.errors, []);
});

test("an address is opened where the other site allows it, and explained where not", async () => {
  const far = await serve({
    "/far.md": (response) => response.writeHead(200, { "access-control-allow-origin": "*" }).end("# From afar\n\nIt came.\n"),
    "/closed.md": (response) => response.writeHead(200).end("# Closed"),
  });
  const tab = await open();
  const go = async (place) => {
    await tab.click("#open");
    await tab.fill("#address", place);
    await tab.keyboard.press("Enter");
  };
  await go(`${far}/far.md`);
  await untilHeadline(tab, "From afar");
  await go(`${far}/closed.md`);
  await tab.waitForFunction(() => /does not let other pages read it/.test(document.getElementById("toast").textContent));
  assert.equal(await headline(tab), "From afar");
});

test("a link holds the article, and the address is clean again", async () => {
  const tab = await open();
  await write(tab, "# Shared “words”\n\nIn a link.\n");
  await untilHeadline(tab, "Shared “words”");
  await tab.click("#share");
  await tab.waitForFunction(() => /Link copied/.test(document.getElementById("toast").textContent));
  const link = await tab.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#article=[\w-]+$/);
  const other = await open(link.slice(address.length + 1));
  await untilHeadline(other, "Shared “words”");
  assert.equal(other.url(), `${address}/`);
  assert.ok(!other.asked.some((url) => url.includes("article=")));
  assert.equal(await other.evaluate(() => localStorage.length + sessionStorage.length), 0);
  for (const broken of ["#article=AAAA", `#article=${"A".repeat(40_000)}`]) {
    const page = await (await other.context().newPage());
    await watch(page);
    await page.goto(`${address}/${broken}`);
    await page.waitForFunction(() => /the link/.test(document.getElementById("findings").textContent));
    assert.equal(page.url(), `${address}/`);
  }
});

test("an article that is too long for a link is explained", async () => {
  const tab = await open();
  const words = Array.from({ length: 20_000 }, () => Math.random().toString(36).slice(2)).join(" ");
  await write(tab, `# Long\n\n${words}\n`);
  await untilHeadline(tab, "Long");
  await tab.click("#share");
  await tab.waitForFunction(() => /too long for a link/.test(document.getElementById("toast").textContent));
});

test("a missing alternative text is mended from its finding", async () => {
  const tab = await open("?src=samples/mistakes.json");
  const before = await tab.textContent("#count-error");
  const finding = tab.locator(".finding", { hasText: "img-alt-missing" });
  await finding.getByRole("button", { name: "Mend" }).click();
  await tab.keyboard.type('A white ferry, "Aurora", at night.');
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.getElementById("frame").contentDocument.querySelector("img").alt === 'A white ferry, "Aurora", at night.');
  assert.equal(await tab.textContent("#count-error"), String(Number(before) - 1));
  assert.equal(JSON.parse(await source(tab)).leadMedia.alt, 'A white ferry, "Aurora", at night.');
  const heading = tab.locator(".finding", { hasText: "heading-skip" });
  await heading.getByRole("button", { name: "Make it level 2" }).click();
  await heading.waitFor({ state: "detached" });
  assert.equal(JSON.parse(await source(tab)).body[1].level, 2);
});

test("what is mended in Markdown is written where Markdown has it", async () => {
  const tab = await open("?src=/document&name=letter.md");
  await tab.getByRole("button", { name: "Mend" }).click();
  await tab.keyboard.type("A [small] boat.");
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.getElementById("frame").contentDocument.querySelector("img").alt === "A [small] boat.");
  assert.match(await source(tab), /!\[A \\\[small\\\] boat\.\]\(x\.jpg\)/);
});

test("what a format keeps elsewhere is not touched, and what it keeps under another name is found", async () => {
  const tab = await open();
  const picture = { uri: "urn:x:2", type: "picture", headline: "A", renditions: { full: { href: "https://example.org/a.jpg", width: 10, height: 10 } } };
  const ninjs = (headline, fields) => JSON.stringify({ uri: "urn:x:1", type: "text", version: "1", headline, body_text: "Words", associations: { main: { ...fields, ...picture } } }, null, 2);
  const mend = async (headline, fields, said) => {
    await write(tab, ninjs(headline, fields));
    await untilHeadline(tab, headline);
    await tab.locator(".finding", { hasText: "img-alt-missing" }).getByRole("button", { name: "Mend" }).click();
    await tab.keyboard.type("A quay.");
    await tab.keyboard.press("Enter");
    await tab.waitForFunction((said) => document.getElementById("toast").textContent.includes(said), said);
    return source(tab);
  };
  assert.equal(await mend("One", {}, "nothing was changed"), ninjs("One", {}));
  assert.equal(await mend("Two", { description_alt: "" }, "Mended"), ninjs("Two", { description_alt: "A quay." }));
});

test("findings are filtered by severity", async () => {
  const tab = await open("?src=samples/mistakes.json");
  const all = await tab.locator(".finding").count();
  await tab.click("#filter-error");
  assert.equal(await tab.locator(".finding").count(), all - Number(await tab.textContent("#count-error")));
  await tab.click("#filter-error");
  assert.equal(await tab.locator(".finding").count(), all);
});

test("many articles become a table that can be sorted, and a CSV", async () => {
  const tab = await open();
  await tab.click("#batch");
  await tab.waitForSelector("#batch-dialog[open]");
  const lines = [{ type: "article", headline: "Fine", body: ["Words."] }, { type: "article", headline: "Odd", colour: "blue" }].map((article) => JSON.stringify(article));
  const samples = ["mistakes.json", "harbour.md"].map((name) => join(site, "samples", name));
  await tab.setInputFiles("#many-files", [...samples, file("articles.jsonl", `${lines.join("\n")}\n`), file("=evil.md", "# Fine\n\n![](a.jpg)\n"), file("noise.bin", Buffer.from([0, 1, 2, 0]))]);
  await tab.waitForFunction(() => /^5 articles, 2 of them with errors; 1 files are no text/.test(document.getElementById("batch-count").textContent));
  const first = () => tab.textContent("#batch-body tr:first-child th");
  assert.equal(await first(), "mistakes.json");
  await tab.getByRole("button", { name: "Article", exact: true }).click();
  assert.equal(await first(), "=evil.md");
  const [download] = await Promise.all([tab.waitForEvent("download"), tab.click("#batch-csv")]);
  const csv = readFileSync(await download.path(), "utf8").split("\r\n");
  assert.equal(csv[0], '"article","format","severity","code","message","line","column"');
  assert.ok(csv.some((line) => line.startsWith('"articles.jsonl:2","canonical","warning","key-unknown"')));
  assert.ok(csv.some((line) => line.startsWith('"\'=evil.md"')));
  const many = join(folder, "many");
  mkdirSync(join(many, "deeper"), { recursive: true });
  for (const name of ["one.md", "deeper/two.md"]) writeFileSync(join(many, name), "# In a folder\n\nWords.\n");
  await tab.setInputFiles("#many-folder", many);
  await tab.waitForFunction(() => /^2 articles, 0 of them/.test(document.getElementById("batch-count").textContent));
  await tab.getByRole("button", { name: "many/deeper/two.md" }).click();
  await untilHeadline(tab, "In a folder");
  assert.deepEqual(tab.errors, []);
});

test("the theme is edited with its contrast, and taken along as CSS", async () => {
  const tab = await open();
  await tab.click("#theme");
  await tab.getByLabel("ink, light", { exact: true }).fill("#bbbbbb");
  const row = tab.locator("#theme-colours tr", { hasText: /^ink[\d]/i });
  assert.match(await row.textContent(), /1\.9 : 1, needs 4\.5/);
  assert.equal(await inArticle(tab, (article) => article.defaultView.getComputedStyle(article.querySelector(".np-article")).color), "rgb(187, 187, 187)");
  await tab.click("#theme-copy");
  await tab.waitForSelector("#toast:not([hidden])");
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), ".np-article {\n  --np-ink: light-dark(#bbbbbb, #e9e6df);\n}\n");
  await tab.click("#theme-reset");
  assert.notEqual(await inArticle(tab, (article) => article.defaultView.getComputedStyle(article.querySelector(".np-article")).color), "rgb(187, 187, 187)");
});

test("it opens without a network once it has been there, and can be installed", async () => {
  const tab = await open();
  await tab.evaluate(() => navigator.serviceWorker.ready);
  await tab.waitForFunction(() => navigator.serviceWorker.controller);
  const client = await tab.context().newCDPSession(tab);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  await tab.context().setOffline(true);
  await tab.reload();
  await ready(tab);
  assert.match(await headline(tab), /After the last ferry/);
  await write(tab, '{ "type": "article", "headline": "Without a network" }');
  await untilHeadline(tab, "Without a network");
  await tab.context().setOffline(false);
});

test("all of it works by keyboard alone", async () => {
  const tab = await open("?src=samples/mistakes.json");
  const at = () => tab.evaluate(() => {
    const element = document.activeElement;
    return element.id || element.className || element.localName;
  });
  const until = async (wanted, key = "Tab") => {
    for (let presses = 0; presses < 80; presses++) {
      await tab.keyboard.press(key);
      const now = await at();
      if (now === wanted) return;
    }
    assert.fail(`${wanted} cannot be reached with ${key}; the last was ${await at()}`);
  };
  await until("open");
  await tab.keyboard.press("Enter");
  await until("find");
  await tab.keyboard.type("right to left");
  await until("example");
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.getElementById("name").textContent === "Right to left");
  assert.equal(await at(), "open", "the focus is back where it was");
  await until("code");
  await tab.keyboard.press("Control+f");
  await tab.keyboard.press("Escape");
  await until("splitter");
  await tab.keyboard.press("ArrowRight");
  assert.equal(await tab.getAttribute("#splitter", "aria-valuenow"), "44");
  await until("tab-article");
  for (const view of ["html", "outline", "ears", "text", "json-ld", "json", "figures", "diff", "article"]) {
    await tab.keyboard.press("ArrowRight");
    assert.equal(await at(), `tab-${view}`);
    assert.ok(await tab.isVisible(`#view-${view}`));
  }
  await until("reader-more");
  await tab.keyboard.press("Enter");
  await until("size");
  await tab.keyboard.press("Escape");
  await until("share");
  await focus(tab);
});
