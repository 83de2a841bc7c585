/** HTML's named entities. Those in `open`, separated by blanks, also count without a semicolon. */
export type Entities = { readonly named: Readonly<Record<string, string>>; readonly open: string };

let named: ReadonlyMap<string, string> | null = null;
let open: ReadonlySet<string> = new Set();

/** Null: as before they were read. */
export function useEntities(entities: Entities | null): void {
	named = entities && new Map(Object.entries(entities.named));
	open = new Set(entities?.open.split(" "));
}

const ENTITY = /&(?:#[xX]([\da-fA-F]+);?|#(\d+);?|([A-Za-z][\dA-Za-z]*);?)/g;

/** Decodes entities as a page's text does, also without a semicolon: `&notit;` is `¬it;`. Throws before they were read. */
export function decodeEntities(text: string): string {
	if (!text.includes("&")) return text;
	return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name = "") => {
		if (hex !== undefined) return numbered(Number.parseInt(hex, 16));
		return decimal === undefined ? withName(whole, name) : numbered(Number.parseInt(decimal, 10));
	});
}

function withName(whole: string, name: string): string {
	if (named === null) throw new Error("HTML's entities were not read.");
	const exact = whole.endsWith(";") ? named.get(name) : undefined;
	if (exact !== undefined) return exact;
	for (let length = name.length; length > 1; length--) {
		const start = name.slice(0, length);
		if (open.has(start)) return `${named.get(start)}${whole.slice(1 + length)}`;
	}
	return whole;
}

/** What browsers show for 128 to 159, which are control characters of Unicode. 0: nothing else. */
const WINDOWS_1252 = [
	8364, 0, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338, 0, 381, 0, 0, 8216, 8217, 8220, 8221, 8226,
	8211, 8212, 732, 8482, 353, 8250, 339, 0, 382, 376,
];

function numbered(codePoint: number): string {
	const isCharacter = codePoint > 0 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
	return String.fromCodePoint(isCharacter ? WINDOWS_1252[codePoint - 128] || codePoint : 0xfffd);
}
