import { describe, expect, it } from "vitest";
import { faultsAfter, STUDY, validStudy } from "../../../test/support/protocols/protocol.ts";
import { formSchema } from "../schema/form.ts";
import { MOST_ANSWER_BYTES, mostBytesOf } from "./answer-size.ts";
import { checkAnswers } from "./answers.ts";

const study = validStudy();
const text = (id: string, maxLength?: number) => ({ id, kind: "text", label: "?", ...(maxLength && { maxLength }) });
const formOf = (...items: object[]) => formSchema.parse({ title: "Form", items });
const option = (value: string) => ({ value, label: value });

/** As a client writes it that escapes every character and indents. */
const escaped = (value: unknown): number =>
	JSON.stringify(value, null, 2).replace(
		/[^\s{}[\],:"]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
	).length;

describe("the longest answer to a form", () => {
	it("has room for six texts of default length in any script, however they are escaped", () => {
		const form = formOf(...["a", "b", "c", "d", "e", "f"].map((id) => text(id)));
		const answers = Object.fromEntries(form.items.map(({ id }) => [id, "語".repeat(4000)]));
		expect(checkAnswers(form, answers, { rankingOptions: {} }).ok).toBe(true);
		const bytes = escaped({ answers, shown: Object.keys(answers), elapsedMs: Number.MAX_SAFE_INTEGER });
		expect(bytes).toBeLessThanOrEqual(mostBytesOf(form, study));
		expect(mostBytesOf(form, study)).toBeLessThanOrEqual(MOST_ANSWER_BYTES);
	});

	it("counts the options of lists and rankings", () => {
		const options = Array.from({ length: 30 }, (_, place) => option(`${place}`.padStart(200, "語")));
		const form = formOf(
			{ id: "some", kind: "choices", label: "?", options },
			{ id: "order", kind: "ranking", label: "?", options },
			{ id: "one", kind: "choice", label: "?", options },
			{ id: "best", kind: "ranking", label: "?", options: "conversations" },
			{ id: "much", kind: "vas", label: "?" },
		);
		const all = options.map(({ value }) => value);
		const best = Array.from({ length: 7 }, (_, place) => `conversation-${place + 1}`);
		const answers = { some: all, order: all, one: all[0], best, much: 0.1 + 0.2 };
		expect(escaped({ answers })).toBeLessThanOrEqual(mostBytesOf(form, study));
	});
});

describe("a form whose longest answer no step takes", () => {
	const items = Array.from({ length: 9 }, (_, place) => text(`t${place}`, 20_000));
	it("is a fault, and with one item less it is not", () => {
		const long = { title: "Long", items };
		const flow = [...STUDY.flow, "long"];
		expect(faultsAfter({ "/forms/long": long, "/flow": flow })).toEqual(["/forms/long"]);
		expect(faultsAfter({ "/forms/long": { ...long, items: items.slice(1) }, "/flow": flow })).toEqual([]);
	});
});
