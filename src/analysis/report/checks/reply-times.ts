import { meanEstimate } from "../../agreement/ranking-agreement.ts";
import { mean } from "../../numeric/arrays.ts";
import { type Estimate, fromInterval, isMissing } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { CallRow } from "../tables/study-tables.ts";

/** How fast the models were, which the pace hides from participants while replies keep it. */
export type ReplyTimes =
	| readonly ({
			readonly label: string;
			readonly what: "seconds to the first text" | "seconds to the last text";
			readonly failures: number;
			readonly calls: number;
	  } & Estimate)[]
	| { readonly missing: string };

const METHOD = "Mean of participants' means; t interval";

export function replyTimes(calls: readonly CallRow[], pool: PoolTables): ReplyTimes {
	if (!pool.isUnblinded)
		return {
			missing:
				"The study is blinded, and how late replies are differs by arm. The warning late_replies of the study counts them over all arms.",
		};
	const sessions = new Set(pool.sessions.map(({ session }) => session));
	const own = calls.filter(({ session }) => session !== null && sessions.has(session));
	if (own.length === 0) return { missing: "No model call of this pool was recorded." };
	const byArm = [...Map.groupBy(own, ({ label }) => pool.nameOf(label))].sort(([one], [other]) =>
		one < other ? -1 : 1,
	);
	return byArm.flatMap(([label, rows]) => {
		const about = { label, calls: rows.length, failures: rows.filter(({ failure }) => failure !== null).length };
		return [
			{ ...about, what: "seconds to the first text" as const, ...meanSeconds(rows, (row) => row.firstFrameMs) },
			{ ...about, what: "seconds to the last text" as const, ...meanSeconds(rows, (row) => row.lastFrameMs) },
		];
	});
}

function meanSeconds(rows: readonly CallRow[], of: (row: CallRow) => number | null): Estimate {
	const bySession = Map.groupBy(rows, ({ session }) => session);
	const means = [...bySession.values()].flatMap((own) => {
		const times = own.flatMap((row) => of(row) ?? []);
		return times.length > 0 ? [mean(times) / 1000] : [];
	});
	const found = meanEstimate(means);
	return isMissing(found) ? { missing: found.missing } : fromInterval(found, METHOD);
}
