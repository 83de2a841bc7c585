import { env, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { protocolHash } from "../../../src/protocol/parse/parse.ts";
import { type Protocol, type ProtocolInput, protocolSchema } from "../../../src/protocol/schema/schema.ts";
import type { AllocatorObject } from "../../../src/randomisation/allocator/allocator-object.ts";
import { sha256Of } from "../../../src/shared/json.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

/** An attacker who can write to D1 but has no key with the scope `unblind`. */
async function opened(slug: string, over: Partial<ProtocolInput> = {}): Promise<string> {
	await openStudy(fetchWorker, KEY, smallStudy({ slug, ...over }));
	return String((await rows("SELECT id FROM studies WHERE slug = ?", slug))[0]?.id);
}

async function walked(slug: string, name: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, name);
	await walk(fetchWorker, who);
	await drain(who.session);
	return who;
}

const study = async (slug: string) => readJson(await send(`/v1/studies/${slug}`));
const openRows = (id: string) => rows("SELECT 1 FROM model_calls WHERE study_id = ? AND sealed IS NULL", id);
const onRecord = async (id: string) =>
	(
		await rows<{ detail: string }>("SELECT detail FROM audit WHERE study_id = ? AND action = 'study.difference'", id)
	).map(({ detail }) => JSON.parse(detail));

const SINCE = "2026-01-01T00:00:00.000Z";

describe("a study that only D1 marks as unblinded", () => {
	it("stays blinded in new rows, routes and exports, and the difference is recorded", async () => {
		const slug = "forged-mark";
		const id = await opened(slug);
		await walked(slug, "before");
		await rows("UPDATE studies SET unblinded_at = ?, revealed_seed = ? WHERE id = ?", SINCE, "0".repeat(64), id);
		await rows("INSERT INTO arm_keys VALUES (?, 'K7', ?, ?, NULL)", id, ARM_IDS[0], SINCE);
		const who = await walked(slug, "after");

		expect(await rows("SELECT 1 FROM conversations WHERE session_id = ?", who.session)).toHaveLength(2);
		expect(await openRows(id)).toEqual([]);
		expect(await onRecord(id)).toEqual([{ field: "unblindedAt", database: SINCE, allocator: null }]);

		const seen = await study(slug);
		expect(seen).toMatchObject({ unblindedAt: null, revealedSeed: null, arms: null });
		expect(seen.differences).toEqual([
			{ field: "unblindedAt", database: SINCE, allocator: null },
			{ field: "revealedSeed", database: expect.stringMatching(/^sha256:/), allocator: null },
			{ field: "arms", database: "1 rows", allocator: "0 rows" },
		]);
		await study(slug);
		expect(await onRecord(id)).toHaveLength(3);

		for (const path of ["balance", "flow", "usage", "exports/datapackage.json"])
			expect(JSON.stringify(await readJson(await send(`/v1/studies/${slug}/${path}`))), path).not.toContain(
				"arm-alpha",
			);
		expect(await readJson(await send(`/v1/studies/${slug}/exports/datapackage.json`))).toMatchObject({ blinded: true });
		expect(await readJson(await send(`/v1/studies/${slug}/usage`))).toMatchObject({ exact: false });
		expect(await problemIn(await send(`/v1/studies/${slug}/blinding`))).toMatchObject({ code: "study_state" });
		expect(JSON.parse(await text(`/v1/studies/${slug}/exports/allocations.jsonl`, 0))).toMatchObject({ seed: null });
	});

	it("is unblinded with its own arm key, whatever D1 contained", async () => {
		const slug = "forged-key";
		const id = await opened(slug);
		const who = await walked(slug, "one");
		const labels = String((await rows("SELECT sequence FROM sessions WHERE id = ?", who.session))[0]?.sequence).split(
			" ",
		);
		for (const label of labels)
			await rows("INSERT INTO arm_keys VALUES (?, ?, 'arm-forged', ?, NULL)", id, label, SINCE);
		const { arms } = await readJson(await closeAndUnblind(slug));
		expect(new Set((arms as { arm: string }[]).map(({ arm }) => arm))).toEqual(new Set(ARM_IDS));
	});

	it("is not confused with an unblinded study of the same name", async () => {
		const [blinded, other] = [await opened("forged-blinded"), await opened("forged-other")];
		await walked("forged-other", "one");
		await closeAndUnblind("forged-other");
		const who = await enrol(fetchWorker, KEY, "forged-blinded", "one");
		await rows("UPDATE studies SET slug = 'forged-away' WHERE id = ?", blinded);
		await rows("UPDATE studies SET slug = 'forged-blinded' WHERE id = ?", other);
		await walk(fetchWorker, who);
		await drain(who.session);
		expect((await rows("SELECT 1 FROM model_calls WHERE study_id = ?", blinded)).length).toBe(2);
		expect(await openRows(blinded)).toEqual([]);
	});
});

