import { Lexer } from "marked";
import { describe, expect, it } from "vitest";
import { putBack, setAside, withFormulas } from "./maths.ts";

const found = (text: string, growing = false) => setAside(text, growing).formulas.map(({ raw }) => raw);

describe("a formula", () => {
	it.each<[text: string, formulas: string[]]>([
		["so \\(a_1 + b_1\\) is", ["\\(a_1 + b_1\\)"]],
		["so\n\\[\n\\frac{a}{b}\n\\]\nis", ["\\[\n\\frac{a}{b}\n\\]"]],
		["$$E = mc^2$$", ["$$E = mc^2$$"]],
		["with $x$ and $y_i$.", ["$x$", "$y_i$"]],
		["$x_{max}$", ["$x_{max}$"]],
		["($2x + 3$)", ["$2x + 3$"]],
		["there are $5$ of them", ["$5$"]],
		["$\\text{if it rains}$", ["$\\text{if it rains}$"]],
		["$\\sin x$, $\\alpha$", ["$\\sin x$", "$\\alpha$"]],
		["$αβ$ and $90°$", ["$αβ$", "$90°$"]],
		["\\begin{align}a &= b \\\\ c &= d\\end{align}", ["\\begin{align}a &= b \\\\ c &= d\\end{align}"]],
		["costs $5, where $n$ is", ["$n$"]],
		["| a | b |\n|---|---|\n| $|x|$ | 1 |", ["$|x|$"]],
	])("is found in %j", (text, formulas) => expect(found(text)).toEqual(formulas));

	it.each([
		"$5 and $10",
		"from $5-$10 a month",
		"between US$5 and A$10",
		"$5/month or $8/month",
		"$20 (or 18€) vs US$",
		"the variables $HOME and $PATH",
		"$HOME/$USER",
		"it costs 5$ and then 10$ more",
		"a \\$5 note and a \\$10 note",
		"`$x$` and `\\(y\\)`",
		"```\n$x$\n\\[y\\]\n```",
		"~~~tex\n$x$",
		"> ```\n> $x$\n> ```",
		"\\[not a link\\](x)",
		"a backslash \\\\(so)",
		"5 元 $五$ 元",
		"\\(not closed",
		"\ue000 $x$",
		"",
	])("is not found in %j", (text) => expect(found(text)).toEqual([]));

	it("extends to the end of a growing text if it has no end yet", () => {
		expect(found("so \\(a_1 + b", true)).toEqual(["\\(a_1 + b"]);
		expect(found("so $$a_1", true)).toEqual(["$$a_1"]);
		expect(found("it costs $5", true)).toEqual([]);
	});
});

describe("formulas that were taken out", () => {
	const text = "**so** $a_1$ `c` and\n\\[b_1\\]\n[x](https://example.org/\\(y\\))";

	it("are put back unchanged", () => {
		const { text: rest, formulas } = setAside(text);
		expect(rest).not.toMatch(/a_1|b_1/);
		expect(putBack(rest, formulas)).toBe(text);
	});

	it("become tokens in Markdown, and stay unchanged in an address", () => {
		const { text: rest, formulas } = setAside(text);
		const [paragraph] = withFormulas(Lexer.lex(rest), formulas);
		const flat = JSON.stringify(paragraph);
		expect(flat).toContain(JSON.stringify({ type: "math", ...formulas[0] }));
		expect(flat).toContain(JSON.stringify({ type: "math", ...formulas[1] }));
		expect(flat).not.toContain("\ue000");
	});

	it("are put back in a code block that only Markdown recognises", () => {
		const indented = "Text:\n\n    let $x$ = 1;\n";
		const { text: rest, formulas } = setAside(indented);
		const tokens = withFormulas(Lexer.lex(rest), formulas);
		expect(tokens.find(({ type }) => type === "code")).toMatchObject({
			text: expect.stringContaining("let $x$ = 1;"),
		});
	});
});

it("are found in a long text with many unclosed signs within a moment", () => {
	const text = "$a \\( `b \\[ ".repeat(2_000);
	const before = performance.now();
	setAside(text, false);
	expect(performance.now() - before).toBeLessThan(2_000);
});
