import { beforeAll, describe, expect, it } from "vitest";
import guide from "../../../docs/how-to/query-the-data.md?raw";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, plausible, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { ARM_IDS } from "../../support/protocols/small-study.ts";

/** The guide's queries are about this study. */
const SLUG = "prism-x";
type Row = Record<string, unknown>;

/** All queries of the guide, in order. */
const QUERIES = [...guide.matchAll(/--command "([^"]+)"/g)].map(([, sql = ""]) => sql);
const [tenQuestions = ""] = guide.split("## More questions");
/** The queries under the bold heading that begins with a number. */
function questions(number: number): string[] {
	const [, section = ""] = tenQuestions.split(`**${number}. `);
	const [own = ""] = section.split(`**${number + 1}. `);
	return [...own.matchAll(/--command "([^"]+)"/g)].map(([, sql = ""]) => sql);
}
const ask = async (number: number, nth = 0): Promise<Row[]> => rows(questions(number)[nth] ?? "");

const study = () => {
	const { models, forms, ...rest } = servedStudy(SLUG, "single");
	const price = { input: 1_000_000, output: 2_000_000, currency: "EUR" };
	const score = { id: "score", kind: "vas" as const, label: "Score", minLabel: "Bad", maxLabel: "Good" };
	return {
		...rest,
		models: Object.fromEntries(Object.entries(models).map(([name, model]) => [name, { ...model, price }])),
		forms: { ...forms, experience: { title: "How was it?", items: [score] } },
	};
};

/** Writes the same message as everybody, unless given another, and scores conversations as `10 * index`. */
async function completes(id: string, more: object = {}, text = "the same message of six words"): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, SLUG, id, more);
	let conversation = 0;
	await walk(
		fetchWorker,
		who,
		(view) => {
			conversation = view.conversation?.index ?? conversation;
			return false;
		},
		(step) => {
			if (step.kind === "message" && !step.canEnd) return { text };
			const isScore = step.kind === "form" && step.items.some((item) => item.id === "score");
			return isScore ? { answers: { score: conversation * 10 } } : plausible(step);
		},
	);
	await drain(who.session);
	return who;
}

