import type { Sealed } from "../../blinding/seals/sealed.ts";
import type { Refitted } from "../../models/calls/refit.ts";
import type { Fittings } from "../../models/port.ts";
import type { Exclusion } from "../../personalisation/arms/fit-arms.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { Meta } from "./storage.ts";

type RefitDeps = {
	readonly meta: Pick<Meta, "get" | "set">;
	/** What is stored of them, null where nothing is, or is any more. */
	readonly fittings: () => Sealed<Fittings> | null;
	readonly keep: (fittings: Sealed<Fittings>) => void;
	readonly look: (fittings: Sealed<Fittings>) => Promise<Result<Refitted | null, Exclusion>>;
};

/**
 * Looks whether what the arms are adapted with is still to be had, keeps what has changed, and tells its hash. Not again once it has: the
 * allocator may have answered since, and nobody is excluded after randomisation.
 */
export async function refitOnce({ meta, fittings, keep, look }: RefitDeps): Promise<Result<string | null, Exclusion>> {
	const before = fittings();
	const told = meta.get("refitted");
	if (before === null || told !== null) return ok(told || null);
	const again = await look(before);
	// Whoever had everything erased meanwhile must not have it written again.
	if (!again.ok || fittings() === null) return again.ok ? ok(null) : again;
	if (again.value) keep(again.value.fittings);
	meta.set("refitted", again.value?.hash ?? "");
	return ok(again.value?.hash ?? null);
}
