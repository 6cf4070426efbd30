// What an address asks the preview to open. Knows addresses, not what is at them.

/** What is open. */
export interface Opened {
  name: string;
  base: URL;
}

/** The document that a visitor sees first. */
const FIRST = "samples/harbour.json";

/** Returns the document that the page's address asks for. */
export function sampleAsked(): { place: string; name?: string | undefined } {
  const query = new URLSearchParams(location.search);
  return { place: query.get("src") ?? FIRST, name: query.get("name") ?? undefined };
}

/** Returns the last part of an address, which is what people call the document. */
export function nameOf(url: URL): string {
  return url.pathname.split("/").findLast((part) => part !== "") ?? url.host;
}
