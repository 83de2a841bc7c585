import { beforeAll, describe, expect, it } from "vitest";
import { enrol, openStudy, type Participant, post, see, walk } from "../../support/participant.ts";
import { servedStudy } from "../../support/served-study.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/worker.ts";

const slug = "failing";
beforeAll(() => openStudy(fetchWorker, KEY, servedStudy(slug, "single")));

const atMessage = async (id: string): Promise<{ who: Participant; step: string }> => {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	return { who, step: view.step?.id ?? "" };
};

const say = async ({ who, step }: { who: Participant; step: string }, text: string) => {
	const response = await post(fetchWorker, who, step, { text });
	expect(response.status).toBe(200);
	return see(fetchWorker, who);
};

describe("when the model fails", () => {
	it.each(["refused", "cut", "error", "malformed"])(
		"ends in retry after %s, with the message kept",
		async (behaviour) => {
			const at = await atMessage(behaviour);
			const view = await say(at, `[[${behaviour}]] how are you?`);
			expect(view.step?.kind).toBe("retry");
			expect(view.conversation?.messages.map(({ role }) => role)).toEqual(["participant"]);
		},
	);

	it("asks the same arm again when the participant does, and goes on", async () => {
		const at = await atMessage("again");
		const failed = await say(at, "[[fails-once]] [[cut-early-once]] hello");
		const retried =
			failed.step?.kind === "retry" ? await post(fetchWorker, at.who, failed.step.id, { retry: true }) : null;
		const view = retried ? await see(fetchWorker, at.who) : failed;
		expect(view.step?.kind).toBe("message");
		await drain(at.who.session);
		const labels = await rows("SELECT DISTINCT label FROM candidates WHERE session_id = ?", at.who.session);
		expect(labels.length).toBe(1);
	});

	it.each(["rate-limited", "server-error-once", "empty-once"])(
		"tries %s again by itself before anything was shown",
		async (behaviour) => {
			const view = await say(await atMessage(`${behaviour}-self`), `[[${behaviour}]] for ${behaviour}`);
			expect(view.step?.kind).toBe("message");
			expect(view.conversation?.messages.map(({ role }) => role)).toEqual(["participant", "assistant"]);
		},
	);
});
