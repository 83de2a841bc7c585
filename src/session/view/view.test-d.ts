import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import type { StartCall } from "../../models/model-types.ts";
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
import type { SignReturn } from "./for-tools/return-address.ts";
import type { Summary, summaryOf } from "./for-tools/summary.ts";
import type { messagesOf, ownCopy } from "./message-views.ts";
import { view } from "./view.ts";
import type { SessionView } from "./view-schema.ts";

/**
 * Checked only by the compiler: nothing that reaches a participant's client may have a label or a sealed value. If a field
 * has one, its path appears where `never` is expected, and this file does not compile.
 */
type Secret = ArmLabel | Sealed<unknown>;
type Plain = string | number | boolean | bigint | symbol | null | undefined;

/** The paths in `T` at which a `Brand` may occur. An `any` may hold one too. A participant's answers are their own JSON. */
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
/** The error names the path. */
type Nowhere<Found extends never> = Found;

/** Checks `Paths` itself: it finds brands at any depth, and nothing if there are none. */
export type Instrument = [
	Must<Is<Mentions<ArmLabel, Secret>, "it">>,
	Must<Is<Mentions<{ a: string; b?: { c: readonly ArmLabel[] } | null }, Secret>, "it.b.c[]">>,
	Must<Is<Mentions<{ a: Sealed<number> } | { b: number }, Secret>, "it.a">>,
	Must<Is<Mentions<{ a: unknown }, Secret>, "it.a">>,
	Must<Is<Mentions<Plan, Secret>, never> extends false ? true : false>,
	Must<Is<Mentions<Parameters<StartCall>[0], Secret>, never> extends false ? true : false>,
	Must<Is<Mentions<{ a: string; b: { c: "x" | 7 | null }[] }, Secret>, never>>,
];

/** Everything that a session sends to its participant. */
export type Blind = [
	Nowhere<Mentions<SessionView | Summary, Secret>>,
	Nowhere<Mentions<CommandRefusal | SessionRefusal, Secret>>,
	Nowhere<Mentions<Problem, Secret>>,
];

/** Everything that views are made from. Forms are left out: they have neither, and are too deep for the compiler. */
type ProtocolForViews = Omit<BlindedStudy["protocol"], "forms">;
export type Unknowing = [
	Nowhere<Mentions<BlindedState, Secret>>,
	Nowhere<Mentions<ProtocolForViews, Secret>>,
	Must<Is<Mentions<ActiveState["allocated"], Secret>, never> extends false ? true : false>,
	/** A function that took the whole state would have access to labels. */
	Must<Is<Parameters<typeof view>, [study: BlindedStudy, state: BlindedState, sign?: SignReturn | undefined]>>,
	Must<Is<Parameters<typeof ownCopy | typeof summaryOf>, [study: BlindedStudy, state: BlindedState]>>,
	Must<Is<Parameters<typeof optionsOfRanking>[0], BlindedStudy>>,
	Must<Is<Parameters<typeof optionsOfRanking>[1], BlindedCourse>>,
	Must<Is<Parameters<typeof guessOptions>[1], BlindedCourse>>,
	Must<Is<Parameters<typeof itemOrderOf>[0], BlindedActive>>,
	Must<Is<Parameters<typeof messagesOf>[2], BlindedConversation>>,
];

/** Each line tries to show something hidden. It is an error if one of them compiles. */
export const attempts = (
	study: BlindedStudy,
	state: BlindedState,
	told: BlindedActive,
	whole: ActiveState,
): unknown[] => [
	// @ts-expect-error the drawn order
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
	// @ts-expect-error a label as a text that bypasses the view
	{ ...view(study, whole), id: whole.allocated?.plan.sequence[0] } satisfies SessionView,
];

/** A text field accepts neither a label nor a sealed value. */
export const fields: string[] = [
	// @ts-expect-error a label is no string
	asLabel("K7"),
	// @ts-expect-error a sealed value is no string
	seal("anything"),
];
