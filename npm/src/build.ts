// Builds nodes from the steps that the wasm writes. Knows the DOM and the steps, nothing of articles; parses no markup.

/** Returns the element that `steps` build in `document`. */
export function build(steps: string, document: Document): Element {
  const list = steps.split("\0");
  let at: Node = document.createDocumentFragment();
  for (let index = 0; index < list.length - 1; index++) {
    const step = list[index]!;
    const rest = step.slice(1);
    if (step[0] === "+") at = at.appendChild(document.createElement(rest));
    else if (step[0] === "=") (at as Element).setAttribute(rest, list[++index]!);
    else if (step[0] === '"') at.appendChild(document.createTextNode(rest));
    else at = at.parentNode!;
  }
  return at.firstChild as Element;
}
