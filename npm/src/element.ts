// `<newsprint-article>`: shows an article in light DOM. Knows attributes and loading, nothing of rendering.

import { load, mount, NewsprintError, type Options, type Source, withModule } from "./url.js";

/** The attributes that change what is shown. */
const ATTRIBUTES = ["src", "format", "heading-level", "language", "lang", "id-prefix"];

/** What each type of inline script holds; JSON says so itself. */
const INLINE: Record<string, string | undefined> = {
  "application/json": undefined,
  "text/markdown": "markdown",
  "text/plain": "text",
};

/** Not every place that imports this has a DOM: a server may, for its types. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Shows the article at `src`, or the one in its `script` child.
 * Its other children are the fallback: they stay until there is something better.
 */
export class NewsprintArticle extends Base {
  static observedAttributes = ATTRIBUTES;
  /** The text of the inline script, which the rendered article replaces. */
  #inline: { text: string; type: string } | undefined;
  #loading: AbortController | undefined;
  #started = false;

  connectedCallback(): void {
    // While the page is still being read, the children may not be there yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#start(), { once: true });
    } else {
      this.#start();
    }
  }

  disconnectedCallback(): void {
    this.#started = false;
    this.#stop();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.#started && before !== after) this.#show();
  }

  #start(): void {
    if (this.#started || !this.isConnected) return;
    this.#started = true;
    // An article that the server has rendered is complete.
    if (!this.querySelector(".np-article")) this.#show();
  }

  #stop(): void {
    this.#loading?.abort();
    this.removeAttribute("aria-busy");
  }

  async #show(): Promise<void> {
    this.#stop();
    const loading = (this.#loading = new AbortController());
    const source = this.#source(loading.signal);
    if (!source) return;
    this.setAttribute("aria-busy", "true");
    try {
      const [article] = await Promise.all([source, load(this.#expected())]);
      const mounting = await withModule(() => {
        loading.signal.throwIfAborted();
        return mount(this, article, this.#options());
      });
      this.#tell("newsprint-render", mounting);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#fail(error);
    }
    this.removeAttribute("aria-busy");
  }

  #source(signal: AbortSignal): Promise<Source> | Source | undefined {
    const src = this.getAttribute("src");
    if (src !== null) return fetchArticle(new URL(src, this.baseURI), signal);
    for (const script of this.querySelectorAll("script")) {
      if (script.type in INLINE) this.#inline = { text: script.text, type: script.type };
    }
    return this.#inline?.text;
  }

  #options(): Options {
    const level = this.getAttribute("heading-level");
    return {
      from: this.#format() as Options["from"],
      headingLevel: level === null ? undefined : Number(level),
      language: this.getAttribute("language") ?? this.getAttribute("lang") ?? undefined,
      idPrefix: this.getAttribute("id-prefix") ?? this.#freePrefix(),
    };
  }

  #format(): string | undefined {
    return this.getAttribute("format") ?? (this.hasAttribute("src") ? undefined : INLINE[this.#inline?.type ?? ""]);
  }

  /** What the article is most likely in, so that the module for it can be fetched along with it. */
  #expected(): string | undefined {
    return /\.(md|markdown)$/.test(this.getAttribute("src") ?? "") ? "markdown" : this.#format();
  }

  /** Two articles on a page share no id: the first has the plain ones, the others are numbered. */
  #freePrefix(): string | undefined {
    const isTaken = (name: string) =>
      [...this.ownerDocument.querySelectorAll(`[id^="np-${name}"]`)].some((other) => !this.contains(other));
    if (!isTaken("")) return undefined;
    let number = 2;
    while (isTaken(`${number}-`)) number++;
    return String(number);
  }

  #fail(error: unknown): void {
    const status = this.querySelector(":scope > .np-status") ?? this.ownerDocument.createElement("p");
    status.className = "np-status";
    status.role = "status";
    this.append(status);
    status.textContent = error instanceof Error ? error.message : String(error);
    this.#tell("newsprint-error", error);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

async function fetchArticle(place: URL, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(place, { signal }).catch((cause: unknown) => {
    throw new NewsprintError({ code: "load", message: `cannot load \`${place}\`` }, { cause });
  });
  if (!response.ok) {
    throw new NewsprintError({ code: "load", message: `cannot load \`${place}\`: ${response.status}` });
  }
  return response.arrayBuffer();
}

if (globalThis.customElements && !customElements.get("newsprint-article")) {
  customElements.define("newsprint-article", NewsprintArticle);
}
