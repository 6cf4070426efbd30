// The functions as a host calls them: every kind of source, every option, every way to be wrong.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as newsprint from "newsprint";
import * as slim from "newsprint/slim";

const { NewsprintError, check, read, render, renderToBytes, renderToString, toJsonLd, toText } = newsprint;
const article = { type: "article", headline: "Ferry “Øresund” is back", body: [{ type: "paragraph", content: "It sails at ten." }] };

/** Asserts that `work` throws the one typed error, with this code and a message that matches. */
function fails(work, code, message = /./) {
  assert.throws(work, (error) => {
    assert.ok(error instanceof NewsprintError && error instanceof Error, String(error));
    assert.equal(error.name, "NewsprintError");
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  });
}

test("spells out the public names", () => {
  const functions = ["addReader", "check", "formats", "h", "init", "initSync", "mount", "patch", "read", "readers", "render", "renderToBytes", "renderToString", "toJsonLd", "toSteps", "toText"];
  for (const entry of [newsprint, createRequire(import.meta.url)("newsprint")]) {
    assert.deepEqual(Object.keys(entry).sort(), ["NewsprintError", ...functions]);
  }
  assert.deepEqual(Object.keys(slim).sort(), ["NewsprintError", "addLanguage", ...functions]);
});

test("an object, its text and its bytes are the same article", () => {
  const text = JSON.stringify(article);
  const bytes = new TextEncoder().encode(text);
  const html = renderToString(article);
  assert.match(html, /<h1 [^>]*>Ferry “Øresund” is back<\/h1>/);
  for (const source of [text, bytes, Buffer.from(bytes), bytes.buffer, new DataView(bytes.buffer)]) {
    assert.equal(renderToString(source), html);
  }
  assert.equal(new TextDecoder().decode(renderToBytes(article)), html);
  assert.equal(render(article).html, html);
  assert.equal(createRequire(import.meta.url)("newsprint").renderToString(article), html);
});

test("render says what it found", () => {
  const { html, diagnostics, format, language } = render("---\nlang: de\n---\n# Moin\n\n![](a.jpg)\n");
  assert.equal(format, "markdown");
  assert.equal(language, "de");
  assert.match(html, /^<article [^>]*lang="de"/);
  const missing = diagnostics.find(({ code }) => code === "img-alt-missing");
  assert.equal(missing.severity, "error");
  assert.deepEqual([missing.line, missing.column], [6, 1]);
  assert.equal(typeof missing.offset, "number");
  assert.deepEqual(check("---\nlang: de\n---\n# Moin\n\n![](a.jpg)\n"), diagnostics);
});

test("the formats are listed", () => {
  const names = newsprint.formats().map(({ name }) => name);
  assert.ok(names.includes("canonical") && names.includes("markdown"));
  assert.deepEqual(slim.formats(), newsprint.formats());
  for (const { about } of newsprint.formats()) assert.match(about, /\w/);
});

test("diagnostics about JSON have a pointer", () => {
  const [unknown] = check({ ...article, byeline: "Ada" });
  assert.equal(unknown.code, "key-unknown");
  assert.equal(unknown.pointer, "/byeline");
});

test("read gives canonical JSON that renders the same", () => {
  const reading = read("# Low tide\n\nThe *harbour* is dry.\n");
  assert.equal(reading.format, "markdown");
  assert.equal(reading.article.type, "article");
  assert.equal(renderToString(reading.article), renderToString("# Low tide\n\nThe *harbour* is dry.\n"));
});

test("text and JSON-LD", () => {
  assert.match(toText(article), /Ferry “Øresund” is back\n/);
  const { "@graph": [data] } = JSON.parse(toJsonLd({ ...article, headline: "</script><!--" }));
  assert.equal(data["@type"], "NewsArticle");
  assert.equal(data.headline, "</script><!--");
  assert.doesNotMatch(toJsonLd({ ...article, headline: "</script><!--" }), /[<>&]/);
});

test("options are used", () => {
  assert.equal(render("# x", { from: "text" }).format, "text");
  assert.match(renderToString(article, { headingLevel: 3 }), /<h3 class="np-headline"/);
  assert.match(renderToString(article, { language: "ar" }), /lang="ar" dir="rtl"/);
  assert.match(renderToString(article, { idPrefix: "two" }), /id="np-two-headline"/);
  const words = { published: "First", by: "Words: {}" };
  const signed = { ...article, authors: ["Ada"], datePublished: "2024-05-01" };
  assert.match(renderToString(signed, { words }), /Words: <span class="np-author">Ada<.*>First <time/);
  const nothing = { from: undefined, headingLevel: undefined, language: undefined, idPrefix: undefined };
  assert.equal(renderToString(article, nothing), renderToString(article));
});

