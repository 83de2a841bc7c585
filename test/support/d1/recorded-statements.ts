import { env } from "cloudflare:test";

/** One statement as D1 ran it. */
export type RanStatement = {
	readonly sql: string;
	readonly rowsRead: number;
	readonly rowsWritten: number;
	/** As D1 measures it. */
	readonly ms: number;
};

type Meta = { readonly rows_read?: number; readonly rows_written?: number; readonly duration?: number };
type Answer = { readonly meta?: Meta };
type Method = (this: object, ...args: unknown[]) => Promise<unknown>;

/**
 * Records every statement that reaches D1 while `work` runs, in the Worker and in its objects: tests and objects share one
 * isolate, and so the classes of D1. `raw` has no account of rows, so it is asked by `all`.
 */
export async function statementsDuring(work: () => Promise<unknown>): Promise<readonly RanStatement[]> {
	const database = Object.getPrototypeOf(env.DB) as Record<string, Method>;
	const statement = Object.getPrototypeOf(env.DB.prepare("SELECT 1")) as Record<string, Method>;
	const [batch, all, raw, run] = [database.batch, statement.all, statement.raw, statement.run];
	if (!batch || !all || !raw || !run) throw new Error("D1 has other methods than before");
	const ran: RanStatement[] = [];
	const note = (of: unknown, { meta = {} }: Answer) =>
		ran.push({
			sql: String((of as { statement?: unknown }).statement),
			rowsRead: meta.rows_read ?? 0,
			rowsWritten: meta.rows_written ?? 0,
			ms: meta.duration ?? 0,
		});
	database.batch = async function (...args) {
		const answers = (await batch.apply(this, args)) as Answer[];
		const [statements] = args as [object[]];
		answers.forEach((answer, place) => {
			note(statements[place], answer);
		});
		return answers;
	};
	const noted = (method: Method): Method =>
		async function (...args) {
			const answer = (await method.apply(this, args)) as Answer;
			note(this, answer);
			return answer;
		};
	statement.all = noted(all);
	statement.run = noted(run);
	statement.raw = async function (...args) {
		note(this, (await all.apply(this, [])) as Answer);
		return raw.apply(this, args);
	};
	try {
		await work();
	} finally {
		Object.assign(database, { batch });
		Object.assign(statement, { all, raw, run });
	}
	return ran;
}
