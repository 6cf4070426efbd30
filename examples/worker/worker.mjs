// Answers with the article; the runtime compiles the wasm when the worker is deployed.

import { renderToString } from "newsprint";
import article from "./ferry.json";

export default {
  fetch() {
    const html = `<!doctype html><html lang="en"><title>Night ferry returns</title><main>${renderToString(article)}</main></html>`;
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  },
};
