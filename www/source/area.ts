// What every editor of a text can do; the plain one here until the one with colours has been fetched. Knows text and
// places in it, not what the text means.

import { make } from "../page/dom.js";
import type { Range } from "./place.js";

export type Mode = "json" | "markdown" | "html" | "text";

/** Something to say about a place. */
export interface Mark extends Range {
  severity: "error" | "warning" | "info";
  message: string;
}

/** A part of the text and what comes in its stead. */
export interface Change extends Range {
  insert: string;
}

export interface Area {
  text: string;
  readonly cursor: number;
  /** Called after each change by hand. */
  onChange: () => void;
  /** Selects the place and brings it into view. */
  select(range: Range): void;
  /** Makes the changes as if by hand, so that they can be undone. */
  change(changes: readonly Change[]): void;
  mark(marks: readonly Mark[]): void;
  mode: Mode;
  focus(): void;
  /** Leaves the page. */
  remove(): void;
}

/** A text area: good enough to write in, and there at once. */
export class PlainArea implements Area {
  readonly #area = make("textarea", {
    class: "plain",
    "aria-label": "Source of the article",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    dir: "auto",
  });
  mode: Mode = "text";
  onChange = (): void => {};

  constructor(root: HTMLElement) {
    this.#area.addEventListener("input", () => this.onChange());
    root.append(this.#area);
  }

  get text(): string {
    return this.#area.value;
  }

  set text(text: string) {
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
  }

  get cursor(): number {
    return this.#area.selectionStart;
  }

  get isFocused(): boolean {
    return document.activeElement === this.#area;
  }

  select({ from, to }: Range): void {
    this.#area.focus();
    this.#area.setSelectionRange(from, to);
  }

  change(changes: readonly Change[]): void {
    // From the end, so that the places of the others stay.
    for (const { from, to, insert } of changes.toSorted((one, other) => other.from - one.from)) {
      this.#area.setRangeText(insert, from, to, "end");
    }
    this.onChange();
  }

  mark(): void {}

  focus(): void {
    this.#area.focus();
  }

  remove(): void {
    this.#area.remove();
  }
}
