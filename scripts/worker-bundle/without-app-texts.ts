import type { Plugin } from "vite";
import { texts } from "../../src/texts/app/en.ts";
import { type Catalogue, isText, placeholdersIn } from "../../src/texts/template.ts";

/**
 * The deployed Worker checks the paths and the placeholders of a study's own texts, and shows none of the app's. So it has each
 * of the app's texts with nothing but its placeholders.
 */
export function withoutAppTexts(): Plugin {
	return {
		name: "without-app-texts",
		enforce: "pre",
		transform: (_code, id) =>
			id.endsWith("/src/texts/app/en.ts")
				? { code: `export const texts = ${JSON.stringify(withoutWords(texts))};`, map: null }
				: null,
	};
}

const withoutWords = (catalogue: Catalogue): Catalogue =>
	Object.fromEntries(
		Object.entries(catalogue).map(([name, node]) => [
			name,
			isText(node)
				? placeholdersIn(node)
						.map((placeholder) => `{${placeholder}}`)
						.join("")
				: withoutWords(node),
		]),
	);
