// The panes of the page: how wide the source is beside the article, and which one a narrow page shows. Knows no articles.

import { part } from "./dom.js";

const LEAST = 20;
const MOST = 80;

/** Lets the width of the source be dragged, or set with the arrow keys. */
export function splitter(): void {
  const bar = part("splitter");
  const panes = part("panes");
  const set = (percent: number): void => {
    const width = Math.round(Math.min(MOST, Math.max(LEAST, percent)));
    panes.style.setProperty("--source", `${width}%`);
    bar.setAttribute("aria-valuenow", String(width));
  };
  bar.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    panes.toggleAttribute("data-dragged", true);
  });
  bar.addEventListener("pointermove", (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const { left, width } = panes.getBoundingClientRect();
    set(((event.clientX - left) / width) * 100);
  });
  bar.addEventListener("lostpointercapture", () => panes.removeAttribute("data-dragged"));
  bar.addEventListener("keydown", (event) => {
    const now = Number(bar.getAttribute("aria-valuenow"));
    const to = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: LEAST, End: MOST }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
}

/** Shows one of the panes where there is no room for all. */
export function showPane(name: "source" | "findings" | "article"): void {
  part("panes").dataset["pane"] = name;
  const input = document.querySelector<HTMLInputElement>(`[name=pane][value=${name}]`);
  if (input) input.checked = true;
}
