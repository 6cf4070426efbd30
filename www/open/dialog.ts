// The dialog that opens an article: an example, a file, an address. Knows the ways, not what is opened.

import { button, make, part } from "../page/dom.js";
import type { Asked } from "./place.js";

interface Group {
  label: string;
  documents: (Asked & { name: string; about: string })[];
}

/** What the dialog asks for. */
export interface Ways {
  sample(asked: Asked): void;
  files(files: readonly File[]): void;
  address(address: string): void;
}

const dialog = (): HTMLDialogElement => part<HTMLDialogElement>("open-dialog");

let groups: Group[] | undefined;

/** Makes the dialog work. */
export function prepare(ways: Ways): void {
  part("open").addEventListener("click", () => void show(ways));
  part("open-close").addEventListener("click", () => dialog().close());
  part("find").addEventListener("input", () => filter(part<HTMLInputElement>("find").value));
  part<HTMLInputElement>("file").addEventListener("change", ({ currentTarget }) => {
    const input = currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    dialog().close();
    if (files.length) ways.files(files);
  });
  part("choose-file").addEventListener("click", () => part<HTMLInputElement>("file").click());
  part("address-form").addEventListener("submit", (event) => {
    event.preventDefault();
    dialog().close();
    ways.address(part<HTMLInputElement>("address").value.trim());
  });
  dialog().addEventListener("click", ({ target }) => {
    if (target === dialog()) dialog().close();
  });
}

async function show(ways: Ways): Promise<void> {
  dialog().showModal();
  if (groups) return;
  groups = (await (await fetch("gallery.json")).json()) as Group[];
  part("gallery").replaceChildren(...groups.map((group) => section(group, ways)));
  filter(part<HTMLInputElement>("find").value);
}

function section({ label, documents }: Group, ways: Ways): HTMLElement {
  const rows = documents.map(({ about, ...asked }) => {
    const words = make("span", {}, make("strong", {}, asked.name), make("span", { class: "quiet" }, about));
    const open = button(words, "example", () => {
      dialog().close();
      ways.sample(asked);
    });
    return make("li", { "data-words": `${asked.name} ${about} ${asked.place}`.toLowerCase() }, open);
  });
  return make("section", {}, make("h3", {}, label), make("ul", { class: "examples" }, ...rows));
}

function filter(words: string): void {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const group of part("gallery").children) {
    let here = 0;
    for (const row of group.querySelectorAll<HTMLElement>("[data-words]")) {
      row.hidden = !wanted.every((word) => row.dataset["words"]?.includes(word));
      if (!row.hidden) here++;
    }
    (group as HTMLElement).hidden = here === 0;
    found += here;
  }
  part("found").textContent = wanted.length ? `${found} found` : "";
}
