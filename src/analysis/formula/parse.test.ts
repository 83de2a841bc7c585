import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tableOf } from "../table/table.ts";
import { deparse, type Expression } from "./expression.ts";
import { readFormula } from "./model-formula.ts";
import { frameOf } from "./model-frame.ts";
import { parseExpression } from "./parse.ts";

describe("expressions", () => {
	it.each([
		["-x^2", "-x^2"],
		["a+b*c", "a + b * c"],
		["(a+b)*c", "(a + b) * c"],
		["a:b/c", "a:b/c"],
		["!x>3&y", "!x > 3 & y"],
		["x**2", "x^2"],
		["f(x,degree=2)", "f(x, degree = 2)"],
		["`odd name`+1", "`odd name` + 1"],
		["a%in%b", "a %in% b"],
		["x^-1", "x^-1"],
		["1e5*x", "1e+05 * x"],
		["y~x", "y ~ x"],
		["'it''s'", null],
		["größe + .x1", "größe + .x1"],
	])("%s is parsed and written as in R", (text, written) => {
		if (written === null) expect(() => parseExpression(text)).toThrow(/cannot be read/);
		else expect(deparse(parseExpression(text))).toBe(written);
	});

	const name = fc.constantFrom("a", "b", "x1").map((text): Expression => ({ kind: "name", name: text }));
	const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
		tree: fc.oneof(
			{ depthSize: "small" },
			name,
			fc.tuple(fc.constantFrom("+", "*", ":", "/", "^"), tie("tree"), tie("tree")).map(
				([operator, left, right]): Expression => ({
					kind: "call",
					name: operator,
					arguments: [left, right].map((value) => ({ value: { kind: "call", name: "(", arguments: [{ value }] } })),
				}),
			),
		),
	}));

	it("mean the same after they are written and parsed again", () => {
		fc.assert(
			fc.property(tree, (expression) => {
				expect(parseExpression(deparse(expression))).toEqual(expression);
			}),
		);
	});

	it.each([
		"y ~",
		"y ~ x +",
		"y ~ (x",
		"y ~ x)",
		"y ~ 'x",
		"y ~ x $ z",
		"~ ~",
		"y ~ x,",
		`y ~ ${"(".repeat(500)}x${")".repeat(500)}`,
	])("%s is refused with a clear error", (text) => {
		expect(() => readFormula(text)).toThrow(/formula/);
	});
});

const groups = (text: string): string[] =>
	readFormula(text).random.map(({ group, effects }) => `${effects.intercept ? 1 : 0}+${effects.terms.length}|${group}`);

describe("random terms", () => {
	it.each([
		["y ~ x + (1 | g)", ["1+0|g"]],
		["y ~ (x | g)", ["1+1|g"]],
		["y ~ (0 + x | g) + (1 | h)", ["0+1|g", "1+0|h"]],
		["y ~ (x || g)", ["1+0|g", "0+1|g"]],
		["y ~ (x * z || g)", ["1+0|g", "0+1|g", "0+1|g", "0+1|g"]],
		["y ~ (1 | a/b)", ["1+0|b:a", "1+0|a"]],
		["y ~ (1 | a/b/c)", ["1+0|c:(b:a)", "1+0|b:a", "1+0|a"]],
		["y ~ (1 | a:b)", ["1+0|a:b"]],
		["y ~ (1 | a + b)", ["1+0|a", "1+0|b"]],
		["y ~ (1 | g) - 1 + x", ["1+0|g"]],
		["y ~ (1 | factor(g))", ["1+0|factor(g)"]],
	])("%s", (text, wanted) => {
		expect(groups(text)).toEqual(wanted);
	});

	it("must be in parentheses and added", () => {
		expect(() => readFormula("y ~ x + 1 | g")).toThrow(/in parentheses/);
		expect(() => readFormula("y ~ x * (1 | g)")).toThrow(/added to a formula with "\+"/);
		expect(() => readFormula("y ~ x - (1 | g)")).toThrow(/cannot be subtracted/);
	});
});

describe("a frame", () => {
	const table = tableOf({ y: [1, 2, 3, 4], x: [1, 2, Number.NaN, 4], arm: ["a", "b", "b", null], id: [3, 3, 1, 1] });

	it("has complete rows, and only levels that occur in them", () => {
		const frame = frameOf("y ~ x + arm + (1 | id)", table);
		expect([...frame.rows]).toEqual([0, 1]);
		expect(frame.omitted).toBe(2);
		expect(frame.fixed.names).toEqual(["(Intercept)", "x", "armb"]);
		expect(frame.random[0]?.grouping.levels).toEqual(["3"]);
	});

	it.each([
		["y ~ z", /no column "z"/],
		["y ~ spline(x)", /"spline" is not supported/],
		["y ~ arm^2.5", /whole number/],
		["y ~ I(arm + 1)", /needs numbers/],
		["y ~ 2", /only 0 and 1/],
		["y ~ relevel(arm, ref = 'q')", /the reference must be one of a, b/],
		["y ~ poly(x, 5)", /less than the number of different values/],
	])("of %s is refused with a clear error", (text, message) => {
		expect(() => frameOf(text, table)).toThrow(message);
	});
});
