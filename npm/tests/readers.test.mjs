// The readers that are files of their own: every document asks for those that it needs, and comes out as from the module
// that servers have.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as server from "newsprint";
import { addReader, init, initSync, readers, renderToString } from "newsprint/slim";
import languages from "../core/all-languages.js";
import divided from "../core/divided.js";
import * as core from "../core/newsprint.js";
import { articles, dist, root } from "./support.mjs";

const compiled = (path) => new WebAssembly.Module(readFileSync(join(dist, path)));
const module = compiled("newsprint.wasm");
const parts = new Map(readdirSync(join(dist, "readers")).map((file) => [file.replace(/\.wasm$/, ""), compiled(`readers/${file}`)]));
const formats = server.formats().map(({ name }) => name);

/** Our articles, the documents of every format, and real ones where they are named. */
function documents() {
  const folders = [join(root, "tests/formats"), ...(process.env.NEWSPRINT_FIXTURES ? [process.env.NEWSPRINT_FIXTURES] : [])];
  const paths = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)));
  const sources = paths.filter((path) => /\.(json|md|txt|html)$/.test(path) && !/\.out\.\w+$/.test(path));
  return [...articles(), ...sources.map((name) => ({ name, bytes: readFileSync(name) }))];
}

/** Articles of other formats that are called so, and have parts of our names. */
const called = [
  { id: 1, type: "article", link: "https://example.org/1", title: { rendered: "Late" }, content: { rendered: "<p>It <b>sails</b>.</p>" } },
  { _type: "post", _id: "1", type: "article", headline: "Late", body: [{ _type: "block", style: "normal", children: [{ _type: "span", text: "It sails." }] }] },
  { "@context": "https://schema.org", "@type": "NewsArticle", schemaVersion: "1", headline: "Late", articleBody: "It sails." },
  { id: "a/1", type: "article", sectionId: "a", webTitle: "Late", headline: "Late", standfirst: "<p>It sails.</p>", fields: { bodyText: "It sails." } },
].map((article, index) => ({ name: `called so, ${index}`, bytes: new TextEncoder().encode(JSON.stringify(article)) }));

/** Markdown with references to characters. */
const references = { name: "references", bytes: new TextEncoder().encode("# Tea &amp; cake\n\nA caf&eacute; on the quay.") };

/** How many documents are put together by chance, the same ones each time. */
const BY_CHANCE = 1_500;

/** Documents that have pieces of others in the places of theirs. */
function* changed() {
  let seed = 11;
  const below = (end) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 1) % end;
  const values = [];
  const texts = [];
  const collect = (value) => {
    values.push(value);
    if (value && typeof value === "object") Object.values(value).forEach(collect);
  };
  for (const { bytes } of documents()) {
    const text = new TextDecoder().decode(bytes);
    if (text.length > 20_000) continue;
    try {
      collect(JSON.parse(text));
    } catch {
      texts.push(text);
    }
  }
  const whole = values.filter((value) => value && typeof value === "object");
  const one = (list) => list[below(list.length)];
  const change = (value) => {
    if (below(14) === 0) return one(below(8) ? values : texts);
    if (Array.isArray(value)) return value.map(change);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).filter(() => below(25)).map(([key, inner]) => [key, change(inner)]));
  };
  for (let count = 0; count < BY_CHANCE; count += 1) {
    const [first, second] = [one(texts), one(texts)];
    const text = below(4) ? JSON.stringify(change(one(whole))) : first.slice(0, below(first.length + 1)) + second.slice(below(second.length + 1));
    yield { name: text.slice(0, 2_000), bytes: new TextEncoder().encode(text) };
  }
}

/** A new instance, to which parts are added. */
function started(names) {
  const shared = { ...core.initSync({ module }) };
  for (const language of languages) core.addLanguage(new TextEncoder().encode(language));
  const add = (name) => {
    Object.assign(shared, new WebAssembly.Instance(parts.get(name), { p: shared }).exports);
    if (!/\d$/.test(name)) core.addReader(name);
  };
  names.forEach(add);
  return { names: new Set(names), add };
}

