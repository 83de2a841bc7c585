import { describe, expect, it } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import { auditVerdict } from "../../scripts/dependencies/audit.ts";
import { faultsOf, isAllowed } from "../../scripts/dependencies/licences.ts";
import { type Component, componentsOf } from "../../scripts/dependencies/lock.ts";

const GOOD: Component = { name: "good", version: "1.0.0", licence: "MIT", isDeployed: true, hasIntegrity: true };

describe("the packages of the lock file", () => {
	it("are all that npm installs, each with its version", () => {
		const components = componentsOf(lock as Parameters<typeof componentsOf>[0]);
		expect(components.length).toBeGreaterThan(500);
		expect(components.filter(({ version }) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
		expect(components.find(({ name }) => name === "hono")).toMatchObject({ licence: "MIT", isDeployed: true });
		expect(components.find(({ name }) => name === "vitest")).toMatchObject({ isDeployed: false });
	});

	it("have licences that are allowed, and a hash", () => {
		expect(componentsOf(lock as Parameters<typeof componentsOf>[0]).flatMap(faultsOf)).toEqual([]);
	});
});

describe("a package", () => {
	it("is reported with its name and its fault", () => {
		expect(faultsOf(GOOD)).toEqual([]);
		expect(faultsOf({ ...GOOD, licence: null })).toEqual(["good 1.0.0 states no licence."]);
		expect(faultsOf({ ...GOOD, licence: "AGPL-3.0-only" })[0]).toContain("AGPL-3.0-only");
		expect(faultsOf({ ...GOOD, hasIntegrity: false })[0]).toContain("hash");
	});

	it("may have a copyleft licence only as a tool", () => {
		expect(faultsOf({ ...GOOD, licence: "MPL-2.0" })).toHaveLength(1);
		expect(faultsOf({ ...GOOD, licence: "MPL-2.0", isDeployed: false })).toEqual([]);
	});

	it.each([
		["(MIT OR GPL-3.0-only)", true],
		["MIT AND GPL-3.0-only", false],
		["GPL-3.0-only OR MIT AND Apache-2.0", true],
		["(MIT OR (GPL-3.0-only AND ISC))", false],
		["SEE LICENSE IN LICENSE.md", false],
	])("is allowed by SPDX: %s", (licence, allowed) => {
		expect(isAllowed(licence, ["MIT", "Apache-2.0", "ISC"])).toBe(allowed);
	});
});

describe("known vulnerabilities", () => {
	const report = (high: number) =>
		JSON.stringify({ metadata: { vulnerabilities: { low: 3, moderate: 1, high, critical: 0 } } });

	it("fail the check if their severity is high or critical", () => {
		expect(auditVerdict(report(0))).toMatchObject({ kind: "passed" });
		expect(auditVerdict(report(1))).toMatchObject({ kind: "failed" });
	});

	it("are not known if the registry has no advisories, which the check says", () => {
		const refused = JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405 });
		const { kind, says } = auditVerdict(refused);
		expect(kind).toBe("unknown");
		expect(says).toContain("not known");
		expect(says).toContain("405 Method Not Allowed");
		for (const nothing of ["", "null", "npm error"]) expect(auditVerdict(nothing)).toMatchObject({ kind: "unknown" });
	});
});
