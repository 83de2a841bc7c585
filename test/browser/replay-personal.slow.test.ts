import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Capsule } from "../../scripts/capsule/format.ts";
import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";
import { capsuleOf, replayed, untilSimulated } from "../support/browser/capsules.ts";
import { type ServedHere, serve } from "../support/browser/serve.ts";
import { createStudy, enrol, walk } from "../support/http/participant.ts";
import { type ModelServer, startModelServer } from "../support/models/model-server.ts";
import { type OnceOnlyServer, startOnceOnlyServer } from "../support/models/once-only-server.ts";

/** Opens no page. PRISM-X, whose four arms include two that are fitted to each participant, is simulated and replayed. */
const SLUG = "prism-x-endpoints";
const PEOPLE = ["ann", "bob"];
const SIMULATED = 2;
const WITHIN_MS = 300_000;

let arms: OnceOnlyServer;
let person: ModelServer;
let served: ServedHere;
let folder: string;
let capsule: Capsule;

async function prismX(): Promise<ProtocolInput> {
	const preset: ProtocolInput = JSON.parse(await readFile("seeds/prism-x.endpoints.json", "utf8"));
	const { base, tuned } = preset.models;
	return {
		...preset,
		blinding: { level: "double", pace: { firstFrameMs: 100, charactersPerSecond: 2000 } },
		models: {
			// Its own seed: all first messages get the same one.
			base: Object.assign({}, base, { seed: 7 }),
			tuned: Object.assign({}, tuned),
			person: { provider: "openai-compatible", endpoint: "PERSON", model: "person" },
		},
		conversations: preset.conversations.map((one) => ({ ...one, turns: { min: 1, max: 2 } })),
		recruitment: { ...preset.recruitment, onlyProfiles: true },
	};
}

const profileOf = (name: string) => ({
	participant: name,
	profile: {
		...{ age: "35-44 years old", gender: "Female", education: "University", employment_status: "Working full-time" },
		...{ marital_status: "Married", english_proficiency: "Fluent" },
		...{ self_description: `I am ${name}. I value honesty.`, system_string: `Call me ${name}, briefly.` },
	},
	history: [
		{
			messages: [
				{ role: "user", text: `${name} asks` },
				{ role: "assistant", text: "So it is.", chosen: true },
			],
		},
	],
});

const lines = (path: string, rows: readonly object[]) =>
	served.fetch(`/v1/studies/${SLUG}/${path}`, {
		method: "POST",
		headers: { Authorization: `Bearer ${served.key}`, "Content-Type": "application/x-ndjson" },
		body: rows.map((row) => JSON.stringify(row)).join("\n"),
	});

async function call(path: string, body: object = {}): Promise<void> {
	const headers = { Authorization: `Bearer ${served.key}`, "Content-Type": "application/json" };
	const response = await served.fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

beforeAll(async () => {
	[arms, person, folder] = await Promise.all([
		startOnceOnlyServer(),
		startModelServer(),
		mkdtemp(join(tmpdir(), "replayed-personal-")),
	]);
	served = await serve({
		...{ ENDPOINT_GPU_URL: arms.url, ENDPOINT_GPU_KEY: "any" },
		...{ ENDPOINT_PERSON_URL: person.url, ENDPOINT_PERSON_KEY: "any" },
		IDENTITY_KEY: "identity-key-of-the-replayed-study-32",
	});
	await createStudy(served.fetch, served.key, await prismX());
	await lines("profiles", [...PEOPLE, "cy"].map(profileOf));
	await lines("adapters", [
		{ adapter: "pooled-1", servedName: "pooled-served" },
		...PEOPLE.map((name) => ({ adapter: `${name}-dpo`, servedName: `served-${name}`, participant: name })),
		{ adapter: "cy-dpo", participant: "cy", status: "missing" },
	]);
	await call(`/v1/studies/${SLUG}/open?acceptLateReplies=true`);
	// Without an adapter, and without a profile.
	for (const name of [...PEOPLE, "cy", "stranger"]) {
		const who = await enrol(served.fetch, served.key, SLUG, name, { source: "prolific" });
		await walk(served.fetch, who);
	}
	await call(`/v1/studies/${SLUG}/simulations`, {
		...{ condition: "converse", model: "person", participants: "finished", seed: 11 },
	});
	await untilSimulated(served, SLUG, SIMULATED, WITHIN_MS);
}, WITHIN_MS);

afterAll(async () => {
	await served?.stop();
	await arms?.close();
	await person?.close();
	await rm(folder, { recursive: true, force: true });
});

describe("the capsule of a simulated PRISM-X", () => {
	it("has the arms' fittings, and nothing of profiles except in prompts", async () => {
		capsule = await capsuleOf(served, SLUG);
		const calls = capsule.tables.get("model-calls") ?? [];
		expect(new Set(calls.map(({ adapter }) => adapter))).toEqual(
			new Set([null, "pooled-served", ...PEOPLE.map((name) => `served-${name}`)]),
		);
		expect(calls.filter(({ prompt }) => String(prompt).includes("I am ann."))).not.toHaveLength(0);
		expect(capsule.participants.map(({ status }) => status).toSorted()).toEqual([
			...["completed", "completed", "completed", "completed", "screened_out", "screened_out"],
		]);
	});

	it("is replayed with the same rows, log and report", { timeout: WITHIN_MS }, async () => {
		const { status, said, stderr } = await replayed(capsule, folder);
		expect(stderr).not.toContain("Error");
		expect(said).toContain("Nothing differs.");
		expect(said).toContain(`${PEOPLE.length + 2 + SIMULATED} sessions`);
		expect(status).toBe(0);
	});
});
