// What a reader downloads to see an article in the browser, against its budget. Knows files, not what they do.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import needs from "../core/needs.js";
import { withImports } from "./imports.mjs";

const dist = new URL("../dist/", import.meta.url);

/** The largest file of a folder. */
function largest(folder) {
  const files = readdirSync(new URL(folder, dist)).map((name) => `${folder}/${name}`);
  return files.sort((a, b) => statSync(new URL(b, dist)).size - statSync(new URL(a, dist)).size)[0];
}

/** The formats that a page can fetch the reader of. */
const formats = Object.keys(needs);

/** The files that read a format, beside the core. */
function readers(format) {
  return needs[format].split(" ").map((name) => `readers/${name}.wasm`);
}

/** Each part of the download: its files, and how many bytes of brotli it may have. */
const parts = [
  { name: "wasm, core", files: ["newsprint.wasm"], budget: 60_000 },
  // The largest of them; an article needs one, or none in English.
  { name: "a language", files: [largest("languages")], budget: 2_000 },
  // What few articles have: tables, films, boxes, posts.
  { name: "rare blocks", files: ["newsprint.wasm", ...readers("rare")], budget: 60_000 },
  // What no typical article runs through, as the build finds out; a page fetches it where its article does.
  { name: "unusual ones", files: ["newsprint.wasm", ...readers("canonical-seldom")], budget: 60_000 },
  // A string of Markdown in the canonical format, and a file of its own, with front matter.
  { name: "Markdown in it", files: ["newsprint.wasm", ...readers("markdown-blocks")], budget: 110_000 },
  { name: "Markdown file", files: ["newsprint.wasm", ...readers("markdown")], budget: 110_000 },
  { name: "HTML", files: ["newsprint.wasm", ...readers("html")], budget: 110_000 },
  { name: "all readers", files: ["newsprint.wasm", ...new Set(formats.flatMap(readers))], budget: 110_000 },
  { name: "JavaScript", files: [...withImports("element.js", fileURLToPath(dist))], budget: 6_000 },
  { name: "CSS", files: ["style.css"], budget: 8_000 },
  // Nobody needs them to read an article; the words of all languages are almost half of them.
  { name: "behaviours", files: [...withImports("behaviours.js", fileURLToPath(dist)), "behaviours.css"], budget: 15_000 },
];

const rows = parts.map(({ name, files, budget }) => {
  const contents = files.map((file) => readFileSync(new URL(file, dist)));
  const sum = (measure) => contents.reduce((total, content) => total + measure(content), 0);
  return { name, budget, raw: sum((c) => c.length), gzip: sum((c) => gzipSync(c, { level: 9 }).length), brotli: sum((c) => brotliCompressSync(c).length) };
});

const line = (cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(9) : cell.padEnd(14))).join(""));
line(["bytes", "raw", "gzip", "brotli", "budget"]);
for (const { name, raw, gzip, brotli, budget } of rows) {
  line([name, raw, gzip, brotli, budget, brotli > budget ? "over" : ""]);
}
if (process.argv.includes("--strict") && rows.some(({ brotli, budget }) => brotli > budget)) process.exit(1);
