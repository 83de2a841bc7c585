import { DurableObject } from "cloudflare:workers";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { inJurisdiction } from "../../shared/jurisdiction.ts";
import { webhooksOf } from "../../webhooks/webhook-client.ts";
import type { Quota } from "../draw/scheme.ts";
import { balanceWarning, studyFull } from "../monitor/announcements.ts";
import type { Balance } from "../monitor/balance.ts";
import { reportRatioFailure } from "../monitor/ratio-report.ts";
import type { Plan } from "../plan/plan.ts";
import { AllocationLedger } from "./allocation-ledger.ts";
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
import { Concealment } from "./concealment.ts";
import type { RecordedChange, RecordedUnblinding } from "./log-entry.ts";
import { PlaceAllocation } from "./place-allocation.ts";
import * as log from "./storage/log.ts";
import * as openingStorage from "./storage/opening.ts";
import * as places from "./storage/places.ts";

const LINES_PER_PAGE = 1000;
/** A rebuild calls the object of each, and a request may make at most 1,000 calls. */
const SESSIONS_PER_PAGE = 100;
/** The wait after D1 failed to store a warning. */
const TELL_AGAIN_MS = 60_000;

/** One object per study. Only it draws. It delegates every call. */
export class AllocatorObject extends DurableObject<Env> {
	readonly #ledger: AllocationLedger;
	readonly #slots: PlaceAllocation;
	readonly #concealment: Concealment;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		this.#ledger = new AllocationLedger(ctx.storage, sealCipherOf(env), () => Date.now());
		this.#slots = new PlaceAllocation(this.#ledger);
		this.#concealment = new Concealment(this.#ledger);
	}

	open(opening: AllocatorOpening, attempt: string): OpenedAllocator | null {
		return this.#concealment.open(opening, attempt);
	}

	giveUp(attempt: string): boolean {
		return this.#concealment.giveUp(attempt);
	}

	allocate(request: AllocationRequest): Allocation {
		return this.#slots.allocate(request);
	}

	lapse(reservation: Reservation): void {
		this.#slots.lapse(reservation);
	}

	renew(request: AllocationRequest & Reservation): Allocation {
		return this.#slots.renew(request);
	}

	recall(session: string): { readonly plan: Plan; readonly sealedArms: string } | null {
		return this.#slots.recall(session);
	}

	enter(session: string): void {
		places.insertEntered(this.#ledger.sql, session);
	}

	entered(after: string): readonly string[] {
		return places.readEntered(this.#ledger.sql, after, SESSIONS_PER_PAGE);
	}

	confirm(session: string): void {
		this.#slots.settle(session, "confirmed");
	}

	release(session: string): void {
		this.#slots.settle(session, "released");
	}

	balance(pool: Pool = "live"): Balance {
		return this.#concealment.balance(pool);
	}

	commitment(): Commitment {
		return this.#concealment.commitment();
	}

	standing(): Standing | null {
		return this.#concealment.standing();
	}

	fixInputs(inputs: readonly ArmInput[], change: RecordedChange | null): void {
		this.#concealment.fixInputs(inputs, change);
	}

	fixedInputs(names: readonly string[]): Readonly<Record<string, string>> | null {
		return openingStorage.readInputs(this.#ledger.sql, names);
	}

	changeQuota(quota: Quota | null): void {
		this.#ledger.changeQuota(quota);
	}

	lapsed(): number {
		return places.countLapsed(this.#ledger.sql);
	}

	exportLog(from = 0): LogPage {
		const lines = log.readLines(this.#ledger.sql, from, LINES_PER_PAGE);
		return { lines, next: lines.length < LINES_PER_PAGE ? null : from + LINES_PER_PAGE };
	}

	recordUnblinding(unblinding: RecordedUnblinding): void {
		this.#concealment.recordUnblinding(unblinding);
	}

	reveal(): Revelation {
		return this.#concealment.reveal();
	}

	/** Sends 'study full' events and ratio warnings to webhooks and D1. No enrolment waits for this, or fails with it. */
	override async alarm(): Promise<void> {
		const { studyId } = this.#ledger.standing().opening;
		const { sql } = this.#ledger;
		const webhooks = webhooksOf(this.env.WEBHOOKS, studyId);
		try {
			for (const full of openingStorage.readFull(sql)) {
				await webhooks.publish([studyFull(studyId, full)]);
				openingStorage.deleteFull(sql, full.nth);
			}
			for (const failure of log.readRatioFailures(sql)) {
				await reportRatioFailure(database(this.env.DB), studyId, failure);
				await webhooks.publish([balanceWarning(studyId, failure)]);
			}
		} catch {
			await this.ctx.storage.setAlarm(Date.now() + TELL_AGAIN_MS);
		}
	}
}
