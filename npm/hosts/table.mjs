// The hosts, one after the other: what is installed beside the package, how it is built, and where its article is seen.
// Knows names and files, nothing of how they are run.

/** Functions and element in one page, as a bundler gets them. */
const page = {
  "index.html": '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><main></main><script type="module" src="./main.js"></script></html>',
  "main.js": `import { renderToString } from "newsprint";
    import "newsprint/element";
    import articles from "./articles.js";
    // Not at the top level: what is loaded later may be in a file that waits for this one.
    show();
    async function show() {
    const written = articles.map((article) => renderToString(article));
    // The element builds nodes, one article after the other, so that all have the plain identifiers.
    const shown = [];
    for (const article of articles) {
      const element = document.createElement("newsprint-article");
      const rendered = new Promise((done, fail) => {
        element.addEventListener("newsprint-render", () => done(element.innerHTML));
        element.addEventListener("newsprint-error", ({ detail }) => fail(detail));
      });
      element.article = article;
      document.querySelector("main").append(element);
      shown.push(await rendered);
      element.remove();
    }
    const differs = shown.findIndex((html, index) => html !== written[index]);
    if (differs >= 0) console.error("the element shows", shown[differs]);
    window.shown = differs < 0 && written;
    }`,
};

/** The same in a process. */
const print = {
  "main.mjs": `import { renderToString } from "newsprint";
    import articles from "./articles.js";
    console.log(JSON.stringify(articles.map((article) => renderToString(article))));`,
};

/** The same by `require`, which bundlers, too, meet in older code. */
const required = 'const { renderToString } = require("newsprint"); import("./articles.js").then(({ default: articles }) => console.log(JSON.stringify(articles.map((article) => renderToString(article)))));';
const requiredBundled = 'const { renderToString } = require("newsprint"); const { default: articles } = require("./articles.js"); console.log(JSON.stringify(articles.map((article) => renderToString(article))));';

/** React in the browser alone. */
const react = {
  "index.html": page["index.html"],
  "main.js": `import { Article } from "newsprint/react";
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import articles from "./articles.js";
    const root = createRoot(document.querySelector("main"));
    const shown = [];
    const show = (index) => {
      if (index === articles.length) return (window.shown = shown);
      const onRender = () => {
        shown.push(document.querySelector("newsprint-article").innerHTML);
        // A later article is handed to the same element, which patches it in.
        setTimeout(() => show(index + 1));
      };
      root.render(createElement(Article, { source: articles[index], onRender, onError: (error) => console.error(error) }));
    };
    show(0);`,
};

const worker = {
  "worker.mjs": `import { renderToString } from "newsprint";
    import articles from "./articles.js";
    export default { fetch: () => new Response(JSON.stringify(articles.map((article) => renderToString(article)))) };`,
};
/** Runs a bundled worker and prints its answer: as it is, or the article in its page as a list of one. */
const miniflare = (isPage) => ({
  "run.mjs": `import { Miniflare } from "miniflare";
    const worker = new Miniflare({ modules: true, modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }], scriptPath: "out/worker.js", compatibilityDate: "2026-01-01" });
    const answer = await (await worker.dispatchFetch("http://localhost/")).text();
    await worker.dispose();
    console.log(${isPage ? 'JSON.stringify([/<main>(.*)<\\/main>/s.exec(answer)[1]])' : "answer"});
    process.exit(0);`,
});
const bundleWorker = ["esbuild", "worker.mjs", "--bundle", "--format=esm", "--conditions=workerd", "--loader:.wasm=copy", "--loader:.css=text", "--loader:.svg=text", "--outfile=out/worker.js"];

/** What the element in a page shows when it does, without what behaviours have added. */
const inElement = `(() => {
  const shown = document.querySelector("newsprint-article > .np-article")?.cloneNode(true);
  shown?.querySelectorAll("[data-np-extra]").forEach((extra) => extra.remove());
  return shown && [shown.outerHTML];
})()`;

/** A page as WordPress makes it of a template and of what a theme loads. */
const wordpress = `
  import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
  const php = readFileSync("functions.php", "utf8");
  const [, folder] = /get_theme_file_uri\\( '(\\w+)' \\)/.exec(php);
  const styles = [...php.matchAll(/wp_enqueue_style\\( '[\\w-]+', "\\$place\\/([^"]+)"/g)].map(([, file]) => '<link rel="stylesheet" href="/theme/' + folder + "/" + file + '">');
  const scripts = [...php.matchAll(/wp_enqueue_script_module\\( '[\\w-]+', "\\$place\\/([^"]+)"/g)].map(([, file]) => '<script type="module" src="/theme/' + folder + "/" + file + '"></script>');
  if (styles.length !== 2 || scripts.length !== 1) throw new Error("the theme loads something else");
  const body = readFileSync("templates/single.html", "utf8").replaceAll(/<!--.*?-->\\n?/g, "");
  writeFileSync("index.html", '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>' + styles.join("") + scripts.join("") + body + "</html>");
  cpSync("node_modules/newsprint/dist", "theme/" + folder, { recursive: true });
  mkdirSync("wp-json/newsprint/v1/articles", { recursive: true });
  cpSync("ferry.json", "wp-json/newsprint/v1/articles/ferry");`;

