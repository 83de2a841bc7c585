import { describe, expect, it } from "vitest";
import {
	askedAgain,
	callOf,
	consented,
	failed,
	filled,
	randomised,
	said,
	started,
	withdrawn,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import {
	activeAfter,
	answer,
	answerTo,
	recordReply,
	specFor,
	stepOf,
} from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, PLANS, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { pendingReply } from "../../reply/reply-request.ts";

const study = studyWith();
const given = specFor(study);
const asking = [started, consented, filled(ABOUT), randomised(PLANS.panes), said("hello")];
const REPLY = 4;

describe("when a reply with two panes is being written", () => {
	const writing = given(...asking);

	it("records it with all calls when every candidate is complete", () =>
		writing
			.when(recordReply({ a: { text: "A", calls: [callOf("a", 1)] }, b: { text: "B", calls: [callOf("b", 1)] } }))
			.records(wrote({ a: "A", b: "B" }, [callOf("a", 1), callOf("b", 1)])));
	it("fails if one candidate failed, keeps the complete one, drops the partial text, and counts the attempts", () =>
		writing
			.when(
				recordReply({
					a: { text: "A", lastAttempt: 1, calls: [callOf("a", 1)] },
					b: { text: "brok", complete: false, lastAttempt: 3, calls: [callOf("b", 1), callOf("b", 3)] },
				}),
			)
			.records(failed({ a: "A" }, 3, [callOf("a", 1), callOf("b", 1), callOf("b", 3)])));
	it("keeps nothing if all candidates failed", () =>
		writing
			.when(recordReply({ a: { complete: false, lastAttempt: 2 }, b: { complete: false, lastAttempt: 3 } }))
			.records(failed({}, 3)));
});

describe("after a reply failed", () => {
	const broken = [...asking, failed({ a: "A" }, 3)];
	const asked = given(...broken);

	it("starts another round when the participant retries", () =>
		asked.when(answer({ retry: true })).records(askedAgain));
	it.each([
		["another answer", { text: "hello again" }, ["/retry", "/text"]],
		["an invalid retry", { retry: false }, ["/retry"]],
	])("refuses %s", (_, value, pointers) => asked.when(answer(value)).refusesAt(...pointers));
	it("makes no events when the reply comes late", () => asked.when(recordReply({ a: {}, b: {} }, REPLY)).isSilent());
	it("makes no events when the message comes again", () =>
		asked.when(answerTo(REPLY - 1, { text: "hello" })).isSilent());
	it("expects no reply", () => expect(pendingReply(study, activeAfter(study, ...broken))).toBeNull());
});

describe("when a failed reply is retried", () => {
	const again = [...asking, failed({ a: "A" }, 3), askedAgain];
	const writing = given(...again);

	it("makes no events when the retry is repeated", () => writing.when(answerTo(REPLY + 1, { retry: true })).isSilent());
	it("makes no events when the first round ends late", () =>
		writing.when(recordReply({ a: {}, b: {} }, REPLY)).isSilent());
	it("takes no answer meanwhile", () =>
		writing.when(answer({ retry: true })).refuses({ kind: "busy", current: stepOf(REPLY + 2) }));
	it("records the kept text with the new one", () =>
		writing
			.when(
				recordReply({ a: { text: "A", lastAttempt: 3 }, b: { text: "B", lastAttempt: 4, calls: [callOf("b", 4)] } }),
			)
			.records(wrote({ a: "A", b: "B" }, [callOf("b", 4)])));
	it("fails again, keeps the complete texts, and continues counting attempts", () =>
		writing
			.when(recordReply({ a: { text: "A", lastAttempt: 3 }, b: { complete: false, lastAttempt: 6 } }))
			.records(failed({ a: "A" }, 6)));

	it("requests only failed candidates, under another id, and continues counting attempts", () => {
		const first = pendingReply(study, activeAfter(study, ...asking));
		const second = pendingReply(study, activeAfter(study, ...again));
		expect(second?.replyId).not.toBe(first?.replyId);
		expect([first?.firstAttempt, second?.firstAttempt]).toEqual([1, 4]);
		expect(second?.candidates.map(({ slot, kept }) => [slot, kept])).toEqual([
			["a", "A"],
			["b", null],
		]);
	});
});

describe("when the session ended during a reply", () => {
	it("makes no events when the reply comes", () =>
		given(...asking, withdrawn)
			.when(recordReply({ a: {}, b: {} }, REPLY))
			.isSilent());
});
