import { type Call, json, list, Misuse, needed, numberOf, type Option, text, type Values } from "../command.ts";

export const SIMULATION_OPTIONS: Readonly<Record<string, Option>> = {
	participants: { type: "string", means: "how many, or finished or profiles" },
	person: {
		type: "string",
		multiple: true,
		means: "a pseudonym, or an id for a scripted participant; may be repeated",
	},
	personas: { type: "string", means: "a JSON file with a list of texts, for converse, instead of participants" },
	condition: { type: "string", means: "scripted (default), converse or judge" },
	model: { type: "string", means: "a name in the protocol's models" },
	persona: { type: "string", means: "plain, demographics, interview, user-model, or a template" },
	positions: { type: "string", means: "for judge: seen (default) or drawn" },
	samples: { type: "string", means: "simulated participants for each person; 1 by default" },
	temperature: { type: "string", means: "of the simulating model; the protocol's by default" },
	timeout: { type: "string", means: "seconds that a call of the model may take; 60 by default" },
	seed: { type: "string", means: "a number; 1 by default" },
	concurrency: { type: "string", means: "participants at the same time, 1 to 32; 8 by default" },
	tokens: { type: "string", means: "the run stops after so many" },
	cost: { type: "string", means: "the run stops at this cost, in the model's currency" },
	policy: { type: "string", means: "for scripted: a JSON file; the options below replace its fields" },
	prefer: { type: "string", multiple: true, means: "for scripted: an arm's worth, such as long=1.2; may be repeated" },
	noise: { type: "string", means: "for scripted: 1 by default" },
	"position-bias": { type: "string", means: "for scripted: what an option loses for each later place; 0 by default" },
	"drop-out": { type: "string", means: "for scripted: the share that leaves after randomisation; 0 by default" },
	opening: { type: "string", means: "for scripted: what every conversation opens with" },
};

/** The request, from options and files. The API checks the rest, and names the field. */
export function simulationBody(call: Call): object {
	const { values, world } = call;
	const condition = text(values, "condition") ?? "scripted";
	const policy = policyOf(call);
	if (policy && condition !== "scripted") throw new Misuse("Only scripted participants have a policy.");
	const personas = text(values, "personas");
	const [tokens, cost] = [numberOf(values, "tokens"), numberOf(values, "cost")];
	return {
		condition,
		...(personas === undefined ? { participants: whom(values) } : { personas: json(world, personas) }),
		...given(["model", "persona", "positions"], (name) => text(values, name)),
		...given(["samples", "temperature", "timeout", "seed", "concurrency"], (name) => numberOf(values, name)),
		...(tokens === undefined && cost === undefined ? {} : { budget: defined({ tokens, cost }) }),
		...(policy && { policy }),
	};
}

function whom(values: Values): unknown {
	const people = list(values, "person");
	if (people.length > 0) return people;
	const participants = needed(values, "participants");
	return Number.isInteger(Number(participants)) ? Number(participants) : participants;
}

function policyOf({ values, world }: Call): object | null {
	const file = text(values, "policy");
	const from = file === undefined ? {} : json(world, file);
	if (typeof from !== "object" || from === null || Array.isArray(from))
		throw new Misuse(`${file} is no policy: write { "preferences": { "<arm>": 1 }, "noise": 1 }.`);
	const worths = preferences(list(values, "prefer"));
	const set = defined({
		...(worths && { preferences: worths }),
		...{ noise: numberOf(values, "noise"), positionBias: numberOf(values, "position-bias") },
		...{ dropOut: numberOf(values, "drop-out"), opening: text(values, "opening") },
	});
	return file === undefined && Object.keys(set).length === 0 ? null : { ...from, ...set };
}

function preferences(stated: readonly string[]): Record<string, number> | null {
	if (stated.length === 0) return null;
	return Object.fromEntries(
		stated.map((one) => {
			const at = one.lastIndexOf("=");
			const worth = Number(one.slice(at + 1));
			if (at < 1 || one.slice(at + 1).trim() === "" || !Number.isFinite(worth))
				throw new Misuse(`--prefer is an arm and its worth, such as long=1.2. This is ${one}.`);
			return [one.slice(0, at), worth];
		}),
	);
}

const defined = (fields: Readonly<Record<string, unknown>>): object =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const given = (names: readonly string[], read: (name: string) => unknown): object =>
	defined(Object.fromEntries(names.map((name) => [name, read(name)])));
