/** Function words by two-letter language code, as in the package stopwords-iso. */
export type StopWordLists = Readonly<Record<string, readonly string[]>>;

/** Words of the English list that can be subjects of conversations. */
const SUBJECTS = new Set(
	(
		"area areas case cases computer cost face faces fire group groups hell home homes importance information interest interests " +
		"invention man member members men microsoft money novel page pages place places problem problems research room rooms site " +
		"state states system test text web website work worked working works world young younger youngest"
	).split(" "),
);

/** English words in requests to assistants that do not name a subject. */
const TO_ASSISTANTS =
	"tell please give help want know think would like could should hi hello hey thanks need make get best good way".split(
		" ",
	);

/** The function words of English and of these languages (BCP 47 tags). A language without a list adds none. */
export const stopWordsOf = (lists: StopWordLists, languages: readonly (string | null)[]): ReadonlySet<string> => {
	const english = (lists.en ?? []).filter((word) => !SUBJECTS.has(word));
	const others = languages
		.map((language) => language?.split("-")[0]?.toLowerCase() ?? "en")
		.filter((tag) => tag !== "en");
	return new Set([...TO_ASSISTANTS, ...english, ...[...new Set(others)].flatMap((tag) => lists[tag] ?? [])]);
};
