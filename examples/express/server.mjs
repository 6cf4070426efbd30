// Serves the article, rendered for each request, and the steps of it for pages that show it live.

import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import { renderToString, toSteps } from "newsprint";

const app = express();
const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const article = () => readFile(file("ferry.json"));

app.get("/", async (_request, response) => {
  response.send(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Night ferry returns</title>
    <style>:root { color-scheme: light dark } body { margin: 0; background: light-dark(#fffefb, #15171a) }</style>
    <link rel="stylesheet" href="/newsprint/style.css">
    <link rel="stylesheet" href="/newsprint/behaviours.css">
    <script type="module">
      import { start } from "/newsprint/behaviours.js";

      start();
    </script>
  </head>
  <body><main>${renderToString(await article())}</main></body>
</html>`);
});
app.get("/steps", async (_request, response) => response.type("text/plain").send(toSteps(await article())));
app.get("/ferry.svg", (_request, response) => response.sendFile(file("ferry.svg")));
// What the page loads: the theme and the behaviours.
app.use("/newsprint", express.static(dirname(fileURLToPath(import.meta.resolve("newsprint/style.css")))));

const server = app.listen(process.env.PORT ?? 3000, () => console.log(`http://localhost:${server.address().port}`));
