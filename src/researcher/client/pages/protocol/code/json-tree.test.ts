import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { firstError, pathTo, rangeOf, readValue, rootOf } from "./json-tree.ts";

const TEXT = `{
  "slug": "mine",
  "arms": [
    { "id": "one", "model": "m" },
    { "id": "two" }
  ],
  "a/b": { "~": true }
}`;

const stateOf = (text: string): EditorState => EditorState.create({ doc: text, extensions: [json()] });

const state = stateOf(TEXT);
const marked = (pointer: string) => {
	const { from, to } = rangeOf(state, pointer);
	return [state.doc.lineAt(from).number, state.sliceDoc(from, to)];
};

describe("a fault's place", () => {
	it("is found at the end of a text that the editor has not parsed yet", () => {
		const long = stateOf(`{ "arms": [${'{ "id": "one" }, '.repeat(20_000)}{ "id": "last" }] }`);
		const { from } = rangeOf(long, "/arms/20000/id");
		expect(long.sliceDoc(from)).toBe('"id": "last" }] }');
	});

	it("is the name of its pointer's property", () => {
		expect(marked("/slug")).toEqual([2, '"slug"']);
		expect(marked("/arms/0/model")).toEqual([4, '"model"']);
		expect(marked("/a~1b/~0")).toEqual([7, '"~"']);
	});

	it("is the item of a list", () => {
		expect(marked("/arms/1")).toEqual([5, '{ "id": "two" }']);
	});

	it("is the nearest parent of a missing value", () => {
		expect(marked("/arms/1/model")).toEqual([5, '{ "id": "two" }']);
		expect(marked("/title")).toEqual([1, "{"]);
		expect(marked("")).toEqual([1, "{"]);
		expect(rangeOf(stateOf(""), "/slug")).toEqual({ from: 0, to: 0 });
	});
});

describe("an unfinished document", () => {
	it("is read like JSON", () => {
		expect(readValue(state, rootOf(state))).toEqual(JSON.parse(TEXT));
	});

	it("is read as far as possible while something is missing", () => {
		const broken = stateOf('{ "models": { "one": { "provider": "rehearsal", } }, "arms": [');
		expect(readValue(broken, rootOf(broken))).toMatchObject({ models: { one: { provider: "rehearsal" } } });
	});

	it("has a path to each value", () => {
		const at = TEXT.indexOf('"two"') + 1;
		expect(pathTo(state, rootOf(state).resolveInner(at, 0))).toEqual(["arms", 1, "id"]);
	});
});

describe("a text that is not JSON", () => {
	it("is marked at its first error", () => {
		expect(firstError(state)).toBeNull();
		const broken = stateOf('{\n  "slug": "mine"\n  "title": 3 }');
		expect(broken.doc.lineAt(firstError(broken)?.from ?? 0).number).toBe(3);
	});
});
