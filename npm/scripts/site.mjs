// Lays out the preview as a static site in the folder given. Knows bundling and files, not what the preview does.

import { cpSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node npm/scripts/site.mjs FOLDER");
const site = resolve(folder);

rmSync(site, { recursive: true, force: true });
// What is written in TypeScript is bundled below; the rest is served as it is.
cpSync(`${root}www`, site, { recursive: true, filter: (path) => !/\.ts$|tsconfig\.json$/.test(path) });
cpSync(`${root}npm/dist`, `${site}/newsprint`, { recursive: true });

/** The package lies beside the page, as it would on any host's site. */
const beside = {
  name: "beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^newsprint(\/|$)/ }, ({ path }) => ({ path: `./${path}.js`, external: true })),
};

const common = { bundle: true, minify: true, target: "es2023", logLevel: "warning" };
await build({ ...common, entryPoints: [`${root}www/preview.ts`], outdir: site, format: "esm", plugins: [beside] });
