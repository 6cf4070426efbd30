// Where a link to a fragment leads in a document or a shadow tree. Knows addresses, nothing of articles.

/** Returns what a fragment names (HTML, "find a potential indicated element"). */
export function targetOf(root: Document | ShadowRoot, hash: string): HTMLElement | null {
  const name = hash.slice(1);
  if (name === "") return null;
  try {
    return root.getElementById(name) ?? root.getElementById(decodeURIComponent(name));
  } catch {
    // What is not percent-encoded names nothing else.
    return null;
  }
}
