import type { RandomStream } from "../../randomisation/draw/generator.ts";

/** How bootstrap intervals are drawn. */
export type Sampling = { readonly draws: number; readonly stream: RandomStream };
