// x
import type { Renderer } from "../page/renderer.js";
export function showMany(_: Renderer, __: readonly File[], ___: (source: string, name: string) => void): void {}