describe("an unblinded study that D1 does not mark as unblinded", () => {
	it("shows when it was unblinded, accepts no participants and does not open again", async () => {
		const slug = "forged-unmark";
		const id = await opened(slug);
		await walked(slug, "one");
		await closeAndUnblind(slug);
		await rows("UPDATE studies SET unblinded_at = NULL, revealed_seed = NULL, status = 'paused' WHERE id = ?", id);
		expect(await study(slug)).toMatchObject({ unblindedAt: expect.any(String), revealedSeed: null });
		expect(await problemIn(await send(`/v1/studies/${slug}/open`, { method: "POST" }))).toMatchObject({
			code: "study_state",
		});
		await rows("UPDATE studies SET status = 'open' WHERE id = ?", id);
		const response = await send(`/v1/studies/${slug}/sessions`, {
			method: "POST",
			json: { participant: { id: "late", source: "test" } },
		});
		expect(await problemIn(response)).toMatchObject({ code: "study_not_open" });
	});
});

describe("a protocol that was changed to single blind in D1", () => {
	const single = (slug: string): Protocol =>
		protocolSchema.parse(smallStudy({ slug, blinding: { level: "single", pace: "as-is" } }));
	/** With or without the hash that belongs to it. */
	async function forge(id: string, protocol: Protocol, hash: string): Promise<void> {
		const json = JSON.stringify(protocol);
		await rows("UPDATE study_versions SET protocol = ?, protocol_hash = ? WHERE study_id = ?", json, hash, id);
		await rows("UPDATE studies SET protocol_hash = ? WHERE id = ?", hash, id);
	}
	const begin = (slug: string, name: string) =>
		send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant: { id: name, source: "test" } } });

	it("is refused if its hash does not match", async () => {
		const slug = "forged-hash";
		const id = await opened(slug);
		await forge(id, single(slug), `sha256:${"0".repeat(64)}`);
		expect(await problemIn(await send(`/v1/studies/${slug}`))).toMatchObject({
			code: "internal",
			detail: expect.stringContaining("stored protocol"),
		});
		expect(await problemIn(await begin(slug, "one"))).toMatchObject({ code: "internal" });
	});

	it("admits no participants if the study opened with another protocol, and the difference is recorded", async () => {
		const slug = "forged-single";
		const id = await opened(slug);
		const who = await enrol(fetchWorker, KEY, slug, "before");
		const protocol = single(slug);
		await forge(id, protocol, protocolHash(protocol));
		expect(await problemIn(await begin(slug, "after"))).toMatchObject({ code: "study_not_open" });
		expect(await onRecord(id)).toMatchObject([{ field: "protocolHash", database: protocolHash(protocol) }]);
		await walk(fetchWorker, who);
		await drain(who.session);
		expect(await openRows(id)).toEqual([]);
		expect(await rows("SELECT 1 FROM arm_keys WHERE study_id = ?", id)).toEqual([]);
	});

	it("does not reveal the arm key when the study opens again", async () => {
		const slug = "forged-draft";
		const id = await opened(slug);
		await walked(slug, "one");
		const protocol = single(slug);
		await forge(id, protocol, protocolHash(protocol));
		await rows("UPDATE studies SET status = 'draft', opened_at = NULL, seed_commitment = NULL WHERE id = ?", id);
		expect(await problemIn(await send(`/v1/studies/${slug}/open`, { method: "POST" }))).toMatchObject({
			code: "study_state",
		});
		expect(await rows("SELECT 1 FROM arm_keys WHERE study_id = ?", id)).toEqual([]);
	});

	it("does not replace another study's protocol under that hash", async () => {
		const [victim, other] = ["forged-victim", "forged-helper"];
		const id = await opened(victim);
		const [{ hash }] = (await rows<{ hash: string }>("SELECT protocol_hash AS hash FROM studies WHERE id = ?", id)) as [
			{ hash: string },
		];
		const otherId = await opened(other);
		await forge(otherId, single(other), hash);
		await send(`/v1/studies/${other}`);
		expect(await study(victim)).toMatchObject({ protocol: { blinding: { level: "double" } } });
	});

	it("is not used to randomise a session that began with it", async () => {
		const slug = "forged-session";
		const id = await opened(slug);
		const request = { session: "se_x", pool: "live", strata: {}, protocolHash: "sha256:another" } as const;
		const stub = env.ALLOCATORS.get(env.ALLOCATORS.idFromName(id)) as unknown as DurableObjectStub<AllocatorObject>;
		await runInDurableObject(stub, (allocator) =>
			expect(() => allocator.allocate(request)).toThrow("another protocol"),
		);
	});
});

