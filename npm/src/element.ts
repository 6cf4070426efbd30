// `<newsprint-article>`: shows an article. Knows attributes, properties and loading, nothing of rendering.

import { toParts, toSteps } from "../core/newsprint.js";
import { build } from "./build.js";
import { NewsprintError } from "./error.js";
import { notStarted, run } from "./instance.js";
import { load, withModule } from "./load.js";
import { encode } from "./source.js";
import type { Mounting, Options, Rendering, Source } from "./types.js";

/** Turns what an attribute says into what the option is. */
const OPTIONS: Record<string, (value: string) => [keyof Options, unknown]> = {
  format: (value) => ["from", value],
  "heading-level": (value) => ["headingLevel", Number(value)],
  lang: (value) => ["language", value],
  language: (value) => ["language", value],
  "id-prefix": (value) => ["idPrefix", value],
  base: (value) => ["base", value],
  header: (value) => ["header", value.split(/[\s,]+/).filter(Boolean)],
  contents: (value) => ["contents", value !== "false"],
  "update-threshold": (value) => ["updateThreshold", Number(value)],
};

/** What each type of inline script holds; JSON says so itself. */
const INLINE: Record<string, string | undefined> = {
  "application/json": undefined,
  "text/markdown": "markdown",
  "text/plain": "text",
};

/** Not every place that imports this has a DOM: a server may, for its types. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Shows the article at `src`, the one given as `article`, or the one in its `script` child.
 * Its other children are the fallback: they stay until there is something better.
 *
 * @example
 * ```html
 * <script type="module" src="/newsprint/element.js"></script>
 * <newsprint-article src="/articles/ferry.json" heading-level="2"><a href="/ferry">Read it here</a></newsprint-article>
 * ```
 */
export class NewsprintArticle extends Base {
  /** @internal */
  static observedAttributes = ["src", "theme", ...Object.keys(OPTIONS)];
  #article: Source | undefined;
  #options: Options = {};
  /** The text of the inline script, which the rendered article replaces. */
  #inline: { text: string; type: string } | undefined;
  #loading: AbortController | undefined;
  #started = false;
  /** Whether what stands here is not yet what should. */
  #pending = false;

