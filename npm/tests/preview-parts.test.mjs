// The parts of the preview that need no page: places in a source, changes to it, contrast, encodings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";
import { build } from "esbuild";
import { check } from "newsprint";
import { root } from "./support.mjs";

const { align, contrast, members, place, placed, repairs, text } = await load();

/** Loads the parts as the browser gets them. */
async function load() {
  const paths = ["source/align", "article/contrast", "source/members", "source/place", "findings/placed", "findings/repairs", "open/text"];
  const lines = paths.map((path) => `export * as ${path.split("/")[1]} from "./${path}.js";`);
  const stdin = { contents: lines.join("\n"), resolveDir: join(root, "www"), loader: "ts" };
  const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** Returns the source after the first way to mend the first finding of the code. */
function mended(source, code, words, way = 0) {
  const finding = placed.placed(source, check(source)).find((finding) => finding.code === code);
  const repair = repairs.repairs(finding, source)[way];
  return repairs.changed(source, repair.changes(words));
}

test("a member is written, changed, and found in what is broken", () => {
  const write = (source, value) => repairs.changed(source, members.withMember(source, source.indexOf("{"), "alt", value));
  assert.equal(write("{}", "x"), '{ "alt": "x" }');
  assert.equal(write('{"type":"image","src":"a"}', "x"), '{"type":"image", "alt": "x","src":"a"}');
  assert.equal(write('{\n  "type": "image",\n  "src": "a"\n}', 'a "b"'), '{\n  "type": "image",\n  "alt": "a \\"b\\"",\n  "src": "a"\n}');
  assert.equal(write('{ "a": { "alt": "inner" }, "alt": null }', "x"), '{ "a": { "alt": "inner" }, "alt": "x" }');
  assert.equal(write('{ "a": [1, {"b": "}"}], "alt": 1.5e3}', "x"), '{ "a": [1, {"b": "}"}], "alt": "x"}');
  assert.deepEqual(members.members('{ "a": 1, "b": "not ended', 0).map(({ key }) => key), ["a"]);
  assert.deepEqual(members.members("[1]", 0), []);
  const deep = `{ "a": ${"[".repeat(100_000)}${"]".repeat(100_000)}, "b": 1 }`;
  assert.deepEqual(members.members(deep, 0).map(({ key }) => key), ["a", "b"]);
});

test("each repair takes its finding away", () => {
  const article = (block) => JSON.stringify({ type: "article", language: "en", headline: "H", body: [block] }, null, 1);
  const cases = [
    [article({ type: "image", src: "a.jpg" }), "img-alt-missing", "A quay."],
    [article({ type: "image", src: "a.jpg", alt: " " }), "img-alt-whitespace", "A quay."],
    [article({ type: "image", src: "a.jpg", alt: "IMG_4711.jpg" }), "img-alt-filename", "A quay."],
    [article({ type: "image", src: "a.jpg", alt: "Dusk.", caption: "Dusk." }), "img-alt-equals-caption", "A quay."],
    [article({ type: "heading", level: 4, content: "x" }), "heading-skip", ""],
    [article({ type: "embed", url: "https://example.org/" }), "embed-title-missing", "A map"],
    ['{ "type": "article", "body": ["Words."] }', "headline-missing", "A headline"],
    ['{ "type": "article", "title": "A headline", "body": ["Words."] }', "key-unknown", ""],
    [article({ type: "h3", content: "x" }), "block-unknown", ""],
    [article({ type: "ol", items: ["x"] }), "block-unknown", ""],
    [article({ type: "paragraph", content: [{ type: "b", content: "x" }] }), "inline-unknown", ""],
    ["# H\n\n![](a.jpg)\n", "img-alt-missing", "A [small] quay."],
    ["# H\n\n#### Too deep\n", "heading-skip", ""],
    ["# H\n\n## \n\nWords.\n", "heading-empty", ""],
    ["---\nlang: en\n---\n\n* one\n* two\n", "headline-missing", "A headline"],
    ['<article><h1>H</h1><p>Words.</p><figure><img src="a.jpg"><figcaption>Dusk.</figcaption></figure></article>', "img-alt-missing", 'A "quay".'],
  ];
  for (const [source, code, words] of cases) {
    assert.ok(check(source).some((finding) => finding.code === code), `${code} in ${source}`);
    const after = mended(source, code, words);
    assert.deepEqual(check(after).filter((finding) => finding.code === code), [], after);
  }
  const decorative = mended(cases[0][0], "img-alt-missing", "", 1);
  assert.equal(JSON.parse(decorative).body[0].decorative, true);
  assert.deepEqual(JSON.parse(mended(article({ type: "h3", content: "x" }), "block-unknown", "")).body[0], { type: "heading", level: 3, content: "x" });
});

test("places are lines and characters, in every script", () => {
  const source = "ab\n👩‍🚀é x\n";
  assert.equal(place.offsetOf(source, 1, 2), 1);
  assert.equal(place.offsetOf(source, 2, 1), 3);
  assert.equal(source.slice(place.offsetOf(source, 2, 4)).startsWith("é"), true);
  assert.equal(place.offsetOf(source, 9, 9), source.length);
});

test("pieces of an article are found in the source they came from", () => {
  const source = '{"a": "It\\u2019s \\"ten\\" \\u2013 or nine", "b": ["ten", "nine & eight"]}';
  const aligner = new align.Aligner(source);
  const at = (piece) => {
    const range = aligner.next(piece);
    return range && source.slice(range.from, range.to);
  };
  assert.equal(at("It’s “ten” – or nine"), 'It\\u2019s \\"ten\\" \\u2013 or nine');
  assert.equal(at("ten"), "ten");
  assert.equal(at("nine & eight"), "nine & eight");
  assert.equal(at("It’s"), "It\\u2019s");
  assert.equal(at("Published"), undefined);
});

test("pieces that are nowhere cost little, however many there are", () => {
  const aligner = new align.Aligner("words and words ".repeat(100_000));
  const started = performance.now();
  for (let piece = 0; piece < 20_000; piece++) aligner.next(`nowhere at all ${piece}`);
  assert.ok(performance.now() - started < 2000);
});

test("contrast is WCAG's", () => {
  assert.equal(contrast.contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast.contrast("#777777", "#ffffff").toFixed(2), "4.48");
  assert.equal(contrast.contrast("#abcdef", "#abcdef"), 1);
});

test("files are text in the encodings that systems write, or are refused", () => {
  const { textOf } = text;
  assert.equal(textOf(Buffer.from("é"), "a").text, "é");
  assert.equal(textOf(Buffer.from("\ufeffhi", "utf16le"), "a").text, "hi");
  assert.deepEqual(textOf(Buffer.from("Caf\xe9 on the quay", "latin1"), "a").text, "Café on the quay");
  assert.match(textOf(Buffer.from("Caf\xe9 on the quay", "latin1"), "a").notice, /Windows-1252/);
  assert.throws(() => textOf(Buffer.from([80, 75, 3, 4, 0, 0]), "a.zip"), /`a\.zip` is not text/);
  assert.throws(() => textOf(Buffer.from(Array.from({ length: 999 }, (_, index) => 128 + (index % 128))), "b"), /is not text/);
  assert.throws(() => textOf(new Uint8Array(5 * 1024 * 1024 + 1), "c"), /5\.0 MB/);
});
