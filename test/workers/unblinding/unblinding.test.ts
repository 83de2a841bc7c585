import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { sealRow } from "../../../src/blinding/seals/seal-keys.ts";
import { database } from "../../../src/db/database.ts";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import type { LogLine } from "../../../src/randomisation/allocator/log-chain.ts";
import {
	readUnblindings,
	type UnblindingRecord,
	unblindingDifferences,
} from "../../../src/randomisation/verify/recorded-unblindings.ts";
import { unsealRows } from "../../../src/unblinding/unseal-rows.ts";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const UNBLIND = "/v1/studies/{study}/unblind";
const REASON = "The analysis plan is registered, and the study has ended.";
const post = (slug: string, json: object, key: string = KEY) =>
	send(`/v1/studies/${slug}/unblind`, { method: "POST", json, key });
const move = (slug: string, to: "open" | "pause" | "close") => send(`/v1/studies/${slug}/${to}`, { method: "POST" });
const unblind = async (slug: string, json: object = { reason: REASON }) =>
	expectContract("POST", UNBLIND, await post(slug, json));
async function closeAndUnblind(slug: string, json: object = { reason: REASON }) {
	await move(slug, "close");
	return unblind(slug, json);
}
const ofStudy = (slug: string) =>
	rows("SELECT * FROM unblindings JOIN studies ON studies.id = study_id WHERE slug = ?", slug);
const calls = (slug: string) =>
	rows<{
		id: string;
		sealed: string | null;
		session_id: string | null;
		model: string | null;
		label: string | null;
		input_tokens: number | null;
	}>(
		"SELECT model_calls.* FROM model_calls JOIN studies ON studies.id = study_id WHERE slug = ? ORDER BY model_calls.id",
		slug,
	);

/** The allocation log and the records of unblindings, from the exports. */
async function recordsOf(slug: string): Promise<[LogLine[], UnblindingRecord[]]> {
	const download = async (file: string) =>
		new TextDecoder().decode(await (await send(`/v1/studies/${slug}/exports/${file}`)).arrayBuffer());
	const [, ...lines] = (await download("allocations.jsonl")).trim().split("\n");
	return [lines.map((line) => JSON.parse(line)), readUnblindings(await download("unblindings.jsonl")) ?? []];
}

async function walked(slug: string, names: readonly string[]): Promise<Participant[]> {
	const people = [];
	for (const name of names) {
		const who = await enrol(fetchWorker, KEY, slug, name);
		await walk(fetchWorker, who);
		await drain(who.session);
		people.push(who);
	}
	return people;
}

