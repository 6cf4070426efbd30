// The editor with colours, folds, search and marks in its gutter. Knows text and syntax, nothing of articles.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Transaction, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import type { Area, Change, Mark, Mode } from "./area.js";
import { style } from "./code-style.js";
import { extensionOf } from "./modes.js";
import type { Range } from "./place.js";

/** The most marks that are shown: nobody looks at more at once, and each is drawn. */
const MARKS = 500;

/** What the editor and the viewer share. Tab leaves both, as it does everything on a page. */
const common: Extension = [
  lineNumbers(),
  codeFolding(),
  foldGutter(),
  highlightSpecialChars(),
  bracketMatching(),
  highlightSelectionMatches(),
  search({ top: true }),
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
  style,
];

/** Makes the box for an editor: in a shadow root its styles need no inline style sheet, which the page's policy forbids. */
function shadow(parent: HTMLElement): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement("div");
  host.className = "code";
  parent.append(host);
  return { host, root: host.attachShadow({ mode: "open" }) };
}

/** An editor in CodeMirror. */
export class CodeArea implements Area {
  readonly #view: EditorView;
  readonly #host: HTMLElement;
  readonly #syntax = new Compartment();
  #mode: Mode = "text";
  onChange = (): void => {};
  /** Called with where the cursor has been put. */
  onCursor: (place: number) => void = () => {};

  constructor(parent: HTMLElement, text: string) {
    const { host, root } = shadow(parent);
    this.#host = host;
    this.#view = new EditorView({ state: this.#state(text), parent: root, root });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** A new text has a history of its own. */
  set text(text: string) {
    this.#view.setState(this.#state(text));
    void this.#load();
  }

  get cursor(): number {
    return this.#view.state.selection.main.head;
  }

  get mode(): Mode {
    return this.#mode;
  }

  set mode(mode: Mode) {
    if (mode === this.#mode) return;
    this.#mode = mode;
    void this.#load();
  }

  select({ from, to }: Range): void {
    const { length } = this.#view.state.doc;
    const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
    this.#view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: "center" }) });
  }

  change(changes: readonly Change[]): void {
    this.#view.dispatch({ changes, userEvent: "input.repair" });
  }

  mark(marks: readonly Mark[]): void {
    const { length } = this.#view.state.doc;
    const diagnostics = marks.slice(0, MARKS).map(({ from, to, severity, message }): Diagnostic => {
      const start = Math.min(from, length);
      return { from: start, to: Math.max(start, Math.min(to, length)), severity, message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  focus(): void {
    this.#view.focus();
  }

  remove(): void {
    this.#view.destroy();
    this.#host.remove();
  }

  async #load(): Promise<void> {
    const mode = this.#mode;
    const extension = await extensionOf(mode);
    if (mode === this.#mode) this.#view.dispatch({ effects: this.#syntax.reconfigure(extension) });
  }

  #state(doc: string): EditorState {
    const hears = EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state }) => {
      if (docChanged) this.onChange();
      const byHand = transactions.some((transaction) => transaction.annotation(Transaction.userEvent)?.startsWith("select"));
      if (selectionSet && byHand) this.onCursor(state.selection.main.head);
    });
    const names = EditorView.contentAttributes.of({ "aria-label": "Source of the article", spellcheck: "false", tabindex: "0" });
    const own = [history(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter(), indentOnInput(), indentUnit.of("  ")];
    const keys = keymap.of([...lintKeymap, ...historyKeymap]);
    return EditorState.create({ doc, extensions: [own, keys, common, names, hears, this.#syntax.of([])] });
  }
}

/** Shows text that is not to be changed. */
export class CodeView {
  readonly #view: EditorView;
  readonly #mode: Mode;
  readonly #syntax = new Compartment();

  constructor(parent: HTMLElement, mode: Mode, label: string) {
    const { root } = shadow(parent);
    this.#mode = mode;
    const fixed = [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" })];
    this.#view = new EditorView({ extensions: [fixed, common, this.#syntax.of([])], parent: root, root });
    void this.#load();
  }

  /** Shows another text and keeps the place where one was reading, as far as there still is one. */
  set text(text: string) {
    const { doc } = this.#view.state;
    if (doc.toString() === text) return;
    const top = this.#view.scrollDOM.scrollTop;
    this.#view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    this.#view.scrollDOM.scrollTop = top;
  }

  async #load(): Promise<void> {
    this.#view.dispatch({ effects: this.#syntax.reconfigure(await extensionOf(this.#mode)) });
  }
}
