import { parseProtocol, protocolHash } from "../../src/protocol/parse/parse.ts";
import type { Item } from "../../src/protocol/schema/form.ts";
import type { Protocol } from "../../src/protocol/schema/schema.ts";
import { sequenceSet } from "../../src/randomisation/plan/designs.ts";
import type { Fault } from "../../src/shared/problem.ts";
import { err, ok, type Result } from "../../src/shared/result.ts";

/** A preregistration in Markdown. All of it follows from the protocol, so the study runs as planned. */
export function preregistration(input: unknown): Result<string, readonly Fault[]> {
	const parsed = parseProtocol(input);
	if (!parsed.ok) return err(parsed.error);
	const protocol = parsed.value;
	const sections = [
		["Study", studySection(protocol)],
		["Design", designSection(protocol)],
		["Allocation and blinding", allocationSection(protocol)],
		["Procedure", procedureSection(protocol)],
		["Outcomes", outcomeSection(protocol)],
		["Analysis", analysisSection(protocol)],
		["Exclusions and missing data", exclusionSection(protocol)],
		["Sample size", sampleSection(protocol)],
	] as const;
	return ok(
		`${[`# Preregistration: ${protocol.title}`, ...sections.map(([title, body]) => `## ${title}\n\n${body}`)].join(
			"\n\n",
		)}\n`,
	);
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const studySection = (protocol: Protocol): string =>
	bullets([
		`Protocol \`${protocol.slug}\`, SHA-256 \`${protocolHash(protocol)}\`. The hash stays the same only if the protocol does.`,
		`Language: ${protocol.language}. Stated duration: ${protocol.duration ?? "none"}.`,
		...(protocol.contact
			? [`Contact: ${protocol.contact.name}${protocol.contact.ethics ? `, ${protocol.contact.ethics}` : ""}.`]
			: []),
		...(protocol.notes ?? []),
	]);

/** Whether a conversation is with one arm, so that its ratings have an arm and a period. */
const inTurn = ({ conversations }: Protocol): boolean => conversations.some(({ layout }) => layout === "single");

function designSection(protocol: Protocol): string {
	const { design, arms, conversations } = protocol;
	const set = sequenceSet(
		design,
		arms.map(({ id }) => id),
	);
	const kind =
		design.kind === "parallel"
			? "Parallel groups: each participant meets one arm."
			: inTurn(protocol)
				? "Within-subject (crossover): each participant meets the arms one after another."
				: "Within-subject: each participant meets the arms at once, in places that are drawn.";
	return [
		kind,
		`Arms (${arms.length}):`,
		bullets(
			arms.map(
				({ id, model, personalisation }) =>
					`\`${id}\`: model \`${model}\`${personalisation ? `, personalised by ${personalisation.kind}` : ""}`,
			),
		),
		set === null
			? "The order of arms is drawn for each participant."
			: `Sequences (${set.length}, ${design.kind === "parallel" ? "one for each group" : design.order}):\n\n${bullets(set.map((sequence) => sequence.join(" → ")))}\n\nWhich arm has which place in this square is drawn from the secret seed.`,
		`Conversations (${conversations.length}):`,
		bullets(
			conversations.map(
				({ id, title, layout, arms: shown, turns }) =>
					`\`${id}\` “${title}”: ${layout}, arms: ${shown}, ${turns.min} to ${turns.max} messages`,
			),
		),
	].join("\n\n");
}

function allocationSection({ design, blinding, arms }: Protocol): string {
	const set = sequenceSet(design, arms);
	const block = design.blockSize ?? set?.length ?? 1;
	const method =
		design.method === "minimisation"
			? `Minimisation (${design.minimisation?.measure ?? "range"}, probability ${design.minimisation?.probability ?? 0.8}).`
			: `Permuted blocks of ${[block].flat().join(", ")} participants.`;
	return bullets([
		`${method} Strata: ${design.strata.length > 0 ? design.strata.join(", ") : "none"}.`,
		"Allocation is drawn by a server after consent and eligibility, from a seed whose hash is published when the study opens. The seed is published at unblinding, and everybody can draw all allocations again.",
		design.replacement === "reuse"
			? "The place of a participant who does not finish goes to the next arrival of the stratum."
			: "The place of a participant who does not finish stays empty.",
		blinding.level === "double"
			? "Double blind: participants and researchers know labels only, until an unblinding on record."
			: "Single blind: participants do not know the arms; researchers do.",
		blinding.pace === "as-is"
			? "Replies appear as fast as their models write."
			: `All replies appear at one pace: first words after ${blinding.pace.firstFrameMs} ms, then ${blinding.pace.charactersPerSecond} characters a second.`,
		`A reply that names its model: ${blinding.selfIdentification}.`,
	]);
}

const procedureSection = ({ flow, conversations }: Protocol): string =>
	[
		`1. ${flow.join("\n1. ")}`,
		...conversations
			.filter(({ after }) => after.length > 0)
			.map(({ id, after }) => `After each conversation \`${id}\`: ${after.join(", ")}.`),
	].join("\n\n");

type Outcome = {
	readonly form: string;
	readonly item: Item;
	readonly isAboutConversation: boolean;
	/** Asked after a conversation with one arm. */
	readonly hasArm: boolean;
};

