// Finds and makes elements. Knows the DOM, nothing of what they are for.

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string;

const SVG = "http://www.w3.org/2000/svg";

/** Returns the element of the page with that identifier. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no \`${id}\``);
  return element as T;
}

/** Returns a new element; an attribute that is `false` or `undefined` is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(attribute, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** Returns a button that does something. */
export function button(label: Child, className: string, press: (button: HTMLButtonElement) => unknown): HTMLButtonElement {
  const made = make("button", { type: "button", class: className }, label);
  made.addEventListener("click", () => void press(made));
  return made;
}

/** Returns one of the page's symbols, which says nothing to those who hear the page. */
export function icon(name: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** Returns a sentence as nodes: what stands between backticks is code. */
export function sentence(words: string): Child[] {
  return words.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
}

/** Calls `set` with what is chosen in the group of radio buttons, now and after each change. */
export function choose(id: string, set: (value: string) => void): void {
  const group = part(id);
  const chosen = (): void => {
    const input = group.querySelector<HTMLInputElement>("input:checked");
    if (input) set(input.value);
  };
  group.addEventListener("change", chosen);
  // A page that is loaded again keeps what was chosen in it.
  chosen();
}
