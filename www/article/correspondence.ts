// Which place in the source a place in the article came from, and the other way round. Knows nodes and text, not what
// the article is made of.

import { Aligner } from "../source/align.js";
import { folded } from "../source/folded.js";
import type { Range } from "../source/place.js";

interface Pair extends Range {
  node: Node;
}

/** The pairs of one source and the article that was made of it; made when somebody asks. */
export class Correspondence {
  readonly #pairs: Pair[] = [];
  readonly #source: string;

  constructor(source: string, article: Element) {
    this.#source = source;
    const aligner = new Aligner(source);
    // Texts and pictures, in the order in which they stand.
    const walk = article.ownerDocument.createTreeWalker(article, 0x1 | 0x4);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const range = aligner.next(words(node));
      if (range) this.#pairs.push({ ...range, node });
    }
  }

  /** Returns where in the source the node's text began, `units` into it; else the place of the nearest before it. */
  sourceOf(node: Node, units = 0): Range | undefined {
    const inside = this.#pairs.find((pair) => node === pair.node || node.contains(pair.node));
    const pair = inside ?? this.#pairs.findLast((pair) => pair.node.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (!pair) return undefined;
    if (pair.node !== node || !units) return { from: pair.from, to: pair.to };
    const from = this.#inside(pair, folded((node.nodeValue ?? "").slice(0, units)).text.trimStart().length);
    return { from, to: from };
  }

  /** Returns the element whose text came from the place, or from the nearest before it. */
  elementAt(place: number): Element | undefined {
    let best: Pair | undefined;
    for (const pair of this.#pairs) if (pair.from <= place && pair.from >= (best?.from ?? 0)) best = pair;
    const node = best?.node ?? this.#pairs[0]?.node;
    return node && (node.nodeType === 1 ? (node as Element) : (node.parentElement ?? undefined));
  }

  #inside({ from, to }: Pair, units: number): number {
    const { places } = folded(this.#source.slice(from, to));
    return from + (places[Math.min(units, places.length - 1)] ?? 0);
  }
}

/** A picture is found by what replaces it, or else by the name of its file. */
function words(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? "";
  const element = node as Element;
  if (element.localName !== "img") return "";
  return element.getAttribute("alt") || (element.getAttribute("src")?.split(/[?#]/)[0]?.split("/").at(-1) ?? "");
}
