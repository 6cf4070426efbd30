// The article as a page that needs nothing else: the theme and this site's own pictures are in it. Knows HTML.

/** Returns a whole document, with the theme as it has been changed. */
export async function page(article: Element, language: string | undefined, theme: string): Promise<string> {
  const css = await (await fetch("newsprint/style.css")).text();
  const made = document.implementation.createHTMLDocument(article.querySelector("[id$=headline]")?.textContent ?? "Newsprint");
  const add = (to: Element, name: string, attributes: Record<string, string> = {}): Element => {
    const element = to.appendChild(made.createElement(name));
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  made.documentElement.lang = language ?? "en";
  made.head.prepend(add(made.head, "meta", { charset: "utf-8" }));
  add(made.head, "meta", { name: "viewport", content: "width=device-width, initial-scale=1" });
  add(made.head, "style").textContent = `:root{color-scheme:light dark}body{margin:0}${css}${theme ? `.np-article{${theme}}` : ""}`;
  const copy = add(made.body, "main").appendChild(made.importNode(article, true));
  for (const put of copy.querySelectorAll("[data-np-extra]")) put.remove();
  for (const marked of [copy, ...copy.querySelectorAll("[data-here]")]) marked.removeAttribute("data-here");
  await Promise.all([...copy.querySelectorAll("img")].map(embed));
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`;
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
