type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** `#` is the number. Languages have from one form to six; `other` is the one that each of them has. */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
	const rules = new Intl.PluralRules(language);
	return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", String(count));
}

/** `ar` of `ar-EG`. Beside the above, so that both are in the app's first file and a catalogue is one request. */
export const primaryOf = (tag: string): string => (tag.split("-")[0] ?? "").toLowerCase();
