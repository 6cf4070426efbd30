// A text area with line numbers. Knows text and places in it, not what the text means.

import type { Finding } from "./findings.js";

const encoder = new TextEncoder();
// Without this a byte order mark would be counted as nothing.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A text area over a copy of its lines: the copy gives both their height and shows numbers and marks. */
export class Editor {
  readonly #area: HTMLTextAreaElement;
  readonly #copy: HTMLElement;
  #lines: string[] = [];

  constructor(root: HTMLElement) {
    const area = root.querySelector("textarea");
    const copy = root.querySelector<HTMLElement>(".editor-lines");
    if (!area || !copy) throw new Error("the editor has no text area or no lines");
    this.#area = area;
    this.#copy = copy;
    area.addEventListener("input", () => this.#follow());
    this.#follow();
  }

  get text(): string {
    return this.#area.value;
  }

  set text(text: string) {
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
    this.#area.parentElement?.scrollTo(0, 0);
    this.#follow();
  }

  /** Calls `changed` after each change by hand. */
  onInput(changed: () => void): void {
    this.#area.addEventListener("input", changed);
  }

  /** Marks the lines that the findings are about. */
  mark(findings: readonly Finding[]): void {
    for (const line of this.#copy.querySelectorAll<HTMLElement>("[data-severity]")) delete line.dataset["severity"];
    for (const { line, severity } of findings) {
      const marked = line === undefined ? undefined : this.#copy.children[line - 1];
      // The list has the gravest first where several are about one line.
      if (marked instanceof HTMLElement) marked.dataset["severity"] ??= severity;
    }
  }

  /** Selects the place that the finding is about and brings it into view. */
  select(finding: Finding): void {
    const [start, end] = this.#range(finding);
    const line = this.text.slice(0, start).split("\n").length - 1;
    this.#area.focus({ preventScroll: true });
    this.#area.setSelectionRange(start, end);
    this.#copy.children[line]?.scrollIntoView({ block: "center" });
  }

  /** Returns where the finding begins and ends, in UTF-16 units, which is what a text area counts in. */
  #range({ offset, length, line, column }: Finding): [number, number] {
    if (offset !== undefined) {
      const bytes = encoder.encode(this.text);
      const start = decoder.decode(bytes.subarray(0, offset)).length;
      return [start, start + decoder.decode(bytes.subarray(offset, offset + (length ?? 0))).length];
    }
    const above = this.#lines.slice(0, (line ?? 1) - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const before = [...(this.#lines[(line ?? 1) - 1] ?? "")].slice(0, (column ?? 1) - 1).join("").length;
    return [above + before, above + before];
  }

  /** Makes the copy follow the text: only the lines between the first and the last change are made again. */
  #follow(): void {
    const lines = this.text.split("\n");
    const old = this.#lines;
    const shorter = Math.min(old.length, lines.length);
    let start = 0;
    while (start < shorter && old[start] === lines[start]) start++;
    let end = 0;
    while (end < shorter - start && old.at(-1 - end) === lines.at(-1 - end)) end++;
    const tail = this.#copy.children[old.length - end] ?? null;
    for (const line of [...this.#copy.children].slice(start, old.length - end)) line.remove();
    const made = document.createDocumentFragment();
    for (const text of lines.slice(start, lines.length - end)) made.append(lineOf(text));
    this.#copy.insertBefore(made, tail);
    this.#lines = lines;
    this.#copy.dir = getComputedStyle(this.#area).direction;
  }
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement("div");
  line.textContent = text;
  return line;
}
