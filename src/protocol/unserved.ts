import { pointer } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";
import type { Protocol } from "./schema.ts";

/** A part of the protocol that parses and validates, but that nothing serves yet. */
type Part = {
	readonly name: string;
	/** Where this protocol uses it. */
	readonly uses: (protocol: Protocol) => readonly (readonly PropertyKey[])[];
};

const when = (used: boolean, ...path: PropertyKey[]): PropertyKey[][] => (used ? [path] : []);

/** One entry a part: whoever serves a part deletes its line here, and nothing else. */
const UNSERVED: readonly Part[] = [
	{
		name: "a limit of tokens",
		uses: ({ limits }) => when(limits.tokensPerSession !== undefined, "limits", "tokensPerSession"),
	},
];

/** The parts of this protocol that nothing serves yet, each by its name: such a study is valid, but cannot open. */
export const unservedParts = (protocol: Protocol): Fault[] =>
	UNSERVED.flatMap(({ name, uses }) =>
		uses(protocol).map((path) => ({
			pointer: pointer(path),
			detail: `Nothing serves ${name} yet: take it out, or leave the study a draft.`,
		})),
	);
