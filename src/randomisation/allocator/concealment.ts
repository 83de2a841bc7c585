import { prepareSchemes } from "../draw/scheme.ts";
import { type Balance, balanceOf, tallyOf } from "../monitor/balance.ts";
import type { AllocationLedger } from "./allocation-ledger.ts";
import type {
	AllocatorOpening,
	ArmInput,
	Commitment,
	OpenedAllocator,
	Pool,
	Revelation,
	Standing,
} from "./allocator-client.ts";
import { commitmentTo } from "./log-chain.ts";
import type { RecordedChange, RecordedUnblinding } from "./log-entry.ts";
import { openingRecord } from "./opening-record.ts";
import * as log from "./storage/log.ts";
import * as openingStorage from "./storage/opening.ts";
import * as places from "./storage/places.ts";

/**
 * A study's allocation from its opening to its unblinding: its commitments, the counts that it publishes meanwhile, and
 * the seed at the end.
 */
export class Concealment {
	readonly #ledger: AllocationLedger;

	constructor(ledger: AllocationLedger) {
		this.#ledger = ledger;
	}

	open(opening: AllocatorOpening, attempt: string): OpenedAllocator | null {
		const ledger = this.#ledger;
		if (!ledger.opened) {
			if (openingStorage.isGivenUp(ledger.sql, attempt)) return null;
			const record = openingRecord(opening);
			prepareSchemes(record, opening.seed);
			const commitment = commitmentTo(opening.seed);
			ledger.write({ kind: "opened", at: ledger.now(), commitment, opening: record }, commitment, () =>
				ledger.insertOpening({ opening, record, revealedAt: null }),
			);
			ledger.load();
		}
		const { opening: stands, commitment, revealedAt } = ledger.standing();
		const { labels, poolLabels, sealedArms, protocolHash } = stands;
		return { commitment, protocolHash, revealedAt, labels, poolLabels, sealedArms };
	}

	giveUp(attempt: string): boolean {
		if (this.#ledger.opened) return false;
		openingStorage.insertGivenUp(this.#ledger.sql, attempt);
		return true;
	}

	balance(pool: Pool): Balance {
		const scheme = this.#ledger.standing().schemes[pool];
		const { sql } = this.#ledger;
		const earlier = places.readSlotsWithoutCourse(sql, pool).map((slot) => tallyOf(scheme, slot));
		return balanceOf(scheme, [...places.readTallies(sql, pool), ...earlier]);
	}

	commitment(): Commitment {
		const { commitment, record } = this.#ledger.standing();
		const { hash, index } = this.#ledger.headAfter(commitment);
		return { algorithm: record.algorithm, commitment, head: hash, lines: index + 1 };
	}

	standing(): Standing | null {
		if (!this.#ledger.opened) return null;
		const { opening, revealedAt } = this.#ledger.opened;
		const { protocolHash, sealKeys } = opening;
		return { log: this.commitment(), protocolHash, revealedAt, sealTo: sealKeys.publicJwk };
	}

	fixInputs(inputs: readonly ArmInput[], change: RecordedChange | null): void {
		const ledger = this.#ledger;
		const write = (written: readonly ArmInput[]) => (sql: SqlStorage) => openingStorage.writeInputs(sql, written);
		if (change !== null) {
			const entry = { kind: "inputs_changed", at: ledger.now(), ...change } as const;
			ledger.write(entry, ledger.standing().commitment, write(inputs));
			return;
		}
		// Once all are fixed, what is not on record can only be forgotten: D1 may say that this study has yet to open.
		const areFixed = openingStorage.readInputs(ledger.sql, []) !== null;
		ledger.inTransaction(write(areFixed ? inputs.filter(({ hash }) => hash === null) : inputs));
	}

	recordUnblinding({ unblinding, scope, session, act }: RecordedUnblinding): void {
		const { commitment } = this.#ledger.standing();
		if (log.hasUnblinding(this.#ledger.sql, unblinding)) return;
		const at = this.#ledger.now();
		this.#ledger.write({ kind: "unblinded", at, unblinding, scope, session, act }, commitment, () => {});
	}

	reveal(): Revelation {
		const ledger = this.#ledger;
		const { opening, commitment, revealedAt } = ledger.standing();
		const at = revealedAt ?? ledger.now();
		if (revealedAt === null) {
			ledger.write({ kind: "revealed", at }, commitment, (sql) => openingStorage.updateRevealed(sql, at));
			ledger.load();
		}
		const { seed, labels, poolLabels, sealedArms, sealKeys } = opening;
		return { commitment, seed, labels, poolLabels, sealedArms, privateJwk: sealKeys.privateJwk, revealedAt: at };
	}
}
