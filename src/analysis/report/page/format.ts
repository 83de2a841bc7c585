/** A number for readers: three significant digits, whole numbers whole, and a true minus sign. */
export function numberText(value: number): string {
	const size = Math.abs(value);
	if (Number.isInteger(value) && size < 1e9) return minus(String(value));
	if (size >= 1000) return minus(value.toFixed(0));
	if (size >= 100) return minus(value.toFixed(1));
	return minus(size >= 0.001 ? value.toFixed(size >= 10 ? 1 : size >= 0.1 ? 2 : 3) : value.toPrecision(2));
}

const minus = (text: string): string => (text.startsWith("-") ? `−${text.slice(1)}` : text);

export const pText = (p: number): string => (p < 0.001 ? "< 0.001" : p.toFixed(3));

export const intervalText = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
	`${numberText(lower)} to ${numberText(upper)}`;
