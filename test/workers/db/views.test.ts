import { beforeAll, describe, expect, it } from "vitest";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { enrol, openStudy, type Participant, plausible, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

type Row = Record<string, unknown>;
const LAYOUTS = ["single", "best-of", "side-by-side"] as const;
const POOLS = ["live", "pilot", "simulated"] as const;
const slugOf = (layout: string) => `views-${layout}`;
const SINGLE = slugOf("single");

const OF_ALL = ["study", "pool", "participant", "session", "session_status"];
const OF_A_CONVERSATION = ["period", "sequence", "predecessor", "label", "arm", "topic"];
/** The views of the contract, and whether a row is about a conversation. */
const VIEWS: readonly (readonly [view: string, columns: readonly string[]])[] = [
	["v_participants", OF_ALL],
	["v_conversations", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_ratings", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_rankings", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_rankings_wide", OF_ALL],
	["v_answers", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_forms", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_checks", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_turns", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_transcripts", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_usage", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_deviations", [...OF_ALL, ...OF_A_CONVERSATION]],
	["v_stuck", OF_ALL],
];

/** Columns of labels, and the columns that name the same arms. */
const BESIDE = {
	label: "arm",
	predecessor: "predecessor_arm",
	labels: "arms",
	rank_1: "arm_1",
	rank_2: "arm_2",
	rank_3: "arm_3",
	ranking: "ranking_arms",
};

const of = (view: string, study: string, more = "pool = 'live'"): Promise<Row[]> =>
	rows(`SELECT * FROM ${view} WHERE study = ? AND ${more}`, study);

const MEASURED = { pastes: 1, pasted: 3, focusLost: 0, focusLostMs: 0, firstKeyMs: 700, typingMs: 900_000 };
let complete: Participant | undefined;
let leaves: Participant | undefined;

async function people(slug: string): Promise<void> {
	for (const source of POOLS) {
		const who = await enrol(fetchWorker, KEY, slug, "complete", { source: source === "live" ? "test" : source });
		await walk(fetchWorker, who);
		await drain(who.session);
		complete = slug === SINGLE && source === "live" ? who : complete;
	}
}

/** Leaves in the second conversation, after its first reply. */
async function leave(slug: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, "leaves");
	await walk(fetchWorker, who, ({ conversation }) => conversation?.index === 2 && conversation.messages.length === 2);
	await fetchWorker(`/v1/sessions/${who.session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
		body: "{}",
	});
	await drain(who.session);
	return who;
}

beforeAll(async () => {
	for (const layout of LAYOUTS) {
		await openStudy(
			fetchWorker,
			KEY,
			smallStudy({ slug: slugOf(layout), layout, consent: { version: "1", text: "# Consent", behaviour: true } }),
		);
		await people(slugOf(layout));
	}
	leaves = await leave(SINGLE);
});

describe.each(VIEWS)("%s", (view, columns) => {
	const columnsOf = async () =>
		(await rows<{ name: string }>("SELECT name FROM pragma_table_info(?)", view)).map(({ name }) => name);

	it("has the columns of the contract", async () => {
		expect(await columnsOf()).toEqual(expect.arrayContaining([...columns]));
	});

	it("reads one study by indexes, and no other study's rows", async () => {
		const plan = await rows<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM ${view} WHERE study = 'x'`);
		expect(plan.some(({ detail }) => /SEARCH studies USING INDEX \S+ \(slug=\?\)/.test(detail))).toBe(true);
		// What is scanned is the view's own result, or the labels of one row; and once for each query, not for each row, who has
		// which id. An index by that id would keep it after an erasure.
		const scanned = plan.flatMap(({ detail }) => /^SCAN (\S+)/.exec(detail)?.[1] ?? []);
		const once = view === "v_participants" ? [/^identities$/, /^\(subquery-\d+\)$/] : [];
		// `place` and `item` are scans of the JSON in one row, not of a table.
		const ofOneRow = ["place", "item"];
		expect(
			scanned.filter((name) => name !== view && !ofOneRow.includes(name) && !once.some((known) => known.test(name))),
		).toEqual([]);
		expect(plan.filter(({ detail }) => detail.includes("AUTOMATIC") && !detail.includes("same_people"))).toEqual([]);
	});
});

