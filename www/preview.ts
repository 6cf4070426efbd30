// The preview: reads what is typed, shows the article and what there is to say about it. Knows the parts of the page and
// leads from one to the other; knows neither formats nor how anything is shown.

import type { Options } from "newsprint/url";
import { Correspondence } from "./article/correspondence.js";
import { Frame } from "./article/frame.js";
import { type Finding, sorted, summary } from "./findings/finding.js";
import { Findings } from "./findings/list.js";
import { nameOf, type Opened, sampleAsked } from "./open/place.js";
import { announce, toast } from "./page/announce.js";
import { choose, part } from "./page/dom.js";
import type { Answers, Problem } from "./page/jobs.js";
import { copy, download } from "./page/keep.js";
import { showPane, splitter } from "./page/panes.js";
import { Reader } from "./page/reader.js";
import { Failure, Renderer } from "./page/renderer.js";
import type { Mode } from "./source/area.js";
import { Editor } from "./source/editor.js";
import { offsetOf } from "./source/place.js";
import { diff } from "./views/diff.js";
import { canonical, html, jsonLd, text } from "./views/code.js";
import { ears } from "./views/ears.js";
import { figures } from "./views/figures.js";
import { outline } from "./views/outline.js";
import { page } from "./views/page.js";
import { Tabs } from "./views/tabs.js";
import type { Shown, View } from "./views/view.js";

const article: View = {
  id: "article",
  label: "Article",
  about: "",
  ending: "html",
  type: "text/html",
  show() {},
  text: ({ html }) => html,
};

const renderer = new Renderer();
const editor = new Editor(part("editor"));
const frame = new Frame(part<HTMLIFrameElement>("frame"), part("stage"));
const reader = new Reader(frame);
const tabs = new Tabs([article, html, outline, ears, text, jsonLd, canonical, figures, diff], toSource);
const findings = new Findings({ toSource: (finding) => find(finding), toArticle: show, repairs: () => [] });
const format = part<HTMLSelectElement>("format");

/** What is open: where its relative addresses lead, and what it is called. */
let opened: Opened = { name: "article", base: new URL(document.baseURI) };
let edited = false;
let language: string | undefined;
let correspondence: Correspondence | undefined;

/** The source that is being read, and whether it has changed since. */
let isReading = false;
let isAsked = false;

function refresh(): void {
  isAsked = true;
  if (!isReading) requestAnimationFrame(() => void readAll());
}

/** Reads until nothing has changed any more: what was typed meanwhile is read at once, what was overtaken never. */
async function readAll(): Promise<void> {
  if (isReading) return;
  isReading = true;
  while (isAsked) {
    isAsked = false;
    await read(editor.text);
  }
  isReading = false;
}

function options(): Options {
  const from = format.value as Options["from"];
  return { ...reader.rendered, ...(from ? { from } : {}) };
}

async function read(source: string): Promise<void> {
  const asked = options();
  try {
    const { value } = await renderer.ask("render", source, asked, asked.from ?? expected());
    await shown(source, value, asked);
    part("stale").hidden = true;
    report(source, value.diagnostics);
  } catch (error) {
    part("stale").hidden = !frame.article;
    report(source, [failure(error)]);
  }
  editor.mode = modeOf(source);
}

async function shown(source: string, { html, format: name, language: tag }: Answers["render"], asked: Options): Promise<void> {
  await frame.show(html, opened.base);
  language = tag;
  correspondence = undefined;
  const auto = format.options[0];
  if (auto) auto.text = `Recognised: ${name}`;
  if (!frame.article) return;
  const shown: Shown = {
    source,
    html,
    format: name,
    article: frame.article,
    ask: async (kind) => (await renderer.ask(kind, source, asked)).value,
  };
  tabs.show(shown);
  const headline = frame.article.querySelector("[id$=headline]")?.textContent;
  document.title = headline ? `${headline} – Newsprint preview` : "Newsprint preview";
}

/** What the name of the file says about the format, before it has been read. */
function expected(): string | undefined {
  return /\.(md|markdown)$/i.test(opened.name) ? "markdown" : undefined;
}

function modeOf(source: string): Mode {
  const first = /\S/.exec(source)?.[0] ?? "";
  if ("{[".includes(first) && first) return "json";
  if (first === "<") return "html";
  return /markdown/.test(format.value || (tabs.shown?.format ?? "")) ? "markdown" : "text";
}

