import type { Fault } from "../../../shared/problem.ts";
import type { Protocol } from "../../schema/schema.ts";
import { numberOfConversations } from "../../steps/steps.ts";
import { fault, type Path } from "../faults/fault.ts";

/** A ranking can only come after the conversations or replies that it ranks. */
export const rankingFaults = (protocol: Protocol): Fault[] =>
	Object.entries(protocol.forms).flatMap(([form, { items }]) =>
		items.flatMap((item, index) => {
			if (item.kind !== "ranking" || typeof item.options !== "string") return [];
			const path = ["forms", form, "items", index, "options"];
			return item.options === "conversations"
				? conversationsFaults(protocol, form, path)
				: panesFaults(protocol, form, path);
		}),
	);

function conversationsFaults(protocol: Protocol, form: string, path: Path): Fault[] {
	const { conversations } = protocol;
	if (numberOfConversations(protocol) < 2) {
		return [
			fault(path, "There is only one conversation, and nothing to rank: add conversations, or take the item out."),
		];
	}
	const misplaced = askedBefore(protocol, form) || conversations.some(({ after }) => after.includes(form));
	return misplaced
		? [fault(path, "Conversations can be ranked only in a form that the flow names after `conversations`.")]
		: [];
}

function panesFaults(protocol: Protocol, form: string, path: Path): Fault[] {
	const { conversations, flow } = protocol;
	const followed = conversations.filter(({ after }) => after.includes(form));
	if (followed.some(({ layout }) => layout !== "side-by-side")) {
		return [fault(path, "Only a side-by-side has panes: use this form in `after` of no other layout.")];
	}
	if (!flow.includes(form)) return [];
	const one = conversations.filter(({ layout }) => layout === "side-by-side").length === 1;
	return one && !askedBefore(protocol, form)
		? []
		: [
				fault(
					path,
					"Ask this in `after` of the side-by-side: in the flow it can only follow `conversations` with exactly one side-by-side.",
				),
			];
}

/** Whether the flow names this form before `conversations`. */
const askedBefore = ({ flow }: Protocol, form: string): boolean =>
	flow.slice(0, Math.max(flow.indexOf("conversations"), 0)).includes(form);
