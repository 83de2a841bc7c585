import { answerRow, isReply, type RawRow, replyRow } from "./read-rows.ts";
import type { AnswerRow, ReplyRow, StudyFacts, StudyTables } from "./study-tables.ts";
import type { TableName } from "./table-names.ts";
import { tablesFromRows } from "./tables-from-rows.ts";

/** Some rows of one export. */
export type TablePage = { readonly name: TableName; readonly rows: readonly RawRow[] };

/**
 * Collects the rows of a report page by page. Transcripts and answers are reduced at once, because those of a large study
 * exceed the memory of a Worker.
 */
export class ReportRows {
	readonly #rows = new Map<TableName, RawRow[]>();
	readonly #replies: ReplyRow[] = [];
	readonly #answers: AnswerRow[] = [];

	add({ name, rows }: TablePage): void {
		if (name === "transcripts") {
			for (const row of rows) if (isReply(row)) this.#replies.push(replyRow(row));
		} else if (name === "answers") {
			for (const row of rows) {
				const answer = answerRow(row);
				if (answer !== null) this.#answers.push(answer);
			}
		} else {
			const known = this.#rows.get(name) ?? [];
			for (const row of rows) known.push(row);
			this.#rows.set(name, known);
		}
	}

	/** `protocol` is the protocol as JSON. */
	tables(facts: StudyFacts, protocol: unknown): StudyTables {
		const tables = tablesFromRows({ rows: (name) => this.#of(name), facts, protocol });
		return { ...tables, replies: this.#replies, answers: this.#answers };
	}

	#of(name: TableName): readonly RawRow[] {
		const rows = this.#rows.get(name) ?? [];
		// In old studies all pools share the labels, and each pool gives the same keys.
		return name === "arms" ? [...new Map(rows.map((row) => [row.label, row])).values()] : rows;
	}
}
