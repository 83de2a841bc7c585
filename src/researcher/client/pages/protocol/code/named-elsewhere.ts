import type { Path } from "./schema.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const keysOf = (value: unknown): readonly string[] => (isRecord(value) ? Object.keys(value) : []);

const idsOf = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.flatMap((each) => (isRecord(each) && typeof each.id === "string" ? [each.id] : [])) : [];

/** Names that one part of a protocol defines and another part uses. */
export function namedElsewhere(path: Path, document: unknown): readonly string[] {
	if (!isRecord(document)) return [];
	const way = path.map((step) => (typeof step === "number" ? "*" : step)).join("/");
	if (way === "arms/*/model") return keysOf(document.models);
	if (way === "flow/*") return ["consent", "conversations", ...keysOf(document.forms)];
	if (way === "conversations/*/after/*" || /\/form$/.test(way)) return keysOf(document.forms);
	if (/^eligibility\/\*\/item$/.test(way)) return itemsOfForm(document, path);
	return [];
}

function itemsOfForm({ eligibility, forms }: Readonly<Record<string, unknown>>, path: Path): readonly string[] {
	const rule = Array.isArray(eligibility) ? eligibility[Number(path[1])] : null;
	const form = isRecord(rule) && isRecord(forms) ? forms[String(rule.form)] : null;
	return isRecord(form) ? idsOf(form.items) : [];
}
