import { mean, variance } from "../numeric/arrays.ts";
import { FormulaError } from "./expression.ts";
import { numbersOf } from "./plain-functions.ts";
import { fitPolynomial, type Polynomial, polynomialValues, rawPowers } from "./polynomial.ts";
import { type Arguments, factorOf, levelsOf, type Memory, textsOf, type Value } from "./values.ts";

type DataFunction = (given: Arguments, memory: Memory) => Value;

/** Functions that depend on all rows. Their parameters from the data are stored, so that new rows are treated in the same way. */
export const dataFunctions: ReadonlyMap<string, DataFunction> = new Map<string, DataFunction>([
	["factor", (given, memory) => factor(given, memory, isTrue(given.names.get("ordered")))],
	["as.factor", (given, memory) => factor(given, memory, false)],
	["ordered", (given, memory) => factor(given, memory, true)],
	["relevel", relevel],
	["interaction", interaction],
	["poly", poly],
	["scale", scale],
]);

/** The stored parameters of this call, or new ones from the data. */
function remembered<T>(memory: Memory, text: string, is: (value: unknown) => value is T, make: () => T): T {
	const known = memory.get(text);
	if (is(known)) return known;
	const made = make();
	memory.set(text, made);
	return made;
}

const isTrue = (value: Value | undefined): boolean => value?.kind === "logical" && value.values[0] === 1;

function factor(given: Arguments, memory: Memory, ordered: boolean): Value {
	const value = firstOf(given);
	const stated = given.names.get("levels") ?? given.places[1];
	const levels = remembered(memory, given.text, isTexts, () => (stated ? presentTexts(stated) : levelsOf(value)));
	const made = factorOf(value, levels, ordered || (value.kind === "factor" && value.ordered));
	const labels = given.names.get("labels");
	return labels ? { ...made, levels: presentTexts(labels) } : made;
}

/** `relevel(x, ref = "b")`: the same factor with another reference level. */
function relevel(given: Arguments, memory: Memory): Value {
	const value = firstOf(given);
	const [reference] = presentTexts(given.names.get("ref") ?? given.places[1] ?? { kind: "text", values: [] });
	const levels = remembered(memory, given.text, isTexts, () => {
		const known = levelsOf(value);
		if (reference === undefined || !known.includes(reference))
			throw new FormulaError(`"${given.text}": the reference must be one of ${known.join(", ")}.`);
		return [reference, ...known.filter((level) => level !== reference)];
	});
	return factorOf(value, levels);
}

function interaction(given: Arguments, memory: Memory): Value {
	const texts = given.places.map(textsOf);
	const joined = (texts[0] ?? []).map((_, row) => {
		const parts = texts.map((column) => column[row] ?? null);
		return parts.includes(null) ? null : parts.join(".");
	});
	const value: Value = { kind: "text", values: joined };
	return factorOf(
		value,
		remembered(memory, given.text, isTexts, () => levelsOf(value)),
	);
}

function poly(given: Arguments, memory: Memory): Value {
	const values = numbersOf(given.places[0], given.text);
	const degree = numbersOf(given.names.get("degree") ?? given.places[1] ?? one, given.text)[0] ?? 1;
	if (!Number.isInteger(degree) || degree < 1)
		throw new FormulaError(`"${given.text}": the degree must be a whole number of at least 1.`);
	const suffixes = Array.from({ length: degree }, (_, index) => String(index + 1));
	if (isTrue(given.names.get("raw"))) return { kind: "matrix", columns: rawPowers(values, degree), suffixes };
	const fitted = remembered(memory, given.text, isPolynomial, () => fitPolynomial(values, degree));
	if (!fitted) throw new FormulaError(`"${given.text}": the degree must be less than the number of different values.`);
	return { kind: "matrix", columns: polynomialValues(values, fitted), suffixes };
}

function scale(given: Arguments, memory: Memory): Value {
	const values = numbersOf(given.places[0], given.text);
	const wanted = (name: string): boolean => given.names.get(name) === undefined || isTrue(given.names.get(name));
	const [centre = 0, spread = 1] = remembered(memory, given.text, isPair, () => {
		const present = values.filter((value) => !Number.isNaN(value));
		const middle = wanted("center") ? mean(present) : 0;
		const meanSquare = present.reduce((total, value) => total + value * value, 0) / (present.length - 1);
		return [middle, wanted("scale") ? Math.sqrt(wanted("center") ? variance(present) : meanSquare) : 1];
	});
	return { kind: "number", values: values.map((value) => (value - centre) / spread) };
}

function firstOf(given: Arguments): Value {
	const [value] = given.places;
	if (value) return value;
	throw new FormulaError(`"${given.text}" needs an argument.`);
}

const one: Value = { kind: "number", values: Float64Array.of(1) };
const presentTexts = (value: Value): string[] => textsOf(value).filter((text) => text !== null);
const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((item) => typeof item === "string");
const isPair = (value: unknown): value is number[] =>
	Array.isArray(value) && value.every((item) => typeof item === "number");
const isPolynomial = (value: unknown): value is Polynomial =>
	typeof value === "object" && value !== null && "norms" in value;
