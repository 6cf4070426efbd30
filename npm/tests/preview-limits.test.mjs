// What a preview must survive: too much, no text at all, nesting without end, a renderer that hangs, one that crashes.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { site } from "./support.mjs";
import { address, chromium, headline, open, ready, source, untilHeadline, watch, write } from "./preview-support.mjs";

const PATIENCE = 2000;

/** Writes the text, and asserts that it is explained in time, that the last article stays, and that the page lives. */
async function explained(tab, text, expected) {
  await write(tab, "# Before\n\nAll is well.\n");
  await untilHeadline(tab, "Before");
  await write(tab, text);
  const started = performance.now();
  await tab.waitForFunction((code) => document.getElementById("findings").textContent.includes(code), expected);
  const took = performance.now() - started;
  assert.ok(took < PATIENCE, `${expected} took ${Math.round(took)} ms`);
  assert.equal(await headline(tab), "Before");
  assert.equal(await tab.locator("#stale").isVisible(), true);
  return took;
}

async function alive(tab) {
  await write(tab, "# After\n\nAll is well again.\n");
  await untilHeadline(tab, "After");
  assert.ok(await tab.locator("#stale").isHidden());
}

test("more than five megabytes are explained, and kept", async () => {
  const tab = await open();
  const line = "Words and words and more words, all of them in one very long article.\n\n";
  const text = `# Long\n\n${line.repeat(Math.ceil((5 * 1024 * 1024) / line.length) + 10)}`;
  await explained(tab, text, "limit-input");
  assert.equal((await source(tab)).length, text.length);
  await alive(tab);
});

test("an article of almost five megabytes shows, and the page still answers", async () => {
  const tab = await open();
  const line = "Words and words and more words, all of them in one very long article.\n\n";
  await write(tab, `# Almost\n\n${line.repeat(Math.floor((4.9 * 1024 * 1024) / line.length))}`);
  await untilHeadline(tab, "Almost");
  await alive(tab);
});

test("binary is explained, pasted and as a file", async () => {
  const tab = await open();
  await explained(tab, `{"type": "article", "headline": "\u0001\u0002${"\ufffd\u0003".repeat(10_000)}`, "json-");
  const path = join(mkdtempSync(join(tmpdir(), "newsprint-preview-")), "picture.jpg");
  writeFileSync(path, Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256)));
  const kept = await source(tab);
  await tab.click("#open");
  await tab.setInputFiles("#file", path);
  await tab.waitForFunction(() => /is not text/.test(document.getElementById("toast").textContent));
  assert.equal(await source(tab), kept);
  await alive(tab);
});

test("nesting and expansion without end are explained", async () => {
  const tab = await open();
  await explained(tab, "[".repeat(200_000), "json-");
  await explained(tab, '{"a":'.repeat(100_000), "json-");
  await alive(tab);
  const entities = Array.from({ length: 12 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join("\n");
  await explained(tab, `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e0 "ha">\n${entities}]>\n<a>&e12;</a>`, "format-unrecognised").catch(async (error) => {
    // A reader of XML says it in its own words.
    if (!(await tab.textContent("#findings")).match(/xml|entit|doctype/i)) throw error;
  });
  await alive(tab);
});

test("a renderer that hangs is stopped after two seconds, and another takes over", async () => {
  const tab = await (await chromium.newContext({ permissions: ["clipboard-read", "clipboard-write"], serviceWorkers: "block" })).newPage();
  await watch(tab);
  let hangs = false;
  await tab.route("**/worker.js", async (route) => {
    const script = readFileSync(join(site, "worker.js"), "utf8");
    const hanging = 'addEventListener("message", ({ data }) => { postMessage({ id: data.id, begins: true }); for (;;); });';
    await route.fulfill({ contentType: "text/javascript", body: hangs ? hanging : script });
  });
  hangs = true;
  await tab.goto(`${address}/`);
  await tab.waitForFunction(() => document.getElementById("findings").textContent.includes("too-slow"), undefined, { timeout: 5000 });
  hangs = false;
  await tab.waitForSelector(".editor .cm-content");
  await write(tab, '{ "type": "article", "headline": "Over again" }');
  await untilHeadline(tab, "Over again");
});

test("a reader that takes long to come is waited for", async () => {
  const tab = await (await chromium.newContext({ permissions: ["clipboard-read", "clipboard-write"], serviceWorkers: "block" })).newPage();
  await watch(tab);
  await tab.route("**/readers/markdown.wasm", async (route) => {
    await new Promise((done) => setTimeout(done, 2500));
    await route.continue();
  });
  await tab.goto(`${address}/`);
  await ready(tab);
  await write(tab, "# Late\n\nIt *comes* late.");
  await untilHeadline(tab, "Late");
  assert.ok(!(await tab.textContent("#findings")).includes("too-slow"));
  assert.deepEqual(tab.errors, []);
});

test("a crash of the wasm is explained, and the next article shows", async () => {
  const binaryen = (await import("binaryen")).default;
  const module = binaryen.readBinary(new Uint8Array(readFileSync(join(site, "newsprint/newsprint.wasm"))));
  const trapped = crashing(binaryen, module, "toText");
  const tab = await (await chromium.newContext({ permissions: ["clipboard-read", "clipboard-write"], serviceWorkers: "block" })).newPage();
  await watch(tab);
  await tab.route("**/newsprint.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: Buffer.from(trapped) }));
  await tab.goto(`${address}/`);
  await ready(tab);
  await tab.click("#tab-text");
  await tab.waitForFunction(() => /crashed/.test(document.getElementById("view-text").textContent));
  await tab.click("#tab-article");
  await write(tab, '{ "type": "article", "headline": "After the crash" }');
  await untilHeadline(tab, "After the crash");
  assert.deepEqual(tab.errors, []);
});

/** Returns the module with an exported function that does nothing but crash. */
function crashing(binaryen, module, name) {
  const { BulkMemory, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SIMD128, SignExt } = binaryen.Features;
  module.setFeatures(BulkMemory | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SIMD128 | SignExt);
  const exported = binaryen.getExportInfo(module.getExport(name));
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(exported.value));
  module.removeExport(name);
  module.addFunction("crash", params, results, [], module.unreachable());
  module.addFunctionExport("crash", name);
  return module.emitBinary();
}
