import { expect, it } from "vitest";
import { depthOf } from "./nesting.ts";

it.each([
	["1", 0],
	['{"a":[1,{"b":[]}]}', 4],
	['["[[[", "\\"[[", "\\\\"]', 1],
	["[][][]", 1],
	["[".repeat(60_000), 60_000],
])("counts the levels of nesting in %s", (text, depth) => expect(depthOf(text)).toBe(depth));
