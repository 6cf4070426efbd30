// Lays out the preview as a static site in the folder named, with the package beside it, which the preview loads as any
// host would. Knows files, nothing of what is in them.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import needs from "../core/needs.js";
import { withImports } from "./imports.mjs";
import { cases, sources } from "./manual.mjs";

const npm = fileURLToPath(new URL("..", import.meta.url));
const www = join(npm, "../www");
const [site] = process.argv.slice(2);

/** What a browser gets as it is. */
const FILES = ["index.html", "manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png", "samples"];

/** The frame's page, once for each policy on pictures: a page cannot change its own. */
const FRAMES = { article: "'self' data:", "article-all": "'self' data: https: http:", "article-none": "'none'" };

/** What is kept for the time without a network, beside the scripts; the rest is kept as it comes. */
const SHELL = [
  "index.html", "article.html", "preview.css", "article.css", "newsprint/style.css", "newsprint/behaviours.css",
  "newsprint/newsprint.wasm", ...needs.text.split(" ").map((name) => `newsprint/readers/${name}.wasm`),
  "samples/harbour.json", "samples/harbour.svg",
];

/** The preview names the package as its hosts do; on the site it is the folder beside. */
const beside = {
  name: "beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^newsprint\// }, ({ path }) => ({ path: `./${path}.js`, external: true })),
};

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
for (const name of FILES) cpSync(join(www, name), join(site, name), { recursive: true });
cpSync(join(npm, "dist"), join(site, "newsprint"), { recursive: true, filter: (path) => !/\.d\.c?ts$|\.cjs$/.test(path) });
const frame = readFileSync(join(www, "article.html"), "utf8");
for (const [name, pictures] of Object.entries(FRAMES)) {
  writeFileSync(join(site, `${name}.html`), frame.replaceAll("PICTURES", pictures));
}
gallery();

const common = { absWorkingDir: www, outdir: site, bundle: true, minify: true, target: "es2022", logLevel: "warning" };
// What is fetched later stands in files of its own, named after what is in them.
const parts = { splitting: true, chunkNames: "part-[name]-[hash]" };
const define = { LANGUAGES: JSON.stringify(languages()) };
await build({ ...common, ...parts, define, entryPoints: ["preview.ts", "worker.ts", "far.ts"], format: "esm", plugins: [beside] });
await build({ ...common, entryPoints: { preview: "style/preview.css", article: "style/article.css" } });
await offline();

/** What the page needs to open; what else it fetches is kept as it comes. */
async function offline() {
  const editor = readdirSync(site).find((name) => name.startsWith("part-code-"));
  const scripts = ["preview.js", "worker.js", "newsprint/behaviours.js", editor].flatMap((name) => [...withImports(name, site)]);
  const files = [...new Set([...SHELL, ...scripts])].sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(join(site, file)));
  const define = {
    FILES: JSON.stringify(files.map((file) => (file === "index.html" ? "./" : file))),
    VERSION: JSON.stringify(hash.digest("hex").slice(0, 12)),
  };
  await build({ ...common, entryPoints: ["offline.ts"], define });
}

/** Returns the languages that there are words for, by the files that hold them. */
function languages() {
  const folder = join(npm, "../src/locale");
  const tags = readdirSync(folder).map((name) => /^ {4}tag: "([\w-]+)"/m.exec(readFileSync(join(folder, name), "utf8"))?.[1]);
  return tags.filter(Boolean).sort();
}

/** Lays out the sources of the manual and the cases of the formats beside the samples, and the list of all. */
function gallery() {
  const samples = JSON.parse(readFileSync(join(www, "samples/list.json"), "utf8"));
  rmSync(join(site, "samples/list.json"));
  const groups = [...samples, { label: "Formats", documents: ofFormats() }, { label: "The manual", documents: ofManual() }];
  writeFileSync(join(site, "gallery.json"), JSON.stringify(groups.filter(({ documents }) => documents.length)));
}

function ofFormats() {
  const about = abouts();
  return cases().map(({ format, name, path, options }) => {
    const place = `formats/${format}/${name}`;
    mkdirSync(join(site, "formats", format), { recursive: true });
    cpSync(path, join(site, place));
    return { name: `${format}: ${name.replace(/\.\w+$/, "").replaceAll("-", " ")}`, about: about.get(format) ?? "", place, options };
  });
}

/** Returns what each format is, in the words of its row. */
function abouts() {
  const folder = join(npm, "../src/read");
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".rs"));
  const rows = files.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/name: "([\w-]+)",\s+about: "([^"]+)"/g)]);
  return new Map(rows.map(([, name, about]) => [name, about]));
}

function ofManual() {
  const pages = sources();
  const several = (page) => pages.filter((other) => other.page === page).length > 1;
  mkdirSync(join(site, "manual"));
  return pages.map(({ page, title, about, file, source, options }) => {
    writeFileSync(join(site, "manual", file), source);
    const number = several(page) ? ` ${/-(\d+)\./.exec(file)[1]}` : "";
    return { name: title + number, about, place: `manual/${file}`, options };
  });
}
