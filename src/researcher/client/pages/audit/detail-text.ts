type Line = { readonly name: string; readonly value: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The given reason, and all other recorded values as lines with their paths. */
export function readDetail(detail: unknown): { readonly reason: string | null; readonly lines: readonly Line[] } {
	if (!isRecord(detail)) return { reason: null, lines: linesOf(detail, "") };
	const { reason, ...rest } = detail;
	const given = typeof reason === "string" && reason !== "" ? reason : null;
	return { reason: given, lines: linesOf(given === null ? detail : rest, "") };
}

function linesOf(value: unknown, name: string): readonly Line[] {
	if (isRecord(value))
		return Object.entries(value).flatMap(([key, each]) => linesOf(each, name ? `${name}.${key}` : key));
	if (!Array.isArray(value)) return value === null || value === undefined ? [] : [{ name, value: String(value) }];
	if (value.some(isRecord)) return value.flatMap((each, index) => linesOf(each, `${name}.${index + 1}`));
	return value.length === 0 ? [] : [{ name, value: value.join(", ") }];
}

/** In one cell of a table that is saved. */
export function detailText(detail: unknown): string {
	const { reason, lines } = readDetail(detail);
	return [...(reason === null ? [] : [reason]), ...lines.map(({ name, value }) => `${name}: ${value}`)].join("; ");
}