describe("v_participants", () => {
	it("has one row for each participant, with their acts", async () => {
		const all = await of("v_participants", SINGLE);
		expect(all).toHaveLength(2);
		expect(all.find(({ session }) => session === complete?.session)).toMatchObject({
			session_status: "completed",
			exit_reason: "completed",
			sequence_arms: null,
			conversations_started: 2,
			conversations_ended: 2,
			turns: 2,
			checks_failed: 0,
			step: null,
			period: 2,
			last_form: "ranking",
			returns: 0,
			same_person: 0,
		});
	});

	it("counts sessions of the same person from another recruiter", async () => {
		const slug = "views-same";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		for (const source of ["one", "other"]) await drain((await enrol(fetchWorker, KEY, slug, "me", { source })).session);
		await drain((await enrol(fetchWorker, KEY, slug, "somebody else")).session);
		const counted = (await of("v_participants", slug)).map(({ same_person }) => same_person);
		expect(counted.toSorted()).toEqual([0, 1, 1]);
	});

	it.each(LAYOUTS)("names the current step of an active session in the layout %s", async (layout) => {
		const who = await enrol(fetchWorker, KEY, slugOf(layout), "steps");
		for (let view = who.view; view.step; ) {
			await drain(who.session);
			const [row] = await of("v_participants", slugOf(layout), `session = '${who.session}'`);
			expect(row?.step).toBe(view.step.kind);
			const before = view.step.id;
			view = await walk(fetchWorker, who, ({ step }) => step?.id !== before);
		}
		await drain(who.session);
		expect((await of("v_participants", slugOf(layout), `session = '${who.session}'`))[0]?.step).toBeNull();
	});

	it("names the time of the last answer or message", async () => {
		const [row] = await of("v_participants", SINGLE, `session = '${leaves?.session}'`);
		const [message] = await rows<{ at: string }>(
			"SELECT max(sent_at) AS at FROM turns WHERE session_id = ?",
			leaves?.session,
		);
		expect(row?.last_activity_at).toBe(message?.at);
	});
});

describe("v_conversations", () => {
	it("has the period, the arm and the arm before", async () => {
		const [first, second] = await of("v_conversations", SINGLE, `session = '${complete?.session}' ORDER BY period`);
		expect(first).toMatchObject({
			period: 1,
			predecessor: null,
			state: "ended",
			turns: 1,
			dropped_out: 0,
			topic: "chat",
		});
		expect(second).toMatchObject({ period: 2, predecessor: first?.label, state: "ended", dropped_out: 0 });
		expect(first?.sequence).toBe(`${first?.label} ${second?.label}`);
	});

	it("marks the last conversation of a participant who left", async () => {
		const all = await of("v_conversations", SINGLE, `session = '${leaves?.session}' ORDER BY period`);
		expect(all.map(({ state, dropped_out, minutes }) => [state, dropped_out, minutes === null])).toEqual([
			["ended", 0, false],
			["left", 1, true],
		]);
	});

	it("names all arms of other layouts, and the chosen one of a best-of", async () => {
		const [panes] = await of("v_conversations", slugOf("side-by-side"));
		expect(panes).toMatchObject({ label: null, labels: expect.stringMatching(/^\S+ \S+$/) });
		const [best] = await of("v_conversations", slugOf("best-of"));
		expect(String(best?.labels).split(" ")).toContain(best?.label);
		const [chosen] = await rows("SELECT label FROM v_transcripts WHERE session = ? AND chosen = 1", best?.session);
		expect(best?.label).toBe(chosen?.label);
	});
});

describe("v_ratings and v_rankings", () => {
	it("have the columns of a mixed model in each row", async () => {
		const all = await of("v_ratings", SINGLE, `session = '${complete?.session}' ORDER BY period`);
		expect(all).toMatchObject([
			{ period: 1, topic: "chat", predecessor: null, item: "overall", value: 30, topic_position: 1 },
			{ period: 2, topic: "chat", predecessor: all[0]?.label, item: "overall", value: 30, topic_position: 2 },
		]);
	});

	it("have whether a rated reply of a best-of was chosen", async () => {
		const all = await of("v_ratings", slugOf("best-of"), "pool = 'pilot' AND source = 'choice' AND turn = 1");
		expect(all.map(({ value, chosen }) => [value, chosen]).toSorted()).toEqual([
			[89, 0],
			[90, 1],
		]);
	});

	it("have one row for each option, and one for each ranking", async () => {
		for (const slug of [SINGLE, slugOf("side-by-side")]) {
			const long = await of("v_rankings", slug, "pool = 'pilot' ORDER BY rank");
			const wide = await of("v_rankings_wide", slug, "pool = 'pilot'");
			expect(long.map(({ rank }) => rank)).toEqual([1, 2]);
			expect(wide).toMatchObject([
				{ options: 2, rank_1: long[0]?.label, rank_2: long[1]?.label, rank_3: null, arm_1: null },
			]);
			expect(wide[0]?.ranking).toBe(`${long[0]?.label} ${long[1]?.label}`);
		}
		// The options were answered in reverse, so the conversation of the second period is the best.
		expect(await of("v_rankings", SINGLE, "pool = 'pilot' AND rank = 1")).toMatchObject([{ period: 2 }]);
		expect(await of("v_rankings_wide", SINGLE, "pool = 'pilot'")).toMatchObject([{ period: null }]);
		expect(await of("v_rankings_wide", slugOf("side-by-side"), "pool = 'pilot'")).toMatchObject([{ period: 1 }]);
	});
});

