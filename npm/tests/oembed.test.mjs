// Embeds of providers that a host names and that are asked by oEmbed, in Chromium: nobody is asked before the click, and
// what is answered is never markup.

import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "newsprint";
import { address, open, pages, settle, told } from "./page.mjs";

const head = '<link rel="stylesheet" href="/newsprint/style.css"><link rel="stylesheet" href="/newsprint/behaviours.css"><script type="module" src="/start.js"></script>';
const policy = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self' https://asked.example; frame-src https:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
};
const film = { provider: "Film", addresses: ["https://film.example/watch/*", "https://*.film.example/v/*"], endpoint: "/oembed", hosts: ["player.film.example"] };

/** What the page's own server is asked, and what it answers. */
let asked = [];
let answer = {};
pages["/oembed"] = (response, request) => {
  asked.push({ ...Object.fromEntries(new URL(request.url, address).searchParams), cookie: request.headers.cookie });
  response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" }).end(typeof answer === "string" ? answer : JSON.stringify(answer));
};

/** Opens an article with embeds of those addresses; what goes to another host is answered here, and counted. */
async function shown(urls, table, options = {}) {
  asked = [];
  pages["/start.js"] = `import { setConsent, start } from "/newsprint/behaviours.js"; start(document, { oembed: ${JSON.stringify(table)} });
    window.setConsent = setConsent; window.started = true;`;
  const body = urls.map((url, index) => ({ type: "embed", url, title: `Film ${index}` }));
  const article = renderToString({ type: "article", language: "en", headline: "Ferry back", body: [...body, "After."] });
  const tab = await open(`<main>${article}</main>`, { head, element: false, headers: policy, ...options });
  tab.foreign = [];
  await tab.route((url) => url.origin !== address && url.protocol !== "data:", (route) => {
    tab.foreign.push(route.request().url());
    const isAnswer = route.request().url().startsWith("https://asked.example/");
    const headers = { "access-control-allow-origin": "*" };
    return route.fulfill(isAnswer ? { headers, contentType: "application/json", body: JSON.stringify(answer) } : { contentType: "text/html", body: "<title>x</title><p>A film.</p>" });
  });
  await tab.waitForFunction(() => window.started);
  return tab;
}

const video = (src, more = {}) => ({ type: "video", version: "1.0", html: `<iframe width="640" height="360" src="${src}" onload="alert(1)"></iframe>`, width: 640, height: 360, ...more });

test("nobody is asked before the click; then the endpoint once, and the frame is shown where it says", async () => {
  answer = video("https://player.film.example/7?a=1&amp;b=2");
  const tab = await shown(["https://film.example/watch/7?t=3"], [film]);
  await tab.context().addCookies([{ name: "session", value: "1", url: address }]);
  await settle(tab, 300);
  assert.deepEqual([tab.foreign, asked], [[], []]);
  assert.equal(await tab.textContent(".np-load"), "Load content from Film");
  await tab.click(".np-load");
  await tab.waitForFunction(() => document.querySelector("iframe")?.src);
  const [frame] = await tab.$$eval("iframe", (all) => all.map(({ src, title, sandbox, srcdoc, attributes }) => ({ src, title, sandbox: [...sandbox], srcdoc, names: [...attributes].map(({ name }) => name) })));
  assert.equal(frame.src, "https://player.film.example/7?a=1&b=2");
  assert.equal(frame.title, "Film 0");
  assert.ok(frame.sandbox.includes("allow-scripts") && !frame.sandbox.some((word) => word.includes("top-navigation")));
  assert.deepEqual([frame.srcdoc, frame.names.includes("onload")], ["", false]);
  assert.deepEqual(asked, [{ format: "json", url: "https://film.example/watch/7?t=3", cookie: undefined }]);
  const box = await tab.locator("iframe").boundingBox();
  assert.ok(Math.abs(box.width / box.height - 16 / 9) < 0.02, JSON.stringify(box));
  assert.equal(await tab.evaluate(() => document.activeElement.localName), "iframe");
  await settle(tab);
  assert.deepEqual([...new Set(tab.foreign.map((url) => new URL(url).host))], ["player.film.example"]);
  assert.equal(await tab.locator(".np-embed-link a").count(), 1);
  assert.deepEqual(await tab.evaluate(() => reports), []);
});

