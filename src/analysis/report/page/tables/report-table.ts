export type Cell = string | number | boolean | null;
/** One table of the report, as its CSV file has it: a row may have an estimate with its interval, or `missing`. */
export type ReportTable = {
	/** The name of its file, without the ending. */
	readonly name: string;
	readonly title: string;
	/** One sentence that says how to read it. */
	readonly about: string;
	/** Columns that say what a row is about, with their headings. The estimate's own columns follow. */
	readonly keys: readonly (readonly [name: string, heading: string])[];
	readonly rows: readonly Readonly<Record<string, Cell>>[];
	/** False where a test against 0 would mean nothing, such as for a mean. The page leaves it out. */
	readonly isTested?: boolean;
};

/** The columns of an estimate in a CSV file, where some row has them. */
export const ESTIMATE_COLUMNS = [
	"estimate",
	"se",
	"df",
	"df2",
	"statistic",
	"p",
	"holm",
	"bh",
	"lower",
	"upper",
	"n",
	"method",
	"missing",
];

type Loose = Readonly<Record<string, unknown>>;

/** The scalars of an object; nested bootstrap and odds become columns of their own. */
function flat(row: object): Record<string, Cell> {
	const cells: Record<string, Cell> = {};
	for (const [name, value] of Object.entries(row)) {
		if (value === null || ["string", "number", "boolean"].includes(typeof value)) cells[name] = value as Cell;
		else if (name === "bootstrap" || name === "odds")
			for (const [inner, number] of Object.entries(value as Loose)) cells[`${name}_${inner}`] = number as Cell;
	}
	return cells;
}

export const table = (
	name: string,
	title: string,
	about: string,
	keys: ReportTable["keys"],
	rows: readonly object[],
	isTested = true,
): ReportTable[] => (rows.length === 0 ? [] : [{ name, title, about, keys, isTested, rows: rows.map(flat) }]);

/** The model's kind is enough beside its outcome. */
export const short = <T extends { readonly model: string; readonly outcome: string }>(row: T): T => ({
	...row,
	model: row.model.startsWith(`${row.outcome} `) ? row.model.slice(row.outcome.length + 1) : row.model,
});

export const ARM = ["label", "Arm"] as const;
