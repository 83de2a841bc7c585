import { fittingOf, NO_PERSONALISATION, systemOf, withAdapter } from "../../models/calls/fitting.ts";
import { type TimedCall, type TimedResult, timedCall } from "../../models/calls/timed-call.ts";
import { askOneToken, canBeCold } from "../../models/calls/warm-up.ts";
import type { Bindings } from "../../models/endpoints/endpoints.ts";
import type { ThinkingModels } from "../../models/health/thinking-models.ts";
import type { Fitting } from "../../models/model-types.ts";
import { CHARACTERS_PER_SECOND, THINKING_MS } from "../../models/rehearsal/model.ts";
import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import { lexiconOf } from "../../self-identification/names/lexicon.ts";
import type { Clock } from "../../shared/clock.ts";
import type { ModelTrials } from "./pace-report.ts";
import type { Showing, Trial } from "./pace-trial.ts";

/** An adapter that stands for all adapters of the arm's kind in trials. Null if the registry has none. */
export type AdapterOf = (arm: Arm) => Promise<string | null>;

export type MeasureDeps = {
	readonly bindings: Bindings;
	/** Records models that close a thought without opening it. */
	readonly thinking?: ThinkingModels;
	readonly adapterOf: AdapterOf;
	readonly clock: Clock;
};

/** Long enough to measure a rate, short enough for an opening. */
const TRIAL_CHARACTERS = 600;
const MESSAGE = "Describe a day at the seaside in about 150 words.";
/** A Worker has six connections at a time. A seventh call would wait, and its wait would be measured. */
const CONCURRENT_CALLS = 6;
const TRIALS = 3;
/** For all models together. If there are many, each has fewer trials. */
const MAX_TRIALS = 36;
/** For all trials, because a researcher waits for the opening. */
const TIME_LIMIT_MS = 25_000;
/** A longer load shows in the trials. */
const WARM_UP_LIMIT_MS = 8_000;
const TRIAL_LIMIT_MS = 10_000;

/** How this study shows replies. Null if it has no pace. */
export function showingOf({ blinding, models }: Protocol): Showing | null {
	const { pace, selfIdentification } = blinding;
	if (pace === "as-is") return null;
	if (selfIdentification === "record") return { pace };
	return { pace, screening: { handling: selfIdentification, lexicon: lexiconOf({ models }) } };
}

/** The settings of an arm's requests. Arms with the same settings are measured once. */
type RequestSettings = {
	readonly model: string;
	/** As in the protocol, and as served. */
	readonly planned: Model | undefined;
	readonly served: Model | null;
	readonly system: string | undefined;
};
type Group = { readonly asked: RequestSettings; readonly arms: readonly string[] };

/**
 * Measures every model with the system prompt and adapter of each arm that uses it: warms it up, then requests a few short
 * replies at the same time. Time and calls are limited. The rehearsal model's speed is known, so it is not measured.
 */
export async function measurePace(protocol: Protocol, deps: MeasureDeps): Promise<ModelTrials[]> {
	const groups = await groupsOf(protocol, deps);
	const deadlineAtMs = deps.clock() + TIME_LIMIT_MS;
	const limiter = new CallLimiter(CONCURRENT_CALLS);
	const trials = Math.max(1, Math.min(TRIALS, Math.floor(MAX_TRIALS / groups.length)));
	return Promise.all(groups.map((group) => measureGroup(group, deps, { trials, deadlineAtMs, limiter })));
}

async function groupsOf(protocol: Protocol, deps: MeasureDeps): Promise<Group[]> {
	const groups = new Map<string, Group>();
	for (const arm of protocol.arms) {
		const asked = await settingsOf(protocol, arm, deps);
		const key = JSON.stringify(asked);
		const known = groups.get(key);
		groups.set(key, { asked, arms: [...(known?.arms ?? []), arm.id] });
	}
	return [...groups.values()];
}

async function settingsOf(protocol: Protocol, arm: Arm, { adapterOf }: MeasureDeps): Promise<RequestSettings> {
	const model = protocol.models[arm.model];
	const fitting = await trialFitting(arm, adapterOf);
	const asked = { model: arm.model, planned: model };
	if (!model || !fitting) return { ...asked, served: null, system: undefined };
	return { ...asked, served: withAdapter(model, fitting), system: systemOf(protocol, arm, fitting) };
}

async function trialFitting(arm: Arm, adapterOf: AdapterOf): Promise<Fitting | null> {
	const { personalisation } = arm;
	if (!personalisation) return NO_PERSONALISATION;
	const fitting =
		personalisation.kind === "prompt"
			? { prompt: filler(personalisation.maxTokens), adapter: null }
			: { prompt: null, adapter: await adapterOf(arm) };
	return fittingOf(arm, { [arm.id]: fitting });
}

/** As long as the longest filled template, because reading it takes the server time. Four characters per token. */
const filler = (tokens: number): string => "The user likes long walks. ".repeat(Math.ceil((tokens * 4) / 27));

async function measureGroup(
	{ asked, arms }: Group,
	{ bindings, clock, thinking }: MeasureDeps,
	{
		trials,
		deadlineAtMs,
		limiter,
	}: { readonly trials: number; readonly deadlineAtMs: number; readonly limiter: CallLimiter },
): Promise<ModelTrials> {
	const { model, planned, served, system } = asked;
	const none = { model, arms, trials: [], failures: [], hidden: "nothing" as const };
	if (!planned || served === null) return { ...none, failures: ["no_adapter"] };
	if (served.provider === "rehearsal") return { ...none, trials: [rehearsalTrial(served)] };
	const options = { bindings, atOnce: false };
	const left = (ms: number) => Math.max(0, Math.min(ms, deadlineAtMs - clock()));
	if (canBeCold(served)) await limiter.run(() => askOneToken(options, served, left(WARM_UP_LIMIT_MS)));
	const results = await Promise.all(
		Array.from({ length: trials }, (_, index) =>
			limiter.run(() => {
				const call: TimedCall = {
					system,
					message: MESSAGE,
					seed: index + 1,
					characters: TRIAL_CHARACTERS,
					deadlineAtMs: clock() + left(TRIAL_LIMIT_MS),
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

const mostHidden = (results: readonly TimedResult["hidden"][]): TimedResult["hidden"] => {
	if (results.includes("unopened")) return "unopened";
	return results.includes("hidden") ? "hidden" : "nothing";
};

function rehearsalTrial({ stream }: Extract<Model, { provider: "rehearsal" }>): Trial {
	if (stream === "at-once") return { pieces: [{ atMs: 0, text: "word ".repeat(TRIAL_CHARACTERS / 5) }], endedAtMs: 0 };
	const pieces = Array.from({ length: TRIAL_CHARACTERS / 5 }, (_, index) => ({
		atMs: THINKING_MS + ((index + 1) * 5000) / CHARACTERS_PER_SECOND,
		text: "word ",
	}));
	return { pieces, endedAtMs: null };
}

/** Limits how many calls run at a time. The others wait before their clock starts. */
class CallLimiter {
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
