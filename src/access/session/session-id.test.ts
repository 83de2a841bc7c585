import { describe, expect, it } from "vitest";
import { isIssued, newSessionId, objectNameOf, SESSION_ID } from "./session-id.ts";

const NAME = `se_${"0123456789abcdefghjkmnpq"}`;
const bindings = { IDENTITY_KEY: "a secret of the Worker of 32 characters" };
const ID = newSessionId(NAME, bindings);

describe("a session's id", () => {
	it("consists of its object's name and a MAC", () => {
		expect(ID).toMatch(/^se_[0-9a-hjkmnp-tv-z]{40}$/);
		expect(ID).toMatch(SESSION_ID);
		expect(objectNameOf(ID)).toBe(NAME);
	});

	it("is the same each time it is made, so that links stay valid", () => {
		expect(newSessionId(NAME, bindings)).toBe(ID);
	});

	it("is only the object's name if the Worker has no secret", () => {
		expect(newSessionId(NAME, {})).toBe(NAME);
		expect(objectNameOf(NAME)).toBe(NAME);
	});
});

describe("the MAC of a session's id", () => {
	it("is made with the bootstrap key if there is no other secret", () => {
		const issued = newSessionId(NAME, { BOOTSTRAP_KEY: "xo_first" });
		expect(issued).toMatch(SESSION_ID);
		expect(isIssued(issued, { BOOTSTRAP_KEY: "xo_first" })).toBe(true);
		expect(newSessionId(NAME, { ...bindings, BOOTSTRAP_KEY: "xo_first" })).toBe(ID);
	});

	it("is valid only under the Worker's own secret", () => {
		expect(isIssued(ID, bindings)).toBe(true);
		expect(isIssued(ID, { IDENTITY_KEY: "another secret" })).toBe(false);
		expect(isIssued(ID, {})).toBe(false);
	});

	it("stays valid when its secret becomes a previous one", () => {
		const replaced = { IDENTITY_KEY: "the new one", IDENTITY_KEY_PREVIOUS: `older still, ${bindings.IDENTITY_KEY}` };
		expect(isIssued(ID, replaced)).toBe(true);
		expect(newSessionId(NAME, replaced)).not.toBe(ID);
	});

	it("is not valid if any character of the id changes", () => {
		for (let place = 3; place < ID.length; place += 1) {
			const changed = ID.slice(0, place) + (ID[place] === "0" ? "1" : "0") + ID.slice(place + 1);
			expect(isIssued(changed, bindings), String(place)).toBe(false);
		}
	});

	it.each([NAME, `${NAME}0`, `${ID}0`, ID.slice(0, -1), "se_", ""])("is missing or incomplete in %j", (id) => {
		expect(isIssued(id, bindings)).toBe(false);
	});
});
