// The preview: reads what is typed, shows the article and what there is to say about it. Knows the parts of the page and
// leads from one to the other; knows neither formats nor how anything is shown.

import type { Options } from "newsprint/url";
import { Frame } from "./article/frame.js";
import { type Finding, summary } from "./findings/finding.js";
import { Findings } from "./findings/list.js";
import { controls } from "./findings/mend.js";
import { failure, placed } from "./findings/placed.js";
import { changed, repairs } from "./findings/repairs.js";
import { prepare } from "./open/dialog.js";
import { onDrop } from "./open/drop.js";
import { Opener } from "./open/opener.js";
import { asked, type Opened } from "./open/place.js";
import { link, LONGEST_LINK } from "./open/share.js";
import { announce, toast } from "./page/announce.js";
import { choose, part } from "./page/dom.js";
import type { Answers } from "./page/jobs.js";
import { copy, download } from "./page/keep.js";
import { latest } from "./page/latest.js";
import { showPane, splitter } from "./page/panes.js";
import { Reader } from "./page/reader.js";
import { Renderer } from "./page/renderer.js";
import { serviceWorker } from "./page/trust.js";
import { Ways } from "./page/ways.js";
import { Editor } from "./source/editor.js";
import { modeOf } from "./source/mode.js";
import { VIEWS } from "./views/all.js";
import { page } from "./views/page.js";
import { Tabs } from "./views/tabs.js";
import type { Shown } from "./views/view.js";

const renderer = new Renderer();
const editor = new Editor(part("editor"));
const frame = new Frame(part<HTMLIFrameElement>("frame"), part("stage"));
const reader = new Reader(frame);
const tabs = new Tabs(VIEWS, (node) => ways.toSource(node));
const ways = new Ways(editor, frame, tabs);
const findings = new Findings({ toSource: ({ range }) => ways.find(range), toArticle: ({ range }) => ways.show(range), repairs: mending });
const format = part<HTMLSelectElement>("format");

let opened: Opened = { name: "article", base: new URL(document.baseURI) };
let edited = false;
let language: string | undefined;

// Reading

const refresh = latest(async () => {
  const source = editor.text;
  const asked = options();
  try {
    const { value } = await renderer.ask("render", source, asked, asked.from ?? expected());
    await present(source, value, asked);
    report(placed(source, value.diagnostics));
    part("stale").hidden = true;
  } catch (error) {
    report(placed(source, [failure(error)]));
    part("stale").hidden = !frame.article;
  }
  editor.mode = modeOf(source, format.value || (tabs.shown?.format ?? ""));
});

function options(): Options {
  const from = format.value as Options["from"];
  return { ...opened.options, ...reader.rendered, base: opened.options?.base ?? opened.base.href, ...(from ? { from } : {}) };
}

/** What the name of the file says about the format, before it has been read. */
function expected(): string | undefined {
  return /\.(md|markdown)$/i.test(opened.base.pathname + opened.name) ? "markdown" : undefined;
}

async function present(source: string, value: Answers["render"], asked: Options): Promise<void> {
  await frame.show(value.steps);
  language = value.language;
  ways.forget();
  const auto = format.options[0];
  if (auto) auto.text = `Recognised: ${value.format}`;
  if (!frame.article) return;
  const { base, ...plain } = asked;
  const ask: Shown["ask"] = async (kind) => (await renderer.ask(kind, source, plain)).value;
  performance.mark("article");
  tabs.show({ source, html: value.html, steps: value.steps, format: value.format, article: frame.article, ask });
  const headline = frame.article.querySelector("[id$=headline]")?.textContent;
  document.title = headline ? `${headline} – Newsprint preview` : "Newsprint preview";
}

function report(list: readonly Finding[]): void {
  findings.show(list);
  editor.mark(list.flatMap(({ range, severity, message }) => (range ? [{ ...range, severity, message }] : [])));
  const words = summary(list);
  const [first] = list;
  announce(list.length === 1 && first ? `${words}: ${first.message}` : words);
}

function mending(finding: Finding): HTMLElement[] {
  return controls(repairs(finding, editor.text), (index, words) => explained(mend(finding, index, words)));
}

