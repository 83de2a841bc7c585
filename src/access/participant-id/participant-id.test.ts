import { describe, expect, it } from "vitest";
import { recruitmentSchema } from "../../protocol/recruitment.ts";
import { idFault, idRules } from "./participant-id.ts";

const recruiting = (given: object) => recruitmentSchema.parse(given);

describe("a participant's id", () => {
	it.each(["6650c1f2a9d37be84f01c5d2", "ann@example.org", "Ann Lee", "日本"])("may be %s", (id) =>
		expect(idFault(id)).toBeNull(),
	);

	it.each([
		["blank", "\u200b", /no visible character/],
		["too long", "7".repeat(201), /200 characters/],
		["of bytes that were no UTF-8", "Andr\ufffd", /UTF-8/],
		["of percent signs for another encoding", "J%F6rg", /UTF-8/],
		["with a line break", "a\r\nSet-Cookie: x=y", /invisible/],
		["with a tab", "a\tb", /invisible/],
		["with characters that nobody sees", "ann\u200b", /invisible/],
		["a placeholder", "{{%PROLIFIC_PID%}}", /placeholder/],
		["a word for no value", "undefined", /placeholder/],
	])("is refused where it is %s", (_what, id, why) => expect(idFault(id)).toMatch(why));

	it("is refused where it is the name of the parameter that should hold it", () => {
		const rules = idRules({ recruitment: recruiting({ prolific: { parameters: { participant: "rid" } } }) });
		expect(idFault("rid", rules)).toMatch(/placeholder/);
	});

	it("has the format that the study states, if it states one", () => {
		const rules = idRules({ recruitment: recruiting({ idFormat: "prolific" }) });
		expect(idFault("6650c1f2a9d37be84f01c5d2", rules)).toBeNull();
		expect(idFault("test-1", rules)).toMatch(/idFormat/);
	});
});