describe("when a double-blind study is unblinded", () => {
	const slug = "unblind-whole";
	let people: Participant[] = [];
	let before: Awaited<ReturnType<typeof calls>> = [];
	let answer: Record<string, unknown> = {};
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		people = await walked(slug, ["one", "two"]);
		before = await calls(slug);
		answer = await closeAndUnblind(slug, { reason: REASON, analysisPlan: "v3" });
	});

	it("was sealed before", () => {
		expect(before.length).toBe(4);
		expect(before.every(({ sealed, model, label }) => sealed !== null && model === null && label === null)).toBe(true);
	});

	it("gets the arm key as the response", () => {
		expect(answer).toMatchObject({
			scope: "study",
			participant: null,
			opened: { rows: 4, unreadable: 0, complete: true },
		});
		const arms = answer.arms as { label: string; arm: string; pool: string }[];
		const named = ["live", "pilot", "simulated"].map((of) => arms.filter(({ pool }) => pool === of));
		for (const key of named) expect(key.map(({ arm }) => arm).sort()).toEqual([...ARM_IDS]);
		expect(new Set(arms.map(({ label }) => label)).size).toBe(3 * ARM_IDS.length);
		expect(answer.warnings).toEqual([]);
	});

	it("is recorded with reason, plan and caller, in the log and in the audit", async () => {
		expect(await ofStudy(slug)).toMatchObject([
			{
				id: expect.anything(),
				scope: "study",
				session_id: null,
				reason: REASON,
				analysis_plan: "v3",
				actor: "bootstrap",
			},
		]);
		const audited = await rows(
			"SELECT actor, target FROM audit JOIN studies ON studies.id = study_id WHERE slug = ? AND action = 'study.unblind'",
			slug,
		);
		expect(audited).toHaveLength(1);
	});

	it("has a record that cannot be deleted", async () => {
		await expect(env.DB.prepare("UPDATE unblindings SET reason = 'x'").run()).rejects.toThrow("never changed");
		await expect(env.DB.prepare("DELETE FROM unblindings").run()).rejects.toThrow("never deleted");
		await expect(env.DB.prepare("UPDATE audit SET actor = 'x'").run()).rejects.toThrow("never changed");
		await expect(env.DB.prepare("DELETE FROM audit").run()).rejects.toThrow("never deleted");
	});

	// SQLite runs no DELETE triggers for rows that a REPLACE displaces.
	it.each([
		[
			"unblindings",
			"INSERT OR REPLACE INTO unblindings SELECT id, study_id, scope, session_id, 'x', 'x', 'x', 'x' FROM unblindings",
		],
		[
			"unblindings",
			"REPLACE INTO unblindings (rowid, id, study_id, scope, reason, actor, unblinded_at) SELECT rowid, 'x' || id, study_id, scope, 'x', 'x', 'x' FROM unblindings",
		],
		[
			"unblindings",
			"INSERT INTO unblindings SELECT * FROM unblindings WHERE true ON CONFLICT DO UPDATE SET reason = 'x'",
		],
		["audit", "INSERT OR REPLACE INTO audit SELECT id, 'x', 'x', 'x', study_id, target, detail FROM audit"],
		["audit", "REPLACE INTO audit (rowid, id, at, actor, action) SELECT rowid, 'x' || id, 'x', 'x', 'x' FROM audit"],
		["audit", "INSERT INTO audit SELECT * FROM audit WHERE true ON CONFLICT DO UPDATE SET actor = 'x'"],
	])("has a record that cannot be overwritten: %s, %s", async (table, statement) => {
		const before = await rows(`SELECT rowid, * FROM ${table} ORDER BY rowid`);
		await rows(statement);
		expect(await rows(`SELECT rowid, * FROM ${table} ORDER BY rowid`)).toEqual(before);
	});

	it("has a record before which no other can be inserted", async () => {
		const place = "INSERT INTO audit (rowid, id, at, actor, action) VALUES (-1, 'au_x', 'x', 'x', 'x')";
		await expect(rows(place)).rejects.toThrow("only ever added to");
	});

	it("is also recorded in the allocator's chain, so that changes in D1 are detected", async () => {
		const [log, looks] = await recordsOf(slug);
		expect(looks).toHaveLength(1);
		expect(unblindingDifferences(log, looks)).toEqual([]);
		const told = (records: UnblindingRecord[]) => unblindingDifferences(log, records).map(({ detail }) => detail);
		for (const change of [{ reason: "x" }, { analysis_plan: null }, { actor: "x" }, { unblinded_at: "x" }])
			expect(told(looks.map((look) => ({ ...look, ...change })))).toEqual([expect.stringContaining("was changed")]);
		expect(told([])).toEqual([expect.stringContaining("is not on record any more")]);
		expect(told([...looks, ...looks.map((look) => ({ ...look, id: "ub_new" }))])).toEqual([
			expect.stringContaining("no line of the log"),
		]);
	});

	it("has every call opened in its row, with the values of the log", async () => {
		const opened = await calls(slug);
		expect(opened.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		for (const call of opened) {
			expect(call).toMatchObject({ sealed: null, provider: "rehearsal", attempt: 1, slot: "a" });
			expect(people.map(({ session }) => session)).toContain(call.session_id);
			expect(call.input_tokens).toEqual(expect.any(Number));
		}
		const tied = await rows<{ arm: string; model: string }>(
			"SELECT DISTINCT arm, model FROM model_calls JOIN arm_keys USING (study_id, label) JOIN studies ON studies.id = study_id WHERE slug = ? ORDER BY arm",
			slug,
		);
		expect(tied).toEqual([
			{ arm: ARM_IDS[0], model: "terse" },
			{ arm: ARM_IDS[1], model: "warm" },
		]);
	});

	it("shows the arm key and the seed with the study, and arm ids in its balance", async () => {
		const study = await readJson(await send(`/v1/studies/${slug}`));
		expect(study).toMatchObject({
			unblindedAt: expect.any(String),
			revealedSeed: expect.stringMatching(/^[0-9a-f]{64}$/),
			arms: answer.arms,
		});
		const balance = await readJson(await send(`/v1/studies/${slug}/balance`));
		expect(JSON.stringify(balance)).toContain(ARM_IDS[0]);
	});

	it("is not recorded twice when the request is repeated, but again with another reason", async () => {
		const again = await unblind(slug, { reason: REASON, analysisPlan: "v3" });
		expect(again).toMatchObject({
			unblinding: answer.unblinding,
			arms: answer.arms,
			opened: { rows: 0, complete: true },
		});
		expect(await ofStudy(slug)).toHaveLength(1);
		await unblind(slug, { reason: "An auditor asked for it." });
		expect(await ofStudy(slug)).toHaveLength(2);
		const [{ unblinded_at }] = (await rows<{ unblinded_at: string }>(
			"SELECT unblinded_at FROM studies WHERE slug = ?",
			slug,
		)) as [{ unblinded_at: string }];
		expect(unblinded_at <= new Date().toISOString()).toBe(true);
	});
});

