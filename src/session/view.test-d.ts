import type { Sealed } from "../blinding/sealed.ts";
import type { OpenModel } from "../models/port.ts";
import type { ArmLabel, Plan } from "../randomisation/plan.ts";
import type { Problem } from "../shared/problem.ts";
import type { SessionRefusal } from "./client.ts";
import type { Refusal } from "./command.ts";
import type { SessionView } from "./view-schema.ts";

/**
 * Read by the compiler alone: what reaches a participant's client may mention neither a label nor anything sealed. A field
 * that does makes its path appear where `never` has to stand, and this file no longer compiles.
 */
type Secret = ArmLabel | Sealed<unknown>;
type Plain = string | number | boolean | bigint | symbol | null | undefined;

/** The paths in `T` at which a `Brand` may stand. What could be anything could be that, too. */
type Mentions<T, Brand, Path extends string = "it"> = unknown extends T
	? Path
	: T extends Brand
		? Path
		: T extends Plain
			? never
			: T extends (...input: never) => infer Output
				? Mentions<Output, Brand, `${Path}()`>
				: T extends readonly (infer Item)[]
					? Mentions<Item, Brand, `${Path}[]`>
					: { [K in keyof T]-?: Mentions<T[K], Brand, `${Path}.${K & string}`> }[keyof T];

type Is<Expected, Actual> = [Expected] extends [Actual] ? ([Actual] extends [Expected] ? true : false) : false;
type Must<Held extends true> = Held;
/** Its error names the path. */
type Nowhere<Found extends never> = Found;

/** The instrument itself: it finds what is there, at any depth, and nothing where nothing is. */
export type Instrument = [
	Must<Is<Mentions<ArmLabel, Secret>, "it">>,
	Must<Is<Mentions<{ a: string; b?: { c: readonly ArmLabel[] } | null }, Secret>, "it.b.c[]">>,
	Must<Is<Mentions<{ a: Sealed<number> } | { b: number }, Secret>, "it.a">>,
	Must<Is<Mentions<{ a: unknown }, Secret>, "it.a">>,
	Must<Is<Mentions<Plan, Secret>, never> extends false ? true : false>,
	Must<Is<Mentions<Parameters<OpenModel>[0], Secret>, never> extends false ? true : false>,
	Must<Is<Mentions<{ a: string; b: { c: "x" | 7 | null }[] }, Secret>, never>>,
];

/** Everything that a session says to its participant. */
export type Blind = [
	Nowhere<Mentions<SessionView, Secret>>,
	Nowhere<Mentions<Refusal | SessionRefusal, Secret>>,
	Nowhere<Mentions<Problem, Secret>>,
];
