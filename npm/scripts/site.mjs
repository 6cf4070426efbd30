// Lays out the preview as a static site in the folder named, with the package beside it, which the preview loads as any
// host would. Knows files, nothing of what is in them.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const npm = fileURLToPath(new URL("..", import.meta.url));
const www = join(npm, "../www");
const [site] = process.argv.slice(2);

/** What a browser gets as it is. */
const FILES = ["index.html", "icon.svg", "samples"];

/** The frame's page, once for each policy on pictures: a page cannot change its own. */
const FRAMES = { article: "'self' data:", "article-all": "'self' data: https: http:", "article-none": "'none'" };

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
const common = { absWorkingDir: www, outdir: site, bundle: true, minify: true, target: "es2022", logLevel: "warning" };
// What is fetched later stands in files of its own, named after what is in them.
const parts = { splitting: true, chunkNames: "parts/[name]-[hash]" };
await build({ ...common, ...parts, entryPoints: ["preview.ts", "worker.ts"], format: "esm", plugins: [beside] });
await build({ ...common, entryPoints: { preview: "style/preview.css", article: "style/article.css" } });
