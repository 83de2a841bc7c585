import { wordsOf } from "./words.ts";

/** Shorter words often become other words if one letter changes. */
const SHORTEST = 6;
/** Below this length, a changed letter often gives another word (sharks, shares). */
const LONG = 9;

export type Vocabulary = { readonly words: ReadonlySet<string>; readonly stems: readonly string[] };

export function vocabularyOf(keys: readonly string[]): Vocabulary {
	const words = keys.flatMap((each) => each.split(/[|+ ]/)).filter((word) => word.length >= SHORTEST - 1);
	const stems = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
	return { words: new Set(words.filter((word) => !word.endsWith("*"))), stems };
}

/** Corrects unknown words with one typing error: a letter missing, added or changed, or two letters swapped. */
export function corrected(text: string, vocabulary: Vocabulary): string {
	return ` ${wordsOf(text)
		.map((word) => nearest(word, vocabulary))
		.join(" ")} `;
}

function nearest(word: string, { words, stems }: Vocabulary): string {
	if (word.length < SHORTEST || words.has(word)) return word;
	if (stems.some((stem) => word.startsWith(stem))) return word;
	for (const known of words) if (isOneSlip(word, known)) return known;
	const stem = stems.find(
		(each) =>
			each.length >= SHORTEST - 1 && [0, 1, -1].some((more) => isOneSlip(word.slice(0, each.length + more), each)),
	);
	return stem ?? word;
}

function isOneSlip(a: string, b: string): boolean {
	if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || a === b) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	const restA = a.slice(start);
	const restB = b.slice(start);
	const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
	const isChange = a.length >= LONG && restA.slice(1) === restB.slice(1);
	return isSwap || isChange || restA.slice(1) === restB || restA === restB.slice(1);
}
