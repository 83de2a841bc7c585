/** When tools encode each other's output, they add a few layers of encoding. No real case has more than this. */
const MOST_ROUNDS = 5;

const NAMED: Readonly<Record<string, string>> = {
	lbrace: "{",
	lcub: "{",
	rbrace: "}",
	rcub: "}",
	lbrack: "[",
	lsqb: "[",
	rbrack: "]",
	rsqb: "]",
	lt: "<",
	gt: ">",
	amp: "&",
	dollar: "$",
	percnt: "%",
};

/** The text, and the text after each round of decoding percent signs, HTML entities, JavaScript escapes and full-width forms. */
export function readings(text: string): string[] {
	const found = [text];
	for (let last = text; found.length <= MOST_ROUNDS; ) {
		const next = decoded(last);
		if (next === last) break;
		found.push(next);
		last = next;
	}
	return found;
}

const decoded = (text: string): string =>
	text
		.replaceAll(ENCODED, percentDecoded)
		.replaceAll(/%u([0-9a-f]{4})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});/gi, (match, ...hex) =>
			character(
				match,
				Number.parseInt(
					hex.slice(0, 4).find((digits) => digits !== undefined),
					16,
				),
			),
		)
		.replaceAll(/&#(\d{1,7});/g, (match, digits) => character(match, Number(digits)))
		.replaceAll(/&([a-z]+);/g, (match, name) => (Object.hasOwn(NAMED, name) ? (NAMED[name] ?? match) : match))
		.normalize("NFKC");

const LAST_CODE_POINT = 0x10ffff;

const character = (match: string, code: number): string =>
	code <= LAST_CODE_POINT ? String.fromCodePoint(code) : match;

/** Whether percent signs encode bytes that are not UTF-8. `J%F6rg` is in Latin-1. */
export const hasStrayBytes = (text: string): boolean =>
	[...text.matchAll(ENCODED)].some(([bytes]) => percentDecoded(bytes) === bytes);

const ENCODED = /(?:%[0-9a-f]{2})+/gi;

/** Bytes that are not UTF-8 are kept as they are. */
function percentDecoded(bytes: string): string {
	try {
		return decodeURIComponent(bytes);
	} catch {
		return bytes;
	}
}
