import { describe, expect, it } from "vitest";
import { type Form, formSchema } from "../schema/form.ts";
import { checkAnswers, failedChecks } from "./answers.ts";

const options = ["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }));
const formWith = (...items: object[]): Form =>
	formSchema.parse({ title: "Form", items: items.map((item, index) => ({ id: `q${index}`, label: "?", ...item })) });

const check = (item: object, value: unknown, ranked: string[] = []) =>
	checkAnswers(formWith(item), value === undefined ? {} : { q0: value }, { rankingOptions: { q0: ranked } });
const takes = (item: object, ...values: unknown[]) => {
	for (const value of values) expect(check(item, value)).toEqual({ ok: true, value: { q0: value } });
};
const refuses = (item: object, ...values: unknown[]) => {
	for (const value of values)
		expect([value, check(item, value)]).toMatchObject([value, { ok: false, error: [{ pointer: "/answers/q0" }] }]);
};

describe("a vas", () => {
	it("takes numbers of its range", () => takes({ kind: "vas" }, 0, 57, 100));
	it("refuses others, and values that are not numbers", () =>
		refuses({ kind: "vas" }, -1, 101, 50.5, "50", Number.NaN, true, [], {}));
	it("takes null only if the item may not apply", () => {
		takes({ kind: "vas", notApplicable: true }, null, 3);
		refuses({ kind: "vas" }, null);
		refuses({ kind: "vas", required: false }, null);
	});
	it("takes tenths, although no double is one", () => {
		takes({ kind: "vas", max: 1, step: 0.1 }, 0.1, 0.3, 0.7, 1);
		refuses({ kind: "vas", max: 1, step: 0.1 }, 0.25);
	});
});

describe("a likert", () => {
	it("takes its points", () => takes({ kind: "likert" }, 1, 4, 7));
	it("refuses values between or beside them", () => refuses({ kind: "likert" }, 0, 8, 3.5, "4", null));
	it("counts its points from its minimum", () => takes({ kind: "likert", min: -2, max: 2 }, -2, 0, 2));
});

describe("a number", () => {
	it("takes any number where nothing is said", () => takes({ kind: "number" }, -1e9, 0.123, 7));
	it("holds to a minimum, a maximum and steps", () => {
		takes({ kind: "number", min: 1, max: 9, step: 2 }, 1, 3, 9);
		refuses({ kind: "number", min: 1, max: 9, step: 2 }, 0, 2, 11);
		refuses({ kind: "number" }, Number.POSITIVE_INFINITY, "7");
	});
});

describe("a choice", () => {
	it("takes an option's value", () => takes({ kind: "choice", options }, "a", "c"));
	it("refuses anything else", () => refuses({ kind: "choice", options }, "d", "A", "", ["a"], 0, null));
});

describe("choices", () => {
	it("take options, each once", () => takes({ kind: "choices", options }, ["a"], ["c", "a"]));
	it("refuse others, repeats and none", () =>
		refuses({ kind: "choices", options }, "a", ["d"], ["a", "a"], [1], [], null));
	it("hold to how many", () => {
		takes({ kind: "choices", options, min: 2, max: 2 }, ["a", "b"]);
		refuses({ kind: "choices", options, min: 2, max: 2 }, ["a"], ["a", "b", "c"]);
	});
	it("may be none if that is allowed", () => {
		takes({ kind: "choices", options, min: 0 }, []);
		takes({ kind: "choices", options, min: 2, required: false }, []);
	});
});

describe("a text", () => {
	it("takes any text", () => takes({ kind: "text" }, "x", " ünïcödé 🙂 "));
	it("refuses texts that are too long, too short or blank", () => {
		refuses({ kind: "text", min: 3, maxLength: 5 }, "ab", "abcdef", "  a  ", "   ", "");
		refuses({ kind: "text" }, 5, null, ["a"]);
	});
	it("refuses invisible characters, and does not count them", () => {
		refuses({ kind: "text" }, "\u200b", "\u2800", "\u3164", "\u0000", "\u00ad", "\u0301", "\ufe0f", "\u{e0041}");
		refuses({ kind: "text", min: 3 }, "a\u200b\u200b", "a\u2060b");
	});
	it("keeps every character of a text as it was sent", () =>
		takes({ kind: "text" }, "a\u200b\u0000b", "\u202eabc\u202c", "\ufeffx"));
	it("counts as unanswered if it is blank and optional, whatever its minimum", () => {
		for (const blank of ["", "  ", "\u200b"])
			expect(check({ kind: "text", min: 3, required: false }, blank)).toEqual({ ok: true, value: {} });
	});
	it("refuses half a character, which has no UTF-8", () => refuses({ kind: "text" }, "a\ud83d"));
});

describe("a ranking", () => {
	const orders = [
		["c", "a", "b"],
		["a", "b", "c"],
	];
	const faulty = [["a", "b"], ["a", "a", "b"], ["a", "b", "d"], ["a", "b", "c", "c"], "abc", null, { 0: "a" }];
	it("takes every option, best first", () => takes({ kind: "ranking", options }, ...orders));
	it("refuses a part, a repeat and a stranger", () => refuses({ kind: "ranking", options }, ...faulty));
	it("ranks the options that the participant met", () => {
		expect(check({ kind: "ranking", options: "panes" }, ["b", "a"], ["a", "b"]).ok).toBe(true);
		expect(check({ kind: "ranking", options: "conversations" }, ["b", "a"], ["a", "b", "c"]).ok).toBe(false);
	});
	it("throws if the ranked options are missing", () => {
		const form = formWith({ kind: "ranking", options: "panes" });
		expect(() => checkAnswers(form, { q0: [] }, { rankingOptions: {} })).toThrow("q0");
	});
});

describe("a form", () => {
	const form = formWith(
		{ kind: "info" },
		{ kind: "vas" },
		{ kind: "text", required: false },
		{ kind: "choice", options },
	);

	it("keeps the answers and leaves out what was left out", () => {
		expect(checkAnswers(form, { q3: "a", q1: 5 }, { rankingOptions: {} })).toEqual({
			ok: true,
			value: { q1: 5, q3: "a" },
		});
	});

	it("gives all faults at once, each with its pointer", () => {
		const checked = checkAnswers(form, { q0: 1, q1: "5", q2: 7, "x/y": 1 }, { rankingOptions: {} });
		expect(checked.ok ? [] : checked.error).toEqual([
			{ pointer: "/answers/x~1y", detail: "This form has no such item." },
			{ pointer: "/answers/q0", detail: "This item takes no answer." },
			{ pointer: "/answers/q1", detail: "Send a number." },
			{ pointer: "/answers/q2", detail: "Send a text." },
			{ pointer: "/answers/q3", detail: "This item has to be answered." },
		]);
	});

	it("looks at no answer that only an object's prototype has", () => {
		const odd = formWith({ id: "constructor", kind: "text", required: false });
		expect(checkAnswers(odd, {}, { rankingOptions: {} })).toEqual({ ok: true, value: {} });
		expect(checkAnswers(form, JSON.parse('{"q1":1,"q3":"a","__proto__":1}'), { rankingOptions: {} }).ok).toBe(false);
	});
});

describe("attention checks", () => {
	const form = formWith(
		{ kind: "likert", correct: 2 },
		{ kind: "choice", options, correct: "b" },
		{ kind: "choices", options, correct: ["a", "b"] },
		{ kind: "text", correct: "Purple" },
		{ kind: "vas" },
	);

	it("are passed by the right answers: choices in any order, texts without regard to case and blanks", () => {
		expect(failedChecks(form, { q0: 2, q1: "b", q2: ["b", "a"], q3: " purple ", q4: 9 })).toEqual([]);
	});

	it("are failed by any other, and by none", () => {
		expect(failedChecks(form, { q0: 3, q1: "a", q2: ["a", "b", "c"], q3: "violet" })).toEqual(["q0", "q1", "q2", "q3"]);
		expect(failedChecks(form, { q2: ["a"] })).toEqual(["q0", "q1", "q2", "q3"]);
	});
});
