import { describe, expect, it } from "vitest";
import { faultsAfter, validStudy } from "../../../../test/support/protocols/protocol.ts";
import { EVERY_TEXT } from "../../../texts/every-text.ts";
import { ownTextFaults } from "./own-texts.ts";

const at = (path: string) => `/texts/${path}`;

describe("a study's own texts", () => {
	it.each<[what: string, texts: Record<string, unknown>, ...pointers: string[]]>([
		["a text of the app and one of a page", { "chat.send": "Off it goes", "page.refusals.busy.text": "Later." }],
		["a text with what is filled in", { "choice.rated": "{of} in all, {done} done" }],
		["a text without what is filled in", { "exit.go": "On we go" }],
		["plural forms", { "chat.needed": { one: "One more.", other: "{count} more." } }],
		["a path that is none", { "chat.sned": "Send" }, at("chat.sned")],
		["a group of texts", { chat: "Send" }, at("chat")],
		["a placeholder that is not filled in", { "choice.rated": "{doen} of {of}" }, at("choice.rated")],
		["a placeholder where nothing is filled in", { "chat.send": "Send {it}" }, at("chat.send")],
		["an empty text", { "chat.send": " " }, at("chat.send")],
		["a text without a visible character", { "chat.send": "\u200b" }, at("chat.send")],
		[
			"plural forms without the one that every language has",
			{ "chat.needed": { one: "One." } },
			at("chat.needed/other"),
		],
	])("given %s", (_what, texts, ...pointers) => expect(faultsAfter({ "/texts": texts })).toEqual(pointers));

	it("suggest the probable name", () => {
		const texts = { "chat.sned": "Send", "choice.rated": "{doen} of {of}" };
		const details = ownTextFaults({ ...validStudy(), texts }).map(({ detail }) => detail);
		expect(details[0]).toContain('Did you mean "chat.send"?');
		expect(details[1]).toBe('{doen} would stay as it is. Did you mean "done"? Filled in are {done}, {of}.');
	});

	it("can be all of them", () => expect(faultsAfter({ "/texts": Object.fromEntries(EVERY_TEXT) })).toEqual([]));
});
