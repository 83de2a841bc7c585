import { env, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { cipherOf } from "../../../src/crypto/cipher.ts";
import { participantNamed } from "../../../src/personalisation/profiles/people.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import type { AllocatorObject } from "../../../src/randomisation/allocator/allocator-object.ts";
import { readAllocationExport } from "../../../src/randomisation/verify/allocation-export.ts";
import { changeDifferences, readChanges } from "../../../src/randomisation/verify/recorded-changes.ts";
import { notChecked } from "../../../src/randomisation/verify/unchecked-claims.ts";
import { verifyAllocations } from "../../../src/randomisation/verify/verify-allocations.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { draft, JSONL, load, openIt, register } from "../../support/protocols/personal-study.ts";

const served = { provider: "openai-compatible" as const, endpoint: "GPU", temperature: 0.6 };
const WHY = "The server was moved.";

const arms: Partial<ProtocolInput> = {
	models: { base: { ...served, model: "base-model" }, tuned: { ...served, model: "{{adapter}}" } },
	arms: [
		{
			id: "prompted",
			model: "base",
			personalisation: { kind: "prompt", template: "Known of them: {{profile.self}}", maxTokens: 400 },
		},
		{ id: "pooled", model: "tuned", personalisation: { kind: "adapter", scope: "shared", adapter: "pooled-1" } },
		{ id: "individual", model: "tuned", personalisation: { kind: "adapter", scope: "participant", missing: "pooled" } },
	],
};

const known = (participant: string) => ({ participant, profile: { self: `I am ${participant}.` } });

/** Ann has an adapter and two ids; Bob has neither. */
async function prepared(slug: string, over: Partial<ProtocolInput> = {}): Promise<string> {
	await draft(slug, { ...arms, ...over });
	await load(slug, known("ann"), known("bob"));
	await register(slug, "pooled-1", { servedName: "served-pooled" });
	await register(slug, "anns", { servedName: "served-ann", participant: "ann" });
	return String((await rows("SELECT id FROM studies WHERE slug = ?", slug))[0]?.id);
}

async function opened(slug: string, over: Partial<ProtocolInput> = {}): Promise<string> {
	const id = await prepared(slug, over);
	const response = await openIt(slug);
	if (!response.ok) throw new Error(await response.text());
	return id;
}

const pause = (slug: string) => send(`/v1/studies/${slug}/pause`, { method: "POST" });
const begin = (slug: string, name: string) =>
	send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant: { id: name, source: "test" } } });
const lines = (slug: string, path: string, ...of: object[]) =>
	send(`/v1/studies/${slug}/${path}`, {
		method: "POST",
		body: of.map((line) => JSON.stringify(line)).join("\n"),
		headers: JSONL,
	});
const because = `reason=${encodeURIComponent(WHY)}`;

const registry = async (id: string) => ({
	adapters: await rows("SELECT name, served_name, status, participant_id FROM adapters WHERE study_id = ?", id),
	profiles: await rows("SELECT participant_id, profile, data_hash FROM profiles WHERE study_id = ?", id),
	people: await rows("SELECT * FROM profile_people WHERE study_id = ?", id),
});

type Deviation = {
	id: string;
	kind: string;
	entries: number;
	reason: string | null;
	actor: string;
	sealed: string | null;
};
const deviations = (id: string) =>
	rows<Deviation>("SELECT * FROM study_deviations WHERE study_id = ? ORDER BY occurred_at, rowid", id);
const audited = async (id: string, action: string) =>
	(
		await rows<{ detail: string }>(
			"SELECT detail FROM audit WHERE study_id = ? AND action = ? ORDER BY at, rowid",
			id,
			action,
		)
	).map(({ detail }) => JSON.parse(detail));
const warned = async (slug: string) =>
	((await readJson(await send(`/v1/studies/${slug}`))).warnings as { code?: string; kind?: string }[]).map(
		(warning) => warning.code ?? warning.kind,
	);

const allocator = (id: string) =>
	env.ALLOCATORS.get(env.ALLOCATORS.idFromName(id)) as unknown as DurableObjectStub<AllocatorObject>;
