import type { Source } from "../../export/table.ts";
import type { Rubric } from "../rubrics/rubric.ts";
import { type PlacedUnit, unitsOf } from "../units/units.ts";
import { talksOf } from "./talks.ts";

/** Everything in a pool that this rubric judges. */
export async function studyUnits(source: Omit<Source, "allocator" | "env">, { judges }: Rubric): Promise<PlacedUnit[]> {
	const units: PlacedUnit[] = [];
	for await (const page of talksOf(source)) for (const talk of page) units.push(...unitsOf(talk, judges));
	return units;
}
