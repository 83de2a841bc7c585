import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import type { Protocol } from "../schema/schema.ts";
import { type ExitName, exitTypeOf, type ProlificExit } from "./exits.ts";

type Given = { readonly exit: ExitName; readonly given: ProlificExit };

const at = ({ exit }: Given, ...path: string[]): string => pointer(["recruitment", "prolific", "exits", exit, ...path]);

/** Faults that only new fields of exits can have, so that protocols without these fields still open. */
export function exitFaults({ recruitment: { prolific } }: Pick<Protocol, "recruitment">): Fault[] {
	const exits = Object.entries(prolific?.exits ?? {}).flatMap(([exit, given]): Given[] =>
		given ? [{ exit: exit as ExitName, given }] : [],
	);
	return [...exits.flatMap(payFaults), ...exits.flatMap((each) => sharedCodeFaults(each, exits))];
}

function payFaults(each: Given): Fault[] {
	const { exit, given } = each;
	const isScreenOut = exitTypeOf(exit, given) === "screened_out";
	if (given.type === "screened_out" && !given.fixedPay)
		return [
			{
				pointer: at(each, "fixedPay"),
				detail: "Say what a participant who is screened out is paid, and for how many.",
			},
		];
	if (!given.fixedPay || isScreenOut) return [];
	return [
		{
			pointer: at(each, "fixedPay"),
			detail: "Only exits of the type screened_out have a fixed pay: give this exit that type, or remove its pay.",
		},
	];
}

/** Prolific has one type for each code. Two exits without a type only get a warning. */
function sharedCodeFaults(each: Given, exits: readonly Given[]): Fault[] {
	const other = exits.find(({ exit, given }) => exit !== each.exit && given.code === each.given.code);
	if (!other || (each.given.type === undefined && each.given.fixedPay === undefined)) return [];
	const isSame =
		exitTypeOf(other.exit, other.given) === exitTypeOf(each.exit, each.given) &&
		JSON.stringify(other.given.fixedPay) === JSON.stringify(each.given.fixedPay);
	return isSame
		? []
		: [
				{
					pointer: at(each, "code"),
					detail: `The exit ${other.exit} has this code with another type or pay. Prolific takes one for each code: give them different codes.`,
				},
			];
}
