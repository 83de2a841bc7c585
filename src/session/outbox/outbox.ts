import { blockSize } from "../../blinding/seals/sealed-size.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { ledgerOf } from "../../models/usage/usage-ledger-client.ts";
import { twinsOf } from "../../personalisation/profiles/twins.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import type { Clock } from "../../shared/clock.ts";
import { kindOf, log } from "../../shared/log.ts";
import { recordDifferences } from "../../studies/allocator/record-differences.ts";
import { isReported } from "../../watch/verdicts.ts";
import { watchOf } from "../../watch/watch-client.ts";
import { webhooksOf } from "../../webhooks/webhook-client.ts";
import { deliverRows } from "../delivery/deliver-rows.ts";
import { reportingOf, reportOf, type SetAside } from "../delivery/set-aside-rows.ts";
import { forgetSetAside, type RowWriting, writeRows } from "../delivery/write-rows.ts";
import type { EventOf } from "../domain/events.ts";
import { initialState, type Study } from "../domain/state.ts";
import type { Deadlines } from "../object/deadlines.ts";
import type { EventLog, Meta } from "../object/storage.ts";
import { type Logged, project } from "../projection/project.ts";
import { webhookEvents } from "../projection/webhook-events.ts";
import type { TurnTraces } from "../trace/turn-traces.ts";
import { type Batch, nextBatch, type Position } from "./next-batch.ts";
import { PendingEvents } from "./pending-events.ts";
import { Refusals } from "./refusals.ts";
import { reportToAllocator } from "./report-to-allocator.ts";
import { reportBudget, reportLateReplies, reportUsage } from "./report-to-ledger.ts";

