import { describe, expect, it } from "vitest";
import { type Changes, faultsAfter, validStudy } from "../../../test/support/protocols/protocol.ts";
import { protocolHash } from "../parse/parse.ts";

type Case = [what: string, changes: Changes, ...pointers: string[]];
const cases = (list: Case[]) =>
	it.each(list)("%s", (_what, changes, ...pointers) => expect(faultsAfter(changes)).toEqual(pointers.sort()));

describe("help beside the steps", () => {
	const support = { default: "Talk to somebody.", GB: "Call 116 123." };
	cases([
		[
			"everything",
			{
				"/duration": "PT25M",
				"/contact": { name: "Ada", email: "ada@example.org", ethics: "Board 7, 2026-05" },
				"/support": support,
				"/debrief": { completed: "Thanks.", withdrawn: "Thanks anyway." },
				"/reports": { harmful: "withdrawn", broken: "completed" },
				"/conversations/0/ideas": ["Hello.", "What now?"],
				"/conversations/0/stop": true,
				"/forms/about/pages": 3,
			},
		],
		["one debriefing for all", { "/debrief": "Thanks." }],
		["a duration of seconds", { "/duration": "PT30S" }, "/duration"],
		["a duration that is none", { "/duration": "25 minutes" }, "/duration"],
		["a contact without an address", { "/contact": { name: "Ada", email: "ada" } }, "/contact/email"],
		["support without a default", { "/support": { GB: "Call 116 123." } }, "/support/default"],
		["a country that is none", { "/support": { ...support, Britain: "Call 116 123." } }, "/support/Britain"],
		["an exit that is none", { "/debrief": { finished: "Thanks." } }, "/debrief/finished"],
		["an exit that a report cannot take", { "/reports": { harmful: "full" } }, "/reports/harmful"],
		["four ideas", { "/conversations/0/ideas": ["a", "b", "c", "d"] }, "/conversations/0/ideas"],
		["an idea twice", { "/conversations/0/ideas": ["a", "a"] }, "/conversations/0/ideas/1"],
		[
			"an idea that is no message",
			{ "/conversations/0/ideas": ["a long idea"], "/limits": { messageCharacters: 5 } },
			"/conversations/0/ideas/0",
		],
		["a support text that nobody can read", { "/support": { default: "\u200b" } }, "/support/default"],
		["pages of nothing", { "/forms/about/pages": 0 }, "/forms/about/pages"],
	]);

	it("leaves the hash of a study without them as it was", () => {
		const study = validStudy();
		expect(protocolHash(study)).toBe(protocolHash(JSON.parse(JSON.stringify(study))));
		expect(Object.keys(study)).not.toContain("duration");
	});
});
