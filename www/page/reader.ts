// The settings of the reader that the article is shown to. Knows the controls and the frame, not the article.

import type { Frame, Pictures } from "../article/frame.js";
import type { Look } from "../article/look.js";
import { choose, make, part } from "./dom.js";

/** The languages that the package has words for; the build writes them in. */
declare const LANGUAGES: readonly string[];

/** What is given to the renderer, since it changes the article's HTML. */
export interface Rendered {
  headingLevel: number;
  language: string | undefined;
}

const select = (id: string): HTMLSelectElement => part<HTMLSelectElement>(id);

export class Reader {
  readonly #frame: Frame;
  /** Called when the article has to be rendered again. */
  onRender: () => void = () => {};

  constructor(frame: Frame) {
    this.#frame = frame;
    choose("width", (width) => {
      frame.width = width ? Number(width) : undefined;
    });
    part("colours").addEventListener("change", () => {
      select("scheme").value = "";
      this.#look();
    });
    for (const id of ["size", "scheme", "medium", "direction", "spacing"]) part(id).addEventListener("change", () => this.#look());
    for (const id of ["level", "language"]) part(id).addEventListener("change", () => this.onRender());
    part("pictures").addEventListener("change", () => this.#pictures());
    part("script").addEventListener("change", () => this.#script());
    part("load-pictures").addEventListener("click", () => {
      select("pictures").value = "all";
      this.#pictures();
    });
    part("print").addEventListener("click", () => frame.print());
    part("as-usual").addEventListener("click", () => this.#reset());
    frame.onShown = () => this.#blocked();
    const names = new Intl.DisplayNames("en", { type: "language" });
    part("languages").append(...LANGUAGES.map((tag) => make("option", { value: tag }, names.of(tag) ?? tag)));
    this.#look();
    this.#pictures();
  }

  get rendered(): Rendered {
    const language = part<HTMLInputElement>("language").value.trim();
    return { headingLevel: Number(select("level").value), language: language || undefined };
  }

  #look(): void {
    const colours = document.querySelector<HTMLInputElement>("[name=colours]:checked")?.value;
    const look = {
      colours: select("scheme").value || colours || "auto",
      medium: select("medium").value,
      size: Number(select("size").value),
      spacing: part<HTMLInputElement>("spacing").checked,
      direction: select("direction").value,
    };
    this.#frame.look = look as Look;
    part("reader-more").toggleAttribute("data-changed", this.#isChanged());
  }

  #isChanged(): boolean {
    const chosen = ["size", "scheme", "medium", "direction", "script"].some((id) => select(id).selectedIndex > 0);
    return chosen || part<HTMLInputElement>("spacing").checked;
  }

  #pictures(): void {
    this.#frame.pictures = select("pictures").value as Pictures;
    this.#blocked();
  }

  /** The behaviours come once the article is there: they add to it, and nobody waits for them. */
  start(): void {
    this.#script();
  }

  /** Says how many pictures the policy of the frame keeps from loading. */
  #blocked(): void {
    const allowed = select("pictures").value;
    const sources = [...this.#frame.document.querySelectorAll("img[src]")].map((image) => new URL(image.getAttribute("src") ?? "", document.baseURI));
    const far = sources.filter(({ origin, protocol }) => protocol.startsWith("http") && origin !== location.origin).length;
    part("blocked").hidden = allowed !== "own" || far === 0;
    part("blocked-words").textContent = far === 1 ? "One picture is on another site and not loaded." : `${far} pictures are on other sites and not loaded.`;
  }

  #reset(): void {
    for (const id of ["size", "scheme", "medium", "direction", "pictures", "script"]) select(id).selectedIndex = 0;
    select("level").value = "2";
    part<HTMLInputElement>("language").value = "";
    part<HTMLInputElement>("spacing").checked = false;
    this.#look();
    this.#pictures();
    this.#script();
    this.onRender();
  }

  #script(): void {
    this.#frame.scripted = select("script").value === "on";
    this.#look();
  }
}
