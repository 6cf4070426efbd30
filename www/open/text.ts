// Turns the bytes of a file into text, or says why it is none. Knows encodings, not formats.

/** The most that is read: what the reader takes, and no more. */
export const LONGEST = 5 * 1024 * 1024;

/** A text, and what there is to say about how it was read. */
export interface Text {
  text: string;
  notice?: string;
}

/** Returns the text in the bytes; throws an error that explains itself where there is none. */
export function textOf(bytes: Uint8Array, name: string): Text {
  if (bytes.length > LONGEST) throw new Error(`\`${name}\` has ${megabytes(bytes.length)}; articles of up to ${megabytes(LONGEST)} are read`);
  const mark = [...bytes.subarray(0, 2)].join();
  if (mark === "255,254") return { text: new TextDecoder("utf-16le").decode(bytes) };
  if (mark === "254,255") return { text: new TextDecoder("utf-16be").decode(bytes) };
  if (bytes.subarray(0, 4096).includes(0)) throw new Error(`\`${name}\` is not text: it holds bytes that no text has`);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return legacy(bytes, name);
  }
}

/** Old systems write Windows-1252, in which most of a text is ASCII. */
function legacy(bytes: Uint8Array, name: string): Text {
  const sample = bytes.subarray(0, 65_536);
  const odd = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32) || byte > 126).length;
  if (odd > sample.length / 4) throw new Error(`\`${name}\` is not text: most of its bytes are no letters`);
  return { text: new TextDecoder("windows-1252").decode(bytes), notice: `${name} is not UTF-8 and was read as Windows-1252.` };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
