// The buttons and fields that mend a finding. Knows what a repair asks for, not what it does.

import { button, make } from "../page/dom.js";
import type { Change } from "../source/area.js";
import type { Repair } from "./repairs.js";

let count = 0;

/** Returns what is pressed or filled in. */
export function controls(repairs: readonly Repair[], apply: (changes: Change[]) => void): HTMLElement[] {
  return repairs.map((repair) => (repair.asks ? asking(repair, repair.asks, apply) : button(repair.label, "plain-button mend", () => apply(repair.changes("")))));
}

/** A button that opens a field: what is said in it is written into the source. */
function asking(repair: Repair, question: string, apply: (changes: Change[]) => void): HTMLElement {
  const id = `repair-${++count}`;
  const field = make("input", { id, type: "text", required: true, autocomplete: "off" });
  const form = make("form", { class: "repair", hidden: true }, make("label", { for: id }, question), field, make("button", { class: "strong-button" }, repair.label));
  const open = button("Mend", "plain-button mend", () => {
    open.setAttribute("aria-expanded", String(form.hidden));
    form.hidden = !form.hidden;
    if (!form.hidden) field.focus();
  });
  open.setAttribute("aria-expanded", "false");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (words) apply(repair.changes(words));
  });
  return make("div", { class: "mending" }, open, form);
}
