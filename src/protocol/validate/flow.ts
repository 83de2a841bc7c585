import type { Fault } from "../../shared/problem.ts";
import type { Protocol } from "../schema.ts";
import { fault, faultIf, known, repeats } from "./fault.ts";

/** Names in the flow that are no forms. */
const RESERVED = ["consent", "conversations"];

export const flowFaults = (protocol: Protocol): Fault[] => [...placeFaults(protocol), ...unusedForms(protocol)];

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

export function flowNameFaults({ flow, forms }: Protocol): Fault[] {
	return flow.flatMap((part, index) =>
		faultIf(
			!RESERVED.includes(part) && !Object.hasOwn(forms, part),
			["flow", index],
			`There is no form "${part}". Defined under \`forms\`: ${known(Object.keys(forms))}.`,
		),
	);
}

function unusedForms({ flow, forms, conversations }: Protocol): Fault[] {
	const after = conversations.flatMap((entry) => entry.after);
	return Object.keys(forms).flatMap((id) => {
		if (RESERVED.includes(id))
			return [fault(["forms", id], `"${id}" means something else in the flow: give the form another name.`)];
		const used = flow.includes(id) || after.includes(id);
		return faultIf(
			!used,
			["forms", id],
			"Nobody is asked this form: name it in `flow` or in `after` of a conversation, or take it out.",
		);
	});
}
