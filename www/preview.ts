// The preview: reads what is typed, shows the article and what there is to say about it. Knows the package, not formats.

import { NewsprintError, ready, render, type Options } from "newsprint/url";
import { Editor } from "./editor.js";
import { Findings, sorted, summary, type Finding } from "./findings.js";
import { nameOf, offer } from "./samples.js";
import { show } from "./show.js";

/** How long nothing may have changed before it is read out. */
const QUIET = 1200;

const FORMATS: Record<string, string> = { canonical: "canonical JSON", markdown: "Markdown", text: "plain text" };

const editor = new Editor(part("editor"));
const findings = new Findings(part("findings"), (finding) => editor.select(finding));
const sample = part<HTMLSelectElement>("sample");
const level = part<HTMLSelectElement>("level");
const article = part("article");

/** Where the document came from, which is what its relative addresses are relative to. */
let base = new URL(document.baseURI);
let edited = false;
let frame = 0;
let pause = 0;
let opening = 0;

editor.onInput(() => {
  edited = true;
  refresh();
});
level.addEventListener("change", refresh);
sample.addEventListener("change", () => {
  // The address leads to what is chosen, so that it can be passed on.
  history.replaceState(null, "", `?src=${encodeURIComponent(sample.value).replaceAll("%2F", "/")}`);
  return open(sample.value);
});
choose("theme", (theme) => {
  if (theme === "auto") delete document.documentElement.dataset["npTheme"];
  else document.documentElement.dataset["npTheme"] = theme;
});
choose("width", (width) => {
  article.dataset["width"] = width;
});
// Links work as they do on any page; whoever has written something is asked first.
addEventListener("beforeunload", (event) => {
  if (edited) event.preventDefault();
});
await start();

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const source = offer(sample, query.get("src"), query.get("name"));
  try {
    await ready();
  } catch (error) {
    report([failure(error)]);
    return;
  }
  await open(source);
}

/** Opens the document at `place`, which must be on this site. */
async function open(place: string): Promise<void> {
  const turn = ++opening;
  try {
    const url = new URL(place, document.baseURI);
    if (url.origin !== location.origin) throw new Error(`the preview opens no document from another site: \`${url.origin}\``);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`cannot open \`${nameOf(url)}\`: ${response.status}`);
    const text = await response.text();
    // Another document may have been asked for since.
    if (turn !== opening) return;
    base = url;
    edited = false;
    editor.text = text;
    refresh();
  } catch (error) {
    if (turn === opening) report([failure(error)]);
  }
}

/** Renders before the next frame, however often something changes until then. */
function refresh(): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    const options: Options = { headingLevel: Number(level.value) };
    try {
      const rendering = render(editor.text, options);
      show(rendering.html, article, base);
      part("format").textContent = `Recognised as ${FORMATS[rendering.format] ?? rendering.format}`;
      part("stale").hidden = true;
      report(rendering.diagnostics);
    } catch (error) {
      part("stale").hidden = article.childElementCount === 0;
      report([failure(error)]);
    }
  });
}

function report(found: readonly Finding[]): void {
  const list = sorted(found);
  findings.show(list);
  editor.mark(list);
  const words = summary(list);
  part("count").textContent = list.length === 0 ? "" : words;
  const [first] = list;
  announce(list.length === 1 && first ? `${words}: ${first.message}` : words);
}

/** Says politely what there is to mend, once the typing has stopped. */
function announce(words: string): void {
  clearTimeout(pause);
  const status = part("status");
  if (status.textContent === words) return;
  pause = setTimeout(() => {
    status.textContent = words;
  }, QUIET);
}

/** Returns the finding that stands for an error, which is all there is to say then. */
function failure(error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof NewsprintError)) return { code: "preview", severity: "error", message };
  const { code, line, column } = error;
  const place = line === undefined ? {} : { line, column: column ?? 1 };
  return { code, severity: "error", message, ...place };
}

/** Calls `set` with what is chosen in the group of radio buttons. */
function choose(name: string, set: (value: string) => void): void {
  const group = part(name);
  const chosen = (): void => {
    const input = group.querySelector<HTMLInputElement>("input:checked");
    if (input) set(input.value);
  };
  group.addEventListener("change", chosen);
  // A page that is loaded again keeps what was chosen in it.
  chosen();
}

function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no \`${id}\``);
  return element as T;
}
