import { describe, expect, it } from "vitest";
import { healthOf } from "./health.ts";

const SECRET = { IDENTITY_KEY: "k".repeat(32) };
const EXPECTED = ["0000_init", "0001_views"];
const APPLIED = ["0000_init.sql", "0001_views.sql"];

describe("the health of an installation", () => {
	it("is ok with all migrations and a strong secret", () => {
		expect(healthOf(APPLIED, EXPECTED, SECRET)).toEqual({
			status: "ok",
			database: "ok",
			migrations: "ok",
			secrets: "ok",
			jurisdiction: "none",
		});
	});

	it("is ok under a database that a newer release has migrated", () => {
		expect(healthOf([...APPLIED, "0002_later.sql"], EXPECTED, SECRET).status).toBe("ok");
	});

	it("fails while a migration is missing, also of an empty database", () => {
		expect(healthOf(["0000_init.sql"], EXPECTED, SECRET)).toMatchObject({ status: "failing", migrations: "missing" });
		expect(healthOf([], EXPECTED, SECRET)).toMatchObject({ status: "failing", migrations: "missing" });
	});

	it("fails while the database does not answer, and then says nothing of migrations", () => {
		expect(healthOf(null, EXPECTED, SECRET)).toMatchObject({
			status: "failing",
			database: "unreachable",
			migrations: "unknown",
		});
	});

	it("is degraded with a secret that is missing or short", () => {
		expect(healthOf(APPLIED, EXPECTED, {})).toMatchObject({ status: "degraded", secrets: "missing" });
		expect(healthOf(APPLIED, EXPECTED, { IDENTITY_KEY: "short" }).status).toBe("degraded");
	});

	it("names the jurisdiction", () => {
		expect(healthOf(APPLIED, EXPECTED, { ...SECRET, JURISDICTION: "eu" }).jurisdiction).toBe("eu");
	});
});
