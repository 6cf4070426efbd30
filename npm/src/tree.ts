// An article as a tree that hosts may change. Knows elements and text, how steps become a tree and a tree becomes steps
// or HTML; nothing of articles.

import { NewsprintError } from "./error.js";

/** What a tree is made of: an element, or text. */
export type ViewNode = ViewElement | string;

/** What a host may return: nothing, one node, or several. */
export type ViewResult = ViewNode | null | undefined | false | readonly ViewResult[];

/** An element; one is made by `h`, and by nothing that could come out of JSON. */
export class ViewElement {
  /** What part of the article it is, as the wasm says it. */
  #part: string | undefined;

  /** @internal */
  constructor(
    readonly name: string,
    readonly attributes: Record<string, string>,
    readonly children: ViewNode[],
    part?: string,
  ) {
    this.#part = part;
  }

  /** @internal */
  static partOf(element: ViewElement): string | undefined {
    return element.#part;
  }

  /**
   * Returns the first element inside that has this name, if there is one.
   *
   * @example
   * ```js
   * image: (builtIn) => h("my-zoom", { src: builtIn.find("img")?.attributes.src ?? null }, builtIn),
   * ```
   */
  find(name: string): ViewElement | undefined {
    for (const child of this.children) {
      if (typeof child === "string") continue;
      const found = child.name === name ? child : child.find(name);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * Returns the element with attributes changed; `null` takes one away.
   *
   * @example
   * ```js
   * link: (builtIn) => builtIn.with({ target: "_blank", rel: "noopener" }),
   * ```
   */
  with(attributes: Attributes): ViewElement {
    const own = { ...this.attributes };
    for (const [name, value] of Object.entries(attributes)) if (value === null || value === undefined || value === false) delete own[name];
    return new ViewElement(this.name, { ...own, ...checked(attributes) }, this.children, this.#part);
  }

  /** Returns all its text. */
  get text(): string {
    return this.children.map((child) => (typeof child === "string" ? child : child.text)).join("");
  }
}

/** Attributes as a host writes them: `true` is there, `false`, `null` and `undefined` are not. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Returns an element for a host's own view: markup that no article can forge, since no JSON holds it.
 *
 * `true` is an attribute without a value; what is `null`, `undefined` or `false` is left out.
 *
 * @example
 * ```js
 * h("my-zoom", { src: "ferry.jpg", open: true }, "Text and ", h("b", null, "elements"), " and what was there");
 * ```
 */
export function h(name: string, attributes?: Attributes | null, ...children: ViewResult[]): ViewElement {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || RAW.test(name)) throw refused(`\`${name}\` is no element that can be shown`);
  return new ViewElement(name, checked(attributes ?? {}), nodes(children));
}

/** Elements whose content is no text, so that it could not be written as text. */
const RAW = /^(script|style|template|noscript|noembed|noframes|xmp|plaintext|textarea|title|iframe)$/;

function checked(attributes: Attributes): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!/^[a-z_][\w:.-]*$/i.test(name)) throw refused(`\`${name}\` is no name of an attribute`);
    // Neither runs under a strict policy, and both run what is in a string.
    if (/^(on.*|srcdoc)$/i.test(name)) throw refused(`\`${name}\` holds code in a string`);
    if (value !== null && value !== undefined && value !== false) own[name] = value === true ? "" : String(value);
  }
  return own;
}

function refused(message: string): NewsprintError {
  return new NewsprintError({ code: "view", message });
}

/** Returns the nodes of what a host returned: no text is empty, and no two texts are neighbours. */
export function nodes(result: ViewResult): ViewNode[] {
  const flat: ViewNode[] = [];
  const add = (one: ViewResult): void => {
    if (one === null || one === undefined || one === false || one === "") return;
    if (Array.isArray(one)) return one.forEach(add);
    if (typeof one === "string" && typeof flat.at(-1) === "string") flat.push(flat.pop() + one);
    else if (typeof one === "string" || one instanceof ViewElement) flat.push(one);
    else throw refused("a view is neither an element made by `h` nor text");
  };
  add(result);
  return flat;
}

/** Returns the tree that steps build. */
export function grow(steps: string): ViewElement {
  const list = steps.split("\0");
  const root = new ViewElement("", {}, []);
  const path: ViewElement[] = [root];
  for (let index = 0; index < list.length - 1; index++) {
    const rest = list[index]!.slice(1);
    const at = path.at(-1)!;
    switch (list[index]![0]) {
      case "+": {
        const attributes: Record<string, string> = {};
        while (list[index + 1]![0] === "=") attributes[list[++index]!.slice(1)] = list[++index]!;
        const { "data-part": part, ...own } = attributes;
        const element = new ViewElement(rest, own, [], part);
        at.children.push(element);
        path.push(element);
        break;
      }
      case '"':
        at.children.push(rest);
        break;
      default:
        path.pop();
    }
  }
  return root.children[0] as ViewElement;
}

/** Returns the steps that build a tree. */
export function steps(node: ViewNode): string {
  if (typeof node === "string") return `"${node.replaceAll("\0", "")}\0`;
  const attributes = Object.entries(node.attributes).map(([name, value]) => `=${name}\0${value.replaceAll("\0", "")}\0`);
  return `+${node.name}\0${attributes.join("")}${node.children.map(steps).join("")}-\0`;
}

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;", "\0": "" };
const escape = (text: string, what: RegExp) => text.replace(what, (character) => ENTITIES[character]!);

/** Returns a tree as HTML (HTML, "Serializing HTML fragments"). */
export function html(node: ViewNode): string {
  if (typeof node === "string") return escape(node, /[&<>\u00a0\0]/g);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value, /[&<>"\u00a0\0]/g)}"`);
  const start = `<${node.name}${attributes.join("")}>`;
  if (VOID.test(node.name)) return start;
  const [first] = node.children;
  // A parser drops one line feed after the start tag of `pre`.
  const feed = node.name === "pre" && typeof first === "string" && first.startsWith("\n") ? "\n" : "";
  return `${start}${feed}${node.children.map(html).join("")}</${node.name}>`;
}