/** What a browser must do beside showing it: keep what a server has rendered, patch it, lead into a shadow tree, and ask first. */
const firefox = {
  "index.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="/newsprint/style.css">
    <script>window.changes = 0;</script><main></main><script type="module" src="main.js"></script></html>`,
  "main.js": `import { renderToString, setConsent, start } from "./package.js";
    import articles from "./articles.js";
    const main = document.querySelector("main");
    const wait = (element, type) => new Promise((done) => element.addEventListener(type, done, { once: true }));
    const check = (what, holds) => { if (!holds) throw new Error(what); };
    const [ferry] = articles;
    const written = articles.map((article) => renderToString(article));
    // What a server has rendered: laid out before the element is defined.
    main.innerHTML = "<newsprint-article>" + written[0] + "</newsprint-article>";
    const served = main.firstChild;
    new MutationObserver((records) => (changes += records.length)).observe(served, { subtree: true, childList: true, attributes: true, characterData: true });
    run().then(() => (window.shown = written), (error) => console.error(error.message));
    async function run() {
      await import("newsprint/element");
      await new Promise((done) => setTimeout(done, 200));
      check("upgrade changes something", changes === 0 && served.innerHTML === written[0]);
      const link = served.querySelector("a");
      link.focus();
      served.article = { ...ferry, headline: "Night ferry is late" };
      await wait(served, "newsprint-render");
      check("patching", served.textContent.includes("is late") && document.activeElement === link);
      served.article = ferry;
      await wait(served, "newsprint-render");
      check("patched back", served.innerHTML === written[0]);
      for (const [index, article] of articles.entries()) {
        served.remove();
        const element = document.createElement("newsprint-article");
        element.article = article;
        main.append(element);
        await wait(element, "newsprint-render");
        check("nodes of " + index, element.innerHTML === written[index]);
        element.remove();
      }
      const shadow = document.createElement("newsprint-article");
      shadow.setAttribute("shadow", "");
      shadow.article = { type: "article", headline: "x", body: ["One.[^1]", "[^1]: Note."].join(String.fromCharCode(10, 10)) };
      main.append(shadow);
      await wait(shadow, "newsprint-render");
      shadow.shadowRoot.querySelector(".np-noteref a").click();
      await new Promise((done) => setTimeout(done, 200));
      check("a link in a shadow tree", shadow.shadowRoot.activeElement?.id === "np-fn-1");
      check("the theme in a shadow tree", shadow.shadowRoot.adoptedStyleSheets.length === 1);
      shadow.remove();
      main.append(served);
      start();
      check("a button that asks first", served.querySelector(".np-load") && !document.querySelector("iframe"));
      setConsent("YouTube", true);
      check("a frame", served.querySelector("iframe").src.startsWith("https://www.youtube-nocookie.com/embed/"));
      setConsent("YouTube", false);
      served.querySelector(".np-enlarge").click();
      check("a dialog", served.querySelector("dialog[open]"));
      served.querySelector("dialog").close();
    }`.replaceAll('"newsprint/element"', '"/newsprint/element.js"'),
  "package.js": `export { renderToString } from "/newsprint/index.js"; export { setConsent, start } from "/newsprint/behaviours.js";`,
};

export const HOSTS = [
  { name: "node-esm", files: print, prints: ["node", "main.mjs"] },
  { name: "node-cjs", files: { "main.cjs": required }, prints: ["node", "main.cjs"] },
  { name: "deno", packages: ["deno@2.9.6"], files: print, prints: ["deno", "run", "--quiet", "--node-modules-dir=manual", "main.mjs"] },
  { name: "deno-cjs", packages: ["deno@2.9.6"], files: { "main.cjs": required }, prints: ["deno", "run", "--quiet", "--node-modules-dir=manual", "main.cjs"] },
  { name: "bun", packages: ["bun@1.4.5"], files: print, prints: ["bun", "run", "main.mjs"] },
  { name: "workerd", packages: ["miniflare@4", "esbuild@0.28.2"], files: { ...worker, ...miniflare(false) }, build: [bundleWorker], prints: ["node", "run.mjs"] },
  { name: "vite", packages: ["vite@8.3.8"], files: page, build: [["vite", "build"]], page: { "/": "dist" } },
  {
    name: "webpack",
    packages: ["webpack@5.112.2", "webpack-cli@6"],
    files: { ...page, "out/index.html": '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><main></main><script src="main.js"></script></html>' },
    build: [["webpack", "--mode", "production", "--entry", "./main.js", "--output-path", "out"]],
    page: { "/": "out" },
  },
  {
    name: "rollup",
    packages: ["rollup@4.68.7", "@rollup/plugin-node-resolve@16"],
    files: { ...page, "out/index.html": page["index.html"] },
    build: [["rollup", "main.js", "--dir", "out", "--plugin", "node-resolve={browser:true}"]],
    page: { "/": "out" },
  },
  {
    name: "esbuild",
    packages: ["esbuild@0.28.2"],
    files: { ...page, "out/index.html": page["index.html"] },
    build: [["esbuild", "main.js", "--bundle", "--minify", "--format=esm", "--outfile=out/main.js"]],
    page: { "/": "out" },
  },
  {
    name: "esbuild-cjs",
    packages: ["esbuild@0.28.2"],
    files: { "main.cjs": requiredBundled },
    build: [["esbuild", "main.cjs", "--bundle", "--minify", "--outfile=out/main.cjs"]],
    prints: ["node", "out/main.cjs"],
  },
  {
    name: "webpack-cjs",
    packages: ["webpack@5.112.2", "webpack-cli@6"],
    files: { "main.cjs": requiredBundled },
    build: [["webpack", "--mode", "production", "--entry", "./main.cjs", "--output-path", "out", "--output-filename", "main.cjs"]],
    prints: ["node", "out/main.cjs"],
  },
  {
    name: "parcel",
    packages: ["parcel@2.16"],
    files: page,
    build: [["node", "-e", 'const fs=require("fs");const p=JSON.parse(fs.readFileSync("package.json"));p["@parcel/resolver-default"]={packageExports:true};fs.writeFileSync("package.json",JSON.stringify(p))'], ["parcel", "build", "index.html", "--no-cache", "--no-source-maps"]],
    page: { "/": "dist" },
  },
  { name: "react", packages: ["vite@8.3.8", "react@19.3.1", "react-dom@19.3.1"], files: react, build: [["vite", "build"]], page: { "/": "dist" } },
  { name: "next", example: "next", packages: ["next@16.4.6", "react@19.3.1", "react-dom@19.3.1"], build: [["next", "build"]], file: ".next/server/app/index.html" },
  {
    name: "next-client",
    example: "next",
    packages: ["next@16.4.6", "react@19.3.1", "react-dom@19.3.1"],
    build: [["next", "build"]],
    started: ["next", "start"],
    path: "/client",
    // Kept as it is when it is hydrated, then changed and changed back.
    look: `(async () => {
      const article = () => document.querySelector("newsprint-article .np-article");
      if (!article() || !customElements.get("newsprint-article")) return false;
      const first = article().outerHTML;
      const rendered = new Promise((done) => addEventListener("newsprint-render", done, { once: true }));
      document.querySelector("button").click();
      await rendered;
      return article().textContent.includes("Night ferry is late") && [first];
    })()`,
  },
  { name: "astro", example: "astro", packages: ["astro"], build: [["astro", "build"]], file: "dist/index.html" },
  { name: "sveltekit", example: "svelte", build: [["vite", "build"]], file: "build/index.html" },
  { name: "nuxt", example: "nuxt", build: [["nuxt", "build"]], serves: ["node", ".output/server/index.mjs"] },
  { name: "vue", example: "vue", build: [["vite", "build"]], page: { "/": "dist" }, look: inElement },
  { name: "express", example: "express", serves: ["node", "server.mjs"] },
  { name: "worker", example: "worker", packages: ["miniflare@4", "esbuild@0.28.2"], files: miniflare(true), build: [bundleWorker], prints: ["node", "run.mjs"] },
  { name: "plain", example: "plain", page: { "/newsprint/": "node_modules/newsprint/dist", "/": "" }, look: inElement },
  { name: "firefox", packages: ["puppeteer-core@24.43.1"], files: firefox, browser: "firefox", page: { "/newsprint/": "node_modules/newsprint/dist", "/": "" } },
  { name: "wordpress", example: "wordpress", files: { "make.mjs": wordpress }, build: [["node", "make.mjs"]], page: { "/": "" }, look: inElement },
];
