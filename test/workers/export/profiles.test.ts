import { beforeAll, describe, expect, it } from "vitest";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { draft, load, openIt } from "../../support/protocols/personal-study.ts";

const SLUG = "known-before";
const exits = Object.fromEntries(
	["completed", "declined", "screened_out", "failed_checks"].map((exit, place) => [exit, { code: `C${place}` }]),
);
const survey = (user: number) => ({
	user_id: `user${user}`,
	self_description: `I am number ${user}.`,
	system_string: `Be kind to ${user}.`,
	gender: "Female",
	stated_prefs: { values: 10, creativity: 20, fluency: 90, factuality: 80, safety: 70, other: 100, other_text: null },
	order_stated_prefs: { values: 1, creativity: 2, fluency: 3, factuality: 4, safety: 5, other: 9 },
});

type Columns = Record<string, unknown>;

const download = async (file: string, slug = SLUG): Promise<string> =>
	new TextDecoder().decode(await (await send(`/v1/studies/${slug}/exports/${file}`)).arrayBuffer());
const lines = async (file: string): Promise<Columns[]> =>
	(await download(file))
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));

async function came(id: string, source: string): Promise<{ session: string; participant: string }> {
	const who = await enrol(fetchWorker, KEY, SLUG, id, { source });
	expect((await walk(fetchWorker, who)).status).toBe("completed");
	await drain(who.session);
	const [row] = await rows<{ participant_id: string }>("select participant_id from sessions where id = ?", who.session);
	return { session: who.session, participant: row?.participant_id ?? "" };
}

const profileOf = async (session: string) =>
	(await rows<{ profile_id: string | null }>("select profile_id from sessions where id = ?", session))[0]?.profile_id;

describe("the profile of a person who arrives for a session", () => {
	let mapped: { session: string; participant: string };
	let own: { session: string; participant: string };
	beforeAll(async () => {
		await draft(SLUG, { layout: "best-of", recruitment: { onlyProfiles: true, prolific: { exits } } });
		await load(SLUG, { participant: "5f1a", user_id: "user7" }, survey(7), survey(8), {
			participant: "q1",
			source: "qualtrics",
			profile: { self_description: "I came by Qualtrics." },
		});
		expect((await openIt(SLUG)).status).toBe(200);
		const landed = await send(`/p/${SLUG}?PROLIFIC_PID=5f1a`, { key: null });
		mapped = await came("5f1a", "prolific");
		expect(landed.headers.get("Location")).toBe(`/s/${mapped.session}`);
		own = await came("q1", "qualtrics");
	});

	it("is in PRISM's survey, whether it was found by a mapping, without a source or by its own source", async () => {
		const rows = await lines("prism_survey.jsonl");
		expect(rows).toHaveLength(2);
		expect(rows).toContainEqual(
			expect.objectContaining({
				self_description: "I am number 7.",
				system_string: "Be kind to 7.",
				gender: "Female",
				order_stated_prefs: survey(7).order_stated_prefs,
			}),
		);
		expect(rows).toContainEqual(expect.objectContaining({ self_description: "I came by Qualtrics." }));
	});

	it("is in P-DPO's users, with preferences from the stated ratings", async () => {
		const users: Record<string, Columns> = JSON.parse(await download("prism_data_user.json?threshold=1"));
		expect(users[mapped.participant]).toMatchObject({
			system_string: "Be kind to 7.",
			demographics: {
				self_description: "I am number 7.",
				gender: "Female",
				preference: ["fluency", "factuality", "safety"],
			},
		});
		expect(users[own.participant]).toMatchObject({ demographics: { self_description: "I came by Qualtrics." } });
	});

	it("is found by a pseudonym in the session's row that no exported table contains", async () => {
		const known = await readJson(await send(`/v1/studies/${SLUG}/profiles`));
		const ids = (known.profiles as { participant: string }[]).map(({ participant }) => participant);
		expect(ids).toContain(await profileOf(mapped.session));
		expect(await profileOf(own.session)).toBe(own.participant);
		expect(await download("sessions.jsonl")).not.toContain(await profileOf(mapped.session));
		const [view] = await rows("select * from v_sessions where session = ?", mapped.session);
		expect(JSON.stringify(view)).not.toContain(await profileOf(mapped.session));
	});

	it("is written again when the session is rebuilt", async () => {
		const before = await rows("select * from sessions order by id");
		await rows("delete from sessions");
		await send(`/v1/studies/${SLUG}/rebuild`, { method: "POST", json: { after: "" } });
		for (const { session } of [mapped, own]) await drain(session);
		expect(await rows("select * from sessions order by id")).toEqual(before);
	});

	it("is removed from the session's row by an erasure", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "q1", { source: "qualtrics" });
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		await drain(who.session);
		expect(await profileOf(who.session)).toBeNull();
		expect(await lines("prism_survey.jsonl")).toHaveLength(1);
	});
});

describe("a study without personalisation", () => {
	it("exports loaded profiles too, and deletes them with the participant", async () => {
		const slug = "needs-none";
		await draft(slug);
		await load(slug, { participant: "ann", profile: { self_description: "I bake." } });
		expect((await openIt(slug)).status).toBe(200);
		const who = await enrol(fetchWorker, KEY, slug, "ann");
		await walk(fetchWorker, who);
		await drain(who.session);
		expect(await download("prism_survey.jsonl", slug)).toContain("I bake.");
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		await drain(who.session);
		expect(JSON.stringify(await rows("select * from profiles"))).not.toContain("I bake.");
	});
});
