const MONTHS =
	"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** Longer forms come first, so that a date is one identifier and not three numbers. */
const IDENTIFIER = new RegExp(
	[
		"\\b[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+\\b",
		"\\bhttps?://\\S+",
		"\\bwww\\.\\S+",
		"\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b",
		"\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b",
		`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTHS}\\b(?:,?\\s+\\d{4}\\b)?`,
		`\\b${MONTHS}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4}\\b)?`,
		"\\b\\d{1,2}:\\d{2}(?:\\s*[ap]m\\b)?",
		"\\b\\d{1,2}\\s*[ap]m\\b",
		"[$€£¥₹]\\s?\\d[\\d,.]*",
		"\\b\\d[\\d,.]*\\s?(?:dollars|euros?|pounds|usd|eur|gbp)\\b",
		"\\+?\\d[\\d\\s()-]{6,}\\d",
		"#\\w*\\d\\w*",
		"\\b(?=\\w*\\d)(?=\\w*[a-z])[a-z0-9]{4,}\\b",
		"\\b\\d{3,}\\b",
	].join("|"),
	"giu",
);

/**
 * The number of identifiers in a message: addresses, dates, times, amounts of money, telephone numbers, codes of letters and
 * digits, and numbers of three digits or more. The source counts order numbers and flight dates; these are the equivalents in
 * open conversations.
 */
export const identifiersIn = (text: string): number => text.match(IDENTIFIER)?.length ?? 0;
