// `newsprint/react` as React renders it on a server. The browser's side of it is seen in the hosts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { Article } from "newsprint/react";
import { createElement } from "react";
import { renderToString as reactToString } from "react-dom/server";

const article = { type: "article", headline: "Ferry back", body: [{ type: "paragraph", content: "It sails at ten & is back by “four”." }] };

test("the article is the package's own bytes, in the element that keeps them", () => {
  const shown = reactToString(createElement(Article, { source: article, options: { headingLevel: 2 }, theme: "dark", className: "story", id: "one" }));
  const html = renderToString(article, { headingLevel: 2 });
  assert.equal(shown, `<newsprint-article id="one" class="story" theme="dark" data-np-theme="dark">${html}</newsprint-article>`);
});

test("an article that the browser loads begins empty", () => {
  assert.equal(reactToString(createElement(Article, { src: "/ferry.json" })), '<newsprint-article src="/ferry.json"></newsprint-article>');
});
