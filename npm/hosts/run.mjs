// Installs what npm would publish into a project of each host, builds and runs it, and compares what it shows with what
// the package writes here. Names of hosts run those alone; `--keep` leaves the projects where they are.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderToString } from "newsprint";
import { HOSTS } from "./table.mjs";
import { closeBrowser, inBrowser, inServer } from "./watch.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ferry = readFileSync(join(root, "examples/ferry.json"), "utf8");
const { NEWSPRINT_SEED: seed } = process.env;
/** For this one a browser needs the reader of Markdown and the words of a language. */
const german = { ...JSON.parse(ferry), language: "de", body: "Sie fährt **um zehn**." };
/** What a generated project renders; an example renders the first. */
const articles = [JSON.parse(ferry), german, ...(seed ? [readFileSync(seed, "utf8")] : [])];
const expected = articles.map((article) => renderToString(article));

const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const keeps = process.argv.includes("--keep");
const folder = mkdtempSync(join(tmpdir(), "newsprint-hosts-"));
const tarball = pack();
const failed = [];
for (const host of HOSTS.filter(({ name }) => named.length === 0 || named.includes(name))) await check(host);
await closeBrowser();
if (!keeps) rmSync(folder, { recursive: true, force: true });
console.log(failed.length === 0 ? "every host shows the same bytes" : `not the same: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);

function pack() {
  const [{ filename }] = JSON.parse(run(join(root, "npm"), "npm", ["pack", "--json", "--pack-destination", folder]));
  return join(folder, filename);
}

async function check(host) {
  const started = performance.now();
  const project = join(folder, host.name);
  let problem;
  try {
    lay(host, project);
    run(project, "npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", "--save-exact", tarball, ...(host.packages ?? [])]);
    for (const [program, ...words] of host.build ?? []) run(project, program, words);
    problem = difference(await shown(host, project), host.example ? expected.slice(0, 1) : expected);
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (problem) failed.push(host.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  console.log(`${problem ? "✗" : "✓"} ${host.name.padEnd(24)}${seconds} s${problem ? `\n${problem.slice(0, 2500)}` : ""}`);
}

/** Lays out a project: a copy of an example, or the files of the table. */
function lay({ example, files = {} }, project) {
  mkdirSync(project, { recursive: true });
  if (example) {
    cpSync(join(root, "examples", example), project, { recursive: true });
    cpSync(join(root, "examples/ferry.json"), join(project, "ferry.json"));
    // Where each of them keeps what is served as it is.
    for (const place of [".", "public", "static"]) cpSync(join(root, "examples/ferry.svg"), join(project, place, "ferry.svg"));
  }
  const all = { "articles.js": `export default ${JSON.stringify(articles)};\n`, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  // The package comes from the tarball, and from no registry.
  const description = join(project, "package.json");
  const own = existsSync(description) ? JSON.parse(readFileSync(description, "utf8")) : { private: true, type: "module" };
  delete own.dependencies?.newsprint;
  writeFileSync(description, JSON.stringify(own));
}

/** Returns what the host shows for each article. */
async function shown(host, project) {
  if (host.prints) return JSON.parse(run(project, host.prints[0], host.prints.slice(1)).trim().split("\n").at(-1));
  if (host.file) return [main(readFileSync(join(project, host.file), "utf8"))];
  if (host.serves) return [main(await inServer(project, host.serves))];
  return inBrowser(host, project);
}

/** Returns the article in a page, without the comments by which frameworks find their way. */
function main(page) {
  const [, inside] = /<main[^>]*>(.*?)<\/main>/s.exec(page) ?? [];
  if (inside === undefined) throw new Error(`no main in ${page.slice(0, 500)}`);
  return inside.replace(/^(<!--.*?-->|<newsprint-article[^>]*>)*/s, "").replace(/(<!--[^<]*?-->|<\/newsprint-article>)*$/s, "");
}

function difference(all, expected) {
  if (all.length !== expected.length) return `${all.length} articles instead of ${expected.length}`;
  const at = all.findIndex((html, index) => html !== expected[index]);
  return at < 0 ? undefined : `article ${at} is\n${all[at].slice(0, 800)}\nand not\n${expected[at].slice(0, 800)}`;
}

function run(cwd, program, words) {
  const path = `${join(cwd, "node_modules/.bin")}:${process.env.PATH}`;
  const quiet = { CI: "1", ASTRO_TELEMETRY_DISABLED: "1", NEXT_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1", WRANGLER_SEND_METRICS: "false", DO_NOT_TRACK: "1" };
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: "utf8", env: { ...process.env, ...quiet, PATH: path }, timeout: 400_000, maxBuffer: 1 << 27 });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${error ?? ""}\n${stdout}\n${stderr}`.trim());
  return stdout;
}
