// What a script of ours imports, script by script. Knows how the bundler writes imports, nothing else of scripts.

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** Returns a script in the folder and those that it imports at once, each once; what it may import later is left out. */
export function withImports(file, folder, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(join(folder, file), "utf8").matchAll(/\b(?:from|import)"(\.{1,2}\/[^"]+\.js)"/g);
  for (const [, path] of imports) withImports(posix.join(posix.dirname(file), path), folder, seen);
  return seen;
}