describe("when a study is unblinded during a conversation", () => {
	it("writes later calls unsealed, and opens the earlier ones", async () => {
		const slug = "unblind-midway";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const who = await enrol(fetchWorker, KEY, slug, "midway");
		await walk(fetchWorker, who, ({ conversation }) => (conversation?.messages.length ?? 0) > 1);
		await drain(who.session);
		expect((await calls(slug)).map(({ sealed }) => sealed !== null)).toEqual([true]);
		await closeAndUnblind(slug);
		await walk(fetchWorker, who);
		await drain(who.session);
		const all = await calls(slug);
		expect(all.length).toBe(2);
		expect(
			all.every(({ sealed, model, session_id }) => sealed === null && model !== null && session_id === who.session),
		).toBe(true);
	});
});

describe("when there are more seals than one request opens", () => {
	it("opens a part with each request, until all are open", async () => {
		const slug = "unblind-parts";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		await walked(slug, ["one", "two", "three"]);
		const [{ id }] = (await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug)) as [{ id: string }];
		const { privateJwk } = await allocatorOf(env.ALLOCATORS, id).reveal();
		const part = () => unsealRows(database(env.DB), id, privateJwk, 3);
		expect(await part()).toEqual({ rows: 3, unreadable: 0, complete: false, truncated: [] });
		await env.DB.prepare(
			"UPDATE model_calls SET sealed = 'eyJ.not.a.row.x' WHERE id = (SELECT id FROM model_calls WHERE study_id = ? AND sealed IS NOT NULL LIMIT 1)",
		)
			.bind(id)
			.run();
		expect(await part()).toEqual({ rows: 2, unreadable: 1, complete: false, truncated: [] });
		const last = { rows: 0, unreadable: 1, complete: true, truncated: [] };
		expect(await unsealRows(database(env.DB), id, privateJwk)).toEqual(last);
		expect((await calls(slug)).filter(({ sealed }) => sealed !== null)).toHaveLength(1);
	});
});