async function text(path: string, line: number): Promise<string> {
	const bytes = await (await send(path)).arrayBuffer();
	return new TextDecoder().decode(bytes).split("\n")[line] ?? "";
}

describe("the scope unblind", () => {
	const emergency = (slug: string, key: string, session: string) =>
		send(`/v1/studies/${slug}/unblind`, {
			method: "POST",
			key,
			json: { scope: "participant", session, reason: "Distress in the second conversation." },
		});
	const minted = async (...scopes: string[]) =>
		(await readJson(await send("/v1/keys", { method: "POST", json: { name: "k", scopes } }))) as {
			id: string;
			key: string;
		};

	it("is not granted by a row of D1, whether its scopes were edited, its MAC copied or the row invented", async () => {
		const slug = "forged-scope";
		const id = await opened(slug);
		const { session } = await walked(slug, "one");
		const mine = await minted("studies:read", "admin");
		const theirs = await minted("unblind");
		expect((await emergency(slug, theirs.key, session)).status).toBe(200);

		const refused = async (key: string) =>
			expect(await problemIn(await emergency(slug, key, session))).toMatchObject({ code: "forbidden" });
		await rows("UPDATE api_keys SET scopes = ? WHERE id = ?", JSON.stringify(["admin", "unblind"]), mine.id);
		await refused(mine.key);
		expect(
			(await send("/v1/keys", { method: "POST", key: mine.key, json: { name: "x", scopes: ["unblind"] } })).status,
		).toBe(403);
		await rows("UPDATE api_keys SET scopes = '[\"unblind\"]' WHERE id = ?", mine.id);
		await rows("UPDATE api_keys SET mac = (SELECT mac FROM api_keys WHERE id = ?) WHERE id = ?", theirs.id, mine.id);
		await refused(mine.key);
		const secret = "xo_made_up_by_whoever_writes_the_database";
		await rows(
			"INSERT INTO api_keys (id, name, hash, scopes, created_at) VALUES ('ak_forged', 'x', ?, '[\"unblind\"]', ?)",
			sha256Of(secret),
			SINCE,
		);
		await refused(secret);
		expect(await rows("SELECT 1 FROM unblindings WHERE study_id = ?", id)).toHaveLength(1);
	});

	it("leaves stored responses of the same length, whatever arms they name", async () => {
		const slug = "forged-length";
		const { forms: { ranking: _, ...forms } = {}, conversations } = smallStudy({ slug });
		await opened(slug, {
			arms: [
				{ id: "a", model: "model-0" },
				{ id: "an-arm-with-a-long-name", model: "model-1" },
			],
			design: { kind: "parallel" },
			flow: ["consent", "about", "conversations"],
			forms,
			conversations: conversations.map((each) => ({ ...each, arms: 1 })),
		});
		for (const name of ["one", "two", "three", "four"]) {
			const { session } = await walked(slug, name);
			const response = await send(`/v1/studies/${slug}/unblind`, {
				method: "POST",
				headers: { "Idempotency-Key": `${slug}-${name}` },
				json: { scope: "participant", session, reason: "Distress in the second conversation." },
			});
			expect(response.status).toBe(200);
		}
		const kept = await rows("SELECT DISTINCT length(body) FROM idempotency WHERE idempotency_key LIKE ?", `${slug}%`);
		expect(kept).toHaveLength(1);
	});
});
