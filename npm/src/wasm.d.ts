// What a runtime has that a browser does not: wasm that is imported, and files.

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "node:fs" {
  export function readFileSync(path: string): Uint8Array<ArrayBuffer>;
}

declare module "node:util" {
  const TextDecoder: typeof globalThis.TextDecoder;
  const TextEncoder: typeof globalThis.TextEncoder;
}

declare const __dirname: string;
declare function require(path: "./inlined.js"): typeof import("./inlined.js");