const inputsIn = (id: string) =>
	runInDurableObject(allocator(id), (_, { storage }) =>
		storage.sql
			.exec<{ name: string }>("SELECT name FROM inputs ORDER BY name")
			.toArray()
			.map(({ name }) => name),
	);

async function walked(slug: string, name: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, name);
	expect((await walk(fetchWorker, who)).status).toBe("completed");
	await drain(who.session);
	return who;
}

const adaptersOf = async (session: string) =>
	(
		await rows<{ adapter: string | null }>(
			"SELECT DISTINCT adapter FROM model_calls WHERE session_id = ? AND adapter IS NOT NULL ORDER BY adapter",
			session,
		)
	).map(({ adapter }) => adapter);

describe("the arm inputs of an open double-blind study", () => {
	const slug = "frozen-open";
	let id = "";
	beforeAll(async () => {
		id = await opened(slug);
	});

	it.each<[string, () => Promise<Response>]>([
		["a shared adapter", () => register(slug, "pooled-1", { servedName: "says-banana", reason: WHY })],
		["the same adapter, as it is", () => register(slug, "pooled-1", { servedName: "served-pooled", reason: WHY })],
		["a person's own adapter", () => register(slug, "anns", { servedName: "says-banana", participant: "ann" })],
		["an adapter of a new person", () => register(slug, "mine", { servedName: "says-banana", participant: "me" })],
		["adapters by line", () => lines(slug, `adapters?${because}`, { adapter: "pooled-1", servedName: "says-banana" })],
		[
			"the profile of a known person",
			() => lines(slug, `profiles?${because}`, { participant: "ann", profile: { self: "Banana" } }),
		],
		[
			"the profile of a new person",
			() => lines(slug, `profiles?${because}`, { participant: "me", profile: { self: "Banana" } }),
		],
		[
			"another address of a model server",
			() => send(`/v1/studies/${slug}/endpoints`, { method: "POST", json: { reason: WHY } }),
		],
	])("cannot be changed: %s", async (_, change) => {
		const before = await registry(id);
		expect(await problemIn(await change())).toMatchObject({
			code: "study_state",
			detail: expect.stringContaining("Pause it"),
		});
		expect(await registry(id)).toEqual(before);
		expect(await deviations(id)).toEqual([]);
	});

	it("consist of the profiles and adapters of all known people", async () => {
		const names = await inputsIn(id);
		expect(names.map((name) => name.replace(/pt_\w+/, "…"))).toEqual([
			"*",
			"endpoint/GPU",
			"own/…",
			"person/…",
			"person/…",
			"profile/…",
			"profile/…",
			"shared/pooled-1",
		]);
	});

	it("do not stop known or unknown people from starting a session", async () => {
		expect(await adaptersOf((await walked(slug, "ann")).session)).toEqual([]);
		expect((await begin(slug, "bob")).status).toBe(201);
		expect(await deviations(id)).toEqual([]);
		expect(await warned(slug)).not.toContain("inputs_differ");
	});
});

