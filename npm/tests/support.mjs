// What the tests of the package share: where things lie, the command, a browser, a server. Knows no expectations.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { sources } from "../scripts/manual.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/**
 * Returns the articles that every way of rendering must agree about: our samples, the sources on the pages of the
 * manual, and the seed if it is named.
 */
export function articles() {
  const folder = join(root, "www/samples");
  // The list of the samples is none of them.
  const samples = readdirSync(folder).filter((name) => /\.(json|md|txt)$/.test(name) && name !== "list.json");
  const seed = process.env.NEWSPRINT_SEED;
  return [...samples.map((name) => join(folder, name)), ...manual(), ...(seed ? [seed] : [])].map((path) => ({
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    bytes: readFileSync(path),
  }));
}

/** Returns the articles that the manual shows with options of a host's, each with those. */
export const hosted = () =>
  sources()
    .filter(({ options }) => options)
    .map((page) => ({ path: laid(page), name: page.file, options: page.options }));

/** Lays the sources on the pages of the manual that need no options into files of their own and returns their paths. */
const manual = () => sources().filter(({ options }) => !options).map(laid);

function laid({ file, source }) {
  const folder = join(target, "manual");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, source);
  return path;
}

let built = false;

/** Runs the `newsprint` command and returns the bytes that it prints. */
export function newsprint(words, input) {
  if (!built) execFileSync("cargo", ["build", "--quiet", "--bin", "newsprint"], { cwd: root });
  built = true;
  return execFileSync(join(target, "debug/newsprint"), words, { input, stdio: ["pipe", "pipe", "ignore"] });
}

/** Starts Chromium, which asks nobody but this machine for anything, for the time of the tests. */
export async function browser() {
  const quiet = ["disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"];
  const started = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["no-sandbox", "disable-gpu", "disable-dev-shm-usage", ...quiet].map((flag) => `--${flag}`),
  });
  after(() => started.close());
  return started;
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves `pages`, a map from path to body or to a function of the response, and the files of `folders`, a map from
 * path prefix to folder, for the time of the tests. Returns the address.
 */
export async function serve(pages, folders = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const page = pages[pathname];
    if (typeof page === "function") return page(response, request);
    const [prefix, folder] = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    const file = folder && join(folder, pathname.slice(prefix.length) || "index.html");
    if (page === undefined && !(file && existsSync(file))) return response.writeHead(404).end();
    const type = page === undefined ? types[extname(file)] : types[extname(pathname)] ?? types[".html"];
    response.writeHead(200, { "content-type": type ?? "text/plain; charset=utf-8" }).end(page ?? readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

export const dist = join(root, "npm/dist");
export const site = join(target, "site");
