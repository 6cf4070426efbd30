// The types of the canonical format beside its schema: the same blocks, the same pieces of a line, the same keys.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support.mjs";

const schema = JSON.parse(readFileSync(join(root, "schema/article.schema.json"), "utf8"));
const types = readFileSync(join(root, "npm/src/article.ts"), "utf8");

test("the types name every block and piece of the schema", () => {
  const names = ["block", "inline"].flatMap((union) =>
    schema.$defs[union].anyOf.flatMap(({ $ref }) => {
      const { type } = schema.$defs[$ref.split("/").pop()].properties;
      return type.const ?? type.enum;
    }),
  );
  assert.ok(names.length > 40);
  const missing = names.filter((name) => !types.includes(`"${name}"`));
  assert.deepEqual(missing, []);
});

test("the article of the types has the keys of the schema", () => {
  const [, body] = types.match(/export interface Article \{(.*?)\n\}/s);
  const keys = [...body.matchAll(/^ {2}([$\w]+)\?:/gm)].map(([, key]) => key);
  // Other names of a key, and what nobody reads.
  const aliases = ["canonicalUrl", "label", "deck", "source", "warnings"];
  assert.deepEqual([...keys, ...aliases].sort(), Object.keys(schema.properties).sort());
});

test("the package ships the schema", () => {
  assert.equal(readFileSync(join(root, "npm/dist/schema.json"), "utf8"), JSON.stringify(schema, null, 2) + "\n");
});
