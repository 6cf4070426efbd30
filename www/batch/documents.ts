// The articles in many files: one in each, or one in each line of JSON Lines. Knows files and lines, not formats.

import { textOf } from "../open/text.js";

export interface Document {
  name: string;
  source: string;
}

/** Yields the articles one by one, and calls `skip` with each file that is no text. */
export async function* documents(files: readonly File[], skip: (name: string) => void): AsyncGenerator<Document> {
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    if (/\.(jsonl|ndjson)$/i.test(name)) {
      yield* lines(await file.text(), name);
      continue;
    }
    try {
      yield { name, source: textOf(new Uint8Array(await file.arrayBuffer()), name).text };
    } catch {
      skip(name);
    }
  }
}

function* lines(text: string, name: string): Generator<Document> {
  let number = 0;
  for (const source of text.split("\n")) {
    number++;
    if (source.trim()) yield { name: `${name}:${number}`, source };
  }
}
