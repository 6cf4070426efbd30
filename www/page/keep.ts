// Takes what is shown out of the page: onto the clipboard, into a file. Knows text and names, not articles.

import { make } from "./dom.js";

export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
