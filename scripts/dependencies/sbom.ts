import { type Component, componentsOf, IN, type Lock, nameAt } from "./lock.ts";

/**
 * The deployed packages as CycloneDX. `npm sbom --omit dev` leaves out every package that a tool needs too, such as zod, and without
 * that option it refuses this tree. There is no time and no serial number, so one lock file gives one document.
 */
export function sbomOf(lock: Lock) {
	const { name = "", version = "" } = (lock.packages[""] ?? {}) as { name?: string; version?: string };
	const own = { type: "application", "bom-ref": name, name, version };
	const deployed = componentsOf(lock).filter(({ isDeployed }) => isDeployed);
	const components = byRef(deployed.map((component) => [refOf(component), described(component)]));
	return {
		$schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
		bomFormat: "CycloneDX",
		specVersion: "1.5",
		version: 1,
		metadata: { component: own },
		components,
		dependencies: dependenciesOf(lock, name),
	};
}

const refOf = ({ name, version }: { readonly name: string; readonly version?: string }): string =>
	`pkg:npm/${name.replace("@", "%40")}@${version}`;

/** A package may be installed at several places. */
const byRef = <T>(entries: readonly (readonly [string, T])[]): T[] => [...new Map(entries).values()];

function described({ name, version, licence, integrity }: Component) {
	const purl = refOf({ name, version });
	return {
		type: "library",
		"bom-ref": purl,
		name,
		version,
		purl,
		...(licence === null
			? {}
			: { licenses: [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }] }),
		...(integrity === null ? {} : { hashes: [hashOf(integrity)] }),
	};
}

/** `sha512-` and base64 become `SHA-512` and hex digits. */
function hashOf(integrity: string) {
	const [algorithm = "", digest = ""] = integrity.split("-");
	return {
		alg: algorithm.toUpperCase().replace("SHA", "SHA-"),
		content: Buffer.from(digest, "base64").toString("hex"),
	};
}

/** What each package needs. The project's own workspaces count as the project. */
function dependenciesOf(lock: Lock, own: string) {
	const needs = new Map<string, Set<string>>();
	for (const [path, entry] of Object.entries(lock.packages)) {
		if (entry.dev || entry.link) continue;
		const ref = path.includes(IN) ? refOf({ name: nameAt(path), ...entry }) : own;
		const all = needs.get(ref) ?? new Set();
		needs.set(ref, all);
		const { dependencies, optionalDependencies, peerDependencies } = entry;
		for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
			const found = foundFrom(lock, path, name);
			if (found) all.add(found);
		}
	}
	return [...needs].map(([ref, all]) => ({ ref, dependsOn: [...all].sort() }));
}

/** As Node finds it: in the package's own node_modules, then in those of the folders above. Null if it is a tool or not installed. */
function foundFrom(lock: Lock, path: string, name: string): string | null {
	for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf(`/${IN}`), 0))) {
		const entry = lock.packages[`${folder && `${folder}/`}${IN}${name}`];
		if (entry) return entry.dev || entry.link ? null : refOf({ name, ...entry });
		if (folder === "") return null;
	}
}
