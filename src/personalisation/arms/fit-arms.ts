import type { Fitting, Fittings } from "../../models/model-types.ts";
import type { Arm } from "../../protocol/schema/schema.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { ServedAdapter, ServedAdapters } from "../adapters/adapters.ts";
import type { Profile } from "../profiles/profile.ts";
import { contextPrompt } from "../prompts/context-prompt.ts";

/** Why a person cannot take part: they lack what an arm needs, or only people with profiles are admitted. */
export type Exclusion = "no_profile" | "profile_incomplete" | "no_adapter";

type Personal = { readonly profile: Profile | null; readonly adapters: ServedAdapters };

/**
 * The fittings of all arms for one participant. One arm that cannot be fitted excludes the participant, because the study
 * compares all arms.
 */
export function fitArms(arms: readonly Arm[], known: Personal): Result<Fittings, Exclusion> {
	const fittings: Record<string, Fitting> = {};
	for (const arm of arms) {
		const fitted = fitArm(arm, arms, known);
		if (!fitted.ok) return fitted;
		if (fitted.value) fittings[arm.id] = fitted.value;
	}
	return ok(fittings);
}

function fitArm(
	{ personalisation }: Arm,
	arms: readonly Arm[],
	{ profile, adapters }: Personal,
): Result<Fitting | null, Exclusion> {
	if (!personalisation) return ok(null);
	if (personalisation.kind === "prompt") {
		if (!profile) return err("no_profile");
		const prompt = contextPrompt(personalisation, profile);
		return prompt.ok ? ok({ prompt: prompt.value.text, adapter: null }) : err("profile_incomplete");
	}
	if (personalisation.scope === "shared") return adapted(adapters.shared[personalisation.adapter]);
	const { own } = adapters;
	if (own !== null) return adapted(own, { standsIn: false });
	return adapted(personalisation.missing === "pooled" ? pooled(arms, adapters) : undefined, { standsIn: true });
}

const adapted = (
	served: ServedAdapter | undefined,
	more: Pick<Fitting, "standsIn"> = {},
): Result<Fitting, Exclusion> =>
	served ? ok({ prompt: null, adapter: served.servedName, entry: served.name, ...more }) : err("no_adapter");

/** The replacement for a missing own adapter: the adapter of the first arm with a shared one. */
function pooled(arms: readonly Arm[], { shared }: ServedAdapters): ServedAdapter | undefined {
	const [name] = sharedAdapters(arms);
	return name === undefined ? undefined : shared[name];
}

/** The names of the shared adapters, in the order of the arms. */
export const sharedAdapters = (arms: readonly Arm[]): readonly string[] =>
	arms.flatMap(({ personalisation }) =>
		personalisation?.kind === "adapter" && personalisation.scope === "shared" ? [personalisation.adapter] : [],
	);
