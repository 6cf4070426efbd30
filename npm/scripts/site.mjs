// Lays out the preview as a static site in the folder named, with the package beside it, which the preview loads as any
// host would. Knows files, nothing of what is in them.

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const npm = fileURLToPath(new URL("..", import.meta.url));
const www = join(npm, "../www");
const [site] = process.argv.slice(2);

/** The preview names the package as its hosts do; on the site it is the folder beside. */
const beside = {
  name: "beside",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^newsprint\// }, ({ path }) => ({ path: `./${path}.js`, external: true })),
};

rmSync(site, { recursive: true, force: true });
cpSync(www, site, { recursive: true, filter: (path) => !/\.ts$|tsconfig\.json$/.test(path) });
cpSync(join(npm, "dist"), join(site, "newsprint"), { recursive: true, filter: (path) => !/\.d\.c?ts$|\.cjs$/.test(path) });
await build({
  absWorkingDir: www,
  entryPoints: ["preview.ts"],
  outdir: site,
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  plugins: [beside],
  logLevel: "warning",
});
