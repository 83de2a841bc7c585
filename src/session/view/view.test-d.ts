import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import type { OpenModel } from "../../models/port.ts";
import { asLabel } from "../../randomisation/plan/label-text.ts";
import type { ArmLabel, Plan } from "../../randomisation/plan/plan.ts";
import type { Json } from "../../shared/json.ts";
import type { Problem } from "../../shared/problem.ts";
import type {
	BlindedActive,
	BlindedConversation,
	BlindedCourse,
	BlindedState,
	BlindedStudy,
} from "../domain/blinded-state.ts";
import type { CommandRefusal } from "../domain/command.ts";
import type { ActiveState } from "../domain/state.ts";
import type { guessOptions, itemOrderOf, optionsOfRanking } from "../forms/form-options.ts";
import type { SessionRefusal } from "../session-client.ts";
import type { messagesOf, ownCopy } from "./message-views.ts";
import { view } from "./view.ts";
import type { SessionView } from "./view-schema.ts";

/**
 * Read by the compiler alone: what reaches a participant's client may mention neither a label nor anything sealed. A field
 * that does makes its path appear where `never` has to stand, and this file no longer compiles.
 */
type Secret = ArmLabel | Sealed<unknown>;
type Plain = string | number | boolean | bigint | symbol | null | undefined;

/** The paths in `T` at which a `Brand` may stand. What could be anything could be that, too. What a participant answered is JSON of theirs. */
type Mentions<T, Brand, Path extends string = "it"> = unknown extends T
	? Path
	: Is<T, Json> extends true
		? never
		: MentionsInside<T, Brand, Path>;
type MentionsInside<T, Brand, Path extends string> = T extends Brand
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
	Nowhere<Mentions<CommandRefusal | SessionRefusal, Secret>>,
	Nowhere<Mentions<Problem, Secret>>,
];

/** Everything that a view is made from. What a researcher wrote into forms holds neither, and is too deep for the compiler. */
type Told = Omit<BlindedStudy["protocol"], "forms">;
export type Unknowing = [
	Nowhere<Mentions<BlindedState, Secret>>,
	Nowhere<Mentions<Told, Secret>>,
	Must<Is<Mentions<ActiveState["allocated"], Secret>, never> extends false ? true : false>,
	/** And nothing else is: a maker of a view that took the whole state would be told of labels. */
	Must<Is<Parameters<typeof view | typeof ownCopy>, [study: BlindedStudy, state: BlindedState]>>,
	Must<Is<Parameters<typeof optionsOfRanking>[0], BlindedStudy>>,
	Must<Is<Parameters<typeof optionsOfRanking>[1], BlindedCourse>>,
	Must<Is<Parameters<typeof guessOptions>[1], BlindedCourse>>,
	Must<Is<Parameters<typeof itemOrderOf>[0], BlindedActive>>,
	Must<Is<Parameters<typeof messagesOf>[2], BlindedConversation>>,
];

/** Each line tries to show what nobody may see. It is an error where one of them compiles. */
export const attempts = (
	study: BlindedStudy,
	state: BlindedState,
	told: BlindedActive,
	whole: ActiveState,
): unknown[] => [
	// @ts-expect-error the order that was drawn
	state.allocated?.plan.sequence,
	// @ts-expect-error an arm's label by its slot
	state.allocated?.plan.conversations[0]?.slots[0]?.label,
	// @ts-expect-error the label of a reply
	told.conversations[0]?.turns[0]?.candidates[0]?.label,
	// @ts-expect-error the key of the arms
	state.allocated?.arms,
	// @ts-expect-error the study's seal
	state.allocated?.sealTo,
	// @ts-expect-error an arm's id
	study.protocol.arms[0]?.id,
	// @ts-expect-error an arm's model
	study.protocol.arms[0]?.model,
	// @ts-expect-error the models
	study.protocol.models,
	// @ts-expect-error a label in the place of a text, past the view
	{ ...view(study, whole), id: whole.allocated?.plan.sequence[0] } satisfies SessionView,
];

/** A field that takes a text takes neither a label nor what is sealed. */
export const fields: string[] = [
	// @ts-expect-error a label is no string
	asLabel("K7"),
	// @ts-expect-error what is sealed is no string
	seal("anything"),
];
