// The running wasm module: started once, replaced after a crash. Knows nothing of articles.

import start, { __wbg_reset_state as replace, addLanguage, addReader as sayAdded, type InitOutput, initSync as startNow } from "../core/newsprint.js";
import divided from "../core/divided.js";
import { NewsprintError, type Problem } from "./error.js";

/** A compiled module or its bytes. */
export type Module = WebAssembly.Module | BufferSource;

/** A module, or where it can be fetched. */
export type Place = Module | URL | string | Request | Response | Promise<Response>;

/** What the running instance was started from. */
let running: Place | undefined;

/** The words of the languages that were added, which every instance gets. */
const added = new Set<string>();

/** The readers that were added, in their order, which every instance gets that has not all of them. */
const parts = new Map<string, WebAssembly.Module>();

/** What the running instance and its readers have for the next reader. */
let shared: Record<string, WebAssembly.ExportValue> = {};

/**
 * Fetches and starts the wasm module, in place of another one that may be running.
 *
 * @example
 * ```js
 * await init("/newsprint/newsprint.wasm");
 * await init(new URL("newsprint/newsprint.wasm", import.meta.url));
 * ```
 */
export async function init(place: Place): Promise<void> {
  if (running === place) return;
  try {
    follow(await start({ module_or_path: place }), place);
  } catch (error) {
    throw unstarted(error);
  }
}

/**
 * Starts the wasm module at once, in place of another one that may be running.
 *
 * @example
 * ```js
 * import module from "newsprint/newsprint.wasm"; // as workers have it
 * import { initSync, renderToString } from "newsprint/slim";
 *
 * initSync(module);
 * ```
 */
export function initSync(module: Module): void {
  if (running === module) return;
  try {
    follow(startNow({ module }), module);
  } catch (error) {
    throw unstarted(error);
  }
}

/** Gives an instance what every instance gets. */
function follow(instance: InitOutput, place = running): void {
  running = place;
  shared = { ...instance } as unknown as typeof shared;
  addLanguages([...added]);
  for (const [name, module] of parts) attach(name, module);
}

/** Returns what no typical article needs of what is here, the core among it, and is not here itself. */
export function lacking(): string[] {
  if (!shared._t) return [];
  const here = divided.filter((name) => name === "canonical" || parts.has(name));
  return here.map((name) => `${name}-seldom`).filter((name) => !parts.has(name));
}

/** Adds the words of languages to the running instance, if there is one, and to those that follow it. */
export function addLanguages(texts: readonly string[]): void {
  for (const one of texts) {
    if (running) addLanguage(new TextEncoder().encode(one));
    added.add(one);
  }
}

/**
 * Adds what reads a format, or another part, to a module that shows articles in the canonical format alone, as the
 * module that is a file does, and to those that take its place.
 *
 * @example
 * ```js
 * import { addReader, init, readers, renderToString } from "newsprint/slim";
 *
 * await init("/newsprint/newsprint.wasm");
 * for (const name of readers("markdown")) {
 *   addReader(name, await WebAssembly.compileStreaming(fetch(`/newsprint/readers/${name}.wasm`)));
 * }
 * renderToString("# Night ferry returns");
 * ```
 */
export function addReader(name: string, source: Module): void {
  if (parts.has(name)) return;
  try {
    const module = "byteLength" in source ? new WebAssembly.Module(source) : source;
    if (running) attach(name, module);
    parts.set(name, module);
  } catch (error) {
    throw unstarted(error);
  }
}

function attach(name: string, module: WebAssembly.Module): void {
  // A module that has all readers shares no table.
  if (!shared._t) return;
  Object.assign(shared, new WebAssembly.Instance(module, { p: shared }).exports);
  // What only some readers share has a number.
  if (!/\d$/.test(name)) sayAdded(name);
}

/** A policy of the page that forbids wasm is told in the same words as a broken module (WebAssembly JavaScript Interface). */
function unstarted(cause: unknown): NewsprintError {
  return cause instanceof WebAssembly.CompileError
    ? new NewsprintError({ code: "wasm-refused", message: "this place compiles no WebAssembly, or not this module" }, { cause })
    : new NewsprintError({ code: "load", message: "the wasm module cannot be loaded" }, { cause });
}

/** Says that no module runs, where the caller is to start it. */
export function notStarted(): never {
  throw new NewsprintError({ code: "not-started", message: "the wasm module has not been started yet" });
}

/** Runs `work` on the module, which `load` provides for the first call. */
export function run<T>(load: () => Module, work: () => T): T {
  if (!running) initSync(load());
  try {
    return work();
  } catch (error) {
    if (isProblem(error)) throw new NewsprintError(error);
    // Anything else has left the instance with a stack that nobody unwound: it cannot be used again.
    follow(replace() as unknown as InitOutput);
    // A function that is not here is one that crashes.
    const problem = lacking().length
      ? { code: "format-unread", message: "this needs parts of the module that few articles do; `withModule` fetches them, `addReader` adds them", reader: "seldom" }
      : { code: "crash", message: "the renderer crashed on this input" };
    throw new NewsprintError(problem, { cause: error });
  }
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && !(error instanceof Error) && "code" in error;
}
