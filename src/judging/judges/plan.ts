import { below, type RandomStream, randomStream } from "../../randomisation/draw/generator.ts";
import { derivedId, type Id } from "../../shared/id.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type Rubric, rubricName } from "../rubrics/rubric.ts";
import { faultOf, type Material, swapped } from "./material.ts";
import { judgeRequest, PROMPT_VERSION, requestHash } from "./prompt.ts";

/** A unit to judge. `id` must not name an arm: use the id of a reply, a pair or a session. */
export type JudgedUnit = { readonly id: string; readonly material: Material };

/** A judge model. `settings` contains everything that affects its answers: provider, model, parameters. */
export type Judge = { readonly name: string; readonly settings: Readonly<Record<string, unknown>> };

export type BatchRequest = {
	readonly rubric: Rubric;
	readonly units: readonly JudgedUnit[];
	readonly judges: readonly Judge[];
	/** How often each judge judges each unit. */
	readonly repeats: number;
	/** 64 hex digits. */
	readonly seed: string;
};

/** One planned call, with everything that identifies it. */
export type PlannedJudgement = {
	/** The same for the same text, rubric, prompt, judge and repeat in every batch, so that no judgement is paid for twice. */
	readonly id: Id<"judgement">;
	readonly unit: string;
	readonly judge: string;
	/** From 1. */
	readonly repeat: number;
	/** Whether the replies of a pair are shown in the other order. */
	readonly swapped: boolean;
	/** The hash of the exact request (see `requestHash`). */
	readonly request: string;
};

export type Batch = {
	readonly judgements: readonly PlannedJudgement[];
	readonly skipped: readonly { readonly unit: string; readonly why: string }[];
};

/**
 * All judgements of a batch, in an order by the seed. Each judge has its own order, so that no unit is always judged late, and
 * judges take turns. Pairs are judged in both orders.
 */
export function planBatch(batch: BatchRequest): Result<Batch, string> {
	const fault = batchFault(batch);
	if (fault !== null) return err(fault);
	const judged = batch.units.map((unit) => ({ unit, why: unitFault(unit, batch.rubric) }));
	const units = judged.flatMap(({ unit, why }) => (why === null ? [unit] : []));
	const skipped = judged.flatMap(({ unit, why }) => (why === null ? [] : [{ unit: unit.id, why }]));
	const shown = units.flatMap((unit) => presentationsOf(unit, batch.rubric));
	const byJudge = batch.judges.map((judge) => {
		const stream = randomStream(batch.seed, ["judging", rubricName(batch.rubric), judge.name]);
		const judgements = Array.from({ length: batch.repeats }, (_, index) =>
			shown.map((one) => planned(one, batch.rubric, judge, index + 1)),
		);
		return judgements.flatMap((ofRepeat) => shuffledInPlace(ofRepeat, stream));
	});
	return ok({ judgements: interleaved(byJudge), skipped });
}

/** The material of a planned judgement, with replies in the order in which the judge sees them. */
export const materialOf = (unit: JudgedUnit, judgement: Pick<PlannedJudgement, "swapped">): Material =>
	judgement.swapped && unit.material.kind === "pair" ? swapped(unit.material) : unit.material;

/** The judgements of a batch without a result yet, given the ids that have one. */
export const pending = (batch: Batch, done: ReadonlySet<string>): readonly PlannedJudgement[] =>
	batch.judgements.filter(({ id }) => !done.has(id));

function batchFault({ units, judges, repeats }: BatchRequest): string | null {
	if (units.length === 0) return "There is nothing to judge.";
	if (judges.length === 0) return "A batch needs a judge.";
	if (!Number.isInteger(repeats) || repeats < 1) return "The number of repeats is a whole number from 1.";
	const name = repeated(judges.map((judge) => judge.name));
	if (name !== null) return `Two judges are named "${name}".`;
	const id = repeated(units.map((unit) => unit.id));
	return id === null ? null : `Two units have the id "${id}".`;
}

function repeated(names: readonly string[]): string | null {
	const seen = new Set<string>();
	for (const name of names) {
		if (seen.has(name)) return name;
		seen.add(name);
	}
	return null;
}

const unitFault = ({ material }: JudgedUnit, { judges }: Rubric): string | null =>
	material.kind === judges ? faultOf(material) : `The rubric judges a ${judges}, and this is a ${material.kind}.`;

type Presentation = { readonly unit: string; readonly swapped: boolean; readonly request: string };

/** Hashed once, because all judges and repeats use the same hashes. */
const presentationsOf = (unit: JudgedUnit, rubric: Rubric): Presentation[] =>
	(unit.material.kind === "pair" ? [false, true] : [false]).map((inOtherOrder) => ({
		unit: unit.id,
		swapped: inOtherOrder,
		request: requestHash(judgeRequest(rubric, materialOf(unit, { swapped: inOtherOrder }))),
	}));

function planned(shown: Presentation, rubric: Rubric, { name, settings }: Judge, repeat: number): PlannedJudgement {
	const judge = sha256Of(canonicalJson(settings));
	const order = shown.swapped ? "swapped" : "as given";
	const id = derivedId(
		"judgement",
		PROMPT_VERSION,
		rubricName(rubric),
		shown.unit,
		shown.request,
		judge,
		repeat,
		order,
	);
	return { id, judge: name, repeat, ...shown };
}

/** Fisher and Yates. The generator's own `shuffle` is quadratic, and a batch can have 100,000 judgements. */
function shuffledInPlace<T>(items: T[], stream: RandomStream): T[] {
	for (let last = items.length - 1; last > 0; last -= 1) {
		const chosen = below(stream, last + 1);
		[items[last], items[chosen]] = [items[chosen] as T, items[last] as T];
	}
	return items;
}

function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
	const longest = lists.reduce((length, list) => Math.max(length, list.length), 0);
	const mixed: T[] = [];
	for (let at = 0; at < longest; at += 1) for (const list of lists) mixed.push(...list.slice(at, at + 1));
	return mixed;
}
