// The buttons and fields that mend a finding. Knows what a repair asks for, not what it does.

import { button, make } from "../page/dom.js";
import type { Repair } from "./repairs.js";

let count = 0;

/** Returns what is pressed or filled in; `apply` is told which of the repairs, and with what words. */
export function controls(repairs: readonly Repair[], apply: (index: number, words: string) => void): HTMLElement[] {
  return repairs.map(({ label, asks }, index) => {
    const done = (words: string): void => apply(index, words);
    return asks ? asking(label, asks, done) : button(label, "plain-button mend", () => done(""));
  });
}

/** A button that opens a field: what is said in it is written into the source. */
function asking(label: string, question: string, apply: (words: string) => void): HTMLElement {
  const id = `repair-${++count}`;
  const field = make("input", { id, type: "text", required: true, autocomplete: "off" });
  const form = make("form", { class: "repair", hidden: true }, make("label", { for: id }, question), field, make("button", { class: "strong-button" }, label));
  const open = button("Mend", "plain-button mend", () => show(form.hidden !== false));
  const show = (isShown: boolean): void => {
    form.hidden = !isShown;
    open.setAttribute("aria-expanded", String(isShown));
    if (!isShown) return;
    field.focus();
    field.select();
  };
  show(false);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (!words) return;
    show(false);
    open.focus();
    apply(words);
  });
  return make("div", { class: "mending" }, open, form);
}
