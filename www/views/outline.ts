// The outline: headings and landmarks as readers jump between them. Knows HTML, not articles.

import { button, make } from "../page/dom.js";
import type { Lead, Shown, View } from "./view.js";

interface Stop {
  node: Element;
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

function line({ words, level }: Stop): string {
  return `${"  ".repeat(Math.max(0, level - 1))}${words}`;
}

function headings(article: Shown["article"]): Stop[] {
  return [...article.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((node) => {
    const level = Number(node.localName[1]);
    return { node, level, words: `h${level} ${node.textContent?.trim() ?? ""}` };
  });
}

/** Sections are landmarks only where they have a name. */
function landmarks(article: Shown["article"]): Stop[] {
  const all = [article, ...article.querySelectorAll("nav, aside, section, [role=region]")];
  return all.flatMap((node) => {
    const name = nameOf(node);
    const role = node.getAttribute("role") ?? LANDMARKS[node.localName] ?? node.localName;
    return name || node.localName === "aside" ? [{ node, level: 1, words: name ? `${role} “${name}”` : role }] : [];
  });
}

/** Returns the name that its attributes give an element. */
export function nameOf(element: Element): string {
  const label = element.getAttribute("aria-label");
  const by = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const words = by.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? "");
  return (label ?? words.join(" ")).trim();
}

function group(name: string, stops: readonly Stop[], lead: Lead): HTMLElement {
  const rows = stops.map(({ node, words, level }) => {
    const [kind, ...rest] = words.split(" ");
    const label = make("span", {}, make("span", { class: "kind" }, kind ?? ""), ` ${rest.join(" ")}`);
    const row = make("li", {}, button(label, "stop", () => lead(node)));
    row.style.setProperty("--level", String(level - 1));
    return row;
  });
  const list = rows.length ? make("ol", { class: "stops" }, ...rows) : make("p", { class: "quiet" }, "None.");
  return make("section", {}, make("h3", {}, name), list);
}
