// The list of what there is to say about an article. Knows severities, places and what may be done, not articles.

import type { Severity } from "newsprint/url";
import { button, icon, make, part, sentence } from "../page/dom.js";
import { count, type Finding, SEVERITIES, WORDS } from "./finding.js";
import { reason } from "./reasons.js";

/** How many are shown: nobody mends more at once. */
const SHOWN = 200;

/** What the list asks for; it does nothing by itself. */
export interface Acts {
  /** Leads to the place in the source. */
  toSource(finding: Finding): void;
  /** Leads to the place in the article. */
  toArticle(finding: Finding): void;
  /** Returns what mends it for certain, as something to press or fill in. */
  repairs(finding: Finding): readonly HTMLElement[];
}

/** Shows findings, those of some severities left out where somebody asks for that. */
export class Findings {
  readonly #list = part("findings");
  readonly #acts: Acts;
  readonly #hidden = new Set<Severity>();
  #findings: readonly Finding[] = [];
  #shown = "";

  constructor(acts: Acts) {
    this.#acts = acts;
    for (const severity of SEVERITIES) this.#filter(severity);
  }

  show(findings: readonly Finding[]): void {
    this.#findings = findings;
    for (const severity of SEVERITIES) {
      const number = count(findings, severity);
      part(`count-${severity}`).textContent = String(number);
      part(`filter-${severity}`).toggleAttribute("data-none", number === 0);
    }
    this.#draw();
  }

  #filter(severity: Severity): void {
    const filter = part<HTMLButtonElement>(`filter-${severity}`);
    filter.addEventListener("click", () => {
      const hides = !this.#hidden.delete(severity);
      if (hides) this.#hidden.add(severity);
      filter.setAttribute("aria-pressed", String(!hides));
      this.#draw();
    });
  }

  #draw(): void {
    const findings = this.#findings.filter(({ severity }) => !this.#hidden.has(severity));
    const now = JSON.stringify(findings);
    // The list that stands there keeps its focus and its scrolling, and a field its words.
    if (now === this.#shown) return;
    this.#shown = now;
    const rows = findings.slice(0, SHOWN).map((finding) => this.#row(finding));
    if (findings.length > SHOWN) rows.push(make("li", { class: "more" }, `… and ${findings.length - SHOWN} more`));
    if (findings.length === 0) rows.push(this.#empty());
    this.#list.replaceChildren(...rows);
  }

  #row(finding: Finding): HTMLElement {
    const { code, severity, message, range, line, column, pointer } = finding;
    const head = make("p", { class: "finding-head" }, icon(severity), make("strong", {}, WORDS[severity].label), " ", make("code", {}, code));
    const said = make("p", { class: "finding-message" }, ...sentence(message));
    const row = make("li", { class: "finding", "data-severity": severity }, head, said);
    const why = reason(code);
    if (why) row.append(make("p", { class: "finding-reason" }, why));
    const acts = make("div", { class: "finding-acts" });
    if (range && line !== undefined) {
      const place = make("span", {}, `Line ${line}`, make("span", { class: "wide" }, `, column ${column ?? 1}`));
      const lead = button(place, "link", () => this.#acts.toSource(finding));
      if (pointer) lead.title = pointer;
      acts.append(lead, button("Show in article", "link", () => this.#acts.toArticle(finding)));
    }
    acts.append(...this.#acts.repairs(finding));
    if (acts.childElementCount) row.append(acts);
    return row;
  }

  #empty(): HTMLElement {
    const words = this.#findings.length === 0 ? "Nothing to mend." : "Everything is filtered out.";
    return make("li", { class: "finding", "data-severity": "fine" }, make("p", { class: "finding-head" }, icon("fine"), words));
  }
}
