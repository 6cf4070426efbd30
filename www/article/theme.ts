// The editor of the theme: its custom properties, with the contrast of each colour as one picks it. Knows properties and
// colours, not where they are used.

import { make, part } from "../page/dom.js";
import { toast } from "../page/announce.js";
import { copy, download } from "../page/keep.js";
import { contrast } from "./contrast.js";
import type { Frame } from "./frame.js";
import { type Colour, colourOf, properties } from "./properties.js";

/** What text needs (WCAG 1.4.3) and what has to be seen needs (WCAG 1.4.11), on the paper. */
const NEEDED: Record<string, number> = { ink: 4.5, "ink-soft": 4.5, "ink-quiet": 4.5, accent: 4.5, link: 4.5, focus: 3 };

const SCHEMES = ["light", "dark"] as const;

export class ThemeEditor {
  readonly #frame: Frame;
  readonly #usual: ReadonlyMap<string, string>;
  readonly #now: Map<string, string>;
  readonly #ratios: (() => void)[] = [];

  constructor(frame: Frame) {
    this.#frame = frame;
    this.#usual = properties(frame.document);
    this.#now = new Map(this.#usual);
    part("theme-copy").addEventListener("click", () => void copy(this.css).then(() => toast("CSS copied.")));
    part("theme-download").addEventListener("click", () => download("theme.css", this.css, "text/css"));
    part("theme-reset").addEventListener("click", () => this.#reset());
    this.#draw();
  }

  /** The properties that differ from the theme's, as a style sheet for after it. */
  get css(): string {
    const lines = this.#changed().map(([name, value]) => `  ${name}: ${value};\n`);
    return `.np-article {\n${lines.join("")}}\n`;
  }

  #changed(): [string, string][] {
    return [...this.#now].filter(([name, value]) => value !== this.#usual.get(name));
  }

  #reset(): void {
    for (const [name, value] of this.#usual) this.#now.set(name, value);
    this.#draw();
    this.#apply();
  }

  #draw(): void {
    this.#ratios.length = 0;
    const entries = [...this.#now];
    const colours = entries.flatMap(([name, value]) => {
      const colour = colourOf(value);
      return colour ? [this.#colour(name, colour)] : [];
    });
    const others = entries.filter(([, value]) => !colourOf(value)).flatMap(([name, value]) => this.#other(name, value));
    part("theme-colours").replaceChildren(...colours);
    part("theme-others").replaceChildren(...others);
    this.#tell();
  }

  #colour(name: string, colour: Colour): HTMLElement {
    const words = name.slice("--np-".length);
    const cells = SCHEMES.map((scheme) => {
      const input = make("input", { type: "color", value: colour[scheme], "aria-label": `${words}, ${scheme}` });
      const ratio = make("span", { class: "ratio" });
      input.addEventListener("input", () => {
        const both = { ...(colourOf(this.#now.get(name) ?? "") ?? colour), [scheme]: input.value };
        this.#set(name, `light-dark(${both.light}, ${both.dark})`);
      });
      this.#ratios.push(() => this.#ratio(ratio, words, scheme));
      return make("td", {}, input, ratio);
    });
    return make("tr", {}, make("th", { scope: "row" }, words.replaceAll("-", " ")), ...cells);
  }

  #other(name: string, value: string): HTMLElement[] {
    const words = name.slice("--np-".length);
    const id = `theme-${words}`;
    const input = make("input", { id, type: "text", value, spellcheck: "false", autocomplete: "off" });
    input.addEventListener("change", () => this.#set(name, input.value.replaceAll(/[;{}]/g, "").trim() || value));
    return [make("label", { for: id }, words.replaceAll("-", " ")), input];
  }

  #set(name: string, value: string): void {
    this.#now.set(name, value);
    this.#tell();
    this.#apply();
  }

  #apply(): void {
    this.#frame.theme = this.#changed().map(([name, value]) => `${name}: ${value}`).join("; ");
  }

  #tell(): void {
    for (const ratio of this.#ratios) ratio();
  }

  #ratio(into: HTMLElement, words: string, scheme: keyof Colour): void {
    const needed = NEEDED[words];
    const paper = colourOf(this.#now.get("--np-paper") ?? "");
    const colour = colourOf(this.#now.get(`--np-${words}`) ?? "");
    if (!needed || !paper || !colour) return;
    const found = contrast(colour[scheme], paper[scheme]);
    const isEnough = found >= needed;
    // Never rounded up to enough.
    into.textContent = `${Math.floor(found * 10) / 10} : 1${isEnough ? "" : `, needs ${needed}`}`;
    into.toggleAttribute("data-low", !isEnough);
  }
}

/** Shows the editor of the theme. */
let editor: ThemeEditor | undefined;
export function showTheme(frame: Frame): void {
  editor ??= new ThemeEditor(frame);
  part("theme-panel").showPopover();
}
