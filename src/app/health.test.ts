import { describe, expect, it } from "vitest";
import { healthOf } from "./health.ts";

const SECRET = { IDENTITY_KEY: "k".repeat(32) };
const EXPECTED = ["0000_init", "0001_views"];
const WELL = { alarms: "ok", rows: "ok", rowsBehindSeconds: null } as const;
const OBJECTS = { watched: WELL, jurisdictionFault: null, research: "ok" } as const;
const APPLIED = ["0000_init.sql", "0001_views.sql"];

describe("the health of an installation", () => {
	it("is ok with all migrations and a strong secret", () => {
		expect(healthOf({ applied: APPLIED, ...OBJECTS }, EXPECTED, SECRET)).toEqual({
			status: "ok",
			database: "ok",
			migrations: "ok",
			secrets: "ok",
			alarms: "ok",
			rows: "ok",
			rowsBehindSeconds: null,
			research: "ok",
			variables: [],
			jurisdiction: "none",
		});
	});

	it("is ok under a database that a newer release has migrated", () => {
		expect(healthOf({ applied: [...APPLIED, "0002_later.sql"], ...OBJECTS }, EXPECTED, SECRET).status).toBe("ok");
	});

	it("fails while a migration is missing, also of an empty database", () => {
		expect(healthOf({ applied: ["0000_init.sql"], ...OBJECTS }, EXPECTED, SECRET)).toMatchObject({
			status: "failing",
			migrations: "missing",
		});
		expect(healthOf({ applied: [], ...OBJECTS }, EXPECTED, SECRET)).toMatchObject({
			status: "failing",
			migrations: "missing",
		});
	});

	it("fails while the database does not answer, and then says nothing of migrations", () => {
		expect(healthOf({ applied: null, ...OBJECTS }, EXPECTED, SECRET)).toMatchObject({
			status: "failing",
			database: "unreachable",
			migrations: "unknown",
		});
	});

	it("is degraded with a secret that is missing or short", () => {
		expect(healthOf({ applied: APPLIED, ...OBJECTS }, EXPECTED, {})).toMatchObject({
			status: "degraded",
			secrets: "missing",
		});
		const short = { IDENTITY_KEY: "k".repeat(31) };
		expect(healthOf({ applied: APPLIED, ...OBJECTS }, EXPECTED, short)).toMatchObject({
			status: "degraded",
			secrets: "too_short",
		});
	});

	it("is degraded while alarms or rows are behind, or not known", () => {
		const late = { ...WELL, alarms: "behind" } as const;
		expect(healthOf({ applied: APPLIED, ...OBJECTS, watched: late }, EXPECTED, SECRET)).toMatchObject({
			...late,
			status: "degraded",
		});
		const refused = { ...WELL, rows: "behind", rowsBehindSeconds: 95 } as const;
		expect(healthOf({ applied: APPLIED, ...OBJECTS, watched: refused }, EXPECTED, SECRET)).toMatchObject({
			...refused,
			status: "degraded",
		});
		expect(healthOf({ applied: APPLIED, ...OBJECTS, watched: null }, EXPECTED, SECRET)).toMatchObject({
			status: "degraded",
			alarms: "unknown",
			rows: "unknown",
			rowsBehindSeconds: null,
		});
	});

	it.each(["other_version", "unreachable"] as const)(
		"is degraded while the research Worker is %s, because only reports need it",
		(research) => {
			expect(healthOf({ applied: APPLIED, ...OBJECTS, research }, EXPECTED, SECRET)).toMatchObject({
				status: "degraded",
				research,
			});
		},
	);

	it("fails with variables that requests would fail by, and says what to set", () => {
		const wrong = { ...SECRET, LIMIT_LANDINGS: "many", TRACES: "on" };
		const found = { applied: APPLIED, ...OBJECTS, jurisdictionFault: "Set JURISDICTION to eu." };
		expect(healthOf(found, EXPECTED, wrong)).toMatchObject({
			status: "failing",
			variables: [
				expect.stringContaining("Set JURISDICTION to"),
				expect.stringContaining("Set LIMIT_LANDINGS to"),
				expect.stringContaining("Set TRACES to"),
			],
		});
	});

	it("names the jurisdiction", () => {
		expect(healthOf({ applied: APPLIED, ...OBJECTS }, EXPECTED, { ...SECRET, JURISDICTION: "eu" }).jurisdiction).toBe(
			"eu",
		);
	});
});
