// Every picture with its alternative text, caption and credit side by side, those that lack something in front. Knows
// the canonical format's pictures, not where they are shown.

import { csv } from "../page/csv.js";
import { make } from "../page/dom.js";
import type { Shown, View } from "./view.js";

interface Picture {
  src: string;
  alt: string | undefined;
  isDecorative: boolean;
  caption: string;
  credit: string;
}

export const figures: View = {
  id: "figures",
  label: "Figures",
  about: "Every picture with its three texts, those without alternative text first. The three are never merged.",
  ending: "csv",
  type: "text/csv",
  async show(panel, shown, lead) {
    const pictures = await picturesOf(shown);
    const { article } = shown;
    const cards = pictures.map((picture) => card(picture, article, lead));
    const none = make("p", { class: "empty" }, "There are no pictures in this article.");
    panel.replaceChildren(cards.length ? make("ul", { class: "cards" }, ...cards) : none);
  },
  async text(shown) {
    const rows = (await picturesOf(shown)).map(({ src, alt, caption, credit }) => [src, alt ?? "", caption, credit]);
    return [["picture", "alternative text", "caption", "credit"], ...rows].map(csv).join("\r\n");
  },
};

async function picturesOf(shown: Shown): Promise<Picture[]> {
  const found: Picture[] = [];
  collect(JSON.parse(await shown.ask("canonical")), found);
  const lacks = ({ alt, isDecorative }: Picture): number => (alt?.trim() || isDecorative ? 1 : 0);
  return found.toSorted((one, other) => lacks(one) - lacks(other));
}

/** Portraits, the pictures of cards and posters say nothing that is not said beside them. */
const BESIDE = new Set(["image", "poster"]);

/** The writer of the canonical format bounds the depth, and so that of the recursion. */
function collect(value: unknown, found: Picture[]): void {
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, found);
  } else if (typeof value === "object" && value !== null) {
    const fields = value as Record<string, unknown>;
    if (fields["type"] === "image") found.push(pictureOf(fields));
    else for (const [key, field] of Object.entries(fields)) if (!BESIDE.has(key)) collect(field, found);
  }
}

function pictureOf(fields: Record<string, unknown>): Picture {
  const { src, alt, decorative, caption, creditText, creator, provider } = fields;
  return {
    src: typeof src === "string" ? src : "",
    alt: typeof alt === "string" ? alt : undefined,
    isDecorative: decorative === true,
    caption: plain(caption),
    credit: plain(creditText) || [plain(creator), plain(provider)].filter(Boolean).join("/"),
  };
}

/** Returns the words of a line, which is text, pieces, or names. */
function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(plain).join("");
  if (typeof value !== "object" || value === null) return "";
  const { value: words, content, name } = value as Record<string, unknown>;
  return plain(words ?? content ?? name);
}

function card(picture: Picture, article: Element, lead: (node: Node) => void): HTMLElement {
  const { src, alt, isDecorative, caption, credit } = picture;
  const shown = [...article.querySelectorAll("img")].find((image) => src !== "" && image.getAttribute("src")?.endsWith(src.split("/").at(-1) ?? src));
  const thumb = make("img", { class: "thumb", src: shown?.getAttribute("src") ?? undefined, alt: "", loading: "lazy" });
  const lacks = "Missing: those who cannot see the picture get nothing.";
  const texts = make("dl", { class: "texts" },
    ...entry("Alternative text", isDecorative ? "Decorative, passed over" : alt?.trim() ?? "", lacks),
    ...entry("Caption", caption, "None"),
    ...entry("Credit", credit, "None"),
  );
  const name = make("button", { type: "button", class: "link" }, src || "No address");
  name.addEventListener("click", () => shown && lead(shown));
  return make("li", { class: "card" }, make("div", { class: "thumb-box" }, thumb), make("div", {}, make("p", { class: "card-name" }, name), texts));
}

function entry(term: string, words: string, without: string): HTMLElement[] {
  return [make("dt", {}, term), make("dd", words ? { dir: "auto" } : { class: term.startsWith("Alt") ? "lacks" : "quiet" }, words || without)];
}
