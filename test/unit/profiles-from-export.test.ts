import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { profileLines, readExport } from "../../scripts/profiles/from-export.ts";
import { readProfileLine } from "../../src/personalisation/import/read-profile-line.ts";

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

const DEMOGRAPHICS = {
	self_description: "I bake.",
	preference: ["factuality"],
	age: "35-44 years old",
	gender: "Female",
	education: "Vocational",
	employment: "Working full-time",
	marital: "Never been married",
	english_proficiency: "Fluent",
};
const USERS = {
	pt_1: { user_id: "pt_1", dialog_ids: ["cv_1"], system_string: "Be brief.", demographics: DEMOGRAPHICS },
	pt_2: { user_id: "pt_2", dialog_ids: [], system_string: "", demographics: { ...DEMOGRAPHICS, age: "" } },
};
const DIALOGS = {
	cv_1: {
		dialog_id: "cv_1",
		user_id: "pt_1",
		turns: [{ turn_nb: 0, user_utterance: ["Tea?"], chosen_utterance: ["Black."], rejected_utterance: ["No."] }],
	},
};

function exported(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "crossover-export-"));
	folders.push(folder);
	const whole = {
		"prism_data_user.json": JSON.stringify(USERS),
		"prism_data_dialog.json": JSON.stringify(DIALOGS),
		"people.csv": "participant,participant_id,link,expires_at\nann,pt_1,x,y\nbob,pt_2,x,y\n",
		...files,
	};
	for (const [name, text] of Object.entries(whole)) writeFileSync(join(folder, name), text);
	return folder;
}

describe("profiles from a first study's export", () => {
	it("have what people said of themselves, and the replies that they chose, under the recruiter's ids", () => {
		const { lines, strangers } = profileLines(readExport(exported({})));
		expect(strangers).toBe(0);
		expect(lines.map(({ participant }) => participant)).toEqual(["ann", "bob"]);
		expect(lines[0]).toMatchObject({
			profile: { self_description: "I bake.", system_string: "Be brief.", employment_status: "Working full-time" },
			history: [
				{
					id: "cv_1",
					messages: [
						{ role: "participant", text: "Tea?" },
						{ role: "assistant", text: "Black.", chosen: true },
					],
				},
			],
		});
	});

	it("are lines that a study takes", () => {
		for (const line of profileLines(readExport(exported({}))).lines)
			expect(readProfileLine(JSON.stringify(line))).toMatchObject({ ok: true, value: { kind: "profile" } });
	});

	it("leave out and count participants without an id", () => {
		const people = "participant,participant_id\nann,pt_1\n";
		const { lines, strangers } = profileLines(readExport(exported({ "people.csv": people })));
		expect([lines.length, strangers]).toEqual([1, 1]);
	});

	it.each([
		["a file is missing", "prism_data_user.json", null, "cannot be read: export it"],
		["a file is not JSON", "prism_data_dialog.json", "{", "is not JSON"],
		["a file is another one", "prism_data_user.json", '{"pt_1": {}}', "is not what the platform exports"],
		["the list of people lacks a column", "people.csv", "who\nann\n", "needs the columns"],
	])("are refused where %s", (_case, name, text, message) => {
		const folder = exported(text === null ? {} : { [name]: text });
		if (text === null) rmSync(join(folder, name));
		expect(() => readExport(folder)).toThrow(message);
	});
});
