// The source beside the canonical JSON that was made of it: line by line what became of what. Knows lines and values,
// neither format.

import { csv } from "../page/csv.js";
import { make } from "../page/dom.js";
import { Aligner } from "../source/align.js";
import type { View } from "./view.js";

interface Value {
  pointer: string;
  words: string;
}

interface Row {
  line: number;
  source: string;
  values: Value[];
  /** Whether the line says something of which nothing was found again. */
  isLost: boolean;
}

/** More rows than anybody reads. */
const SHOWN = 3000;

/** Values that name a kind and are no words of the article. */
const KINDS = new Set(["type", "role", "kind", "scope", "align", "layout", "schemaVersion", "$schema"]);

export const diff: View = {
  id: "diff",
  label: "Diff",
  about: "Each line of the source and where its words are in the canonical JSON. Marked lines say something that was not found again.",
  ending: "csv",
  type: "text/csv",
  async show(panel, shown) {
    const rows = compared(shown.source, await shown.ask("canonical"));
    const body = make("tbody", {}, ...rows.slice(0, SHOWN).map(shownRow));
    const head = make("tr", {}, ...["Line", "Source", "Canonical JSON"].map((name) => make("th", { scope: "col" }, name)));
    const more = rows.length > SHOWN ? [make("p", { class: "quiet" }, `… and ${rows.length - SHOWN} more lines`)] : [];
    panel.replaceChildren(make("table", { class: "diff" }, make("thead", {}, head), body), ...more);
  },
  async text(shown) {
    const rows = compared(shown.source, await shown.ask("canonical"));
    const cells = rows.map(({ line, source, values, isLost }) => [line, source, values.map(({ pointer }) => pointer).join(" "), isLost ? "not found" : ""]);
    return [["line", "source", "canonical", ""], ...cells].map(csv).join("\r\n");
  },
};

function compared(source: string, canonical: string): Row[] {
  const text = spread(source);
  const rows = text.split("\n").map((line, index): Row => ({ line: index + 1, source: line, values: [], isLost: false }));
  const starts = startsOf(rows);
  const aligner = new Aligner(text);
  const values: Value[] = [];
  collect(JSON.parse(canonical), "", values);
  for (const value of values) {
    const range = aligner.next(value.words);
    const row = range && rows[lineOf(starts, range.from)];
    row?.values.push(value);
  }
  const isJson = /^\s*[{[]/.test(text);
  for (const row of rows) row.isLost = row.values.length === 0 && says(row.source, isJson);
  return rows;
}

/** JSON on one line is spread over many, as it would be read. */
function spread(source: string): string {
  if (source.trim().includes("\n") || !/^\s*[{[]/.test(source)) return source;
  try {
    return JSON.stringify(JSON.parse(source), null, 2);
  } catch {
    return source;
  }
}

function startsOf(rows: readonly Row[]): number[] {
  let start = 0;
  return rows.map(({ source }) => (start += source.length + 1) - source.length - 1);
}

/** Returns the last line that starts no later than the place. */
function lineOf(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Keys, kinds and signs say nothing to readers. */
function says(line: string, isJson: boolean): boolean {
  const kind = /^\s*"([^"]*)"\s*:/.exec(line)?.[1] ?? "";
  if (isJson) return /:\s*"[^"]*\p{L}|^\s*"[^":]*\p{L}[^"]*",?$/u.test(line) && !KINDS.has(kind);
  return /\p{L}/u.test(line);
}

function collect(value: unknown, pointer: string, values: Value[]): void {
  if (typeof value === "string") values.push({ pointer, words: value });
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) if (!KINDS.has(key)) collect(part, `${pointer}/${key}`, values);
}

function shownRow({ line, source, values, isLost }: Row): HTMLElement {
  const found = values.map(({ pointer, words }) => make("div", { class: "value" }, make("code", {}, pointer), " ", make("bdi", {}, words)));
  const cells = isLost ? [make("span", { class: "lacks" }, "Not found again")] : found;
  return make("tr", isLost ? { "data-lost": true } : {}, make("th", { scope: "row" }, String(line)), make("td", {}, make("pre", {}, source)), make("td", {}, ...cells));
}
