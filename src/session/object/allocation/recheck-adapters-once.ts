import type { Sealed } from "../../../blinding/seals/sealed.ts";
import type { ChangedFittings } from "../../../models/calls/replace-failed-adapters.ts";
import type { Fittings } from "../../../models/model-types.ts";
import type { Exclusion } from "../../../personalisation/arms/fit-arms.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { Meta } from "../storage.ts";

type RecheckDeps = {
	readonly meta: Pick<Meta, "get" | "set">;
	/** The stored value. Null if there is none, also after erasure. */
	readonly fittings: () => Sealed<Fittings> | null;
	readonly keep: (fittings: Sealed<Fittings>) => void;
	readonly look: (fittings: Sealed<Fittings>) => Promise<Result<ChangedFittings | null, Exclusion>>;
};

/**
 * Checks once whether the arms' adapted inputs are still available, keeps what changed, and returns its hash. It does not
 * check a second time, because the allocator may have answered, and nobody is excluded after randomisation.
 */
export async function recheckAdaptersOnce({
	meta,
	fittings,
	keep,
	look,
}: RecheckDeps): Promise<Result<string | null, Exclusion>> {
	const before = fittings();
	const earlierHash = meta.get("refitted");
	if (before === null || earlierHash !== null) return ok(earlierHash || null);
	const again = await look(before);
	// If everything was erased meanwhile, nothing may be written again.
	if (!again.ok || fittings() === null) return again.ok ? ok(null) : again;
	if (again.value) keep(again.value.fittings);
	meta.set("refitted", again.value?.hash ?? "");
	return ok(again.value?.hash ?? null);
}