type OutboxDeps = {
	readonly study: Study;
	readonly env: Env;
	readonly log: EventLog;
	readonly meta: Meta;
	readonly deadlines: Deadlines;
	/** Absent where no turn is traced. */
	readonly traces?: Pick<TurnTraces, "delivered">;
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
	readonly #pending: PendingEvents;
	readonly #refusals: Refusals;
	#delivering: Promise<void> | null = null;
	#isAsked = false;

	constructor(deps: OutboxDeps) {
		this.#deps = deps;
		this.#pending = new PendingEvents(deps.study, (after) => deps.log.read(after));
		this.#refusals = new Refusals(deps.meta, deps.clock);
	}

	/** Starts a delivery if rows are due and the last one did not fail. The caller does not wait. The alarm delivers what is left. */
	begin(): void {
		if (this.#delivering) this.#isAsked = true;
		else if (this.#isBehind() && !this.#deps.deadlines.has("outbox")) this.flush().catch(() => {});
	}

	/** Makes one delivery at a time. Events that are appended meanwhile are delivered next. */
	flush(): Promise<void> {
		this.#isAsked = true;
		this.#delivering ??= this.#deliverAll().finally(() => {
			this.#delivering = null;
		});
		return this.#delivering;
	}

	async #deliverAll(): Promise<void> {
		while (this.#isAsked) {
			this.#isAsked = false;
			await this.#deliverNext();
		}
		await this.#deps.deadlines.arm(this.#deps.clock());
	}

	#isBehind(): boolean {
		return this.#position().seq < this.#deps.log.last();
	}

	async #deliverNext(): Promise<void> {
		const { meta, deadlines, clock, env } = this.#deps;
		const batch = this.#nextBatch();
		if (batch.logged.length === 0) return;
		const rewinds = meta.get("rewinds");
		try {
			await this.#deliver(batch);
			// A rebuild that was requested meanwhile starts at the first event, so this position no longer counts.
			if (meta.get("rewinds") === rewinds) this.#advance(batch);
			if (!batch.isLast) deadlines.set("outbox", clock());
		} catch (error) {
			this.#isAsked = false;
			const { failures, seconds } = this.#refusals.add();
			deadlines.set("outbox", clock() + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
			log("outbox_behind", { failures, seconds, error: kindOf(error) });
			if (isReported(failures))
				void watchOf(env.WATCH)
					.reportRefusedRows(seconds)
					.catch(() => {});
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

	#advance({ position, isLast }: Batch): void {
		const { meta } = this.#deps;
		meta.set("projected", String(position.seq));
		if (meta.get("ahead") !== null) meta.remove("ahead");
		if (position.rows > 0) meta.set("partly", String(position.rows));
		else if (meta.get("partly") !== null) meta.remove("partly");
		if (isLast) this.#caughtUp();
	}

	#caughtUp(): void {
		const lag = this.#refusals.end();
		if (lag === null) return;
		this.#deps.deadlines.clear("outbox");
		// Rows that were set aside still wait, and have a line of their own.
		if (this.#deps.meta.get("aside") === null) log("outbox_caught_up", lag);
	}

	#nextBatch(): Batch {
		const { study } = this.#deps;
		const position = this.#position();
		return nextBatch(this.#pending.after(position.seq), position, (logged) => project(study, logged));
	}

	#position(): Position {
		const { meta } = this.#deps;
		return { seq: Number(meta.get("projected") ?? 0), rows: Number(meta.get("partly") ?? 0) };
	}

	/**
	 * Reports to the allocator come first. If the quota waited for D1, participants would be turned away. Rows do not wait for an
	 * allocator that fails, because it may be lost: D1 gets the rows once, and only the report is repeated. An erasure waits,
	 * because the allocator must first know which inputs are erased.
	 */
	async #deliver(batch: Batch): Promise<void> {
		const { meta } = this.#deps;
		const isErasure = batch.logged.some(({ event }) => event.type === "SessionErased");
		const studyId = reportingOf(batch.logged.at(-1)?.after ?? initialState)?.studyId ?? "";
		const ahead = `${meta.get("rewinds") ?? 0}/${batch.position.seq}/${batch.position.rows}`;
		const failed = await this.#report(batch).then(
			() => null,
			(error: unknown) => ({ error }),
		);
		if (failed && isErasure) throw failed.error;
		if (meta.get("ahead") !== ahead) await this.#deliverRows(batch, studyId);
		if (failed) {
			meta.set("ahead", ahead);
			throw failed.error;
		}
		for (const { event } of batch.logged) if (event.type === "SessionErased") await this.#eraseTwins(event);
		await this.#announce(batch, studyId);
	}

	async #report({ logged }: Batch): Promise<void> {
		const allocator = (id: string) => allocatorOf(this.#deps.env.ALLOCATORS, id);
		for (const each of logged) await reportToAllocator(allocator, each);
		const ledger = (id: string) => ledgerOf(this.#deps.env.USAGE, id);
		for (const each of logged) await reportUsage(ledger, this.#deps.study, each);
		for (const each of logged) await reportLateReplies(ledger, this.#deps.study, each);
		for (const each of logged) await reportBudget(ledger, this.#deps, each);
	}

	async #deliverRows(batch: Batch, studyId: string): Promise<void> {
		const { logged, writes, refused } = batch;
		const writing = this.#writing(studyId);
		await this.#forgetAside(writing, logged);
		// Without rows there is no query to D1 either. It would show a failed or repeated round.
		const { clock, traces } = this.#deps;
		const failures = this.#refusals.count();
		const fromMs = clock();
		const aside = writes.length === 0 ? [] : await deliverRows(writing, writes, failures);
		traces?.delivered(completeOf(batch), { fromMs, toMs: clock() });
		if (aside.length + refused.length > 0) await this.#reportAside(writing, batch, aside);
	}

	/** Simulated participants who stand for this person were made from their data. */
	async #eraseTwins(event: EventOf<"SessionErased">): Promise<void> {
		if (event.pool === "simulated") return;
		const { profileId = null, knownAs = [] } = event.personalisation ?? {};
		const ids = new Set([event.participantId, ...knownAs, ...(profileId === null ? [] : [profileId])]);
		await twinsOf(this.#deps.env.SIMULATIONS, event.studyId).eraseTwins([...ids]);
	}

	/** After the rows, so that a receiver finds in D1 what it is told about. Only events whose rows are all written. */
	async #announce(batch: Batch, studyId: string): Promise<void> {
		const { env, meta } = this.#deps;
		const events = completeOf(batch).flatMap((each) => webhookEvents(each, meta.get("token") ?? ""));
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
	async #reportAside(writing: RowWriting, { logged, refused }: Batch, aside: readonly SetAside[]): Promise<void> {
		const { meta, deadlines, clock } = this.#deps;
		const course = reportingOf(logged.at(-1)?.after ?? initialState);
		if (course) await writeRows(writing, reportOf(course, aside, clock()));
		meta.set("aside", "1");
		const isAnyRefused = refused.length > 0 || aside.some(({ reason }) => reason === "refused");
		if (isAnyRefused) deadlines.set("again", clock() + RETRY_SET_ASIDE_MS);
		log("rows_set_aside", { tables: aside.map(({ write }) => write.into), events: refused.length });
	}

	async #forgetAside(writing: RowWriting, [first]: readonly Logged[]): Promise<void> {
		if (first?.seq !== 1 || this.#deps.meta.get("aside") === null) return;
		const course = reportingOf(first.after);
		if (course) await forgetSetAside(writing, course.sessionId);
		this.#deps.meta.remove("aside");
	}
}

/** Events whose rows are all in this batch or an earlier one. */
const completeOf = ({ logged, position }: Batch): readonly Logged[] => logged.filter(({ seq }) => seq <= position.seq);
