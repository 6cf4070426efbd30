// The ways from the article to its source and back. Knows the editor, the frame and the tabs, not how places are found.

import { Correspondence } from "../article/correspondence.js";
import type { Frame } from "../article/frame.js";
import type { Editor } from "../source/editor.js";
import type { Range } from "../source/place.js";
import type { Tabs } from "../views/tabs.js";
import { toast } from "./announce.js";
import { part } from "./dom.js";
import { showPane } from "./panes.js";

export class Ways {
  readonly #editor: Editor;
  readonly #frame: Frame;
  readonly #tabs: Tabs;
  /** Which place is which; made when somebody asks. */
  #correspondence: Correspondence | undefined;

  constructor(editor: Editor, frame: Frame, tabs: Tabs) {
    this.#editor = editor;
    this.#frame = frame;
    this.#tabs = tabs;
    frame.onPress = (event) => this.#pressed(event);
    part("reveal").addEventListener("click", () => this.#showCursor());
    part("editor").addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.altKey) return;
      event.preventDefault();
      this.#showCursor();
    });
  }

  /** Another article has been shown. */
  forget(): void {
    this.#correspondence = undefined;
  }

  /** Leads to where in the source the node came from. */
  toSource(node: Node): void {
    const range = this.#corresponding()?.sourceOf(node);
    if (range) this.find(range);
    else toast("This was made by the reader and has no place of its own in the source.");
  }

  /** Leads to the place in the source. */
  find(range: Range | undefined): void {
    if (!range) return;
    showPane("source");
    this.#editor.select(range);
    this.#editor.focus();
  }

  /** Leads to what the place in the source became in the article. */
  show(range: Range | undefined): void {
    const element = range && this.#corresponding()?.elementAt(range.from);
    if (!element) return;
    this.#tabs.choose("article");
    showPane("article");
    this.#frame.point(element);
  }

  #showCursor(): void {
    const { cursor } = this.#editor;
    this.show({ from: cursor, to: cursor });
  }

  /** A press in the article selects its source and leaves the focus where it is. */
  #pressed({ clientX, clientY, target }: MouseEvent): void {
    const caret = this.#frame.document.caretPositionFromPoint?.(clientX, clientY);
    const [node, units] = caret ? [caret.offsetNode, caret.offset] : [target as Node, 0];
    const range = this.#corresponding()?.sourceOf(node, units);
    if (range) this.#editor.select(range);
  }

  #corresponding(): Correspondence | undefined {
    const { shown } = this.#tabs;
    if (!shown) return undefined;
    return (this.#correspondence ??= new Correspondence(shown.source, shown.article));
  }
}
