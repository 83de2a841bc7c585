import type { Env } from "../../env.ts";
import { answerOr } from "../../http/answer-or.ts";
import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { askOneToken } from "../calls/warm-up.ts";
import type { Verdict } from "./circuit-breaker.ts";
import { endpointNameOf, healthOf } from "./endpoint-health-client.ts";

/** Short, because a participant is waiting at a link. */
const PROBE_MS = 15_000;
/** If its health object does not answer, an endpoint counts as working: a failed reply can be repeated, but a participant who is turned away may not return. */
const JUDGED_WITHIN_MS = 2_000;
/** The wait that is reported if the probe fails. */
const RETRY_MS = 30_000;

/**
 * How long, in milliseconds, this study takes no new participants because an endpoint of any arm does not work; null if all
 * work. Every arm counts: if only participants of the broken arm were turned away, arrivals would reveal the arm. After a
 * pause, one arrival probes the endpoint with one token.
 */
export async function enrolmentPause(protocol: Protocol, env: Env): Promise<number | null> {
	const waits = await Promise.all(endpointsOf(protocol).map(([name, models]) => waitFor(name, models, env)));
	const longest = Math.max(0, ...waits.map((wait) => wait ?? 0));
	return longest > 0 ? longest : null;
}

export type Serving = {
	readonly endpoints: number;
	readonly serving: "yes" | "no" | "to_be_tried";
	readonly retryInSeconds: number | null;
};

/** The same for an observer. Nothing is probed, and no state changes. Over all endpoints, because one could name an arm. */
export async function servingOf(protocol: Protocol, env: Env): Promise<Serving> {
	const names = endpointsOf(protocol).map(([name]) => name);
	const verdicts = await Promise.all(names.map((name) => healthOf(env.HEALTH, name).peek()));
	const waits = verdicts.flatMap((verdict) => (verdict.kind === "broken" ? [verdict.retryAfterMs] : []));
	if (waits.length > 0)
		return { endpoints: names.length, serving: "no", retryInSeconds: Math.ceil(Math.max(...waits) / 1000) };
	const isTried = verdicts.some(({ kind }) => kind === "probe");
	return { endpoints: names.length, serving: isTried ? "to_be_tried" : "yes", retryInSeconds: null };
}

/** The endpoints of the arms, each with its models. */
function endpointsOf({ arms, models }: Protocol): [name: string, models: Model[]][] {
	const used = new Set(arms.map((arm) => arm.model));
	const byName = new Map<string, Model[]>();
	for (const [id, model] of Object.entries(models)) {
		const name = endpointNameOf(model);
		if (name !== null && used.has(id)) byName.set(name, [...(byName.get(name) ?? []), model]);
	}
	return [...byName];
}

async function waitFor(name: string, models: readonly Model[], env: Env): Promise<number | null> {
	const health = healthOf(env.HEALTH, name);
	const verdict = await answerOr<Verdict>(health.judge(), { kind: "serves" }, JUDGED_WITHIN_MS);
	if (verdict.kind !== "probe") return verdict.kind === "broken" ? verdict.retryAfterMs : null;
	const askable = models.find((model) => !JSON.stringify(model).includes("{{"));
	// This endpoint serves only adapters, and the participant's is not known yet. This participant's session probes it.
	if (!askable) return null;
	const failed = (await askOneToken({ bindings: env, atOnce: true }, askable, PROBE_MS)) !== null;
	await answerOr(health.report({ failed, weight: 1, by: "a newcomer" }), undefined, JUDGED_WITHIN_MS);
	return failed ? RETRY_MS : null;
}
