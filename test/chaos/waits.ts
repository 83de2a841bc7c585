import type { Requests } from "./requests.ts";

type Wait = { readonly ms: number; readonly isStruck: boolean };

/** How long participants waited, by the kind of step, with and without a struck request. */
export class Waits {
	readonly #waits = new Map<string, Wait[]>();

	/** From the first attempt to the answer. Struck: an attempt broke or was refused. */
	async measure<T>(kind: string, requests: Requests, act: () => Promise<T>): Promise<T> {
		const [fromMs, before] = [performance.now(), faultsOf(requests)];
		const result = await act();
		const wait = { ms: performance.now() - fromMs, isStruck: faultsOf(requests) > before };
		this.#waits.set(kind, [...(this.#waits.get(kind) ?? []), wait]);
		return result;
	}

	lines(): string[] {
		return [...this.#waits]
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.map(([kind, waits]) => {
				const struck = waits.filter(({ isStruck }) => isStruck);
				return `${kind.padEnd(24)} ${counted(waits)}   struck ${counted(struck)}`;
			});
	}
}

const faultsOf = ({ broken, refused }: Requests): number => broken + refused.length;

function counted(waits: readonly Wait[]): string {
	const sorted = waits.map(({ ms }) => ms).toSorted((one, other) => one - other);
	const seconds = (ms: number | undefined) => (ms === undefined ? "-" : `${(ms / 1000).toFixed(1)} s`).padStart(8);
	return `${String(sorted.length).padStart(6)}  median ${seconds(sorted[Math.floor(sorted.length / 2)])}  longest ${seconds(sorted.at(-1))}`;
}
