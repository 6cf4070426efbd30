// What a screen reader meets, in order: roles, names and words. Knows the roles of HTML, not articles. Screen readers
// word things each in its own way; the order and what there is are the same for all.

import { make } from "../page/dom.js";
import { nameOf, stop } from "./outline.js";
import type { View } from "./view.js";

/** A stop: what it is, what is said, and how deep it is in other things. */
interface Stop {
  role: string;
  words: string;
  depth: number;
  node: Element;
  isSilent?: boolean;
}

/** What an element is to ears; elements that are not here are only what is in them. */
const ROLES: Record<string, (element: Element) => string> = {
  article: () => "article",
  nav: () => "navigation",
  aside: (element) => (element.getAttribute("role") === "doc-pullquote" ? "pull quote" : "complementary"),
  section: (element) => (nameOf(element) ? "region" : ""),
  figure: () => "figure",
  figcaption: () => "caption",
  blockquote: () => "quote",
  ul: (element) => `list of ${element.children.length}`,
  ol: (element) => `list of ${element.children.length}, numbered`,
  dl: () => "description list",
  dt: () => "term",
  dd: () => "description",
  li: () => "item",
  table: (element) => `table of ${element.querySelectorAll("tr").length} rows`,
  caption: () => "caption",
  th: () => "header cell",
  td: () => "cell",
  hr: () => "separator",
  details: () => "details",
  summary: () => "disclosure button",
  video: () => "video",
  audio: () => "audio",
  pre: () => "code",
  button: () => "button",
};

/** Elements that are part of the line they stand in. */
const INLINE = new Set("a em strong b i s u sub sup mark small code kbd abbr time span br cite q del ins".split(" "));

export const ears: View = {
  id: "ears",
  label: "Screen reader",
  about: "What a screen reader meets, in its order. Each one words this in its own way. Press a line to go to its source.",
  ending: "txt",
  type: "text/plain",
  show(panel, { article }, lead) {
    const rows = heard(article).map(({ role, words, depth, node, isSilent }) => {
      const row = stop(role, words, depth, () => lead(node));
      row.classList.toggle("silent", isSilent === true);
      return row;
    });
    panel.replaceChildren(make("ol", { class: "stops ears" }, ...rows));
  },
  text: ({ article }) => heard(article).map(({ role, words, depth }) => `${"  ".repeat(depth)}[${role}] ${words}`.trimEnd()).join("\n"),
};

function heard(article: Element): Stop[] {
  const stops: Stop[] = [];
  hear(article, 0, stops);
  return stops;
}

/** The renderer bounds the depth of an article, and so that of the recursion. */
function hear(element: Element, depth: number, stops: Stop[]): void {
  const add = (role: string, words: string, isSilent = false): void => void stops.push({ role, words, depth, node: element, isSilent });
  const name = element.localName;
  // What behaviours add is heard too, but it is no part of the article.
  if (element.hasAttribute("data-np-extra")) return;
  if (element.getAttribute("aria-hidden") === "true") return add("not heard", element.textContent?.trim() ?? "", true);
  if (name === "img") {
    const alt = element.getAttribute("alt") ?? "";
    return add(alt ? "picture" : "picture, passed over", alt, !alt);
  }
  if (/^h[1-6]$/.test(name)) return add(`heading ${name[1]}`, line(element));
  const role = ROLES[name]?.(element) ?? "";
  if (isLine(element)) {
    const words = line(element);
    if (words || role) add(role || "text", words);
    for (const link of element.querySelectorAll("a[href]")) stops.push({ role: "link", words: link.textContent?.trim() ?? "", depth: depth + 1, node: link });
    return;
  }
  if (role) add(role, nameOf(element));
  for (const child of element.children) hear(child, role ? depth + 1 : depth, stops);
}

/** Whether all that is in an element is read as one line. */
function isLine(element: Element): boolean {
  const hasWords = [...element.childNodes].some((child) => child.nodeType === 3 && child.nodeValue?.trim());
  return hasWords || [...element.children].every((child) => INLINE.has(child.localName) && !child.querySelector("img"));
}

function line(element: Element): string {
  return (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
