// Runs a module over typical articles, and prints the places of the functions that they run through: those of canonical
// articles and of what tells formats, and in a second line those of all. What none of these articles needs is downloaded
// only by pages whose article does, so each of them stands for what many have.

import { readFileSync } from "node:fs";
import * as core from "../core/fetched/newsprint.js";
import * as server from "../core/server/newsprint.js";

const [mark, path] = process.argv.slice(2);
const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root));
const encode = (text) => new TextEncoder().encode(text);

server.initSync({ module: read("npm/core/server/newsprint_bg.wasm") });

const SAMPLES = ["arabic.json", "deutsch.md", "harbour.json", "harbour.md", "harbour.txt", "live.json", "longread.json", "report.json"];

/** Pages as systems write them, and what comes out of the interfaces of others. */
const FORMATS = [
  "ans/story.json", "apple-news/article.json", "content-tree/text.json", "contentful/graphql.json", "contentful/rest.json",
  "editorjs/tools.json", "guardian/item.json", "guardian/page.json", "html/block-theme.html", "html/brightspot.html",
  "html/casper.html", "html/document.html", "html/drupal-page.html", "html/fragment.html", "html/linked-data.html",
  "html/medium.html", "html/news-magazine.html", "html/page.html", "html/squarespace.html", "html/theme.html",
  "lexical/ghost.json", "lexical/payload.json", "markdown/harbour-he.md", "markdown/newsroom.md", "ninjs/superdesk.json",
  "ninjs/wire.json", "portable-text/document.json", "prosemirror/storyblok-story.json", "prosemirror/substack.json",
  "prosemirror/tiptap.json", "schema-org/lists.json", "slate/newsroom.json", "slate/plate.json", "strapi/blocks.json",
  "strapi/entry-5.json", "text/harbour-fr.txt", "text/harbour-ja.txt", "text/wire.txt", "wordpress/blocks.json",
  "wordpress/classic.json",
];

/** A long one, whose lists outgrow their first piece of memory, and one whose text is HTML in a string. */
const HEADLINE = { type: "article", headline: "Night ferry returns" };
const day = (number) => [{ type: "heading", level: 2, content: `Day ${number}` }, { type: "paragraph", content: "She sails at ten." }];
const LONG = { ...HEADLINE, body: Array.from({ length: 200 }, (_, at) => day(at)).flat() };
const HTML = { ...HEADLINE, body: '<p>She sails <b>at ten</b> from <a href="/quay">the old quay</a>.</p>\n<h2>Winter</h2>\n<ul><li>Every night</li></ul>' };

/** One in each language, with what is said in its words. */
const SAID = { ...HEADLINE, authors: [{ name: "Robin Example" }, { name: "Kim Example" }], datePublished: "2026-05-01T09:30:00Z", dateModified: "2026-05-02T21:05:00Z" };
const inLanguages = server.languages().map((words) => ({ ...SAID, language: words.slice(0, words.indexOf("\n")) }));

const asTheyAre = [
  ...[LONG, HTML, ...inLanguages].map((article) => encode(JSON.stringify(article))),
  ...SAMPLES.map((name) => read(`www/samples/${name}`)),
  ...FORMATS.map((name) => read(`tests/formats/${name}`)),
];
/** All of them, and all of them as canonical JSON as well. */
const ARTICLES = [...asTheyAre, ...asTheyAre.map((article) => encode(server.read(article).article))];

const instance = core.initSync({ module: readFileSync(path) });
server.languages().forEach((words) => core.addLanguage(encode(words)));
core.formats();

/** Shows an article in the ways in which pages do, with what it asks for. */
function show(article) {
  for (const work of [core.renderToString, core.toSteps]) withReaders(() => work(article, { headingLevel: 2, idPrefix: "a-" }));
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

/** Returns what an article asks for first. */
function asked(article) {
  try {
    core.renderToString(article);
  } catch (error) {
    if (!error.reader) throw error;
    return error.reader;
  }
}

// Before any reader is here, an article in another format asks for its own.
const [canonical, others] = [[], []];
for (const article of ARTICLES) ([undefined, "rare", "markdown-blocks"].includes(asked(article)) ? canonical : others).push(article);

for (const work of [core.check, core.read, core.render, core.renderToBytes, core.toJsonLd, core.toParts, core.toText]) {
  withReaders(() => work(read("www/samples/harbour.json"), undefined));
}
canonical.forEach(show);
printMarked();
others.forEach(show);
printMarked();
