import { describe, expect, it } from "vitest";
import { isKey } from "./behaviour.ts";

describe("a keystroke", () => {
	it.each([
		"insertText",
		"insertLineBreak",
		"insertParagraph",
		"insertCompositionText",
		"deleteContentBackward",
		"deleteWordForward",
	])("is what changes a text by typing: %s", (inputType) => expect(isKey({ inputType })).toBe(true));

	it.each([
		"insertFromPaste",
		"insertFromDrop",
		"insertReplacementText",
		"deleteByCut",
		"deleteByDrag",
		"historyUndo",
		"",
	])("is nothing that came otherwise: %s", (inputType) => expect(isKey({ inputType })).toBe(false));

	it("is not recognised in events of radios, boxes and sliders", () => expect(isKey(new Event("input"))).toBe(false));
});
