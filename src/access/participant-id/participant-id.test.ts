import { describe, expect, it } from "vitest";
import { recruitmentSchema } from "../../protocol/schema/recruitment.ts";
import { idFault, idRules } from "./participant-id.ts";

const recruiting = (given: object) => recruitmentSchema.parse(given);

describe("a participant's id", () => {
	it.each(["6650c1f2a9d37be84f01c5d2", "ann@example.org", "Ann Lee", "日本"])("may be %s", (id) =>
		expect(idFault(id)).toBeNull(),
	);

	it.each([
		["blank", "\u200b", /no visible character/],
		["too long", "7".repeat(201), /200 characters/],
		["made of bytes that were not UTF-8", "Andr\ufffd", /UTF-8/],
		["percent-encoded in another encoding than UTF-8", "J%F6rg", /UTF-8/],
		["broken by a line break", "a\r\nSet-Cookie: x=y", /invisible/],
		["split by a tab", "a\tb", /invisible/],
		["written with invisible characters", "ann\u200b", /invisible/],
		["a placeholder", "{{%PROLIFIC_PID%}}", /placeholder/],
		["a word for a missing value", "undefined", /placeholder/],
	])("is refused when it is %s", (_what, id, why) => expect(idFault(id)).toMatch(why));

	it("is refused when it is the name of the link parameter that carries it", () => {
		const rules = idRules({ recruitment: recruiting({ prolific: { parameters: { participant: "rid" } } }) });
		expect(idFault("rid", rules)).toMatch(/placeholder/);
	});

	it("must match the study's idFormat, if there is one", () => {
		const rules = idRules({ recruitment: recruiting({ idFormat: "prolific" }) });
		expect(idFault("6650c1f2a9d37be84f01c5d2", rules)).toBeNull();
		expect(idFault("test-1", rules)).toMatch(/idFormat/);
	});
});
