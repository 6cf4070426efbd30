// Many articles at once: a table of what there is to say about each. Knows rows and the dialog, not formats.

import { failure } from "../findings/placed.js";
import { announce } from "../page/announce.js";
import { button, make, part } from "../page/dom.js";
import { download } from "../page/keep.js";
import type { Renderer } from "../page/renderer.js";
import { type Document, documents } from "./documents.js";
import { type Column, COLUMNS, findingsAsCsv, ordered, type Row, row } from "./row.js";

/** More rows than anybody reads; the file has them all. */
const SHOWN = 2000;

let table: Table | undefined;

/** Shows the dialog, and reads the files if there are any. */
export function showMany(renderer: Renderer, files: readonly File[], open: (source: string, name: string) => void): void {
  table ??= new Table(renderer, open);
  table.show(files);
}

/** Numbers begin with the highest. */
function direction(column: Column, isTurned: boolean): "ascending" | "descending" {
  const isNumber = column === "errors" || column === "warnings" || column === "notes";
  return isNumber === isTurned ? "ascending" : "descending";
}

class Table {
  readonly #dialog = part<HTMLDialogElement>("batch-dialog");
  readonly #renderer: Renderer;
  readonly #open: (source: string, name: string) => void;
  #rows: Row[] = [];
  #column: Column = "errors";
  #isTurned = false;
  /** Which run is the last one: another one ends it. */
  #run = 0;

  constructor(renderer: Renderer, open: (source: string, name: string) => void) {
    this.#renderer = renderer;
    this.#open = open;
    for (const [choose, input] of [["choose-files", "many-files"], ["choose-folder", "many-folder"]] as const) {
      const field = part<HTMLInputElement>(input);
      part(choose).addEventListener("click", () => field.click());
      field.addEventListener("change", () => {
        const files = [...(field.files ?? [])];
        field.value = "";
        if (files.length) void this.#read(files);
      });
    }
    part("batch-close").addEventListener("click", () => this.#dialog.close());
    part("batch-csv").addEventListener("click", () => download("findings.csv", findingsAsCsv(this.#rows), "text/csv"));
    this.#dialog.addEventListener("close", () => this.#run++);
    part("batch-head").append(...(Object.keys(COLUMNS) as Column[]).map((column) => this.#header(column)));
    this.#draw();
  }

  show(files: readonly File[]): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (files.length) void this.#read(files);
  }

  async #read(files: readonly File[]): Promise<void> {
    const run = ++this.#run;
    const progress = part<HTMLProgressElement>("batch-progress");
    let skipped = 0;
    let drawn = performance.now();
    this.#rows = [];
    progress.hidden = false;
    progress.max = files.length;
    progress.value = 0;
    const names = new Set<string>();
    for await (const document of documents(files, () => skipped++)) {
      if (run !== this.#run) return;
      this.#rows.push(await this.#check(document));
      names.add(document.name.replace(/:\d+$/, ""));
      progress.value = Math.min(files.length - 0.05, names.size + skipped);
      if (performance.now() - drawn < 250) continue;
      drawn = performance.now();
      this.#draw(skipped);
    }
    progress.hidden = true;
    this.#draw(skipped);
    announce(part("batch-count").textContent ?? "");
  }

  async #check({ name, source }: Document): Promise<Row> {
    try {
      const { value } = await this.#renderer.ask("check", source, {});
      return row(name, source, value.format, value.diagnostics);
    } catch (error) {
      return row(name, source, "–", [failure(error)]);
    }
  }

  #draw(skipped = 0): void {
    const rows = ordered(this.#rows, this.#column, this.#isTurned);
    const withErrors = rows.filter(({ errors }) => errors > 0).length;
    const files = skipped ? `; ${skipped} files are no text and were skipped` : "";
    part("batch-count").textContent = rows.length ? `${rows.length} articles, ${withErrors} of them with errors${files}.` : "";
    part("batch-body").replaceChildren(...rows.slice(0, SHOWN).map((row) => this.#shown(row)));
    part("batch-table").hidden = rows.length === 0;
    part<HTMLButtonElement>("batch-csv").disabled = rows.length === 0;
    for (const header of part("batch-head").children) {
      const isBy = header.getAttribute("data-column") === this.#column;
      header.setAttribute("aria-sort", isBy ? direction(this.#column, this.#isTurned) : "none");
    }
  }

  #header(column: Column): HTMLElement {
    const press = button(COLUMNS[column], "sort", () => {
      this.#isTurned = this.#column === column && !this.#isTurned;
      this.#column = column;
      this.#draw();
    });
    return make("th", { scope: "col", "data-column": column }, press);
  }

  #shown({ name, source, format, errors, warnings, notes, first }: Row): HTMLElement {
    const open = button(name, "link", () => {
      this.#dialog.close();
      this.#open(source, name);
    });
    const number = (value: number, severity: string): HTMLElement => make("td", { class: "number", "data-severity": value ? severity : undefined }, String(value));
    const said = first ? [make("code", {}, first.code), ` ${first.message.replaceAll("`", "")}`] : ["Nothing to mend"];
    return make("tr", {}, make("th", { scope: "row" }, open), make("td", {}, format), number(errors, "error"), number(warnings, "warning"), number(notes, "info"), make("td", {}, ...said));
  }
}
