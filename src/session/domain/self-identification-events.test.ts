import { describe, expect, it } from "vitest";
import {
	consented,
	failed,
	filled,
	identified,
	randomised,
	said,
	started,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { activeAfter, recordReply, specFor, told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, SUN, studyWith } from "../../../test/support/sessions/session-study.ts";
import { MASK } from "../../blinding/masking.ts";
import type { ProtocolInput } from "../../protocol/schema/schema.ts";
import { project } from "../projection/project.ts";
import type { Write } from "../projection/writes.ts";
import { progressOfReply, replyOf } from "../reply/followed-reply.ts";
import { pendingReply } from "../reply/reply-request.ts";
import { view } from "../view/view.ts";
import { evolve } from "./evolve/evolve.ts";
import type { Study } from "./state.ts";

type Blinding = Partial<ProtocolInput["blinding"]>;
const studyThat = (selfIdentification: "record" | "mask" | "regenerate", over: Blinding = {}): Study =>
	studyWith({ blinding: { level: "double", pace: "as-is", selfIdentification, ...over } });

const NAMED = "Hello. I am ChatGPT.";
const HIDDEN = `Hello. ${MASK}.`;
const SPANS = [{ start: 7, end: 19, kind: "name" as const }];
const asking = [started, consented, filled(ABOUT), randomised(PLANS.panes), said("hello")];

describe("when a reply has a self-identification", () => {
	it.each(["record", "mask"] as const)("records it for each candidate, before the reply (%s)", (handling) =>
		specFor(studyThat(handling))(...asking)
			.when(recordReply({ a: { text: NAMED }, b: { text: "Fine." } }))
			.records(identified("a", SPANS, { handling }), wrote({ a: NAMED, b: "Fine." })),
	);

	it("masks the last text of an arm that named itself each time, and records the discarded texts", () =>
		specFor(studyThat("regenerate"))(...asking)
			.when(recordReply({ a: { text: "Fine." }, b: { text: NAMED, discarded: [SPANS, SPANS] } }))
			.records(
				identified("b", SPANS, { handling: "regenerate", discarded: 1 }),
				identified("b", SPANS, { handling: "regenerate", discarded: 2 }),
				identified("b", SPANS, { handling: "mask" }),
				wrote({ a: "Fine.", b: NAMED }),
			));

	it("records only discarded texts if the reply failed", () =>
		specFor(studyThat("regenerate"))(...asking)
			.when(recordReply({ a: { text: NAMED }, b: { complete: false, discarded: [SPANS], lastAttempt: 2 } }))
			.records(identified("b", SPANS, { handling: "regenerate", discarded: 1 }), failed({ a: NAMED }, 2)));
});

describe("a self-identification in a reply", () => {
	const identifiedIn = (handling: "record" | "mask" | "regenerate", over: Blinding = {}) => {
		const study = studyThat(handling, over);
		const tellers = [
			...asking,
			identified("a", SPANS, { handling: handling === "record" ? "record" : "mask" }),
			wrote({ a: NAMED, b: "Fine." }),
		];
		return { study, tellers, state: activeAfter(study, ...tellers) };
	};
	const repliesSeen = ({ study, state }: ReturnType<typeof identifiedIn>) =>
		view(study, state)
			.conversation?.messages.filter(({ role }) => role === "assistant")
			.map(({ text }) => text);

	it("is shown unchanged under record and masked otherwise, in the view and the stream", () => {
		expect(repliesSeen(identifiedIn("record"))).toEqual([NAMED, "Fine."]);
		for (const handling of ["mask", "regenerate"] as const) {
			const { study, state } = identifiedIn(handling);
			expect(repliesSeen(identifiedIn(handling))).toEqual([HIDDEN, "Fine."]);
			const step = state.conversations[0]?.turns[0]?.replySteps[0] ?? "";
			const reply = replyOf(study, state, step);
			if (!reply) throw new Error("no reply to follow");
			const stored = () => ({ texts: {}, writing: [], arrivals: [] });
			expect(progressOfReply(state, reply, stored).texts).toEqual({ a: HIDDEN, b: "Fine." });
		}
	});

	it("goes back to the model unchanged", () => {
		const { study, tellers } = identifiedIn("mask");
		const request = pendingReply(study, activeAfter(study, ...tellers, said("and?")));
		expect(request?.candidates[0]?.thread.map(({ text }) => text)).toEqual(["hello", NAMED, "and?"]);
	});

	const writesOf = ({ study, tellers }: ReturnType<typeof identifiedIn>): Write[] => {
		const { events } = told(study, ...tellers);
		let state = told(study).state;
		return events.flatMap((event, place) => {
			const before = state;
			state = evolve(study, before, event);
			return project(study, { seq: place + 1, event, before, after: state });
		});
	};

	it.each(["record", "mask"] as const)("is projected without the name under a double blind (%s)", (handling) => {
		const writes = writesOf(identifiedIn(handling));
		const [deviation, text] = writes.filter((write) => write.into === "sealing");
		expect(text).toMatchObject({
			upsert: { into: "candidates", row: { text: HIDDEN } },
			column: "sealedText",
			value: NAMED,
		});
		expect(deviation).toMatchObject({
			upsert: { into: "deviations", row: { slot: "a", turn: 1, kind: "self_identification", handling } },
			column: "sealed",
			value: JSON.stringify({ start: 7, end: 19, identifies: "name" }),
		});
		const open = writes.map((write) => (write.into === "sealing" ? write.upsert : write));
		expect(JSON.stringify(open)).not.toContain("ChatGPT");
		expect(JSON.stringify(open)).not.toContain("spanStart");
	});

	it("is hidden completely, and counted in no open row, if it was not shown", () => {
		const study = studyThat("regenerate");
		const again = identified("a", SPANS, { handling: "regenerate", discarded: 1 });
		const of = (...tellers: Parameters<typeof told>[1][]) =>
			writesOf({ study, tellers, state: activeAfter(study, ...tellers) });
		const [without, having] = [
			of(...asking, wrote({ a: "Fine.", b: "Fine." })),
			of(...asking, again, wrote({ a: "Fine.", b: "Fine." })),
		];
		const replies = (writes: readonly Write[]) =>
			writes.flatMap((write) => (write.into === "replies" ? [write.of.deviations] : []));
		expect(replies(having)).toMatchObject([
			[{ slot: "a", label: SUN, handling: "regenerate", sealed: expect.any(String) }],
		]);
		expect(replies(without)).toEqual([[]]);
		const counted = (writes: readonly Write[]) =>
			writes.flatMap((write) => (write.into === "sessions" ? [write.row.lastEvent] : []));
		expect(new Set(counted(having))).toEqual(new Set(counted(without)));
		const open = having.filter((write) => write.into !== "replies");
		expect(JSON.stringify(open)).not.toContain("regenerate");
	});

	it("is one deviation, however often the reply repeats the name", () => {
		const study = studyThat("mask");
		const text = `${NAMED} ChatGPT is free.`;
		const spans = [...SPANS, { start: 21, end: 28, kind: "mention" as const }];
		const tellers = [...asking, identified("a", spans, { handling: "mask" }), wrote({ a: text, b: "Fine." })];
		const writes = writesOf({ study, tellers, state: activeAfter(study, ...tellers) });
		const sealing = writes.flatMap((write) => (write.into === "sealing" ? [write.upsert] : []));
		expect(sealing.filter(({ into }) => into === "deviations")).toHaveLength(1);
		expect(sealing.find(({ into }) => into === "candidates")?.row).toMatchObject({
			text: `${HIDDEN} ${MASK} is free.`,
		});
	});

	it("is open to researchers of a single-blind study", () => {
		const writes = writesOf(identifiedIn("record", { level: "single" }));
		expect(writes.filter((write) => write.into === "sealing")).toEqual([]);
		expect(JSON.stringify(writes)).toContain(NAMED);
		const rows = writes.flatMap((write) => (write.into === "deviations" ? [write.row] : []));
		expect(rows).toMatchObject([{ spanStart: 7, spanEnd: 19, handling: "record" }]);
	});
});

describe("the request for a reply", () => {
	it("asks for the filter if the study wants one, and has further seeds for discarded texts", () => {
		expect(pendingReply(studyThat("record"), activeAfter(studyThat("record"), ...asking))).not.toHaveProperty(
			"screening",
		);
		const masking = pendingReply(studyThat("mask"), activeAfter(studyThat("mask"), ...asking));
		expect(masking?.screening?.handling).toBe("mask");
		expect(masking?.candidates[0]).not.toHaveProperty("laterSeeds");
		const again = pendingReply(studyThat("regenerate"), activeAfter(studyThat("regenerate"), ...asking));
		const seeds = again?.candidates.flatMap(({ seed, laterSeeds = [] }) => [seed, ...laterSeeds]) ?? [];
		expect(new Set(seeds).size).toBe(6);
	});
});
