// Makes `dist` of `src` and of what wasm-bindgen left in `core`. Knows bundling, nothing of Rust.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { inlined } from "./inline.mjs";
import { names } from "./names.mjs";
import { words } from "./words.mjs";

const npm = fileURLToPath(new URL("..", import.meta.url));
process.chdir(npm);

/** Leaves the import of the wasm file to the runtime. */
const outside = {
  name: "outside",
  setup: ({ onResolve }) => onResolve({ filter: /\.wasm/ }, ({ path }) => ({ path, external: true })),
};

/** Leaves what has an effect in the file that `package.json` says has one; bundlers drop it anywhere else. */
const apart = {
  name: "apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/element\.js$/ }, ({ path, kind }) => (kind === "entry-point" ? undefined : { path, external: true })),
};

const [glue, ...others] = ["fetched", "server"].map((module) => readFileSync(`core/${module}/newsprint.js`, "utf8"));
if (others.some((other) => other !== glue)) throw new Error("the modules need one glue, and theirs differ");
writeFileSync("core/newsprint.js", edited(glue));
copyFileSync("core/fetched/newsprint.d.ts", "core/newsprint.d.ts");
writeFileSync("core/inline.js", inlined(readFileSync("core/server/newsprint_bg.wasm")));
writeFileSync("core/inline.d.ts", "declare const text: string;\nexport default text;\nexport declare const digits: string;\n");

const languages = await added();
const parts = readers();
await style();
value("names", names(), "readonly [readonly string[], readonly string[]]");
value("words", words(), 'Record<string, import("../src/behaviours/words.js").BehaviourWords>');

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
await bundle();
copyFileSync("core/fetched/newsprint_bg.wasm", "dist/newsprint.wasm");
copyFileSync("../schema/article.schema.json", "dist/schema.json");
mkdirSync("dist/readers");
for (const name of parts) copyFileSync(`core/fetched/readers/${name}.wasm`, `dist/readers/${name}.wasm`);
emitTypes();

/** The glue as the package needs it; an edit that no longer fits stops the build, so that a new wasm-bindgen cannot slip past it. */
function edited(glue) {
  const edit = (from, to) => {
    if (glue.split(from).length !== 2) throw new Error(`the glue has changed: ${from}`);
    glue = glue.replace(from, to);
  };
  // A module from another realm, as an edge runtime hands it over, is no instance of this realm's class.
  edit("if (!(module instanceof WebAssembly.Module)) {", "if (module instanceof ArrayBuffer || ArrayBuffer.isView(module)) {");
  // Another module may take the place of the one that runs; when to start which is for `instance.ts` to say.
  edit("function initSync(module) {\n    if (wasm !== undefined) return wasm;", "function initSync(module) {");
  // Readers are added to the new instance as well.
  edit("wasm = wasmInstance.exports;\n    wasm.__wbindgen_start();\n", "wasm = wasmInstance.exports;\n    wasm.__wbindgen_start();\n    return wasm;\n");
  edit("__wbg_init as default", "__wbg_init_once as default");
  if (glue.includes("import.meta")) throw new Error("the glue must leave the module's place to its caller");
  return glue;
}

/** Writes a file for the words of each language that is not English, which every module has, one with all of them, and where each is; returns their tags. */
async function added() {
  const core = await import("../core/newsprint.js");
  core.initSync({ module: readFileSync("core/server/newsprint_bg.wasm") });
  const texts = core.languages().filter((words) => !words.startsWith("en"));
  const tags = texts.map((words) => words.slice(0, words.indexOf("\n")));
  rmSync("core/languages", { recursive: true, force: true });
  mkdirSync("core/languages");
  texts.forEach((words, at) => value(`languages/${tags[at]}`, words, "string"));
  value("all-languages", texts, "readonly string[]");
  const files = tags.map((tag) => `  ${JSON.stringify(tag)}: () => import("./languages/${tag}.js"),\n`);
  writeFileSync("core/languages.js", `export default {\n${files.join("")}};\n`);
  writeFileSync("core/languages.d.ts", "declare const files: Record<string, () => Promise<{ default: string }>>;\nexport default files;\n");
  return tags;
}

/**
 * Writes which files each reader needs, which of them come without what no typical article needs, where each is for a
 * page, and all of them for those who fetch nothing; returns their names, those first that others need.
 */