test("an endpoint of another host, on https alone, whose frames are its own", async () => {
  answer = video("https://asked.example/frame/7", { width: "100%", height: 300 });
  const tab = await shown(["https://film.example/watch/7"], [{ provider: "Film", addresses: film.addresses, endpoint: "https://asked.example/oembed.{format}?key=1" }]);
  await settle(tab);
  assert.deepEqual(tab.foreign, []);
  await tab.click(".np-load");
  await tab.waitForFunction(() => document.querySelector("iframe")?.src);
  assert.equal(tab.foreign[0], "https://asked.example/oembed.json?key=1&format=json&url=https%3A%2F%2Ffilm.example%2Fwatch%2F7");
  assert.equal(await tab.evaluate(() => document.querySelector("iframe").offsetHeight), 300);
  const plain = await shown(["https://film.example/watch/7"], [{ ...film, endpoint: "http://asked.example/oembed" }]);
  await plain.click(".np-load");
  await told(plain, "newsprint-error");
  assert.deepEqual(plain.foreign, []);
});

test("a picture is shown as one", async () => {
  answer = { type: "photo", url: "https://player.film.example/7.jpg", width: 300, height: 200 };
  const tab = await shown(["https://film.example/watch/7"], [film]);
  await tab.click(".np-load");
  await tab.waitForSelector(".np-frame img");
  const [alt, src] = await tab.$eval(".np-frame img", ({ alt, src }) => [alt, src]);
  assert.deepEqual([alt, src], ["Film 0", "https://player.film.example/7.jpg"]);
  assert.equal(await tab.locator("iframe").count(), 0);
  assert.equal(await tab.evaluate(() => document.activeElement.className), "np-skip-end");
});

test("whatever else is answered shows nothing, loads nothing, is told, and can be asked for again", async () => {
  const wrong = [
    { type: "rich", html: '<img src="https://evil.example/x.png" onerror="alert(1)"><script src="https://evil.example/x.js"></script>' },
    ...["https://evil.example/", "http://player.film.example/7", "javascript:alert(1)", "data:text/html,x", "//evil.example/", "https://player.film.example@evil.example/",
      "https://player.film.example.evil.example/", "https://me@player.film.example/", `${address}/page`, "/page", "https://[", ""].map((src) => video(src)),
    { type: "video", html: '<iframe srcdoc="<p>x</p>"></iframe>' },
    { type: "photo", url: "https://evil.example/x.jpg" }, { type: "photo", url: "data:image/png,x" }, { type: "link" },
    "null", "[]", "{", "", undefined,
  ];
  const tab = await shown(["https://film.example/watch/7"], [film]);
  for (const [index, one] of wrong.entries()) {
    answer = one;
    await tab.click(".np-load");
    const { length, [index]: last } = await told(tab, "newsprint-error", index + 1);
    assert.deepEqual([length, last.code], [index + 1, "embed"], JSON.stringify(one));
    assert.equal(await tab.locator("iframe, .np-embed img").count(), 0, JSON.stringify(one));
    assert.equal(await tab.evaluate(() => document.activeElement.className), "np-load");
  }
  assert.deepEqual(tab.foreign, []);
  assert.equal(asked.length, wrong.length);
  assert.equal(await tab.locator(".np-embed-link a").count(), 1);
  answer = video("https://player.film.example/7");
  await tab.click(".np-load");
  await tab.waitForFunction(() => document.querySelector("iframe")?.src);
  assert.deepEqual(tab.errors, []);
});

test("addresses that only look like those of the host's table", async () => {
  const right = ["https://film.example/watch/7", "http://film.example/watch/7", "https://a.b.film.example/v/7"];
  const wrong = [
    "https://film.example/", "https://film.example/other/7", "https://film.example:8443/watch/7", "https://me@film.example/watch/7", "https://film.example.evil.example/watch/7",
    "https://evil.example/film.example/watch/7", "https://evil.example/?https://film.example/watch/7", "https://evilfilm.example/v/7", "https://filmXexample/watch/7",
    "https://evil.example/.film.example/v/7", "mailto:film.example/watch/7",
  ];
  const tab = await shown([...right, ...wrong], [film]);
  assert.equal(await tab.locator(".np-load").count(), right.length);
  assert.deepEqual(await tab.$$eval(".np-load", (all) => all.map((button) => button.closest("figure").querySelector("a").textContent)), right.map((_, index) => `Film ${index}`));
});

test("what was agreed to is asked for at once, and the room that the host has named is kept", async () => {
  answer = video("https://player.film.example/7", { width: 100, height: 400 });
  const tab = await shown(["https://film.example/watch/7"], [{ ...film, size: "4 / 3" }]);
  await tab.evaluate(() => setConsent("Film", true));
  await tab.reload();
  await tab.waitForFunction(() => document.querySelector("iframe")?.src);
  const shift = await tab.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value))).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
  }));
  const box = await tab.locator("iframe").boundingBox();
  assert.ok(Math.abs(box.width / box.height - 4 / 3) < 0.02, JSON.stringify(box));
  assert.ok(shift < 0.25, `${shift}`);
  await tab.evaluate(() => setConsent("Film", false));
  assert.equal(await tab.locator("iframe").count(), 0);
});
