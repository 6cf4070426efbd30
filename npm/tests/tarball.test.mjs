// What npm would publish, installed as a host installs it, with no registry within reach.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
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
  for (const path of named) assert.ok(paths.includes(path), path);
});

test("import and require", () => {
  const source = JSON.stringify("# Low tide\n\nThe harbour is dry.\n");
  const print = `process.stdout.write(renderToString(${source}))`;
  assert.equal(node("module", `import { renderToString } from "newsprint"; ${print}`), html);
  assert.equal(node("commonjs", `const { renderToString } = require("newsprint"); ${print}`), html);
});

test("a server may import the element", () => {
  assert.equal(node("module", 'import { NewsprintArticle } from "newsprint/element"; console.log(typeof NewsprintArticle)'), "function\n");
});

test("its types hold for a strict host", () => {
  const host = `
    import { NewsprintError, render, type Diagnostic, type Options } from "newsprint";
    import { init } from "newsprint/slim";
    import { ready } from "newsprint/url";
    import { NewsprintArticle } from "newsprint/element";
    const options: Options = { headingLevel: 2 };
    const found: Diagnostic[] = render("x", options).diagnostics;
    const element: HTMLElement = new NewsprintArticle();
    export { NewsprintError, element, found, init, ready };
    // @ts-expect-error an option that there is not
    render("x", { headingLevle: 2 });`;
  writeFileSync(join(folder, "host.mts"), host);
  writeFileSync(join(folder, "host.cts"), 'import { render } from "newsprint";\nexport const html: string = render("x").html;\n');
  const tsc = join(root, "npm/node_modules/typescript/bin/tsc");
  const strict = ["--strict", "--noEmit", "--module", "nodenext", "--lib", "es2023,dom"];
  run(process.execPath, [tsc, ...strict, "host.mts", "host.cts"]);
});
