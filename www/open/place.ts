// What is open, and what the page's address asks for. Knows addresses, not what is at them.

import type { Options } from "newsprint/url";

/** What is open: its name, where its relative addresses lead, and what it is to be shown with. */
export interface Opened {
  name: string;
  base: URL;
  options?: Options | undefined;
}

/** A document that is to be opened. */
export interface Asked {
  place: string;
  name?: string | undefined;
  options?: Options | undefined;
}

/** The document that a visitor sees first. */
const FIRST: Asked = { place: "samples/harbour.json", name: "The last ferry" };

/** Returns the document that the page's address asks for. */
export function asked(): Asked {
  const query = new URLSearchParams(location.search);
  const place = query.get("src");
  return place ? { place, name: query.get("name") ?? undefined } : FIRST;
}

/** Returns the last part of an address, which is what people call the document. */
export function nameOf(url: URL): string {
  return url.pathname.split("/").findLast((part) => part !== "") ?? url.host;
}
