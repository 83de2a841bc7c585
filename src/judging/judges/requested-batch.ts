import { approximateTokens } from "../../protocol/tokens/counted-reply.ts";
import { sha256Of } from "../../shared/json.ts";
import { ok, type Result } from "../../shared/result.ts";
import { subsetToLabel } from "../judgement-labels/read-labels.ts";
import type { Rubric } from "../rubrics/rubric.ts";
import type { PlacedUnit, UnitPlace } from "../units/units.ts";
import type { JudgePrice } from "./estimate.ts";
import { estimateBatch, type JudgeEstimate } from "./estimate.ts";
import { faultOf } from "./material.ts";
import { type Batch, type Judge, type PlannedJudgement, pending, planBatch } from "./plan.ts";

export type Requested = {
	readonly rubric: Rubric;
	readonly units: readonly PlacedUnit[];
	readonly judges: readonly (Judge & { readonly price: JudgePrice | undefined })[];
	readonly repeats: number;
	readonly seed: number;
	/** Judge a random part of so many units. */
	readonly most: number | undefined;
};

export type RequestedBatch = {
	readonly judgements: readonly (PlannedJudgement & { readonly place: UnitPlace })[];
	readonly units: number;
	/** The number of units that cannot be judged, by reason. */
	readonly skipped: Readonly<Record<string, number>>;
	/** What the judgements that are not known yet will take, at most. */
	readonly estimate: (known: ReadonlySet<string>) => JudgeEstimate[];
};

/** The units that a person or a judge can judge, in a random order by the seed: a larger part contains the smaller one. */
export function partOf(units: readonly PlacedUnit[], most: number, seed: number): PlacedUnit[] {
	const judgeable = units.filter(({ material }) => faultOf(material) === null);
	const byId = new Map(judgeable.map((unit) => [unit.id, unit]));
	return subsetToLabel([...byId.keys()], most, String(seed)).flatMap((id) => byId.get(id) ?? []);
}

/** The judgements of a request, in their order. The error is in words. */
export function requestedBatch({
	rubric,
	units,
	judges,
	repeats,
	seed,
	most,
}: Requested): Result<RequestedBatch, string> {
	const part = most === undefined ? units : partOf(units, most, seed);
	const hash = sha256Of(`crossover judgements ${seed}`).slice("sha256:".length);
	const planned = planBatch({ rubric, units: part, judges, repeats, seed: hash });
	if (!planned.ok) return planned;
	const batch = planned.value;
	const places = new Map(part.map(({ id, place }) => [id, place]));
	const prices = new Map(judges.flatMap(({ name, price }) => (price ? [[name, price] as const] : [])));
	return ok({
		judgements: batch.judgements.flatMap((judgement) => {
			const place = places.get(judgement.unit);
			return place ? [{ ...judgement, place }] : [];
		}),
		units: part.length - batch.skipped.length,
		skipped: reasonsOf(batch),
		estimate: (known) =>
			estimateBatch({ ...batch, judgements: pending(batch, known) }, rubric, part, prices, approximateTokens),
	});
}

function reasonsOf({ skipped }: Batch): Record<string, number> {
	const groups = Map.groupBy(skipped, ({ why }) => why);
	return Object.fromEntries([...groups].map(([why, units]) => [why, units.length]));
}
