import { blockSize } from "../../blinding/seals/block-size.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { ledgerOf } from "../../models/usage/client.ts";
import { inputsOfErased } from "../../personalisation/arms/arm-inputs.ts";
import { type Allocator, allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import type { Clock } from "../../shared/clock.ts";
import { recordDifferences } from "../../studies/allocator/record-differences.ts";
import { webhooksOf } from "../../webhooks/client.ts";
import { deliverRows } from "../delivery/deliver-rows.ts";
import { reportingOf, reportOf, type SetAside } from "../delivery/set-aside-rows.ts";
import { forgetSetAside, type RowWriting, writeRows } from "../delivery/write-rows.ts";
import type { SessionEvent } from "../domain/events.ts";
import { initialState, type SessionState, type Study } from "../domain/state.ts";
import type { Deadlines } from "../object/deadlines.ts";
import type { EventLog, Meta } from "../object/storage.ts";
import { type Logged, project } from "../projection/project.ts";
import { webhookEvents } from "../projection/webhook-events.ts";
import { LogReplay } from "./log-replay.ts";
import { type Batch, nextBatch } from "./next-batch.ts";
import { reportBudget, reportPace, reportUsage } from "./report-to-ledger.ts";

type OutboxDeps = {
	readonly study: Study;
	readonly env: Env;
	readonly log: EventLog;
	readonly meta: Meta;
	readonly deadlines: Deadlines;
	readonly clock: Clock;
};

const FIRST_RETRY_MS = 1_000;
/** Below the lease of a deadline, because the earlier of two deadlines wins. */
const LAST_RETRY_MS = 45_000;
/** When rows that D1 refused are tried again, with all others. Rows that are too large stay set aside. */
const RETRY_SET_ASIDE_MS = 6 * 60 * 60 * 1000;

/**
 * Delivers the log to D1, the allocator, the usage ledger and the webhooks, in order and at least once. The alarm repeats what failed
 * until it succeeds, and the participant notices nothing. A row that D1 does not take is set aside and reported, so that
 * it does not hold up the later ones.
 */
export class Outbox {
	readonly #deps: OutboxDeps;
	readonly #replay: LogReplay;

	constructor(deps: OutboxDeps) {
		this.#deps = deps;
		this.#replay = new LogReplay(deps.study, (after) => deps.log.read(after));
	}

	async flush(): Promise<void> {
		const { meta, deadlines, clock } = this.#deps;
		const batch = this.#nextBatch();
		if (batch.logged.length === 0) return;
		const rewinds = meta.get("rewinds");
		try {
			await this.#deliver(batch);
			if (meta.get("failures") !== null) meta.set("failures", "0");
			// A rebuild that was requested meanwhile starts at the first event, so this position no longer counts.
			if (meta.get("rewinds") === rewinds) this.#advance(batch);
			if (!batch.isLast) deadlines.set("outbox", clock());
		} catch (error) {
			const failures = Number(meta.get("failures") ?? 0) + 1;
			meta.set("failures", String(failures));
			deadlines.set("outbox", clock() + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
			// biome-ignore lint/suspicious/noConsole: the operator has to see that D1 is behind. An error's name identifies nobody.
			console.error({
				message: "the outbox will try again",
				failures,
				error: error instanceof Error ? error.name : "unknown",
			});
		}
	}

	/** Delivers everything again, from the first event. */
	rewind(): void {
		const { meta, deadlines, clock } = this.#deps;
		meta.set("rewinds", String(Number(meta.get("rewinds") ?? 0) + 1));
		meta.set("projected", "0");
		meta.remove("partly");
		deadlines.set("outbox", clock());
	}

	#advance({ position }: Batch): void {
		const { meta } = this.#deps;
		meta.set("projected", String(position.seq));
		if (position.rows > 0) meta.set("partly", String(position.rows));
		else if (meta.get("partly") !== null) meta.remove("partly");
	}

	#nextBatch(): Batch {
		const { study, meta } = this.#deps;
		const position = { seq: Number(meta.get("projected") ?? 0), rows: Number(meta.get("partly") ?? 0) };
		return nextBatch(this.#replay.after(position.seq), position, (logged) => project(study, logged));
	}

	async #deliver(batch: Batch): Promise<void> {
		const { logged, writes, refused } = batch;
		// Places come first. If the quota waited for D1, participants would be turned away.
		for (const { event, before } of logged) await this.#updateAllocator(event, before);
		const ledger = (id: string) => ledgerOf(this.#deps.env.USAGE, id);
		for (const each of logged) await reportUsage(ledger, this.#deps.study, each);
		for (const each of logged) await reportPace(ledger, this.#deps.study, each);
		for (const each of logged) await reportBudget(ledger, this.#deps, each);
		const writing = this.#writing(reportingOf(logged.at(-1)?.after ?? initialState)?.studyId ?? "");
		await this.#forgetAside(writing, logged);
		// Without rows there is no query to D1 either. It would show a failed or repeated round.
		const failures = Number(this.#deps.meta.get("failures") ?? 0);
		const aside = writes.length === 0 ? [] : await deliverRows(writing, writes, failures);
		if (aside.length + refused.length > 0) await this.#report(writing, batch, aside);
		await this.#announce(batch, writing.studyId);
	}

	/** After the rows, so that a receiver finds in D1 what it is told about. Only events whose rows are all written. */
	async #announce({ logged, position }: Batch, studyId: string): Promise<void> {
		const { env, meta } = this.#deps;
		const complete = logged.filter(({ seq }) => seq <= position.seq);
		const events = complete.flatMap((each) => webhookEvents(each, meta.get("token") ?? ""));
		if (events.length > 0) await webhooksOf(env.WEBHOOKS, studyId).publish(events);
	}

	#writing(studyId: string): RowWriting {
		const { study, env, meta } = this.#deps;
		return {
			d1: env.DB,
			blinded: study.protocol.blinding.level === "double",
			studyId,
			isUnblinded: (since) => this.#isUnblinded(studyId, since),
			secret: meta.get("token") ?? "",
			cipher: sealCipherOf(env),
			block: blockSize(study.protocol),
			erasedRows: JSON.parse(meta.get("erasedCalls") ?? "[]") as string[],
		};
	}

	/** D1 says that the study is unblinded. If the allocator does not confirm it, D1 is wrong, and the difference is recorded. */
	async #isUnblinded(studyId: string, since: string): Promise<boolean> {
		const { env, clock } = this.#deps;
		const standing = await allocatorOf(env.ALLOCATORS, studyId).standing();
		if (standing?.revealedAt) return true;
		const difference = { field: "unblindedAt", database: since, allocator: null } as const;
		await recordDifferences(database(env.DB), studyId, [difference], clock());
		return false;
	}

	/** Researchers see this in `v_deviations` and in the study's warnings, the operator in the Worker's log. */
	async #report(writing: RowWriting, { logged, refused }: Batch, aside: readonly SetAside[]): Promise<void> {
		const { meta, deadlines, clock } = this.#deps;
		const course = reportingOf(logged.at(-1)?.after ?? initialState);
		if (course) await writeRows(writing, reportOf(course, aside, clock()));
		meta.set("aside", "1");
		const isAnyRefused = refused.length > 0 || aside.some(({ reason }) => reason === "refused");
		if (isAnyRefused) deadlines.set("again", clock() + RETRY_SET_ASIDE_MS);
		const tables = aside.map(({ write }) => write.into);
		// biome-ignore lint/suspicious/noConsole: the operator has to see it. Names of tables identify nobody.
		console.error({ message: "rows were set aside", tables, events: refused.length });
	}

	async #forgetAside(writing: RowWriting, [first]: readonly Logged[]): Promise<void> {
		if (first?.seq !== 1 || this.#deps.meta.get("aside") === null) return;
		const course = reportingOf(first.after);
		if (course) await forgetSetAside(writing, course.sessionId);
		this.#deps.meta.remove("aside");
	}

	/** The allocator counts every start and every end, because balance and quota count those who finish. */
	async #updateAllocator(event: SessionEvent, before: SessionState): Promise<void> {
		if (event.type === "SessionErased") await this.#allocator(event.studyId).fixInputs(inputsOfErased(event), null);
		if (event.type === "ReservationLapsed") {
			const facts = "facts" in before ? before.facts : null;
			if (facts) await this.#allocator(facts.studyId).lapse({ session: facts.sessionId, nth: event.nth });
		}
		const method = ALLOCATOR_CALLS[event.type];
		if (!method) return;
		const facts = "sessionId" in event ? event : "facts" in before ? before.facts : null;
		if (facts) await this.#allocator(facts.studyId)[method](facts.sessionId);
	}

	#allocator(studyId: string): Allocator {
		return allocatorOf(this.#deps.env.ALLOCATORS, studyId);
	}
}

const ALLOCATOR_CALLS: Partial<Record<SessionEvent["type"], "enter" | "confirm" | "release">> = {
	SessionStarted: "enter",
	SessionCompleted: "confirm",
	SessionExpired: "release",
	SessionWithdrawn: "release",
	SessionEndedByResearcher: "release",
	SessionErased: "release",
	ChecksFailed: "release",
	// The allocator's answer may have been lost.
	AllocationGivenUp: "release",
};
