// HTML with each block on a line of its own, for reading. Knows which elements are blocks, nothing of articles.

import { show } from "newsprint/show";

const BLOCKS = new Set(
  "article header footer section nav aside div figure figcaption picture source img video audio track ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre p h1 h2 h3 h4 h5 h6 hr details summary address".split(" "),
);

/** Returns the article that the steps build as HTML; nothing of it is loaded. */
export function pretty(steps: string): string {
  const { body } = document.implementation.createHTMLDocument("");
  show(body, steps);
  const lines: string[] = [];
  for (const child of body.children) write(child, "", lines);
  return lines.join("\n");
}

/** The renderer bounds the depth, and so that of the recursion. */
function write(element: Element, indent: string, lines: string[]): void {
  const isFlat = element.localName === "pre" || ![...element.children].some((child) => BLOCKS.has(child.localName));
  if (isFlat) {
    lines.push(indent + element.outerHTML);
    return;
  }
  const shell = (element.cloneNode(false) as Element).outerHTML;
  const end = `</${element.localName}>`;
  lines.push(indent + shell.slice(0, -end.length));
  for (const child of element.childNodes) {
    if (child.nodeType === 1) write(child as Element, `${indent}  `, lines);
    else if (child.nodeValue?.trim()) lines.push(`${indent}  ${child.nodeValue.trim()}`);
  }
  lines.push(indent + end);
}