/** Mends the source as it is now, if that takes a finding away; nothing is changed otherwise. */
async function mend(finding: Finding, index: number, words: string): Promise<void> {
  const source = editor.text;
  const changes = repairs(finding, source)[index]?.changes(words) ?? [];
  const having = async (text: string): Promise<number> => {
    const { value } = await renderer.ask("check", text, options());
    // A key that is there already would stand there twice.
    return value.diagnostics.filter(({ code }) => code === finding.code || code === "json-duplicate-key").length;
  };
  if ((await having(changed(source, changes))) >= (await having(source))) {
    return toast("It would not be mended by that, so nothing was changed. The finding leads to the place.");
  }
  if (editor.text !== source) return toast("The source has changed meanwhile, so nothing was mended.");
  editor.change(changes);
  part("findings").focus();
  toast("Mended. Undo takes it back.");
}

// Opening

/** Opens a text and ends when it is shown; whoever has written something is asked first. */
async function open(source: string, place: Opened, from = ""): Promise<void> {
  if (edited && !confirm("What you have written is replaced. Go on?")) return;
  opened = place;
  edited = false;
  part("name").textContent = place.name;
  format.value = from;
  editor.text = source;
  editor.mode = modeOf(source, from);
  await refresh();
}

async function many(files: readonly File[]): Promise<void> {
  const { showMany } = await import("./batch/dialog.js");
  showMany(renderer, files, (source, name) => void open(source, { name, base: new URL(document.baseURI) }));
}

/** Says why something could not be opened; what is open stays. */
function explained(work: Promise<unknown>): void {
  work.catch((error: unknown) => toast(failure(error).message.replaceAll("`", "")));
}

const opener = new Opener({ one: open, many, say: toast });
prepare({
  sample: (asked) => explained(opener.sample(asked)),
  files: (files) => explained(opener.files(files)),
  address: (address) => explained(opener.address(address)),
});
onDrop((files) => explained(opener.files(files)));
addEventListener("hashchange", () => explained(opener.shared()));
part("batch").addEventListener("click", () => explained(many([])));

// Sharing and keeping

part("share").addEventListener("click", async () => {
  const { name, base } = opened;
  const here = base.origin === location.origin ? base.href.slice(new URL("./", document.baseURI).href.length) : "";
  const made = await link({ name, source: editor.text, base: here, from: format.value || undefined });
  if (!made) return toast(`The article is too long for a link of ${LONGEST_LINK.toLocaleString("en")} characters. Download it instead.`);
  await copy(made);
  toast(`Link copied: the article is in it, ${made.length.toLocaleString("en")} characters, and nowhere else.`);
});
part("copy").addEventListener("click", async () => {
  if (!tabs.shown) return;
  await copy(await tabs.chosen.text(tabs.shown));
  toast(`${tabs.chosen.label} copied.`);
});
part("download").addEventListener("click", async () => {
  const { shown, chosen } = tabs;
  if (!shown) return;
  const stem = opened.name.replace(/\.\w+$/, "").replaceAll(/[^\p{L}\p{N}.]+/gu, "-").toLowerCase();
  const text = chosen.id === "article" ? await page(shown.article, language, frame.theme) : await chosen.text(shown);
  download(`${stem}.${chosen.ending}`, text, chosen.type);
});

// The page

part("theme").addEventListener("click", () => explained(import("./article/theme.js").then(({ showTheme }) => showTheme(frame))));
editor.onChange = () => {
  edited = true;
  void refresh();
};
reader.onRender = () => void refresh();
format.addEventListener("change", () => void refresh());
tabs.onChoose = (view) => {
  part("about").textContent = view.about;
  part("reader").hidden = view.id !== "article";
};
choose("pane", (pane) => showPane(pane as "source"));
splitter();
// Links work as they do on any page; whoever has written something is asked first.
addEventListener("beforeunload", (event) => {
  if (edited) event.preventDefault();
});
async function start(): Promise<void> {
  try {
    if (!(await opener.shared())) await opener.sample(asked());
  } catch (error) {
    report([failure(error)]);
    toast(failure(error).message.replaceAll("`", ""));
  }
  reader.start();
  await editor.upgrade();
  const { value } = await renderer.ask("formats", "", {});
  format.append(...value.map(({ name, about }) => Object.assign(new Option(name, name), { title: about })));
  // The article first: what is kept for later is fetched last.
  if ("serviceWorker" in navigator) await serviceWorker("offline.js").catch(() => undefined);
}

await start();
