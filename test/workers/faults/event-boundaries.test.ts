import { beforeAll, describe, expect, it } from "vitest";
import { LAYOUTS } from "../../support/faults/cell.ts";
import {
	alarmUntilServed,
	type Deaths,
	dropMemory,
	killAfterEvents,
	patientFetch,
	untilAnswered,
} from "../../support/faults/deaths.ts";
import { expectStoredOnce, idsOfReplies, Ledger } from "../../support/faults/session-walk.ts";
import { answer, enrol, type Fetch, openStudy, type Participant, see } from "../../support/http/participant.ts";
import { fetchWorker, KEY, logOf, rows } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";

beforeAll(async () => {
	for (const layout of LAYOUTS) await openStudy(fetchWorker, KEY, servedStudy(`events-${layout}`, layout));
});

/** Answers all steps, and reports each reply as seen. The view has to be the same after each answer when it is read from the log. */
async function takePart(fetch: Fetch, who: Participant, ledger: Ledger): Promise<void> {
	let { view } = who;
	while (view.step) {
		const given = ledger.next(view.step) as object;
		const seen = Object.fromEntries(idsOfReplies(view).map((id) => [id, 0]));
		view = await answer(fetch, who, view.step.id, { ...given, ...(view.step.kind !== "consent" && { seen }) });
		await dropMemory(who.session);
		expect(await see(fetch, who)).toEqual(view);
	}
	expect(view).toMatchObject({ status: "completed", exit: { reason: "completed" } });
}

async function expectDeathAfterEach(deaths: Deaths, session: string): Promise<void> {
	const types = (await logOf(session)).map(({ type }) => type);
	expect([...deaths.of(session).values()]).toEqual(types);
}

describe.each(LAYOUTS)("a session in the layout %s whose object dies after each of its events", (layout) => {
	it("goes on when the participant repeats what was not answered", async () => {
		const deaths = await killAfterEvents();
		const ledger = new Ledger();
		const who = await enrol(patientFetch, KEY, `events-${layout}`, "repeats");
		await takePart(patientFetch, who, ledger);
		await expectDeathAfterEach(deaths, who.session);
		await expectStoredOnce(who, ledger);
		expect(await rows("SELECT 1 FROM audit WHERE action = 'session.start' AND target = ?", who.session)).toHaveLength(
			1,
		);
	});

	it("goes on by its alarm, before the participant repeats anything", async () => {
		const deaths = await killAfterEvents();
		const ledger = new Ledger();
		const who = await enrol(patientFetch, KEY, `events-${layout}`, "waits");
		const alarmFirst: Fetch = (path, init) =>
			untilAnswered(
				() => fetchWorker(path, init),
				() => alarmUntilServed(who.session),
			);
		await takePart(alarmFirst, who, ledger);
		await expectDeathAfterEach(deaths, who.session);
		await expectStoredOnce(who, ledger);
	});
});
