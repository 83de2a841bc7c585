import type { SessionView, StepView } from "../../src/session/view/view-schema.ts";
import type { Json } from "../../src/shared/json.ts";
import { drawsOf } from "../../src/simulation/policy/draws.ts";
import { actOf as scriptedAct } from "../../src/simulation/policy/next-act.ts";
import { policySchema } from "../../src/simulation/policy/policy-schema.ts";
import type { RecordedSession } from "../capsule/recorded.ts";
import type { Act, actOf } from "./act.ts";

/** The text of every reply to a stand-in. The stand-in is erased in the end. */
export const STAND_IN_REPLY = "This reply was erased.";

const ERASED = { source: "api", consented: true, startedAt: "", endedAt: null, forms: [], endedByResearcher: null };

/** An erased participant's stand-in. The log has only their place. Without a stand-in, everybody after them would get another place. */
export function erasedSession(
	session: string,
	pool: string,
	strata: readonly string[],
	values: readonly string[],
): RecordedSession {
	const attributes = strata.flatMap((name, place) => {
		const [from, attribute = ""] = name.split(".");
		return from === "attributes" ? [[attribute, values[place] ?? ""] as const] : [];
	});
	const own = { session, participant: "", pool, attributes: Object.fromEntries(attributes), conversations: [] };
	return { ...ERASED, ...own, source: pool === "live" ? "api" : pool, status: "completed" };
}

/** A stand-in answers by the scripted policy. Its answers that decide the stratum are those of the log. */
export function standInDecide(strata: readonly string[], values: readonly string[]): typeof actOf {
	const mind = { draws: drawsOf(1, 0), policy: policySchema.parse({}), worths: [] };
	const known = new Map(
		strata.flatMap((name, place) => {
			const [from, form, item] = name.split(".");
			return from === "answers" && form && item ? [[item, values[place] ?? ""] as const] : [];
		}),
	);
	return (_recorded, view, step): Act => {
		const act = scriptedAct(mind, view, step);
		if (act.kind !== "answer") return { kind: "stop" };
		return { kind: "answer", answer: withStrata(act.answer, view, step) };
	};

	function withStrata(answer: Json, _view: SessionView, step: StepView): Json {
		if (step.kind !== "form" || typeof answer !== "object" || answer === null || !("answers" in answer)) return answer;
		const given: Readonly<Record<string, Json>> = Object(answer.answers);
		const own = step.items.flatMap(({ id, kind }) => {
			const value = known.get(id);
			return value === undefined ? [] : [[id, kind === "choice" ? value : Number(value)] as const];
		});
		return { ...answer, answers: { ...given, ...Object.fromEntries(own) } };
	}
}
