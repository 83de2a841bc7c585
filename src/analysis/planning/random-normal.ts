import type { RandomStream } from "../../randomisation/draw/generator.ts";
import { normalQuantile } from "../numeric/distributions.ts";

const WORDS = 2 ** 32;

/** Uniform on the open interval from 0 to 1. */
export const uniform = (stream: RandomStream): number => (stream.word() + 0.5) / WORDS;

/** A standard normal draw, by inversion. */
export const normal = (stream: RandomStream): number => normalQuantile(uniform(stream));

/** A standard Gumbel draw: the order of worths plus such draws is an order of Plackett and Luce. */
export const gumbel = (stream: RandomStream): number => -Math.log(-Math.log(uniform(stream)));
