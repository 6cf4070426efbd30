// Serves the article, rendered for each request, and the steps of it for pages that show it live.

import { readFile } from "node:fs/promises";
import express from "express";
import { renderToString, toSteps } from "newsprint";

const app = express();
const article = () => readFile(new URL("ferry.json", import.meta.url));

app.get("/", async (_request, response) => {
  response.send(`<!doctype html><html lang="en"><title>Night ferry returns</title><main>${renderToString(await article())}</main></html>`);
});
app.get("/steps", async (_request, response) => response.type("text/plain").send(toSteps(await article())));

const server = app.listen(process.env.PORT ?? 3000, () => console.log(`http://localhost:${server.address().port}`));
