import { DurableObject } from "cloudflare:workers";
import { type Cipher, sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { timestamp } from "../../shared/clock.ts";
import { afterRelease, allot, nextStatus, type StratumState, stratumKey, stratumOf } from "../draw/allocation.ts";
import { type Renewal, renew } from "../draw/renew-reservation.ts";
import { prepareSchemes, type Schemes } from "../draw/scheme.ts";
import { type Balance, balanceOf, tallyOf } from "../monitor/balance.ts";
import { reportRatioFailure } from "../monitor/ratio-report.ts";
import { ratioWarning } from "../monitor/ratio-warning.ts";
import { drawPlan } from "../plan/draw-plan.ts";
import type { Plan } from "../plan/plan.ts";
import type {
	Allocation,
	AllocationRequest,
	AllocatorOpening,
	ArmInput,
	Commitment,
	LogPage,
	OpenedAllocator,
	Pool,
	Reservation,
	Revelation,
	Standing,
} from "./allocator-client.ts";
import { commitmentTo, nextLine } from "./log-chain.ts";
import { type LogEntry, planHash, type RecordedChange, type RecordedUnblinding } from "./log-entry.ts";
import { openingRecord } from "./opening-record.ts";
import * as storage from "./storage.ts";

const LINES_A_PAGE = 1000;
/** Each is a call of its object when D1 is written again, and a request makes 1,000 at the most. */
const SESSIONS_A_PAGE = 100;
/** After a warning that D1 did not take. */
const TELL_AGAIN_MS = 60_000;

type OpenAllocation = storage.StoredOpening & { readonly schemes: Schemes; readonly commitment: string };

/**
 * One a study, named by the study's id: the only one who draws. It holds the rules of nothing (`allocation.ts` has them).
 * Every method is synchronous from reading to writing, so that no other call comes in between, and memory changes only
 * after the storage did.
 */
export class AllocatorObject extends DurableObject<Env> {
	readonly #cipher: Cipher;
	#opened: OpenAllocation | null = null;
	#strata = new Map<string, StratumState>();
	#head: storage.LogHead | null = null;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#cipher = sealCipherOf(env);
		ctx.blockConcurrencyWhile(async () => {
			storage.createTables(ctx.storage.sql);
			this.#load();
		});
	}

	open(opening: AllocatorOpening, attempt: string): OpenedAllocator | null {
		if (!this.#opened) {
			if (storage.isGivenUp(this.ctx.storage.sql, attempt)) return null;
			const record = openingRecord(opening);
			prepareSchemes(record, opening.seed);
			const commitment = commitmentTo(opening.seed);
			this.#write({ kind: "opened", at: this.#now(), commitment, opening: record }, commitment, () =>
				storage.insertOpening(this.ctx.storage.sql, { opening, record, revealedAt: null }, this.#cipher),
			);
			this.#load();
		}
		const { opening: stands, commitment, revealedAt } = this.#standing();
		const { labels, poolLabels, sealedArms, protocolHash } = stands;
		return { commitment, protocolHash, revealedAt, labels, poolLabels, sealedArms };
	}

	giveUp(attempt: string): boolean {
		if (this.#opened) return false;
		storage.insertGivenUp(this.ctx.storage.sql, attempt);
		return true;
	}

	allocate(request: AllocationRequest): Allocation {
		this.#refuseOtherProtocol(request);
		const known = storage.readSlot(this.ctx.storage.sql, request.session);
		return known ? this.#given(known.allotment) : this.#allot(request);
	}

	lapse({ session, nth }: Reservation): void {
		if (storage.readReservations(this.ctx.storage.sql, session) === nth) this.#settle(session, "lapsed");
	}

	renew({ nth, ...request }: AllocationRequest & Reservation): Allocation {
		this.#refuseOtherProtocol(request);
		const { session } = request;
		// The word of the lapse may still be under way.
		this.lapse({ session, nth });
		const known = storage.readSlot(this.ctx.storage.sql, session);
		if (known?.status !== "lapsed") return known?.status === "released" ? { kind: "full" } : this.allocate(request);
		const counted = (sql: SqlStorage) => storage.writeReservations(sql, session, nth + 1);
		const renewal = this.#renewal(known.allotment);
		if (renewal.kind === "full") return renewal;
		if (renewal.kind === "taken")
			return this.#allot(request, (sql) => {
				storage.deleteSlot(sql, session);
				counted(sql);
			});
		this.#change({ kind: "renewed", at: this.#now(), session }, renewal.stratum, (sql) => {
			storage.updateStatus(sql, session, "reserved");
			counted(sql);
		});
		return this.#given(known.allotment);
	}

	recall(session: string): { readonly plan: Plan; readonly sealedArms: string } | null {
		const { opening, schemes } = this.#standing();
		const known = storage.readSlot(this.ctx.storage.sql, session);
		return known && { plan: planOf(schemes, known.allotment), sealedArms: opening.sealedArms };
	}

	enter(session: string): void {
		storage.insertEntered(this.ctx.storage.sql, session);
	}

	entered(after: string): readonly string[] {
		return storage.readEntered(this.ctx.storage.sql, after, SESSIONS_A_PAGE);
	}

	confirm(session: string): void {
		this.#settle(session, "confirmed");
	}

	release(session: string): void {
		this.#settle(session, "released");
	}

	balance(pool: Pool = "live"): Balance {
		const scheme = this.#standing().schemes[pool];
		const { sql } = this.ctx.storage;
		const earlier = storage.readSlotsWithoutCourse(sql, pool).map((slot) => tallyOf(scheme, slot));
		return balanceOf(scheme, [...storage.readTallies(sql, pool), ...earlier]);
	}

	commitment(): Commitment {
		const { commitment, record } = this.#standing();
		const { hash, index } = this.#headAfter(commitment);
		return { algorithm: record.algorithm, commitment, head: hash, lines: index + 1 };
	}

	standing(): Standing | null {
		if (!this.#opened) return null;
		const { opening, revealedAt } = this.#opened;
		const { protocolHash, sealKeys } = opening;
		return { log: this.commitment(), protocolHash, revealedAt, sealTo: sealKeys.publicJwk };
	}

	fixInputs(inputs: readonly ArmInput[], change: RecordedChange | null): void {
		const write = (written: readonly ArmInput[]) => (sql: SqlStorage) => storage.writeInputs(sql, written);
		if (change !== null) {
			this.#write({ kind: "inputs_changed", at: this.#now(), ...change }, this.#standing().commitment, write(inputs));
			return;
		}
		// Once all are fixed, what is not on record can only be forgotten: D1 may say that this study has yet to open.
		const areFixed = storage.readInputs(this.ctx.storage.sql, []) !== null;
		const written = areFixed ? inputs.filter(({ hash }) => hash === null) : inputs;
		this.ctx.storage.transactionSync(() => write(written)(this.ctx.storage.sql));
	}

	fixedInputs(names: readonly string[]): Readonly<Record<string, string>> | null {
		return storage.readInputs(this.ctx.storage.sql, names);
	}

	lapsed(): number {
		return storage.countLapsed(this.ctx.storage.sql);
	}

	exportLog(from = 0): LogPage {
		const lines = storage.readLines(this.ctx.storage.sql, from, LINES_A_PAGE);
		return { lines, next: lines.length < LINES_A_PAGE ? null : from + LINES_A_PAGE };
	}

	recordUnblinding({ unblinding, scope, session, act }: RecordedUnblinding): void {
		const { commitment } = this.#standing();
		if (storage.hasUnblinding(this.ctx.storage.sql, unblinding)) return;
		const at = this.#now();
		this.#write({ kind: "unblinded", at, unblinding, scope, session, act }, commitment, () => {});
	}

	reveal(): Revelation {
		const { opening, commitment, revealedAt } = this.#standing();
		const at = revealedAt ?? this.#now();
		if (revealedAt === null) {
			this.#write({ kind: "revealed", at }, commitment, () => storage.updateRevealed(this.ctx.storage.sql, at));
			this.#load();
		}
		const { seed, labels, poolLabels, sealedArms, sealKeys } = opening;
		return { commitment, seed, labels, poolLabels, sealedArms, privateJwk: sealKeys.privateJwk, revealedAt: at };
	}

	/** The warnings that stand in the log are brought to D1: an enrolment does not wait for it, nor fail with it. */
	override async alarm(): Promise<void> {
		const { opening } = this.#standing();
		try {
			for (const failure of storage.readRatioFailures(this.ctx.storage.sql))
				await reportRatioFailure(database(this.env.DB), opening.studyId, failure);
		} catch {
			await this.ctx.storage.setAlarm(Date.now() + TELL_AGAIN_MS);
		}
	}

	#refuseOtherProtocol({ protocolHash }: AllocationRequest): void {
		if (protocolHash !== undefined && protocolHash !== this.#standing().opening.protocolHash)
			throw new Error("a session of another protocol than the study was opened with");
	}

	#given(allotment: storage.StoredSlot["allotment"]): Allocation {
		const { opening, schemes } = this.#standing();
		const { sealedArms, sealKeys } = opening;
		return { kind: "allocated", plan: planOf(schemes, allotment), sealedArms, sealTo: sealKeys.publicJwk };
	}

	#allot({ session, pool, strata }: AllocationRequest, replace: (sql: SqlStorage) => void = () => {}): Allocation {
		const { schemes, revealedAt } = this.#standing();
		if (revealedAt !== null) return { kind: "full" };
		const scheme = schemes[pool];
		const stratum = stratumOf(scheme.opening.design.strata, strata);
		const decision = allot(scheme, this.#strataOf(pool), { pool, stratum });
		if (decision.kind === "full") return decision;
		const { allotment, reused } = decision;
		const plan = drawPlan(scheme, allotment);
		const { draw, slot } = allotment;
		const { sequence } = plan;
		const drawn = { session, pool, values: stratum.values, stratum: stratum.key, draw, slot, reused, sequence };
		this.#change({ kind: "allocated", at: this.#now(), ...drawn, plan: planHash(plan) }, decision.stratum, (sql) => {
			replace(sql);
			storage.insertSlot(sql, session, allotment, plan);
		});
		return this.#given(allotment);
	}

	#renewal(allotment: storage.StoredSlot["allotment"]): Renewal {
		const { schemes, revealedAt } = this.#standing();
		const { pool, stratum: key } = allotment;
		const before = this.#strata.get(stratumKey({ pool, key }));
		return before && revealedAt === null
			? renew(schemes[pool], this.#strataOf(pool), before, allotment)
			: { kind: "full" };
	}

	#settle(session: string, to: "confirmed" | "released" | "lapsed"): void {
		const { schemes } = this.#standing();
		const known = storage.readSlot(this.ctx.storage.sql, session);
		const status = nextStatus(known?.status ?? null, to);
		if (!known || status === null) return;
		const { allotment } = known;
		const before = this.#strata.get(stratumKey({ pool: allotment.pool, key: allotment.stratum }));
		const after = to !== "confirmed" && before ? afterRelease(schemes[allotment.pool], before, allotment) : null;
		this.#change({ kind: to, at: this.#now(), session }, after, (sql) => storage.updateStatus(sql, session, status));
	}

	/** One transaction: the change, its line, and the alarm of the sample ratio where this change sets it off. */
	#change(
		entry: LogEntry & { readonly at: string },
		after: StratumState | null,
		change: (sql: SqlStorage) => void,
	): void {
		const { commitment } = this.#standing();
		const live = this.#strataOf("live");
		const warning = after && ratioWarning(live, after, entry.at);
		this.#write(
			entry,
			commitment,
			(sql) => {
				change(sql);
				if (after) storage.writeStratum(sql, after);
			},
			warning,
		);
		if (after) this.#strata.set(stratumKey(after), after);
	}

	#write(
		entry: LogEntry,
		commitment: string,
		change: (sql: SqlStorage) => void,
		warning: LogEntry | null = null,
	): void {
		const { sql } = this.ctx.storage;
		const line = nextLine(this.#headAfter(commitment), entry);
		const last = warning ? nextLine(line, warning) : line;
		this.ctx.storage.transactionSync(() => {
			change(sql);
			storage.appendLine(sql, line);
			if (warning) storage.appendLine(sql, last);
		});
		this.#head = { index: last.index, hash: last.hash, at: last.entry.at };
		// In the same turn as the line, and so stored with it.
		if (warning) void this.ctx.storage.setAlarm(Date.now());
	}

	#load(): void {
		const { sql } = this.ctx.storage;
		const stored = storage.readOpening(sql, this.#cipher);
		if (!stored) return;
		const commitment = commitmentTo(stored.opening.seed);
		this.#opened = { ...stored, commitment, schemes: prepareSchemes(stored.record, stored.opening.seed) };
		this.#strata = new Map(storage.readStrata(sql).map((state) => [stratumKey(state), state]));
		this.#head = storage.readHead(sql, commitment);
	}

	/** The machine that an object wakes up on may be behind the one that it slept on, and the log's time never goes back. */
	#now(): string {
		const now = timestamp(Date.now());
		const last = this.#head?.at ?? now;
		return [last, now].sort()[1] ?? now;
	}

	#standing(): OpenAllocation {
		if (!this.#opened) throw new Error("this allocator was never opened");
		return this.#opened;
	}

	#headAfter(commitment: string): storage.LogHead {
		return this.#head ?? storage.readHead(this.ctx.storage.sql, commitment);
	}

	#strataOf(pool: string): StratumState[] {
		return [...this.#strata.values()].filter((state) => state.pool === pool);
	}
}

const planOf = (schemes: Schemes, allotment: storage.StoredSlot["allotment"]): Plan =>
	drawPlan(schemes[allotment.pool], allotment);
