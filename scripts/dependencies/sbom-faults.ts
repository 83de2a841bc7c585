type Sbom = {
	readonly bomFormat?: unknown;
	readonly components?: readonly { readonly name: string; readonly version: string }[];
};

/** A sentence for each package that the page lists and the SBOM does not, or the reverse. `sbom` is JSON; it throws if that is broken. */
export function sbomFaults(sbom: string, page: string): string[] {
	const { bomFormat, components = [] } = JSON.parse(sbom) as Sbom;
	if (bomFormat !== "CycloneDX") return ["The SBOM does not say that it is CycloneDX."];
	const inSbom = new Set(components.map(({ name, version }) => `${name} ${version}`));
	const onPage = packagesOf(page);
	if (onPage.size === 0) return ["The page lists no packages."];
	return [
		...without(onPage, inSbom).map((missing) => `${missing} is not in the SBOM.`),
		...without(inSbom, onPage).map((missing) => `${missing} is in the SBOM and not on the page.`),
	];
}

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
	[...all].filter((each) => !others.has(each));

/** The rows of docs/reference/dependencies.md, as name and version. */
function packagesOf(page: string): Set<string> {
	const rows = page.matchAll(/^\| (\S+) \| (\d\S*) \|/gm);
	return new Set([...rows].map(([, name, version]) => `${name} ${version}`));
}
