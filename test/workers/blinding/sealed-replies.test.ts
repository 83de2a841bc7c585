import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { sealRow, unsealRow } from "../../../src/blinding/seals/seal-keys.ts";
import type { ReplyBlock } from "../../../src/blinding/seals/sealed-reply.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { writeEarlierRows } from "../../support/d1/earlier-rows.ts";
import { readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { namesItself } from "../../support/models/model-server-behaviours.ts";
import { MODEL_IDS, servedStudy } from "../../support/protocols/served-study.ts";
import { ARM_IDS } from "../../support/protocols/small-study.ts";

/** The first arm's model fails once and the second's identifies itself once. Then both reply. */
function troubled(slug: string, over: Partial<ProtocolInput> = {}): ProtocolInput {
	const study = servedStudy(slug, "single", ["server-error-once", namesItself(slug)]);
	const blinding = { level: "double", pace: "as-is", selfIdentification: "regenerate" } as const;
	return { ...study, blinding, ...over };
}

async function walked(study: ProtocolInput, names: readonly string[]): Promise<Participant[]> {
	await openStudy(fetchWorker, KEY, study);
	const people = [];
	for (const name of names) {
		const who = await enrol(fetchWorker, KEY, study.slug, name);
		await walk(fetchWorker, who);
		await drain(who.session);
		people.push(who);
	}
	return people;
}

const ofStudy = <T = Record<string, unknown>>(select: string, slug: string) =>
	rows<T>(`${select} WHERE study_id = (SELECT id FROM studies WHERE slug = ?)`, slug);
const idOf = async (slug: string): Promise<string> =>
	String((await rows("SELECT id FROM studies WHERE slug = ?", slug))[0]?.id);
const unblind = async (slug: string) => readJson(await closeAndUnblind(slug));
async function rebuild(slug: string, people: readonly Participant[]): Promise<void> {
	await send(`/v1/studies/${slug}/rebuild`, { method: "POST", json: { after: "" } });
	for (const { session } of people) await drain(session);
}

const CALLS = `SELECT id, session_id, turn, slot, label, attempt, model, failure, input_tokens, output_tokens, prompt, discarded_text IS NOT NULL AS discarded
	FROM model_calls`;
const openCalls = async (slug: string) =>
	(await ofStudy(CALLS, slug)).toSorted((one, other) => String(one.id).localeCompare(String(other.id)));
const deviationsOf = (slug: string) =>
	rows(
		"SELECT session, arm, kind, handling, span_start, span_end, occurred_at FROM v_deviations WHERE study = ? ORDER BY session",
		slug,
	);

describe("a reply that took several calls", () => {
	it("has one sealed row before unblinding, and a row for each call and discarded text after", async () => {
		const slug = "sealed-once";
		const people = await walked(troubled(slug), ["one", "two"]);
		const sealed = await ofStudy("SELECT * FROM model_calls", slug);
		expect(sealed).toHaveLength(4);
		const ids = sealed.map(({ id }) => id);
		expect(await unblind(slug)).toMatchObject({ opened: { rows: 4, unreadable: 0, complete: true } });
		const calls = await openCalls(slug);
		expect(calls).toHaveLength(8);
		expect(calls.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
		const arms = await rows<{ arm: string; n: number; failure: string | null }>(
			"SELECT arm, failure, count(*) AS n FROM model_calls JOIN arm_keys USING (study_id, label) WHERE study_id = ? GROUP BY arm, failure ORDER BY arm, failure",
			await idOf(slug),
		);
		expect(arms).toEqual([
			{ arm: ARM_IDS[0], failure: null, n: 2 },
			{ arm: ARM_IDS[0], failure: "server_error", n: 2 },
			{ arm: ARM_IDS[1], failure: null, n: 2 },
			{ arm: ARM_IDS[1], failure: "self_identified", n: 2 },
		]);
		for (const call of calls) expect(call.prompt).toMatch(/^secret-of-the-system-prompt/);
		expect(await deviationsOf(slug)).toMatchObject(
			people
				.map(({ session }) => ({ session, arm: ARM_IDS[1], handling: "regenerate", span_start: expect.any(Number) }))
				.toSorted((one, other) => one.session.localeCompare(other.session)),
		);
		// The opened rows match the logs.
		const before = await Promise.all([
			openCalls(slug),
			deviationsOf(slug),
			ofStudy("SELECT id, retries FROM turns", slug),
		]);
		await rebuild(slug, people);
		const after = await Promise.all([
			openCalls(slug),
			deviationsOf(slug),
			ofStudy("SELECT id, retries FROM turns", slug),
		]);
		expect(after).toEqual(before);
	});

	it("records, visible after unblinding, how often the participant asked again", async () => {
		const slug = "sealed-retries";
		await openStudy(fetchWorker, KEY, servedStudy(slug, "single", ["rate-limited-round", MODEL_IDS[0]]));
		const who = await enrol(fetchWorker, KEY, slug, "one");
		await walk(fetchWorker, who);
		await drain(who.session);
		expect((await ofStudy("SELECT retries FROM turns", slug)).map(({ retries }) => retries)).toEqual([null, null]);
		expect(await ofStudy("SELECT sealed FROM model_calls", slug)).toHaveLength(2);
		await unblind(slug);
		const retries = (await ofStudy("SELECT retries FROM turns", slug)).map((row) => row.retries);
		expect(retries.toSorted()).toEqual([0, 1]);
		expect(await openCalls(slug)).toHaveLength(1 + 2);
	});
});

describe("a session that ends before its reply", () => {
	it("writes the same row whether or not its model failed", async () => {
		const slug = "sealed-left";
		await openStudy(fetchWorker, KEY, servedStudy(slug, "single", ["server-error", MODEL_IDS[0]]));
		for (const name of ["one", "two"]) {
			const who = await enrol(fetchWorker, KEY, slug, name);
			const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
			const headers = { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" };
			const post = (path: string, body: object, more: object = {}) =>
				fetchWorker(`/v1/sessions/${who.session}/${path}`, {
					method: "POST",
					headers: { ...headers, ...more },
					body: JSON.stringify(body),
				});
			await post(`steps/${step?.id}`, { text: "[[hold:left]] Hello?" }, { Prefer: "respond-async" });
			await post("withdraw", { erase: false });
			await drain(who.session);
		}
		const sealed = await ofStudy<{ sealed: string }>("SELECT sealed FROM model_calls", slug);
		expect(sealed).toHaveLength(2);
		expect(new Set(sealed.map((row) => row.sealed.length)).size).toBe(1);
		await unblind(slug);
		expect((await ofStudy("SELECT sealed FROM model_calls", slug)).filter((row) => row.sealed !== null)).toEqual([]);
	});
});

describe("rows that an earlier version sealed", () => {
	it("are opened by unblinding", async () => {
		const slug = "sealed-earlier";
		const [who] = (await walked(troubled(slug), ["one"])) as [Participant];
		expect(await writeEarlierRows(who.session)).toEqual({ calls: 4, deviations: 1 });
		expect(await unblind(slug)).toMatchObject({ opened: { rows: 5, unreadable: 0, complete: true } });
		const failures = (await openCalls(slug)).map(({ failure }) => String(failure));
		expect(failures.toSorted()).toEqual(["null", "null", "self_identified", "server_error"]);
		expect(await deviationsOf(slug)).toMatchObject([{ session: who.session, handling: "regenerate" }]);
	});

	it("become one row for each reply after a rebuild", async () => {
		const slug = "sealed-rebuilt";
		const people = (await walked(troubled(slug), ["one"])) as [Participant];
		const now = (await ofStudy("SELECT id FROM model_calls", slug)).map(({ id }) => id).toSorted();
		await writeEarlierRows(people[0].session);
		await rebuild(slug, people);
		expect((await ofStudy("SELECT id FROM model_calls", slug)).map(({ id }) => id).toSorted()).toEqual(now);
		expect(await ofStudy("SELECT id FROM sealed_deviations", slug)).toEqual([]);
		await unblind(slug);
		expect(await openCalls(slug)).toHaveLength(4);
		expect(await deviationsOf(slug)).toHaveLength(1);
	});
});

describe("a reply that does not fit into its row", () => {
	it("is completed from the session's log when the study is unblinded", async () => {
		const slug = "sealed-long";
		const [who] = (await walked(troubled(slug), ["one"])) as [Participant];
		const allocator = allocatorOf(env.ALLOCATORS, await idOf(slug));
		const { sealTo } = (await allocator.allocate({ session: who.session, pool: "live", strata: {} })) as {
			sealTo: JsonWebKey;
		};
		const { privateJwk } = await allocator.reveal();
		for (const row of await ofStudy<{ id: string; sealed: string }>("SELECT id, sealed FROM model_calls", slug)) {
			const block = (await unsealRow(privateJwk, row.sealed)) as ReplyBlock;
			const cut: ReplyBlock = { ...block, calls: block.calls.slice(-1), deviations: [], truncated: true };
			await rows("UPDATE model_calls SET sealed = ? WHERE id = ?", await sealRow(sealTo, cut, 4096), row.id);
		}
		expect(await unblind(slug)).toMatchObject({ opened: { rows: 2, complete: true } });
		expect(await openCalls(slug)).toHaveLength(2);
		await drain(who.session);
		expect(await openCalls(slug)).toHaveLength(4);
		expect(await deviationsOf(slug)).toHaveLength(1);
	});
});