describe("when replies with sealed texts are unblinded", () => {
	it("opens the texts beside the shown ones, and deletes calls of erased sessions", async () => {
		const slug = "unblind-texts";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const [kept, erased] = await walked(slug, ["kept", "erased"]);
		const [{ id }] = (await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug)) as [{ id: string }];
		const { sealTo } = (await allocatorOf(env.ALLOCATORS, id).allocate({
			session: kept?.session ?? "",
			pool: "live",
			strata: {},
		})) as { sealTo: JsonWebKey };
		await env.DB.prepare("UPDATE candidates SET sealed_text = ? WHERE session_id = ?")
			.bind(await sealRow(sealTo, "As I was written"), kept?.session)
			.run();
		await fetchWorker(`/v1/sessions/${erased?.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${erased?.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		await drain(erased?.session ?? "");
		await closeAndUnblind(slug);
		const texts = await rows<{ text: string; sealed_text: string }>(
			"SELECT text, sealed_text FROM candidates WHERE session_id = ?",
			kept?.session,
		);
		expect(texts.length).toBeGreaterThan(0);
		for (const row of texts) {
			expect(row.sealed_text).toBe("As I was written");
			expect(row.text).not.toBe(row.sealed_text);
		}
		expect([...new Set((await calls(slug)).map(({ session_id }) => session_id))]).toEqual([kept?.session]);
		expect(await unblind(slug)).toMatchObject({ opened: { rows: 0, complete: true } });
	});
});

describe("when one participant is unblinded in an emergency", () => {
	const slug = "unblind-one";
	let who: Participant;
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		[who] = (await walked(slug, ["in-need", "other"])) as [Participant, Participant];
	});
	const body = () => ({ reason: "A distressed participant called.", scope: "participant", session: who.session });

	it("returns this participant's arms by position, without labels", async () => {
		const answer = await unblind(slug, body());
		const { sequence, conversations } = answer.participant as {
			sequence: string[];
			conversations: { position: number; slots: { arm: string }[] }[];
		};
		expect([...sequence].sort()).toEqual([...ARM_IDS]);
		expect(conversations.map(({ slots }) => slots[0]?.arm)).toEqual(sequence);
		const [session] = await rows<{ sequence: string }>("SELECT sequence FROM sessions WHERE id = ?", who.session);
		for (const label of (session?.sequence ?? "").split(" "))
			expect(JSON.stringify(answer.participant)).not.toContain(`"${label}"`);
		expect(answer).toMatchObject({ scope: "participant", arms: null, opened: null });
	});

	it("warns a caller who could compare the response with labels", async () => {
		expect((await unblind(slug, body())).warnings).toEqual([expect.stringContaining("no longer blind")]);
		const key = await keyWith("unblind");
		expect(await readJson(await post(slug, body(), key))).toMatchObject({ warnings: [] });
	});

	it("records in the audit whether the caller could do so", async () => {
		const noted = await rows<{ actor: string; detail: string }>(
			"SELECT actor, detail FROM audit WHERE target = ? AND action = 'session.unblind' ORDER BY rowid",
			who.session,
		);
		expect(noted.map(({ detail }) => JSON.parse(detail))).toMatchObject([
			{ callerReadsData: true },
			{ callerReadsData: true },
			{ callerReadsData: false },
		]);
	});

	it.each([
		["data:read", true],
		["studies:read", true],
		["admin", true],
		["sessions:write", false],
	])("counts a key with %s: %s", async (scope, could) => {
		const key = await keyWith("unblind", scope);
		const { unblinding, warnings } = await readJson(await post(slug, body(), key));
		expect(warnings).toHaveLength(could ? 1 : 0);
		const [noted] = await rows<{ detail: string }>("SELECT detail FROM audit WHERE detail LIKE ?", `%${unblinding}%`);
		expect(JSON.parse(noted?.detail ?? "")).toMatchObject({ callerReadsData: could });
	});

	it("records each emergency unblinding, and opens nothing else", async () => {
		const looks = await ofStudy(slug);
		expect(looks.length).toBe(7);
		for (const look of looks) expect(look).toMatchObject({ scope: "participant", session_id: who.session });
		const [log, records] = await recordsOf(slug);
		expect(unblindingDifferences(log, records)).toEqual([]);
		expect(log.filter(({ entry }) => entry.kind === "unblinded" && entry.session === who.session)).toHaveLength(7);
		expect(await readJson(await send(`/v1/studies/${slug}`))).toMatchObject({
			unblindedAt: null,
			revealedSeed: null,
			arms: null,
		});
		expect(await rows("SELECT 1 FROM arm_keys JOIN studies ON studies.id = study_id WHERE slug = ?", slug)).toEqual([]);
		expect((await calls(slug)).every(({ sealed }) => sealed !== null)).toBe(true);
		expect((await walk(fetchWorker, await enrol(fetchWorker, KEY, slug, "next"))).status).toBe("completed");
	});

	it("finds a participant who was just randomised and is not yet in D1", async () => {
		const fresh = await enrol(fetchWorker, KEY, slug, "fresh");
		await walk(fetchWorker, fresh, ({ conversation }) => conversation !== null);
		await rows("UPDATE sessions SET sequence = NULL, randomised_at = NULL WHERE id = ?", fresh.session);
		const { participant } = await unblind(slug, { ...body(), session: fresh.session });
		expect(participant).toMatchObject({ sequence: expect.arrayContaining([...ARM_IDS]) });
	});

	it("does not find erased participants, nor those of another study", async () => {
		const erased = await enrol(fetchWorker, KEY, slug, "erased");
		await walk(fetchWorker, erased, ({ conversation }) => conversation !== null);
		await fetchWorker(`/v1/sessions/${erased.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${erased.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		await drain(erased.session);
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "unblind-elsewhere" }));
		const [elsewhere] = await walked("unblind-elsewhere", ["one"]);
		const before = await ofStudy(slug);
		for (const session of [erased.session, elsewhere?.session]) {
			const response = await post(slug, { ...body(), session });
			expect(await problemIn(response)).toMatchObject({ code: "not_found" });
		}
		expect(await ofStudy(slug)).toEqual(before);
	});

	it("does not find a participant who was not randomised, and records nothing", async () => {
		const early = await enrol(fetchWorker, KEY, slug, "early");
		await drain(early.session);
		const before = await ofStudy(slug);
		const response = await post(slug, { ...body(), session: early.session });
		expect(await problemIn(response)).toMatchObject({ code: "not_found" });
		expect(await ofStudy(slug)).toEqual(before);
	});
});

