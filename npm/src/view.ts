// The host's own views of the parts of an article, and the places that it keeps free. Knows parts by their names and
// what they say, nothing of how they are read.

import type { Block, UnknownBlock } from "./article.js";
import { originsOf } from "./origin.js";
import { grow, nodes, ViewElement, type ViewNode, type ViewResult } from "./tree.js";

import type { Rendering, Source } from "./types.js";

export { type Attributes, h, ViewElement, type ViewNode, type ViewResult } from "./tree.js";

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

/** Returns the tree that an article's steps with parts build, as the host wants it. */
export function viewed({ html: steps, diagnostics }: Rendering, source: Source, host: Host): ViewNode[] {
  const views: Views = { components: host.components ?? {}, origin: originsOf(source, diagnostics) };
  return shown(host.slots ? kept(grow(steps), host.slots) : grow(steps), views);
}

/** What the views of all parts share. */
interface Views {
  components: Components;
  origin: (name: string) => unknown;
}

/** Inner parts come first, so that a view is handed what its parts are shown as. */
function shown(node: ViewNode, views: Views): ViewNode[] {
  if (typeof node === "string") return [node];
  const mark = ViewElement.partOf(node);
  const children = nodes(node.children.map((child) => shown(child, views)));
  const builtIn = new ViewElement(node.name, node.attributes, children, mark);
  const part = partOf(builtIn, mark);
  const component = part && Object.hasOwn(views.components, part.name) ? views.components[part.name] : undefined;
  if (component && part?.name === "unknown") part.source = views.origin((part.block as UnknownBlock).originalType);
  if (component) return nodes(component(builtIn, part!));
  // What only a host can show is not there without one.
  if (mark !== undefined && children.length === 0 && (part?.name === "ad" || part?.name === "unknown")) return [];
  return [builtIn];
}

function partOf(element: ViewElement, mark = ViewElement.partOf(element)): Part | undefined {
  if (mark === undefined) {
    const { href } = element.attributes;
    return element.name === "a" && href !== undefined ? { name: "link", href } : undefined;
  }
  if (mark.startsWith("slot ")) return { name: "slot", slot: mark.slice(5) };
  if (mark[0] !== "{") return { name: mark as PartName };
  const block: Block = JSON.parse(mark);
  // The type may be left out for a picture only.
  return { name: block.type ?? "image", block };
}

/** Returns the tree with places kept free in its body. */
function kept(root: ViewElement, slots: Slots): ViewElement {
  const bodies = root.children.filter((child) => typeof child !== "string" && child.attributes["class"] === "np-body") as ViewElement[];
  for (const body of bodies) {
    const children = body.children.splice(0);
    const parts = children.map((child): Part => (typeof child === "string" ? undefined : partOf(child)) ?? { name: "group" });
    const filter = typeof slots === "function" ? slots : policy(slots);
    children.forEach((child, index) => {
      body.children.push(child);
      const name = index + 1 < children.length && filter(parts[index]!, parts[index + 1]!, parts, index);
      if (name) body.children.push(new ViewElement("div", { class: "np-slot", "data-np-slot": name }, [], `slot ${name}`));
    });
  }
  return root;
}

/** One place is kept by one policy at most: the first that wants it. */
function policy(slots: Readonly<Record<string, SlotPolicy>>): SlotFilter {
  const counts = Object.entries(slots).map(([name, wanted]) => ({ name, wanted, since: 0, made: 0 }));
  return (before, after) => {
    let found: string | undefined;
    for (const count of counts) {
      const { every, of = "paragraph", apartFrom = [], atMost = Infinity } = count.wanted;
      if (before.name === of) count.since++;
      const isApart = !apartFrom.includes(before.name) && !apartFrom.includes(after.name);
      if (found || count.since < every || !isApart || count.made >= atMost) continue;
      count.since = 0;
      found = `${count.name}-${++count.made}`;
    }
    return found;
  };
}

