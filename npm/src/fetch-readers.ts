// Fetches the readers of formats from beside this file. Knows addresses, nothing of formats.

import files from "../core/readers.js";
import { addReader } from "./instance.js";
import { readers } from "./readers.js";

/** What is on its way, or is here, by the names of the files. */
const fetched = new Map<string, Promise<WebAssembly.Module>>();

async function compiled(name: string): Promise<WebAssembly.Module> {
  const response = await fetch(files[name]!());
  if (!response.ok) throw new Error(response.statusText);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Fetches what reads a format, or all of them, at once, and adds it as soon as the module runs. */
export async function fetchReader(format: string, running: Promise<void>): Promise<void> {
  const names = format === "*" ? Object.keys(files) : readers(format);
  for (const name of names) if (!fetched.has(name)) fetched.set(name, compiled(name));
  try {
    const modules = await Promise.all(names.map((name) => fetched.get(name)!));
    await running;
    names.forEach((name, at) => addReader(name, modules[at]!));
  } catch (error) {
    names.forEach((name) => fetched.delete(name));
    throw error;
  }
}
