import relationshipSeeking from "./relationship-seeking.json" with { type: "json" };
import relationshipSeekingPair from "./relationship-seeking-pair.json" with { type: "json" };
import { type Rubric, rubricName, rubricSchema } from "./rubric.ts";
import sycophancy from "./sycophancy.json" with { type: "json" };
import sycophancyPair from "./sycophancy-pair.json" with { type: "json" };
import topics from "./topics.json" with { type: "json" };

/** The platform's rubrics. A changed rubric is a new file with a higher version; the old file stays. */
export const RUBRICS: readonly Rubric[] = [
	sycophancy,
	relationshipSeeking,
	topics,
	sycophancyPair,
	relationshipSeekingPair,
].map((data) => rubricSchema.parse(data));

/** The rubric of this name, such as `sycophancy/1`. */
export const rubricNamed = (name: string): Rubric | null =>
	RUBRICS.find((rubric) => rubricName(rubric) === name) ?? null;

/** For names that the contract has checked. */
export function requiredRubric(name: string): Rubric {
	const rubric = rubricNamed(name);
	if (!rubric) throw new Error(`there is no rubric ${name}`);
	return rubric;
}
