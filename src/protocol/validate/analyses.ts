import type { Fault } from "../../shared/problem.ts";
import type { Protocol } from "../schema/schema.ts";

type Planned = NonNullable<Protocol["analysis"]>[number];

/** Item kinds whose answers are numbers about an arm. */
const RATED = ["vas", "likert"];

/** Prespecified analyses must be about questions of the protocol. Their formulas are checked at the opening. */
export function analysisFaults(protocol: Protocol): Fault[] {
	const planned = protocol.analysis ?? [];
	return planned.flatMap((analysis, index) => [
		...twiceFaults(planned, analysis, index),
		...kindFaults(analysis, index),
		...(analysis.formula === undefined
			? []
			: askedFaults(protocol, analysis.outcome, `/analysis/${index}/outcome`, false)),
		...(analysis.ranking === undefined
			? []
			: askedFaults(protocol, analysis.ranking, `/analysis/${index}/ranking`, true)),
	]);
}

const twiceFaults = (planned: readonly Planned[], { id }: Planned, index: number): Fault[] =>
	planned.findIndex((other) => other.id === id) === index
		? []
		: [{ pointer: `/analysis/${index}/id`, detail: `Another analysis has the id "${id}". Give each its own.` }];

const kindFaults = ({ formula, ranking }: Planned, index: number): Fault[] =>
	(formula === undefined) !== (ranking === undefined)
		? []
		: [
				{
					pointer: `/analysis/${index}`,
					detail: "An analysis has either a formula or a ranking. Give one of the two.",
				},
			];

function askedFaults(protocol: Protocol, question: string, pointer: string, isRanking: boolean): Fault[] {
	if (question === "choice")
		return protocol.conversations.some(({ layout }) => layout === "best-of")
			? []
			: [{ pointer, detail: "No conversation is a best-of, so no reply is chosen or scored." }];
	const dot = question.indexOf(".");
	const [form, item] = [question.slice(0, Math.max(0, dot)), question.slice(dot + 1)];
	const found = protocol.forms[form]?.items.find(({ id }) => id === item);
	if (!found)
		return [{ pointer, detail: `There is no item "${question}". Write <form>.<item>, such as experience.liking.` }];
	const fits = isRanking ? found.kind === "ranking" : RATED.includes(found.kind);
	return fits
		? []
		: [
				{
					pointer,
					detail: isRanking
						? `"${question}" is no ranking. Name an item of the kind ranking.`
						: `"${question}" has no numbers as answers. Name a scale, or analyse a ranking.`,
				},
			];
}
