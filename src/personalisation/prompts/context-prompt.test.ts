import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { approximateTokens } from "../../protocol/tokens/counted-reply.ts";
import type { PastConversation } from "../profiles/history.ts";
import { NO_PROFILE, type Profile } from "../profiles/profile.ts";
import { type ContextTemplate, contextPrompt, fixedTokens } from "./context-prompt.ts";
import { NOTICE } from "./fence.ts";

const spec = (template: string, over: Partial<ContextTemplate> = {}): ContextTemplate => ({
	kind: "prompt",
	template,
	maxTokens: 600,
	history: { select: "latest", conversations: 6, order: "oldest-first" },
	...over,
});

const reply = (text: string, score: number | null = null, chosen = true) => ({
	text,
	chosen,
	score,
	place: 0,
	model: null,
	provider: null,
});

const said = (id: string, at: string, score: number, ...texts: string[]): PastConversation => ({
	id,
	type: null,
	at,
	more: {},
	turns: texts.map((text) => ({ text, replies: [reply(`re ${text}`, score)] })),
});

const HISTORY = [
	said("c1", "2023-01-01", 90, "one-a", "one-b"),
	said("c2", "2023-01-02", 20, "two-a", "two-b"),
	said("c3", "2023-01-03", 70, "three-a", "three-b"),
];
const ANN: Profile = {
	attributes: { region: "north" },
	profile: {
		self: "I bake.",
		age: 30,
		religion: { simplified: "None" },
		uses: ["work", "games"],
		none: null,
		empty: " ",
	},
	history: HISTORY,
};

function filled(template: string, profile: Profile = ANN, over: Partial<ContextTemplate> = {}) {
	const prompt = contextPrompt(spec(template, over), profile);
	if (!prompt.ok) throw new Error(`missing ${prompt.error.fields}`);
	return prompt.value;
}

const body = (template: string, profile?: Profile, over?: Partial<ContextTemplate>): string =>
	filled(template, profile, over).text.slice(NOTICE.length + 2);

describe("a template", () => {
	it("is filled with fields of every shape, each between tags", () => {
		expect(body("{{profile.self}} / {{ profile.age }} / {{attributes.region}} / {{profile.religion.simplified}}")).toBe(
			"<data>I bake.</data> / <data>30</data> / <data>north</data> / <data>None</data>",
		);
		expect(body("{{profile.uses}} {{profile.religion}}")).toBe(
			"<data>work, games</data> <data>simplified: None</data>",
		);
	});

	it("begins with the meaning of the tags", () =>
		expect(filled("{{profile.self}}").text.startsWith(NOTICE)).toBe(true));

	it("is not filled if a field is absent, null, empty, or inherited from Object", () => {
		for (const field of [
			"profile.nothing",
			"profile.none",
			"profile.empty",
			"attributes.age",
			"profile.self.x",
			"profile.constructor",
		]) {
			const prompt = contextPrompt(spec(`{{${field}}}`), ANN);
			expect(prompt).toEqual({ ok: false, error: { kind: "missing", fields: [field] } });
		}
		expect(contextPrompt(spec("{{history}} {{profile.x}}"), NO_PROFILE)).toMatchObject({
			error: { fields: ["history", "profile.x"] },
		});
	});

	it("says (not known) for missing optional fields", () => {
		expect(body("{{profile.x?}} {{history?}}", NO_PROFILE)).toBe("(not known) (not known)");
		expect(body("{{profile.self?}}")).toBe("<data>I bake.</data>");
	});
});

describe("the history", () => {
	const order = (text: string) => [...text.matchAll(/<person>(\S+)<\/person>/g)].map(([, turn]) => turn);

	it("has only the replies with which a conversation continued", () => {
		const turn = { text: "hi", replies: [reply("left", 10, false), reply("taken", 5, true)] };
		const profile = { ...ANN, history: [{ ...said("c", "1", 0), turns: [turn] }] };
		expect(body("{{history}}", profile)).toBe(
			"<conversation>\n<person>hi</person>\n<assistant>taken</assistant>\n</conversation>",
		);
	});

	it.each([
		["latest", ["two-a", "two-b", "three-a", "three-b"]],
		["first", ["one-a", "one-b", "two-a", "two-b"]],
		["best-rated", ["one-a", "one-b", "three-a", "three-b"]],
	] as const)("takes the %s conversations", (select, expected) => {
		expect(order(body("{{history}}", ANN, { history: { select, conversations: 2, order: "oldest-first" } }))).toEqual(
			expected,
		);
	});

	it("has the requested order", () => {
		const history = { select: "latest", conversations: 2, order: "newest-first" } as const;
		expect(order(body("{{history}}", ANN, { history }))).toEqual(["three-a", "three-b", "two-a", "two-b"]);
	});

	it("loses whole turns from the end of the least important conversation", () => {
		const whole = filled("{{history}}").tokens;
		const shorter = filled("{{history}}", ANN, { maxTokens: whole - 1 });
		expect(order(shorter.text)).toEqual(["one-a", "two-a", "two-b", "three-a", "three-b"]);
		expect(shorter.leftOut).toEqual({ turns: 1, fields: [] });
	});
});

describe("a budget", () => {
	it("leaves out whole fields, the last one first, after all history is left out", () => {
		const template = "{{profile.first}} {{profile.second}} {{history}}";
		const profile = { ...ANN, profile: { first: "a ".repeat(60), second: "b ".repeat(60) } };
		const { text, leftOut } = filled(template, profile, { maxTokens: fixedTokens(spec(template)) + 40 });
		expect(leftOut).toEqual({ turns: 6, fields: ["profile.second"] });
		expect(text.endsWith(`<data>${"a ".repeat(60).trim()}</data> (left out) (left out)`)).toBe(true);
	});

	it("that only fits the template also fits an empty profile", () => {
		const template = Array.from({ length: 8 }, (_, field) => `{{profile.f${field}?}}`).join(" ");
		const maxTokens = fixedTokens(spec(template));
		expect(filled(template, NO_PROFILE, { maxTokens }).tokens).toBeLessThanOrEqual(maxTokens);
	});

	it("is never exceeded, cuts nothing in half and gives the same text again, for 2,000 random profiles", () => {
		const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
		const conversation = fc.array(word, { minLength: 1, maxLength: 4 });
		const drawn = fc.record({
			one: word,
			two: word,
			talks: fc.array(conversation, { maxLength: 5 }),
			room: fc.nat(300),
		});
		const template = "A {{profile.one?}} b {{profile.two?}} c {{history?}} d";
		fc.assert(
			fc.property(drawn, ({ one, two, talks, room }) => {
				const profile: Profile = {
					attributes: {},
					profile: { one, two },
					history: talks.map((texts, index) => said(`c${index}`, `${index}`, index, ...texts)),
				};
				const maxTokens = fixedTokens(spec(template)) + room;
				const prompt = filled(template, profile, { maxTokens });
				expect(prompt.tokens).toBe(approximateTokens(prompt.text));
				expect(prompt.tokens).toBeLessThanOrEqual(maxTokens);
				expect(filled(template, profile, { maxTokens })).toEqual(prompt);
				for (const tag of ["data", "person", "assistant", "conversation"]) {
					const opened = prompt.text.split(`<${tag}>`).length - NOTICE.split(`<${tag}>`).length;
					expect(prompt.text.split(`</${tag}>`).length - 1).toBe(opened);
				}
			}),
			{ seed: 20260523, numRuns: cases(2000) },
		);
	});
});
