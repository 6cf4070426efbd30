// What behaviours put into an article: marked, so that patching leaves it where it is. Knows elements, not their use.

import { EXTRA } from "../patch.js";

/** Returns an element of a class that is not part of the article. */
export function extra<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = className;
  element.setAttribute(EXTRA, "");
  element.textContent = text;
  return element;
}

/** Returns a button that does something. */
export function button(className: string, text: string, work: () => void): HTMLButtonElement {
  const element = extra("button", className, text);
  element.type = "button";
  element.addEventListener("click", work);
  return element;
}

/** Returns a copy of nodes without identifiers, which a page has once. */
export function copy<T extends Element>(element: T): T {
  const clone = element.cloneNode(true) as T;
  for (const node of [clone, ...clone.querySelectorAll("[id]")]) node.removeAttribute("id");
  clone.querySelectorAll(`[${EXTRA}]`).forEach((node) => node.remove());
  return clone;
}

/** What ends a behaviour. */
export type Stop = () => void;

/** Does `work` for every element that fits, now and when one comes; returns what ends that. */
export function each(root: ParentNode & Node, selector: string, work: (element: HTMLElement) => void): Stop {
  const seen = new WeakSet<Element>();
  const look = () =>
    root.querySelectorAll<HTMLElement>(selector).forEach((element) => {
      if (seen.has(element)) return;
      seen.add(element);
      work(element);
    });
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}
