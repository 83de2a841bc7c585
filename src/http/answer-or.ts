/** For a call that the caller can do without: gives `otherwise` if the call fails or takes longer than `withinMs`. */
export function answerOr<T>(answer: Promise<T>, otherwise: T, withinMs: number): Promise<T> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => resolve(otherwise), withinMs);
		const done = (value: T) => {
			clearTimeout(timer);
			resolve(value);
		};
		answer.then(done, () => done(otherwise));
	});
}
