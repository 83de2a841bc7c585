import type { Failure, Seen } from "./play.ts";

const SLOWEST = 5;

/** Counts by operation and status, and the slowest requests. */
export function summaryOf(seen: readonly Seen[]): string {
	const byOperation = Map.groupBy(seen, ({ operation }) => operation);
	const lines = [...byOperation]
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(
			([operation, requests]) =>
				`${String(requests.length).padStart(6)}  ${operation.padEnd(62)} ${statuses(requests)}`,
		);
	const slowest = seen
		.toSorted((one, other) => other.tookMs - one.tookMs)
		.slice(0, SLOWEST)
		.map(({ operation, status, tookMs }) => `${(tookMs / 1000).toFixed(2).padStart(6)} s  ${operation} ${status}`);
	return [...lines, "", "The slowest:", ...slowest].join("\n");
}

function statuses(requests: readonly Seen[]): string {
	const counts = Map.groupBy(requests, ({ status }) => status);
	return [...counts]
		.toSorted(([one], [other]) => one - other)
		.map(([status, some]) => `${status || "none"}: ${some.length}`)
		.join("  ");
}

/** Failures of one kind are reported once. */
export const kindOf = ({ operation, check }: Failure): string => `${operation}: ${check}`;

type FoundFailure = { readonly seed: number; readonly scenario: number; readonly failure: Failure };

export const failureText = ({ seed, scenario, failure }: FoundFailure): string =>
	[
		`FAILED  ${kindOf(failure)}`,
		`  expected  ${failure.expected}`,
		`  seen      ${failure.seen}`,
		`  request   ${failure.curl.length > 4000 ? `${failure.curl.slice(0, 4000)} … (${failure.curl.length} characters)` : failure.curl}`,
		...failure.before.slice(-12).map((line, index) => `  ${index === 0 ? "after    " : "         "} ${line}`),
		`  again     npm run fuzz -- --seed ${seed} --only ${scenario}`,
	].join("\n");
