// Enlarges pictures in the platform's own dialog. Knows the figures of the article, nothing of what is in them.

import { button, copy, each, extra, type Stop } from "./extra.js";
import { type BehaviourWords, wordsFor } from "./words.js";

const PICTURE = ":scope > .np-image, :scope > picture";

/**
 * Gives every picture in `root` a button that enlarges it; those of a gallery follow each other.
 *
 * @param root - Where they are looked for: in the document if not given.
 * @param options - Words that the host says in its own way.
 *
 * @example
 * ```js
 * const stop = lightbox(document.querySelector("main"));
 * ```
 */
export function lightbox(root: ParentNode & Node = document, { words: own }: { words?: Partial<BehaviourWords> } = {}): Stop {
  return each(root, ".np-figure:not(.np-embed, .np-recording, .np-gallery)", (figure) => {
    const picture = figure.querySelector<HTMLElement>(PICTURE);
    if (!picture) return;
    const words = wordsFor(figure, own);
    const enlarge = button("np-enlarge", "", () => open(figure, words));
    // Two buttons on a page have two names if their pictures have.
    const name = imageOf(figure)?.alt;
    enlarge.setAttribute("aria-label", name ? `${words.enlarge}: ${name}` : words.enlarge);
    picture.after(enlarge);
  });
}

function imageOf(figure: Element): HTMLImageElement | null {
  return figure.querySelector<HTMLImageElement>(":scope > .np-image, :scope > picture > img");
}

function open(figure: Element, words: BehaviourWords): void {
  const dialog = extra("dialog", "np-lightbox");
  const all = [...(figure.closest(".np-pictures")?.querySelectorAll(".np-figure") ?? [figure])].filter((other) => other.querySelector(PICTURE));
  const stage = extra("div", "np-stage");
  let at = all.indexOf(figure);
  const show = (index: number) => {
    at = (index + all.length) % all.length;
    stage.replaceChildren(...enlarged(all[at]!));
    dialog.setAttribute("aria-label", imageOf(all[at]!)?.alt || words.enlarge);
  };
  const close = button("np-close", words.close, () => dialog.close());
  dialog.append(close, stage);
  if (all.length > 1) {
    dialog.append(button("np-previous", words.previous, () => show(at - 1)), button("np-next", words.next, () => show(at + 1)));
    dialog.addEventListener("keydown", ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const isMirrored = getComputedStyle(dialog).direction === "rtl";
      if (step) show(at + (isMirrored ? -step : step));
    });
  }
  // Beside the picture, not on it.
  dialog.addEventListener("click", ({ target }) => (target === dialog || target === stage) && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  show(at);
  (figure.closest(".np-article") ?? figure).append(dialog);
  dialog.showModal();
}

/** The picture as large as the window, with what is said about it. */
function enlarged(figure: Element): Element[] {
  const picture = copy(figure.querySelector(PICTURE)!);
  for (const image of picture.matches("img") ? [picture] : picture.querySelectorAll("img, source")) {
    if (image.hasAttribute("sizes")) image.setAttribute("sizes", "100vw");
    image.removeAttribute("loading");
    image.removeAttribute("fetchpriority");
  }
  const caption = figure.querySelector(":scope > .np-figcaption");
  if (!caption) return [picture];
  const words = extra("p", "np-lightbox-caption");
  words.append(...copy(caption).childNodes);
  return [picture, words];
}