  /** Made by the browser, or by `document.createElement("newsprint-article")`. */
  constructor() {
    super();
    // What a host has set before the element was defined hides the property of that name.
    for (const name of ["article", "options"] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Partial<this>)[name];
      Object.assign(this, { [name]: value });
    }
  }

  /**
   * The article to show; one that follows another changes only what differs.
   *
   * @example
   * ```js
   * const element = document.querySelector("newsprint-article");
   * element.article = { type: "article", headline: "Night ferry returns", body: "The *Aurora* sails again." };
   * ```
   */
  get article(): Source | undefined {
    return this.#article;
  }

  /** Shows another one, or another version of it. */
  set article(article: Source | undefined) {
    this.#article = article;
    this.#change();
  }

  /**
   * Options that no attribute can say; attributes come before them.
   *
   * @example
   * ```js
   * element.options = { ownCredits: ["The Harbour Gazette"], components: { link: (builtIn) => builtIn } };
   * ```
   */
  get options(): Options {
    return this.#options;
  }

  /** Shows the article with them. */
  set options(options: Options) {
    this.#options = options ?? {};
    if (this.#article !== undefined || this.#pending) this.#change();
  }

  /** @internal */
  connectedCallback(): void {
    // While the page is still being read, the children may not be there yet.
    if (this.ownerDocument.readyState === "loading") {
      this.ownerDocument.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
    } else {
      this.#start();
    }
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#started = false;
    this.#stop();
  }

  /** An element that is moved in one step goes on with what it does. @internal */
  connectedMoveCallback(): void {}

  /** @internal */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (name === "theme") this.#theme(this.shadowRoot);
    else if (this.#started) this.#change();
  }

  /** Loads the article at `src` again and changes what differs. */
  reload(): void {
    this.#change();
  }

  #start(): void {
    if (this.#started || !this.isConnected) return;
    this.#started = true;
    const root = this.shadowRoot ?? this;
    this.#theme(this.shadowRoot);
    // An article that the server has rendered is complete.
    if (this.#pending || !root.querySelector(".np-article")) this.#change();
    if (this.shadowRoot) import("./shadow.js").then(({ follow }) => follow(this));
  }

  #change(): void {
    this.#pending = true;
    if (this.#started) this.#show();
  }

  #stop(): void {
    this.#loading?.abort();
    this.removeAttribute("aria-busy");
  }

  async #show(): Promise<void> {
    this.#stop();
    const loading = (this.#loading = new AbortController());
    const source = this.#source(loading.signal);
    if (source === undefined) return;
    this.setAttribute("aria-busy", "true");
    try {
      const [article, root] = await Promise.all([source, this.#root(), load(this.#expected(), this.closest<HTMLElement>("[lang]")?.lang)]);
      // Only what changes a page needs what changes it; most pages show one article once.
      const { show } = root.querySelector(".np-article") ? await import("./show.js") : { show: replace };
      const host = this.#hasViews() ? await import("./view-steps.js") : undefined;
      const mounting = await withModule(() => {
        loading.signal.throwIfAborted();
        const rendering = this.#read(article, host ? toParts : toSteps);
        const { html, ...mounting } = rendering;
        // At once: another article on the page must find the identifiers of this one.
        show(root, host ? host.viewedSteps(rendering, article, this.#options) : html);
        return mounting;
      });
      loading.signal.throwIfAborted();
      this.#theme(this.shadowRoot);
      this.#finish(mounting);
    } catch (error) {
      if (loading.signal.aborted) return;
      await this.#fail(error, loading);
    }
  }

  #read(article: Source, work: typeof toSteps): Rendering {
    const bytes = encode(article);
    return run(notStarted, () => work(bytes, this.#own()));
  }

  #hasViews(): boolean {
    return Boolean(this.#options.components || this.#options.slots);
  }

  #source(signal: AbortSignal): Promise<Source> | Source | undefined {
    if (this.#article !== undefined) return this.#article;
    const src = this.getAttribute("src");
    if (src !== null) return this.#fetch(src, signal);
    for (const script of this.querySelectorAll("script")) {
      if (script.type in INLINE) this.#inline = { text: script.text, type: script.type };
    }
    return this.#inline?.text;
  }

  async #fetch(src: string, signal: AbortSignal): Promise<ArrayBuffer> {
    const unloaded = (why: string, cause?: unknown) =>
      new NewsprintError({ code: "load", message: `cannot load \`${src}\`${why}` }, { cause });
    let response: Response;
    try {
      response = await fetch(new URL(src, this.baseURI), { signal });
    } catch (cause) {
      throw unloaded("", cause);
    }
    if (!response.ok) throw unloaded(`: ${response.status}`);
    const bytes = await response.arrayBuffer();
    this.#tell("newsprint-load", { src: response.url });
    return bytes;
  }

  /** Where the article stands: here, or in a shadow tree that is made for it. */
  async #root(): Promise<Element | ShadowRoot> {
    if (!this.shadowRoot && !this.hasAttribute("shadow")) return this;
    const { open } = await import("./shadow.js");
    return open(this);
  }

  /** The options as the wasm takes them. */
  #own(): object {
    const { components, slots, ...own } = this.#options;
    const options: Record<string, unknown> = { idPrefix: this.#freePrefix(), ...own };
    const format = this.#format();
    if (format !== undefined) options.from = format;
    for (const [attribute, option] of Object.entries(OPTIONS)) {
      const value = this.getAttribute(attribute);
      if (value !== null) Object.assign(options, Object.fromEntries([option(value)]));
    }
    return options;
  }

  #format(): string | undefined {
    const isInline = this.#article === undefined && !this.hasAttribute("src");
    return this.getAttribute("format") ?? (isInline ? INLINE[this.#inline?.type ?? ""] : undefined);
  }

  /** What the article is most likely in, so that the module for it can be fetched along with it. */
  #expected(): string | undefined {
    const isNamed = this.#article === undefined && /\.(md|markdown)$/.test(this.getAttribute("src") ?? "");
    return isNamed ? "markdown" : this.#format();
  }

  /** Two articles on a page share no id: the first has the plain ones, the others are numbered. */
  #freePrefix(): string | undefined {
    if (this.shadowRoot) return undefined;
    const isTaken = (name: string) =>
      [...this.ownerDocument.querySelectorAll(`[id^="np-${name}"]`)].some((other) => !this.contains(other));
    if (!isTaken("")) return undefined;
    let number = 2;
    while (isTaken(`${number}-`)) number++;
    return String(number);
  }

  /** A theme is said where the style can see it: around the article, or on it in a shadow tree. */
  #theme(shadow: ShadowRoot | null): void {
    const theme = this.getAttribute("theme");
    const place = shadow ? shadow.querySelector(".np-article") : this;
    if (theme === (place?.getAttribute("data-np-theme") ?? null)) return;
    if (theme === null) place?.removeAttribute("data-np-theme");
    else place?.setAttribute("data-np-theme", theme);
  }

  #finish(mounting: Mounting): void {
    this.#pending = false;
    this.removeAttribute("aria-busy");
    this.querySelector(":scope > .np-status")?.remove();
    this.#tell("newsprint-render", mounting);
    this.#tell("newsprint-diagnostics", mounting.diagnostics);
  }

  /** Readers are told unless an article stands here: then it is the better of the two. */
  async #fail(error: unknown, { signal }: AbortController): Promise<void> {
    const words = await import("./behaviours/words.js").then(({ wordsFor }) => wordsFor(this), () => undefined);
    if (signal.aborted) return;
    this.removeAttribute("aria-busy");
    if (!(this.shadowRoot ?? this).querySelector(".np-article")) {
      const status = this.querySelector(":scope > .np-status") ?? this.ownerDocument.createElement("p");
      status.className = "np-status";
      status.role = "status";
      this.append(status);
      status.textContent = words?.notLoaded ?? String(error);
    }
    this.#tell("newsprint-error", error);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

function replace(root: Element | ShadowRoot, steps: string): void {
  root.replaceChildren(build(steps, root.ownerDocument));
}

declare global {
  interface HTMLElementTagNameMap {
    "newsprint-article": NewsprintArticle;
  }
  interface HTMLElementEventMap {
    "newsprint-load": CustomEvent<{ src: string }>;
    "newsprint-render": CustomEvent<Mounting>;
    "newsprint-diagnostics": CustomEvent<Mounting["diagnostics"]>;
    "newsprint-error": CustomEvent<NewsprintError>;
    "newsprint-consent": CustomEvent<{ provider: string; granted: boolean }>;
  }
}

if (globalThis.customElements && !customElements.get("newsprint-article")) {
  customElements.define("newsprint-article", NewsprintArticle);
}
