// Runs a module over typical articles, and prints the places of the functions that they run through: those of canonical
// articles and of what tells formats, and in a second line those of all. What none of these articles needs is downloaded
// by pages alone whose article does, so each of them stands for what many have.

import { readFileSync } from "node:fs";
import * as core from "../core/fetched/newsprint.js";
import * as server from "../core/server/newsprint.js";

const [mark, path] = process.argv.slice(2);
const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root));

const CANONICAL = ["arabic", "harbour", "live", "longread", "report"].map((name) => `www/samples/${name}.json`);

/** Articles in other formats: pages as systems write them, and what comes out of the interfaces of others. */
const OTHERS = [
  ...["deutsch.md", "harbour.md", "harbour.txt"].map((name) => `www/samples/${name}`),
  ...["block-theme", "brightspot", "casper", "document", "drupal-page", "fragment", "linked-data", "medium", "news-magazine", "page", "squarespace", "theme"].map((name) => `tests/formats/html/${name}.html`),
  ...["harbour-he", "newsroom"].map((name) => `tests/formats/markdown/${name}.md`),
  ...["harbour-fr", "harbour-ja", "wire"].map((name) => `tests/formats/text/${name}.txt`),
  "tests/formats/ans/story.json",
  "tests/formats/wordpress/blocks.json",
  "tests/formats/wordpress/classic.json",
];

server.initSync({ module: read("npm/core/server/newsprint_bg.wasm") });
const instance = core.initSync({ module: readFileSync(path) });
server.languages().forEach((words) => core.addLanguage(new TextEncoder().encode(words)));
core.formats();

/** Shows an article in the ways in which pages do, with what it asks for. */
function show(article) {
  for (const work of [core.renderToString, core.render, core.toSteps]) {
    for (const options of [undefined, { headingLevel: 2, idPrefix: "a-", header: ["headline"] }]) withReaders(() => work(article, options));
  }
}

function withReaders(work) {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!error.reader) throw error;
      core.addReader(error.reader);
    }
  }
}

function printMarked() {
  const marked = Object.entries(instance).filter(([name, global]) => name.startsWith(mark) && global.value);
  console.log(marked.map(([name]) => name.slice(mark.length)).join(" "));
}

const others = OTHERS.map(read);
for (const article of others) {
  try {
    core.renderToString(article);
  } catch (error) {
    if (!error.reader) throw error;
  }
}
CANONICAL.map(read).forEach(show);
printMarked();
others.forEach(show);
printMarked();
