import { expect } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import type { SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import { answer, enrol, openStudy, type Participant, plausible, see, walk } from "../http/participant.ts";
import { drain, fetchWorker, KEY } from "../http/worker.ts";
import { servedStudy } from "../protocols/served-study.ts";
import { LAYOUTS, type Layout } from "./cell.ts";
import { type ModelCell, type ModelFault, titleOf } from "./model-server-faults.ts";
import { expectMessagesOnce, expectRowsOfLog } from "./once.ts";

/** The model that fails. In a reply with two candidates, the other model works. */
type Failing = "one" | "two";
const FAILING = ["one", "two"] as const;

type Seen = {
	readonly step: StepView | null;
	readonly roles: readonly string[];
	readonly waitedMs: number;
};

export type MetModelFault = {
	readonly title: string;
	readonly failing: Failing;
	/** After the message whose reply failed. */
	readonly seen: Seen;
	/** After the retry. Null if there was no need of one. */
	readonly retried: Seen | null;
	readonly ended: string;
};

type Pace = "as-is" | { readonly firstFrameMs: number; readonly charactersPerSecond: number };

/** A study for each layout, and two in which one model's address refuses connections. These two have no pace, because they wait for two failures. */
export async function openStudies(slug: string, pace: Pace): Promise<void> {
	for (const layout of LAYOUTS) {
		const study = servedStudy(`${slug}-${layout}`, layout, ["matrix-one", "matrix-two"]);
		const paced: ProtocolInput = { ...study, blinding: { level: "double", pace } };
		await openStudy(fetchWorker, KEY, paced, "?acceptLateReplies=true");
		for (const failing of FAILING) await openStudy(fetchWorker, KEY, withoutServer(slug, layout, failing));
	}
}

const downSlug = (slug: string, layout: Layout, failing: Failing) => `${slug}-down-${failing}-${layout}`;

function withoutServer(slug: string, layout: Layout, failing: Failing): ProtocolInput {
	const study = servedStudy(downSlug(slug, layout, failing), layout, ["matrix-one", "matrix-two"]);
	const down = failing === "one" ? "model-0" : "model-1";
	const models = Object.entries(study.models).map(([name, model]) => [
		name,
		name === down ? { ...model, endpoint: "DOWN" } : model,
	]);
	return { ...study, models: Object.fromEntries(models) };
}

/** All sessions start first, because a failing endpoint stops new ones. */
export async function meetModelFaults(slug: string, cells: readonly ModelCell[]): Promise<MetModelFault[]> {
	const meetings = cells.flatMap((cell) => FAILING.map((failing) => ({ cell, failing })));
	const people = await Promise.all(
		meetings.map(({ cell: { fault, layout }, failing }, place) =>
			enrol(
				fetchWorker,
				KEY,
				fault.odd === null ? downSlug(slug, layout, failing) : `${slug}-${layout}`,
				`person ${place}`,
			),
		),
	);
	return Promise.all(meetings.map(({ cell, failing }, place) => meet(people[place] as Participant, cell, failing)));
}

/** In the layout `single`, the model of the first conversation fails, whichever it is. */
function messageFor({ odd }: ModelFault, layout: Layout, failing: Failing, title: string): string {
	const words = `How are you? (${title}, ${failing})`;
	if (odd === null) return words;
	return layout === "single" ? `[[first-round:${odd}]] ${words}` : `[[first-round-of:${failing}--${odd}]] ${words}`;
}

async function meet(who: Participant, cell: ModelCell, failing: Failing): Promise<MetModelFault> {
	const title = titleOf(cell);
	const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
	const said: string[] = [messageFor(cell.fault, cell.layout, failing, title)];
	let seen = await answered(who, step?.id ?? "", { text: said[0] });
	// Under `single`, chance decides whose conversation comes first.
	if (cell.fault.odd === null && cell.layout === "single" && seen.step?.kind !== "retry") {
		const second = await walkOn(
			who,
			said,
			({ step: at, conversation }) => at?.kind === "message" && conversation?.index === 2,
		);
		said.push(messageFor(cell.fault, cell.layout, failing, title));
		seen = await answered(who, second.step?.id ?? "", { text: said.at(-1) });
	}
	const retried = seen.step?.kind === "retry" ? await answered(who, seen.step.id, { retry: true }) : null;
	await leaveFailing(who);
	const { status } = await walkOn(who, said, () => false);
	await drain(who.session);
	await expectMessagesOnce(who.session, said);
	await expectRowsOfLog(who.session);
	return { title, failing, seen, retried, ended: status };
}

/** Answers plausibly, and records what the participant sends. */
const walkOn = (who: Participant, said: string[], until: (view: SessionView) => boolean): Promise<SessionView> =>
	walk(fetchWorker, who, until, (asked) => {
		const given = plausible(asked);
		if (asked.kind === "message" && !asked.canEnd) said.push((given as { text: string }).text);
		return given;
	});

async function answered(who: Participant, step: string, given: unknown): Promise<Seen> {
	const startedAtMs = performance.now();
	const view = await answer(fetchWorker, who, step, given);
	const waitedMs = performance.now() - startedAtMs;
	return { step: view.step, roles: (view.conversation?.messages ?? []).map(({ role }) => role), waitedMs };
}

/** Ends conversations whose assistant keeps failing. */
async function leaveFailing(who: Participant): Promise<void> {
	for (let times = 0; times < 10; times += 1) {
		const { step } = await see(fetchWorker, who);
		if (step?.kind !== "retry") return;
		await answer(fetchWorker, who, step.id, step.canEnd ? { end: true } : { retry: true });
	}
	expect.fail("the assistant cannot be left");
}