describe("v_answers, v_forms and v_checks", () => {
	const ofComplete = () => `session = '${complete?.session}'`;

	it("have values without quotation marks, and the arm that a form was about", async () => {
		const all = await of("v_answers", SINGLE, ofComplete());
		const answer = (item: string, period: number | null) =>
			all.find((row) => row.item === item && row.period === period);
		expect(answer("check", null)).toMatchObject({ value: "second", label: null, correct: 1 });
		expect(answer("age", null)).toMatchObject({ value: 30 });
		const [rated] = await of("v_ratings", SINGLE, `${ofComplete()} AND period = 2`);
		expect(answer("overall", 2)).toMatchObject({ value: 30, label: rated?.label, predecessor: rated?.predecessor });
		expect(JSON.parse(String(answer("best", null)?.value))).toHaveLength(2);
	});

	it("count the items of each form that was filled in", async () => {
		const all = await of("v_forms", SINGLE, `${ofComplete()} ORDER BY answered_at, period`);
		expect(
			all.map(({ form, period, items, checks, checks_failed }) => [form, period, items, checks, checks_failed]),
		).toEqual([
			["about", null, 2, 1, 0],
			["experience", 1, 1, 0, 0],
			["experience", 2, 1, 0, 0],
			["ranking", null, 1, 0, 0],
		]);
	});

	it("list attention checks", async () => {
		expect(await of("v_checks", SINGLE, ofComplete())).toMatchObject([{ item: "check", value: "second", passed: 1 }]);
	});
});

describe("v_turns and v_transcripts", () => {
	it("count characters and words, and the time until a message was sent", async () => {
		const [turn] = await of("v_turns", SINGLE, `session = '${complete?.session}' AND period = 1`);
		expect(turn).toMatchObject({ turn: 1, characters: 48, words: 10, typing_ms: null, reading_seconds: null });
		expect(turn?.text).toHaveLength(48);
		expect(turn?.seconds_to_send).toBeGreaterThanOrEqual(0);
		const [reply] = await of(
			"v_transcripts",
			SINGLE,
			`session = '${complete?.session}' AND period = 1 AND role = 'assistant'`,
		);
		expect(turn).toMatchObject({
			reply_characters: String(reply?.text).length,
			label: reply?.label,
			reply_words: reply?.words,
		});
		expect(reply?.words).toBe(String(reply?.text).trim().split(/\s+/).length);
	});

	it("count words between any white space, and none in an empty text", async () => {
		const [message] = await rows("SELECT id, text FROM turns WHERE session_id = ? LIMIT 1", complete?.session);
		for (const [text, words] of [
			["  one\n\ntwo\t three  ", 3],
			["", 0],
			[" \n ", 0],
			["ein", 1],
		] as const) {
			await rows("UPDATE turns SET text = ?, characters = NULL, words = NULL WHERE id = ?", text, message?.id);
			const [row] = await rows("SELECT words FROM v_turns WHERE session = ? AND text = ?", complete?.session, text);
			expect(row, JSON.stringify(text)).toEqual({ words });
		}
		await rows("UPDATE turns SET text = ? WHERE id = ?", message?.text, message?.id);
	});

	it("have the same counts for rows from before they were stored", async () => {
		const counted = "SELECT turn, role, slot, characters, words FROM v_transcripts WHERE session = ? ORDER BY 1, 2, 3";
		const stored = await rows(counted, complete?.session);
		expect(stored.length).toBeGreaterThan(3);
		for (const table of ["turns", "candidates"])
			await rows(`UPDATE ${table} SET characters = NULL, words = NULL WHERE session_id = ?`, complete?.session);
		expect(await rows(counted, complete?.session)).toEqual(stored);
	});

	it("add the client's measurements to the message that they are about", async () => {
		const who = await enrol(fetchWorker, KEY, SINGLE, "measured");
		await walk(
			fetchWorker,
			who,
			() => false,
			(step) => (step.kind === "message" && !step.canEnd ? { text: "one two", behaviour: MEASURED } : plausible(step)),
		);
		await drain(who.session);
		const all = await of("v_turns", SINGLE, `session = '${who.session}' ORDER BY period`);
		expect(all).toMatchObject([
			{ words: 2, first_key_ms: 700, typing_ms: 900_000, pasted: 3, reading_seconds: 0 },
			{ words: 2, first_key_ms: 700, typing_ms: 900_000, pasted: 3, reading_seconds: 0 },
		]);
	});

	it("have the chosen reply of a best-of, and none of a side-by-side", async () => {
		const [best] = await of("v_turns", slugOf("best-of"));
		const [conversation] = await of("v_conversations", slugOf("best-of"));
		expect(best?.label).toBe(conversation?.label);
		expect(best?.reply_characters).toBeGreaterThan(0);
		expect(await of("v_turns", slugOf("side-by-side"), "pool = 'pilot'")).toMatchObject([
			{ label: null, reply_characters: null },
		]);
	});
});

