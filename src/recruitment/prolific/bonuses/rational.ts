/** An exact fraction. Money is never a floating-point number here. The denominator is positive. */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const rational = (n: bigint, d = 1n): Rational => {
	const divisor = (d < 0n ? -1n : 1n) * gcd(n < 0n ? -n : n, d < 0n ? -d : d);
	return { n: n / divisor, d: d / divisor };
};

function gcd(one: bigint, other: bigint): bigint {
	let [a, b] = [one, other];
	while (b !== 0n) [a, b] = [b, a % b];
	return a === 0n ? 1n : a;
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const negate = ({ n, d }: Rational): Rational => ({ n: -n, d });
export const compare = (a: Rational, b: Rational): number => sign(a.n * b.d - b.n * a.d);
/** Null for a division by zero. */
export const divide = (a: Rational, b: Rational): Rational | null =>
	b.n === 0n ? null : rational(a.n * b.d, a.d * b.n);

const sign = (n: bigint): number => (n < 0n ? -1 : n > 0n ? 1 : 0);

export const ZERO = rational(0n);
export const ONE = rational(1n);

export function floor({ n, d }: Rational): bigint {
	return n >= 0n || n % d === 0n ? n / d : n / d - 1n;
}

/** Halves away from zero, as people round money. */
export function rounded(value: Rational): bigint {
	const isNegative = value.n < 0n;
	const up = floor(add(isNegative ? negate(value) : value, rational(1n, 2n)));
	return isNegative ? -up : up;
}

const DECIMAL = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/;

/** The exact value of a decimal text, such as that of a number in JSON. Null if it is none. */
export function fromDecimal(text: string): Rational | null {
	const match = DECIMAL.exec(text);
	if (!match) return null;
	const [, sign, whole = "", fraction = "", exponent = "0"] = match;
	if (whole + fraction === "") return null;
	const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
	const power = Number(exponent) - fraction.length;
	return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
}

/** An amount in pence or cents, as `4.25`. */
export function moneyText(minor: bigint): string {
	const digits = String(minor).padStart(3, "0");
	return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
