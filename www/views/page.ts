// The article as a page that needs nothing else: the theme and this site's own pictures are in it. Knows HTML.

import { parsed } from "../page/trust.js";

/** Returns a whole document, with the theme as it has been changed. */
export async function page(article: Element, language: string | undefined, theme: string): Promise<string> {
  const css = await (await fetch("newsprint/style.css")).text();
  const made = parsed("<!doctype html><html><head></head><body><main></main></body></html>");
  const title = article.querySelector("[id$=headline]")?.textContent ?? "Newsprint";
  made.documentElement.lang = language ?? "en";
  const style = `:root{color-scheme:light dark}body{margin:0}${css}${theme ? `.np-article{${theme}}` : ""}`;
  made.head.append(meta({ charset: "utf-8" }), meta({ name: "viewport", content: "width=device-width, initial-scale=1" }), element("title", title), element("style", style));
  const copy = made.importNode(article, true);
  copy.removeAttribute("data-here");
  for (const marked of copy.querySelectorAll("[data-here]")) marked.removeAttribute("data-here");
  made.querySelector("main")?.append(copy);
  await Promise.all([...copy.querySelectorAll("img")].map(embed));
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`;

  function element(name: string, words: string): HTMLElement {
    const made_ = made.createElement(name);
    made_.textContent = words;
    return made_;
  }

  function meta(attributes: Record<string, string>): HTMLElement {
    const tag = made.createElement("meta");
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    return tag;
  }
}

/** Pictures of other sites stay where they are: the page must not fetch them. */
async function embed(image: HTMLImageElement): Promise<void> {
  const src = image.getAttribute("src");
  if (!src || new URL(src, document.baseURI).origin !== location.origin) return;
  const response = await fetch(src);
  if (response.ok) image.setAttribute("src", await dataUrl(await response.blob()));
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(String(reader.result)));
    reader.addEventListener("error", () => failed(reader.error));
    reader.readAsDataURL(blob);
  });
}
