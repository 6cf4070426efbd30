// Says things to those who hear the page: politely, and only once it has been quiet. Knows no articles.

import { part } from "./dom.js";

/** How long nothing may have changed before it is said. */
const QUIET = 1200;

let pause = 0;

/** Says the words once nothing else has been said for a while. */
export function announce(words: string): void {
  clearTimeout(pause);
  const status = part("status");
  if (status.textContent === words) return;
  pause = setTimeout(() => {
    status.textContent = words;
  }, QUIET);
}

let gone = 0;

/** Shows a short message above everything, and says it. */
export function toast(words: string): void {
  clearTimeout(gone);
  const box = part("toast");
  box.textContent = words;
  box.hidden = false;
  gone = setTimeout(() => {
    box.hidden = true;
  }, 6000);
}
