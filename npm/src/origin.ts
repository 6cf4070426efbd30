// Finds in the source what it says about a block that is not known, for a host that knows it. Knows JSON and the places
// of diagnostics, nothing of formats.

import type { Diagnostic, Source } from "./types.js";

/** Returns what the source has for each unknown block, asked in the order in which they are shown. */
export function originsOf(source: Source, diagnostics: readonly Diagnostic[]): (name: string) => unknown {
  const reported = diagnostics.filter(({ code, pointer }) => code === "block-unknown" && pointer !== undefined);
  let document: unknown;
  return (name) => {
    // The name stands in the message, as far as there is room for it.
    const at = reported.findIndex(({ message }) => message.includes(`\`${name.slice(0, 16)}`));
    if (at < 0) return undefined;
    const [{ pointer }] = reported.splice(at, 1) as [Diagnostic];
    document ??= parsed(source);
    return valueAt(document, pointer!);
  };
}

function parsed(source: Source): unknown {
  try {
    if (typeof source === "string") return JSON.parse(source);
    if (!ArrayBuffer.isView(source) && !(source instanceof ArrayBuffer)) return source;
    return JSON.parse(new TextDecoder().decode(source as BufferSource));
  } catch {
    // What is no JSON has no blocks of a host's own.
    return null;
  }
}

/** Returns the value at a JSON pointer (RFC 6901). */
function valueAt(value: unknown, pointer: string): unknown {
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
