import { type Assumed, participantsFor } from "../../../src/analysis/planning/power.ts";
import { parseProtocol } from "../../../src/protocol/parse/parse.ts";
import { sequenceSet } from "../../../src/randomisation/plan/designs.ts";
import { type Call, type Command, json, Misuse, numberOf, text, type Values } from "../command.ts";
import { preregistration } from "../preregistration.ts";
import { pairs, table } from "../table.ts";
import { faultLines } from "./studies.ts";

const plan: Command = {
	name: "plan",
	summary: "Find how many participants a contrast of two arms needs, by simulation from assumed effects.",
	takes: ["<file>"],
	offline: true,
	options: {
		difference: { type: "string", means: "of two arms' mean ratings, in points of the scale" },
		sd: { type: "string", means: "of one rating within a person; of people in a parallel design" },
		ratings: { type: "string", means: "ratings of each arm by each participant (1 by default)" },
		worths: {
			type: "string",
			means: "for a ranking: log-worths of all arms, the two of the contrast first, such as 0.5,0,0",
		},
		wins: {
			type: "string",
			means:
				"for arms side by side, or replies to choose from: the share of comparisons that one arm wins against the other, such as 0.6",
		},
		comparisons: { type: "string", means: "with --wins: how often each participant compares the two (1 by default)" },
		spread: {
			type: "string",
			means:
				"with --wins: the SD of people's own log-odds; 0 (default) if all have the same preference, 1 if they differ much",
		},
		power: { type: "string", means: "0.8 by default" },
		alpha: { type: "string", means: "two-sided; 0.05 by default" },
		studies: { type: "string", means: "simulated for each number of participants (1000 by default)" },
		seed: { type: "string", means: "1 by default; the same seed gives the same plan" },
		most: { type: "string", means: "participants to try at the most (2000 by default)" },
		pay: { type: "string", means: "for each who completes, in your currency" },
		fee: { type: "string", means: "of the recruiter, as a share of the pay (0 by default)" },
		dropout: { type: "string", means: "the share that leaves after randomisation (0 by default)" },
	},
	examples: [
		"crossover plan protocol.json --difference 5 --sd 18 --pay 9 --fee 0.333",
		"crossover plan protocol.json --worths 0.4,0,0,0 --power 0.9",
		"crossover plan protocol.json --wins 0.6 --comparisons 3 --spread 1",
	],
	async run(call) {
		const protocol = parseProtocol(json(call.world, call.positionals[0] ?? ""));
		if (!protocol.ok) return faulty(protocol.error);
		const { design, arms, conversations } = protocol.value;
		const step = sequenceSet(design, arms)?.length ?? 1;
		const assumed = assumptions(
			call,
			design.kind,
			arms.length,
			conversations.every(({ layout }) => layout === "side-by-side"),
		);
		const number = (name: string, byDefault: number) => numberOf(call.values, name) ?? byDefault;
		const search = {
			...{ power: share(call, "power", 0.8), alpha: share(call, "alpha", 0.05), step },
			...{ studies: number("studies", 1000), most: number("most", 2000), seed: text(call.values, "seed") ?? "1" },
		};
		const { needed, tried } = participantsFor(assumed, search);
		const dropout = numberOf(call.values, "dropout") ?? 0;
		if (!(dropout >= 0 && dropout < 1)) throw new Misuse("--dropout is a share from 0 to below 1, such as 0.1.");
		const participants = needed?.participants ?? null;
		const recruited = participants === null ? null : Math.ceil(participants / (1 - dropout));
		const pay = numberOf(call.values, "pay");
		const cost = participants === null || pay === undefined ? null : round(participants * pay * (1 + number("fee", 0)));
		const sets = participants === null ? null : participants / step;
		const data = { assumed, ...search, participants, reached: needed, sets, recruited, cost, tried };
		return { data, text: planText(data), code: needed ? 0 : 1 };
	},
};

const round = (amount: number): number => Math.round(amount * 100) / 100;

function share(call: Call, name: string, byDefault: number): number {
	const value = numberOf(call.values, name) ?? byDefault;
	if (!(value > 0 && value < 1)) throw new Misuse(`--${name} is between 0 and 1.`);
	return value;
}

