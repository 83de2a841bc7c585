import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { poolLabelsOf } from "../../src/blinding/labels/draw-labels.ts";
import { chainStart, nextLine } from "../../src/randomisation/allocator/log-chain.ts";
import type { AllocationExport } from "../../src/randomisation/verify/allocation-export.ts";
import { changeHash } from "../../src/randomisation/verify/recorded-changes.ts";
import { actHash } from "../../src/randomisation/verify/recorded-unblindings.ts";
import { range, recordOf, seedOf, Trial, told } from "../support/randomisation/trial.ts";

const folder = mkdtempSync(join(tmpdir(), "allocations-"));
afterAll(() => rmSync(folder, { recursive: true }));

const trial = new Trial(recordOf(), seedOf(1));
for (const number of range(12)) trial.arrive(`se_${number}`);
trial.release("se_3");

function verify(exported: unknown, ...options: string[]) {
	const path = join(folder, "export.json");
	writeFileSync(path, JSON.stringify(exported));
	const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/verify-allocations.ts", path, ...options], {
		encoding: "utf8",
	});
	return { status, stdout, stderr };
}

describe("npm run verify-allocations", () => {
	it("says that nothing differs, and ends with 0", () => {
		const { status, stdout } = verify(trial.exported(), "--head", trial.lines.at(-1)?.hash ?? "");
		expect(stdout).toContain("12 allocations were drawn again from the seed");
		expect(status).toBe(0);
	});

	it("lists the checks that need records from elsewhere", () => {
		const exported = trial.exported();
		const { status, stdout } = verify(exported);
		expect(status).toBe(0);
		for (const flag of ["--commitment", "--head"]) expect(stdout).toMatch(new RegExp(`Not checked: .*${flag}`));
		expect(stdout).toContain("Not checked: whether lines are missing behind the one that gave the seed out");
		expect(stdout).toContain("Nothing differs in what was checked.");
		const noted = ["--commitment", exported.commitment, "--head", trial.lines[4]?.hash ?? ""];
		const arms = Object.entries(poolLabelsOf(seedOf(1), 4)).flatMap(([pool, labels]) =>
			labels.map((label, index) => ({ arm: `arm-${index}`, label, pool })),
		);
		const all = verify({ ...exported, ...told(exported), arms }, ...noted);
		expect(all.stdout).not.toContain("Not checked");
		expect(all.stdout).toContain("Nothing differs.\n");
	});

	it("does not take the first lines of an export for the whole", () => {
		const exported = trial.exported();
		const { status, stdout } = verify({ ...exported, log: exported.log.slice(0, 5) });
		expect(stdout).toContain("the log was cut");
		expect(status).toBe(1);
	});

	it("says in words what differs, and ends with 1", () => {
		const exported: AllocationExport = JSON.parse(JSON.stringify(trial.exported()).replace('"draw":4', '"draw":5'));
		const { status, stdout } = verify(exported, "--commitment", "sha256:other");
		expect(stdout).toContain("the export: sha256:other was published");
		expect(stdout).toContain("line 5: se_4: draw is 5 in the log, and the seed draws 4");
		expect(status).toBe(1);
	});

	it("holds the records of unblindings against the log", () => {
		const record = {
			id: "ub_a",
			scope: "study",
			session: null,
			reason: "The study has ended.",
			analysis_plan: null,
			actor: "bootstrap",
			unblinded_at: "2026-06-01T00:00:00.000Z",
		} as const;
		const { log: before, ...rest } = trial.exported();
		const last = before.at(-1) ?? chainStart("");
		const act = { unblinding: record.id, scope: record.scope, session: null, act: actHash(record) };
		const log = [...before, nextLine(last, { kind: "unblinded", at: record.unblinded_at, ...act })];
		const path = join(folder, "unblindings.jsonl");
		const against = (records: string) => {
			writeFileSync(path, records);
			return verify({ ...rest, log }, "--unblindings", path);
		};
		expect(against(JSON.stringify(record))).toMatchObject({ status: 0 });
		const changed = against(JSON.stringify({ ...record, actor: "ak_other" }));
		expect(changed).toMatchObject({ status: 1, stdout: expect.stringContaining("the record of ub_a was changed") });
		expect(against("")).toMatchObject({
			status: 2,
			stderr: expect.stringContaining("is not an export of unblindings"),
		});
	});

	it("holds the records of changed adapters, profiles and addresses against the log", () => {
		const record = { id: "dv_a", kind: "adapters_changed", entries: 1, reason: "It was broken.", actor: "bootstrap" };
		const at = "2026-06-01T00:00:00.000Z";
		const { log: before, ...rest } = trial.exported();
		const act = changeHash({ ...record, occurredAt: at });
		const line = nextLine(before.at(-1) ?? chainStart(""), { kind: "inputs_changed", at, deviation: record.id, act });
		const path = join(folder, "study-deviations.jsonl");
		const against = (records: string) => {
			writeFileSync(path, records);
			return verify({ ...rest, log: [...before, line] }, "--deviations", path);
		};
		const row = { ...record, occurred_at: at, sealed: "{}", protocol_hash: "sha256:" };
		expect(against(JSON.stringify(row))).toMatchObject({ status: 0 });
		const changed = against(JSON.stringify({ ...row, reason: "None." }));
		expect(changed).toMatchObject({ status: 1, stdout: expect.stringContaining("the record of dv_a was changed") });
		const wrong = "is not an export of study-deviations";
		expect(against("session,sequence")).toMatchObject({ status: 2, stderr: expect.stringContaining(wrong) });
		expect(against("")).toMatchObject({ status: 1, stdout: expect.stringContaining("dv_a is not on record any more") });
		expect(verify({ ...rest, log: before }, "--deviations", path)).toMatchObject({ status: 0 });
		expect(verify({ ...rest, log: [...before, line] }).stdout).toMatch(/Not checked: .*--deviations/);
	});

	it("refuses a file that is no export, and ends with 2", () => {
		const { status, stderr } = verify({ hello: "world" });
		expect(stderr).toContain("is not an export of allocations");
		expect(status).toBe(2);
	});
});
