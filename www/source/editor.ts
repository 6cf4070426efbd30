// The editor of the source: plain at first, with colours once the page has shown something. Knows text, not articles.

import { type Area, type Change, type Mark, type Mode, PlainArea } from "./area.js";
import type { Range } from "./place.js";

/** Fetches the code editor, once. */
let fetched: Promise<typeof import("./code.js")> | undefined;
export function code(): Promise<typeof import("./code.js")> {
  return (fetched ??= import("./code.js"));
}

export class Editor {
  readonly #root: HTMLElement;
  #area: Area;
  #marks: readonly Mark[] = [];
  #mode: Mode = "text";
  onChange = (): void => {};
  onCursor: (place: number) => void = () => {};

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#area = new PlainArea(root);
    this.#area.onChange = () => this.onChange();
  }

  get text(): string {
    return this.#area.text;
  }

  set text(text: string) {
    this.#area.text = text;
  }

  get cursor(): number {
    return this.#area.cursor;
  }

  set mode(mode: Mode) {
    this.#mode = mode;
    this.#area.mode = mode;
  }

  /** Puts the code editor in the place of the plain one, with what has been written so far. */
  async upgrade(): Promise<void> {
    const { CodeArea } = await code();
    const plain = this.#area;
    if (!(plain instanceof PlainArea)) return;
    const made = new CodeArea(this.#root, plain.text);
    const { cursor, isFocused } = plain;
    plain.remove();
    this.#area = made;
    made.onChange = () => this.onChange();
    made.onCursor = (place) => this.onCursor(place);
    made.mode = this.#mode;
    made.mark(this.#marks);
    if (cursor) made.select({ from: cursor, to: cursor });
    if (isFocused) made.focus();
  }

  select(range: Range): void {
    this.#area.select(range);
  }

  change(changes: readonly Change[]): void {
    this.#area.change(changes);
  }

  mark(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#area.mark(marks);
  }

  focus(): void {
    this.#area.focus();
  }
}
