import type { Env } from "../../env.ts";
import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { askOneToken } from "../calls/warm-up.ts";
import { endpointNameOf, healthOf } from "./client.ts";

/** Somebody waits at a link meanwhile. */
const PROBE_MS = 15_000;
/** What is said where nobody knows it better. */
const RETRY_MS = 30_000;

/**
 * For how long this study takes in nobody new, in milliseconds, because an endpoint that any of its arms needs does not
 * serve; null where all do. Any arm's: if only those were turned away who would have met the broken one, who is in which
 * arm would follow from who came. Where a pause is over, one newcomer's arrival asks the endpoint for one token.
 */
export async function enrolmentPause(protocol: Protocol, env: Env): Promise<number | null> {
	const waits = await Promise.all(endpointsOf(protocol).map(([name, models]) => waitFor(name, models, env)));
	const longest = Math.max(0, ...waits.map((wait) => wait ?? 0));
	return longest > 0 ? longest : null;
}

/** By endpoint, the models of its arms. */
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
	// Only adapters are served there, and whose to ask for is not known yet: this newcomer finds out.
	if (!askable) return null;
	const failed = (await askOneToken({ bindings: env, atOnce: true }, askable, PROBE_MS)) !== null;
	await health.report({ failed, weight: 1, by: "a newcomer" });
	return failed ? RETRY_MS : null;
}
