import { useEffect, useState } from "preact/hooks";

export type Store<T> = {
	readonly get: () => T;
	readonly set: (change: Partial<T>) => void;
	readonly subscribe: (listener: () => void) => () => void;
};

export function createStore<T extends object>(first: T): Store<T> {
	let state = first;
	const listeners = new Set<() => void>();
	return {
		get: () => state,
		set: (change) => {
			state = { ...state, ...change };
			for (const listener of listeners) listener();
		},
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

export function useStore<T>(store: Store<T>): T {
	const [state, setState] = useState(store.get);
	useEffect(() => {
		const look = () => setState(store.get());
		look();
		return store.subscribe(look);
	}, [store]);
	return state;
}
