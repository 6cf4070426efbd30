// Shows a footnote beside its reference. Knows references and notes by their roles, nothing of what they say.

import { targetOf } from "../fragment.js";
import { button, copy, extra, type Stop } from "./extra.js";
import { type BehaviourWords, wordsFor } from "./words.js";

/**
 * Lets references in `root` open their note where they stand; without that, they lead to it.
 *
 * @param root - Where they are looked for: in the document if not given.
 * @param options - Words that the host says in its own way.
 *
 * @example
 * ```js
 * const stop = notes(document.querySelector("main"));
 * ```
 */
export function notes(root: ParentNode & Node = document, { words: own }: { words?: Partial<BehaviourWords> } = {}): Stop {
  const listen = (event: Event) => {
    const { target, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    const link = (target as Element).closest?.<HTMLAnchorElement>("a[role=doc-noteref]");
    if (!link || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented) return;
    const note = noteOf(link);
    if (!note || !("showPopover" in note)) return;
    event.preventDefault();
    open(link, note, wordsFor(link, own));
  };
  root.addEventListener("click", listen);
  return () => root.removeEventListener("click", listen);
}

function noteOf(link: HTMLAnchorElement): HTMLElement | null {
  return targetOf(link.getRootNode() as Document | ShadowRoot, link.hash);
}

function open(link: HTMLAnchorElement, note: HTMLElement, words: BehaviourWords): void {
  const box = extra("div", "np-note");
  box.popover = "auto";
  box.role = "dialog";
  box.tabIndex = -1;
  box.setAttribute("aria-label", link.getAttribute("aria-label") ?? link.textContent ?? "");
  const content = copy(note);
  content.querySelectorAll(".np-backlink").forEach((back) => back.remove());
  box.append(...content.childNodes, button("np-close", words.close, () => box.hidePopover()));
  box.addEventListener("toggle", (event) => (event as ToggleEvent).newState === "closed" && box.remove());
  (link.closest(".np-article") ?? link.parentElement!).append(box);
  box.showPopover({ source: link } as never);
  beside(box, link);
  box.focus({ preventScroll: true });
}

/** Below the reference, or above it where there is no room, and within the window. */
function beside(box: HTMLElement, link: Element): void {
  const at = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = at.bottom + 6;
  const top = below + height > innerHeight ? Math.max(8, at.top - height - 6) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
