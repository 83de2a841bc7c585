import { describe, expect, it } from "vitest";
import { inJurisdiction } from "./jurisdiction.ts";

const namespace = {
	idFromName: (name: string) => name,
	jurisdiction: (place: string) => ({ idFromName: (name: string) => `${place}/${name}` }),
};
const database = { prepare: () => null };

describe("bindings in a jurisdiction", () => {
	it("restricts every namespace of Durable Objects and leaves other bindings alone", () => {
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

	it("changes nothing without a jurisdiction", () => {
		const env = { JURISDICTION: "", SESSIONS: namespace };
		expect(inJurisdiction(env)).toBe(env);
	});
});
