import type { Inference, Missing } from "../inference/coefficients.ts";

/** A number with its interval, the number of units behind it, and the method; or the reason why there is none. */
export type Estimated = {
	readonly estimate: number;
	readonly se?: number;
	readonly df?: number;
	readonly statistic?: number;
	readonly p?: number;
	readonly lower: number;
	readonly upper: number;
	readonly n: number;
	readonly method: string;
};

export type Estimate = Estimated | Missing;

/** A test without an estimate, such as a chi-square. */
export type Test = (
	| {
			readonly statistic?: number;
			readonly df?: number;
			readonly df2?: number;
			readonly p: number;
			readonly n: number;
			readonly method: string;
	  }
	| Missing
) & { readonly label: string };

/** A count that needs no interval, because nothing was sampled. */
export type Count = { readonly label: string; readonly n: number };

export const isMissing = (value: object): value is Missing => "missing" in value;

/** What a model gives, with its number of rows and method. Infinite degrees of freedom (null) are left out. */
export function fromInference(found: Inference | Missing, n: number, method: string): Estimate {
	if (isMissing(found)) return { missing: found.missing };
	const { estimate, se, df, t, p, lower, upper } = found;
	return { estimate, se, ...(df === null ? {} : { df }), statistic: t, p, lower, upper, n, method };
}

type Interval = { readonly estimate: number; readonly lower: number; readonly upper: number; readonly n: number };

/** An estimate that has an interval and no test. */
export function fromInterval(found: (Interval & { readonly se?: number }) | Missing, method: string): Estimate {
	if (isMissing(found)) return { missing: found.missing };
	const { estimate, se, lower, upper, n } = found;
	return { estimate, ...(se === undefined ? {} : { se }), lower, upper, n, method };
}
