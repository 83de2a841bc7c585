import { describe, expect, it } from "vitest";
import lock from "../../package-lock.json" with { type: "json" };
import { auditVerdict } from "../../scripts/dependencies/audit.ts";
import { faultsOf, isAllowed } from "../../scripts/dependencies/licences.ts";
import { type Component, componentsOf, type Lock } from "../../scripts/dependencies/lock.ts";
import { dependenciesMarkdown } from "../../scripts/dependencies/markdown.ts";
import { sbomOf } from "../../scripts/dependencies/sbom.ts";
import { sbomFaults } from "../../scripts/dependencies/sbom-faults.ts";

const GOOD: Component = { name: "good", version: "1.0.0", licence: "MIT", isDeployed: true, integrity: "sha512-AAAA" };

describe("the packages of the lock file", () => {
	it("are all that npm installs, each with its version", () => {
		const components = componentsOf(lock as Lock);
		expect(components.length).toBeGreaterThan(500);
		expect(components.filter(({ version }) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
		expect(components.find(({ name }) => name === "hono")).toMatchObject({ licence: "MIT", isDeployed: true });
		expect(components.find(({ name }) => name === "vitest")).toMatchObject({ isDeployed: false });
	});

	it("have licences that are allowed, and a hash", () => {
		expect(componentsOf(lock as Lock).flatMap(faultsOf)).toEqual([]);
	});
});

describe("a package", () => {
	it("is reported with its name and its fault", () => {
		expect(faultsOf(GOOD)).toEqual([]);
		expect(faultsOf({ ...GOOD, licence: null })).toEqual(["good 1.0.0 states no licence."]);
		expect(faultsOf({ ...GOOD, licence: "AGPL-3.0-only" })[0]).toContain("AGPL-3.0-only");
		expect(faultsOf({ ...GOOD, integrity: null })[0]).toContain("hash");
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

describe("the SBOM", () => {
	const small: Lock = {
		packages: {
			"": { name: "own", version: "0.1.0", dependencies: { "@a/one": "1.0.0" } } as Lock["packages"][string],
			client: { version: "0.1.0", dependencies: { two: "2.0.0" } },
			"node_modules/client": { link: true },
			"node_modules/@a/one": {
				version: "1.0.0",
				license: "(MIT OR ISC)",
				integrity: "sha512-/wA=",
				dependencies: { two: "^1" },
				peerDependencies: { tool: "*", absent: "*" },
			},
			"node_modules/@a/one/node_modules/two": { version: "1.5.0", license: "MIT", dependencies: { three: "3" } },
			"node_modules/two": { version: "2.0.0" },
			"node_modules/three": { version: "3.0.0" },
			"node_modules/tool": { version: "9.0.0", dev: true },
		},
	};

	it("has each deployed package with its licence and hash, and no tool", () => {
		const { components } = sbomOf(small);
		expect(components.map(({ purl }) => purl)).toEqual([
			"pkg:npm/%40a/one@1.0.0",
			"pkg:npm/three@3.0.0",
			"pkg:npm/two@1.5.0",
			"pkg:npm/two@2.0.0",
		]);
		expect(components[0]).toMatchObject({
			licenses: [{ expression: "(MIT OR ISC)" }],
			hashes: [{ alg: "SHA-512", content: "ff00" }],
		});
		expect(components[2]).toMatchObject({ licenses: [{ license: { id: "MIT" } }] });
	});

	it("says what needs what, as Node finds it", () => {
		const needs = Object.fromEntries(sbomOf(small).dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
		expect(needs).toEqual({
			own: ["pkg:npm/%40a/one@1.0.0", "pkg:npm/two@2.0.0"],
			"pkg:npm/%40a/one@1.0.0": ["pkg:npm/two@1.5.0"],
			"pkg:npm/two@1.5.0": ["pkg:npm/three@3.0.0"],
			"pkg:npm/two@2.0.0": [],
			"pkg:npm/three@3.0.0": [],
		});
	});

	it("lists what the page of dependencies lists, also what tools need too", () => {
		const sbom = sbomOf(lock as Lock);
		expect(sbomFaults(JSON.stringify(sbom), dependenciesMarkdown())).toEqual([]);
		expect(sbom.components.map(({ name }) => name)).toContain("zod");
		const refs = new Set([sbom.metadata.component, ...sbom.components].map((component) => component["bom-ref"]));
		const named = sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
		expect(new Set(named)).toEqual(refs);
	});

	it("is reported with each package that only one of SBOM and page has", () => {
		const page =
			"| package | version | licence |\n| --- | --- | --- |\n| @a/one | 1.0.0 | MIT |\n| two | 2.0.0 | MIT |\n";
		const sbom = (components: object[]) => JSON.stringify({ bomFormat: "CycloneDX", components });
		const one = { name: "@a/one", version: "1.0.0" };
		expect(sbomFaults(sbom([one, { name: "two", version: "2.0.0" }]), page)).toEqual([]);
		expect(sbomFaults(sbom([one, { name: "two", version: "2.0.1" }]), page)).toEqual([
			"two 2.0.0 is not in the SBOM.",
			"two 2.0.1 is in the SBOM and not on the page.",
		]);
		expect(sbomFaults(sbom([one]), "")).toHaveLength(1);
		expect(sbomFaults("{}", page)).toHaveLength(1);
		expect(() => sbomFaults("npm error", page)).toThrow(SyntaxError);
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
