import { type CharacterClass, union } from "./character-class.ts";
import type { Condition } from "./conditions.ts";

/** A parsed expression. A `max` of null is no limit; `counted` tells `x{0,1}` from `x?`. */
export type Tree =
	| { readonly kind: "character"; readonly of: CharacterClass }
	| { readonly kind: "condition"; readonly of: Condition }
	| { readonly kind: "sequence"; readonly parts: readonly Tree[] }
	| { readonly kind: "choice"; readonly parts: readonly Tree[] }
	| {
			readonly kind: "repetition";
			readonly of: Tree;
			readonly min: number;
			readonly max: number | null;
			readonly counted: boolean;
	  };

/** Sequences in sequences are flat, so that alternatives with a common beginning can be recognised. */
export function sequence(parts: readonly Tree[]): Tree {
	const flat = parts.flatMap((part) => (part.kind === "sequence" ? part.parts : [part]));
	const [only] = flat;
	return only !== undefined && flat.length === 1 ? only : { kind: "sequence", parts: flat };
}

/**
 * One of these. As in RE2, single characters beside each other become one class, a common beginning stands once, and so does
 * nothing: otherwise an expression that RE2 compiles to few states would have too many here.
 */
export function choice(alternatives: readonly Tree[]): Tree {
	const flat = alternatives.flatMap((one) => (one.kind === "choice" ? one.parts : [one]));
	const parts = merged(grouped(merged(flat)).flatMap((group) => (group.length === 1 ? group : [withBeginning(group)])));
	const [only] = parts;
	return only !== undefined && parts.length === 1 ? only : { kind: "choice", parts };
}

function merged(alternatives: readonly Tree[]): Tree[] {
	const result: Tree[] = [];
	for (const one of alternatives) {
		const last = result.at(-1);
		if (isEmpty(one) && result.some(isEmpty)) continue;
		if (one.kind === "character" && last?.kind === "character")
			result[result.length - 1] = { kind: "character", of: union([last.of, one.of]) };
		else result.push(one);
	}
	return result;
}

const isEmpty = (tree: Tree): boolean => tree.kind === "sequence" && tree.parts.length === 0;

const partsOf = (tree: Tree): readonly Tree[] => (tree.kind === "sequence" ? tree.parts : [tree]);

/** Neighbours whose first parts are the same. */
function grouped(alternatives: readonly Tree[]): (readonly Tree[])[] {
	const groups: { key: string | null; trees: Tree[] }[] = [];
	for (const one of alternatives) {
		const [first] = partsOf(one);
		const key = first === undefined ? null : keyOf(first);
		const last = groups.at(-1);
		if (last && key !== null && last.key === key) last.trees.push(one);
		else groups.push({ key, trees: [one] });
	}
	return groups.map(({ trees }) => trees);
}

function withBeginning(group: readonly Tree[]): Tree {
	const rests = group.map((one) => sequence(partsOf(one).slice(1)));
	return sequence([...group.slice(0, 1).flatMap((one) => partsOf(one).slice(0, 1)), choice(rests)]);
}

/** The same for trees that match the same texts because they are written the same. */
function keyOf(tree: Tree): string {
	switch (tree.kind) {
		case "character":
		case "condition":
			return tree.of.key;
		case "repetition":
			return `(${keyOf(tree.of)}){${tree.min},${tree.max}}`;
		default:
			return `${tree.kind}(${tree.parts.map(keyOf).join(";")})`;
	}
}

/** Whether repetitions in repetitions ask for at most `limit` copies of what they repeat. RE2 refuses more. */
export function repeatsAtMost(tree: Tree, limit: number): boolean {
	if (tree.kind === "sequence" || tree.kind === "choice") return tree.parts.every((part) => repeatsAtMost(part, limit));
	if (tree.kind !== "repetition") return true;
	const copies = tree.counted ? (tree.max ?? tree.min) : 1;
	if (tree.counted && tree.max === 0) return true;
	return copies <= limit && repeatsAtMost(tree.of, copies === 0 ? limit : Math.trunc(limit / copies));
}
