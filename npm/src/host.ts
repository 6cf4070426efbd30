// What a host adds to the view: its own views of parts, and the places that it keeps free. Knows parts by their names,
// nothing of how they are shown.

import type { Block } from "./article.js";
import type { ViewElement, ViewResult } from "./tree.js";

/** A part of an article, as a host's view is told of it. */
export interface Part {
  /** What it is: the type of a block, a part of the header, `link`, or `slot`. */
  name: PartName;
  /** What a block says, as canonical JSON. */
  block?: Block;
  /** What the source has for a block that is not known, where the source is JSON. */
  source?: unknown;
  /** Where a link leads. */
  href?: string;
  /** Which of the places that were kept free this is. */
  slot?: string;
}

/** The names of the parts that a host can show in its own way. */
export type PartName =
  | Block["type"]
  | "breadcrumb" | "kicker" | "series" | "headline" | "standfirst" | "byline" | "dateline" | "dates"
  | "readingTime" | "corrections" | "contents" | "notes"
  | "link" | "slot";

/** Keeps, wraps, changes or replaces what would have been shown for a part. */
export type Component = (builtIn: ViewElement, part: Part) => ViewResult;

/** The host's views by the names of the parts. */
export type Components = Readonly<Partial<Record<PartName, Component>>>;

/** Where in the body a place is kept free: after every so many parts of a kind, away from what must not be beside it. */
export interface SlotPolicy {
  /** After how many of them. */
  every: number;
  /** Of which parts; paragraphs if not given. */
  of?: PartName;
  /** What it may not stand beside. */
  apartFrom?: readonly PartName[];
  /** How many there are at most. */
  atMost?: number;
}

/** Says whether a place is kept free between two parts of the body, and under which name. */
export type SlotFilter = (before: Part, after: Part, parts: readonly Part[], index: number) => string | undefined | null | false;

/** The places of the body that are kept free: a policy for each name, numbered from 1, or a function that decides. */
export type Slots = Readonly<Record<string, SlotPolicy>> | SlotFilter;

/** What a host adds to the view. */
export interface Host {
  /**
   * The host's own views of parts, each under the name of the part.
   *
   * @example
   * ```js
   * render(article, {
   *   components: {
   *     link: (builtIn, { href }) => h("router-link", { to: href }, builtIn.children),
   *     image: (builtIn, { block }) => h("my-zoom", { src: block.src }, builtIn),
   *     unknown: (builtIn, { block, source }) => (block.originalType === "poll" ? h("my-poll", { number: source.id }) : builtIn),
   *   },
   * });
   * ```
   */
  components?: Components | undefined;
  /**
   * Places of the body that are kept free, such as for advertisements; the component `slot` fills them.
   *
   * @example
   * ```js
   * render(article, {
   *   slots: { ad: { every: 4, apartFrom: ["image", "heading"], atMost: 3 } },
   *   components: { slot: (builtIn, { slot }) => h("my-ad", { place: slot }) }, // ad-1, ad-2, ad-3
   * });
   * ```
   */
  slots?: Slots | undefined;
}
