/** `AbortSignal.any`, which phones of 2022 do not have. */
export function eitherSignal(one: AbortSignal, other: AbortSignal): AbortSignal {
	const both = new AbortController();
	for (const signal of [one, other]) {
		if (signal.aborted) both.abort(signal.reason);
		else signal.addEventListener("abort", () => both.abort(signal.reason), { once: true, signal: both.signal });
	}
	return both.signal;
}

/** `AbortSignal.throwIfAborted`, which they do not have either. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw reasonOf(signal);
}

/** The oldest of them are told no reason. */
export const reasonOf = ({ reason }: AbortSignal): unknown => reason ?? new Error("aborted");
