import { FormulaError } from "./expression.ts";
import { type Arguments, textsOf, type Value } from "./values.ts";

type Plain = (given: Arguments) => Value;

/** Functions that depend on one row at a time. */
export const plainFunctions: ReadonlyMap<string, Plain> = new Map<string, Plain>([
	...arithmetic({
		"+": (one, other) => one + other,
		"-": (one, other) => one - other,
		"*": (one, other) => one * other,
		"/": (one, other) => one / other,
		"^": (one, other) => one ** other,
		"%%": (one, other) => one - Math.floor(one / other) * other,
		"%/%": (one, other) => Math.floor(one / other),
		pmin: (one, other) => Math.min(one, other),
		pmax: (one, other) => Math.max(one, other),
	}),
	...ofOne({
		log2: Math.log2,
		log10: Math.log10,
		log1p: Math.log1p,
		exp: Math.exp,
		expm1: Math.expm1,
		sqrt: Math.sqrt,
		abs: Math.abs,
		sign: Math.sign,
		floor: Math.floor,
		ceiling: Math.ceil,
		sin: Math.sin,
		cos: Math.cos,
		tanh: Math.tanh,
	}),
	["log", logarithm],
	["as.numeric", ({ places, text }) => numeric(places[0], text)],
	["as.character", ({ places }) => ({ kind: "text", values: places[0] ? textsOf(places[0]) : [] })],
	...comparisons({
		"<": (order) => order < 0,
		"<=": (order) => order <= 0,
		">": (order) => order > 0,
		">=": (order) => order >= 0,
		"==": (order) => order === 0,
		"!=": (order) => order !== 0,
	}),
	["&", logicalOf((one, other) => one && other)],
	["|", logicalOf((one, other) => one || other)],
	["!", ({ places, text }) => logical(numbersOf(places[0], text).map((value) => 1 - Number(value !== 0)))],
	["%in%", isIn],
	["ifelse", ifElse],
	["cbind", bound],
]);

type Binary = (one: number, other: number) => number;

function arithmetic(operations: Readonly<Record<string, Binary>>): [string, Plain][] {
	return Object.entries(operations).map(([name, of]) => [name, ({ places, text }) => rowwise(places, text, of, name)]);
}

function rowwise(places: readonly Value[], text: string, of: Binary, name: string): Value {
	const [one, other] = [numbersOf(places[0], text), places[1] && numbersOf(places[1], text)];
	if (other)
		return { kind: "number", values: one.map((value, row) => of(value, other[row % other.length] ?? Number.NaN)) };
	return { kind: "number", values: name === "-" ? one.map((value) => -value) : one };
}

function ofOne(functions: Readonly<Record<string, (value: number) => number>>): [string, Plain][] {
	return Object.entries(functions).map(([name, of]) => [
		name,
		({ places, text }) => ({ kind: "number", values: numbersOf(places[0], text).map((value) => of(value)) }),
	]);
}

function logarithm({ places, names, text }: Arguments): Value {
	const base = names.get("base") ?? places[1];
	const divisor = base ? Math.log(numbersOf(base, text)[0] ?? Number.NaN) : 1;
	return { kind: "number", values: numbersOf(places[0], text).map((value) => Math.log(value) / divisor) };
}

function comparisons(tests: Readonly<Record<string, (order: number) => boolean>>): [string, Plain][] {
	return Object.entries(tests).map(([name, holds]) => [
		name,
		({ places }) =>
			logical(Float64Array.from(orders(places), (order) => (Number.isNaN(order) ? order : Number(holds(order))))),
	]);
}

/** Negative if the first is less, NaN if either is missing. Texts are compared as texts. */
function orders([one, other]: readonly Value[]): number[] {
	if (!one || !other) return [];
	if ("values" in one && one.kind !== "text" && "values" in other && other.kind !== "text")
		return Array.from(one.values, (value, row) => value - (other.values[row] ?? Number.NaN));
	const [left, right] = [textsOf(one), textsOf(other)];
	return left.map((text, row) => {
		const against = right[row] ?? null;
		return text === null || against === null ? Number.NaN : text === against ? 0 : text < against ? -1 : 1;
	});
}

const logical = (values: Float64Array): Value => ({ kind: "logical", values });

function logicalOf(of: (one: boolean, other: boolean) => boolean): Plain {
	return ({ places, text }) => {
		const [one, other] = [numbersOf(places[0], text), numbersOf(places[1], text)];
		const joined = one.map((value, row) => {
			const against = other[row] ?? Number.NaN;
			return Number.isNaN(value + against) ? Number.NaN : Number(of(value !== 0, against !== 0));
		});
		return logical(joined);
	};
}

function isIn({ places: [one, list] }: Arguments): Value {
	const wanted = new Set(list ? textsOf(list) : []);
	return logical(Float64Array.from(one ? textsOf(one) : [], (text) => Number(wanted.has(text))));
}

function ifElse({ places: [test, yes, no], text }: Arguments): Value {
	const tests = numbersOf(test, text);
	if (yes?.kind !== "text" && no?.kind !== "text") {
		const [one, other] = [numbersOf(yes, text), numbersOf(no, text)];
		const chosen = tests.map((value, row) =>
			Number.isNaN(value) ? value : ((value ? one : other)[row] ?? Number.NaN),
		);
		return { kind: "number", values: chosen };
	}
	const [one, other] = [yes ? textsOf(yes) : [], no ? textsOf(no) : []];
	return {
		kind: "text",
		values: Array.from(tests, (value, row) => (Number.isNaN(value) ? null : ((value ? one : other)[row] ?? null))),
	};
}

function bound({ places, text }: Arguments): Value {
	return {
		kind: "matrix",
		columns: places.map((value) => numbersOf(value, text)),
		suffixes: places.map((_, index) => String(index + 1)),
	};
}

/** Converts texts and factors to numbers only if they are written as numbers. */
function numeric(value: Value | undefined, text: string): Value {
	if (value?.kind !== "text" && value?.kind !== "factor") return { kind: "number", values: numbersOf(value, text) };
	const read = textsOf(value).map((one) => (one === null || one.trim() === "" ? Number.NaN : Number(one)));
	return { kind: "number", values: Float64Array.from(read) };
}

export function numbersOf(value: Value | undefined, text: string): Float64Array {
	if (value?.kind === "number" || value?.kind === "logical") return value.values;
	throw new FormulaError(`"${text}" needs numbers. A column in it has texts.`);
}
