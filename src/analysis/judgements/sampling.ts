import type { RandomStream } from "../../randomisation/generator.ts";

/** How intervals are drawn. */
export type Sampling = { readonly draws: number; readonly stream: RandomStream };
