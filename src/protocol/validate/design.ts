import type { Fault } from "../../shared/problem.ts";
import type { Protocol } from "../schema/schema.ts";
import { blockSizes, completeSet } from "../steps/block.ts";
import { itemsAsked } from "../steps/steps.ts";
import { isReportedElsewhere } from "./faults/corrected-form-names.ts";
import { fault, faultIf, repeats } from "./faults/fault.ts";
import { didYouMean } from "./faults/nearest.ts";

export const designFaults = (protocol: Protocol): Fault[] => [
	...blockFaults(protocol),
	...strataFaults(protocol),
	...minimisationFaults(protocol),
	...parallelFaults(protocol),
	...topicFaults(protocol),
];

function blockFaults(protocol: Protocol): Fault[] {
	const { blockSize, method, kind, order } = protocol.design;
	if (blockSize === undefined) return [];
	const path = ["design", "blockSize"];
	if (method === "minimisation") return [fault(path, "Minimisation draws without blocks: leave `blockSize` away.")];
	if (kind === "crossover" && order === "random") {
		return [fault(path, "An order drawn at random for each participant has no blocks: leave `blockSize` away.")];
	}
	const set = completeSet(protocol);
	const detail = `A block holds complete sets of ${set} participants here: make it a multiple of ${set}.`;
	return blockSizes(protocol).flatMap((size, index) =>
		faultIf(size % set !== 0, typeof blockSize === "number" ? path : [...path, index], detail),
	);
}

function strataFaults(protocol: Protocol): Fault[] {
	const { strata } = protocol.design;
	const asked = itemsAsked(protocol).filter(({ beforeRandomisation }) => beforeRandomisation);
	const path = (index: number) => ["design", "strata", index];
	return [
		...repeats(strata).map((index) => fault(path(index), "This stratum is named twice: once is enough.")),
		...strata.flatMap((stratum, index) => {
			const [source, form, id] = stratum.split(".");
			if (source !== "answers") return [];
			const found = asked.find(({ form: of, item }) => of === form && item.id === id)?.item;
			if (!found && isReportedElsewhere(protocol, form ?? "")) return [];
			if (!found) {
				const suggestion = didYouMean(
					`${form}.${id}`,
					asked.map((one) => `${one.form}.${one.item.id}`),
				);
				return [
					fault(
						path(index),
						`No form before \`conversations\` in the flow asks "${form}.${id}", and strata are known by then.${suggestion}`,
					),
				];
			}
			const kinds = ["choice", "likert", "number"];
			return faultIf(!kinds.includes(found.kind), path(index), `Strata come from items of kind ${kinds.join(", ")}.`);
		}),
	];
}

function minimisationFaults({ design: { kind, order, method, minimisation, strata } }: Protocol): Fault[] {
	if (method === "minimisation" && kind === "crossover" && order === "random") {
		return [
			fault(
				["design", "method"],
				"Minimisation chooses among the sequences of a set, and an order drawn at random has none.",
			),
		];
	}
	if (!minimisation) return [];
	if (method !== "minimisation") {
		return [
			fault(
				["design", "minimisation"],
				"These settings count only with `method` minimisation: set it, or leave them away.",
			),
		];
	}
	return Object.keys(minimisation.weights)
		.filter((name) => !strata.includes(name))
		.map((name) =>
			fault(
				["design", "minimisation", "weights", name],
				`"${name}" is not among \`design.strata\`: weigh only what is.${didYouMean(name, strata)}`,
			),
		);
}

function topicFaults({ design, conversations }: Protocol): Fault[] {
	const { kind, topics } = design;
	if (topics === undefined) return [];
	const path = ["design", "topics"];
	if (kind === "parallel")
		return [fault(path, "In a parallel design everybody meets one arm, in every topic: leave `topics` away.")];
	const singles = conversations.filter(({ layout }) => layout === "single");
	if (singles.length < 2)
		return [
			fault(path, "Topics are conversations of the layout single, two at least: add one, or leave `topics` away."),
		];
	return conversations.flatMap(({ layout, arms }, index) =>
		faultIf(
			topics === "within" && layout === "single" && arms !== "each",
			["conversations", index, "arms"],
			'Within topics, each has all arms: use "each", or set `design.topics` to across.',
		),
	);
}

/** In a parallel design a participant meets one arm only. */
function parallelFaults({ design, conversations }: Protocol): Fault[] {
	if (design.kind !== "parallel") return [];
	return conversations.flatMap(({ layout, arms }, index) => [
		...faultIf(
			layout !== "single",
			["conversations", index, "layout"],
			"In a parallel design everybody meets one arm: use single.",
		),
		...faultIf(
			layout === "single" && arms === "each",
			["conversations", index, "arms"],
			'In a parallel design everybody meets one arm: use 1, not "each".',
		),
	]);
}
