import type { CharacterClass } from "./character-class.ts";
import type { Condition } from "./conditions.ts";
import type { Tree } from "./tree.ts";

/** States of a nondeterministic automaton, by their number. `next` and `other` are the numbers of the states that follow. */
type State =
	| { readonly kind: "character"; readonly of: CharacterClass; readonly next: number }
	| { readonly kind: "condition"; readonly of: Condition; readonly next: number }
	| { readonly kind: "split"; readonly next: number; readonly other: number }
	| { readonly kind: "end" };

/** How many states the expression has. Matching looks at each of them at most once for each character. */
export function sizeOf(tree: Tree): number {
	switch (tree.kind) {
		case "character":
		case "condition":
			return 1;
		case "sequence":
			return total(tree.parts);
		case "choice":
			return total(tree.parts) + tree.parts.length - 1;
		case "repetition":
			return sizeOfCopies(tree);
	}
}

type Repetition = Extract<Tree, { kind: "repetition" }>;

function sizeOfCopies(tree: Repetition): number {
	const { of, min, max } = tree;
	const size = sizeOf(of);
	if (size === 0 || isSame(tree)) return size;
	if (max === null) return Math.max(1, min) * size + 1;
	return max * size + splitsOf(tree);
}

/** `(x*)*` is `x*`, and `(x+)+` is `x+`. */
const isSame = ({ of, min, max }: Repetition): boolean =>
	max === null && min <= 1 && of.kind === "repetition" && of.max === null && of.min === min;

/** How many copies may be passed by. One that matches the empty text anyway need not be. */
const splitsOf = ({ of, min, max }: Repetition): number => (max === null || isNullable(of) ? 0 : max - min);

/** Whether it matches the empty text everywhere. */
function isNullable(tree: Tree): boolean {
	switch (tree.kind) {
		case "character":
		case "condition":
			return false;
		case "sequence":
			return tree.parts.every(isNullable);
		case "choice":
			return tree.parts.some(isNullable);
		case "repetition":
			return tree.min === 0 || isNullable(tree.of);
	}
}

const total = (parts: readonly Tree[]): number => parts.reduce((sum, part) => sum + sizeOf(part), 0);

/**
 * Whether a whole text matches (Thompson's construction, without backtracking): the time is at most proportional to the
 * number of states times the length of the text.
 */
export function matcherFor(tree: Tree): (text: string) => boolean {
	const states: State[] = [{ kind: "end" }];
	const first = addStates(states, tree, 0);
	return (text) => matches(states, first, [...text]);
}

/** Adds the states of a tree that lead to `next`, and returns the first of them. */
function addStates(states: State[], tree: Tree, next: number): number {
	switch (tree.kind) {
		case "character":
		case "condition":
			return states.push({ ...tree, next }) - 1;
		case "sequence":
			return tree.parts.reduceRight((after, part) => addStates(states, part, after), next);
		case "choice":
			return tree.parts
				.map((part) => addStates(states, part, next))
				.reduceRight((other, one) => states.push({ kind: "split", next: one, other }) - 1);
		case "repetition":
			return isSame(tree) ? addStates(states, tree.of, next) : addCopies(states, tree, next);
	}
}

function addCopies(states: State[], tree: Repetition, next: number): number {
	const { of, min, max } = tree;
	if (sizeOf(of) === 0) return next;
	if (max === null) {
		const loop = states.push({ kind: "end" }) - 1;
		const once = addStates(states, of, loop);
		states[loop] = { kind: "split", next: once, other: next };
		return copies(states, of, { count: min - 1, before: min === 0 ? loop : once });
	}
	const optional = splitsOf(tree);
	let before = next;
	for (let copy = 0; copy < optional; copy++)
		before = states.push({ kind: "split", next: addStates(states, of, before), other: next }) - 1;
	return copies(states, of, { count: max - optional, before });
}

function copies(states: State[], of: Tree, { count, before }: { count: number; before: number }): number {
	let first = before;
	for (let copy = 0; copy < count; copy++) first = addStates(states, of, first);
	return first;
}

function matches(states: readonly State[], first: number, characters: readonly string[]): boolean {
	const seen = new Uint32Array(states.length);
	let reached = [first];
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at] ?? "";
		const open = withFollowers(states, reached, { seen, at, characters });
		const known = new Map<CharacterClass, boolean>();
		reached = [];
		for (const number of open) {
			const state = states[number];
			if (state?.kind !== "character") continue;
			const has = known.get(state.of) ?? state.of.has(character);
			known.set(state.of, has);
			if (has) reached.push(state.next);
		}
		if (reached.length === 0) return false;
	}
	const last = withFollowers(states, reached, { seen, at: characters.length, characters });
	return last.some((number) => states[number]?.kind === "end");
}

/** `seen`: by state, one more than the place at which it was last reached. */
type Place = { readonly seen: Uint32Array; readonly at: number; readonly characters: readonly string[] };

/** The states that can be reached without a character, each once. */
function withFollowers(states: readonly State[], from: readonly number[], { seen, at, characters }: Place): number[] {
	const found: number[] = [];
	const left = [...from];
	for (let number = left.pop(); number !== undefined; number = left.pop()) {
		if (seen[number] === at + 1) continue;
		seen[number] = at + 1;
		found.push(number);
		const state = states[number];
		if (state?.kind === "split") left.push(state.other, state.next);
		else if (state?.kind === "condition" && state.of.holds(characters[at - 1], characters[at])) left.push(state.next);
	}
	return found;
}
