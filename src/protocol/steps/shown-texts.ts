import type { Item } from "../schema/form.ts";
import type { Protocol } from "../schema/schema.ts";

export type ShownText = { readonly path: readonly PropertyKey[]; readonly text: string };

/** Every text of the protocol that participants read, with its pointer. */
export const shownTexts = (protocol: Protocol): ShownText[] => {
	const { title, consent, conversations, forms, arms } = protocol;
	const shown: Maybe[] = [
		{ path: ["title"], text: title },
		{ path: ["consent", "text"], text: consent.text },
		...besideTheSteps(protocol),
		...arms.map(({ description }, index) => ({ path: ["arms", index, "description"], text: description })),
		...conversations.flatMap(({ title: heading, instructions, scale }, index) => [
			...fields(["conversations", index], { title: heading, instructions }),
			...fields(["conversations", index, "scale"], { minLabel: scale?.minLabel, maxLabel: scale?.maxLabel }),
		]),
		...Object.entries(forms).flatMap(([id, form]) => [
			{ path: ["forms", id, "title"], text: form.title },
			...form.items.flatMap((item, index) => ofItem(item, ["forms", id, "items", index])),
		]),
	];
	return shown.filter((one): one is ShownText => one.text !== undefined);
};

type Maybe = { readonly path: readonly PropertyKey[]; readonly text: string | undefined };

/** Ideas, and texts of the menu and the exit page. */
export function besideTheSteps({ contact, support, debrief, conversations }: Protocol): Maybe[] {
	return [
		...fields(["contact"], { name: contact?.name, ethics: contact?.ethics }),
		...fields(["support"], support ?? {}),
		...(typeof debrief === "string" ? [{ path: ["debrief"], text: debrief }] : fields(["debrief"], debrief ?? {})),
		...conversations.flatMap(({ ideas = [] }, index) =>
			ideas.map((text, place) => ({ path: ["conversations", index, "ideas", place], text })),
		),
	];
}

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
