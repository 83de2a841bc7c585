// biome-ignore-all lint/suspicious/noTemplateCurlyInString: survey tools use such placeholders.
import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { conversationLines, type PrismOptions, SEED, surveyLines } from "../../../bench/prism-generator.ts";
import { ANY_FORMAT } from "../../../src/access/participant-id/participant-id.ts";
import { pseudonymOf } from "../../../src/access/participant-id/pseudonym.ts";
import { database } from "../../../src/db/database.ts";
import { importProfiles } from "../../../src/personalisation/import/import-profiles.ts";
import { identitiesOf } from "../../../src/personalisation/profiles/external-ids.ts";
import { type OpenKey, withOpenKey } from "../../../src/studies/lifecycle/study-key.ts";
import { findStudy, type StudyRecord } from "../../../src/studies/study-queries.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { rows } from "../../support/http/worker.ts";
import { draft, JSONL, load, streamOf } from "../../support/protocols/personal-study.ts";

const SMALL: PrismOptions = { seed: SEED, users: 30, conversations: 150 };

async function studyNamed(slug: string): Promise<StudyRecord & OpenKey> {
	const study = await findStudy(database(env.DB), slug);
	if (!study) throw new Error(`no ${slug}`);
	return withOpenKey(env, study);
}

async function profileRow(slug: string, id: string) {
	const study = await studyNamed(slug);
	const { participant } = pseudonymOf(study.openKey, "*", id);
	const [row] = await rows<{ attributes: string; profile: string; history: string; data_hash: string }>(
		"select * from profiles where study_id = ? and participant_id = ?",
		study.id,
		participant,
	);
	if (!row) throw new Error(`nothing of ${id}`);
	const { attributes, profile, history, data_hash } = row;
	return { attributes: JSON.parse(attributes), profile: JSON.parse(profile), history: JSON.parse(history), data_hash };
}

describe("ids of many digits", () => {
	it("never merge into one person, and are exported unchanged", async () => {
		const slug = "long-ids";
		const [one, other] = ["12345678901234567890", "12345678901234567891"];
		await draft(slug);
		const lines = [
			`{"participant":${one},"profile":{"self":"one"}}`,
			`{"participant":"${other}","profile":{"self":"other"}}`,
		];
		expect(await load(slug, ...lines)).toMatchObject({ kept: 2, profiles: 2 });
		expect(await profileRow(slug, one)).toMatchObject({ profile: { self: "one" } });
		expect(await profileRow(slug, other)).toMatchObject({ profile: { self: "other" } });
		const csv = await (await send(`/v1/studies/${slug}/invitations`)).text();
		const ids = csv
			.split("\r\n")
			.slice(1, 3)
			.map((line) => line.split(",")[0]);
		expect(ids.sort()).toEqual([one, other]);
	});

	it("in another encoding are faulty lines, and never merge", async () => {
		const slug = "latin-1";
		await draft(slug);
		const latin1 = (id: number[]) => [...new TextEncoder().encode('{"participant":"'), ...id, 0x22, 0x7d, 0x0d, 0x0a];
		const body = new Uint8Array([
			...latin1([0xe9]),
			...latin1([0xe8]),
			...new TextEncoder().encode('{"participant":"é"}'),
		]);
		const response = await send(`/v1/studies/${slug}/profiles`, { method: "POST", body, headers: JSONL });
		expect(await response.json()).toMatchObject({
			read: 3,
			kept: 1,
			faulty: [
				{ line: 1, detail: expect.stringContaining("UTF-8") },
				{ line: 2, detail: expect.stringContaining("UTF-8") },
			],
		});
	});
});

describe("an upload", () => {
	it("is in the audit log before its first line is read, and again with its counts", async () => {
		const slug = "on-record";
		await draft(slug);
		await load(slug, { participant: "ann" }, "no JSON");
		const { id } = await studyNamed(slug);
		const entries = await rows<{ detail: string }>(
			"select detail from audit where study_id = ? and action = 'profiles.load' order by rowid",
			id,
		);
		expect(entries.map(({ detail }) => JSON.parse(detail))).toEqual([
			{ begun: true },
			{ read: 2, kept: 1, deviations: [] },
		]);
	});
});

