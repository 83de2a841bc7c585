import { describe, expect, it } from "vitest";
import type { MessageView, SessionView } from "../../../../session/view/view-schema.ts";
import type { Model } from "../../state/model.ts";
import { openTurns, type Turn, unseenIn } from "./turns.ts";

const said = (role: MessageView["role"], text: string, more: Partial<MessageView> = {}): MessageView => ({
	id: "ms_1",
	role,
	text,
	...more,
});

const modelOf = (step: SessionView["step"], messages: MessageView[], more: Partial<Model> = {}): Model => ({
	view: {
		id: "se_1",
		study: "any",
		status: "active",
		erased: false,
		progress: { done: 0, of: 1 },
		step,
		conversation: { index: 1, of: 1, title: "", instructions: "", layout: "single", messages },
		exit: null,
	},
	trouble: null,
	reach: "fine",
	busy: false,
	unsaved: false,
	pending: null,
	live: null,
	...more,
});

describe("the turns of a conversation", () => {
	it("contain a message as soon as it is sent", () =>
		expect(openTurns(modelOf(null, [], { pending: "Hello", live: [] }))).toEqual([
			{ text: "Hello", replies: [], state: "writing" },
		]));

	it("contain a reply that another tab requested", () =>
		expect(
			openTurns(modelOf({ id: "st_1", kind: "generating", since: "" }, [said("participant", "Hello")])),
		).toMatchObject([{ text: "Hello", state: "writing" }]));

	it("keep the message of a reply that failed", () =>
		expect(
			openTurns(modelOf({ id: "st_1", kind: "retry", problem: "" }, [said("participant", "Hello")])),
		).toMatchObject([{ text: "Hello", state: "failed" }]));

	it("put the candidates into the turn that asked for them", () => {
		const candidates = [{ id: "a", message: "ms_1", text: "One" }];
		const step = { id: "st_1", kind: "choice" as const, candidates, scale: null };
		expect(openTurns(modelOf(step, [said("participant", "Hello")]))).toEqual([
			{ text: "Hello", replies: [{ candidate: "a", text: "One", message: "ms_1" }], state: "choosing" },
		]);
	});
});

describe("the replies whose end has not been on the screen", () => {
	const turn = (...seen: boolean[]): Turn => ({
		text: "Hello",
		state: "done",
		replies: seen.map((isSeen, place) => ({
			candidate: "ab"[place] ?? "",
			text: "Hi",
			message: `ms_${place}`,
			...(isSeen ? { seen: true } : {}),
		})),
	});
	const names = (...given: Parameters<typeof unseenIn>) => unseenIn(...given).map(({ candidate }) => candidate);
	const none = () => false;

	it("are only those of the last turn, because answered replies were read", () =>
		expect(names("single", [turn(false), turn(true)], none)).toEqual([]));

	it("are those of all turns if one message answers several assistants", () =>
		expect(names("side-by-side", [turn(true, false), turn(true, true)], none)).toEqual(["b"]));

	it("do not include replies that this browser has marked and not yet reported", () =>
		expect(names("best-of", [turn(false, false)], (message) => message === "ms_0")).toEqual(["b"]));

	it("do not include a reply that is still being written", () =>
		expect(
			names("single", [{ text: "Hello", state: "writing", replies: [{ candidate: "a", text: "H" }] }], none),
		).toEqual([]));
});