describe("a change of arm inputs while the study is paused", () => {
	const slug = "frozen-paused";
	let id = "";
	beforeAll(async () => {
		id = await opened(slug);
		await pause(slug);
	});

	it.each<[string, () => Promise<Response>]>([
		["an adapter", () => register(slug, "pooled-1", { servedName: "other" })],
		[
			"an adapter with a reason that nobody sees",
			() => register(slug, "pooled-1", { servedName: "other", reason: "\u200b".repeat(40) }),
		],
		["adapters by line", () => lines(slug, "adapters?reason=short", { adapter: "pooled-1", servedName: "other" })],
		["profiles", () => lines(slug, "profiles", { participant: "ann", profile: { self: "x" } })],
		["endpoints", () => send(`/v1/studies/${slug}/endpoints`, { method: "POST", json: { reason: "why not" } })],
	])("needs a reason: %s", async (_, change) => {
		expect(await problemIn(await change())).toMatchObject({ code: "invalid_request", pointers: ["/reason"] });
		expect(await deviations(id)).toEqual([]);
	});

	it("is recorded as a deviation whose details stay sealed until unblinding", async () => {
		const key = await keyWith("studies:write");
		const changed = await send(`/v1/studies/${slug}/adapters/pooled-1`, {
			method: "PUT",
			key,
			json: { servedName: "served-pooled-2", reason: WHY },
		});
		expect(changed.status).toBe(200);
		await lines(slug, `profiles?${because}`, { participant: "ann", profile: { self: "I moved." } }, known("cleo"));
		const nothing = await register(slug, "pooled-1", { servedName: "served-pooled-2", reason: WHY });
		expect(nothing.status).toBe(200);
		const found = await deviations(id);
		expect(found.map(({ kind, entries, reason }) => ({ kind, entries, reason }))).toEqual([
			{ kind: "adapters_changed", entries: 1, reason: WHY },
			{ kind: "profiles_changed", entries: 3, reason: WHY },
		]);
		expect(new Set(found.map(({ sealed }) => sealed?.length)).size).toBe(1);
		const log = await readJson(await send("/v1/audit?limit=50"));
		expect(found.map(({ actor }) => actor === found[0]?.actor)).toEqual([true, false]);
		for (const { id: deviation } of found) expect(JSON.stringify(log)).toContain(deviation);
		// The registry names an adapter, but not the label that uses it.
		expect(JSON.stringify(found)).not.toContain("served-pooled");
	});

	it("is also recorded in the allocator's log, which is outside the database", async () => {
		const log = (await send(`/v1/studies/${slug}/exports/allocations.jsonl`)).text();
		for (const { id: deviation } of await deviations(id)) expect(await log).toContain(deviation);
	});

	it("cannot be removed from the record", async () => {
		for (const statement of [
			"UPDATE study_deviations SET reason = 'None.' WHERE study_id = ?",
			"DELETE FROM study_deviations WHERE study_id = ?",
		])
			await expect(rows(statement, id)).rejects.toThrow(/never/);
	});

	it("takes effect at the next opening", async () => {
		expect((await openIt(slug)).status).toBe(200);
		const { session } = await walked(slug, "ann");
		const other = await walked(slug, "cleo");
		await closeAndUnblind(slug);
		expect(await adaptersOf(session)).toEqual(["served-ann", "served-pooled-2"]);
		expect(await adaptersOf(other.session)).toEqual(["served-pooled-2"]);
		const prompts = await rows("SELECT 1 FROM model_calls WHERE session_id = ? AND prompt LIKE '%I moved.%'", session);
		expect(prompts).toHaveLength(1);
	});

	it("is fully visible after unblinding, and matches the log", async () => {
		const text = new TextDecoder().decode(
			await (await send(`/v1/studies/${slug}/exports/study-deviations.jsonl`)).arrayBuffer(),
		);
		const records = readChanges(text) ?? [];
		const [adapters] = text.split("\n").map((line) => JSON.parse(line || "{}"));
		expect(JSON.parse(adapters.sealed)).toMatchObject({
			before: { "shared/pooled-1": expect.stringMatching(/^sha256:/) },
			after: { "shared/pooled-1": expect.stringMatching(/^sha256:/) },
			values: { before: [{ servedName: "served-pooled" }], after: [{ servedName: "served-pooled-2" }] },
		});
		const exported = readAllocationExport(await (await send(`/v1/studies/${slug}/exports/allocations.jsonl`)).text());
		if (!exported) throw new Error("no export");
		expect(verifyAllocations(exported)).toEqual([]);
		expect(notChecked(exported, {}).join("\n")).toContain("--deviations");
		expect(changeDifferences(exported.log, records)).toEqual([]);
		const [first, second] = records;
		if (!first || !second) throw new Error("two changes");
		const others = [[second], [{ ...first, reason: "None." }, second], [first, second, { ...first, id: "dv_more" }]];
		for (const altered of others) expect(changeDifferences(exported.log, altered)).toHaveLength(1);
	});

	it("needs no record after unblinding", async () => {
		expect((await register(slug, "pooled-1", { servedName: "served-later" })).status).toBe(200);
		expect(await deviations(id)).toHaveLength(2);
	});
});

