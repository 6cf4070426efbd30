"use client";
// `newsprint/react` in the browser: keeps what the server has rendered, and hands later articles to the element.

import { createElement, type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { NewsprintArticle } from "../element.js";
import { type ArticleProps, attributes, ELEMENT } from "./props.js";

export type { ArticleProps } from "./props.js";

const never = () => () => {};

/** Shows an article; what a server has rendered stays until there is another one. */
export function Article(props: ArticleProps): ReactElement {
  const { source, options } = props;
  // While a page is hydrated, React is told that the content is not its own; what it builds itself begins empty.
  const isHydrating = useSyncExternalStore(never, () => false, () => true);
  const [isServers] = useState(isHydrating);
  const element = useRef<NewsprintArticle>(null);
  const shown = useRef(isServers && source !== undefined ? source : undefined);

  useEffect(() => {
    // Only a page that shows something needs the element, and no server does.
    void import("../element.js");
  }, []);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const events = listen(props, current);
    return () => events.abort();
  });
  useEffect(() => {
    const { current } = element;
    if (!current || source === undefined || source === shown.current) return;
    shown.current = source;
    Object.assign(current, { options: options ?? {}, article: source });
  }, [source, options]);

  const content = isServers ? { suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: "" } } : {};
  return createElement(ELEMENT, { ...attributes(props), ref: element, ...content });
}

function listen({ onRender, onDiagnostics, onError }: ArticleProps, element: HTMLElement): AbortController {
  const until = new AbortController();
  const on = (type: string, work: ((detail: never) => void) | undefined) => {
    if (work) element.addEventListener(type, (event) => work((event as CustomEvent).detail as never), { signal: until.signal });
  };
  on("newsprint-render", onRender);
  on("newsprint-diagnostics", onDiagnostics);
  on("newsprint-error", onError);
  return until;
}
