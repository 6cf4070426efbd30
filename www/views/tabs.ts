// The tabs over the article: one view at a time, made again only when it is looked at. Knows views, not what they show.

import { make, part } from "../page/dom.js";
import type { Lead, Shown, View } from "./view.js";

/** The view that stands in the page by itself. */
const FIRST = "article";

/** Shows one of the views. */
export class Tabs {
  readonly #views: readonly View[];
  readonly #lead: Lead;
  #chosen: View;
  #shown: Shown | undefined;
  /** What each view was last made from. */
  readonly #made = new Map<View, Shown>();
  /** Called when another view is looked at. */
  onChoose: (view: View) => void = () => {};

  constructor(views: readonly View[], lead: Lead) {
    const [first] = views;
    if (!first) throw new Error("there is no view");
    this.#views = views;
    this.#lead = lead;
    this.#chosen = first;
    part("tabs").append(...views.map((view) => this.#tab(view)));
    for (const view of views) if (view.id !== FIRST) part("views").append(panel(view));
    part("tabs").addEventListener("keydown", (event) => this.#moved(event));
    this.#mark();
  }

  get chosen(): View {
    return this.#chosen;
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  show(shown: Shown): void {
    this.#shown = shown;
    void this.#refresh();
  }

  choose(id: string): void {
    const view = this.#views.find((view) => view.id === id);
    if (!view || view === this.#chosen) return;
    this.#chosen = view;
    this.#mark();
    this.onChoose(view);
    void this.#refresh();
  }

  async #refresh(): Promise<void> {
    const view = this.#chosen;
    const shown = this.#shown;
    if (!shown || this.#made.get(view) === shown) return;
    this.#made.set(view, shown);
    const box = part(`view-${view.id}`);
    try {
      await view.show(box, shown, this.#lead);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      box.replaceChildren(make("p", { class: "empty" }, `This view could not be made: ${words}.`));
    }
  }

  #tab({ id, label }: View): HTMLElement {
    const tab = make("button", { type: "button", class: "tab", role: "tab", id: `tab-${id}`, "aria-controls": `view-${id}` }, label);
    tab.addEventListener("click", () => this.choose(id));
    return tab;
  }

  #mark(): void {
    for (const { id } of this.#views) {
      const isChosen = id === this.#chosen.id;
      const tab = part(`tab-${id}`);
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      part(`view-${id}`).hidden = !isChosen;
      if (isChosen) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  /** The keys of a list of tabs, as the ARIA Authoring Practices have them. */
  #moved(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { length } = this.#views;
    const at = this.#views.indexOf(this.#chosen);
    const to = Number.isFinite(step) ? (at + step + length) % length : step < 0 ? 0 : length - 1;
    const view = this.#views[to];
    if (!view) return;
    this.choose(view.id);
    part(`tab-${view.id}`).focus();
  }
}

function panel({ id }: View): HTMLElement {
  return make("div", { class: "view", role: "tabpanel", id: `view-${id}`, "aria-labelledby": `tab-${id}`, tabindex: 0, hidden: true });
}
