// What crosses from JavaScript: every value gives an article or the one typed error, and changes nothing outside.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as newsprint from "newsprint";

const { NewsprintError } = newsprint;
const FUNCTIONS = ["render", "renderToString", "renderToBytes", "read", "check", "toText", "toJsonLd", "toSteps"];
const article = { type: "article", headline: "Ferry back", body: [{ type: "paragraph", content: "It sails." }] };
const text = JSON.stringify(article);
const bytes = new TextEncoder().encode(text);
const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");

const shared = () => {
  const view = new Uint8Array(new SharedArrayBuffer(bytes.length));
  view.set(bytes);
  return view;
};
const detached = () => {
  const { buffer } = Uint8Array.from(bytes);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
};
const cyclic = () => {
  const one = { ...article };
  one.extensions = { one };
  return one;
};
class Story {
  headline = "not this one";
  toJSON() {
    return article;
  }
}
const twice = () => {
  let calls = 0;
  return { ...article, headline: { toString: () => (calls++ ? "<script>" : "safe"), type: "text", value: "Ferry back" } };
};

/** What each value must give: an article with the headline, or an error with one of these codes. */
const VALUES = [
  ["a string", text, "article"],
  ["a String object", Object(text), "article"],
  ["bytes", bytes, "article"],
  ["a buffer of Node", Buffer.from(bytes), "article"],
  ["an ArrayBuffer", bytes.slice().buffer, "article"],
  ["a part of a buffer", Uint8Array.from([1, 2, ...bytes, 3]).subarray(2, 2 + bytes.length), "article"],
  ["a SharedArrayBuffer view", shared(), "article"],
  ["a detached buffer", detached(), "source"],
  ["a Blob", new Blob([text]), "format-unrecognised"],
  ["a Response", new Response(text), "format-unrecognised"],
  ["a promise", Promise.resolve(text), "format-unrecognised"],
  ["null", null, "source"],
  ["undefined", undefined, "source"],
  ["a number", 3, "source"],
  ["NaN", NaN, "source"],
  ["a BigInt", 3n, "source"],
  ["a symbol", Symbol("x"), "source"],
  ["a function", () => text, "source"],
  ["a date", new Date(0), "any"],
  ["an invalid date", new Date(NaN), "any"],
  ["a Map", new Map([["headline", "x"]]), "format-unrecognised"],
  ["a Set", new Set([1]), "format-unrecognised"],
  ["an array", [], "any"],
  ["a sparse array", Object.assign([], { 9: article }), "any"],
  ["what says that it is long", { length: 1e9 }, "format-unrecognised"],
  ["what writes itself as an article", new Story(), "article"],
  ["what writes itself as nothing", { toJSON: () => undefined }, "source"],
  ["what writes itself and throws", { toJSON() { throw new Error("no"); } }, "source"],
  ["a getter that throws", getter(), "source"],
  ["a proxy that refuses", new Proxy({}, { ownKeys() { throw new Error("no"); } }), "source"],
  ["a revoked proxy", revoked(), "source"],
  ["a cycle", cyclic(), "source"],
  ["a BigInt inside", { ...article, id: 3n }, "source"],
  ["what is thenable", { ...article, then() { throw new Error("called"); } }, "article"],
  ["own names of every object", { ...article, hasOwnProperty: 1, toString: 2, valueOf: 3 }, "article"],
  ["a prototype in JSON", JSON.parse(text.replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},')), "article"],
  ["the same as text", text.replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'), "article"],
  ["an object without a prototype", Object.assign(Object.create(null), article), "article"],
  ["what changes while it is looked at", twice(), "article"],
  ["a byte order mark", `\ufeff${text}`, "article"],
  ["UTF-16", utf16, "encoding-invalid"],
  ["overlong UTF-8", Uint8Array.from([0x22, 0xc0, 0xaf, 0x22]), "encoding-invalid"],
  ["a surrogate in UTF-8", Uint8Array.from([0x22, 0xed, 0xa0, 0x80, 0x22]), "encoding-invalid"],
  ["a surrogate alone", { ...article, id: "\ud800" }, "article"],
  ["line ends of Windows", text.replaceAll(",", ",\r\n"), "article"],
  ["line ends of old", text.replaceAll(",", ",\r"), "article"],
  ["something after it", `${text} x`, "json-invalid"],
  ["two documents", text + text, "json-invalid"],
  ["comments", `/* x */ ${text}`, "any"],
  ["comments inside", text.replace(",", ", // x\n"), "json-invalid"],
  ["JSON5", "{headline: 'x', type: 'article'}", "any"],
  ["a page", "<!doctype html><title>x</title><p>x", "any"],
  ["nothing", "", "input-empty"],
  ["spaces", " \n ", "input-empty"],
  ["a number in JSON", "1e400", "any"],
  ["depth", "[".repeat(100_000), "any"],
];

function getter() {
  return Object.defineProperty({ type: "article" }, "headline", { enumerable: true, get() { throw new Error("no"); } });
}

function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

for (const [what, value, expected] of VALUES) {
  test(what, () => {
    const prototypes = [Object, Array, String, Function].map(({ prototype }) => Object.getOwnPropertyNames(prototype).join());
    for (const name of FUNCTIONS) {
      const found = outcome(() => newsprint[name](value));
      if (expected !== "any") assert.equal(found, expected, name);
    }
    assert.deepEqual([Object, Array, String, Function].map(({ prototype }) => Object.getOwnPropertyNames(prototype).join()), prototypes);
    assert.equal({}.polluted, undefined);
    assert.match(newsprint.renderToString(article), /Ferry back/);
  });
}

for (const [what, options] of [
  ["a string", "x"], ["a number", 3], ["null", null], ["a function", () => ({})], ["a symbol", Symbol("x")], ["a BigInt", 3n],
  ["a name that there is not", { headingLevle: 2 }], ["a nested prototype", JSON.parse('{"__proto__":{"headingLevel":2}}')],
  ["words that are none", { words: { nothing: "x" } }], ["a list that is none", { header: "headline" }],
  ["a list of something else", { ownCredits: [3] }], ["a proxy that refuses", new Proxy({}, { ownKeys() { throw new Error("no"); } })],
  ["a getter that throws", { get language() { throw new Error("no"); } }], ["an endless number", { updateThreshold: Infinity }],
  ["a number below zero", { updateThreshold: -1 }], ["a level as text", { headingLevel: "2" }], ["no truth", { contents: "yes" }],
]) {
  test(`options: ${what}`, () => {
    for (const name of FUNCTIONS) assert.notEqual(outcome(() => newsprint[name](article, options)), "thrown", name);
    assert.match(newsprint.renderToString(article), /<h1 [^>]*>Ferry back/);
  });
}

test("a call from within a call", () => {
  let inner;
  const options = { get language() { inner = newsprint.renderToString(article); return "de"; } };
  const outer = outcome(() => newsprint.renderToString(article, options));
  assert.notEqual(outer, "thrown");
  assert.match(newsprint.renderToString(article), /Ferry back/);
  assert.match(inner, /Ferry back/);
});

/** Returns `article` for a result, the code of a typed error, or `thrown` for anything else. */
function outcome(work) {
  try {
    work();
    return "article";
  } catch (error) {
    return error instanceof NewsprintError && error instanceof Error ? error.code : `thrown`;
  }
}
