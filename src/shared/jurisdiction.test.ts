import { describe, expect, it } from "vitest";
import { inJurisdiction, JURISDICTIONS, jurisdictionFault } from "./jurisdiction.ts";
import { ProblemError } from "./problem.ts";

const namespace = {
	idFromName: (name: string) => name,
	jurisdiction: (place: string) => ({ idFromName: (name: string) => `${place}/${name}` }),
};
const database = { prepare: () => null };

describe("bindings in a jurisdiction", () => {
	it("restricts every namespace of Durable Objects, and no other binding", () => {
		const env = inJurisdiction({
			JURISDICTION: "eu",
			SESSIONS: namespace,
			WEBHOOKS: namespace,
			DB: database,
			KEY: "k",
		});
		expect(env.SESSIONS.idFromName("x")).toBe("eu/x");
		expect(env.WEBHOOKS.idFromName("x")).toBe("eu/x");
		expect(env.DB).toBe(database);
		expect(env.KEY).toBe("k");
	});

	it("does not restrict a service, which seems to have every method", () => {
		const service: object = new Proxy({}, { has: () => true, get: () => () => "a call to another Worker" });
		expect(inJurisdiction({ JURISDICTION: "eu", ASSETS: service }).ASSETS).toBe(service);
	});

	it("refuses an unknown jurisdiction, and a runtime without jurisdictions, and names the variable", () => {
		const detailOf = (env: { readonly JURISDICTION: string }) => {
			try {
				inJurisdiction(env);
			} catch (error) {
				return error instanceof ProblemError ? `${error.problem.code}: ${error.problem.detail}` : "another error";
			}
			return "accepted";
		};
		expect(detailOf({ JURISDICTION: "EU" })).toBe(
			"bad_environment: Set JURISDICTION to eu, us, fedramp or fedramp-high, in lower case, or leave it out.",
		);
		const unable = () => {
			throw new Error("not implemented");
		};
		const local = { JURISDICTION: "eu", SESSIONS: { ...namespace, jurisdiction: unable } };
		expect(detailOf(local)).toContain("bad_environment: JURISDICTION works only where the Worker is deployed");
	});

	it("knows those of the platform", () => {
		expect(JURISDICTIONS.map(jurisdictionFault)).toEqual([null, null, null, null]);
		expect(jurisdictionFault(undefined)).toBeNull();
		expect(jurisdictionFault("eu ")).toContain("JURISDICTION");
	});

	it("changes nothing without a jurisdiction", () => {
		const env = { JURISDICTION: "", SESSIONS: namespace };
		expect(inJurisdiction(env)).toBe(env);
	});
});