/** Changes by an attacker who can write to D1. Each is undone afterwards. */
const FORGERIES: [what: string, input: string, change: string, back: string][] = [
	[
		"a shared adapter that is served by another name",
		"shared/pooled-1",
		"UPDATE adapters SET served_name = 'says-banana' WHERE name = 'pooled-1' AND study_id = ?",
		"UPDATE adapters SET served_name = 'served-pooled' WHERE name = 'pooled-1' AND study_id = ?",
	],
	[
		"an own adapter that is served by another name",
		"own/",
		"UPDATE adapters SET served_name = 'says-banana' WHERE name = 'anns' AND study_id = ?",
		"UPDATE adapters SET served_name = 'served-ann' WHERE name = 'anns' AND study_id = ?",
	],
	[
		"an own adapter that failed, for which the pooled one stands in",
		"own/",
		"UPDATE adapters SET status = 'failed' WHERE name = 'anns' AND study_id = ?",
		"UPDATE adapters SET status = 'ready' WHERE name = 'anns' AND study_id = ?",
	],
	[
		"an own adapter that has become somebody else's",
		"own/",
		"UPDATE adapters SET participant_id = 'pt_x' WHERE name = 'anns' AND study_id = ?",
		"UPDATE adapters SET participant_id = (SELECT participant_id FROM profiles WHERE profile LIKE '%I am ann%' AND study_id = adapters.study_id) WHERE name = 'anns' AND study_id = ?",
	],
	[
		"a profile",
		"profile/",
		`UPDATE profiles SET profile = '{"self":"Banana"}' WHERE profile LIKE '%I am ann%' AND study_id = ?`,
		`UPDATE profiles SET profile = '{"self":"I am ann."}' WHERE profile LIKE '%Banana%' AND study_id = ?`,
	],
	[
		"an id that leads to somebody else's profile",
		"person/",
		"UPDATE profile_people SET profile_id = (SELECT participant_id FROM profiles WHERE profile LIKE '%I am bob%' AND study_id = profile_people.study_id) WHERE profile_id = (SELECT participant_id FROM profiles WHERE profile LIKE '%I am ann%' AND study_id = profile_people.study_id) AND study_id = ?",
		"UPDATE profile_people SET profile_id = (SELECT participant_id FROM profiles WHERE profile LIKE '%I am ann%' AND study_id = profile_people.study_id) WHERE participant_id IN (SELECT participant_id FROM profiles WHERE profile LIKE '%I am ann%') AND study_id = ?",
	],
];

async function pseudonymOfMe(id: string): Promise<string> {
	const [study] = await rows<{ key: string }>("SELECT pseudonym_key AS key FROM studies WHERE id = ?", id);
	const openKey = cipherOf(env, "study keys").openText(study?.key ?? "", id);
	return participantNamed({ id, openKey }, "me", "test");
}

