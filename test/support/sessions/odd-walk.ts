import type { StepView } from "../../../src/session/view/view-schema.ts";
import { answer, enrol, type Fetch, type Participant, see, walk } from "../http/participant.ts";
import { ODD_REPLIES, type OddReply } from "../models/odd-replies.ts";

/** The experience of a participant whose first message got an unusual response. */
export type Met = {
	readonly name: string;
	readonly odd: OddReply;
	readonly step: StepView | null;
	/** The replies in the view, after the first message. */
	readonly replies: readonly string[];
	readonly waitedMs: number;
	/** The exit by which the session ended. */
	readonly ended: string;
};

/**
 * Participants who go through the study at the same time, each with one unusual response to the first message. After a failure
 * they retry once, then end the conversation. All continue to the end.
 */
export async function meetAll(fetch: Fetch, key: string, study: string, names: readonly string[]): Promise<Met[]> {
	// All sessions start first, because a failing endpoint stops new ones.
	const people = await Promise.all(names.map((_, place) => enrol(fetch, key, study, `person ${place}`)));
	return Promise.all(names.map((name, place) => meet(fetch, people[place] as Participant, name)));
}

async function meet(fetch: Fetch, who: Participant, name: string): Promise<Met> {
	const odd = ODD_REPLIES[name];
	if (!odd) throw new Error(`no odd reply is called ${name}`);
	const { step: first } = await walk(fetch, who, ({ step }) => step?.kind === "message");
	const startedAtMs = Date.now();
	const view = await answer(fetch, who, first?.id ?? "", { text: `[[odd:${name}]] How are you?` });
	const waitedMs = Date.now() - startedAtMs;
	const replies = (view.conversation?.messages ?? []).flatMap(({ role, text }) => (role === "assistant" ? [text] : []));
	await leaveFailing(fetch, who);
	const { status } = await walk(fetch, who);
	return { name, odd, step: view.step, replies, waitedMs, ended: status };
}

async function leaveFailing(fetch: Fetch, who: Participant): Promise<void> {
	for (;;) {
		const { step } = await see(fetch, who);
		if (step?.kind !== "retry") return;
		await answer(fetch, who, step.id, step.canEnd ? { end: true } : { retry: true });
	}
}
