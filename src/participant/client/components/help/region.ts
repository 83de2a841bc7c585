/** The first of these countries in the browser's languages: `en-GB` names GB. */
export function regionAmong(languages: readonly string[], countries: readonly string[]): string | undefined {
	const regions = languages.flatMap((tag) => /-([A-Za-z]{2})(?:-|$)/.exec(tag)?.[1]?.toUpperCase() ?? []);
	return regions.find((region) => countries.includes(region));
}