function report(source: string, found: readonly Omit<Finding, "range">[]): void {
  const list = sorted(found.map((finding) => ({ ...finding, range: rangeOf(source, finding) })));
  findings.show(list);
  editor.mark(list.flatMap(({ range, severity, message }) => (range ? [{ ...range, severity, message }] : [])));
  const words = summary(list);
  const [first] = list;
  announce(list.length === 1 && first ? `${words}: ${first.message}` : words);
}

/** A finding knows where it begins: it is marked to the end of the word or the line. */
function rangeOf(source: string, { line, column }: Omit<Finding, "range">): Finding["range"] {
  if (line === undefined) return undefined;
  const from = offsetOf(source, line, column ?? 1);
  const word = /^(?:"(?:[^"\\\n]|\\.)*"?|!?\[[^\]\n]*\](?:\([^)\n]*\))?|#+[^\n]*|[\p{L}\p{N}_-]+|[^\n])/u.exec(source.slice(from, from + 500));
  return { from, to: from + (word?.[0].length ?? 0) };
}

function failure(error: unknown): Problem & { severity: "error" } {
  const problem = error instanceof Failure ? error.problem : { code: "preview", message: error instanceof Error ? error.message : String(error) };
  return { ...problem, severity: "error" };
}

function corresponding(): Correspondence | undefined {
  const { shown } = tabs;
  if (!shown) return undefined;
  return (correspondence ??= new Correspondence(shown.source, shown.article));
}

function toSource(node: Node, units = 0): void {
  const range = corresponding()?.sourceOf(node, units);
  if (range) find({ range });
  else toast("This was made by the reader and has no place of its own in the source.");
}

function find({ range }: Pick<Finding, "range">): void {
  if (!range) return;
  showPane("source");
  editor.select(range);
  editor.focus();
}

function show({ range }: Pick<Finding, "range">): void {
  const element = range && corresponding()?.elementAt(range.from);
  if (!element) return;
  tabs.choose("article");
  showPane("article");
  frame.point(element);
}

/** Opens a text under a name; its relative addresses are relative to `base`. */
function open(source: string, place: Opened): void {
  opened = place;
  edited = false;
  part("name").textContent = place.name;
  format.value = "";
  editor.text = source;
  editor.mode = modeOf(source);
  refresh();
}

async function openSample(place: string, name?: string): Promise<void> {
  try {
    const url = new URL(place, document.baseURI);
    if (url.origin !== location.origin) throw new Error(`the address opens no document from another site: \`${url.origin}\``);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`cannot open \`${nameOf(url)}\`: ${response.status}`);
    open(await response.text(), { name: name ?? nameOf(url), base: url });
  } catch (error) {
    report("", [failure(error)]);
  }
}

editor.onChange = () => {
  edited = true;
  refresh();
};
reader.onRender = refresh;
format.addEventListener("change", refresh);
frame.onPress = (event) => {
  const { target } = event;
  const caret = frame.document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = caret ? corresponding()?.sourceOf(caret.offsetNode, caret.offset) : corresponding()?.sourceOf(target as Node);
  if (range) editor.select(range);
};
tabs.onChoose = (view) => {
  part("about").textContent = view.about;
  part("reader").hidden = view.id !== "article";
};
part("reveal").addEventListener("click", () => show({ range: { from: editor.cursor, to: editor.cursor } }));
part("editor").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.altKey) return;
  event.preventDefault();
  show({ range: { from: editor.cursor, to: editor.cursor } });
});
part("copy").addEventListener("click", async () => {
  if (!tabs.shown) return;
  await copy(await tabs.chosen.text(tabs.shown));
  toast(`${tabs.chosen.label} copied.`);
});
part("download").addEventListener("click", async () => {
  const { shown, chosen } = tabs;
  if (!shown) return;
  const stem = opened.name.replace(/\.\w+$/, "");
  const text = chosen === article ? await page(shown.article, language, "") : await chosen.text(shown);
  download(`${stem}.${chosen.ending}`, text, chosen.type);
});
choose("pane", (pane) => showPane(pane as "source"));
splitter();
// Links work as they do on any page; whoever has written something is asked first.
addEventListener("beforeunload", (event) => {
  if (edited) event.preventDefault();
});

const { place, name } = sampleAsked();
await openSample(place, name);
await editor.upgrade();
