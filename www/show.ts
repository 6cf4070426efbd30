// Puts rendered HTML into the page and changes only what differs, so that pictures and scrolled tables stay as they are.
// Knows nothing of articles.

const parser = new DOMParser();

/** Shows `html` in `into`; its relative addresses are relative to `base`. */
export function show(html: string, into: Element, base: URL): void {
  // Nothing is loaded or run in a document that is only parsed.
  const { body } = parser.parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("[src], [href], [srcset]")) settle(element, base);
  update(into, body);
}

/** Makes the element's relative addresses absolute; fragments stay, since they lead to places in the article. */
function settle(element: Element, base: URL): void {
  const whole = (address: string): string => (URL.canParse(address, base.href) ? new URL(address, base).href : address);
  for (const name of ["src", "href"]) {
    const value = element.getAttribute(name);
    if (value !== null && !value.startsWith("#")) element.setAttribute(name, whole(value));
  }
  const set = element.getAttribute("srcset");
  if (set === null) return;
  const candidates = set.replace(/(^|,\s+)(\S+)/g, (_, before: string, address: string) => before + whole(address));
  element.setAttribute("srcset", candidates);
}

/** Makes the children of `into` those of `from`: what both begin and end with is left alone. */
function update(into: Node, from: Node): void {
  const before = [...into.childNodes];
  const after = [...from.childNodes];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const tail = before[before.length - end] ?? null;
  const old = before.slice(start, before.length - end);
  const next = after.slice(start, after.length - end);
  next.forEach((node, index) => {
    const was = old[index];
    if (was) change(was, node);
    else into.insertBefore(node, tail);
  });
  for (const node of old.slice(next.length)) node.remove();
}

function same(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

/** Makes `was` what `node` is, or puts `node` in its place where they are different elements. */
function change(was: ChildNode, node: ChildNode): void {
  if (!(was instanceof Element && node instanceof Element && was.tagName === node.tagName)) {
    was.replaceWith(node);
    return;
  }
  for (const { name } of [...was.attributes]) if (!node.hasAttribute(name)) was.removeAttribute(name);
  for (const { name, value } of node.attributes) if (was.getAttribute(name) !== value) was.setAttribute(name, value);
  update(was, node);
}
