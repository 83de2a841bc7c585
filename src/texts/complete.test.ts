import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES_WITH_TEXTS } from "./server-texts.ts";
import { type Catalogue, formsOf, isForms, placeholdersIn, type Text, textsByPath } from "./template.ts";

const FOLDERS = ["app", "server"];
const languagesIn = (folder: string): string[] =>
	readdirSync(`src/texts/${folder}`).map((file) => file.replace(/\.ts$/, ""));

async function textsIn(folder: string, language: string): Promise<ReadonlyMap<string, Text>> {
	const { texts }: { texts: Catalogue } = await import(`./${folder}/${language}.ts`);
	return new Map(textsByPath(texts));
}

const cases = FOLDERS.flatMap((folder) => languagesIn(folder).map((language) => [folder, language] as const));

describe.each(cases)("the catalogue %s/%s", (folder, language) => {
	it("has every text that the English one has, and no other", async () => {
		const [own, english] = await Promise.all([textsIn(folder, language), textsIn(folder, "en")]);
		expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
	});

	it("fills in the same as the English one", async () => {
		const [own, english] = await Promise.all([textsIn(folder, language), textsIn(folder, "en")]);
		const filledIn = (texts: ReadonlyMap<string, Text>) =>
			Object.fromEntries([...texts].map(([path, text]) => [path, placeholdersIn(text).sort()]));
		expect(filledIn(own)).toEqual(filledIn(english));
	});

	it("has a plural form for each category of its language, and none that the language lacks", async () => {
		const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
		const [own] = await Promise.all([textsIn(folder, language)]);
		const wrong = [...own].flatMap(([path, text]) => {
			if (typeof text === "string" || !isForms(text)) return [];
			// Counts here are whole numbers from 1 to 999.
			const needed = pluralCategories.filter((category) => !isRare(language, category));
			const missing = needed.filter((category) => text[category] === undefined);
			const foreign = Object.keys(text).filter((category) => !pluralCategories.some((known) => known === category));
			return [...missing, ...foreign].map((category) => `${path}: ${category}`);
		});
		expect(wrong).toEqual([]);
	});

	it("has a visible text everywhere", async () => {
		const blank = [...(await textsIn(folder, language))].filter(([, text]) =>
			formsOf(text).some((form) => form.trim() === ""),
		);
		expect(blank).toEqual([]);
	});
});

/** Categories that no whole number from 1 to 999 has. */
function isRare(language: string, category: Intl.LDMLPluralRule): boolean {
	const rules = new Intl.PluralRules(language);
	return !Array.from({ length: 999 }, (_, at) => rules.select(at + 1)).includes(category);
}

it("exists in both folders for every offered language, and for no other", () => {
	for (const folder of FOLDERS) expect(languagesIn(folder).sort()).toEqual([...LANGUAGES_WITH_TEXTS].sort());
});
