// What makes other readers slow: 100 kB of each take less than a quarter of a second in the module that browsers fetch,
// the slower one, and four times as much takes about four times as long. Time is that of the processor, so that a busy
// machine does not count, and on a slow one there is as much more of it as JavaScript's own reader and writer of JSON take.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addReader, initSync, renderToString } from "newsprint/slim";
import parts from "../core/parts.js";
import { dist } from "./support.mjs";

const module = (name) => readFileSync(join(dist, name));
initSync(module("newsprint.wasm"));
for (const name of parts) addReader(name, module(`readers/${name}.wasm`));

/** The processor's time for some work, in milliseconds; the least of several runs, since others disturb. */
function least(runs, work) {
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** What reading and writing a megabyte of JSON takes where a quarter of a second is asked for, in milliseconds. */
const JSON_MS = 10;
const megabyte = JSON.stringify(Array.from({ length: 20_000 }, (_, at) => ({ type: "paragraph", content: `She sails at ten, ${at}` })));
const slowness = Math.max(1, least(20, () => JSON.stringify(JSON.parse(megabyte))) / JSON_MS);

const SIZE = 100_000;
const MOST_MS = 250 * slowness;
const TIMES = 4;
/** Half-way, by factor, between what grows with the size (4) and what grows with its square (16). */
const MOST_GROWTH = 8;
/** What is quicker than this is too quick to be measured against what is longer, in milliseconds. */
const LEAST_MS = 20;

const fill = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length));
const halves = (start, middle, end) => (size) => start.repeat(size / 2 / start.length) + middle + end.repeat(size / 2 / end.length);
/** Lines made by their number, as many as there is room for. */
const counted = (line) => (size) => {
  let out = "";
  for (let number = 0; out.length < size; number += 1) out += line(number);
  return out;
};
const square = (size) => Math.floor(Math.sqrt(size));

