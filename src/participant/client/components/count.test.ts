import { expect, it } from "vitest";
import { nearness } from "./count.ts";

it.each([
	[0, 0],
	[80, 0],
	[81, 1],
	[95, 1],
	[96, 2],
	[100, 3],
	[101, 4],
	[150, 4],
])("of a text of %i characters out of 100 is %i", (length, near) => expect(nearness(length, 100)).toBe(near));
