// Keeps a live blog up to date: asks again and again, or takes what a host sends, and says how many posts are new. Knows
// posts by their identifiers, nothing of what is in them.

import { show } from "../show.js";
import { extra } from "./extra.js";
import { trusted } from "./trusted.js";
import { type BehaviourWords, languageOf, newPosts, wordsFor } from "./words.js";

/** Where the next versions come from. */
export interface LiveOptions {
  /**
   * An address that answers with what `toSteps` returns, or a stream of such texts. If not given, the element is a
   * `newsprint-article`, which loads the article at its `src` again.
   */
  source?: string | URL | AsyncIterable<string>;
  /** How many seconds lie between two questions; 30 if not given. */
  every?: number;
  /** How many seconds lie between two announcements at least; 30 if not given. */
  announceEvery?: number;
  /** Words that the host says in its own way. */
  words?: Partial<BehaviourWords>;
  /** A button of the host's by which readers stop the updates and let them go on (WCAG 2.2.2). */
  pauseButton?: HTMLElement;
}

/** A live blog that is being kept up to date. */
export interface Live {
  /** Shows a version that the host has got by itself. */
  update(steps: string): void;
  /** Shows nothing new for now. */
  pause(): void;
  /** Goes on. */
  resume(): void;
  /** Ends it. */
  stop(): void;
}

/** The longest that one waits after errors, in seconds. */
const LONGEST = 600;

type Reloads = HTMLElement & { reload(): void };

/**
 * Keeps the article in `element` up to date.
 *
 * @example
 * ```js
 * const blog = live(document.querySelector("newsprint-article"), { source: "/ferry/steps", every: 20, pauseButton });
 * blog.stop();
 * ```
 */
export function live(element: HTMLElement, options: LiveOptions = {}): Live {
  const blog = new LiveBlog(element, options);
  blog.start();
  return blog;
}

class LiveBlog implements Live {
  readonly #root: Element | ShadowRoot;
  readonly #announcer: ReturnType<typeof makeAnnouncer>;
  readonly #ended = new AbortController();
  readonly #every: number;
  #isPaused = false;
  /** How many seconds lie before the next question: more after each error. */
  #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly options: LiveOptions,
  ) {
    this.#root = element.shadowRoot ?? element;
    this.#every = this.#delay = options.every ?? 30;
    this.#announcer = makeAnnouncer(this.#root, element, options.announceEvery ?? 30, options.words);
  }

  start(): void {
    const { source, pauseButton } = this.options;
    pauseButton?.setAttribute("aria-pressed", "false");
    pauseButton?.addEventListener("click", () => (this.#isPaused ? this.resume() : this.pause()), { signal: this.#ended.signal });
    if (isStream(source)) return void this.#follow(source);
    // A tab that is looked at again wants to know at once.
    const look = () => (document.visibilityState === "hidden" ? clearTimeout(this.#timer) : this.#ask());
    document.addEventListener("visibilitychange", look, { signal: this.#ended.signal });
    this.#wait();
  }

  update(steps: string): void {
    const checked = trusted(steps, document.baseURI);
    const changed = this.#watch();
    show(this.#root, checked);
    changed();
  }

  pause(): void {
    this.#setPaused(true);
    clearTimeout(this.#timer);
  }

  resume(): void {
    this.#setPaused(false);
    if (!isStream(this.options.source)) void this.#ask();
  }

  stop(): void {
    this.#ended.abort();
    clearTimeout(this.#timer);
    this.#announcer.stop();
  }

  #setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.options.pauseButton?.setAttribute("aria-pressed", String(isPaused));
  }

  /** Looks at what is there before a change; what is returned looks again after it. */
  #watch(): () => void {
    const before = posts(this.#root);
    const keep = keepPlace(this.#root);
    return () => {
      keep();
      this.#announcer.add(fresh(before, posts(this.#root)));
    };
  }

  #isResting(): boolean {
    const isOver = this.#ended.signal.aborted || this.#root.querySelector(".np-ended") !== null;
    return this.#isPaused || isOver || document.visibilityState === "hidden";
  }

  async #ask(): Promise<void> {
    if (this.#isResting()) return;
    const { signal } = this.#ended;
    try {
      const { source } = this.options;
      if (source === undefined) await reloaded(this.element as Reloads, () => this.#watch(), signal);
      else this.update(await fetched(String(source), signal));
      this.#delay = this.#every;
    } catch (error) {
      if (signal.aborted) return;
      this.#delay = Math.min(this.#delay * 2, LONGEST);
      // The element has told of its own errors.
      if (this.options.source !== undefined) this.#fail(error);
    }
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#isResting()) this.#timer = setTimeout(() => this.#ask(), this.#delay * 1000);
  }

  async #follow(stream: AsyncIterable<string>): Promise<void> {
    try {
      for await (const steps of stream) {
        if (this.#ended.signal.aborted) return;
        if (!this.#isPaused) this.update(steps);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.element.dispatchEvent(new CustomEvent("newsprint-error", { bubbles: true, composed: true, detail: error }));
  }
}

function isStream(source: LiveOptions["source"]): source is AsyncIterable<string> {
  return typeof source === "object" && Symbol.asyncIterator in source;
}

async function fetched(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(new URL(address, document.baseURI), { signal, cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

/** The element changes itself, right after it has loaded. */
function reloaded(element: Reloads, watch: () => () => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const on = (type: string, work: (event: Event) => void) =>
      element.addEventListener(type, work, { signal: AbortSignal.any([signal, over.signal]) });
    let changed = () => {};
    on("newsprint-load", () => (changed = watch()));
    on("newsprint-render", () => {
      over.abort();
      changed();
      resolve();
    });
    on("newsprint-error", ({ detail }: Event & { detail?: unknown }) => {
      over.abort();
      reject(detail);
    });
    element.reload();
  });
}

function posts(root: ParentNode): Set<string> {
  return new Set([...root.querySelectorAll(".np-post[id]")].map(({ id }) => id));
}

function fresh(before: Set<string>, after: Set<string>): number {
  return [...after].filter((id) => !before.has(id)).length;
}

/** Remembers where what the reader looks at is in the window; what is returned puts it back there. */
function keepPlace(root: ParentNode): () => void {
  const seen = [...root.querySelectorAll<HTMLElement>(".np-article > *, .np-body > *, .np-post, .np-post .np-body > *")]
    .filter((element) => element.getBoundingClientRect().bottom > 0 && scrollY > 0)
    .map((element) => ({ element, top: element.getBoundingClientRect().top }));
  return () => {
    const kept = seen.filter(({ element }) => element.isConnected).sort((one, other) => Math.abs(one.top) - Math.abs(other.top))[0];
    const moved = kept ? kept.element.getBoundingClientRect().top - kept.top : 0;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: "instant" });
  };
}

/** Says in one region, which is there beforehand, how many posts are new; several versions in a short time are one message. */
function makeAnnouncer(root: ParentNode & Node, place: Element, every: number, own?: Partial<BehaviourWords>) {
  const region = extra("p", "np-vh");
  region.role = "status";
  const article = root.querySelector(".np-article") ?? root;
  article.append(region);
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const say = () => {
    timer = undefined;
    if (count === 0) return;
    last = performance.now();
    const speaker = root.querySelector(".np-article") ?? place;
    region.textContent = newPosts(count, wordsFor(speaker, own), languageOf(speaker));
    count = 0;
  };
  return {
    add(more: number) {
      count += more;
      if (count > 0) timer ??= setTimeout(say, Math.max(0, last + every * 1000 - performance.now()));
    },
    stop() {
      clearTimeout(timer);
      region.remove();
    },
  };
}
