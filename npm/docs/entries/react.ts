/**
 * `Article`, for server and client components. What the server has rendered is kept; a later article is patched into it.
 *
 * ```jsx
 * import "newsprint/style.css";
 * import { Article } from "newsprint/react";
 *
 * export default ({ ferry }) => <Article source={ferry} options={{ headingLevel: 2 }} />;
 * ```
 *
 * @module newsprint/react
 */
export * from "../../dist/react/server.js";
