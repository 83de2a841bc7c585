/** A running Worker, as its clients see it. */
export type Served = {
	readonly origin: string;
	/** A researcher's key with every scope. */
	readonly key: string;
	readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
	/** Contains its databases and its log. */
	readonly folder: string;
};

export const servedAt = (origin: string, key: string, folder: string): Served => ({
	origin,
	key,
	folder,
	fetch: (path, init) => fetch(origin + path, init),
});