function outcomesOf({ forms, conversations, flow }: Protocol): Outcome[] {
	const after = new Set(conversations.flatMap((entry) => entry.after));
	const single = new Set(conversations.flatMap(({ layout, after: own }) => (layout === "single" ? own : [])));
	const started = flow.indexOf("conversations");
	return Object.entries(forms).flatMap(([form, { items }]) => {
		if (!after.has(form) && flow.indexOf(form) < started) return [];
		return items
			.filter(isOutcome)
			.map((item) => ({ form, item, isAboutConversation: after.has(form), hasArm: single.has(form) }));
	});
}

const isOutcome = (item: Item): boolean =>
	item.kind !== "info" && item.kind !== "text" && !("correct" in item && item.correct !== undefined);

function outcomeSection(protocol: Protocol): string {
	const outcomes = outcomesOf(protocol);
	const rated = protocol.conversations.filter(({ layout, scale }) => layout === "best-of" && scale !== null);
	const lines = [
		...outcomes.map(
			({ form, item, isAboutConversation }) =>
				`\`${form}.${item.id}\` (${item.kind}${"min" in item && "max" in item && item.min !== undefined ? `, ${item.min} to ${item.max}` : ""}): “${"label" in item ? item.label : ""}”, ${isAboutConversation ? "about each conversation" : "once"}`,
		),
		...rated.map(({ id }) => `The rating and the choice of each reply in \`${id}\``),
	];
	return lines.length === 0 ? "The protocol asks for no outcome." : `${bullets(lines)}\n\n${primaryOf(protocol)}`;
}

const primaryOf = ({ analysis = [] }: Protocol): string =>
	analysis.length === 0
		? "State here which of them is primary. The protocol prespecifies no analysis."
		: `Prespecified analyses are about ${[...new Set(analysis.map(({ outcome }) => `\`${outcome}\``))].join(", ")}. State here which of them is primary.`;

/** The protocol's own analyses, which its hash covers. */
const prespecified = ({ analysis = [] }: Protocol): string[] =>
	analysis.map(({ id, outcome, formula, ranking }) => {
		const model =
			ranking === undefined ? `mixed model \`${formula ?? "of the report"}\`` : `Plackett-Luce model of \`${ranking}\``;
		return `Prespecified, \`${id}\`, of \`${outcome}\`: ${model}`;
	});

function analysisSection(protocol: Protocol): string {
	const outcomes = outcomesOf(protocol);
	const isScale = ({ item }: Outcome) => item.kind === "vas" || item.kind === "likert";
	const isCrossover = protocol.design.kind === "crossover";
	const strata = protocol.design.strata.map((name) => ` + ${name.replaceAll(/[^\w]+/g, "_")}`).join("");
	const model = isCrossover ? `value ~ arm + factor(period)${strata} + (1 | participant)` : `value ~ arm${strata}`;
	const planned = prespecified(protocol);
	return bullets([
		...planned,
		...(planned.length > 0 ? ["Everything else is exploratory, as the report marks it:"] : []),
		...outcomes
			.filter((outcome) => isScale(outcome) && outcome.hasArm)
			.map(
				({ form, item }) =>
					`\`${form}.${item.id}\`: linear mixed model \`${model}\`, contrasts of arms with Holm's adjustment`,
			),
		...outcomes
			.filter(({ item }) => item.kind === "ranking")
			.map(
				({ form, item }) =>
					`\`${form}.${item.id}\`: Plackett-Luce model with ties, log-worths of arms, contrasts with Holm's adjustment`,
			),
		...outcomes
			.filter((outcome) => isScale(outcome) && outcome.isAboutConversation && !outcome.hasArm)
			.map(
				({ form, item }) => `\`${form}.${item.id}\`: described. It is about several arms at once, so it compares none`,
			),
		...(isCrossover && inTurn(protocol) ? ["Sensitivity to carry-over: the same models with `predecessor`"] : []),
		"All randomised participants with the outcome are analysed by the arm that they were allocated to. Tests are two-sided at 5 %.",
	]);
}

function exclusionSection({ eligibility, checks, recruitment, design }: Protocol): string {
	return bullets([
		...eligibility.map(
			({ form, item, ...rule }) =>
				`Not eligible before randomisation unless \`${form}.${item}\` is ${JSON.stringify(rule)}`,
		),
		...(recruitment.onlyProfiles ? ["Only people with a profile may enter"] : []),
		checks
			? `A session ends after ${checks.failAfter} failed attention checks`
			: "Failed attention checks are recorded and end no session",
		`A session expires ${recruitment.expiresAfter} after its start`,
		`Participants who leave after randomisation are reported by sequence${design.replacement === "reuse" ? "; their place is given again" : ""}. Missing outcomes are not imputed`,
		"Pilot and simulated sessions are in no result",
	]);
}

function sampleSection({ recruitment: { quota }, design, arms }: Protocol): string {
	const set = sequenceSet(design, arms);
	const size = set?.length ?? 1;
	if (!quota) return "The protocol has no quota. State here when recruitment stops.";
	const remainder = quota.total % size;
	return [
		`${quota.total} completed participants${
			quota.strata
				? ` (${Object.entries(quota.strata)
						.map(([key, n]) => `${key}: ${n}`)
						.join("; ")})`
				: ""
		}.`,
		set === null || remainder === 0
			? `This is ${set === null ? "any number, because orders are drawn singly" : `${quota.total / size} complete sets of ${size} sequences`}.`
			: `This is no multiple of the ${size} sequences of a complete set: ${remainder} places are not balanced.`,
		"State here the power calculation, for example from `crossover plan`.",
	].join(" ");
}
