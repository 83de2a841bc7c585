/** One package of the lock file. */
export type Component = {
	readonly name: string;
	readonly version: string;
	/** The SPDX licence that its author stated. Null if none is stated. */
	readonly licence: string | null;
	/** Whether it is deployed with the Worker, or run by scripts on its data. Otherwise it only builds and tests. */
	readonly isDeployed: boolean;
	readonly hasIntegrity: boolean;
};

type LockEntry = {
	readonly version?: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly link?: boolean;
	readonly integrity?: string;
};

const IN = "node_modules/";

/** The packages that npm installs by this lock file, without the project's own, sorted by name and version. */
export function componentsOf(lock: { readonly packages: Readonly<Record<string, LockEntry>> }): Component[] {
	return Object.entries(lock.packages)
		.filter(([path, { link }]) => path.includes(IN) && !link)
		.map(([path, { version = "", license = null, dev = false, integrity }]) => ({
			name: path.slice(path.lastIndexOf(IN) + IN.length),
			version,
			licence: license,
			isDeployed: !dev,
			hasIntegrity: integrity !== undefined,
		}))
		.sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