/** The parts that hold what no typical article needs of those that are here, and is not here yet. */
function seldom(names) {
  const here = divided.filter((name) => name === "canonical" || names.has(name));
  return here.map((name) => `${name}-seldom`).filter((name) => !names.has(name));
}

/**
 * Renders in a new instance, and adds what it asks for; returns the HTML, or the code of its error, and for what it asked.
 * Where it runs into what is not here, it goes on in another instance.
 */
function rendered(bytes, render = core.renderToString) {
  const asked = [];
  let { names, add } = started([]);
  const addAll = (wanted) => wanted.flatMap(readers).filter((name) => !names.has(name)).forEach((name) => {
    names.add(name);
    add(name);
  });
  for (;;) {
    try {
      return { html: render(bytes), asked };
    } catch (error) {
      const rest = seldom(names);
      if (error instanceof WebAssembly.RuntimeError && rest.length > 0) {
        asked.push("seldom");
        ({ names, add } = started([...names]));
        addAll(rest);
        continue;
      }
      assert.ok(!(error instanceof Error), error.stack);
      if (error.code !== "format-unread") return { html: error.code, asked };
      assert.ok(!asked.includes(error.reader), `it asks again for ${error.reader}`);
      asked.push(error.reader);
      addAll([error.reader]);
    }
  }
}

test("each document asks for the readers that it needs, and comes out as on servers", () => {
  const counts = new Map();
  for (const { name, bytes } of [...documents(), ...called, references]) {
    const { html, asked } = rendered(bytes);
    let expected;
    try {
      expected = server.renderToString(bytes);
    } catch (error) {
      expected = error.code;
    }
    assert.equal(html, expected, name);
    for (const reader of asked) counts.set(reader, (counts.get(reader) ?? 0) + 1);
  }
  // Every reader was asked for, and with it everything that it needs was tried.
  for (const name of formats) if (name !== "canonical") assert.ok(counts.get(name) > 0, name);
  for (const name of ["formats", "html-blocks", "markdown-blocks", "markdown-entities", "seldom"]) assert.ok(counts.get(name) > 0, name);
});

test("what few articles have is asked for where one has it", () => {
  const table = { type: "table", body: [["Ferry", "22:30"]] };
  const post = { headline: "It sails", body: [{ type: "paragraph", content: "Late." }] };
  for (const [parts, ...asked] of [
    [{ body: [{ type: "paragraph", content: "It sails." }, { type: "divider" }, { type: "list", items: [[{ type: "paragraph", content: "late" }]] }] }],
    [{ body: [table] }, "rare"],
    [{ body: [{ type: "blockquote", content: [{ type: "list", items: [{ content: [table] }] }] }] }, "rare"],
    [{ leadMedia: { type: "embed", url: "https://example.org/film" } }, "rare"],
    [{ updates: [post] }, "rare"],
    [{ corrections: [{ content: [{ type: "paragraph", content: "It sailed." }] }] }, "rare"],
    [{ body: "It *sails*." }, "markdown-blocks"],
    [{ body: "| Ferry |\n|---|\n| late |" }, "markdown-blocks", "rare"],
    [{ body: [{ type: "ferry", title: "Night boat" }] }, "rare"],
  ]) {
    const bytes = new TextEncoder().encode(JSON.stringify({ type: "article", headline: "Ferry back", ...parts }));
    const { html, asked: all } = rendered(bytes);
    assert.deepEqual([html, all.filter((part) => part !== "seldom")], [server.renderToString(bytes), asked], JSON.stringify(parts));
  }
});

