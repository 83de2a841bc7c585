import { describe, expect, it } from "vitest";
import { recruitmentSchema } from "../../protocol/schema/recruitment.ts";
import { readProlificLink } from "./prolific-link.ts";

const PID = "6650c1f2a9d37be84f01c5d2";
const recruiting = (given: object = {}) => ({ recruitment: recruitmentSchema.parse({ prolific: {}, ...given }) });
const read = (query: string, given: object = {}) => {
	const parameters = new URLSearchParams(query);
	const values = Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
	return readProlificLink(recruiting(given), values);
};
const pointersOf = (read: ReturnType<typeof readProlificLink>) =>
	read.ok ? [] : read.error.map(({ pointer }) => pointer);

describe("a landing link from Prolific", () => {
	it("names the participant, and Prolific's study and submission", () => {
		expect(read(`PROLIFIC_PID=${PID}&STUDY_ID=s1&SESSION_ID=x1&utm=y`)).toEqual({
			ok: true,
			value: { participant: PID, study: "s1", submission: "x1" },
		});
	});

	it("may lack study and submission", () => {
		expect(read("PROLIFIC_PID=5f1a")).toEqual({
			ok: true,
			value: { participant: "5f1a", study: null, submission: null },
		});
	});

	it("uses the names that the study gives to its parameters", () => {
		const given = { prolific: { parameters: { participant: "pid", study: "sid", session: "run" } } };
		expect(read("pid=a&sid=b&run=c", given)).toMatchObject({
			value: { participant: "a", study: "b", submission: "c" },
		});
		expect(pointersOf(read("PROLIFIC_PID=a", given))).toEqual(["/pid"]);
	});

	it.each([
		["no participant", "STUDY_ID=s", ["/PROLIFIC_PID"]],
		["an empty participant", "PROLIFIC_PID=", ["/PROLIFIC_PID"]],
		["a blank participant", "PROLIFIC_PID=%20%E2%80%8B", ["/PROLIFIC_PID"]],
		[
			"Prolific's placeholders",
			"PROLIFIC_PID={{%25PROLIFIC_PID%25}}&SESSION_ID={{%25SESSION_ID%25}}",
			["/PROLIFIC_PID", "/SESSION_ID"],
		],
		[
			"a placeholder that was encoded twice",
			"PROLIFIC_PID=%257B%257B%2525PROLIFIC_PID%2525%257D%257D",
			["/PROLIFIC_PID"],
		],
		["a parameter's name as its value", "PROLIFIC_PID=PROLIFIC_PID", ["/PROLIFIC_PID"]],
		["a placeholder as the submission", `PROLIFIC_PID=${PID}&SESSION_ID=undefined`, ["/SESSION_ID"]],
		["an empty submission", `PROLIFIC_PID=${PID}&SESSION_ID=`, ["/SESSION_ID"]],
		["a placeholder as the study", `PROLIFIC_PID=${PID}&STUDY_ID=[study]`, ["/STUDY_ID"]],
		["two participants", "PROLIFIC_PID=a&PROLIFIC_PID=b", ["/PROLIFIC_PID"]],
		["a participant of another format", "PROLIFIC_PID=test-1", ["/PROLIFIC_PID"]],
	])("is refused with %s", (_what, query, pointers) => {
		expect(pointersOf(read(query, { idFormat: "prolific" }))).toEqual(pointers);
	});
});
