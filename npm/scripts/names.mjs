// Takes the names of elements and attributes that an article can be made of out of the crate, for those who build what
// came over the network. Knows how the names are written, nothing of what they mean.

import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../../src/html/name.rs", import.meta.url), "utf8");

/** Returns the names of elements and those of attributes. */
export function names() {
  const lists = ["Name", "Attribute"].map((type) => {
    const [, body] = new RegExp(`pub enum ${type} \\{(.*?)\\n {4}\\}`, "s").exec(source);
    return [...body.matchAll(/\w+ = "([a-z0-9-]+)"/g)].map(([, name]) => name);
  });
  if (lists.some((list) => list.length < 40)) throw new Error("the names are not where they were");
  return lists;
}
