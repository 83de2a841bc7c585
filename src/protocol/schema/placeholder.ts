/** Stands in a model's `model` or `providerOptions` for the served name of the arm's adapter. */
export const ADAPTER = "{{adapter}}";

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
const FIELD = /^(?:(?:profile|attributes)(?:\.[\w-]+)+|history)\??$/;

/** What stands between `{{` and `}}` in a text, in order. */
export const placeholders = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? "");

/** Does every `{{` have its `}}`, with neither inside the other? */
export const bracesMatch = (text: string): boolean => !/\{\{|\}\}/.test(text.replaceAll(PLACEHOLDER, ""));

/** `profile.self_description`, `attributes.region`, `history`: what a template may name of a participant's profile. With a `?` not everybody needs it. */
export const isProfileField = (name: string): boolean => FIELD.test(name);

/** A template in its pieces, in order: what stands for everybody, and what is filled in. */
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