function readers() {
  const needs = JSON.parse(readFileSync("core/fetched/readers/needs.json", "utf8"));
  const names = [...new Set(Object.values(needs).sort((one, other) => other.length - one.length).flat())];
  value("needs", Object.fromEntries(Object.entries(needs).map(([name, parts]) => [name, parts.join(" ")])), "Record<string, string>");
  const divided = Object.keys(needs).filter((name) => name.endsWith("-seldom")).map((name) => name.replace("-seldom", ""));
  value("divided", divided, "readonly string[]");
  value("parts", names, "readonly string[]");
  const files = names.map((name) => `  ${JSON.stringify(name)}: () => new URL("./readers/${name}.wasm", import.meta.url),\n`);
  script("readers", `export default {\n${files.join("")}};\n`, "Record<string, () => URL>");
  for (const [file, query] of [["modules", ""], ["modules-edge", "?module"]]) {
    const imports = names.map((name, at) => `import m${at} from "./readers/${name}.wasm${query}";\n`);
    const rows = names.map((name, at) => `[${JSON.stringify(name)}, m${at}]`);
    script(file, `${imports.join("")}export default [${rows.join(", ")}];\n`, "readonly (readonly [string, WebAssembly.Module])[]");
  }
  return names;
}

function script(name, text, type) {
  writeFileSync(`core/${name}.js`, text);
  writeFileSync(`core/${name}.d.ts`, `declare const value: ${type};\nexport default value;\n`);
}

/** A value as a module with its type. */
function value(name, what, type) {
  script(name, `export default ${JSON.stringify(what)};\n`, type);
}

/** The theme and how behaviours look as text, for shadow trees. */
async function style() {
  const stdin = { contents: '@import "../src/view/article.css"; @import "./src/behaviours.css";', resolveDir: npm, loader: "css" };
  const { outputFiles: [file] } = await build({ absWorkingDir: npm, stdin, bundle: true, minify: true, write: false });
  writeFileSync("core/style.js", `export default ${JSON.stringify(file.text)};\n`);
  writeFileSync("core/style.d.ts", "declare const css: string;\nexport default css;\n");
}

async function bundle() {
  const common = { absWorkingDir: npm, bundle: true, minify: true, target: "es2022", logLevel: "warning", outdir: "dist" };
  const entries = ["index", "workerd", "edge", "inlined", "slim", "url", "element", "show", "behaviours", "auto", "react/server", "react/ssr", "react/browser"].map((name) => ({ in: `src/${name}.ts`, out: name }));
  const words = languages.map((tag) => ({ in: `core/languages/${tag}.js`, out: `languages/${tag}` }));
  // What entries share stands in one file, so that two of them on a page run one instance. A module is UTF-8 wherever it
  // is from (HTML, "Fetch a module script").
  await build({ ...common, entryPoints: [...entries, ...words], charset: "utf8", format: "esm", splitting: true, external: ["react"], plugins: [outside, apart] });
  const cjs = { format: "cjs", outExtension: { ".js": ".cjs" }, external: ["node:fs", "node:util", "./inlined.js"], inject: ["src/encoding.ts"] };
  await build({ ...common, ...cjs, entryPoints: { index: "src/require.ts" } });
  await build({ ...common, entryPoints: { style: "../src/view/article.css", behaviours: "src/behaviours.css" } });
}

/** Types for every entry, and again as CommonJS, whose relative imports end in `.cjs`. */
function emitTypes() {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "--project", "."], { stdio: "inherit" });
  declareFunctions();
  writeFileSync("dist/language.d.ts", "declare const texts: string;\nexport default texts;\n");
  const wasm = "declare const module: WebAssembly.Module;\nexport default module;\n";
  writeFileSync("dist/newsprint.wasm.d.ts", wasm);
  // A strict compiler wants to know what is imported for its effect alone.
  for (const name of ["style", "behaviours"]) writeFileSync(`dist/${name}.css.d.ts`, "export {};\n");
  for (const name of ["index", "article", "error", "functions", "host", "instance", "readers", "tree", "types"]) {
    const types = readFileSync(`dist/${name}.d.ts`, "utf8");
    writeFileSync(`dist/${name}.d.cts`, types.replaceAll(/(["'])(\.\/\w+)\.js\1/g, '"$2.cjs"'));
  }
}

/**
 * Each entry takes its functions out of one object, of which the compiler knows the types and not the documentation:
 * the methods of their interface become functions that are declared, once for all of them.
 */
function declareFunctions() {
  const [before, methods] = readFileSync("dist/functions.d.ts", "utf8").split(/^.*\n?export interface Api \{\n/m);
  const declared = methods.slice(0, methods.lastIndexOf("}")).replaceAll(/^ {4}(?=\/\*\*| \*)/gm, "").replaceAll(/^ {4}(?=\w+\()/gm, "export declare function ");
  writeFileSync("dist/functions.d.ts", before.replace("/** The functions that every entry of the package has. */\n", "") + declared);
  for (const name of ["index", "slim", "workerd", "edge"]) {
    const entry = readFileSync(`dist/${name}.d.ts`, "utf8");
    const types = entry.replace(/^export declare const render: .*;$/m, 'export * from "./functions.js";');
    if (types === entry) throw new Error(`the types of ${name} have changed`);
    writeFileSync(`dist/${name}.d.ts`, types);
  }
  // Nobody is led to these.
  for (const name of ["api", "inlined", "require"]) rmSync(`dist/${name}.d.ts`);
}
