/** The placeholder of an adapter's served name in a model's `model` or `providerOptions`. */
export const ADAPTER = "{{adapter}}";

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const FIELD = /^(?:(?:profile|attributes)(?:\.[\w-]+)+|history)\??$/;

/** The names between `{{` and `}}` in a text, in order. */
export const placeholders = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? "");

/** Whether every `{{` has its `}}`, without nesting. */
export const bracesMatch = (text: string): boolean => !/\{\{|\}\}/.test(text.replaceAll(PLACEHOLDER, ""));

/**
 * `profile.self_description`, `attributes.region`, `history`: fields of a participant's profile in a template. A field
 * with `?` is optional.
 */
export const isProfileField = (name: string): boolean => FIELD.test(name);

/** The pieces of a template in order: fixed texts and placeholders. */
export function piecesOf(
	template: string,
): ({ readonly text: string } | { readonly field: string; readonly optional: boolean })[] {
	const pieces = [];
	let from = 0;
	for (const match of template.matchAll(PLACEHOLDER)) {
		const name = match[1] ?? "";
		pieces.push(
			{ text: template.slice(from, match.index) },
			{ field: name.replace(/\?$/, ""), optional: name.endsWith("?") },
		);
		from = match.index + match[0].length;
	}
	return [...pieces, { text: template.slice(from) }];
}
