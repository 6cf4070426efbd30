// The host's own views of the parts of an article, and the places that it keeps free. Knows parts by their names and
// what they say, nothing of how they are read.

import type { Block, UnknownBlock } from "./article.js";
import type { Components, Host, Part, PartName, SlotFilter, SlotPolicy, Slots } from "./host.js";
import { originsOf } from "./origin.js";
import { grow, nodes, ViewElement, type ViewNode } from "./tree.js";
import type { Rendering, Source } from "./types.js";

/** Returns the tree that an article's steps with parts build, as the host wants it. */
export function viewed({ html: steps, diagnostics }: Rendering, source: Source, host: Host): ViewNode[] {
  const views: Views = { components: host.components ?? {}, origin: originsOf(source, diagnostics) };
  return shown(host.slots ? kept(grow(steps), host.slots) : grow(steps), views);
}

/** What the views of all parts share. */
interface Views {
  components: Components;
  origin: (name: string) => unknown;
}

/** Inner parts come first, so that a view is handed what its parts are shown as. */
function shown(node: ViewNode, views: Views): ViewNode[] {
  if (typeof node === "string") return [node];
  const mark = ViewElement.partOf(node);
  const children = nodes(node.children.map((child) => shown(child, views)));
  const builtIn = new ViewElement(node.name, node.attributes, children, mark);
  const part = partOf(builtIn, mark);
  const component = part && Object.hasOwn(views.components, part.name) ? views.components[part.name] : undefined;
  if (component && part?.name === "unknown") part.source = views.origin((part.block as UnknownBlock).originalType);
  if (component) return nodes(component(builtIn, part!));
  // What only a host can show is not there without one.
  if (mark !== undefined && children.length === 0 && (part?.name === "ad" || part?.name === "unknown")) return [];
  return [builtIn];
}

function partOf(element: ViewElement, mark = ViewElement.partOf(element)): Part | undefined {
  if (mark === undefined) {
    const { href } = element.attributes;
    return element.name === "a" && href !== undefined ? { name: "link", href } : undefined;
  }
  if (mark.startsWith("slot ")) return { name: "slot", slot: mark.slice(5) };
  if (mark[0] !== "{") return { name: mark as PartName };
  const block: Block = JSON.parse(mark);
  // The type may be left out for a picture only.
  return { name: block.type ?? "image", block };
}

/** Returns the tree with places kept free in its body. */
function kept(root: ViewElement, slots: Slots): ViewElement {
  const bodies = root.children.filter((child) => typeof child !== "string" && child.attributes["class"] === "np-body") as ViewElement[];
  for (const body of bodies) {
    const children = body.children.splice(0);
    const parts = children.map((child): Part => (typeof child === "string" ? undefined : partOf(child)) ?? { name: "group" });
    const filter = typeof slots === "function" ? slots : policy(slots);
    children.forEach((child, index) => {
      body.children.push(child);
      const name = index + 1 < children.length && filter(parts[index]!, parts[index + 1]!, parts, index);
      if (name) body.children.push(new ViewElement("div", { class: "np-slot", "data-np-slot": name }, [], `slot ${name}`));
    });
  }
  return root;
}

/** One place is kept by one policy at most: the first that wants it. */
function policy(slots: Readonly<Record<string, SlotPolicy>>): SlotFilter {
  const counts = Object.entries(slots).map(([name, wanted]) => ({ name, wanted, since: 0, made: 0 }));
  return (before, after) => {
    let found: string | undefined;
    for (const count of counts) {
      const { every, of = "paragraph", apartFrom = [], atMost = Infinity } = count.wanted;
      if (before.name === of) count.since++;
      const isApart = !apartFrom.includes(before.name) && !apartFrom.includes(after.name);
      if (found || count.since < every || !isApart || count.made >= atMost) continue;
      count.since = 0;
      found = `${count.name}-${++count.made}`;
    }
    return found;
  };
}

