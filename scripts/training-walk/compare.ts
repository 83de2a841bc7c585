import assert from "node:assert/strict";
import { z } from "zod";
import { TALKS } from "../../src/simulation/policy/talks.ts";
import { type Completed, namesOf, sendParticipants, sessionsOf } from "../demo/participants.ts";
import { adaptersByArm, checkSealed, sessionsStoodInFor } from "./calls.ts";
import { checkRequests } from "./proof.ts";
import { BASE, PEOPLE, type Site, STRANGER, UNKNOWN } from "./site.ts";

const STUDY = "prism-x-endpoints";
const PATH = `/v1/studies/${STUDY}`;

const opened = z.looseObject({ opened: z.looseObject({ complete: z.boolean() }) });

/** Every conversation starts with the same message, so requests differ only by arm. */
const OPENING = TALKS[0]?.opening ?? "";

/** `own` are the served names of the participants' own models. */
export async function compare(site: Site, own: readonly string[]): Promise<void> {
	const served = new Set([...own, UNKNOWN]);
	const completed = await talk(site, served);
	await checkBlinded(site);
	await unblind(site);
	await checkUnblinded(site, served, completed);
}

async function talk({ api, recorder, progress }: Site, served: ReadonlySet<string>) {
	// A busy machine may be late, which is not tested here.
	await api.call("POST", `${PATH}/open?acceptLateReplies=true`);
	const names = [...namesOf("walker", PEOPLE), STRANGER];
	await sendParticipants(api, { study: STUDY, names, policy: { opening: OPENING } }, progress);
	const completed = await sessionsOf(api, { study: STUDY, names });
	const turns = checkRequests(recorder.requests, {
		opening: OPENING,
		base: BASE.name,
		pooled: "pooled-1",
		own: served,
	});
	progress.done(
		`${names.length} participants talked to all four arms: generic, pooled and individual differ in the adapter alone, ` +
			`prompted in its system prompt alone (first turns: ${Object.values(turns).join(", ")})`,
	);
	return completed;
}

async function checkBlinded({ researcher, progress }: Site): Promise<void> {
	const calls = await researcher.lines(`${PATH}/exports/model-calls.jsonl`);
	checkSealed(calls, await researcher.lines(`${PATH}/exports/deviations.jsonl?pool=simulated`));
	progress.done(`All ${calls.length} rows of calls are sealed, those of the stranger too`);
}

async function unblind({ api }: Site): Promise<void> {
	await api.call("POST", `${PATH}/close`);
	const act = { reason: "The walk of the tutorial has ended.", turnAway: true };
	for (let complete = false; !complete; )
		complete = opened.parse(await api.call("POST", `${PATH}/unblind`, act)).opened.complete;
}

async function checkUnblinded(
	{ researcher, progress }: Site,
	served: ReadonlySet<string>,
	completed: readonly Completed[],
): Promise<void> {
	const [calls, key, deviations] = await Promise.all([
		researcher.lines(`${PATH}/exports/model-calls.jsonl`),
		researcher.lines(`${PATH}/exports/arms.jsonl?pool=simulated`),
		researcher.lines(`${PATH}/exports/deviations.jsonl?pool=simulated`),
	]);
	assert.deepEqual(Object.fromEntries(adaptersByArm(calls, key)), {
		generic: new Set([null]),
		prompted: new Set([null]),
		pooled: new Set(["pooled-1"]),
		individual: served,
	});
	const stranger = completed.find(({ name }) => name === STRANGER)?.session;
	assert.deepEqual(sessionsStoodInFor(deviations), new Set([stranger]), "the stranger alone had the generic user");
	progress.done("Unblinded: each arm was served by its adapters, and the stranger's calls are a deviation");
}
