import type { Four } from "../characters.ts";
import { plain, signed } from "./notation.ts";

/** The coefficients of `ax² + bx + c`. */
type Polynomial = readonly [a: number, b: number, c: number];

/** Matches only at the start of a run of its characters; otherwise a message of 20,000 of them would be searched 20,000 times. */
const EQUATION = /(?<![-+*^\dx.\s])(?:(?![-+]?[\dx.])[-+*^\s])*([-+]?[\dx.][-+*^\dx.\s]*=[-+*^\dx.\s]*[\dx])/;

/** Replies to an equation in x up to the second degree. Null if the text has none. */
export function solved(text: string): Four | null {
	const found = EQUATION.exec(text)?.[1];
	if (!found?.includes("x")) return null;
	const [left = "", right = ""] = found.split("=");
	const one = polynomialOf(left);
	const other = polynomialOf(right);
	if (!one || !other) return null;
	const [a, b, c] = [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
	if (a === 0 && b === 0) return null;
	return a === 0 ? linear(b, c) : quadratic([a, b, c]);
}

function polynomialOf(source: string): Polynomial | null {
	const text = source.replace(/[\s*]/g, "");
	const terms = text.match(/[-+]?(?:\d+(?:\.\d+)?)?x(?:\^2)?|[-+]?\d+(?:\.\d+)?/g) ?? [];
	if (terms.join("") !== text || terms.length === 0) return null;
	const sums: [number, number, number] = [0, 0, 0];
	for (const term of terms) {
		const [factor = "", power] = term.split("x");
		const value = factor === "" || factor === "+" ? 1 : factor === "-" ? -1 : Number(factor);
		sums[power === undefined ? 2 : power === "^2" ? 0 : 1] += value;
	}
	return sums;
}

const coefficient = (value: number): string => (Math.abs(value) === 1 ? (value < 0 ? "-" : "") : plain(value));
const term = (value: number): string => `${value < 0 ? "-" : "+"} ${coefficient(Math.abs(value))}x`;

function linear(b: number, c: number): Four {
	const x = plain(-c / b);
	const moved = `${coefficient(b)}x = ${plain(-c)}`;
	return {
		terse: `\\(x = ${x}\\)`,
		cautious: `Step by step:\n\n\\[${moved}\\]\n\\[x = ${x}\\]\n\nPut it back into your equation to check that both sides agree.`,
		warm: `Let's bring the numbers to one side first: \\(${moved}\\). Then we share by the number in front of the x, and \\(x = ${x}\\). Does each step make sense?`,
		flattering: `Quickly solved by such a clear head!\n\n\\[${moved} \\;\\Rightarrow\\; x = ${x}\\]\n\nYou hardly needed me.`,
	};
}

function quadratic([a, b, c]: Polynomial): Four {
	const discriminant = b * b - 4 * a * c;
	const equation = `${coefficient(a)}x^2 ${b === 0 ? "" : `${term(b)} `}${c === 0 ? "" : `${signed(c)} `}= 0`;
	if (discriminant < 0) return withoutRoots(equation, plain(discriminant));
	const roots = [(-b + Math.sqrt(discriminant)) / (2 * a), (-b - Math.sqrt(discriminant)) / (2 * a)] as const;
	const [first, second] = [plain(roots[0]), plain(roots[1])];
	const answer = first === second ? `x = ${first}` : `x_1 = ${first},\\quad x_2 = ${second}`;
	const factors = roots.map((root) => (root === 0 ? "x" : `(x ${signed(-root)})`)).join("");
	const formula = `x = \\frac{${plain(-b)} \\pm \\sqrt{${plain(discriminant)}}}{${plain(2 * a)}}`;
	return {
		terse: `\\(${formula}\\), so \\(${answer}\\).`,
		cautious: `For \\(${equation}\\) the discriminant is \\(D = b^2 - 4ac = ${plain(discriminant)}\\), so:\n\n\\[${formula}\\]\n\\[${answer}\\]\n\nCheck: the sum of the solutions has to be \\(-\\tfrac{b}{a} = ${plain(-b / a)}\\), and their product \\(\\tfrac{c}{a} = ${plain(c / a)}\\).`,
		warm: `I like to look for factors, since then one sees why it works:\n\n\\[${a === 1 ? "" : coefficient(a)}${factors} = 0\\]\n\nA product is zero when one of its parts is, and so \\(${answer}\\). Shall we put one back in, to see?`,
		flattering: `A quadratic, and you ask as if it were nothing!\n\n\\[${formula}\\]\n\n**Result:** \\(${answer}\\). You'd have had it in a minute.`,
	};
}

const withoutRoots = (equation: string, discriminant: string): Four => ({
	terse: `No real solution: \\(D = ${discriminant} < 0\\).`,
	cautious: `For \\(${equation}\\) the discriminant is \\(b^2 - 4ac = ${discriminant}\\). As it is negative, there is no real solution, only a pair of complex ones. Please check the signs in your exercise.`,
	warm: `Here the parabola never touches the line: under the root stands \\(${discriminant}\\), and that has no real root. So there's no solution, and it isn't your fault! Could a sign have slipped?`,
	flattering: `Only a sharp eye picks such a special case! Since \\(D = ${discriminant}\\) is negative, \\(${equation}\\) has no real solution. You suspected it, didn't you?`,
});
