/** One package of the lock file. */
export type Component = {
	readonly name: string;
	readonly version: string;
	/** The SPDX licence that its author stated. Null if none is stated. */
	readonly licence: string | null;
	/** Whether it is deployed with the Worker, or run by scripts on its data. Otherwise it only builds and tests. */
	readonly isDeployed: boolean;
	/** Its hash by Subresource Integrity. Null if the lock file has none. */
	readonly integrity: string | null;
};

export type LockEntry = {
	readonly version?: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly link?: boolean;
	readonly integrity?: string;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
};

export type Lock = { readonly packages: Readonly<Record<string, LockEntry>> };

export const IN = "node_modules/";

export const nameAt = (path: string): string => path.slice(path.lastIndexOf(IN) + IN.length);

/** The packages that npm installs by this lock file, without the project's own, sorted by name and version. */
export function componentsOf(lock: Lock): Component[] {
	return Object.entries(lock.packages)
		.filter(([path, { link }]) => path.includes(IN) && !link)
		.map(([path, { version = "", license = null, dev = false, integrity = null }]) => ({
			name: nameAt(path),
			version,
			licence: license,
			isDeployed: !dev,
			integrity,
		}))
		.sort((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
