import { env, runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Allocator, allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import type { AllocatorObject } from "../../../src/randomisation/allocator/allocator-object.ts";
import { expectContract, readJson, send } from "../../support/http/http.ts";
import { openStudy } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const slug = "ratio";
const PEOPLE = 60;
const P_LIMIT = 0.001;
let id: string;
let allocator: Allocator;
const sequences = new Map<string, string>();

beforeAll(async () => {
	await openStudy(
		fetchWorker,
		KEY,
		smallStudy({ slug, blinding: { level: "double", pace: { firstFrameMs: 900, charactersPerSecond: 90 } } }),
	);
	id = String((await readJson(await send(`/v1/studies/${slug}`))).id);
	allocator = allocatorOf(env.ALLOCATORS, id);
	for (let number = 0; number < PEOPLE; number += 1) await arrive(`se_${number}`);
});
afterEach(() => vi.restoreAllMocks());

async function arrive(session: string): Promise<void> {
	const given = await allocator.allocate({ session, pool: "live", strata: {} });
	if (given.kind === "allocated") sequences.set(session, given.plan.sequence.join(" "));
}

/** All participants of one sequence leave, which makes the sample ratio as uneven as possible. */
async function emptyOneSequence(): Promise<void> {
	const [first] = sequences.values();
	for (const [session, sequence] of sequences) if (sequence === first) await allocator.release(session);
}

const stub = () => env.ALLOCATORS.get(env.ALLOCATORS.idFromName(id)) as unknown as DurableObjectStub<AllocatorObject>;
const alarm = () => runDurableObjectAlarm(stub());
const warnings = () => rows("SELECT * FROM warnings WHERE study_id = ?", id);
const audited = () => rows("SELECT * FROM audit WHERE study_id = ? AND action = 'study.warning'", id);

describe("while the sample ratio holds", () => {
	it("gives no warning", async () => {
		expect(await alarm()).toBe(false);
		expect(await warnings()).toEqual([]);
		const { warnings: shown } = await readJson(await send(`/v1/studies/${slug}`));
		expect(shown).not.toContainEqual(expect.objectContaining({ code: "sample_ratio" }));
	});
});

describe("when it begins to fail", () => {
	it("writes the warning once D1 answers again", async () => {
		await env.DB.exec("ALTER TABLE warnings RENAME TO warnings_gone");
		await emptyOneSequence();
		await alarm();
		await env.DB.exec("ALTER TABLE warnings_gone RENAME TO warnings");
		expect(await warnings()).toEqual([]);
		const lines: string[] = [];
		vi.spyOn(console, "warn").mockImplementation((line) => void lines.push(String(line)));
		expect(await alarm()).toBe(true);
		expect(await warnings()).toHaveLength(1);
		const found = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === "sample_ratio_failed");
		expect(found).toEqual([
			{
				level: "warn",
				event: "sample_ratio_failed",
				study: id,
				warning: expect.any(String),
				chiSquare: expect.any(Number),
				df: 1,
				p: expect.any(Number),
			},
		]);
		for (const sequence of sequences.values())
			for (const label of sequence.split(" ")) expect(lines.join()).not.toContain(label);
	});

	it("gives one warning, in the table, in the audit and with the study", async () => {
		expect(await alarm()).toBe(false);
		await allocator.release("se_nobody");
		expect(await alarm()).toBe(false);
		expect(await warnings()).toHaveLength(1);
		expect(await audited()).toMatchObject([{ actor: "system", target: expect.stringMatching(/^wa_/) }]);
		const study = await expectContract("GET", "/v1/studies/{study}", await send(`/v1/studies/${slug}`));
		const ofRatio = (study.warnings as { code: string }[]).filter(({ code }) => code === "sample_ratio");
		expect(ofRatio).toMatchObject([
			{
				code: "sample_ratio",
				pointer: "",
				detail: expect.stringContaining("less evenly than chance allows"),
				raisedAt: expect.any(String),
				numbers: { df: 1, p: expect.any(Number) },
			},
		]);
		const [{ numbers }] = ofRatio as unknown as [{ numbers: { p: number } }];
		expect(numbers.p).toBeLessThan(P_LIMIT);
	});

	it("gives another warning when it fails again after it held", async () => {
		for (let number = PEOPLE; number < 2 * PEOPLE; number += 1) await arrive(`se_${number}`);
		expect(await allocator.balance()).toMatchObject({ warning: false });
		vi.spyOn(console, "warn").mockImplementation(() => {});
		await emptyOneSequence();
		await alarm();
		await eventually(async () => (await warnings()).length === 2, "the second warning");
	});
});
