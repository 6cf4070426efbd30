// The outline: headings and landmarks as readers jump between them. Knows HTML, not articles.

import { button, make } from "../page/dom.js";
import type { Lead, Shown, View } from "./view.js";

interface Stop {
  node: Element;
  /** What it is, such as `h2`. */
  kind: string;
  words: string;
  level: number;
}

const LANDMARKS: Record<string, string> = { nav: "navigation", aside: "complementary", section: "region", main: "main", form: "form" };

export const outline: View = {
  id: "outline",
  label: "Outline",
  about: "The headings and landmarks by which readers find their way. Press one to go to its source.",
  ending: "txt",
  type: "text/plain",
  show(panel, { article }, lead) {
    panel.replaceChildren(
      make("div", { class: "outline" }, group("Headings", headings(article), lead), group("Landmarks", landmarks(article), lead)),
    );
  },
  text: ({ article }) => [...headings(article), ...landmarks(article)].map(line).join("\n"),
};

function line({ kind, words, level }: Stop): string {
  return `${"  ".repeat(Math.max(0, level - 1))}${kind} ${words}`.trimEnd();
}

function headings(article: Shown["article"]): Stop[] {
  return [...article.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((node) => {
    const level = Number(node.localName[1]);
    return { node, level, kind: node.localName, words: node.textContent?.trim() ?? "" };
  });
}

/** Sections are landmarks only where they have a name. */
function landmarks(article: Shown["article"]): Stop[] {
  const all = [article, ...article.querySelectorAll("nav, aside, section, [role=region]")];
  return all.flatMap((node) => {
    const name = nameOf(node);
    const kind = node.getAttribute("role") ?? LANDMARKS[node.localName] ?? node.localName;
    return name || node.localName === "aside" ? [{ node, level: 1, kind, words: name }] : [];
  });
}

/** Returns the name that its attributes give an element. */
export function nameOf(element: Element): string {
  const label = element.getAttribute("aria-label");
  const by = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const words = by.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? "");
  return (label ?? words.join(" ")).trim();
}

/** Returns a row that leads somewhere; its words keep their own direction. */
export function stop(kind: string, words: string, depth: number, press: () => void): HTMLElement {
  const label = make("span", {}, make("span", { class: "kind" }, kind), " ", make("bdi", {}, words));
  const row = make("li", {}, button(label, "stop", press));
  row.style.setProperty("--level", String(depth));
  return row;
}

function group(name: string, stops: readonly Stop[], lead: Lead): HTMLElement {
  const rows = stops.map(({ node, kind, words, level }) => stop(kind, words, level - 1, () => lead(node)));
  const list = rows.length ? make("ol", { class: "stops" }, ...rows) : make("p", { class: "quiet" }, "None.");
  return make("section", {}, make("h3", {}, name), list);
}
