import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { adapterLines, BundleError, readBundle } from "../../scripts/adapters/bundle.ts";
import { idsFrom } from "../../scripts/adapters/people.ts";
import { adapterName, adapterSchema } from "../../src/personalisation/adapters/adapters.ts";

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

const CARD = {
	format: "crossover-bundle/1",
	name: "prism-individual",
	method: "individual",
	created: "2026-05-01T12:00:00Z",
	hash: "sha256:bundle",
	base: { name: "llama-3.1-8b-instruct" },
	data: { hash: "sha256:data" },
	versions: { "crossover-training": "0.1.0" },
	erasures: [],
};
const PEOPLE = [
	{ participant: "pt_1", key: `u_${"a".repeat(32)}`, pairs: 7 },
	{ participant: "pt_2", key: `u_${"b".repeat(32)}`, pairs: 9 },
];

function bundleOf(card: object, people: readonly object[] | null = PEOPLE): string {
	const folder = mkdtempSync(join(tmpdir(), "crossover-bundle-"));
	folders.push(folder);
	writeFileSync(join(folder, "card.json"), JSON.stringify(card));
	if (people) writeFileSync(join(folder, "people.jsonl"), people.map((row) => `${JSON.stringify(row)}\n`).join(""));
	return folder;
}

describe("the adapters of a bundle", () => {
	it("are one for each participant, named by key, with their provenance", () => {
		const lines = adapterLines(readBundle(bundleOf(CARD)), null);
		expect(lines.map(({ participant, servedName }) => [participant, servedName])).toEqual([
			["pt_1", `prism-individual:u_${"a".repeat(32)}`],
			["pt_2", `prism-individual:u_${"b".repeat(32)}`],
		]);
		expect(lines[0]).toMatchObject({
			base: "llama-3.1-8b-instruct",
			method: "p-dpo",
			provenance: { bundleHash: "sha256:bundle", dataHash: "sha256:data", trainer: "crossover-training 0.1.0" },
		});
	});

	it("are a single shared one of a pooled bundle, which needs no list of people", () => {
		const bundle = readBundle(bundleOf({ ...CARD, name: "prism-pooled", method: "pooled" }, null));
		expect(adapterLines(bundle, null)).toMatchObject([{ adapter: "prism-pooled", servedName: "prism-pooled" }]);
		expect(adapterLines(bundle, null)[0]).not.toHaveProperty("participant");
	});

	it("are accepted by the registry, with names of any allowed length", () => {
		for (const line of adapterLines(readBundle(bundleOf({ ...CARD, name: "n".repeat(60) })), null)) {
			const { adapter, ...input } = line;
			expect(adapterName.safeParse(adapter).success).toBe(true);
			expect(adapterSchema.safeParse(input).success).toBe(true);
		}
	});

	it("go to the ids of another study by its file of people", () => {
		const csv = "participant,participant_id,link\r\nann,pt_1,x\r\nbob,pt_2,x\r\ncat,pt_3,x\r\n";
		const lines = adapterLines(readBundle(bundleOf(CARD)), idsFrom(csv));
		expect(lines.map(({ participant }) => participant)).toEqual(["ann", "bob"]);
		expect(() => adapterLines(readBundle(bundleOf(CARD)), idsFrom("participant,participant_id\nann,pt_1\n"))).toThrow(
			"1 of 2 participants of the bundle are not in the file of people, such as pt_2. Were they loaded with the source from which they came?",
		);
		expect(() => idsFrom("who\nann\n")).toThrow(BundleError);
	});
});

describe("a folder that cannot be registered", () => {
	it.each([
		["has no card", () => join(tmpdir(), "no-such-bundle"), "cannot be read"],
		["has another format", () => bundleOf({ ...CARD, format: "crossover-bundle/9" }), "is not a bundle's card"],
		["has a name unfit for a path", () => bundleOf({ ...CARD, name: "a/b" }), "60 at most"],
		["has no list of people", () => bundleOf(CARD, null), "has no people.jsonl"],
	])("%s", (_case, folder, message) => {
		expect(() => readBundle(folder())).toThrow(message);
	});
});
