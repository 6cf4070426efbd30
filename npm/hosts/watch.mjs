// Looks at what a host shows: in Chromium, or from a server that is started for it. Knows no host.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };

let browser;

/** Ends the browser, if one was started. */
export const closeBrowser = async () => browser?.close();

/** Returns the browser of a host: Chromium, or Firefox by the driver that the project has installed. */
async function browserOf({ browser: name }, project) {
  if (name !== "firefox") {
    return (browser ??= await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] }));
  }
  const driver = createRequire(join(project, "package.json")).resolve("puppeteer-core");
  const { launch } = await import(pathToFileURL(driver));
  return launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
}

/** Serves folders of the project and returns what `window.shown` holds, or what `host.look` finds, when it is there. */
export async function inBrowser(host, project) {
  const shownBy = await browserOf(host, project);
  const server = host.started ? await started(project, host.started) : await files(project, host.page);
  const tab = await shownBy.newPage();
  const said = [];
  tab.on("console", (message) => said.push(message.text()));
  tab.on("pageerror", (error) => said.push(String(error)));
  try {
    await tab.goto(server.address + (host.path ?? "/"));
    const look = host.look ?? "window.shown";
    for (let tries = 0; tries < 150; tries++) {
      const found = await tab.evaluate(look);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error("nothing is shown");
  } catch (error) {
    throw new Error(`${error.message}\n${said.join("\n")}`);
  } finally {
    await (shownBy === browser ? tab : shownBy).close();
    server.close();
  }
}

/** Starts a server and returns what it answers to `/`. */
export async function inServer(project, command) {
  const server = await started(project, command);
  try {
    return await (await fetch(server.address)).text();
  } finally {
    server.close();
  }
}

async function files(project, folders) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const [prefix, folder] = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    let file = folder !== undefined && join(project, folder, decodeURIComponent(pathname.slice(prefix.length)));
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(readFileSync(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function started(project, [program, ...words]) {
  const port = 20_000 + (process.pid % 10_000);
  const path = `${join(project, "node_modules/.bin")}:${process.env.PATH}`;
  const child = spawn(program, words, { cwd: project, env: { ...process.env, PORT: String(port), PATH: path, NEXT_TELEMETRY_DISABLED: "1" }, detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const address = `http://127.0.0.1:${port}`;
  const close = () => process.kill(-child.pid);
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) throw new Error(said);
    if (await fetch(address).then(() => true, () => false)) return { address, close };
    await new Promise((done) => setTimeout(done, 200));
  }
  close();
  throw new Error(`no answer: ${said}`);
}
