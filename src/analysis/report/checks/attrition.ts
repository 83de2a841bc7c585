import { wilson } from "../../agreement/position-shares.ts";
import { fisherExact } from "../../checks/fisher-exact.ts";
import { analysisStream } from "../../commands/bootstrap-rows.ts";
import { type Estimate, isMissing, type Test } from "../estimate.ts";
import type { ReportOptions } from "../options.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { ConversationRow } from "../tables/study-tables.ts";

export type Attrition = {
	readonly byArm: readonly ({ readonly label: string; readonly left: number } & Estimate)[];
	readonly armTest: Test;
	readonly byPeriod: readonly ({ readonly label: string; readonly left: number } & Estimate)[];
	readonly periodTest: Test;
};

/** Draws for a Fisher test of a table that is too large to list. */
const FISHER_DRAWS = 20_000;

/**
 * Who left, by the conversation that they left in or after: the last one that they began. Sessions in progress are not counted,
 * because nobody knows yet.
 */
export function attritionOf(pool: PoolTables, { seed }: ReportOptions): Attrition {
	const ended = new Map(pool.sessions.map(({ session, status }) => [session, status]));
	const bySession = Map.groupBy(pool.conversations, ({ session }) => session);
	const began = [...bySession].flatMap(([session, conversations]) => {
		const status = ended.get(session) ?? "active";
		if (status === "active") return [];
		const last = Math.max(...conversations.map(({ position }) => position));
		return conversations.map((conversation) => ({
			conversation,
			left: status !== "completed" && conversation.position === last,
		}));
	});
	const arms = began.flatMap(({ conversation, left }) =>
		armsOf(conversation).map((label) => ({ label: pool.nameOf(label), left })),
	);
	const periods = began.map(({ conversation, left }) => ({ label: String(conversation.position), left }));
	const test = (label: string, rows: readonly Began[]): Test => ({ label, ...fisher(rows, `${seed} ${label}`) });
	return {
		byArm: sharesOf(arms),
		armTest: test("Participants leave all arms equally often", arms),
		byPeriod: sharesOf(periods),
		periodTest: test("Participants leave all periods equally often", periods),
	};
}

type Began = { readonly label: string; readonly left: boolean };

const armsOf = ({ labels }: ConversationRow): string[] => [...new Set(labels)];

function sharesOf(rows: readonly Began[]) {
	const groups = [...Map.groupBy(rows, ({ label }) => label)].sort(([one], [other]) =>
		one.localeCompare(other, "en", { numeric: true }),
	);
	return groups.map(([label, own]) => {
		const left = own.filter((row) => row.left).length;
		const n = own.length;
		const method = "Share of begun conversations after which the participant left; Wilson's interval";
		return { label, left, estimate: left / n, ...wilson(left, n), n, method };
	});
}

function fisher(rows: readonly Began[], seed: string) {
	const groups = [...Map.groupBy(rows, ({ label }) => label).values()];
	const counts = groups.map((own) => [own.filter(({ left }) => left).length, own.filter(({ left }) => !left).length]);
	if (!rows.some(({ left }) => left)) return { missing: "Nobody left after beginning a conversation." };
	const found = fisherExact(counts, { draws: FISHER_DRAWS, stream: analysisStream(seed, "attrition") });
	if (isMissing(found)) return found;
	const tables = found.tables === "all" ? "all tables" : `${found.tables} drawn tables`;
	return { p: found.p, n: rows.length, method: `Fisher's exact test, ${tables} with these margins` };
}
