// The frame that the article stands in: a page of its own with its own policy, in which no script runs. Knows documents
// and their size, not what an article is.

import { show } from "newsprint/show";
import { apply, USUAL, type Look } from "./look.js";

/** Which pictures the frame's policy lets it load. */
export type Pictures = "own" | "all" | "none";

const PAGES: Record<Pictures, string> = { own: "article.html", all: "article-all.html", none: "article-none.html" };

/** Shows one article after the other. */
export class Frame {
  readonly #frame: HTMLIFrameElement;
  readonly #stage: HTMLElement;
  #ready: Promise<void>;
  #look: Look = USUAL;
  #width: number | undefined;
  #steps = "";
  #theme = "";
  #isScripted = false;
  #stop: (() => void) | undefined;
  /** Called with each press of the mouse or key that means a place in the article. */
  onPress: (event: MouseEvent) => void = () => {};
  /** Called when what is shown has changed. */
  onShown: () => void = () => {};

  constructor(frame: HTMLIFrameElement, stage: HTMLElement) {
    this.#frame = frame;
    this.#stage = stage;
    this.#ready = this.#opened();
    new ResizeObserver(() => this.#fit()).observe(stage);
  }

  /** The document in the frame. */
  get document(): Document {
    const { contentDocument } = this.#frame;
    if (!contentDocument) throw new Error("the frame has no document");
    return contentDocument;
  }

  /** The article in the frame, once one has been shown. */
  get article(): Element | null {
    return this.document.body.firstElementChild;
  }

  /** Changes the article in the frame into the one that the steps build. */
  async show(steps: string): Promise<void> {
    this.#steps = steps;
    await this.#ready;
    // Another one may have come while the frame was loading.
    if (this.#steps === steps) this.#put();
  }

  set look(look: Look) {
    const turned = look.direction !== this.#look.direction;
    this.#look = look;
    void this.#ready.then(() => {
      apply(this.document, look);
      if (turned) this.#put();
    });
  }

  /** Gives the article the width of a window, or that of the stage. */
  set width(width: number | undefined) {
    this.#width = width;
    this.#fit();
  }

  /** Loads the page whose policy allows these pictures. */
  set pictures(pictures: Pictures) {
    const page = new URL(PAGES[pictures], document.baseURI).href;
    if (this.#frame.src === page) return;
    this.#ready = this.#opened(page);
    void this.#ready.then(() => this.#put());
  }

  /** Lets the behaviours of the package work in the article, from outside of the frame, which runs no script. */
  set scripted(isScripted: boolean) {
    this.#isScripted = isScripted;
    void this.#ready.then(() => this.#play());
  }

  /** Sets properties of the theme, as CSS declarations. */
  set theme(declarations: string) {
    this.#theme = declarations;
    void this.#ready.then(() => this.#dress());
  }

  get theme(): string {
    return this.#theme;
  }

  print(): void {
    this.#frame.contentWindow?.print();
  }

  /** Brings an element into view and marks it until the next one is. */
  point(element: Element): void {
    for (const marked of this.document.querySelectorAll("[data-here]")) marked.removeAttribute("data-here");
    element.setAttribute("data-here", "");
    for (let box = element.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    element.scrollIntoView({ block: "center" });
  }

  #opened(page?: string): Promise<void> {
    const frame = this.#frame;
    const isThere = !page && frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank";
    const loaded = isThere
      ? Promise.resolve()
      : new Promise<void>((done) => frame.addEventListener("load", () => done(), { once: true }));
    if (page) frame.src = page;
    return loaded.then(() => {
      apply(this.document, this.#look);
      this.#dress();
      this.document.addEventListener("click", (event) => this.#pressed(event));
      if (page) void this.#play();
    });
  }

  #put(): void {
    if (!this.#steps) return;
    show(this.document.body, this.#steps);
    if (this.#look.direction === "rtl") this.article?.setAttribute("dir", "rtl");
    this.onShown();
  }

  async #play(): Promise<void> {
    this.#stop?.();
    this.#stop = undefined;
    for (const put of this.document.querySelectorAll("[data-np-extra]")) put.remove();
    if (!this.#isScripted) return;
    const { start } = await import("newsprint/behaviours");
    if (this.#isScripted && !this.#stop) this.#stop = start(this.document);
  }

  /** The editor of the theme is the host here: its properties stand on the article, in no layer. */
  #dress(): void {
    const { defaultView } = this.document;
    if (!defaultView) return;
    const sheet = new (defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(this.#theme ? `.np-article { ${this.#theme} }` : "");
    this.document.adoptedStyleSheets = [sheet];
  }

  /** A link of the article leads to its fragment, or to a tab of its own: the frame shows nothing else. */
  #pressed(event: MouseEvent): void {
    const link = (event.target as Element).closest?.("a[href]");
    const href = link?.getAttribute("href");
    if (href && !href.startsWith("#")) {
      event.preventDefault();
      window.open(href, "_blank", "noopener");
    }
    this.onPress(event);
  }

  /** Makes a window that is wider than the stage as much smaller as it must be. */
  #fit(): void {
    const { style } = this.#frame;
    const room = this.#stage.clientWidth;
    const width = this.#width;
    this.#stage.toggleAttribute("data-narrow", width !== undefined);
    const scale = width === undefined ? 1 : Math.min(1, room / width);
    style.setProperty("--width", width === undefined ? "100%" : `${width}px`);
    style.setProperty("--scale", String(scale));
    this.#stage.dataset["scale"] = scale < 1 ? `${Math.round(scale * 100)} %` : "";
  }
}