const markdown = {
  "emphasis in emphasis": halves("*a **a ", "b", " a** a*"),
  "ends of emphasis": fill("a_ "),
  "beginnings of emphasis": fill("_a "),
  "two marks that never meet": fill("*a_ "),
  "runs of asterisks": (size) => "a**b" + fill("c* ")(size),
  "ends of links": fill("a]"),
  "beginnings of links": fill("[a"),
  "links and emphasis": fill("[ a_"),
  "brackets in brackets": halves("[", "a", "]"),
  "quotes in quotes": (size) => fill("> ")(size) + "a",
  "lists in lists": (size) => Array.from({ length: square(size) }, (_, depth) => `${" ".repeat(2 * depth)}* a\n`).join(""),
  "runs of backticks": (size) => Array.from({ length: square(2 * size) }, (_, length) => `e${"`".repeat(length)}`).join(""),
  "addresses that do not end": fill("[a](<b"),
  "links that do not end": fill("[a](b"),
  "links in addresses": fill("[ (]("),
  "many definitions": (size) => counted((number) => `[${number}]: u\n`)(size / 2) + fill("[0] ")(size / 2),
  "a long name that is referred to often": (size) => `[x]: ${"x".repeat(square(size))}\n${fill("[x]")(size)}`,
  "data sections": fill("a <![CDATA["),
  "instructions": fill("a <? "),
  "declarations": fill("a <!A"),
  "tags that do not end": fill("<!x a>"),
  "elements between lines": fill("a\n<prefix/>"),
  "attributes that do not end": fill("<a href=\""),
  "notes in elements": fill("<a [^\n"),
  "a table of missing cells": (size) => {
    const columns = square(size);
    return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"a\n".repeat(columns)}`;
  },
  "rows that do not fit": fill("a|b\n-|-\n"),
  "definitions of notes": (size) => fill("[^1]:")(size / 2) + "\n".repeat(size / 2),
  "notes and references": (size) => counted((number) => `[^${number}]`)(size / 2) + "\n\n" + counted((number) => `[^${number}]: a\n`)(size / 2),
  "references that do not exist": (size) => fill("[[x]][id] ")(size / 2) + "\n\n" + counted((number) => `[id${number}]: u\n`)(size / 2),
  "a heading of spaces": (size) => `# #${" ".repeat(size)}a`,
  "a definition of spaces": (size) => `[x]:${" ".repeat(size / 2)}x ${" ".repeat(size / 2)} x`,
  "titles that do not end": fill("a[b](c"),
  "links in links": (size) => `${fill("[a](")(size)}b`,
  "a long list": fill("- a\n"),
  "words with marks": fill("a* a_ "),
  "escapes": fill("\\."),
  "brackets over lines": fill("]([\n"),
  "brackets and bars": fill("[[[[^(\n|]]]]=]]]]]]]]\n"),
  "a fence that never begins": (size) => `a\n${"~".repeat(size)}`,
  "space": (size) => `- a\n${" \n".repeat(size / 2)}- b`,
  "addresses of letters": (size) => `a@${fill("a.")(size)}`,
  "an address of brackets": (size) => `www.${"(".repeat(size)}`,
  "templates": fill("${"),
  "underlines": fill("a\n=\n"),
  "entities": (size) => fill("&")(size / 2) + fill("&#x")(size / 2),
};

const html = {
  "marks": fill("<b>"),
  "elements that nobody knows": fill("<b-b>"),
  "boxes": fill("<div>"),
  "tables in tables": fill("<table><tr><td>"),
  "links in links": fill("<a>x"),
  "marks across paragraphs": fill("<b><i><p></b>"),
  "figures": fill("<figure><img src=a><figcaption>a"),
  "galleries": fill("<div class=gallery><img src=a>"),
  "captions": fill("<div><img src=a><p class=caption>a</p>"),
  "attributes": (size) => `<p${counted((number) => ` a${number}=1`)(size)}>x`,
  "a long attribute": (size) => `<p title="${"a".repeat(size)}">x`,
  "ends of paragraphs": fill("</p>"),
  "comments": fill("<!--"),
  "entities": fill("&notit"),
  "options": fill("<select><option>"),
  "drawings": fill("<svg><desc>"),
  "styles": fill("<p style=\"a:b;c:d\" class=\"x y z\">a"),
  "notes": counted((number) => `<a href="#n${number}">x</a><li id=n${number} class=footnotes>y`),
  "quotes": fill("<blockquote class=twitter-tweet>a"),
  "lines": fill("<br>a"),
  "captions of one figure": (size) => `<figure><img src=a>${fill("<figcaption>a</figcaption>")(size)}</figure>`,
  "credits of one figure": (size) => `<figure><img src=a>${fill("<cite>a</cite>")(size)}</figure>`,
  "articles of one page": (size) => `<html><body>${fill("<article>a</article>")(size)}`,
  "articles in articles of a page": (size) => `<html><body>${fill("<article>a ")(size)}`,
  "bylines of a page": (size) => `<html><article><h1>a</h1>${fill("<p class=byline>By A B</p>")(size)}`,
  "authors of a page": (size) => `<html><article><h1>a</h1>${fill("<a rel=author>A B</a>")(size)}`,
  "dates of a page": (size) => `<html><article><h1>a</h1>${fill("<time datetime=2026-01-02>2 Jan 2026</time>")(size)}`,
  "standfirsts of a page": (size) => `<html><article><h1>a</h1>${fill("<p class=standfirst>a</p>")(size)}`,
  "what sums a person of a page up": (size) => `<html><article><h1>a</h1>${fill("<b></b>")(size / 2)}<div itemtype=Person><div>${fill("<p class=lead>a</p>")(size / 2)}`,
  "authors in the head of a page": (size) => `<html><head>${counted((number) => `<meta name=author content="a ${number}">`)(size)}`,
  "pictures of a page and its JSON-LD": (size) => `<html><script type=ld+json>{"@type":"Article","image":[${counted((number) => `"/${number}",`)(size / 2)}"/"]}</script><article>${counted((number) => `<img src=/${number}>`)(size / 2)}`,
  "posts of a live page": (size) => `<html><main class=live><h1>a</h1>${fill("<article><time datetime=2026-01-02>a</time><p>b</article>")(size)}`,
  "pictures outside of a page": (size) => `<html><meta property=og:image content=b>${fill("<figure><img src=a></figure>")(size)}<article><h1>a</h1>b`,
  "texts of a page": (size) => `<html><body><h1>a</h1>${fill("<div class=article-body><p>a</p></div>")(size)}`,
  "crumbs of a page": (size) => `<html><nav class=breadcrumb>${fill("<li><a href=b>a</a>")(size)}</nav><article><h1>a</h1>b`,
  "boxes beside a page": (size) => `<html><article><h1>a</h1>${fill("<div class=related>a")(size)}`,
  "ways to other articles": (size) => `<html><article><h1>a</h1>${fill("<p>Read more: <a href=b>a</a></p>")(size)}`,
  "quotes beside a page": (size) => `<html><article><h1>a</h1>${fill("<aside><blockquote>a</blockquote></aside>")(size)}`,
};

/** What WordPress adds to HTML. */
const typed = {
  "brackets": fill("["),
  "shortcodes that do not end": fill("[a b "),
  "quotes that do not end": fill("[a b=\"c "),
  "set quotes that do not end": fill("[a b=“c "),
  "shortcodes": fill("[a b=c]d"),
  "ends": fill("[/a]"),
  "beginnings and ends": halves("[a]", "b", "[/a]"),
  "captions": fill("[caption]<img src=a> b[/caption]"),
  "captions in captions": fill("[caption]<img "),
  "brackets in brackets": fill("[[a]"),
  "code": fill("[code]<"),
  "elements of code": fill("<pre>["),
  "empty lines": fill("a\n\n"),
  "lines": fill("http://a\n"),
  "tags that do not end": fill("<a\n"),
  "tokens": fill("@ET-DC@["),
};

const json = {
  "arrays that do not end": fill("["),
  "arrays in arrays": halves("[", "", "]"),
  "objects in objects": halves("{\"a\":", "1", "}"),
  "keys": (size) => `{${counted((number) => `"a${number}":1,`)(size)}"b":1}`,
  "one key": (size) => `{${fill("\"a\":1,")(size)}"b":1}`,
  "a long number": (size) => `{"a":${"1".repeat(size)}}`,
  "escapes": (size) => `{"type":"article","headline":"${fill("\\u0041")(size)}"}`,
  "empty objects": (size) => `[${fill("{},")(size)}{}]`,
  "empty blocks": (size) => `{"type":"article","body":[${fill("{\"type\":\"paragraph\"},")(size)}{}]}`,
};

const post = (raw, rendered) => JSON.stringify({ title: { rendered: "x" }, content: { raw, rendered } });
const story = (content) => JSON.stringify({ type: "story", version: "0.10.12", content_elements: [{ type: "list", items: [{ type: "text", content }] }] });
const tools = (text) => JSON.stringify({ blocks: [{ type: "paragraph", data: { text } }, { type: "quote", data: { text, caption: "" } }] });

/** The time of one rendering. */
function time(source, from) {
  return least(3, () => {
    try {
      renderToString(source, from ? { from } : {});
    } catch (error) {
      assert.ok(error.code, `no error of ours: ${error}`);
    }
  });
}

/** What takes long at first is measured again: others may have had the caches of the processor. */
const MOST_TRIES = 4;

function hold(name, write, from) {
  test(name, () => {
    let [once, longer] = [Infinity, Infinity];
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      once = Math.min(once, time(write(SIZE), from));
      if (once < LEAST_MS) return;
      longer = Math.min(longer, time(write(TIMES * SIZE), from));
      if (once < MOST_MS && longer / once < MOST_GROWTH) return;
    }
    assert.fail(`${once} ms of ${MOST_MS}, and ${longer} ms for ${TIMES} times as much`);
  });
}

for (const [name, write] of Object.entries(markdown)) hold(`Markdown: ${name}`, write, "markdown");
for (const [name, write] of Object.entries(html)) {
  hold(`HTML: ${name}`, write, "html");
  hold(`a story of ANS: ${name}`, (size) => story(write(size)), "ans");
  hold(`Editor.js: ${name}`, (size) => tools(write(size / 2)), "editorjs");
}
for (const [name, write] of Object.entries({ ...html, ...typed })) {
  hold(`a post as it was typed: ${name}`, (size) => post(write(size), ""), "wordpress");
  hold(`a post: ${name}`, (size) => post("", write(size)), "wordpress");
}
for (const [name, write] of Object.entries(json)) hold(`JSON: ${name}`, write);