test("options that are none", () => {
  fails(() => render(article, { from: "docx" }), "format-unknown", /docx/);
  fails(() => render(article, { headingLevle: 2 }), "options", /`headingLevle`/);
  fails(() => render(article, { from: 3 }), "options", /string/);
  for (const level of [0, 7, 1.5, NaN, "two"]) fails(() => render(article, { headingLevel: level }), "options");
  fails(() => render(article, { language: "en_GB" }), "options", /en_GB/);
  fails(() => render(article, { idPrefix: "a b" }), "options", /a b/);
  fails(() => render(article, { words: { title: "x" } }), "options", /`title` is no word of ours/);
  fails(() => render(article, { words: { by: "Words" } }), "options", /`by` is `Words`, which has no place for `\{\}`/);
  fails(() => render(article, { words: { by: 3 } }), "options", /string/);
  for (const options of [3, "text", null, true]) fails(() => render(article, options), "options", /object/);
});

test("sources that are none", () => {
  const cycle = {};
  cycle.cycle = cycle;
  const getter = { get headline() { throw new Error("no"); } };
  const proxy = new Proxy({}, { ownKeys() { throw new Error("no"); } });
  const odd = [undefined, null, 3, true, 3n, Symbol("x"), () => "x", { n: 3n }, { toJSON: () => undefined }];
  for (const source of [...odd, cycle, getter, proxy]) fails(() => render(source), "source", /neither text nor bytes/);
});

test("bytes that are no article", () => {
  fails(() => render(""), "input-empty");
  fails(() => render("[[1, 2"), "json-invalid");
  try {
    render('{\n  "headline": "x",\n  "body": [\n');
    assert.fail("nothing was thrown");
  } catch (error) {
    assert.equal(error.code, "json-invalid");
    assert.ok(error.line >= 3 && error.column >= 1, `${error.line}:${error.column}`);
  }
  fails(() => render(new Uint8Array([0x23, 0x20, 0xff])), "encoding-invalid");
  fails(() => render(" ".repeat(6_000_000)), "limit-input");
  fails(() => render('{"a": 1}'), "format-unrecognised");
});

test("nothing is left behind on the prototypes", () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  read('{"type":"article","headline":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}},"body":[]}');
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
  assert.equal({}.polluted, undefined);
});

test("an option that throws is a typed error, and the next call works", () => {
  const html = renderToString(article);
  for (let round = 0; round < 50; round++) {
    fails(() => render(article, { get language() { throw new Error("no"); } }), "crash");
    assert.equal(renderToString(article), html);
  }
});

test("more than the memory can hold is a typed error, and the next call works", () => {
  const html = renderToString(article);
  for (let round = 0; round < 2; round++) {
    fails(() => render(new Uint8Array(300_000_000)), "crash");
    assert.equal(renderToString(article), html);
  }
});

test("a module that a host has placed by itself, and what is none", async () => {
  const html = renderToString(article);
  const bytes = readFileSync(new URL(import.meta.resolve("newsprint/newsprint.wasm")));
  for (const module of [bytes, await WebAssembly.compile(bytes), bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)]) {
    newsprint.initSync(module);
    assert.equal(renderToString(article), html);
    await newsprint.init(module.slice?.(0) ?? module);
    assert.equal(renderToString(article), html);
  }
  for (const none of [null, undefined, 3, "x", {}, new Uint8Array(), new Uint8Array([0, 97, 115, 109]), Symbol("x")]) {
    assert.throws(() => newsprint.initSync(none), (error) => error instanceof NewsprintError && /^(load|wasm-refused)$/.test(error.code));
    await assert.rejects(async () => newsprint.init(none), (error) => error instanceof NewsprintError && /^(load|wasm-refused)$/.test(error.code));
    assert.equal(renderToString(article), html);
  }
});

test("slim says that it has not been started, then works", async () => {
  // The same instance feeds every entry, so that this needs a process of its own.
  const { execFileSync } = await import("node:child_process");
  const script = `
    import { readFileSync } from "node:fs";
    import { initSync, render, renderToString } from "newsprint/slim";
    try { render("x") } catch ({ code }) { console.log(code) }
    initSync(readFileSync(new URL(import.meta.resolve("newsprint/newsprint.wasm"))));
    console.log(renderToString('{ "type": "article", "headline": "Moin" }') !== "");`;
  const cwd = new URL(".", import.meta.url);
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd, encoding: "utf8" });
  assert.equal(printed, "not-started\ntrue\n");
});
