import { beforeAll, describe, expect, it } from "vitest";
import { labelDifferences } from "../../../src/blinding/labels/draw-labels.ts";
import type { DataPackage } from "../../../src/export/datapackage.ts";
import { readAllocationExport } from "../../../src/randomisation/verify/allocation-export.ts";
import { notChecked } from "../../../src/randomisation/verify/unchecked-claims.ts";
import { verifyAllocations } from "../../../src/randomisation/verify/verify-allocations.ts";
import { sha256Of } from "../../../src/shared/json.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { expectContract, keyWith, problemIn, send } from "../../support/http/http.ts";
import { finishedBatch, startBatch } from "../../support/http/judgements.ts";
import { enrol, openStudy, type Participant, plausible, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { namesItself } from "../../support/models/model-server-behaviours.ts";
import { MODEL_IDS, servedStudy } from "../../support/protocols/served-study.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const NAMES = [
	"sessions",
	"conversations",
	"ratings",
	"rankings",
	"answers",
	"guesses",
	"deviations",
	"behaviour",
	"reply-reports",
	"transcripts",
	"flow",
	"model-calls",
	"arms",
	"unblindings",
	"study-deviations",
	"allocations",
	"items",
	"simulated-participants",
	"simulation-answers",
	"judgements",
	"judgement-labels",
] as const;
const FORMATS = ["jsonl", "csv"] as const;
/** The arm key and sealed tables. Nothing else may change when a study is unblinded. */
const KEY_AND_SEALED = ["arms", "model-calls", "unblindings", "allocations"];
const SEALED_COLUMNS = ["arm", "guessed_arm", "sealed", "written"];

/** A study with masked self-identifications in replies, and with a guess at the end. */
function guessedStudy(slug: string) {
	const study = servedStudy(slug, "single", [namesItself("exports"), MODEL_IDS[1]]);
	const items = [{ id: "which", kind: "guess" as const, label: "Which?" }];
	return {
		...study,
		arms: study.arms.map((arm, index) => ({ ...arm, description: ["the quick one", "the slow one"][index] ?? "" })),
		forms: { ...study.forms, guess: { title: "Last", each: "conversations" as const, items } },
		flow: [...study.flow, "guess"],
	};
}

async function download(slug: string, file: string): Promise<string> {
	const response = await send(`/v1/studies/${slug}/exports/${file}`);
	if (!response.ok) throw new Error(`${file}: ${response.status} ${await response.text()}`);
	// Read as bytes, because workerd warns about bodies whose media type is not a text type.
	return new TextDecoder().decode(await response.arrayBuffer());
}

async function everything(slug: string): Promise<Record<string, string>> {
	const files = NAMES.flatMap((name) => FORMATS.map((format) => `${name}.${format}`));
	return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await download(slug, file)])));
}

const records = (text: string): Record<string, unknown>[] =>
	text
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line));
const manifest = async (slug: string) =>
	(await expectContract(
		"GET",
		"/v1/studies/{study}/exports/datapackage.json",
		await send(`/v1/studies/${slug}/exports/datapackage.json`),
	)) as DataPackage;

async function participant(slug: string, name: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, name, { attributes: { wave: "first" } });
	await walk(fetchWorker, who, undefined, (step) =>
		step.kind === "form" && step.items[0]?.id === "which" ? { answers: { which: "option-1" } } : plausible(step),
	);
	await drain(who.session);
	return who;
}

const withoutKey = (row: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(row).map(([name, value]) => [name, SEALED_COLUMNS.includes(name) ? null : value]));
const filledIn = (list: readonly Record<string, unknown>[]) =>
	SEALED_COLUMNS.filter((column) => list.some((row) => (row[column] ?? null) !== null));

