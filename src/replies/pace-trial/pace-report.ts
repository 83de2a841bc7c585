import type { FailureReason } from "../../models/model-types.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import type { Paced } from "../present/pace.ts";
import {
	firstTextMs,
	median,
	type PaceVerdict,
	paceThatHolds,
	rateOf,
	type Showing,
	type Trial,
	verdictOf,
} from "./pace-trial.ts";

/** The trials of one model, with the arms whose system prompt and adapter they used. */
export type ModelTrials = {
	/** Its key in the protocol's `models`. */
	readonly model: string;
	readonly arms: readonly string[];
	readonly trials: readonly Trial[];
	/** Failures of trials without text. */
	readonly failures: readonly (FailureReason | "no_adapter")[];
	/** Whether the text had thoughts or template tokens, which participants do not see. `unopened`: thoughts without an opening tag. */
	readonly hidden: HiddenText;
};

type HiddenText = "nothing" | "hidden" | "unopened";

export type ModelPace = {
	readonly model: string;
	readonly arms: readonly string[];
	readonly verdict: PaceVerdict;
	readonly trials: number;
	/** Median of the trials. Null if none gave a text. */
	readonly firstTextMs: number | null;
	/** Median of the trials. Null if the text came at once, or not at all. */
	readonly charactersPerSecond: number | null;
	/** The reason of the first failed trial. */
	readonly failure: string | null;
	readonly hidden: HiddenText;
};

export type PaceReport = {
	readonly pace: Paced;
	readonly models: readonly ModelPace[];
	/** A pace that every measured model keeps, with a quarter to spare. Null if no valid pace is slow enough. */
	readonly holds: Paced | null;
};

const finite = (value: number): number | null => (Number.isFinite(value) ? Math.round(value) : null);

export function paceReport(measured: readonly ModelTrials[], showing: Showing): PaceReport {
	const models = measured.map(({ model, arms, trials, failures, hidden }) => ({
		model,
		arms,
		hidden,
		verdict: verdictOf(trials, showing),
		trials: trials.length,
		firstTextMs: trials.length === 0 ? null : finite(median(trials.map(firstTextMs))),
		charactersPerSecond: trials.length === 0 ? null : finite(median(trials.map(rateOf))),
		failure: failures[0] ?? null,
	}));
	const trials = measured.flatMap((each) => each.trials);
	return { pace: showing.pace, models, holds: paceThatHolds(trials, showing) };
}

export type PaceWarning = {
	readonly kind: "pace_not_kept" | "pace_close" | "pace_not_measured" | "thinking_hidden" | "thinking_unopened";
	readonly detail: Readonly<Record<string, number | string>>;
};

/** The consequences of a report for an opening. `accepted`: the researcher opens the study although replies will be late. */
export type PaceFindings = { readonly faults: readonly Fault[]; readonly warnings: readonly PaceWarning[] };

export function findingsOf(report: PaceReport, { accepted }: { readonly accepted: boolean }): PaceFindings {
	const of = (verdict: PaceVerdict) => report.models.filter((each) => each.verdict === verdict);
	const late = of("late");
	const refused = of("unknown").filter(({ failure }) => failure === "refused");
	const unmeasured = of("unknown").filter(({ failure }) => failure !== "refused");
	const faults = [...refused.map(refusedFault), ...(late.length > 0 && !accepted ? lateFaults(report, late) : [])];
	const warnings: PaceWarning[] = [];
	if (late.length > 0 && accepted) warnings.push({ kind: "pace_not_kept", detail: overall(report, NOT_KEPT) });
	else if (late.length === 0 && of("close").length > 0)
		warnings.push({ kind: "pace_close", detail: overall(report, CLOSE) });
	if (unmeasured.length > 0)
		warnings.push({
			kind: "pace_not_measured",
			detail: { models: unmeasured.length, pointer: "/models", means: NOT_MEASURED },
		});
	return { faults, warnings: [...warnings, ...hiddenWarnings(report)] };
}

/** Only the report and the opening's audit entry name the models. */
function hiddenWarnings({ models }: PaceReport): PaceWarning[] {
	const warning = (hidden: HiddenText, kind: PaceWarning["kind"], means: string): PaceWarning[] => {
		const found = new Set(models.filter((each) => each.hidden === hidden).map(({ model }) => model));
		return found.size === 0 ? [] : [{ kind, detail: { models: found.size, pointer: "/models", means } }];
	};
	return [...warning("hidden", "thinking_hidden", HIDDEN), ...warning("unopened", "thinking_unopened", UNOPENED)];
}

const WHERE_NAMED = "POST /v1/studies/{study}/pace names the models.";
const HIDDEN = `A model thinks before it answers. Participants wait for that time and do not see it. Turn thinking off on its server, or set reasoning to show. ${WHERE_NAMED}`;
const UNOPENED = `A model closes thoughts without opening them. Its replies are shown only after the closing tag. Start its server with a parser for reasoning. ${WHERE_NAMED}`;

const NOT_KEPT =
	"At the opening, models were slower than the pace, and this was accepted. Late replies can tell arms apart.";
const CLOSE = "Models keep the pace with little to spare. Under load their replies may be late and tell arms apart.";
const NOT_MEASURED = "At the opening, not every model answered. Whether all models keep the pace is unknown.";

/** Over all models: a row with a model and its speed would help to tell labels apart. */
function overall({ pace, models, holds }: PaceReport, means: string): PaceWarning["detail"] {
	const firsts = models.flatMap((each) => (each.firstTextMs === null ? [] : [each.firstTextMs]));
	const rates = models.flatMap((each) => (each.charactersPerSecond === null ? [] : [each.charactersPerSecond]));
	return {
		...pace,
		...(firsts.length > 0 && { slowestFirstTextMs: Math.max(...firsts) }),
		...(rates.length > 0 && { slowestCharactersPerSecond: Math.min(...rates) }),
		...(holds && {
			holdsFirstFrameMs: holds.firstFrameMs,
			holdsCharactersPerSecond: holds.charactersPerSecond,
		}),
		pointer: "/blinding/pace",
		means,
	};
}

const refusedFault = ({ model }: ModelPace): Fault => ({
	pointer: pointer(["models", model]),
	detail: "Its server refused a trial message. Check the key, the model's name and its parameters.",
});

function lateFaults({ pace, holds }: PaceReport, late: readonly ModelPace[]): Fault[] {
	const advice =
		holds === null
			? "No valid pace is slow enough. Use a faster server."
			: `All models keep firstFrameMs ${holds.firstFrameMs} with charactersPerSecond ${holds.charactersPerSecond}.`;
	return [
		...late.map((each) => ({ pointer: pointer(["models", each.model]), detail: lateDetail(each, pace) })),
		{
			pointer: pointer(["blinding", "pace"]),
			detail: `Replies of these models would be late and tell arms apart. ${advice} To open all the same, send ?acceptLateReplies=true.`,
		},
	];
}

function lateDetail({ trials, firstTextMs: first, charactersPerSecond: rate, arms }: ModelPace, pace: Paced): string {
	const speed = rate === null ? "everything at once" : `${rate} characters per second`;
	return (
		`In ${trials} trials the first text came after ${first} ms, then ${speed} (arms: ${arms.join(", ")}). ` +
		`The pace is ${pace.firstFrameMs} ms, then ${pace.charactersPerSecond} characters per second.`
	);
}
