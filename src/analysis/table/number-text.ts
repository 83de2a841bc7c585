/**
 * A number as R writes it in names of coefficients and levels: up to 15 significant digits, in scientific notation if that is
 * shorter (`100000` is `1e+05`, `0.0001` is `1e-04`).
 */
export function numberText(value: number): string {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
	const fixed = fixedText(value);
	const scientific = scientificText(value);
	return fixed.length <= scientific.length ? fixed : scientific;
}

function scientificText(value: number): string {
	const [mantissa = "0", exponent = "+0"] = Number(value.toPrecision(15)).toExponential().split("e");
	const digits = exponent.slice(1).padStart(2, "0");
	return `${mantissa}e${exponent[0]}${digits}`;
}

function fixedText(value: number): string {
	const rounded = Number(value.toPrecision(15));
	const text = String(rounded);
	if (!text.includes("e")) return text;
	const decimals = Math.max(0, 14 - Math.floor(Math.log10(Math.abs(rounded))));
	return rounded.toFixed(Math.min(100, decimals)).replace(/\.?0+$/, "");
}
