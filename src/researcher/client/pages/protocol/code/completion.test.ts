import { CompletionContext } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import protocolSchema from "../../../../../../docs/reference/protocol.schema.json";
import { completionFrom } from "./completion.ts";
import type { Schema } from "./schema.ts";

const complete = completionFrom(protocolSchema as Schema);

/** The completions at the mark `|`. */
function offeredAt(marked: string): readonly string[] {
	const pos = marked.indexOf("|");
	const doc = marked.replace("|", "");
	const state = EditorState.create({ doc, extensions: [json()] });
	const result = complete(new CompletionContext(state, pos, true));
	return result?.options.map(({ label }) => label) ?? [];
}

describe("a completion", () => {
	it("offers fields after a brace, after a comma, and within a started name", () => {
		expect(offeredAt('{ | "slug": "a" }')).toContain("title");
		expect(offeredAt('{ | "slug": "a" }')).not.toContain("slug");
		expect(offeredAt('{ "slug": "a", "|" }')).toContain('"title"');
		expect(offeredAt('{ "slug": "a", "ti|" }')).toContain('"title"');
		expect(offeredAt('{ "slug": "a", "|"\n "title": "b" }')).toContain('"consent"');
	});

	it("offers every value of a list, also if one is there already", () => {
		const layouts = ['"single"', '"best-of"', '"side-by-side"'];
		expect(offeredAt('{ "conversations": [ { "layout": "|single" } ] }')).toEqual(layouts);
		expect(offeredAt('{ "conversations": [ { "layout": | } ] }')).toEqual(layouts);
		expect(offeredAt('{ "conversations": [ { "title": "x", "layout": "|single", "arms": 2 } ] }')).toEqual(layouts);
	});

	it("offers names that are defined in another part", () => {
		expect(offeredAt('{ "models": { "small": {} }, "arms": [ { "model": "|" } ] }')).toEqual(['"small"']);
		expect(offeredAt('{ "forms": { "about": {} }, "flow": [ "consent", "|" ] }')).toContain('"about"');
	});

	it("offers nothing if no list of values is known", () => {
		expect(offeredAt('{ "title": "|" }')).toEqual([]);
		expect(offeredAt("|")).toEqual([]);
	});
});
