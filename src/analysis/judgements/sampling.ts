import type { RandomStream } from "../../randomisation/draw/generator.ts";

/** How intervals are drawn. */
export type Sampling = { readonly draws: number; readonly stream: RandomStream };
