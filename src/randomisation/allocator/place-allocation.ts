import { afterRelease, allot, nextStatus, stratumOf } from "../draw/allocation.ts";
import { type Renewal, renew } from "../draw/renew-reservation.ts";
import type { Schemes } from "../draw/scheme.ts";
import { drawPlan } from "../plan/draw-plan.ts";
import type { Plan } from "../plan/plan.ts";
import type { AllocationLedger } from "./allocation-ledger.ts";
import type { Allocation, AllocationRequest, Reservation } from "./allocator-client.ts";
import { planHash } from "./log-entry.ts";
import * as places from "./storage/places.ts";

type Allotment = places.StoredSlot["allotment"];

/** Stores which session holds which place, and its status. `draw/allocation.ts` has the rules. */
export class PlaceAllocation {
	readonly #ledger: AllocationLedger;

	constructor(ledger: AllocationLedger) {
		this.#ledger = ledger;
	}

	allocate(request: AllocationRequest): Allocation {
		this.#refuseOtherProtocol(request);
		const known = places.readSlot(this.#ledger.sql, request.session);
		return known ? this.#given(known.allotment) : this.#allot(request);
	}

	lapse({ session, nth }: Reservation): void {
		if (places.readReservations(this.#ledger.sql, session) === nth) this.settle(session, "lapsed");
	}

	renew({ nth, ...request }: AllocationRequest & Reservation): Allocation {
		this.#refuseOtherProtocol(request);
		const { session } = request;
		// The session's report of the lapse may not have arrived.
		this.lapse({ session, nth });
		const known = places.readSlot(this.#ledger.sql, session);
		if (known?.status !== "lapsed") return known?.status === "released" ? { kind: "full" } : this.allocate(request);
		const counted = (sql: SqlStorage) => places.writeReservations(sql, session, nth + 1);
		const renewal = this.#renewal(known.allotment);
		if (renewal.kind === "full") return renewal;
		if (renewal.kind === "taken")
			return this.#allot(request, (sql) => {
				places.deleteSlot(sql, session);
				counted(sql);
			});
		this.#ledger.change({ kind: "renewed", at: this.#ledger.now(), session }, renewal.stratum, (sql) => {
			places.updateStatus(sql, session, "reserved");
			counted(sql);
		});
		return this.#given(known.allotment);
	}

	recall(session: string): { readonly plan: Plan; readonly sealedArms: string } | null {
		const { opening, schemes } = this.#ledger.standing();
		const known = places.readSlot(this.#ledger.sql, session);
		return known && { plan: planOf(schemes, known.allotment), sealedArms: opening.sealedArms };
	}

	settle(session: string, to: "confirmed" | "released" | "lapsed"): void {
		const { schemes } = this.#ledger.standing();
		const known = places.readSlot(this.#ledger.sql, session);
		const status = nextStatus(known?.status ?? null, to);
		if (!known || status === null) return;
		const { allotment } = known;
		const before = this.#ledger.stratumOf(allotment);
		const after = to !== "confirmed" && before ? afterRelease(schemes[allotment.pool], before, allotment) : null;
		this.#ledger.change({ kind: to, at: this.#ledger.now(), session }, after, (sql) =>
			places.updateStatus(sql, session, status),
		);
	}

	#refuseOtherProtocol({ protocolHash }: AllocationRequest): void {
		if (protocolHash !== undefined && protocolHash !== this.#ledger.standing().opening.protocolHash)
			throw new Error("a session of another protocol than the study was opened with");
	}

	#given(allotment: Allotment, plan = planOf(this.#ledger.standing().schemes, allotment)): Allocation {
		const { sealedArms, sealKeys } = this.#ledger.standing().opening;
		return { kind: "allocated", plan, sealedArms, sealTo: sealKeys.publicJwk };
	}

	#allot({ session, pool, strata }: AllocationRequest, replace: (sql: SqlStorage) => void = () => {}): Allocation {
		const { schemes, revealedAt } = this.#ledger.standing();
		if (revealedAt !== null) return { kind: "full" };
		const scheme = schemes[pool];
		const stratum = stratumOf(scheme.opening.design.strata, strata);
		const decision = allot(scheme, this.#ledger.strataOf(pool), { pool, stratum });
		if (decision.kind === "full") return decision;
		const { allotment, reused } = decision;
		const plan = drawPlan(scheme, allotment);
		const { draw, slot } = allotment;
		const { sequence } = plan;
		const drawn = { session, pool, values: stratum.values, stratum: stratum.key, draw, slot, reused, sequence };
		const entry = { kind: "allocated", at: this.#ledger.now(), ...drawn, plan: planHash(plan) } as const;
		this.#ledger.change(entry, decision.stratum, (sql) => {
			replace(sql);
			places.insertSlot(sql, session, allotment, plan);
		});
		return this.#given(allotment, plan);
	}

	#renewal(allotment: Allotment): Renewal {
		const { schemes, revealedAt } = this.#ledger.standing();
		const before = this.#ledger.stratumOf(allotment);
		return before && revealedAt === null
			? renew(schemes[allotment.pool], this.#ledger.strataOf(allotment.pool), before, allotment)
			: { kind: "full" };
	}
}

const planOf = (schemes: Schemes, allotment: Allotment): Plan => drawPlan(schemes[allotment.pool], allotment);
