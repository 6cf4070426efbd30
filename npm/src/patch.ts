// Changes nodes that stand in a page into those of another version, and nothing that is the same in both: focus,
// selection, playback and open details survive. Knows the DOM, nothing of articles.

/** Marks what others have put among our nodes, such as a button: it stays, and is in nobody's way. */
export const EXTRA = "data-np-extra";

/** Changes `old` into `next` where it stands, and returns what stands there now. */
export function patch<T extends Node>(old: T, next: T): T {
  if (old.isEqualNode(next)) return old;
  if (!isAlike(old, next)) {
    (old as unknown as ChildNode).replaceWith(next);
    return next;
  }
  if (isElement(old)) patchElement(old, next as unknown as Element);
  else patchText(old as unknown as Text, next.nodeValue ?? "");
  return old;
}

function patchElement(old: Element, next: Element): void {
  for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
    const value = next.getAttribute(name);
    // Whether details are open is for the reader to say.
    if (value === old.getAttribute(name) || name === "open") continue;
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
  patchChildren(old, next);
}

/** Only what differs is replaced, so that a selection in the rest of the text stays. */
function patchText(text: Text, next: string): void {
  const old = text.data;
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end++;
  text.replaceData(start, old.length - start - end, next.slice(start, next.length - end));
}

function patchChildren(old: Element, next: Element): void {
  const olds = [...old.childNodes].filter((node) => !isExtra(node));
  const news = [...next.childNodes];
  const { partners, staying } = paired(olds, news);
  const left = new Set(olds.keys());
  partners.forEach((partner) => left.delete(partner!));
  left.forEach((index) => olds[index]!.remove());
  let after: ChildNode | null = null;
  for (let index = news.length - 1; index >= 0; index--) {
    const partner = partners[index];
    const node: ChildNode = partner === undefined ? news[index]! : patch(olds[partner]!, news[index]!);
    if (!staying.has(index)) old.insertBefore(node, after ?? lastOf(old));
    after = node;
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isExtra(node: Node): boolean {
  return isElement(node) && node.hasAttribute(EXTRA);
}

/** What others have put at the end stays there. */
function lastOf(parent: Element): ChildNode | null {
  let extra: ChildNode | null = null;
  for (let node = parent.lastChild; node && isExtra(node); node = node.previousSibling) extra = node;
  return extra;
}

/** What becomes of children: for each new one the old one that it is made of, and which of them need not be moved. */
interface Pairing {
  partners: (number | undefined)[];
  staying: Set<number>;
}

/** Children that have the same id or say the same are one; then those between them that begin alike, or are alike. */
function paired(olds: ChildNode[], news: ChildNode[]): Pairing {
  const places = new Map<string, number[]>();
  olds.forEach((node, index) => {
    const found = places.get(key(node));
    found ? found.push(index) : places.set(key(node), [index]);
  });
  const partners = news.map((node) => places.get(key(node))?.shift());
  const pairing = { partners, staying: rising(partners) };
  fit(pairing, olds, news, (old, next) => isAlike(old, next) && start(old) === start(next));
  fit(pairing, olds, news, isAlike);
  return pairing;
}

/** How many children are looked at for one, so that the time grows with their number and not with its square. */
const NEAR = 32;

/** Pairs what is left between those that stay. */
function fit({ partners, staying }: Pairing, olds: ChildNode[], news: ChildNode[], isSame: typeof isAlike): void {
  const used = new Set(partners);
  const ends: number[] = [];
  for (let index = news.length - 1, end = olds.length; index >= 0; index--) {
    ends[index] = end = staying.has(index) ? partners[index]! : end;
  }
  let from = 0;
  news.forEach((node, index) => {
    if (staying.has(index)) from = partners[index]! + 1;
    if (partners[index] !== undefined) return;
    for (let place = from; place < Math.min(ends[index]!, from + NEAR); place++) {
      if (used.has(place) || !isSame(olds[place]!, node)) continue;
      partners[index] = place;
      staying.add(index);
      used.add(place);
      from = place + 1;
      return;
    }
  });
}

/** Two nodes are one to the reader if they have one id, or no id and one text. */
function key(node: Node): string {
  const { id, className, textContent } = node as Element;
  return id ? `${node.nodeName}#${id}` : `${node.nodeName}.${className} ${textContent}`;
}

function start(node: Node): string {
  return /^\s*[^\s.,]*/.exec(node.textContent ?? "")![0];
}

function isAlike(old: Node, next: Node): boolean {
  if (old.nodeName !== next.nodeName) return false;
  if (!isElement(old)) return true;
  const other = next as Element;
  if (old.id !== other.id || files(old) !== files(other)) return false;
  return old.id !== "" || old.className === other.className;
}

/** The files of a film or sound, which a browser looks at once (HTML, "resource selection algorithm"). */
function files(element: Element): string {
  if (!/^(VIDEO|AUDIO)$/.test(element.nodeName)) return "";
  return [...element.querySelectorAll("source, track")].map((source) => source.getAttribute("src")).join(" ");
}

/** Returns where the longest series of rising places stands, which is what can stay while the others move around it. */
function rising(places: (number | undefined)[]): Set<number> {
  // Of each length of series, the one that ends lowest; every series knows the one that it goes on from.
  const lowest: { index: number; before: (typeof lowest)[number] | undefined }[] = [];
  places.forEach((place, index) => {
    if (place === undefined) return;
    let low = 0;
    let high = lowest.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[lowest[middle]!.index]! < place) low = middle + 1;
      else high = middle;
    }
    lowest[low] = { index, before: lowest[low - 1] };
  });
  const found = new Set<number>();
  for (let end = lowest.at(-1); end; end = end.before) found.add(end.index);
  return found;
}
