import { env, runDurableObjectAlarm } from "cloudflare:test";
import { readJson, send } from "./http.ts";
import { eventually, rows } from "./worker.ts";

export type BatchBody = {
	readonly batch: string;
	readonly status: string;
	readonly done: number;
	readonly of: number;
	readonly judged: number;
	readonly missing: number;
	readonly known: number;
	readonly gone: number;
	readonly failed: number;
	readonly judges: readonly { readonly judge: string; readonly judged: number; readonly missing: number }[];
	readonly tokens: number;
	readonly cost: number;
	readonly failures: Readonly<Record<string, number>>;
};

const idOf = async (slug: string) => String((await readJson(await send(`/v1/studies/${slug}`))).id);
export const judgingStub = async (slug: string) => env.JUDGEMENTS.get(env.JUDGEMENTS.idFromName(await idOf(slug)));

export async function startBatch(slug: string, json: object): Promise<BatchBody> {
	const response = await send(`/v1/studies/${slug}/judgements`, { method: "POST", json });
	if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
	return (await response.json()) as BatchBody;
}

export const readBatch = async (slug: string, batch: string): Promise<BatchBody> =>
	(await send(`/v1/studies/${slug}/judgements/${batch}`)).json();

/** The batch once it is over and in D1. Its alarms run by themselves; this only hurries them. */
export async function finishedBatch(slug: string, { batch }: { readonly batch: string }): Promise<BatchBody> {
	const stub = await judgingStub(slug);
	const ended = await eventually(async () => {
		await runDurableObjectAlarm(stub);
		const state = await readBatch(slug, batch);
		return state.status !== "running" && state;
	}, `the end of ${batch}`);
	await eventually(async () => {
		await runDurableObjectAlarm(stub);
		const [row] = await rows("SELECT status, judged + missing AS made FROM judgement_batches WHERE id = ?", batch);
		const [kept] = await rows("SELECT count(*) AS n FROM judgements WHERE batch_id = ?", batch);
		return row?.status === ended.status && row.made === kept?.n;
	}, "the batch's rows");
	return ended;
}
