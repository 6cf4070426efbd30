// Answers with the article; the runtime compiles the wasm when the worker is deployed.

import { renderToString } from "newsprint";
import style from "newsprint/style.css";
import article from "./ferry.json";
import picture from "./ferry.svg";

const page = (html) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Night ferry returns</title>
    <style>:root { color-scheme: light dark } body { margin: 0; background: light-dark(#fffefb, #15171a) } ${style}</style>
  </head>
  <body><main>${html}</main></body>
</html>`;

export default {
  fetch(request) {
    if (new URL(request.url).pathname === "/ferry.svg") return new Response(picture, { headers: { "content-type": "image/svg+xml" } });
    return new Response(page(renderToString(article)), { headers: { "content-type": "text/html; charset=utf-8" } });
  },
};
