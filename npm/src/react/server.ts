// `newsprint/react` where React renders on a server: the article as HTML. Knows React, nothing of how articles are read.

import { createElement, type ReactElement } from "react";
import { renderToString } from "../index.js";
import { type ArticleProps, attributes, ELEMENT } from "./props.js";

export type { ArticleProps } from "./props.js";

/**
 * Shows an article; in a server component it needs no script in the browser.
 *
 * @example
 * ```jsx
 * import { Article } from "newsprint/react";
 *
 * export default function Page({ ferry }) {
 *   return <Article source={ferry} options={{ headingLevel: 2 }} theme="dark" />;
 * }
 * ```
 */
export function Article(props: ArticleProps): ReactElement {
  const html = props.source === undefined ? "" : renderToString(props.source, props.options);
  // What is written here holds no scripts and no handlers, whatever the source was.
  return createElement(ELEMENT, { ...attributes(props), suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: html } });
}
