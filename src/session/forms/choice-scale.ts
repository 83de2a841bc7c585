import { onGrid } from "../../protocol/answers/answers.ts";
import type { Scale } from "../../protocol/schema/schema.ts";
import type { Fault } from "../../shared/problem.ts";
import type { BlindedActive, BlindedStudy } from "../domain/blinded-state.ts";
import { currentConversation, planOf } from "../domain/conversation.ts";
import { entryOf } from "../domain/state.ts";

/** The default for `best-of` conversations. */
const PRISM_SCALE: Scale = { min: 1, max: 100, step: 1, minLabel: "Terrible", maxLabel: "Perfect" };

/** The scale for rating the candidates of the current conversation. Null if they are not rated. */
export function scaleOf(study: BlindedStudy, state: BlindedActive): Scale | null {
	const entry = entryOf(study, planOf(state), currentConversation(state).index);
	return entry.scale === undefined ? PRISM_SCALE : entry.scale;
}

export function scoreFaults(
	scores: Readonly<Record<string, number>>,
	slots: readonly string[],
	{ min, max, step }: Scale,
): Fault[] {
	const missing = slots.filter((slot) => scores[slot] === undefined);
	const faults = missing.map((slot) => ({ pointer: `/scores/${slot}`, detail: "Rate every reply." }));
	for (const [slot, score] of Object.entries(scores)) {
		const at = { pointer: `/scores/${slot}` };
		if (!slots.includes(slot)) faults.push({ ...at, detail: "There is no such reply." });
		else if (score < min || score > max) faults.push({ ...at, detail: `Must be between ${min} and ${max}.` });
		else if (!onGrid(score, min, step)) faults.push({ ...at, detail: `Must be a step of ${step} from ${min}.` });
	}
	return faults;
}
