import assert from "node:assert/strict";
import { z } from "zod";
import { namesOf, sendParticipants } from "../demo/participants.ts";
import { type Persona, personaOf } from "../demo/persona.ts";
import { TALKS } from "../demo/talks.ts";
import { armsOf, checkRequests } from "./proof.ts";
import { BASE, PEOPLE, type Site, STRANGER, UNKNOWN } from "./site.ts";

const opened = z.looseObject({ opened: z.looseObject({ complete: z.boolean() }) });

/** Opens every conversation with the same words: requests then differ by the arm alone. */
const withOneTalk = (persona: Persona): Persona => ({ ...persona, talks: TALKS.slice(0, 1) });

export async function compare(
	{ api, origin, researcher, recorder, progress }: Site,
	own: readonly string[],
): Promise<void> {
	const study = "prism-x-endpoints";
	const path = `/v1/studies/${study}`;
	// A busy machine may be late, which is not the subject here.
	await api.call("POST", `${path}/open?acceptLateReplies=true`);
	const names = [...namesOf("walker", PEOPLE), STRANGER];
	const persona = (name: string) => withOneTalk(personaOf(name));
	await sendParticipants(api, origin, { study, names, persona }, progress);
	const opening = TALKS[0]?.opening ?? "";
	const served = new Set([...own, UNKNOWN]);
	const turns = checkRequests(recorder.requests, { opening, base: BASE.name, pooled: "pooled-1", own: served });
	progress.done(
		`${names.length} participants talked to all four arms: generic, pooled and individual differ in the adapter alone, ` +
			`prompted in its system prompt alone (first turns: ${Object.values(turns).join(", ")})`,
	);
	await api.call("POST", `${path}/close`);
	const act = { reason: "The walk of the tutorial has ended.", turnAway: true };
	for (let complete = false; !complete; )
		complete = opened.parse(await api.call("POST", `${path}/unblind`, act)).opened.complete;
	const arms = armsOf(await researcher.lines(`${path}/exports/model-calls.jsonl`));
	assert.deepEqual([...arms.keys()].sort(), ["generic", "individual", "pooled", "prompted"]);
	assert.deepEqual([arms.get("generic"), arms.get("prompted")], [new Set([null]), new Set([null])]);
	assert.deepEqual(arms.get("pooled"), new Set(["pooled-1"]));
	assert.deepEqual([...(arms.get("individual") ?? [])].sort(), [...served].sort());
	const deviations = await researcher.lines(`${path}/exports/deviations.jsonl?pool=simulated`);
	const stoodIn = deviations.filter(({ kind }) => kind === "adapter_stood_in");
	assert.equal(new Set(stoodIn.map(({ session_id }) => session_id)).size, 1, "the stranger alone had the generic user");
	progress.done("Unblinded: each arm was served by its adapters, and the stranger's calls are a deviation");
}
