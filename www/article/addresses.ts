// Makes the relative addresses of an article absolute. Knows attributes with addresses, nothing else of articles.

/** Makes every address in `root` absolute: relative ones are relative to `base`. */
export function settle(root: ParentNode, base: URL): void {
  for (const element of root.querySelectorAll("[src], [href], [srcset], [poster]")) {
    for (const name of ["src", "href", "poster"]) settleOne(element, name, base);
    const set = element.getAttribute("srcset");
    if (set === null) continue;
    const candidates = set.replace(/(^|,\s+)(\S+)/g, (_, before: string, address: string) => before + whole(address, base));
    element.setAttribute("srcset", candidates);
  }
}

/** Fragments stay, since they lead to places in the article. */
function settleOne(element: Element, name: string, base: URL): void {
  const value = element.getAttribute(name);
  if (value !== null && !value.startsWith("#")) element.setAttribute(name, whole(value, base));
}

function whole(address: string, base: URL): string {
  return URL.canParse(address, base.href) ? new URL(address, base).href : address;
}