async function withdraws(id: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, SLUG, id);
	await walk(fetchWorker, who, ({ conversation }) => conversation?.index === 2);
	await fetchWorker(`/v1/sessions/${who.session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
		body: "{}",
	});
	await drain(who.session);
	return who;
}

async function failsTheCheck(id: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, SLUG, id);
	await walk(
		fetchWorker,
		who,
		() => false,
		(step) => (step.kind === "form" ? { answers: { age: 30, check: "first" } } : plausible(step)),
	);
	await drain(who.session);
	return who;
}

async function isStuck(id: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, SLUG, id);
	await walk(fetchWorker, who, ({ step }) => step?.kind === "form");
	await drain(who.session);
	const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
	await rows("UPDATE sessions SET started_at = ?1, consented_at = ?1 WHERE id = ?2", hourAgo, who.session);
	return who;
}

let first: Participant;
let second: Participant;
let failed: Participant;
let stuck: Participant;
/** Each answer of the ten questions while the study is blinded, and after unblinding. */
const blinded = new Map<number, Row[]>();

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, study(), "?acceptLateReplies=true");
	first = await completes("first");
	second = await completes("second", { source: "another" });
	await completes("pilot", { source: "pilot" });
	await completes("second", { source: "simulated" });
	await withdraws("second");
	failed = await failsTheCheck("failed");
	stuck = await isStuck("stuck");
	for (let number = 1; number <= 10; number += 1) blinded.set(number, await ask(number));
	await closeAndUnblind(SLUG);
});

const answerOf = (number: number): Row[] => blinded.get(number) ?? [];
const sum = (all: readonly Row[], column: string): number => all.reduce((total, row) => total + Number(row[column]), 0);

describe("the guide", () => {
	it("filters each query by study and pool, and joins nothing in the ten questions", () => {
		expect(QUERIES.length).toBeGreaterThan(18);
		for (const sql of QUERIES) {
			expect(sql).toContain("study = 'prism-x'");
			expect(sql).toContain("pool = 'live'");
		}
		for (let number = 1; number <= 10; number += 1) {
			expect(questions(number).length, `question ${number}`).toBeGreaterThan(0);
			for (const sql of questions(number)) expect(sql).not.toMatch(/\bjoin\b|\(\s*select/i);
		}
	});

	it("has queries that all run", async () => {
		for (const sql of QUERIES) await rows(sql);
	});

	it("names no arm before unblinding, and an arm beside each label afterwards", async () => {
		const arms = (all: readonly Row[], column: string) => all.map((row) => row[column]);
		for (const number of [1, 2, 3, 4]) {
			expect(new Set(arms(answerOf(number), "arm"))).toEqual(new Set([null]));
			expect(new Set(arms(await ask(number), "arm"))).toEqual(new Set(ARM_IDS));
		}
		expect(arms(answerOf(6), "arm_1")).toEqual([null, null]);
		expect(new Set((await ask(6)).flatMap(({ arm_1, arm_2 }) => [arm_1, arm_2]))).toEqual(new Set(ARM_IDS));
	});
});

describe("the ten questions", () => {
	it("1: drop-outs by arm and period", () => {
		const all = answerOf(1);
		expect([sum(all, "started"), sum(all, "dropped_out")]).toEqual([6, 1]);
		expect(
			sum(
				all.filter(({ period }) => period === 1),
				"started",
			),
		).toBe(3);
		expect(all.filter(({ dropped_out }) => dropped_out === 1)).toMatchObject([{ period: 2 }]);
	});

	it("2: the long table for a mixed model", () => {
		const all = answerOf(2);
		expect(all).toHaveLength(4);
		for (const row of all) expect(row.value).toBe(Number(row.period) * 10);
		for (const row of all) expect(row.predecessor === null).toBe(row.period === 1);
		expect(all.map(({ label, sequence, period }) => String(sequence).split(" ")[Number(period) - 1] === label)).toEqual(
			all.map(() => true),
		);
	});

	it("3: time on task", async () => {
		expect(sum(answerOf(3), "n")).toBe(5);
		await rows(
			"UPDATE conversations SET started_at = '2026-01-01T10:00:00.000Z', ended_at = '2026-01-01T10:07:30.000Z' WHERE session_id IN (?, ?) AND ended_at IS NOT NULL",
			first.session,
			second.session,
		);
		const [changed] = await rows(
			"SELECT count(*) AS n, avg(minutes) AS minutes FROM v_conversations WHERE session = ?",
			first.session,
		);
		expect(changed).toEqual({ n: 2, minutes: 7.5 });
	});

	it("4: how long messages and replies are", async () => {
		const all = answerOf(4);
		expect(sum(all, "turns")).toBe(5);
		const replies = await rows<{ text: string; label: string }>(
			"SELECT text, label FROM v_transcripts WHERE study = ? AND pool = 'live' AND role = 'assistant'",
			SLUG,
		);
		for (const row of all) {
			const lengths = replies.filter(({ label }) => label === row.label).map(({ text }) => [...text].length);
			const mean = lengths.reduce((total, length) => total + length, 0) / lengths.length;
			expect(row.reply_characters).toBeCloseTo(mean, 1);
		}
	});

	it("5: the cost of an arm, only after unblinding", async () => {
		expect(answerOf(5)).toEqual([]);
		const all = await ask(5);
		expect(all).toHaveLength(2);
		for (const row of all) {
			expect(row).toMatchObject({ currency: "EUR", arm: expect.stringContaining("secret") });
			expect(row.cost).toBeCloseTo(Number(row.input_tokens) + 2 * Number(row.output_tokens), 3);
		}
		expect(sum(all, "calls")).toBe(5);
		expect(sum(all, "cost")).toBeGreaterThan(10);
	});

	it("6: one row for each ranking", () => {
		const all = answerOf(6);
		expect(all).toHaveLength(2);
		for (const { ranking, rank_1, rank_2 } of all) expect(ranking).toBe(`${rank_1} ${rank_2}`);
	});

	it("7: transcripts in their order", () => {
		const own = answerOf(7).filter(({ session }) => session === first.session);
		expect(own.map(({ period, turn, role }) => `${period}/${turn} ${role}`)).toEqual([
			"1/1 participant",
			"1/1 assistant",
			"2/1 participant",
			"2/1 assistant",
		]);
		expect(own[0]).toMatchObject({ text: "the same message of six words", label: null });
		expect(answerOf(7)).toHaveLength(10);
	});

	it("8: repeated arrivals, and equal texts", async () => {
		// The same id came from two recruiters; its simulated twin does not count.
		expect(
			answerOf(8)
				.map(({ same_person, session_status }) => [session_status, same_person])
				.toSorted(),
		).toEqual([
			["completed", 1],
			["withdrawn", 1],
		]);
		expect(await ask(8, 1)).toEqual([{ message: "the same message of six words", participants: 2 }]);
	});

	it("9: failed checks", async () => {
		const [{ participant } = {}] = await rows(
			"SELECT participant FROM v_participants WHERE session = ?",
			failed.session,
		);
		expect(answerOf(9)).toEqual([
			{ participant, session_status: "failed_checks", form: "about", item: "check", value: "first" },
		]);
	});

	it("9: the same in the export of sessions", async () => {
		const text = await (await send(`/v1/studies/${SLUG}/exports/sessions.jsonl?pool=live`)).text();
		const exported: Row[] = text
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		const known = await rows(
			"SELECT session, checks_failed FROM v_participants WHERE study = ? AND pool = 'live'",
			SLUG,
		);
		const byId = (all: readonly Row[]) => new Map(all.map(({ session, checks_failed }) => [session, checks_failed]));
		expect(byId(exported)).toEqual(byId(known));
		expect(byId(exported).get(failed.session)).toBe(1);
	});

	it("10: stuck sessions", () => {
		const [row, ...others] = answerOf(10);
		expect(row).toMatchObject({ session: stuck.session, step: "form", period: null, last_form: null });
		expect(Number(row?.minutes_idle)).toBeCloseTo(60, -1);
		expect(others).toEqual([]);
	});
});
