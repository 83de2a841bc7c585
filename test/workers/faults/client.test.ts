import { beforeAll, describe, expect, it } from "vitest";
import type { SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import { LAYOUTS } from "../../support/faults/cell.ts";
import { expectStoredOnce, idsOfReplies, Ledger } from "../../support/faults/session-walk.ts";
import { problemIn, readJson } from "../../support/http/http.ts";
import { answer, enrol, openStudy, plausible, post, see, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY, logOf, rows } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";

beforeAll(async () => {
	for (const layout of LAYOUTS) await openStudy(fetchWorker, KEY, servedStudy(`client-${layout}`, layout));
});

/** Another answer to the same step. */
function other(step: StepView): unknown {
	const given = plausible(step) as Record<string, unknown>;
	if (step.kind === "consent") return { accept: false };
	if (step.kind === "form") return { answers: { ...(given.answers as object), age: 99, overall: 1, words: "No." } };
	if (step.kind === "choice") return { ...given, chosen: step.candidates.at(-1)?.id };
	return { text: "Something else entirely." };
}

describe.each(LAYOUTS)("the client of a participant in the layout %s", (layout) => {
	it("gets the same step for a doubled request, and each answer counts once", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, `client-${layout}`, "doubled");
		let view = who.view;
		while (view.step) {
			const { id } = view.step;
			const given = ledger.next(view.step);
			const both = await Promise.all([0, 1].map(() => answer(fetchWorker, who, id, given)));
			expect(both[0]).toEqual(both[1]);
			view = both[0] as SessionView;
		}
		expect(view.status).toBe("completed");
		await expectStoredOnce(who, ledger);
	});

	it("gets the current step for an old answer that is sent again, at every later step", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, `client-${layout}`, "replays");
		const sent: { readonly step: StepView; readonly given: unknown }[] = [];
		let view = who.view;
		while (view.step) {
			const { step } = view;
			const given = ledger.next(step);
			sent.push({ step, given });
			view = await answer(fetchWorker, who, step.id, given);
			for (const old of sent) {
				expect(await answer(fetchWorker, who, old.step.id, old.given)).toEqual(view);
				const changed = await post(fetchWorker, who, old.step.id, other(old.step));
				expect(changed.status).toBe(409);
				expect(await readJson(changed)).toMatchObject({ step: view.step?.id ?? null });
			}
		}
		expect(view.status).toBe("completed");
		await expectStoredOnce(who, ledger);
	});

	it("finishes with a clock that is decades wrong", async () => {
		const ledger = new Ledger();
		const who = await enrol(fetchWorker, KEY, `client-${layout}`, "clock");
		let view = who.view;
		while (view.step) {
			const seen = Object.fromEntries(idsOfReplies(view).map((id) => [id, DECADES_MS]));
			const given = { ...(ledger.next(view.step) as object), ...timesFor(view.step, seen) };
			view = await answer(fetchWorker, who, view.step.id, given);
		}
		expect(view.status).toBe("completed");
		await expectStoredOnce(who, ledger);
		await expectTimesOfServer(who.session);
	});
});

const DECADES_MS = 60 * 365 * 24 * 3_600_000;

/** What a client reports by its own clock. */
function timesFor({ kind }: StepView, seen: Record<string, number>): object {
	if (kind === "form") return { elapsedMs: DECADES_MS, seen };
	return kind === "message" || kind === "choice" ? { seen } : {};
}

/** No time in D1 is from the client's clock: all are of this minute. */
async function expectTimesOfServer(session: string): Promise<void> {
	const queries = [
		"SELECT started_at AS at FROM sessions WHERE id = ?1",
		"SELECT sent_at AS at FROM turns WHERE session_id = ?1",
		"SELECT seen_at AS at FROM candidates WHERE session_id = ?1 AND seen_at IS NOT NULL",
		"SELECT exited_at AS at FROM exits WHERE session_id = ?1",
	];
	for (const query of queries) {
		const times = (await rows<{ at: string }>(query, session)).map(({ at }) => Date.parse(at));
		expect(times.length).toBeGreaterThan(0);
		for (const ms of times) expect(Math.abs(ms - Date.now())).toBeLessThan(3_600_000);
	}
}

describe("a client whose clock runs backwards", () => {
	it("learns which time is impossible, and can send the answer without it", async () => {
		const who = await enrol(fetchWorker, KEY, "client-single", "backwards");
		const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "form");
		const given = plausible(step as StepView) as object;
		const refused = await post(fetchWorker, who, step?.id ?? "", { ...given, elapsedMs: -1 });
		expect(refused.status).toBe(400);
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/elapsedMs"] });
		expect((await see(fetchWorker, who)).step).toEqual(step);
		const next = await answer(fetchWorker, who, step?.id ?? "", given);
		expect(next.step?.kind).toBe("message");
		expect((await logOf(who.session)).filter(({ type }) => type === "FormAnswered")).toHaveLength(1);
	});
});
