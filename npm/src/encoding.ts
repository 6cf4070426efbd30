// The coders of Node, which environments for tests such as jsdom do not pass on. Knows nothing else.

export { TextDecoder, TextEncoder } from "node:util";
