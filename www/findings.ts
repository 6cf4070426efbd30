// The list of what there is to say about an article. Knows severities and places, not articles.

import type { Severity } from "newsprint/url";

/** A diagnostic of the package, or an error that kept it from reading anything. */
export interface Finding {
  code: string;
  severity: Severity;
  message: string;
  line?: number;
  column?: number;
  pointer?: string;
  /** The place in bytes, where the package knows it. */
  offset?: number;
  length?: number;
}

/** How many are shown: nobody mends more at once. */
const SHOWN = 200;

const SVG = "http://www.w3.org/2000/svg";

const GRAVITY: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const WORDS: Record<Severity, [one: string, many: string, label: string]> = {
  error: ["error", "errors", "Error"],
  warning: ["warning", "warnings", "Warning"],
  info: ["note", "notes", "Note"],
};

/** Returns the findings with the gravest first, otherwise as they stand in the source. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity]);
}

/** Returns how many there are of each severity, in words. */
export function summary(findings: readonly Finding[]): string {
  const counts = (Object.keys(GRAVITY) as Severity[]).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const [one, many] = WORDS[severity];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.length === 0 ? "Nothing to mend" : counts.join(", ");
}

/** Shows findings in a list; whoever presses one is led to its place. */
export class Findings {
  readonly #list: HTMLElement;
  readonly #lead: (finding: Finding) => void;
  #shown = "";

  constructor(list: HTMLElement, lead: (finding: Finding) => void) {
    this.#list = list;
    this.#lead = lead;
  }

  show(findings: readonly Finding[]): void {
    const now = JSON.stringify(findings);
    // The list that stands there keeps its focus and its scrolling.
    if (now === this.#shown) return;
    this.#shown = now;
    const rows = findings.slice(0, SHOWN).map((finding) => this.#row(finding));
    if (findings.length > SHOWN) rows.push(element("li", "more", `… and ${findings.length - SHOWN} more`));
    if (findings.length === 0) rows.push(fine());
    this.#list.replaceChildren(...rows);
  }

  #row(finding: Finding): HTMLElement {
    const row = element("li", "finding");
    row.dataset["severity"] = finding.severity;
    const said = [
      icon(finding.severity),
      element("span", "finding-severity", WORDS[finding.severity][2]),
      " ",
      element("span", "finding-message", finding.message),
      " ",
      element("code", "finding-code", finding.code),
    ];
    if (finding.line === undefined) {
      const box = element("div", "finding-box");
      box.append(...said);
      row.append(box);
      return row;
    }
    const button = element("button", "finding-box");
    button.setAttribute("type", "button");
    button.append(...said, " ", ...placeOf(finding));
    button.addEventListener("click", () => this.#lead(finding));
    row.append(button);
    return row;
  }
}

function placeOf({ line, column, pointer }: Finding): HTMLElement[] {
  const place = element("span", "finding-place", `Line ${line}, column ${column ?? 1}`);
  if (!pointer) return [place];
  const path = element("code", "finding-pointer", pointer);
  place.append(" ", path);
  return [place];
}

function fine(): HTMLElement {
  const row = element("li", "finding");
  const box = element("div", "finding-box");
  box.append(icon("fine"), element("span", "finding-message", "Nothing to mend."));
  row.append(box);
  return row;
}

function icon(name: Severity | "fine"): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
