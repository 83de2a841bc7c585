import { quantile } from "../section.ts";

const CONNECTIONS = 32;

export type Load = { readonly perSecond: number; readonly p95Ms: number };

/** Calls `act` `count` times over `CONNECTIONS` connections. */
export async function load(count: number, act: (index: number) => Promise<unknown>): Promise<Load> {
	const times: number[] = [];
	let next = 0;
	const from = performance.now();
	await Promise.all(
		Array.from({ length: CONNECTIONS }, async () => {
			for (let index = next++; index < count; index = next++) {
				const sentAt = performance.now();
				await act(index);
				times.push(performance.now() - sentAt);
			}
		}),
	);
	return { perSecond: (count * 1000) / (performance.now() - from), p95Ms: quantile(times, 0.95) };
}

export const ABOUT_LOAD = `from ${CONNECTIONS} connections`;
