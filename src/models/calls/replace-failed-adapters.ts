import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import type { Arm } from "../../protocol/schema/schema.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { Fitting, Fittings } from "../model-types.ts";

export type ChangedFittings = { readonly fittings: Sealed<Fittings>; readonly hash: string };

/** The registry's names of the adapters that these fittings use. */
export const adaptersIn = (fittings: Sealed<Fittings>, cipher?: Cipher): string[] =>
	Object.values(unseal(fittings, cipher)).flatMap(({ entry }) => entry ?? []);

/**
 * The participant's fittings after these adapters have failed: the pooled adapter replaces them in arms that allow it. Null if
 * a needed adapter has no replacement. Prompts stay unchanged.
 */
export function replaceFailedAdapters(
	arms: readonly Arm[],
	sealed: Sealed<Fittings>,
	failed: ReadonlySet<string>,
	cipher?: Cipher,
): ChangedFittings | null {
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
