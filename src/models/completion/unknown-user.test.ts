import { expect, it } from "vitest";
import { bodyOf, delta, event, STOP } from "../../../test/support/models/completion-bodies.ts";
import type { SourceDelta } from "../model-types.ts";
import { readCompletion, readLimits } from "./read.ts";

it.each([
	["does not know the user", { user_embedding: "generic" }, true],
	["knows the user", { user_embedding: "own" }, false],
	["does not mention users", {}, false],
	["has something else in that field", { user_embedding: true }, false],
])("reads a reply whose server %s", async (_case, more, isGenericUser) => {
	const deltas: SourceDelta[] = [];
	const body = bodyOf(event({ ...delta({ content: "Hello" }), ...more }) + STOP);
	for await (const each of readCompletion(body, readLimits(100))) deltas.push(each);
	expect(deltas[0]).toEqual({ kind: "served", model: "m", isGenericUser });
});
