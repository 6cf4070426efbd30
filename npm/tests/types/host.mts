// What the types promise to a strict host: this file is compiled, never run. A line after `@ts-expect-error` must be wrong.

import {
  type Article, type Component, type Diagnostic, type Format, type Mounting, type Options, type Part, type Rendering, type SlotPolicy, type Source,
  type ViewElement, check, formats, h, mount, NewsprintError, patch, read, render, renderToBytes, renderToString, toJsonLd, toSteps, toText,
} from "newsprint";
import { type BehaviourWords, embeds, hasConsent, lightbox, type Live, live, notes, type OembedProvider, type Recognised, recognise, setConsent, start } from "newsprint/behaviours";
import { NewsprintArticle } from "newsprint/element";
import { Article as Shown } from "newsprint/react";
import { init, initSync } from "newsprint/slim";
import { ready, withModule } from "newsprint/url";
import "newsprint/auto";
import "newsprint/behaviours.css";
import "newsprint/style.css";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <_ extends true>(): void => {};

// Functions and what they return.
is<Same<ReturnType<typeof render>, Rendering>>();
is<Same<ReturnType<typeof renderToString>, string>>();
is<Same<ReturnType<typeof renderToBytes>, Uint8Array>>();
is<Same<ReturnType<typeof check>, Diagnostic[]>>();
is<Same<ReturnType<typeof read>["article"], Article>>();
is<Same<ReturnType<typeof toText>, string>>();
is<Same<ReturnType<typeof toJsonLd>, string>>();
is<Same<ReturnType<typeof toSteps>, string>>();
is<Same<ReturnType<typeof mount>, Mounting>>();
is<Same<ReturnType<typeof patch>, Mounting>>();
is<Same<Parameters<typeof render>, [source: Source, options?: Options | undefined]>>();
is<Same<Rendering["format"], Format>>();
is<Same<NonNullable<Diagnostic["severity"]>, "error" | "warning" | "info">>();
formats();

// Sources.
const sources: Source[] = ["# x", new Uint8Array(), new ArrayBuffer(0), { type: "article" } satisfies Article];
sources.map((source) => render(source));
// @ts-expect-error a number is no article
render(3);
// @ts-expect-error nor is nothing
render(null);

// Every option.
const options: Required<Options> = {
  from: "markdown", base: "https://example.org/", sanity: { projectId: "a", dataset: "b" }, references: { a: {} }, headingLevel: 2, language: "de",
  idPrefix: "two", header: ["headline", "readingTime"], contents: true, updateThreshold: 5, ownCredits: ["Us"], words: { by: "Words: {}" },
  components: {}, slots: {},
};
render("x", options);
render("x", { headingLevel: undefined });
// @ts-expect-error an option that there is not
render("x", { headingLevle: 2 });
// @ts-expect-error a format that there is not
render("x", { from: "docx" });
// @ts-expect-error a part of the header that there is not
render("x", { header: ["title"] });
// @ts-expect-error a word that there is not
render("x", { words: { title: "x" } });

// Articles.
const article: Article = { headline: "x", body: [{ type: "image", src: "a.jpg", alt: "A buoy." }, "Text."] };
// @ts-expect-error a block that there is not
const wrong: Article = { body: [{ type: "picture" }] };
// @ts-expect-error a gallery has pictures
const empty: Article = { body: [{ type: "gallery" }] };

// Errors.
try {
  render(article);
} catch (error) {
  if (error instanceof NewsprintError) is<Same<typeof error.code, string>>();
}

// Views.
const zoom: Component = (builtIn, part) => {
  is<Same<typeof builtIn, ViewElement>>();
  is<Same<typeof part, Part>>();
  return [h("my-zoom", { src: part.href ?? null, open: true, width: 3 }, builtIn, "text", null, false, [builtIn])];
};
const policy: SlotPolicy = { every: 4, of: "paragraph", apartFrom: ["image", "heading"], atMost: 3 };
render(article, { components: { image: zoom, link: (builtIn) => builtIn, unknown: () => null, headline: zoom, slot: zoom }, slots: { ad: policy } });
render(article, { slots: (before, after, parts, index) => before.name === "paragraph" && after.name !== "image" && parts.length > index && "ad" });
// @ts-expect-error a part that there is not
render(article, { components: { picture: zoom } });
// @ts-expect-error what is no node
render(article, { components: { image: () => 3 } });

// The element.
const element: HTMLElement = new NewsprintArticle();
const found = document.querySelector("newsprint-article")!;
found.article = article;
found.options = { headingLevel: 2, components: { image: zoom } };
found.reload();
found.addEventListener("newsprint-render", ({ detail }) => is<Same<typeof detail, Mounting>>());
found.addEventListener("newsprint-error", ({ detail }) => is<Same<typeof detail, NewsprintError>>());
found.addEventListener("newsprint-diagnostics", ({ detail }) => is<Same<typeof detail, Diagnostic[]>>());
found.addEventListener("newsprint-consent", ({ detail }) => is<Same<typeof detail.provider, string>>());
// @ts-expect-error a number is no article
found.article = 3;

// Behaviours.
const words: Partial<BehaviourWords> = { close: "Shut" };
const stop: () => void = start(document, { words, recognise: (url) => (url.hostname === "quiz.example" ? { provider: "Quiz", src: url.href } : undefined) });
[embeds(), lightbox(element), notes(document.body), stop].forEach((end) => end());
const film: OembedProvider = { provider: "Film", addresses: ["https://film.example/*"], endpoint: "/oembed", hosts: ["player.film.example"], size: "4 / 3" };
start(document, { oembed: [film] });
// @ts-expect-error somebody has to answer
start(document, { oembed: [{ provider: "Film", addresses: [] }] });
setConsent("YouTube", hasConsent("X"));
const running: Live = live(element, { source: "/steps", every: 10 });
running.update(toSteps(article));
is<Same<ReturnType<typeof recognise>, Recognised | undefined>>();
// @ts-expect-error seconds are a number
live(element, { every: "10" });

// Starting.
const starting: Promise<void>[] = [init("/newsprint.wasm"), init(new Uint8Array()), init(new URL("https://example.org/")), ready(), withModule(() => {})];
initSync(new WebAssembly.Module(new Uint8Array()));
// @ts-expect-error nothing cannot be started
initSync(null);

// React.
Shown({ source: article, options: { headingLevel: 2 }, theme: "dark", onError: (error) => error.code });
// @ts-expect-error a theme that there is not
Shown({ source: article, theme: "sepia" });

export { element, empty, options, running, sources, starting, wrong };