describe("profiles in the own format", () => {
	it("are stored, and replaced field by field", async () => {
		await draft("own-profiles");
		const ann = { participant: "ann", attributes: { region: "north" }, profile: { age: 30, self: "I bake." } };
		const said = [
			{ role: "user", content: "Hello" },
			{ role: "assistant", content: "Good day." },
		];
		expect(await load("own-profiles", ann, "", { participant: "bob", history: said })).toEqual({
			read: 2,
			kept: 2,
			faultyLines: 0,
			faulty: [],
			faultyNotListed: 0,
			profiles: 2,
			identities: "encrypted",
		});
		await load("own-profiles", { participant: "ann", profile: { age: 31 } });
		expect(await profileRow("own-profiles", "ann")).toMatchObject({
			attributes: { region: "north" },
			profile: { age: 31 },
		});
		expect((await profileRow("own-profiles", "bob")).history).toMatchObject([
			{ turns: [{ text: "Hello", replies: [{ text: "Good day." }] }] },
		]);
	});

	it("report faulty lines with their number and fault", async () => {
		await draft("faulty-profiles");
		const lines = [
			{ participant: "ok-1" },
			"{not json",
			"[1]",
			{ participant: "" },
			{ participant: "x", profile: { "a b": 1 } },
			{ participant: "x", colour: "red" },
			{ user_id: "12", self_description: "x" },
			{ utterance_id: "ut1", user_id: "user1" },
			`{"participant":"x","profile":{"a":"\\ud83d"}}`,
			`{"participant":"x","profile":${"[".repeat(1000)}${"]".repeat(1000)}}`,
			{ participant: "ok-2" },
		];
		const report = await load("faulty-profiles", ...lines);
		expect(report).toMatchObject({ read: 11, kept: 2, faultyLines: 9, profiles: 2 });
		const faulty = report.faulty as { line: number; detail: string }[];
		expect(faulty.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(faulty.map(({ detail }) => detail)).toEqual([
			"This is not JSON.",
			"A line is one JSON object.",
			expect.stringContaining("/participant"),
			expect.stringContaining("/profile/a b"),
			"/colour: No such field.",
			expect.stringContaining("/user_id"),
			expect.stringContaining("conversations.jsonl"),
			expect.stringContaining("/profile/a"),
			expect.stringContaining("nests deeper"),
		]);
	});

	it("refuse lines with a placeholder as id", async () => {
		await draft("unfilled-profiles");
		const lines = [
			{ participant: "${e://Field/ResponseID}", profile: { x: 1 } },
			{ participant: "undefined", profile: { x: 1 } },
			{ participant: "%7BTOKEN%7D", profile: { x: 1 } },
			{ participant: "5f1a", user_id: "null" },
			{ participant: "ann", profile: { x: 1 } },
		];
		const report = await load("unfilled-profiles", ...lines);
		expect(report).toMatchObject({ read: 5, kept: 1, profiles: 1 });
		const details = (report.faulty as { detail: string }[]).map(({ detail }) => detail.split(":")[0]);
		expect(details).toEqual(["/participant", "/participant", "/participant", "/user_id"]);
	});

	it("must have ids in the study's format, except for data sets, pilots and simulations", async () => {
		await draft("format-profiles", { recruitment: { idFormat: "prolific" } });
		const PID = "6650c1f2a9d37be84f01c5d2";
		const report = await load(
			"format-profiles",
			{ participant: "user12", profile: { x: 1 } },
			{ participant: PID, user_id: "user3" },
			{ participant: "p1", source: "pilot", profile: { x: 1 } },
			{ participant: "s1", source: "simulated", profile: { x: 1 } },
			{ user_id: "user4", self_description: "x" },
		);
		expect(report).toMatchObject({ kept: 4, faulty: [{ line: 1, detail: expect.stringContaining("/participant") }] });
	});

	it("list the first hundred faults, and count the others", async () => {
		await draft("many-faults");
		const report = await load("many-faults", ...Array.from({ length: 103 }, () => "{torn"), { participant: "ok" });
		expect(report).toMatchObject({ read: 104, kept: 1, faultyLines: 103, faultyNotListed: 3 });
		expect((report.faulty as { line: number }[]).map(({ line }) => line)).toEqual(
			Array.from({ length: 100 }, (_, index) => index + 1),
		);
	});

	it("never store the recruiter's ids in plain text", async () => {
		await draft("sealed-ids");
		await load("sealed-ids", { participant: "platform-id-5f1a", profile: { age: 3 } });
		const { id } = await studyNamed("sealed-ids");
		const stored = [
			await rows("select * from profile_people where study_id = ?", id),
			await rows("select * from profiles where study_id = ?", id),
		];
		expect(JSON.stringify(stored)).not.toContain("5f1a");
		const [person] = await rows<{ participant_id: string; external_id_sealed: string }>(
			"select * from profile_people where study_id = ?",
			id,
		);
		const identities = identitiesOf(env, id);
		expect(await identities?.open(person?.participant_id ?? "", person?.external_id_sealed ?? "")).toBe(
			"platform-id-5f1a",
		);
		await expect(identities?.open("pt_other", person?.external_id_sealed ?? "")).rejects.toThrow();
	});

	it("store no platform id without an encryption key", async () => {
		await draft("no-identity-key");
		const study = await studyNamed("no-identity-key");
		const { stream } = streamOf([JSON.stringify({ participant: "ann" })].values());
		await importProfiles(stream, { db: database(env.DB), study, identities: null, nowMs: 0, ids: ANY_FORMAT });
		expect(await rows("select external_id_sealed from profile_people where study_id = ?", study.id)).toEqual([
			{ external_id_sealed: null },
		]);
		expect(identitiesOf({}, study.id)).toBeNull();
		expect(() => identitiesOf({ IDENTITY_KEY: "too short" }, study.id)).toThrow("bad_environment");
	});
});

describe("the uploaded body", () => {
	const post = (slug: string, init: Parameters<typeof send>[1]) =>
		send(`/v1/studies/${slug}/profiles`, { method: "POST", ...init });

	it("has no length limit", async () => {
		await draft("long-body");
		const line = JSON.stringify({ participant: "ann", profile: { text: "x".repeat(1000) } });
		const response = await post("long-body", { body: `${line}\n`.repeat(300), headers: JSONL });
		expect(await response.json()).toMatchObject({ read: 300, kept: 300, profiles: 1 });
	});

	it("has a limit for lines, and drops longer lines while reading", async () => {
		await draft("long-line");
		const report = await load("long-line", { participant: "a" }, `{"participant":"${"x".repeat(1_600_000)}"}`, {
			participant: "b",
		});
		expect(report).toMatchObject({ read: 3, kept: 2, faulty: [{ line: 2 }] });
	});

	it("is refused if it is a form or empty, and for a closed study", async () => {
		await draft("refused-body");
		const form = await post("refused-body", {
			body: "a=1",
			headers: { "Content-Type": "application/x-www-form-urlencoded" },
		});
		expect(await problemIn(form)).toMatchObject({ code: "unsupported_media_type" });
		const empty = await post("refused-body", {});
		expect(await problemIn(empty)).toMatchObject({ code: "invalid_request" });
	});

	it("is processed once under one Idempotency-Key", async () => {
		await draft("once-profiles");
		const init = { body: JSON.stringify({ participant: "ann" }), headers: { ...JSONL, "Idempotency-Key": "load-1" } };
		const first = await post("once-profiles", init);
		const again = await post("once-profiles", init);
		expect(again.headers.get("Idempotency-Replayed")).toBe("true");
		expect(await again.json()).toEqual(await first.json());
	});

	describe("under a used Idempotency-Key", () => {
		const keyed = (key: string, body: BodyInit) => ({ body, headers: { ...JSONL, "Idempotency-Key": key } });
		const line = (participant: string) => `${JSON.stringify({ participant })}\n`;
		const inChunks = (text: string) =>
			new ReadableStream({
				start(controller) {
					for (const character of text) controller.enqueue(new TextEncoder().encode(character));
					controller.close();
				},
			});

		it("is refused with other content, even of the same length, and loads nothing", async () => {
			await draft("reused-key");
			expect((await post("reused-key", keyed("reused", line("ann")))).status).toBe(200);
			for (const other of [line("bob"), line("ann") + line("bob"), ""]) {
				const refused = await post("reused-key", keyed("reused", other));
				expect(refused.status, other).toBe(422);
				expect(await problemIn(refused)).toMatchObject({ code: "idempotency_mismatch" });
			}
			const { profiles } = await readJson(await send("/v1/studies/reused-key/profiles"));
			expect(profiles).toHaveLength(1);
		});

		it("is refused for another address, and for another query", async () => {
			await draft("reused-here");
			await draft("reused-there");
			await post("reused-here", keyed("moved", line("ann")));
			expect((await post("reused-there", keyed("moved", line("ann")))).status).toBe(422);
			const adapters = await send("/v1/studies/reused-here/adapters", {
				method: "POST",
				...keyed("moved", line("ann")),
			});
			expect(adapters.status).toBe(422);
		});

		it("counts as the same for any chunks", async () => {
			await draft("chunked-key");
			const whole = await post("chunked-key", keyed("chunked", line("ann")));
			const again = await post("chunked-key", keyed("chunked", inChunks(line("ann"))));
			expect(again.headers.get("Idempotency-Replayed")).toBe("true");
			expect(await again.json()).toEqual(await whole.json());
		});

		it("is 409 while the first upload is read, and accepted after that was aborted", async () => {
			await draft("pending-upload");
			await post("pending-upload", keyed("pending", line("ann")));
			const pending = (createdAt: string) =>
				env.DB.prepare(
					"UPDATE idempotency SET status = NULL, body = NULL, fingerprint = '', created_at = ? WHERE idempotency_key = 'pending'",
				)
					.bind(createdAt)
					.run();
			await pending(new Date(Date.now() - 14 * 60_000).toISOString());
			expect(await problemIn(await post("pending-upload", keyed("pending", line("ann"))))).toMatchObject({
				code: "request_in_progress",
			});
			await pending(new Date(Date.now() - 16 * 60_000).toISOString());
			expect((await post("pending-upload", keyed("pending", line("ann")))).status).toBe(200);
		});
	});
});

describe("parallel imports", () => {
	it("lose nothing, even for the same person", async () => {
		await draft("at-once");
		const conversation = (number: number) => ({
			conversation_id: `c${number}`,
			user_id: "user1",
			conversation_history: [{ turn: 0, role: "user", content: `number ${number}` }],
		});
		const numbers = Array.from({ length: 4 }, (_, start) => [start * 2, start * 2 + 1]);
		const reports = await Promise.all(numbers.map((pair) => load("at-once", ...pair.map(conversation))));
		expect(reports.every(({ kept }) => kept === 2)).toBe(true);
		expect((await profileRow("at-once", "user1")).history.map(({ id }: { id: string }) => id)).toEqual(
			numbers.flat().map((number) => `c${number}`),
		);
	});
});

describe("PRISM's own files", () => {
	it("are read unchanged, in either order", async () => {
		await draft("prism-in");
		await draft("prism-in-other-order");
		const [survey, conversations] = [[...surveyLines(SMALL)], [...conversationLines(SMALL)]];
		expect(survey.concat(conversations).some((line) => line.includes("NaN"))).toBe(true);
		expect(await load("prism-in", ...survey, ...conversations)).toMatchObject({ read: 180, kept: 180, profiles: 30 });
		expect(await load("prism-in-other-order", ...conversations.toReversed(), ...survey)).toMatchObject({ kept: 180 });
		for (const user of ["user0", "user7", "user29"]) {
			const one = await profileRow("prism-in", user);
			expect(await profileRow("prism-in-other-order", user)).toEqual(one);
			expect(one.history.map(({ id }: { id: string }) => Number(id.slice(1)))).toEqual(
				one.history.map(({ id }: { id: string }) => Number(id.slice(1))).toSorted((a: number, b: number) => a - b),
			);
		}
	});

	it("change nothing when they are loaded again", async () => {
		await draft("prism-again");
		const lines = [...surveyLines(SMALL), ...conversationLines(SMALL)];
		await load("prism-again", ...lines);
		const { id } = await studyNamed("prism-again");
		const hashes = () => rows("select participant_id, data_hash from profiles where study_id = ? order by 1", id);
		const before = await hashes();
		await load("prism-again", ...lines.toReversed());
		expect(await hashes()).toEqual(before);
	});

	it("give the same result through the Hugging Face loader, which writes null for absent", async () => {
		await draft("prism-null");
		await draft("prism-absent");
		await load("prism-absent", ...conversationLines(SMALL));
		await load("prism-null", ...conversationLines({ ...SMALL, absentAsNull: true }));
		expect(await profileRow("prism-null", "user3")).toEqual(await profileRow("prism-absent", "user3"));
	});

	it("keep the display order of sliders out of reach of templates", async () => {
		await draft("prism-order");
		await load("prism-order", ...surveyLines(SMALL));
		const { profile, attributes } = await profileRow("prism-order", "user1");
		expect(Object.keys(profile)).not.toContain("order_stated_prefs");
		expect(profile.$display_order.stated_prefs).toMatchObject({ other: 9 });
		expect(profile.stated_prefs).toMatchObject({ other: 50 });
		expect(Object.keys(attributes).sort()).toEqual(["age", "english_proficiency", "gender", "region", "study_locale"]);
	});

	it("do not change a person's survey if a conversation has lost its turns", async () => {
		await draft("prism-torn");
		await load("prism-torn", ...surveyLines(SMALL));
		const before = await profileRow("prism-torn", "user3");
		const torn = { conversation_id: "c9", user_id: "user3", conversation_type: "unguided", conversation_history: null };
		expect(
			await load("prism-torn", { participant: "ann" }, torn, { user_id: "user3", generated_datetime: "x" }),
		).toMatchObject({
			kept: 1,
			faulty: [
				{ line: 2, detail: expect.stringContaining("/conversation_history") },
				{ line: 3, detail: expect.stringContaining("survey.jsonl") },
			],
		});
		expect(await profileRow("prism-torn", "user3")).toEqual(before);
	});

	it("hold only one batch in memory", async () => {
		await draft("bounded");
		const study = await studyNamed("bounded");
		const { stream, counter } = streamOf(conversationLines({ ...SMALL, conversations: 400 }));
		const pulledAtWrites: number[] = [];
		const db = database(env.DB);
		const counting = new Proxy(db, {
			get(target, name, receiver) {
				if (name === "batch") pulledAtWrites.push(counter.pulled);
				return Reflect.get(target, name, receiver);
			},
		});
		const report = await importProfiles(stream, { db: counting, study, identities: null, nowMs: 0, ids: ANY_FORMAT });
		expect(report).toMatchObject({ read: 400, kept: 400 });
		expect(pulledAtWrites.length).toBeGreaterThanOrEqual(4);
		const atOnce = pulledAtWrites.map((pulled, index) => pulled - (pulledAtWrites[index - 1] ?? 0));
		expect(Math.max(...atOnce)).toBeLessThanOrEqual(110);
	});
});
