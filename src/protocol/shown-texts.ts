import type { Item } from "./form.ts";
import type { Protocol } from "./schema.ts";

export type ShownText = { readonly path: readonly PropertyKey[]; readonly text: string };

/** Every text of the protocol that a participant reads, with its place. */
export const shownTexts = ({ title, consent, conversations, forms, arms }: Protocol): ShownText[] =>
	[
		{ path: ["title"], text: title },
		{ path: ["consent", "text"], text: consent.text },
		...arms.map(({ description }, index) => ({ path: ["arms", index, "description"], text: description })),
		...conversations.flatMap(({ title: heading, instructions, scale }, index) => [
			...fields(["conversations", index], { title: heading, instructions }),
			...fields(["conversations", index, "scale"], { minLabel: scale?.minLabel, maxLabel: scale?.maxLabel }),
		]),
		...Object.entries(forms).flatMap(([id, form]) => [
			{ path: ["forms", id, "title"], text: form.title },
			...form.items.flatMap((item, index) => ofItem(item, ["forms", id, "items", index])),
		]),
	].filter((shown): shown is ShownText => shown.text !== undefined);

type Maybe = { readonly path: readonly PropertyKey[]; readonly text: string | undefined };

const fields = (path: readonly PropertyKey[], texts: Readonly<Record<string, string | undefined>>): Maybe[] =>
	Object.entries(texts).map(([name, text]) => ({ path: [...path, name], text }));

function ofItem(item: Item, path: readonly PropertyKey[]): Maybe[] {
	const { label, help } = item;
	const ends = "minLabel" in item ? { minLabel: item.minLabel, maxLabel: item.maxLabel } : {};
	const options = "options" in item && typeof item.options !== "string" ? item.options : [];
	return [
		...fields(path, { label, help, ...ends }),
		...options.map((option, index) => ({ path: [...path, "options", index, "label"], text: option.label })),
	];
}
