// `newsprint/auto`: one script for a plain page: the element, with all behaviours on.

import { start } from "./behaviours.js";
import { each } from "./behaviours/extra.js";

export { NewsprintArticle } from "./element.js";

const entered = new WeakSet<ShadowRoot>();

/** A shadow tree is not seen from outside. */
function enter({ shadowRoot }: Element): void {
  if (!shadowRoot || entered.has(shadowRoot)) return;
  entered.add(shadowRoot);
  start(shadowRoot);
}

start();
each(document, "newsprint-article", enter);
document.addEventListener("newsprint-render", ({ target }) => enter(target as Element));