describe("the exports of a double-blind study", () => {
	const slug = "exports";
	let blinded: Record<string, string> = {};
	let unblinded: Record<string, string> = {};
	let package_: DataPackage;
	let people: Participant[] = [];
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, guessedStudy(slug));
		people = [];
		for (const name of ["external-one", "external-two", "external-three", "external-erased"])
			people.push(await participant(slug, name));
		const erased = people[3];
		await fetchWorker(`/v1/sessions/${erased?.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${erased?.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		await drain(erased?.session ?? "");
		const model = { provider: "openai-compatible", endpoint: "GPU", model: "judge" };
		await finishedBatch(slug, await startBatch(slug, { rubric: "topics/1", judges: [{ name: "judge", model }] }));
		blinded = await everything(slug);
		package_ = await manifest(slug);
		await closeAndUnblind(slug);
		unblinded = await everything(slug);
	});

	it("contain messages and answers, one in each row, equally in JSON Lines and CSV", async () => {
		const counted = (name: string) => records(blinded[`${name}.jsonl`] ?? "").length;
		expect(Object.fromEntries(NAMES.map((name) => [name, counted(name)]))).toMatchObject({
			sessions: 3,
			conversations: 6,
			ratings: 6,
			rankings: 6,
			answers: 21,
			guesses: 6,
			deviations: 2,
			transcripts: 12,
			flow: 1,
			"model-calls": 6,
			arms: 0,
			unblindings: 0,
			judgements: 6,
		});
		for (const name of NAMES.filter((each) => each !== "allocations"))
			expect((blinded[`${name}.csv`] ?? "").split("\r\n").length - 2).toBe(counted(name));
	});

	it("are the same when they are requested twice", async () => {
		expect(await everything(slug)).toEqual(unblinded);
	});

	it("contain no arm and no participant's own id before unblinding", () => {
		const all = Object.values(blinded).join("\n");
		for (const word of [...ARM_IDS, "external-", "rehearsal", "terse", "warm"]) expect(all).not.toContain(word);
		expect(Object.values(unblinded).join("\n")).not.toContain("external-");
	});

	it("contain erased participants only in the flow and the hash chain, which must add up", () => {
		for (const [file, text] of [...Object.entries(blinded), ...Object.entries(unblinded)])
			if (!file.startsWith("allocations")) expect(text, file).not.toContain(people[3]?.session);
	});

	it.each(NAMES.filter((name) => !KEY_AND_SEALED.includes(name)))(
		"differ only by the arm key after unblinding: %s",
		(name) => {
			const [before, after] = [blinded, unblinded].map((files) => records(files[`${name}.jsonl`] ?? ""));
			const lines = (list: readonly object[] = []) => list.map((row) => `${JSON.stringify(row)}\n`).join("");
			expect(lines(after?.map(withoutKey))).toBe(lines(before?.map(withoutKey)));
			const [early, late] = [before, after].map((list) => filledIn(list ?? []));
			expect(early).toEqual(name === "deviations" ? ["sealed"] : []);
			expect(late).toEqual(SEALED_COLUMNS.filter((column) => before?.some((row) => column in row)));
			if (late?.length === 0) expect(unblinded[`${name}.csv`]).toBe(blinded[`${name}.csv`]);
		},
	);

	it("open model calls in the same rows", () => {
		const before = records(blinded["model-calls.jsonl"] ?? "");
		const after = records(unblinded["model-calls.jsonl"] ?? "");
		expect(before.every(({ sealed, model, session }) => sealed !== null && model === null && session === null)).toBe(
			true,
		);
		expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
		expect(after.every(({ sealed, model }) => sealed === null && model !== null)).toBe(true);
	});

	it("match the rows, bytes and hashes in their manifest", () => {
		expect(package_).toMatchObject({ name: slug, blinded: true, protocolHash: expect.stringMatching(/^sha256:/) });
		const texts = package_.resources.filter(({ format }) => format !== "parquet");
		expect(texts.map(({ path }) => path).sort()).toEqual(Object.keys(blinded).sort());
		for (const { path, bytes, hash } of texts) {
			expect(hash, path).toBe(sha256Of(blinded[path] ?? ""));
			expect(bytes, path).toBe(new TextEncoder().encode(blinded[path]).length);
		}
		const ratings = package_.resources.find(({ path }) => path === "ratings.csv");
		expect(ratings?.rows).toBe(6);
		expect(ratings?.schema?.fields.map(({ name }) => name).join()).toBe(
			blinded["ratings.csv"]?.split("\r\n")[0]?.replaceAll('"', ""),
		);
		expect(ratings?.schema?.fields).toContainEqual({
			name: "rated_at",
			type: "datetime",
			description: "When the rating was given.",
			unit: "RFC 3339 in UTC",
		});
	});

	it("state in the manifest that they are no longer blinded", async () => {
		expect(await manifest(slug)).toMatchObject({ blinded: false });
	});

	it("allow verification of the allocations after unblinding", () => {
		expect(readAllocationExport(blinded["allocations.jsonl"] ?? "")).toBeNull();
		const [manifest_, ...lines] = records(blinded["allocations.jsonl"] ?? "");
		expect(manifest_).toMatchObject({ seed: null, lines: lines.length, head: lines.at(-1)?.hash });
		const exported = readAllocationExport(unblinded["allocations.jsonl"] ?? "");
		if (!exported) throw new Error("no export");
		for (const of of ["live", "pilot", "simulated"])
			expect(exported.arms?.filter(({ pool }) => pool === of).map(({ arm }) => arm)).toEqual([...ARM_IDS]);
		expect([...verifyAllocations(exported), ...labelDifferences(exported)]).toEqual([]);
		expect(notChecked(exported, { commitment: "", head: "", unblindings: "" })).toEqual([]);
		expect(verifyAllocations({ ...exported, log: exported.log.slice(0, -1) }).length).toBeGreaterThan(0);
		expect(exported.log.filter(({ entry }) => entry.kind === "allocated")).toHaveLength(4);
	});
});

describe("a cell that a spreadsheet would run as a formula", () => {
	it("gets an apostrophe in CSV if that is requested, and is exact otherwise", async () => {
		const slug = "exports-formulas";
		await openStudy(fetchWorker, KEY, smallStudy({ slug, layout: "best-of" }));
		const who = await enrol(fetchWorker, KEY, slug, "somebody");
		await walk(fetchWorker, who, ({ step }) => step?.kind === "form" && step.items[0]?.id === "words");
		await walk(fetchWorker, who, undefined, (step) =>
			step.kind === "form" ? { answers: { words: '=HYPERLINK("http://x")\r\n, "quoted"' } } : { retry: true },
		);
		await drain(who.session);
		const [json, csv] = await Promise.all(FORMATS.map((format) => download(slug, `answers.${format}`)));
		expect(records(json ?? "").at(-1)).toMatchObject({ item: "words", value: '=HYPERLINK("http://x")\r\n, "quoted"' });
		expect(csv).toContain(`"=HYPERLINK(""http://x"")\r\n, ""quoted"""`);
		const guarded = await download(slug, "answers.csv?formulas=guard&bom=true");
		expect(guarded).toContain(`"'=HYPERLINK(""http://x"")\r\n, ""quoted"""`);
		const refused = await send(`/v1/studies/${slug}/exports/answers.parquet?formulas=guard`);
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/formulas"] });
	});
});

describe("a request for an export", () => {
	it("is refused for an unknown name, with the list of known names", async () => {
		const slug = "exports-refused";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		for (const file of ["participant_identities.csv", "ratings.xlsx", "ratings"]) {
			const { code, detail } = await problemIn(await send(`/v1/studies/${slug}/exports/${file}`));
			expect(code).toBe("not_found");
			for (const name of NAMES) expect(detail).toContain(name);
		}
	});

	it("is refused for a draft, or without the scope data:read", async () => {
		const slug = "exports-draft";
		await send("/v1/studies", { method: "POST", json: smallStudy({ slug }) });
		expect(await problemIn(await send(`/v1/studies/${slug}/exports/ratings.csv`))).toMatchObject({
			code: "study_state",
		});
		const key = await keyWith("studies:read", "studies:write", "unblind");
		expect(await problemIn(await send(`/v1/studies/${slug}/exports/ratings.csv`, { key }))).toMatchObject({
			code: "forbidden",
		});
	});

	it("returns each row once, also over many pages", async () => {
		const slug = "exports-many";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const [{ id }] = (await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug)) as [{ id: string }];
		await rows(
			`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
			INSERT INTO sessions (id, study_id, protocol_hash, participant_id, source, pool, status, started_at, last_event)
			SELECT 'se_many' || (i * 7919 % 1101), ?, 'h', 'pt_many' || i, 'test', 'live', 'active', '2026-01-01T00:00:00.000Z', 1 FROM n`,
			id,
		);
		await rows(
			`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
			INSERT INTO model_calls (id, study_id, protocol_hash, sealed) SELECT 'mc_many' || (i * 7919 % 2501), ?, 'h', 'eyJ' FROM n`,
			id,
		);
		const ids = records(await download(slug, "sessions.jsonl")).map(({ session }) => session);
		expect(new Set(ids).size).toBe(1100);
		expect(ids).toEqual([...ids].sort());
		expect(new Set(records(await download(slug, "model-calls.jsonl")).map((row) => row.id)).size).toBe(2500);
	});
});
