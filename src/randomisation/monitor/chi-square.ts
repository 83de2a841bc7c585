/**
 * P(X >= statistic) of a chi-square with this many degrees of freedom: the regularised incomplete gamma function Q(df / 2,
 * statistic / 2) of DLMF 8.2.4, by its series (8.11.4) below the turning point and its continued fraction (8.9.2,
 * evaluated by Lentz's method) above, as in Press et al., Numerical Recipes, section 6.2. Accurate to about 12 significant
 * digits. Throws a RangeError if a number is invalid.
 */
export function chiSquareTail(statistic: number, df: number): number {
	if (!(statistic >= 0) || !Number.isInteger(df) || df < 1)
		throw new RangeError(`no chi-square of ${statistic} on ${df}`);
	if (statistic === 0) return 1;
	const [a, x] = [df / 2, statistic / 2];
	const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
	return x < a + 1 ? Math.max(0, 1 - scale * lowerSeries(a, x)) : scale * upperFraction(a, x);
}

/** log Γ(a) for half-integers and integers, which are the only ones that a chi-square needs: exact recurrence from Γ(1/2) and Γ(1). */
function logGamma(a: number): number {
	let value = a % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
	for (let k = a % 1 === 0 ? 1 : 0.5; k < a; k += 1) value += Math.log(k);
	return value;
}

function lowerSeries(a: number, x: number): number {
	let term = 1 / a;
	let total = term;
	for (let n = 1; n < 10_000 && term > total * 1e-16; n += 1) {
		term *= x / (a + n);
		total += term;
	}
	return total;
}

function upperFraction(a: number, x: number): number {
	const tiny = 1e-300;
	let b = x + 1 - a;
	let c = 1 / tiny;
	let d = 1 / b;
	let fraction = d;
	for (let n = 1; n < 10_000; n += 1) {
		const an = -n * (n - a);
		b += 2;
		d = 1 / nonZero(an * d + b, tiny);
		c = nonZero(b + an / c, tiny);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return fraction;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);