describe("a request to unblind", () => {
	it("is refused for a draft, a short reason, or a session without its scope", async () => {
		const slug = "unblind-refused";
		await send("/v1/studies", { method: "POST", json: smallStudy({ slug }) });
		expect(await problemIn(await post(slug, { reason: REASON }))).toMatchObject({ code: "study_state" });
		expect(await problemIn(await post(slug, { reason: "short" }))).toMatchObject({ pointers: ["/reason"] });
		expect(await problemIn(await post(slug, { reason: REASON, scope: "participant" }))).toMatchObject({
			pointers: ["/session"],
		});
		expect(await problemIn(await post(slug, { reason: REASON, session: `se_${"0".repeat(24)}` }))).toMatchObject({
			pointers: ["/session"],
		});
	});

	it("is accepted for a single-blind study, whose record says that its arms were known", async () => {
		const slug = "unblind-single";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, blinding: { level: "single" } }));
		expect(await closeAndUnblind(slug)).toMatchObject({
			opened: { rows: 0 },
			warnings: [expect.stringContaining("single blind")],
		});
	});
});

describe("a study whose seed may still be used", () => {
	const stillSecret = async (slug: string) =>
		expect(await readJson(await send(`/v1/studies/${slug}`))).toMatchObject({ unblindedAt: null, revealedSeed: null });
	const started = async (slug: string, name: string) => {
		const who = await enrol(fetchWorker, KEY, slug, name);
		await walk(fetchWorker, who, ({ step }) => step?.kind === "form");
		await drain(who.session);
		return who;
	};

	it.each([
		["open", []],
		["paused", ["pause"]],
	] as const)("is not unblinded while it is %s, and nothing is recorded", async (status, moves) => {
		const slug = `unblind-${status}`;
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		for (const to of moves) await move(slug, to);
		const problem = await problemIn(await post(slug, { reason: REASON }));
		expect(problem).toMatchObject({ code: "study_state", detail: expect.stringContaining("Close it first") });
		expect(await ofStudy(slug)).toEqual([]);
		await stillSecret(slug);
		await move(slug, "open");
		expect((await walk(fetchWorker, await enrol(fetchWorker, KEY, slug, "next"))).status).toBe("completed");
	});

	it("waits for sessions that began before it closed, or ends them on request", async () => {
		const slug = "unblind-waiting";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const [first, second] = [await started(slug, "first"), await started(slug, "second")];
		await move(slug, "close");
		const problem = await problemIn(await post(slug, { reason: REASON }));
		expect(problem).toMatchObject({ code: "study_state", detail: expect.stringMatching(/^2 of .*turnAway/) });
		await stillSecret(slug);
		expect((await walk(fetchWorker, first)).status).toBe("completed");
		await drain(first.session);
		expect(await problemIn(await post(slug, { reason: REASON }))).toMatchObject({
			detail: expect.stringMatching(/^1 of /),
		});
		expect(await unblind(slug, { reason: REASON, turnAway: true })).toMatchObject({ opened: { complete: true } });
		expect((await walk(fetchWorker, second)).status).toBe("full");
	});

	it("lets randomised participants finish, and accepts no others", async () => {
		const slug = "unblind-finish";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const who = await enrol(fetchWorker, KEY, slug, "midway");
		await walk(fetchWorker, who, ({ conversation }) => conversation !== null);
		await drain(who.session);
		await closeAndUnblind(slug);
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		expect(await problemIn(await move(slug, "open"))).toMatchObject({ code: "study_state" });
		for (const source of ["test", "pilot", "simulated"]) {
			const body = { participant: { id: "late", source } };
			const response = await send(`/v1/studies/${slug}/sessions`, { method: "POST", json: body });
			expect(await problemIn(response)).toMatchObject({ code: "study_not_open" });
		}
	});

	it("may also be single blind, because its seed is secret too", async () => {
		const slug = "unblind-single-open";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, blinding: { level: "single" } }));
		expect(await problemIn(await post(slug, { reason: REASON }))).toMatchObject({ code: "study_state" });
	});

	it("allows an emergency unblinding of one participant", async () => {
		const slug = "unblind-emergency-open";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const [who] = (await walked(slug, ["one"])) as [Participant];
		const emergency = { reason: "A distressed participant called.", scope: "participant", session: who.session };
		expect(await unblind(slug, emergency)).toMatchObject({ scope: "participant", arms: null });
		const refused = await problemIn(await post(slug, { ...emergency, turnAway: true }));
		expect(refused).toMatchObject({ pointers: ["/turnAway"] });
	});
});
