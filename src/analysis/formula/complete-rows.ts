import { type Factor, factorOf, isMissing, levelsOf, textsOf, type Value } from "./values.ts";

/** The rows without missing values. */
export function completeRows(values: readonly Value[], rows: number): Int32Array {
	const complete: number[] = [];
	for (let row = 0; row < rows; row += 1) if (!values.some((value) => isMissing(value, row))) complete.push(row);
	return Int32Array.from(complete);
}

/** Converts texts and truth values to factors, and drops unused levels. Numbers stay unchanged. */
export function factorsOnly(value: Value): Value {
	if (value.kind === "text") return factorOf(value, levelsOf(value));
	if (value.kind === "logical") return factorOf(value, ["FALSE", "TRUE"]);
	return value.kind === "factor" ? withoutUnusedLevels(value) : value;
}

function withoutUnusedLevels(factor: Factor): Factor {
	const used = new Set(factor.codes);
	const levels = factor.levels.filter((_, code) => used.has(code));
	return levels.length === factor.levels.length ? factor : factorOf(factor, levels, factor.ordered);
}

export function infiniteIn(value: Value): boolean {
	if (value.kind === "number") return value.values.some((one) => !Number.isFinite(one));
	return value.kind === "matrix" && value.columns.some((column) => column.some((one) => !Number.isFinite(one)));
}

/** One factor whose levels are the combinations that occur, in the order of the parts' levels. */
export function crossedFactor(values: readonly Value[]): Factor {
	const factors = values.map(asFactor);
	const [first] = factors;
	if (first && factors.length === 1) return withoutUnusedLevels(first);
	const rows = first?.codes.length ?? 0;
	const keys = Array.from({ length: rows }, (_, row) => factors.map(({ codes }) => codes[row] ?? -1));
	const byText = new Map(keys.map((key) => [key.join(":"), key]));
	const ordered = [...byText].sort(([, one], [, other]) => compared(one, other)).map(([text]) => text);
	const codeOf = new Map(ordered.map((text, code) => [text, code]));
	const nameOf = (text: string): string =>
		text
			.split(":")
			.map((code, part) => factors[part]?.levels[Number(code)] ?? "")
			.join(":");
	return {
		kind: "factor",
		codes: Int32Array.from(keys, (key) => codeOf.get(key.join(":")) ?? -1),
		levels: ordered.map(nameOf),
		ordered: false,
	};
}

/** Any value as a factor, with its distinct numbers or texts as levels. */
export function asFactor(value: Value): Factor {
	if (value.kind === "factor") return value;
	return factorOf(value.kind === "matrix" ? { kind: "text", values: [] } : value, levelsOf(value));
}

/** Grouping values as texts, such as participants. */
export const groupTexts = (value: Value): string[] => textsOf(value).map((text) => text ?? "");

function compared(one: readonly number[], other: readonly number[]): number {
	for (const [place, code] of one.entries()) if (code !== other[place]) return code - (other[place] ?? 0);
	return 0;
}
