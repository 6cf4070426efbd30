"use client";
// `newsprint/react` for client components, where they are rendered on a server first.

export { Article, type ArticleProps } from "./server.js";
