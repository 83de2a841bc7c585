import type { Fault } from "../../../shared/problem.ts";
import { fault, type Path } from "../faults/fault.ts";

/** A lone surrogate has no UTF-8, and so no hash: its text could be stored, but neither opened nor sent. */
export const brokenTexts = (value: unknown): Fault[] => inside(value, []);

function inside(value: unknown, path: Path): Fault[] {
	if (typeof value === "string") return value.isWellFormed() ? [] : [broken(path)];
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key.isWellFormed() ? inside(inner, [...path, key]) : [broken(path)],
	);
}

const broken = (path: Path): Fault => fault(path, "This text is not well-formed Unicode: write it again.");
