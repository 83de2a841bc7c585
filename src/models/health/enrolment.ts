import type { Env } from "../../env.ts";
import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { askOneToken } from "../calls/warm-up.ts";
import { endpointNameOf, healthOf } from "./client.ts";

/** Short, because a participant is waiting at a link. */
const PROBE_MS = 15_000;
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
	const verdict = await health.judge();
	if (verdict.kind !== "probe") return verdict.kind === "broken" ? verdict.retryAfterMs : null;
	const askable = models.find((model) => !JSON.stringify(model).includes("{{"));
	// This endpoint serves only adapters, and the participant's is not known yet. This participant's session probes it.
	if (!askable) return null;
	const failed = (await askOneToken({ bindings: env, atOnce: true }, askable, PROBE_MS)) !== null;
	await health.report({ failed, weight: 1, by: "a newcomer" });
	return failed ? RETRY_MS : null;
}
