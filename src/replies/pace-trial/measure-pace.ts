import { fittingOf, PLAIN, systemOf, withAdapter } from "../../models/calls/fitting.ts";
import { type TimedCall, type TimedResult, timedCall } from "../../models/calls/timed-call.ts";
import { askOneToken, canBeCold } from "../../models/calls/warm-up.ts";
import type { Bindings } from "../../models/endpoints/endpoints.ts";
import type { ThinkingModels } from "../../models/health/thinking-models.ts";
import type { Fitting } from "../../models/port.ts";
import { CHARACTERS_PER_SECOND, THINKING_MS } from "../../models/rehearsal/model.ts";
import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import type { Clock } from "../../shared/clock.ts";
import type { ModelTrials } from "./pace-report.ts";
import type { Showing, Trial } from "./pace-trial.ts";

/** A served adapter that stands for all of its kind in trials; null where the registry has none. */
export type AdapterOf = (arm: Arm) => Promise<string | null>;

export type MeasureDeps = {
	readonly bindings: Bindings;
	/** Learns of models that think without an opening tag. */
	readonly thinking?: ThinkingModels;
	readonly adapterOf: AdapterOf;
	readonly clock: Clock;
};

/** Long enough for a rate, short enough for an opening. */
const TRIAL_CHARACTERS = 600;
const MESSAGE = "Describe a day at the seaside in about 150 words.";
/** A Worker has six connections at once: a seventh call would wait, and its wait be measured. */
const CALLS_AT_ONCE = 6;
const TRIALS = 3;
/** Of all models together: with many, each is tried less often. */
const MOST_TRIALS = 36;
/** For all trials. A researcher waits for the opening. */
const WITHIN_MS = 25_000;
/** A load that takes longer shows in the trials. */
const WARM_WITHIN_MS = 8_000;
const TRIAL_WITHIN_MS = 10_000;

/** How this study shows replies, or null where it has no pace to keep. */
export function showingOf({ blinding, models }: Protocol): Showing | null {
	const { pace, selfIdentification } = blinding;
	if (pace === "as-is") return null;
	if (selfIdentification === "record") return { pace };
	return { pace, screening: { handling: selfIdentification, lexicon: lexiconOf({ models }) } };
}

/** What one arm's replies are asked with; arms that ask alike are measured once. */
type Asked = {
	readonly model: string;
	/** As the protocol has it, and as it is served. */
	readonly planned: Model | undefined;
	readonly served: Model | null;
	readonly system: string | undefined;
};
type Group = { readonly asked: Asked; readonly arms: readonly string[] };

/**
 * Measures every model with the system prompt and an adapter of the arms that use it: warms it up, then asks it for a few
 * short replies at once. Bounded in time and calls. The rehearsal model's speed is known and not measured.
 */
export async function measurePace(protocol: Protocol, deps: MeasureDeps): Promise<ModelTrials[]> {
	const groups = await groupsOf(protocol, deps);
	const deadlineAtMs = deps.clock() + WITHIN_MS;
	const slots = new Slots(CALLS_AT_ONCE);
	const trials = Math.max(1, Math.min(TRIALS, Math.floor(MOST_TRIALS / groups.length)));
	return Promise.all(groups.map((group) => measureGroup(group, deps, { trials, deadlineAtMs, slots })));
}

async function groupsOf(protocol: Protocol, deps: MeasureDeps): Promise<Group[]> {
	const groups = new Map<string, Group>();
	for (const arm of protocol.arms) {
		const asked = await askedOf(protocol, arm, deps);
		const key = JSON.stringify(asked);
		const known = groups.get(key);
		groups.set(key, { asked, arms: [...(known?.arms ?? []), arm.id] });
	}
	return [...groups.values()];
}

async function askedOf(protocol: Protocol, arm: Arm, { adapterOf }: MeasureDeps): Promise<Asked> {
	const model = protocol.models[arm.model];
	const fitting = await trialFitting(arm, adapterOf);
	const asked = { model: arm.model, planned: model };
	if (!model || !fitting) return { ...asked, served: null, system: undefined };
	return { ...asked, served: withAdapter(model, fitting), system: systemOf(protocol, arm, fitting) };
}

async function trialFitting(arm: Arm, adapterOf: AdapterOf): Promise<Fitting | null> {
	const { personalisation } = arm;
	if (!personalisation) return PLAIN;
	const fitting =
		personalisation.kind === "prompt"
			? { prompt: filler(personalisation.maxTokens), adapter: null }
			: { prompt: null, adapter: await adapterOf(arm) };
	return fittingOf(arm, { [arm.id]: fitting });
}

/** As long as the longest filled template, for reading it takes the server time: four characters a token. */
const filler = (tokens: number): string => "The user likes long walks. ".repeat(Math.ceil((tokens * 4) / 27));

async function measureGroup(
	{ asked, arms }: Group,
	{ bindings, clock, thinking }: MeasureDeps,
	{ trials, deadlineAtMs, slots }: { readonly trials: number; readonly deadlineAtMs: number; readonly slots: Slots },
): Promise<ModelTrials> {
	const { model, planned, served, system } = asked;
	const none = { model, arms, trials: [], failures: [], hidden: "nothing" as const };
	if (!planned || served === null) return { ...none, failures: ["no_adapter"] };
	if (served.provider === "rehearsal") return { ...none, trials: [rehearsalTrial(served)] };
	const options = { bindings, atOnce: false };
	const left = (ms: number) => Math.max(0, Math.min(ms, deadlineAtMs - clock()));
	if (canBeCold(served)) await slots.run(() => askOneToken(options, served, left(WARM_WITHIN_MS)));
	const results = await Promise.all(
		Array.from({ length: trials }, (_, index) =>
			slots.run(() => {
				const call: TimedCall = {
					system,
					message: MESSAGE,
					seed: index + 1,
					characters: TRIAL_CHARACTERS,
					deadlineAtMs: clock() + left(TRIAL_WITHIN_MS),
					clock,
				};
				return timedCall(options, served, call);
			}),
		),
	);
	for (const { hidden } of results) thinking?.note(planned, hidden);
	return {
		model,
		arms,
		hidden: mostHidden(results.map(({ hidden }) => hidden)),
		trials: results.flatMap(({ text }) => text ?? []),
		failures: results.flatMap(({ failure }) => failure ?? []),
	};
}

const mostHidden = (met: readonly TimedResult["hidden"][]): TimedResult["hidden"] => {
	if (met.includes("unopened")) return "unopened";
	return met.includes("hidden") ? "hidden" : "nothing";
};

function rehearsalTrial({ stream }: Extract<Model, { provider: "rehearsal" }>): Trial {
	if (stream === "at-once") return { pieces: [{ atMs: 0, text: "word ".repeat(TRIAL_CHARACTERS / 5) }], endedAtMs: 0 };
	const pieces = Array.from({ length: TRIAL_CHARACTERS / 5 }, (_, index) => ({
		atMs: THINKING_MS + ((index + 1) * 5000) / CHARACTERS_PER_SECOND,
		text: "word ",
	}));
	return { pieces, endedAtMs: null };
}

/** So many at once; the others wait their turn, before their clock starts. */
class Slots {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	constructor(size: number) {
		this.#free = size;
	}

	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		else this.#free -= 1;
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free += 1;
		}
	}
}
