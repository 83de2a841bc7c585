// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of survey tools look like this.
import { describe, expect, it } from "vitest";
import { hasTemplate, isTemplate, isUnfilled } from "./unfilled.ts";

/** Placeholders as each tool writes them, and what arrives when the tool or its preview does not fill them in. */
const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
	Prolific: [
		"{{%PROLIFIC_PID%}}",
		"{{%25PROLIFIC_PID%25}}",
		"{%PROLIFIC_PID%}",
		"%PROLIFIC_PID%",
		"PROLIFIC_PID",
		"SESSION_ID",
	],
	Qualtrics: [
		"${e://Field/ResponseID}",
		"${e%3A%2F%2FField%2FResponseID}",
		"${q://QID1/ChoiceTextEntryValue}",
		"${m://ExternalDataReference}",
		"${rand://int/1:100}",
		"ResponseID",
	],
	LimeSurvey: ["{TOKEN}", "{SAVEDID}", "{PASSTHRU:pid}", "{INSERTANS:12X3X4}", "{TOKEN:ATTRIBUTE_1}", "SAVEDID"],
	REDCap: ["[record_id]", "[record-id]", "[baseline_arm_1][record-id]", "[survey-url:consent]", "record_id"],
	SurveyMonkey: ["[pid_value]", "[RespondentID]", "[q1]"],
	Alchemer: ['[url("pid")]', "[%%URL:pid%%]", '[survey("response id")]', "%%sessionid%%"],
	Gorilla: ["${participantPublicId}", "[[pid]]", "{{PublicID}}"],
	formr: ["{{run_session_code}}", "`r survey_run_sessions$session`", "NA"],
	oTree: ["{{ participant.label }}", "{% participant.code %}", "participant_label"],
	jsPsych: [
		"jsPsych.data.getURLVariable('PROLIFIC_PID')",
		"' + subject_id + '",
		'"+jatos.workerId+"',
		"undefined",
		"undefinedundefined",
		"P-undefined",
		"null",
		"null_null",
		"NaN",
		"user_NaN",
		"[object Object]",
		"[object Promise]",
		"function () { return id; }",
	],
	"Google Forms": [
		"<ID>",
		"<<Participant ID>>",
		"«PID»",
		"YOUR_ID_HERE",
		"YOUR_PROLIFIC_ID",
		"#N/A",
		"#REF!",
		"#NAME?",
	],
	Typeform: ["{{hidden:pid}}", "{{field:abc-def}}", "xxxxx", "XXXX", "#pid#"],
	MTurk: ["ASSIGNMENT_ID_NOT_AVAILABLE", "${workerId}", "${assignmentId}", "workerId", "assignment_id"],
	"SoSci Survey": ["%caseToken%", "%reference%"],
	Unipark: ["#u_id#", "#c_0001#"],
	Forsta: ["^f('pid').get()^", "^userid()^"],
	Lucid: ["[%RID%]", "[#scid#]"],
	Mailchimp: ["*|UNIQID|*", "*|EMAIL|*"],
	"templates in general": [
		"<%= id %>",
		"<?php echo $id ?>",
		"#{id}",
		"@{id}",
		"@@TOKEN@@",
		"##ID##",
		"__PARTICIPANT_ID__",
		"$PID",
		"$(PID)",
		"$_GET['pid']",
		"%(id)s",
		"%s",
		"%d",
		":participant_id",
		"~PID~",
		"|PID|",
		"prefix-${id}-suffix",
	],
	"values that a program writes for none": [
		"None",
		"none",
		"nil",
		"nan",
		"NULL",
		"Null",
		"(null)",
		"n/a",
		"N/A",
		"false",
		"true",
		"undefined,undefined",
	],
	"no id at all": [
		"",
		" ",
		"\u00a0",
		"\u200b",
		"\u3164",
		"\u2800",
		"\u0000",
		"---",
		"?",
		"...",
		"00000000-0000-0000-0000-000000000000",
	],
	"other encodings": [
		"%7B%7B%25PROLIFIC_PID%25%7D%7D",
		"%257B%257B%2525PROLIFIC_PID%2525%257D%257D",
		"%25257B%25257BPROLIFIC_PID%25257D%25257D",
		"$%7Be://Field/ResponseID%7D",
		"%24%7Be%3A%2F%2FField%2FResponseID%7D",
		"%5Brecord_id%5D",
		"%255Brecord_id%255D",
		"%u007BTOKEN%u007D",
		"&#123;TOKEN&#125;",
		"&#x7b;TOKEN&#x7d;",
		"&lbrace;TOKEN&rbrace;",
		"&lt;ID&gt;",
		"&amp;lt;ID&amp;gt;",
		String.raw`\u007bTOKEN\u007d`,
		String.raw`\x7bTOKEN\x7d`,
		"｛TOKEN｝",
		"［record_id］",
		"{\u200bTOKEN}",
		"un\u200bdefined",
		"%00",
		"%20",
		"%E2%80%8B",
		"undefined%20",
		"%75ndefined",
	],
};

