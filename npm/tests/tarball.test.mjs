// What npm would publish, installed as a host installs it, with no registry within reach.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { renderToString } from "newsprint";
import { root } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "newsprint-host-"));
const run = (program, words, cwd = folder) => execFileSync(program, words, { cwd, encoding: "utf8" });
const node = (type, script) => run(process.execPath, [`--input-type=${type}`, "--eval", script]);
const html = renderToString("# Low tide\n\nThe harbour is dry.\n");
let packed;

before(() => {
  [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], join(root, "npm")));
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`]);
});
after(() => rmSync(folder, { recursive: true }));

test("it holds what its exports name, and nothing else", () => {
  const paths = packed.files.map(({ path }) => path).sort();
  assert.ok(paths.every((path) => /^(dist\/|package\.json|README|LICENSE)/.test(path)), paths.join(" "));
  const script = 'const { exports } = require("newsprint/package.json"); console.log(JSON.stringify(exports))';
  const named = [...node("commonjs", script).matchAll(/"\.\/(dist\/[^"]+)"/g)].map(([, path]) => path);
  for (const path of named) {
    const [start, end] = path.split("*");
    assert.ok(paths.includes(path) || (end && paths.some((other) => other.startsWith(start) && other.endsWith(end))), path);
  }
});

test("it keeps its budget, and what is inlined compresses as the file does", () => {
  assert.ok(packed.size <= 2_000_000, `${packed.size} bytes`);
  const dist = join(folder, "node_modules/newsprint/dist");
  const weight = (path) => gzipSync(readFileSync(path)).length;
  const scripts = readdirSync(dist).filter((name) => /\.c?js$/.test(name)).map((name) => join(dist, name));
  const [inlined] = scripts.map(weight).sort((a, b) => b - a);
  const file = weight(join(root, "npm/core/server/newsprint_bg.wasm"));
  assert.ok(inlined <= 1.02 * file, `${inlined} and ${file} bytes`);
});

test("what is required takes the module that is inlined, and the file where modules cannot be required", () => {
  const alone = mkdtempSync(join(tmpdir(), "newsprint-alone-"));
  cpSync(join(folder, "node_modules/newsprint"), alone, { recursive: true });
  const article = { type: "article", language: "de-AT", headline: "Ebbe", datePublished: "2024-05-01", body: [] };
  const script = `process.stdout.write(require(${JSON.stringify(alone)}).renderToString(${JSON.stringify(article)}))`;
  const remove = process.features.require_module ? ["newsprint.wasm", "inlined.js"] : ["inlined.js"];
  for (const name of remove) {
    renameSync(join(alone, "dist", name), join(alone, name));
    assert.equal(node("commonjs", script), renderToString(article), name);
    renameSync(join(alone, name), join(alone, "dist", name));
  }
  rmSync(alone, { recursive: true });
});

test("nothing in it runs or parses what is in a string", () => {
  const dist = join(folder, "node_modules/newsprint/dist");
  const scripts = readdirSync(dist, { recursive: true }).filter((name) => /\.c?js$/.test(name));
  assert.ok(scripts.length > 10);
  for (const name of scripts) {
    // What React calls so is a property of its own, and holds what the package has written.
    const code = readFileSync(join(dist, name), "utf8").replaceAll("dangerouslySetInnerHTML", "");
    const sink = /\beval\(|new Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|setHTML|createContextualFragment|srcdoc=/i.exec(code);
    assert.equal(sink?.[0], undefined, name);
  }
});

test("import and require", () => {
  const source = JSON.stringify("# Low tide\n\nThe harbour is dry.\n");
  const print = `process.stdout.write(renderToString(${source}))`;
  assert.equal(node("module", `import { renderToString } from "newsprint"; ${print}`), html);
  assert.equal(node("commonjs", `const { renderToString } = require("newsprint"); ${print}`), html);
});

test("what is required needs no coders among the globals, which jsdom does not pass on", () => {
  const without = "delete globalThis.TextDecoder; delete globalThis.TextEncoder;";
  const print = 'process.stdout.write(require("newsprint").renderToString("# Low tide\\n\\nThe harbour is dry.\\n"))';
  assert.equal(node("commonjs", `${without} ${print}`), html);
});

test("a server may import the element", () => {
  assert.equal(node("module", 'import { NewsprintArticle } from "newsprint/element"; console.log(typeof NewsprintArticle)'), "function\n");
});

test("its types hold for a strict host", () => {
  cpSync(join(root, "npm/tests/types"), folder, { recursive: true });
  // The host has React; the package only knows that it may.
  for (const name of ["@types/react", "csstype"]) cpSync(join(root, "npm/node_modules", name), join(folder, "node_modules", name), { recursive: true });
  const tsc = join(root, "npm/node_modules/typescript/bin/tsc");
  const strict = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--noUncheckedSideEffectImports", "--noEmit", "--lib", "es2023,dom,dom.iterable", "--types", ""];
  run(process.execPath, [tsc, ...strict, "--module", "nodenext", "host.mts", "host.cts"]);
  run(process.execPath, [tsc, ...strict, "--module", "esnext", "--moduleResolution", "bundler", "host.mts"]);
});
