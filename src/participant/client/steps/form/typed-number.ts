/** A typed number: one value, two readings (each written so that it is unambiguous), or no number. */
export type TypedNumber =
	| { readonly kind: "number"; readonly value: number }
	| { readonly kind: "ambiguous"; readonly ways: readonly [whole: string, decimal: string] }
	| { readonly kind: "none" };

const NONE = { kind: "none" } as const;

/** The digit 0 of other scripts. Full-width digits are normalised before. */
const ZEROS = [
	0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
	0x17e0, 0x1810,
];

/** India groups like `12,34,567`. */
const GROUPED = /^\d{1,3}(?=([., ']))(?:\1\d{2,3})*\1\d{3}$/;
const DECIMAL = /^(.*?)([.,])(\d*)$/;

/**
 * Reads numbers of any country: `3,5`, `1 234,5`, `1.234.567`, `٤٢`. A separator before exactly three digits may mean
 * thousands or decimals: `50,000` is refused, not stored as 50. So are forms that only programs write, such as `1e3`.
 */
export function readTypedNumber(typed: string): TypedNumber {
	const [, sign = "", digits = ""] = /^([+-]?) ?(.*)$/.exec(plain(typed)) ?? [];
	const number = (text: string): TypedNumber => numberOf(sign, text);
	if (/^\d+$/.test(digits)) return number(digits);
	if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return ambiguous(sign, digits);
	if (isGrouped(digits)) return number(withoutGroups(digits));
	const [, whole = "", mark = "", decimals = ""] = DECIMAL.exec(digits) ?? [];
	if (mark === "" || whole + decimals === "") return NONE;
	if (/^\d*$/.test(whole)) return number(`${whole || "0"}.${decimals}`);
	return isGrouped(whole) && !whole.includes(mark) ? number(`${withoutGroups(whole)}.${decimals}`) : NONE;
}

/**
 * Latin digits with `-`, `.` and `,`, and one kind of blank and apostrophe. An Arabic decimal mark never separates
 * thousands.
 */
const plain = (typed: string): string =>
	typed
		.normalize("NFKC")
		.replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, "")
		.replace(/\p{Nd}/gu, latinDigit)
		.replace(/[−‐‑–﹣]/g, "-")
		.replace(/٫/g, ".")
		.replace(/[٬’‘`´]/g, "'")
		.replace(/\s+/g, " ")
		.trim();

function latinDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	const zero = ZEROS.find((from) => code >= from && code < from + 10);
	return zero === undefined ? digit : String(code - zero);
}

const isGrouped = (digits: string): boolean => GROUPED.test(digits) && !digits.startsWith("0");
const withoutGroups = (digits: string): string => digits.replace(/\D/g, "");

function numberOf(sign: string, text: string): TypedNumber {
	const value = Number(text) * (sign === "-" ? -1 : 1);
	const isKept = text.includes(".") || Number.isSafeInteger(value);
	return isKept && Number.isFinite(value) ? { kind: "number", value: value === 0 ? 0 : value } : NONE;
}

/** Both readings, each written unambiguously: `50000` or `50`, `1234` or `1.2340`. */
function ambiguous(sign: string, digits: string): TypedNumber {
	const minus = sign === "-" ? "-" : "";
	const [whole = "", decimals = ""] = digits.split(/[.,]/);
	const decimal = Number(decimals) === 0 ? whole : `${whole}.${decimals.replace(/0+$/, "")}`;
	const written = /\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;
	return { kind: "ambiguous", ways: [minus + whole + decimals, minus + written] };
}