describe.each(Object.entries(PLACEHOLDERS))("placeholders of %s", (_tool, texts) => {
	it.each(texts)("are not accepted as ids: %j", (text) => expect(isUnfilled(text)).toBe(true));
});

describe("ids of recruiters and laboratories", () => {
	it.each([
		"6650c1f2a9d37be84f01c5d2",
		"R_1a2B3c4D5e6F7g8",
		"A1B2C3D4E5F6G7",
		"3F2504E0-4F89-11D3-9A0C-0305E82C3301",
		"{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
		"dGhpcyBpcyBhbiBpZA==",
		"a+b/c==",
		"ann@example.org",
		"ann%40example.org",
		"O'Brien",
		"Ann (2)",
		"S1|P2|3",
		"S1#P2#3",
		"site:12",
		"50%",
		"user12",
		"p-1",
		"x",
		"xx",
		"0",
		"1",
		"-1",
		"12.5",
		"=cmd",
		"日本",
		"Nan",
		"Na",
		"Nullmeyer",
		"annul",
		"truely",
		"test",
		"preview-1",
		"id_7",
		"_ann_",
		"$5",
		"a_b__c",
		"%41nn",
		"R&D",
		"Tom & Jerry",
		"user&amp;1",
	])("are accepted: %s", (id) => expect(isUnfilled(id)).toBe(false));
});

describe("the name of a link parameter as its value", () => {
	it("is not accepted as an id, in upper or lower case", () => {
		expect(isUnfilled("rid", ["rid", "PROLIFIC_PID"])).toBe(true);
		expect(isUnfilled("RID", ["rid"])).toBe(true);
		expect(isUnfilled("rid", [])).toBe(false);
	});
});

describe("a free text", () => {
	it.each([
		"${e://Field/region}",
		"{{region}}",
		"[region]",
		"{REGION}",
		"%7B%7Bregion%7D%7D",
		"<region>",
		"%%region%%",
	])("is a placeholder: %s", (text) => expect(isTemplate(text)).toBe(true));
	it.each(["", "null", "none", "true", "I like [brackets] and {braces}", "a < b > c", "[1,2]", '{"a":1}', "50%", "EU"])(
		"is not a placeholder: %s",
		(text) => expect(isTemplate(text)).toBe(false),
	);
});

describe("an address", () => {
	it.each([
		"https://survey.example.org/next?id=${e://Field/ResponseID}",
		"https://survey.example.org/next?id=%7B%7Bid%7D%7D",
		"https://survey.example.org/{TOKEN}/next",
		"https://survey.example.org/next#[record_id]",
	])("contains a placeholder: %s", (address) => expect(hasTemplate(address)).toBe(true));

	it.each(["https://survey.example.org/", 'https://survey.example.org/a?b[]=1&c={"d":1}&e=null#f'])(
		"contains no placeholder: %s",
		(address) => expect(hasTemplate(address)).toBe(false),
	);
});
