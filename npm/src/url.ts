// `newsprint/url`: the functions over wasm modules that are streamed from beside this file.

export * from "./slim.js";
export { load, ready, withModule } from "./load.js";
