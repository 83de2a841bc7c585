import { pointer } from "./json.ts";
import type { Fault } from "./problem.ts";

/**
 * Faults that `JSON.parse` hides: the first of two values with one name, digits of an integer beyond 2^53, and a name that some
 * libraries drop. Only the text of the document still shows them.
 */
export type JsonSource = {
	readonly faults: readonly Fault[];
	/** The requested fields' numbers, in their written form. */
	readonly written: ReadonlyMap<string, string>;
};

type OpenContainer =
	| { readonly kind: "object"; readonly names: Set<string>; name: string | null }
	| { readonly kind: "array"; index: number };

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\],:]/gs;
const INTEGER = /^-?\d+$/;

/**
 * Reads the text of a JSON document, which must be valid; for other texts the result is undefined. Numbers in the fields
 * `asText` of the outermost object may have any number of digits, and are returned in their written form.
 */
export function readJsonSource(text: string, asText: readonly string[] = []): JsonSource {
	const faults: Fault[] = [];
	const written = new Map<string, string>();
	const open: OpenContainer[] = [];
	let last = "";
	const fault = (detail: string) => faults.push({ pointer: pointer(open.map(stepOf)), detail });
	for (const [token] of text.matchAll(TOKEN)) {
		const inside = open.at(-1);
		if (token === "{") open.push({ kind: "object", names: new Set(), name: null });
		else if (token === "[") open.push({ kind: "array", index: 0 });
		else if (token === "}" || token === "]") open.pop();
		else if (token === ",") nextEntry(inside);
		else if (token === ":") {
			if (inside?.kind === "object") nameEntry(inside, JSON.parse(last), fault);
		} else if (!token.startsWith('"')) {
			const field = open.length === 1 && inside?.kind === "object" ? inside.name : null;
			const wrong = faultOfNumber(token);
			if (field !== null && asText.includes(field)) written.set(field, token);
			else if (wrong !== null) fault(wrong);
		}
		last = token;
	}
	return { faults, written };
}

const stepOf = (open: OpenContainer): PropertyKey => (open.kind === "array" ? open.index : (open.name ?? ""));

function nextEntry(inside: OpenContainer | undefined): void {
	if (inside?.kind === "array") inside.index += 1;
}

function nameEntry(
	inside: Extract<OpenContainer, { kind: "object" }>,
	name: string,
	fault: (detail: string) => void,
): void {
	inside.name = name;
	if (inside.names.has(name)) fault("This name occurs twice in one object: keep one of them.");
	if (name === "__proto__") fault("This name is not allowed: choose another.");
	inside.names.add(name);
}

function faultOfNumber(token: string): string | null {
	const value = Number(token);
	if (!Number.isFinite(value)) return "This number is too large.";
	return INTEGER.test(token) && !Number.isSafeInteger(value)
		? "This number has more digits than a JSON number can hold: write it as text, in quotes."
		: null;
}
