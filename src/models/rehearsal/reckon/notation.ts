const DIGITS = 6;
const rounded = (value: number): number => Number(value.toPrecision(12));

/** At most six decimals, without trailing zeros. */
export const plain = (value: number): string => String(Number(rounded(value).toFixed(DIGITS)));

export const equals = (value: number): string => (Number(plain(value)) === rounded(value) ? "=" : "\\approx");

export const inLatex = (source: string): string =>
	source
		.replace(/\s+/g, "")
		.replace(/\^(\d+)/g, "^{$1}")
		.replace(/([-+])/g, " $1 ")
		.replace(/\*/g, " \\cdot ")
		.replace(/\//g, " \\div ")
		.replace(/ {2,}/g, " ")
		.trim();

/** With its sign as a sum continues: " + 3", " - 2.5". */
export const signed = (value: number): string => `${value < 0 ? "-" : "+"} ${plain(Math.abs(value))}`;
