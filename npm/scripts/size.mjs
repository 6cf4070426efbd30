// What a reader downloads to see an article in the browser, against its budget. Knows files, not what they do.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { withImports } from "./imports.mjs";

const dist = new URL("../dist/", import.meta.url);

/** The largest file of a folder. */
function largest(folder) {
  const files = readdirSync(new URL(folder, dist)).map((name) => `${folder}/${name}`);
  return files.sort((a, b) => statSync(new URL(b, dist)).size - statSync(new URL(a, dist)).size)[0];
}

/** Each part of the download: its files, and how many bytes of brotli it may have. */
const parts = [
  { name: "wasm, lean", files: ["newsprint-lean.wasm"], budget: 60_000 },
  // The largest of them; an article needs one, or none in English.
  { name: "a language", files: [largest("languages")], budget: 2_000 },
  { name: "wasm, whole", files: ["newsprint.wasm"], budget: 110_000 },
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

const line = (cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(9) : cell.padEnd(12))).join(""));
line(["bytes", "raw", "gzip", "brotli", "budget"]);
for (const { name, raw, gzip, brotli, budget } of rows) {
  line([name, raw, gzip, brotli, budget, brotli > budget ? "over" : ""]);
}
if (process.argv.includes("--strict") && rows.some(({ brotli, budget }) => brotli > budget)) process.exit(1);
