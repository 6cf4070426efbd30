// `newsprint/show`: shows an article that `toSteps` made elsewhere, in a worker or on the host's server, where one may
// stand already. Knows the DOM, nothing of articles but their class. No wasm, no markup.

import { build } from "./build.js";
import { patch } from "./patch.js";

/**
 * Returns the article that stands in an element or a shadow root, if there is one.
 *
 * @example
 * ```js
 * const isShown = articleIn(document.querySelector("main")) !== undefined;
 * ```
 */
export function articleIn(root: ParentNode): Element | undefined {
  return [...root.children].find((child) => child.classList.contains("np-article"));
}

/**
 * Changes the article in `root` into the one that `steps` build, or puts it there in the place of everything else. The
 * steps are trusted: they are the host's own.
 *
 * @example
 * ```js
 * import { show } from "newsprint/show";
 *
 * worker.onmessage = ({ data: steps }) => show(document.querySelector("main"), steps);
 * worker.postMessage(text); // which answers with toSteps(text)
 * ```
 */
export function show(root: Element | ShadowRoot, steps: string): void {
  const { ownerDocument } = root;
  const standing = articleIn(root);
  if (!standing) return root.replaceChildren(build(steps, ownerDocument));
  // In a document that nobody sees nothing is loaded for nodes that are compared and thrown away.
  patch(standing, build(steps, ownerDocument.implementation.createHTMLDocument("")));
}
