import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import type { Arm } from "../../protocol/schema/schema.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { Fitting, Fittings } from "../port.ts";

export type Refitted = { readonly fittings: Sealed<Fittings>; readonly hash: string };

/** The registry's names of the adapters that somebody is to be served by. */
export const adaptersIn = (fittings: Sealed<Fittings>, cipher?: Cipher): string[] =>
	Object.values(unseal(fittings, cipher)).flatMap(({ entry }) => entry ?? []);

/**
 * The same arms for the same person, now that these adapters have failed: where an arm says so the pooled one stands in. Null where one
 * that is needed is not there. What a prompt says of them stays as it was.
 */
export function refit(
	arms: readonly Arm[],
	sealed: Sealed<Fittings>,
	failed: ReadonlySet<string>,
	cipher?: Cipher,
): Refitted | null {
	const before = unseal(sealed, cipher);
	const isServed = ({ entry }: Fitting) => entry === undefined || !failed.has(entry);
	const pooled = arms.flatMap((arm) => (isShared(arm) ? (before[arm.id] ?? []) : [])).find(isServed);
	const after: Record<string, Fitting> = { ...before };
	for (const arm of arms) {
		const fitting = before[arm.id];
		if (!fitting || isServed(fitting)) continue;
		if (!pooled || !takesPooled(arm)) return null;
		after[arm.id] = { ...pooled, standsIn: true };
	}
	return { fittings: seal<Fittings>(after, cipher), hash: sha256Of(canonicalJson(after)) };
}

const isShared = ({ personalisation }: Arm): boolean =>
	personalisation?.kind === "adapter" && personalisation.scope === "shared";

const takesPooled = ({ personalisation }: Arm): boolean =>
	personalisation?.kind === "adapter" &&
	personalisation.scope === "participant" &&
	personalisation.missing === "pooled";
