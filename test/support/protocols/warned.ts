import { expect, it } from "vitest";
import type { Warning, WarningCode } from "../../../src/protocol/warnings/warning.ts";
import { protocolWarnings } from "../../../src/protocol/warnings/warnings.ts";
import { type Changes, validStudy } from "./protocol.ts";

/** A model of a server, not a rehearsal. */
export const served = (more: object = {}) => ({
	provider: "openai-compatible",
	endpoint: "GPU",
	model: "llama",
	...more,
});

/** A conversation of the layout single, with these changes. */
export const single = (id: string, more: object = {}) => ({
	id,
	title: "Talk",
	instructions: "Talk.",
	layout: "single",
	arms: 1,
	turns: { max: 2 },
	...more,
});

/** The study of the other tests, without warnings. */
const SOUND: Changes = {
	"/models": { warm: served(), terse: served({ model: "small" }) },
	"/arms/2/system": "Answer in one sentence.",
	"/arms/3/system": "Answer in one sentence.",
	"/forms/mood/items/0": { id: "good", kind: "vas", label: "Good?", minLabel: "Bad", maxLabel: "Good" },
};

/** Without the forms that need other layouts. */
export const SINGLE_ALONE: Changes = {
	"/forms/panes": undefined,
	"/forms/end": undefined,
	"/flow": ["consent", "about", "conversations"],
};

/** Only these conversations, with a form after the first. */
export const conversations = (...list: object[]): Changes => ({
	...SINGLE_ALONE,
	"/conversations": list.map((entry, index) => (index === 0 ? { ...entry, after: ["mood"] } : entry)),
});

export const warned = (changes: Changes): Warning[] => protocolWarnings(validStudy({ ...SOUND, ...changes }));

export type WarningCase = readonly [code: WarningCode, what: string, changes: Changes, ...pointers: string[]];

/** Expects warnings with this code exactly at these pointers. Without pointers, it expects none. */
export function warningCases(list: readonly WarningCase[]): void {
	for (const [code, what, changes, ...pointers] of list)
		it(`${code}: ${what}`, () =>
			expect(warned(changes).map((found) => [found.code, found.pointer])).toEqual(pointers.map((at) => [code, at])));
}
