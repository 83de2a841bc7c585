import { env, runDurableObjectAlarm } from "cloudflare:test";
import { readJson, send } from "./http.ts";
import { drain, eventually, rows } from "./worker.ts";

export type RunBody = {
	readonly run: string;
	readonly status: string;
	readonly done: number;
	readonly of: number;
	readonly failed: number;
	readonly tokens: number;
	readonly cost: number;
	readonly secondsLeft: number | null;
	readonly deviations: Readonly<Record<string, number>>;
	readonly failures: Readonly<Record<string, number>>;
};

const idOf = async (slug: string) => String((await readJson(await send(`/v1/studies/${slug}`))).id);

export async function startRun(slug: string, json: object): Promise<RunBody> {
	const response = await send(`/v1/studies/${slug}/simulations`, { method: "POST", json });
	if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
	return (await response.json()) as RunBody;
}

export const readRun = async (slug: string, run: string): Promise<RunBody> =>
	(await send(`/v1/studies/${slug}/simulations/${run}`)).json();

/** The run once it is over. Its alarms run by themselves; this only hurries them. */
export async function finishedRun(slug: string, { run }: { readonly run: string }): Promise<RunBody> {
	const study = await idOf(slug);
	const stub = env.SIMULATIONS.get(env.SIMULATIONS.idFromName(study));
	const ended = await eventually(async () => {
		await runDurableObjectAlarm(stub);
		const state = await readRun(slug, run);
		return state.status !== "running" && state;
	}, `the end of ${run}`);
	await eventually(async () => {
		const [row] = await rows("SELECT status FROM simulation_runs WHERE id = ?", run);
		return row?.status === ended.status;
	}, "the run's row");
	const sessions = await rows<{ session_id: string | null }>(
		"SELECT session_id FROM simulated_participants WHERE run_id = ?",
		run,
	);
	for (const { session_id } of sessions) if (session_id) await drain(session_id);
	return ended;
}
