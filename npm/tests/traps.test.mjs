// After a trap: the call says so, the next one works, and nothing of the old instance is left.

import assert from "node:assert/strict";
import { test } from "node:test";

/** Every instance that is started, so that its memory can be looked at. */
const instances = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...given) {
    super(...given);
    instances.push(this);
  }
};
let compiled = 0;
const { Module } = WebAssembly;
WebAssembly.Module = class extends Module {
  constructor(...given) {
    super(...given);
    compiled++;
  }
};
const { NewsprintError, render, renderToString, toText } = await import("newsprint");
const { articles } = await import("./support.mjs");

const article = { type: "article", headline: "Ferry “Øresund” is back", body: "It sails at *ten*." };
/** More than the memory of an instance may grow to: the allocation traps before a byte is copied. */
const tooMuch = new Uint8Array(300_000_000);

test("five hundred traps in a row, each followed by the same bytes within ten milliseconds", () => {
  const html = renderToString(article);
  const before = instances.length;
  const times = [];
  for (let round = 0; round < 500; round++) {
    let thrown;
    try {
      render(tooMuch);
    } catch (error) {
      thrown = error;
    }
    assert.ok(thrown instanceof NewsprintError && thrown.cause instanceof WebAssembly.RuntimeError, String(thrown?.cause));
    assert.equal(thrown.code, "crash");
    const start = performance.now();
    const again = renderToString(article);
    times.push(performance.now() - start);
    assert.equal(again, html);
  }
  assert.equal(instances.length - before, 500);
  // One module for all of them.
  assert.ok(compiled <= 1, `${compiled}`);
  times.sort((one, other) => one - other);
  assert.ok(times[475] <= 10, `median ${times[250]} ms, of twenty the slowest ${times[475]} ms`);
});

test("every sample is the same after a trap as before it", () => {
  for (const { name, bytes } of articles().slice(0, 40)) {
    const before = outcome(bytes);
    assert.throws(() => toText(tooMuch));
    assert.equal(outcome(bytes), before, name);
  }
});

test("a thousand articles leave the memory as it was", () => {
  renderToString(article);
  const { memory } = instances.at(-1).exports;
  const sources = articles().map(({ bytes }) => bytes);
  sources.forEach(outcome);
  const before = memory.buffer.byteLength;
  for (let round = 0; round < 1000; round++) outcome(sources[round % sources.length]);
  assert.ok(memory.buffer.byteLength - before <= 1 << 20, `${before} ${memory.buffer.byteLength}`);
  assert.equal(memory, instances.at(-1).exports.memory);
});

function outcome(bytes) {
  try {
    return renderToString(bytes);
  } catch ({ code }) {
    return code;
  }
}
