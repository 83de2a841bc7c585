import type { Fault } from "../../shared/problem.ts";
import type { Protocol } from "../schema/schema.ts";
import { isNamed, isThere, RESERVED, unnamed } from "./faults/corrected-form-names.ts";
import { fault, faultIf, known, type Path, repeats } from "./faults/fault.ts";
import { didYouMean, nearest } from "./faults/nearest.ts";

export const flowFaults = (protocol: Protocol): Fault[] => [...placeFaults(protocol), ...reservedFaults(protocol)];

function placeFaults({ flow }: Protocol): Fault[] {
	return [
		...faultIf(
			flow[0] !== "consent",
			["flow", 0],
			"The flow begins with `consent`: nobody is asked anything before it.",
		),
		...faultIf(
			!flow.includes("conversations"),
			["flow"],
			"The flow has to name `conversations` once: randomisation happens there.",
		),
		...repeats(flow).map((index) => fault(["flow", index], `The flow names "${flow[index]}" twice: once is enough.`)),
	];
}

const reservedFaults = ({ forms }: Protocol): Fault[] =>
	RESERVED.filter((name) => Object.hasOwn(forms, name)).map((name) =>
		fault(["forms", name], `"${name}" means something else in the flow: give the form another name.`),
	);

type Named = { readonly name: string; readonly path: Path };

/** Every place that names a missing form. */
const missing = (protocol: Protocol): Named[] =>
	[
		...protocol.flow.map((name, index) => ({ name, path: ["flow", index] })),
		...protocol.conversations.flatMap(({ after }, entry) =>
			after.map((name, index) => ({ name, path: ["conversations", entry, "after", index] })),
		),
	].filter(({ name }) => !isThere(protocol, name));

function noForm({ forms }: Protocol, { name, path }: Named): Fault {
	const names = Object.keys(forms);
	const suggestion = didYouMean(name, [...names, ...RESERVED]);
	return fault(path, `There is no form "${name}".${suggestion} Defined under \`forms\`: ${known(names)}.`);
}

/** A name that is close to that of an unused form is a slip, also in a draft. */
export function misspeltForms(protocol: Protocol): Fault[] {
	const candidates = unnamed(protocol);
	return missing(protocol)
		.filter(({ name }) => nearest(name, candidates) !== null)
		.map((named) => noForm(protocol, named));
}

/** In a draft: named forms that are not written yet. */
export const missingForms = (protocol: Protocol): Fault[] => missing(protocol).map((named) => noForm(protocol, named));

/** In a draft: written forms that are not used yet. */
export const unaskedForms = (protocol: Protocol): Fault[] =>
	Object.keys(protocol.forms)
		.filter((id) => !RESERVED.includes(id) && !isNamed(protocol, id))
		.map((id) =>
			fault(
				["forms", id],
				"Nobody is asked this form: name it in `flow` or in `after` of a conversation, or take it out.",
			),
		);