describe("v_stuck", () => {
	it("lists active sessions that were idle for 15 minutes", async () => {
		const slug = "views-stuck";
		await openStudy(fetchWorker, KEY, smallStudy({ slug }));
		const who = await enrol(fetchWorker, KEY, slug, "stuck");
		await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		await drain(who.session);
		expect(await of("v_stuck", slug)).toEqual([]);
		const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
		const idle = (minutes: number) =>
			Promise.all([
				rows("UPDATE sessions SET started_at = ?1, consented_at = ?1 WHERE id = ?2", at(minutes), who.session),
				rows("UPDATE form_answers SET answered_at = ? WHERE session_id = ?", at(minutes), who.session),
			]);
		await idle(14);
		expect(await of("v_stuck", slug)).toEqual([]);
		await idle(40);
		const [stuck] = await of("v_stuck", slug);
		expect(stuck).toMatchObject({ session: who.session, step: "message", period: 1, last_form: "about" });
		expect(Math.round(Number(stuck?.minutes_idle))).toBe(40);
	});
});

describe("the arm key", () => {
	const ARM = /^(predecessor_)?arms?(_\d+)?$|_arms$/;
	const arms = (row: Row) => Object.entries(row).filter(([column]) => ARM.test(column));
	const everywhere = async (slug: string) =>
		Promise.all(VIEWS.map(async ([view]) => ({ view, all: await of(view, slug, "true") })));

	it("is empty in all views while a study is blinded, and v_usage has no row", async () => {
		for (const layout of LAYOUTS)
			for (const { view, all } of await everywhere(slugOf(layout))) {
				expect(
					all.flatMap(arms).filter(([, value]) => value !== null),
					view,
				).toEqual([]);
				if (view === "v_usage") expect(all).toEqual([]);
			}
	});

	it("stands beside every label of every pool once the study is unblinded", async () => {
		for (const layout of LAYOUTS) {
			const slug = slugOf(layout);
			await closeAndUnblind(slug);
			const key = await rows<{ label: string; arm: string }>(
				"SELECT label, arm FROM arm_keys WHERE study_id = (SELECT id FROM studies WHERE slug = ?)",
				slug,
			);
			expect(key).toHaveLength(POOLS.length * ARM_IDS.length);
			const armOf = (labels: unknown) =>
				labels === null
					? null
					: String(labels)
							.split(" ")
							.map((label) => key.find((each) => each.label === label)?.arm)
							.join(" ");
			for (const { view, all } of await everywhere(slug)) {
				for (const row of all) {
					for (const [column, named] of Object.entries(BESIDE))
						if (column in row && named in row) expect(row[named], `${view}.${named}`).toBe(armOf(row[column]));
				}
				const labelled = new Set(all.filter(({ label }) => label).map(({ pool }) => pool));
				if (layout === "single" && all.length > 0 && all.some(({ label }) => label))
					expect([...labelled].toSorted(), view).toEqual([...POOLS]);
			}
		}
	});

	it("lets v_usage say what each conversation took", async () => {
		const all = await of("v_usage", SINGLE, `session = '${complete?.session}' ORDER BY period`);
		expect(all).toMatchObject([
			{ period: 1, predecessor: null, calls: 1, topic: "chat", session_status: "completed" },
			{ period: 2, predecessor: all[0]?.label, calls: 1 },
		]);
		expect(all.map(({ arm }) => arm).toSorted()).toEqual([...ARM_IDS]);
		const [total] = await rows("SELECT sum(calls) AS n FROM v_usage_by_arm WHERE study = ? AND pool = 'live'", SINGLE);
		const [each] = await rows("SELECT sum(calls) AS n FROM v_usage WHERE study = ? AND pool = 'live'", SINGLE);
		expect(each?.n).toBe(total?.n);
		expect(total?.n).toBeGreaterThan(3);
	});
});
