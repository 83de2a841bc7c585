/**
 * Characters that leave no mark on a page: white space, Unicode's default-ignorable characters (zero-width characters, fillers,
 * variation selectors, tags), control and format characters, and a few others with an empty glyph. Combining marks are
 * included, because they show nothing without a base character.
 */
const INVISIBLE =
	"\\p{White_Space}\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Noncharacter_Code_Point}\\p{M}" +
	// Braille blank, object replacement, musical null notehead, Egyptian blanks.
	"\\u2800\\ufffc\\u{1d159}\\u{13441}\\u{13442}";
const ANY_VISIBLE = new RegExp(`[^${INVISIBLE}]`, "u");
const UNCOUNTED = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u2800\ufffc]/gu;

/** Whether a reader sees nothing: `"\u200b"` and `"\u3164"` are as blank as `" "`. */
export const isBlank = (text: string): boolean => !ANY_VISIBLE.test(text);

/** The text without the invisible characters in it. White space stays. */
export const visiblePart = (text: string): string => text.replace(UNCOUNTED, (mark) => (/\s/.test(mark) ? mark : ""));

/** Length in UTF-16 code units without invisible characters and outer white space, for a minimum number of characters. */
export const visibleLength = (text: string): number => (isBlank(text) ? 0 : visiblePart(text).trim().length);