describe("a change of arm inputs in D1 only", () => {
	it.each(FORGERIES)("is used for no participant: %s", async (what, input, change, back) => {
		const slug = `frozen-forged-${FORGERIES.findIndex(([each]) => each === what)}`;
		const id = await opened(slug);
		await rows(change, id);
		for (let time = 0; time < 2; time += 1)
			expect(await problemIn(await begin(slug, "ann"))).toMatchObject({ code: "unavailable" });
		expect(await rows("SELECT 1 FROM sessions WHERE study_id = ?", id)).toEqual([]);
		const entries = await audited(id, "study.difference");
		expect(entries.length).toBeGreaterThan(0);
		for (const entry of entries) expect(entry).toEqual({ field: "inputs", input: expect.stringMatching(/^\w+\/\S+$/) });
		expect(entries.some((entry) => entry.input.startsWith(input))).toBe(true);
		expect(new Set(entries.map((entry) => entry.input)).size).toBe(entries.length);
		expect(await warned(slug)).toContain("inputs_differ");
		await rows(back, id);
		expect((await begin(slug, "ann")).status).toBe(201);
	});

	it.each<[string, string]>([
		[
			"an adapter",
			"INSERT INTO adapters SELECT study_id, 'mine', ?2, 'says-banana', base, method, provenance, status, created_at FROM adapters WHERE name = 'anns' AND study_id = ?1",
		],
		[
			"an id that leads to somebody's profile",
			"INSERT INTO profile_people SELECT study_id, ?2, profile_id, source, external_id_sealed FROM profile_people WHERE study_id = ?1 LIMIT 1",
		],
	])("is used for no participant: %s of an invented person", async (what, insert) => {
		const slug = `frozen-invented-${what.length}`;
		const id = await opened(slug);
		await rows(insert, id, await pseudonymOfMe(id));
		expect(await problemIn(await begin(slug, "me"))).toMatchObject({ code: "unavailable" });
		expect((await begin(slug, "somebody else")).status).toBe(201);
	});

	it("is used for no participant if arms have only adapters: an id that leads to another person's adapter", async () => {
		const slug = "frozen-adapters-alone";
		const id = await opened(slug, { arms: (arms.arms ?? []).filter(({ id }) => id !== "prompted") });
		const load = await lines(slug, "profiles", { participant: "me", user_id: "ann" });
		expect(await problemIn(load)).toMatchObject({ code: "study_state" });
		const me = await pseudonymOfMe(id);
		await rows(
			"INSERT INTO profile_people SELECT study_id, ?2, profile_id, source, external_id_sealed FROM profile_people WHERE study_id = ?1 LIMIT 1",
			id,
			me,
		);
		expect(await problemIn(await begin(slug, "me"))).toMatchObject({ code: "unavailable" });
		await rows("UPDATE profiles SET profile = '{}' WHERE study_id = ?", id);
		expect((await begin(slug, "ann")).status).toBe(201);
	});

	it("does not change the participants with the pooled adapter after arrival", async () => {
		const slug = "frozen-meanwhile";
		const id = await opened(slug);
		const who = await enrol(fetchWorker, KEY, slug, "ann");
		await rows("UPDATE adapters SET status = 'failed' WHERE name = 'anns' AND study_id = ?", id);
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		expect(await audited(id, "study.difference")).toHaveLength(1);
		await drain(who.session);
		await closeAndUnblind(slug);
		expect(await adaptersOf(who.session)).toEqual(["served-ann", "served-pooled"]);
	});

	it("does not become fixed if D1 claims that the study has not opened yet", async () => {
		const slug = "frozen-reopened";
		const id = await opened(slug);
		await rows("UPDATE studies SET status = 'draft', opened_at = NULL WHERE id = ?", id);
		expect((await register(slug, "pooled-1", { servedName: "says-banana" })).status).toBe(200);
		await openIt(slug);
		await rows("UPDATE studies SET status = 'open' WHERE id = ?", id);
		expect(await problemIn(await begin(slug, "ann"))).toMatchObject({ code: "unavailable" });
	});
});

describe("the address of a model server", () => {
	const slug = "frozen-endpoint";
	const bindings = env as unknown as Record<string, string>;

	it("stays that of the opening until a change is recorded", async () => {
		const id = await opened(slug);
		const before = bindings.ENDPOINT_GPU_URL ?? "";
		bindings.ENDPOINT_GPU_URL = `${before}/`;
		try {
			expect(await problemIn(await begin(slug, "bob"))).toMatchObject({ code: "unavailable" });
			expect(await audited(id, "study.difference")).toEqual([{ field: "inputs", input: "endpoint/GPU" }]);
			await pause(slug);
			const accepted = await send(`/v1/studies/${slug}/endpoints`, { method: "POST", json: { reason: WHY } });
			const [deviation] = await deviations(id);
			expect(await readJson(accepted)).toEqual({ deviation: deviation?.id });
			expect(deviation).toMatchObject({ kind: "endpoints_changed", entries: 1, reason: WHY });
			expect(JSON.stringify(await audited(id, "study.endpoints"))).not.toContain("127.0.0.1");
			expect((await openIt(slug)).status).toBe(200);
			expect((await begin(slug, "bob")).status).toBe(201);
		} finally {
			bindings.ENDPOINT_GPU_URL = before;
		}
	});
});

