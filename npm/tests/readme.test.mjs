// The README of the package, followed to the letter by somebody who has nothing but what npm would publish. Its fences
// are the files: the article, then what shows it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { browser, root, serve } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "newsprint-readme-"));
const run = (program, words, cwd = folder) => execFileSync(program, words, { cwd, encoding: "utf8", stdio: ["pipe", "pipe", "inherit"] });
const readme = readFileSync(join(root, "npm/README.md"), "utf8");
const fences = [...readme.matchAll(/^```(\w+)\n(.*?)\n```$/gms)].map(([, language, text]) => ({ language, text: `${text}\n` }));
/** Returns the one snippet in that language that says something. */
const snippet = (language, says) => {
  const found = fences.filter((fence) => fence.language === language && fence.text.includes(says));
  assert.equal(found.length, 1, says);
  return found[0].text;
};
const headline = "Night ferry returns";
const address = await serve({}, { "/": folder });
const chromium = await browser();

before(async () => {
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], join(root, "npm")));
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`]);
  cpSync(join(root, "examples/ferry.svg"), join(folder, "ferry.jpg"));
  writeFileSync(join(folder, "ferry.md"), snippet("markdown", headline));
});
after(() => rmSync(folder, { recursive: true }));

/** Opens a page and returns what it shows in its article. */
async function seen(page, path) {
  const tab = await (await chromium.newContext()).newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(String(error)));
  if (page !== undefined) writeFileSync(join(folder, path), page);
  await tab.goto(`${address}/${path}`);
  await tab.waitForSelector(".np-headline");
  assert.deepEqual(errors, []);
  return tab;
}

const page = (script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><body><script type="module" src="${script}"></script></body></html>`;

/** Bundles a script as a host without any configuration does. */
const bundle = (text, out) =>
  build({ stdin: { contents: text, resolveDir: folder, loader: "jsx" }, bundle: true, format: "esm", jsx: "automatic", outfile: join(folder, out), logLevel: "error", nodePaths: [join(root, "npm/node_modules")] });

test("on a server", async () => {
  writeFileSync(join(folder, "render.mjs"), snippet("js", "readFile"));
  const tab = await seen(run(process.execPath, ["render.mjs"]), "ferry.html");
  assert.equal(await tab.textContent(".np-headline"), headline);
  assert.equal(await tab.textContent(".np-caption"), "The last boat of the day.");
  assert.match(await tab.textContent(".np-credit"), /Kim Example\/Newsprint/);
  assert.notEqual(await tab.$eval(".np-headline", (element) => getComputedStyle(element).fontSize), "32px");
});

test("in a page without a build", async () => {
  cpSync(join(folder, "node_modules/newsprint/dist"), join(folder, "newsprint"), { recursive: true });
  const tab = await seen(snippet("html", headline), "index.html");
  assert.equal(await tab.textContent(".np-standfirst"), "After eleven months in dock the Aurora crosses again.");
  const whole = snippet("html", headline).replace("newsprint/element.js", "newsprint/auto.js").replace("<script", '<link rel="stylesheet" href="newsprint/behaviours.css">\n<script');
  const auto = await seen(whole, "auto.html");
  await auto.click(".np-enlarge");
  assert.equal(await auto.locator("dialog[open]").count(), 1);
});

test("with a bundler", async () => {
  await bundle(snippet("js", "createElement"), "out/element.js");
  const tab = await seen(page("/out/element.js"), "bundled.html");
  assert.equal(await tab.textContent(".np-headline"), headline);
  await bundle(`${snippet("js", 'import "newsprint/behaviours.css"')}window.started = true;`, "out/behaviours.js");
  const served = readFileSync(join(folder, "ferry.html"), "utf8").replace("<main>", '<script type="module" src="/out/behaviours.js"></script><link rel="stylesheet" href="/out/behaviours.css"><main>');
  const started = await seen(served, "started.html");
  await started.click(".np-enlarge");
  assert.equal(await started.locator("dialog[open]").count(), 1);
});

test("in React", async () => {
  const host = `import { createRoot } from "react-dom/client"; createRoot(document.body.appendChild(document.createElement("main"))).render(<Page />);`;
  await bundle(`${snippet("jsx", "Page").replace("export default", "")}${host}`, "out/react.js");
  const tab = await seen(page("/out/react.js"), "react.html");
  assert.equal(await tab.textContent("newsprint-article h2"), headline);
});

test("every option and every entry has a row", () => {
  const types = readFileSync(join(root, "npm/src/types.ts"), "utf8");
  const options = [...types.slice(types.indexOf("export interface Options")).split("\n}")[0].matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  assert.ok(options.length > 10);
  for (const name of [...options, "components", "slots"]) assert.match(readme, new RegExp(`^\\| \`${name}\` \\|`, "m"), name);
  const { exports } = JSON.parse(readFileSync(join(root, "npm/package.json"), "utf8"));
  for (const name of Object.keys(exports).filter((name) => name !== "./package.json")) assert.ok(readme.includes(`\`newsprint${name.slice(1)}\``), name);
});
