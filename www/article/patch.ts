// Makes one tree of nodes like another and changes only what differs, so that pictures and scrolled tables stay as they
// are. Knows nodes, nothing of articles.

/** Makes the children of `into` those of `from`: what both begin and end with is left alone. */
export function patch(into: Node, from: Node): void {
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
  if (!(isElement(was) && isElement(node) && was.localName === node.localName)) {
    was.replaceWith(node);
    return;
  }
  for (const { name } of [...was.attributes]) if (!node.hasAttribute(name)) was.removeAttribute(name);
  for (const { name, value } of node.attributes) if (was.getAttribute(name) !== value) was.setAttribute(name, value);
  patch(was, node);
}

/** The nodes are of two documents, each with classes of its own: `instanceof` would not do. */
function isElement(node: ChildNode): node is Element {
  return node.nodeType === 1;
}
