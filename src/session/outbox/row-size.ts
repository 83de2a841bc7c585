/** D1 takes 2,000,000 bytes a row; the rest is for numbers and for what SQLite adds. */
const MOST_ROW_BYTES = 1_990_000;
/** A UTF-16 unit has three bytes of UTF-8 at most: below this nothing needs to be encoded to be counted. */
const SURELY_FITS = MOST_ROW_BYTES / 3;

const encoder = new TextEncoder();

/** Whether D1 takes the row of this statement of drizzle. Every statement of ours writes one row at most. */
export function fitsRow(statement: object): boolean {
	const texts = parametersOf(statement).filter((value) => typeof value === "string");
	const units = texts.reduce((sum, text) => sum + text.length, 0);
	if (units <= SURELY_FITS) return true;
	return texts.reduce((sum, text) => sum + encoder.encode(text).length, 0) <= MOST_ROW_BYTES;
}

const parametersOf = (statement: object): readonly unknown[] =>
	"toSQL" in statement && typeof statement.toSQL === "function" ? statement.toSQL().params : [];