describe("a participant who asks for erasure", () => {
	const slug = "frozen-forgotten";
	let id = "";
	beforeAll(async () => {
		id = await opened(slug);
	});

	it("can have the profile deleted while the study is open", async () => {
		expect((await send(`/v1/studies/${slug}/profiles/ann`, { method: "DELETE" })).status).toBe(204);
		expect((await deviations(id)).map(({ kind, reason }) => ({ kind, reason }))).toEqual([
			{ kind: "profile_deleted", reason: null },
		]);
		expect((await registry(id)).adapters.map(({ name }) => name)).toEqual(["pooled-1"]);
		expect((await begin(slug, "ann")).status).toBe(201);
	});

	it("has the session's data and the allocator's data about them erased", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "bob");
		await drain(who.session);
		const [row] = await rows<{ participant_id: string; profile_id: string }>(
			"SELECT participant_id, profile_id FROM sessions WHERE id = ?",
			who.session,
		);
		const isTheirs = (name: string) =>
			name.endsWith(row?.participant_id ?? "?") || name.endsWith(row?.profile_id ?? "?");
		expect((await inputsIn(id)).filter(isTheirs).length).toBeGreaterThan(0);
		const erased = await fetchWorker(`/v1/sessions/${who.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		expect(erased.status).toBe(200);
		await drain(who.session);
		expect((await inputsIn(id)).filter(isTheirs)).toEqual([]);
		expect((await registry(id)).profiles).toEqual([]);
		expect(await deviations(id)).toHaveLength(1);
		await closeAndUnblind(slug);
		expect((await deviations(id)).map(({ sealed }) => sealed)).toEqual([null]);
	});
});

describe("arm inputs can change", () => {
	it("in a draft", async () => {
		const id = await prepared("frozen-draft");
		expect((await register("frozen-draft", "pooled-1", { servedName: "other" })).status).toBe(200);
		expect(await deviations(id)).toEqual([]);
	});

	it("in an open single-blind study", async () => {
		const slug = "frozen-single";
		const id = await opened(slug, { blinding: { level: "single", pace: "as-is" } });
		expect((await register(slug, "pooled-1", { servedName: "other" })).status).toBe(200);
		expect((await lines(slug, "profiles", known("cleo"))).status).toBe(200);
		expect((await begin(slug, "cleo")).status).toBe(201);
		expect(await deviations(id)).toEqual([]);
		expect(await inputsIn(id)).toEqual([]);
	});

	it("if no arm uses them", async () => {
		const slug = "frozen-plain";
		const id = await opened(slug, {
			models: { one: { ...served, model: "base-model" } },
			arms: [
				{ id: "a", model: "one" },
				{ id: "b", model: "one" },
			],
		});
		expect((await register(slug, "pooled-1", { servedName: "other" })).status).toBe(200);
		expect((await lines(slug, "profiles", known("cleo"))).status).toBe(200);
		expect((await begin(slug, "cleo")).status).toBe(201);
		expect(await deviations(id)).toEqual([]);
	});

	it("on record in a study that opened before inputs were fixed", async () => {
		const slug = "frozen-earlier";
		const id = await opened(slug);
		await runInDurableObject(allocator(id), (_, { storage }) => storage.sql.exec("DELETE FROM inputs"));
		await rows("UPDATE adapters SET served_name = 'other' WHERE name = 'pooled-1' AND study_id = ?", id);
		expect((await begin(slug, "ann")).status).toBe(201);
		await pause(slug);
		expect((await register(slug, "pooled-1", { servedName: "another", reason: WHY })).status).toBe(200);
		expect(await deviations(id)).toHaveLength(1);
		expect((await openIt(slug)).status).toBe(200);
		expect((await begin(slug, "bob")).status).toBe(201);
	});
});
