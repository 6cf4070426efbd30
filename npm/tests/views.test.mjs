// The host's own views: the same on the server and in the browser, and the same bytes where a host has none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { h, mount, NewsprintError, renderToBytes, renderToString, render, toSteps } from "newsprint";
import { open, told } from "./page.mjs";
import { articles } from "./support.mjs";

const line = (content) => ({ type: "paragraph", content });
const picture = { type: "image", id: "buoy", src: "/buoy.jpg", alt: "A buoy.", caption: "It rings.", credit: undefined };
const article = {
  type: "article", language: "en", headline: "Ferry back",
  body: [
    line(["It sails to ", { type: "link", href: "/port?a=1&b=2", content: "the port" }, "."]), picture, line("Two."), { type: "poll", id: 7 }, { type: "poll", content: "Which boat?" },
    { type: "ad" }, { type: "embed", url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", title: "The ferry" }, line("Three."),
  ],
};
const body = (options, source = article) => /<div class="np-body">(.*)<\/div><\/article>/s.exec(renderToString(source, options))[1];

test("a host without views gets the same bytes by the other way", () => {
  let compared = 0;
  for (const { name, bytes } of articles()) {
    let html;
    try {
      html = renderToString(bytes);
    } catch {
      continue;
    }
    assert.equal(renderToString(bytes, { components: {} }), html, name);
    assert.equal(toSteps(bytes, { components: {} }), toSteps(bytes), name);
    compared++;
  }
  assert.ok(compared > 80);
});

test("keep, wrap, change, replace and leave out", () => {
  const seen = [];
  const components = {
    image(builtIn, { name, block }) {
      seen.push(name, block.id, block.alt);
      return h("div", { class: "zoom", "data-id": block.id, hidden: true, title: null }, builtIn);
    },
    link: (builtIn, { href }) => h("my-link", { to: href }, builtIn.children),
    embed: () => null,
    unknown: (builtIn, { block }) => h("b", {}, block.originalType, "<", builtIn.text),
    ad: () => ["Ad ", h("ins"), [" one"], "", undefined],
    headline: (builtIn) => builtIn.with({ class: "big", id: null }),
  };
  const html = renderToString(article, { components });
  assert.deepEqual(seen, ["image", "buoy", "A buoy."]);
  assert.match(html, /<h1 class="big">Ferry back<\/h1>/);
  assert.match(html, /<p>It sails to <my-link to="\/port\?a=1&amp;b=2">the port<\/my-link>\.<\/p>/);
  assert.match(html, /<div class="zoom" data-id="buoy" hidden=""><figure class="np-figure">.*<\/figure><\/div><p>Two\.<\/p>/);
  assert.match(html, /<b>poll&lt;<\/b><b>poll&lt;Which boat\?<\/b>Ad <ins><\/ins> one<p>Three/);
  assert.equal(new TextDecoder().decode(renderToBytes(article, { components })), html);
  assert.equal(render(article, { components }).html, html);
  assert.equal(render(article, { components }).format, "canonical");
});

test("a block that only the host knows comes with all that the source says about it", () => {
  const polls = { ...article, body: [{ type: "poll", id: 7, content: "Which boat?" }, { type: "quiz", rows: [{ "a/b": 1 }] }, { type: "poll", id: 8 }] };
  const seen = [];
  const unknown = (builtIn, { block, source }) => (seen.push([block.originalType, source]), builtIn);
  for (const source of [polls, JSON.stringify(polls), new TextEncoder().encode(JSON.stringify(polls))]) {
    seen.length = 0;
    renderToString(source, { components: { unknown } });
    assert.deepEqual(seen, polls.body.map((block) => [block.type, block]));
  }
  const sanity = [{ _type: "block", _key: "a", children: [{ _type: "span", _key: "b", text: "It sails." }] }, { _type: "ourPoll", _key: "c", id: 7 }];
  seen.length = 0;
  renderToString(sanity, { components: { unknown } });
  assert.deepEqual(seen, [["ourPoll", sanity[1]]]);
});

test("a picture of a host's own image service", () => {
  const components = {
    image(builtIn) {
      const img = builtIn.find("img");
      return h("figure", builtIn.attributes, builtIn.children.map((child) => (child === img ? img.with({ src: `https://img.example/?of=${img.attributes.src}` }) : child)));
    },
  };
  assert.match(body({ components }), /<figure class="np-figure"><img [^>]*src="https:\/\/img\.example\/\?of=\/buoy\.jpg"/);
});

test("what JSON holds is never an element", () => {
  const forged = { name: "script", attributes: {}, children: ["alert(1)"] };
  for (const result of [forged, [forged], JSON.parse('{"name":"b","attributes":{},"children":[]}'), 3, true, () => "x", Symbol("x")]) {
    assert.throws(() => renderToString(article, { components: { embed: () => result } }), (error) => error instanceof NewsprintError && error.code === "view");
  }
  for (const work of [() => h("script"), () => h("STYLE"), () => h("a b"), () => h("p", { onclick: "x" }), () => h("p", { "a b": "x" }), () => h("iframe", { srcdoc: "x" }), () => h("p", { "x>": 1 })]) {
    assert.throws(work, (error) => error.code === "view");
  }
  const html = renderToString(article, { components: { embed: () => h("p", { title: '"><script>' }, "<script>\0&\u00a0") } });
  assert.match(html, /<p title="&quot;&gt;&lt;script&gt;">&lt;script&gt;&amp;&nbsp;<\/p>/);
});

test("an error of the host's own comes through, and the next call works", () => {
  const before = renderToString(article);
  assert.throws(() => renderToString(article, { components: { embed() { throw new RangeError("mine"); } } }), /mine/);
  assert.throws(() => renderToString(article, { components: {}, headingLevel: 9 }), (error) => error.code === "options");
  assert.equal(renderToString(article), before);
});

const long = (count) => ({ type: "article", headline: "x", body: Array.from({ length: count }, (_, at) => line(`P${at + 1}.`)) });
const places = (source, slots) => {
  const html = body({ slots, components: { slot: (_, { slot }) => `[${slot}]` } }, source);
  return html.replaceAll(/<\/?p>|\./g, "").replaceAll(/<figure.*?<\/figure>/g, "F").replaceAll(/<h2.*?<\/h2>/g, "H");
};

test("places for advertisements: every so many paragraphs, and never where it must not be", () => {
  assert.equal(places(long(9), { ad: { every: 4 } }), "P1P2P3P4[ad-1]P5P6P7P8[ad-2]P9");
  assert.equal(places(long(9), { ad: { every: 2, atMost: 2 } }), "P1P2[ad-1]P3P4[ad-2]P5P6P7P8P9");
  assert.equal(places(long(8), { ad: { every: 4 } }), "P1P2P3P4[ad-1]P5P6P7P8");
  const mixed = long(4);
  mixed.body.splice(2, 0, picture);
  mixed.body.splice(4, 0, { type: "heading", level: 2, content: "H" });
  assert.equal(places(mixed, { ad: { every: 2, apartFrom: ["image", "heading"] } }), "P1P2FP3HP4");
  mixed.body.push(line("P5."));
  assert.equal(places(mixed, { ad: { every: 2, apartFrom: ["image", "heading"] } }), "P1P2FP3HP4[ad-1]P5");
  assert.equal(places(mixed, (before, after) => before.name === "paragraph" && after.name === "image" && "top"), "P1P2[top]FP3HP4P5");
});

test("a place that nobody fills is an empty box with its name", () => {
  assert.match(body({ slots: { ad: { every: 1 } } }, long(2)), /^<p>P1\.<\/p><div class="np-slot" data-np-slot="ad-1"><\/div><p>P2\.<\/p>$/);
});

test("the element shows the same views, and patches them", async () => {
  const components = { image: (builtIn) => h("div", { class: "zoom" }, builtIn), unknown: (_, { block }) => h("b", null, block.originalType) };
  const slots = { ad: { every: 1 } };
  const tab = await open("<newsprint-article></newsprint-article>");
  const show = (headline) => tab.evaluate(async ([article, headline]) => {
    const { h } = await import("/newsprint/slim.js");
    const element = document.querySelector("newsprint-article");
    element.options = {
      components: { image: (builtIn) => h("div", { class: "zoom" }, builtIn), unknown: (_, { block }) => h("b", null, block.originalType) },
      slots: { ad: { every: 1 } },
    };
    element.article = { ...article, headline };
  }, [article, headline]);
  await show("Ferry back");
  await told(tab, "newsprint-render");
  assert.equal(await tab.$eval("newsprint-article", ({ innerHTML }) => innerHTML), renderToString(article, { components, slots }));
  const figure = await tab.$("newsprint-article figure");
  await show("Ferry late");
  await told(tab, "newsprint-render", 2);
  assert.equal(await tab.$eval("newsprint-article", ({ innerHTML }) => innerHTML), renderToString({ ...article, headline: "Ferry late" }, { components, slots }));
  assert.equal(await figure.evaluate((node) => node.isConnected), true);
});

test("mount takes nothing but an element", () => {
  for (const element of [undefined, null, 3, "main", {}]) assert.throws(() => mount(element, article), (error) => error.code === "element");
});
