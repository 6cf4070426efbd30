// The documents that the preview offers. Knows their names and places, not what is in them.

interface Sample {
  name: string;
  place: string;
}

const GROUPS: Record<string, Sample[]> = {
  "The sample article": [
    { name: "The last ferry: Markdown", place: "samples/harbour.md" },
    { name: "The last ferry: plain text", place: "samples/harbour.txt" },
    { name: "The last ferry: canonical JSON", place: "samples/harbour.json" },
  ],
  "More samples": [
    { name: "A longread: every kind of block", place: "samples/longread.json" },
    { name: "A live blog that has ended", place: "samples/live.json" },
    { name: "All that Markdown can say", place: "samples/everything.md" },
    { name: "Typical mistakes", place: "samples/mistakes.json" },
    { name: "Arabic, right to left", place: "samples/arabic.json" },
    { name: "German", place: "samples/deutsch.md" },
  ],
};

/** The document that a visitor sees first. */
const FIRST = "samples/harbour.md";

/** Fills the list, with the document that the address asks for, and returns the place of the one to open. */
export function offer(list: HTMLSelectElement, asked: string | null, name: string | null): string {
  for (const [label, samples] of Object.entries(GROUPS)) {
    const group = document.createElement("optgroup");
    group.label = label;
    group.append(...samples.map((sample) => new Option(sample.name, sample.place)));
    list.append(group);
  }
  const place = asked ?? FIRST;
  const known = [...list.options].some((option) => option.value === place);
  if (!known) list.prepend(new Option(name ?? nameOf(new URL(place, document.baseURI)), place));
  list.value = place;
  return place;
}

/** Returns the last part of an address, which is what people call the document. */
export function nameOf(url: URL): string {
  return url.pathname.split("/").findLast((part) => part !== "") ?? url.host;
}