test("what no typical article needs is asked for by those that are none, and by few others", () => {
  const unusual = new TextEncoder().encode('{ "type": "article", "headline": "Ferry back", "body": [{ "type": "paragraph", "content": "It \\ud83d sails." }] }');
  assert.deepEqual(rendered(unusual), { html: server.renderToString(unusual), asked: ["seldom"] });
  const canonical = documents().flatMap(({ bytes }) => {
    try {
      return [new TextEncoder().encode(server.read(bytes).article)];
    } catch {
      return [];
    }
  });
  const asking = canonical.filter((bytes) => rendered(bytes).asked.includes("seldom"));
  assert.ok(asking.length < canonical.length / 10, `${asking.length} of ${canonical.length} ask for it`);
});

test("documents that have pieces of others come out as on servers, with the same findings", () => {
  const outcome = (work) => {
    try {
      return work();
    } catch (error) {
      return error.code;
    }
  };
  for (const { name, bytes } of changed()) {
    const { html } = rendered(bytes, (source) => core.render(source));
    assert.deepEqual(html, outcome(() => server.render(bytes)), name);
  }
});

test("what does anything else with an article than show it is asked for as well", () => {
  const source = { type: "article", headline: "Ferry back", body: [{ type: "paragraph", content: ["It sails ", { type: "strong", content: ["at ten"] }, "."] }] };
  const bytes = new TextEncoder().encode(JSON.stringify(source));
  for (const [part, name] of [["writers", "read"], ["writers", "toText"], ["writers", "toJsonLd"], ["components", "toParts"]]) {
    const shared = { ...core.initSync({ module }) };
    assert.throws(() => core[name](bytes), ({ code, reader }) => code === "format-unread" && reader === part, name);
    for (const needed of readers(part)) {
      Object.assign(shared, new WebAssembly.Instance(parts.get(needed), { p: shared }).exports);
      if (!/\d$/.test(needed)) core.addReader(needed);
    }
    const done = core[name](bytes);
    if (typeof done === "string") assert.equal(done, server[name](bytes), name);
    assert.match(JSON.stringify(done), /Ferry back/, name);
  }
});

test("a reader of another build is refused", async () => {
  await init(readFileSync(join(dist, "newsprint.wasm")));
  const text = readFileSync(join(dist, "readers/text.wasm"));
  const at = text.indexOf("_m");
  assert.ok(at > 0);
  const other = Uint8Array.from(text, (byte, place) => (place === at + 2 ? (byte === 0x30 ? 0x31 : 0x30) : byte));
  assert.throws(() => addReader("text", other), { code: "load" });
  for (const name of readers("text")) addReader(name, parts.get(name));
  assert.equal(renderToString("Ferry back\n\nIt sails at ten."), server.renderToString("Ferry back\n\nIt sails at ten."));
});

test("a reader stays when the module is replaced, and asks for what it needs itself", async () => {
  const text = "# Ferry back\n\nIt sails **at ten**.";
  await init(readFileSync(join(dist, "newsprint.wasm")));
  assert.throws(() => renderToString(text), { code: "format-unread", reader: "markdown" });
  assert.throws(() => addReader("markdown", parts.get("markdown")), { code: "load" });
  assert.deepEqual(readers("markdown").filter((name) => !/\d$/.test(name)), ["common", "markdown-blocks", "markdown"]);
  for (const name of readers("markdown")) addReader(name, readFileSync(join(dist, `readers/${name}.wasm`)));
  assert.equal(renderToString(text), server.renderToString(text));
  assert.throws(() => renderToString(new Uint8Array(300_000_000)), { code: "format-unread", reader: "seldom" });
  assert.equal(renderToString(text), server.renderToString(text), "in the instance that follows");
  for (const name of readers("seldom")) addReader(name, parts.get(name));
  assert.deepEqual(readers("seldom"), []);
  assert.throws(() => renderToString(new Uint8Array(300_000_000)), { code: "crash" });
  assert.equal(renderToString(text), server.renderToString(text), "after a crash");
  initSync(module);
  assert.equal(renderToString(text), server.renderToString(text), "in another instance");
  assert.deepEqual([readers("canonical"), readers("quark")], [[], []]);
});
