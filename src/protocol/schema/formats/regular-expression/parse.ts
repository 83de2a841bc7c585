import { err, ok, type Result } from "../../../../shared/result.ts";
import { ANYTHING, type CharacterClass, NO_LINE_BREAK, range } from "./character-class.ts";
import { BOUNDARY, type Condition, END, LINE_END, LINE_START, NO_BOUNDARY, START } from "./conditions.ts";
import { codePointOf, readBrackets, readEscaped, readNamedClass } from "./parse-class.ts";
import { ExpressionFault, Reader } from "./reader.ts";
import { choice, repeatsAtMost, sequence, type Tree } from "./tree.ts";

/**
 * An expression in RE2's syntax (https://github.com/google/re2/wiki/Syntax) as a tree. The error is part of a sentence. Whether a
 * quantifier is greedy, and what a group captures, does not matter to whether a whole text matches: the tree does not say it.
 */
export function parse(expression: string): Result<Tree, string> {
	try {
		return ok(new Parser(expression).parse());
	} catch (error) {
		if (error instanceof ExpressionFault) return err(error.message);
		throw error;
	}
}

type Options = { readonly folded: boolean; readonly multiline: boolean; readonly dotAll: boolean };

/** What was read of an open group, and the options that hold again after it. */
type Group = { readonly alternatives: Tree[]; parts: Tree[]; readonly outside: Options };

type Quantifier = { readonly min: number; readonly max: number | null; readonly counted: boolean };

const SIGNS: Readonly<Record<string, Quantifier>> = {
	"*": { min: 0, max: null, counted: false },
	"+": { min: 1, max: null, counted: false },
	"?": { min: 0, max: 1, counted: false },
};

const MOST_COPIES = 1000;

class Parser {
	readonly #reader: Reader;
	#options: Options = { folded: false, multiline: false, dotAll: false };
	/** The innermost one last. The first stands for the whole expression. */
	readonly #groups: Group[] = [];
	readonly #names = new Set<string>();

	constructor(expression: string) {
		this.#reader = new Reader(expression);
	}

	parse(): Tree {
		this.#open();
		for (let isRepeated = false; !this.#reader.isAtEnd; ) {
			const quantifier = this.#quantifier();
			if (quantifier) this.#repeat(quantifier, isRepeated);
			else this.#readOne();
			isRepeated = quantifier !== null;
		}
		if (this.#groups.length > 1) throw new ExpressionFault("missing closing )");
		return this.#closed(this.#group);
	}

	get #group(): Group {
		const group = this.#groups.at(-1);
		if (!group) throw new ExpressionFault("unexpected )");
		return group;
	}

	#readOne(): void {
		const reader = this.#reader;
		if (reader.takes("(?")) this.#special();
		else if (reader.takes("(")) this.#open();
		else if (reader.takes(")")) this.#close();
		else if (reader.takes("|")) endAlternative(this.#group);
		else if (reader.takes("\\Q")) this.#quoted();
		else {
			const condition = this.#condition();
			this.#group.parts.push(
				condition ? { kind: "condition", of: condition } : { kind: "character", of: this.#character() },
			);
		}
	}

	#open(options = this.#options): void {
		this.#groups.push({ alternatives: [], parts: [], outside: this.#options });
		this.#options = options;
	}

	#close(): void {
		const closed = this.#groups.pop();
		if (!closed) return;
		this.#options = closed.outside;
		this.#group.parts.push(this.#closed(closed));
	}

	#closed(group: Group): Tree {
		endAlternative(group);
		return choice(group.alternatives);
	}

	/** After `(?`: a named group, or options for a group or for the rest of this one. */
	#special(): void {
		const name = this.#reader.match(/P?<(\w+)>/y)?.[1];
		if (name !== undefined) {
			if (this.#names.has(name)) throw new ExpressionFault(`duplicate capture group name: \`${name}\``);
			this.#names.add(name);
			this.#open();
			return;
		}
		const flags = this.#reader.match(/([imsU]*)(?:-([imsU]+))?([:)])/y);
		if (!flags) throw new ExpressionFault("invalid or unsupported Perl syntax: `(?`");
		const [, on = "", off = "", end] = flags;
		const option = (flag: string, now: boolean) => (now || on.includes(flag)) && !off.includes(flag);
		const { folded, multiline, dotAll } = this.#options;
		const options = {
			folded: option("i", folded),
			multiline: option("m", multiline),
			dotAll: option("s", dotAll),
		};
		if (end === ":") this.#open(options);
		else this.#options = options;
	}

	#quoted(): void {
		const [, text = ""] = this.#reader.match(/([\s\S]*?)(?:\\E|$)/y) ?? [];
		for (const character of text) this.#group.parts.push({ kind: "character", of: this.#literal(character) });
	}

	#condition(): Condition | null {
		const { multiline } = this.#options;
		if (this.#reader.takes("^")) return multiline ? LINE_START : START;
		if (this.#reader.takes("$")) return multiline ? LINE_END : END;
		return [START, END, BOUNDARY, NO_BOUNDARY].find(({ key }) => this.#reader.takes(key)) ?? null;
	}

	#character(): CharacterClass {
		const { folded, dotAll } = this.#options;
		const reader = this.#reader;
		if (reader.takes(".")) return dotAll ? ANYTHING : NO_LINE_BREAK;
		if (reader.takes("[")) return readBrackets(reader, folded);
		const named = readNamedClass(reader, folded);
		if (named) return named;
		return this.#literal(reader.takes("\\") ? String.fromCodePoint(readEscaped(reader)) : reader.next());
	}

	#literal(character: string): CharacterClass {
		const codePoint = codePointOf(character);
		return range(codePoint, codePoint, this.#options.folded);
	}

	/** Goes past a quantifier and the sign that makes it lazy. A brace that is none is a character. */
	#quantifier(): Quantifier | null {
		const found = this.#reader.match(/(?:[*+?]|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\})\??/y);
		if (!found) return null;
		const [whole, least, comma, most] = found;
		if (least === undefined) return SIGNS[whole.charAt(0)] ?? null;
		const min = Number(least);
		const max = comma === undefined ? min : most === undefined ? null : Number(most);
		if (min > MOST_COPIES || (max !== null && (max > MOST_COPIES || max < min)))
			throw new ExpressionFault(`invalid repeat count: \`${whole}\``);
		return { min, max, counted: true };
	}

	#repeat(quantifier: Quantifier, isRepeated: boolean): void {
		if (isRepeated) throw new ExpressionFault("invalid nested repetition operator");
		const of = this.#group.parts.pop();
		if (!of) throw new ExpressionFault("missing argument to repetition operator");
		const tree: Tree = { kind: "repetition", of, ...quantifier };
		if (!repeatsAtMost(tree, MOST_COPIES)) throw new ExpressionFault("invalid repeat count");
		this.#group.parts.push(tree);
	}
}

function endAlternative(group: Group): void {
	group.alternatives.push(sequence(group.parts));
	group.parts = [];
}
