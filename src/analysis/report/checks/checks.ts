import type { ReportOptions } from "../options.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { StudyTables } from "../tables/study-tables.ts";
import { type ArmBalance, armBalance } from "./arm-balance.ts";
import { type Attrition, attritionOf } from "./attrition.ts";
import { type BlindingCheck, blindingCheck } from "./blinding.ts";
import { type Missingness, missingness } from "./missingness.ts";
import { type OrderEffects, orderEffects } from "./order-effects.ts";
import { type ReplyTimes, replyTimes } from "./reply-times.ts";

export type Checks = OrderEffects & {
	/** CONSORT's counts. */
	readonly flow: Readonly<Record<string, number>>;
	readonly blinding: BlindingCheck;
	readonly balance: ArmBalance;
	readonly attrition: Attrition;
	readonly missingness: readonly Missingness[];
	readonly replyTimes: ReplyTimes;
	/** Deviations of sessions from the protocol, by kind and arm, and those of the whole study. */
	readonly deviations: readonly { readonly kind: string; readonly label: string; readonly n: number }[];
	readonly studyDeviations: readonly { readonly kind: string; readonly n: number }[];
};

export function checksOf(tables: StudyTables, pool: PoolTables, options: ReportOptions): Checks {
	return {
		flow: tables.flow.find((row) => row.pool === pool.pool)?.counts ?? {},
		blinding: blindingCheck(pool),
		balance: armBalance(pool),
		attrition: attritionOf(pool, options),
		...orderEffects(pool),
		missingness: missingness(pool),
		replyTimes: replyTimes(tables.calls, pool),
		deviations: deviationsOf(pool),
		studyDeviations: counted(tables.studyDeviations.map(({ kind }) => kind)).map(([kind, n]) => ({ kind, n })),
	};
}

function deviationsOf(pool: PoolTables) {
	const groups = Map.groupBy(pool.deviations, ({ kind, label }) => `${kind}\u0000${label ?? ""}`);
	return [...groups]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, own]) => {
			const [kind = "", label = ""] = key.split("\u0000");
			return { kind, label: label === "" ? "" : pool.nameOf(label), n: own.length };
		});
}

const counted = (kinds: readonly string[]): (readonly [string, number])[] =>
	[...Map.groupBy(kinds, (kind) => kind)].map(([kind, own]) => [kind, own.length] as const).sort();
