// The shadow tree of an element: its style sheet, and links to fragments, which a browser does not follow into one.
// Knows the DOM, nothing of articles.

import css from "../core/style.js";
import { targetOf } from "./fragment.js";

let sheet: CSSStyleSheet | undefined;
const followed = new WeakSet<ShadowRoot>();

/** Returns the shadow tree of an element, made if need be; until an article stands there, the element's children show. */
export function open(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open", clonable: true, serializable: true });
  if (!root.firstChild) root.append(host.ownerDocument.createElement("slot"));
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  const hasStyle = root.adoptedStyleSheets.includes(sheet) || root.querySelector('link[rel="stylesheet"], style');
  if (!hasStyle) root.adoptedStyleSheets.push(sheet);
  follow(host);
  return root;
}

/** Lets links to fragments lead to their targets in the shadow tree of an element, back and forth. */
export function follow(host: HTMLElement): void {
  const root = host.shadowRoot;
  if (!root || followed.has(root)) return;
  followed.add(root);
  const window = host.ownerDocument.defaultView!;
  // A second click on the same link changes no address.
  root.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (link && !event.defaultPrevented) window.setTimeout(() => go(root, link.hash));
  });
  window.addEventListener("hashchange", () => go(root, window.location.hash));
  go(root, window.location.hash);
}

function go(root: ShadowRoot, hash: string): void {
  const target = targetOf(root, hash);
  if (!target || !root.host.isConnected) return;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
  if (root.activeElement === target) return;
  // What takes no focus by itself takes it for this once, as a browser moves its own starting point there.
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
}