function assumptions(
	{ values }: Call,
	kind: "crossover" | "parallel",
	arms: number,
	isBesideEachOther: boolean,
): Assumed {
	if (values.wins !== undefined) return comparison(values);
	const worths = text(values, "worths");
	if (worths !== undefined) {
		const logWorths = worths.split(",").map(Number);
		if (logWorths.length !== arms || !logWorths.every(Number.isFinite))
			throw new Misuse(
				`--worths has one number for each of the ${arms} arms, such as ${["0.5", ...Array(arms - 1).fill("0")].join(",")}.`,
			);
		return { kind: "ranking", logWorths };
	}
	const [difference, sd] = [numberOf(values, "difference"), numberOf(values, "sd")];
	if (isBesideEachOther)
		throw new Misuse(
			"The study shows arms side by side, so no rating is of one arm. Give --wins, or --worths for a ranking.",
		);
	if (difference === undefined || sd === undefined || !(sd > 0))
		throw new Misuse(
			"Give --difference and --sd (above 0) for ratings, --worths for a ranking, or --wins for comparisons.",
		);
	const ratings = numberOf(values, "ratings") ?? 1;
	if (!(ratings >= 1)) throw new Misuse("--ratings is 1 or more.");
	return kind === "parallel" ? { kind, difference, sd } : { kind, difference, sdWithin: sd / Math.sqrt(ratings) };
}

function comparison(values: Values): Assumed {
	const [wins, comparisons, spread] = [
		numberOf(values, "wins") ?? 0,
		numberOf(values, "comparisons") ?? 1,
		numberOf(values, "spread") ?? 0,
	];
	if (!(wins > 0 && wins < 1)) throw new Misuse("--wins is a share between 0 and 1, such as 0.6.");
	if (!Number.isInteger(comparisons) || comparisons < 1) throw new Misuse("--comparisons is a whole number from 1.");
	if (!(spread >= 0)) throw new Misuse("--spread is 0 or more.");
	return { kind: "comparison", wins, spread, comparisons };
}

type Planned = {
	readonly participants: number | null;
	readonly sets: number | null;
	readonly step: number;
	readonly recruited: number | null;
	readonly cost: number | null;
	readonly power: number;
	readonly most: number;
	readonly tried: readonly { readonly participants: number; readonly power: number; readonly error: number }[];
};

function planText({ participants, sets, step, recruited, cost, power, most, tried }: Planned): string {
	const rows = tried.map((each) => [
		each.participants,
		each.participants / step,
		each.power.toFixed(3),
		each.error.toFixed(3),
	]);
	const curve = table(["participants", "sets", "power", "error"], rows);
	if (participants === null) return `No number up to ${most} has the power ${power}.\n\n${curve}`;
	const head = pairs({
		participants: `${participants}, who complete`,
		sequences: `${sets} complete sets of ${step}`,
		recruited,
		...(cost !== null && { cost }),
	});
	return `${head}\n\n${curve}`;
}

const preregister: Command = {
	name: "preregister",
	summary: "Write a preregistration from a protocol: design, allocation, outcomes, models, exclusions.",
	takes: ["<file>"],
	offline: true,
	options: { output: { type: "string", means: "the Markdown file to write; by default it is printed" } },
	examples: ["crossover preregister protocol.json --output preregistration.md"],
	async run({ world, positionals: [file = ""], values }) {
		const written = preregistration(json(world, file));
		if (!written.ok) return faulty(written.error);
		const output = text(values, "output");
		if (output === undefined) return { data: { markdown: written.value }, text: written.value.trimEnd() };
		world.writeFile(output, new TextEncoder().encode(written.value));
		return { data: { file: output }, text: `${output} is written.` };
	},
};

const faulty = (errors: readonly { readonly pointer: string; readonly detail: string }[]) => ({
	data: { valid: false, errors },
	text: `The protocol has ${errors.length} fault(s):\n${faultLines(errors)}`,
	code: 1,
});

export const PLANNING_COMMANDS: readonly Command[] = [plan, preregister];
