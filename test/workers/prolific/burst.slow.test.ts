import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { readJson, send } from "../../support/http/http.ts";
import { type Credentials, openStudy, walk } from "../../support/http/participant.ts";
import { eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { land } from "../../support/prolific/arrive.ts";
import { connected } from "../../support/prolific/connected.ts";
import { ProlificDouble } from "../../support/prolific/double.ts";
import { deliver, statusChange } from "../../support/prolific/webhook.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "burst";
const STUDY = "5f00000000000000000000b1";
const PEOPLE = 500;
const QUOTA = 440;
/** Of the first 440 people, 50 drop out. Their places go to the last 60, of whom 10 find none. */
const DROP_OUTS = 50;
const FIRST_WAVE = 440;
const AT_ONCE = 25;
/** Minutes on a busy machine of two cores. */
const DEADLINE_MS = 1_500_000;

const idOf = (person: number) => `p${String(person).padStart(4, "0")}`;
const submissionOf = (person: number) => `${idOf(person)}-1`;
const dropsOut = (person: number) => person < DROP_OUTS * 8 && person % 8 === 0;

/** One after the other in each of some lanes. */
async function forEach<T>(people: readonly number[], work: (person: number) => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	const left = people.map((person, place) => ({ person, place }));
	const lane = async () => {
		for (let next = left.shift(); next; next = left.shift()) results[next.place] = await work(next.person);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, lane));
	return results;
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);

function credentialsOf(landed: Response): Credentials {
	const [, session = "", token = ""] = /xs_(\w+)=([^;]+)/.exec(landed.headers.get("Set-Cookie") ?? "") ?? [];
	return { session, token };
}

/** Prolific's answer to how somebody's submission ended. */
const ENDED: Readonly<Record<string, object>> = {
	completed: { status: "AWAITING REVIEW", study_code: "COMPLETED" },
	full: { status: "AWAITING REVIEW", study_code: "FULL" },
	withdrawn: { status: "RETURNED", study_code: null },
	expired: { status: "TIMED-OUT", study_code: null },
};

async function slots() {
	const { sequences } = (await readJson(await send(`/v1/studies/${slug}/balance`))) as {
		sequences: { reserved: number; confirmed: number; released: number }[];
	};
	const sum = (of: "reserved" | "confirmed" | "released") => sequences.reduce((all, each) => all + each[of], 0);
	const held = sequences.map(({ reserved, confirmed }) => reserved + confirmed);
	return { reserved: sum("reserved"), confirmed: sum("confirmed"), released: sum("released"), held };
}

describe("500 people from Prolific who all arrive twice", () => {
	it(
		"begin once each, fill the quota exactly, free the places of drop-outs, and reconcile",
		async () => {
			const { checks: _, ...study } = smallStudy({
				slug,
				design: { kind: "parallel", blockSize: 2 },
				flow: ["consent", "conversations"],
				forms: {},
				recruitment: { quota: { total: QUOTA }, prolific: { exits: EXITS } },
			});
			const [chat] = study.conversations;
			if (!chat) throw new Error("the study has no conversation");
			const short = [{ ...chat, arms: 1, turns: { min: 1, max: 1 }, after: [] }];
			const shortened: ProtocolInput = { ...study, conversations: short, eligibility: [] };
			await openStudy(fetchWorker, KEY, shortened);

			const everybody = numbers(0, PEOPLE);
			const landed = await forEach(everybody, (person) =>
				Promise.all([1, 2].map(() => land(slug, idOf(person), submissionOf(person), STUDY))),
			);
			for (const [first, second] of landed) {
				expect([first?.status, second?.status]).toEqual([303, 303]);
				expect(first?.headers.get("Location")).toBe(second?.headers.get("Location"));
			}
			const people = landed.map(([first]) => credentialsOf(first as Response));
			expect(new Set(people.map(({ session }) => session)).size).toBe(PEOPLE);

			const takePart = async (person: number): Promise<string> => {
				const who = people[person] as Credentials;
				if (!dropsOut(person)) return (await walk(fetchWorker, who)).status;
				await walk(fetchWorker, who, (view) => view.step?.kind === "message");
				const status = person % 16 === 0 ? "RETURNED" : "TIMED-OUT";
				const body = statusChange(idOf(person), submissionOf(person), status);
				for (let times = 0; times < 2; times += 1) expect((await deliver({ study: slug, body })).status).toBe(204);
				return (await walk(fetchWorker, who)).status;
			};
			const ends = await forEach(numbers(0, FIRST_WAVE), takePart);
			await eventually(async () => (await slots()).released === DROP_OUTS, "the places are released");
			ends.push(...(await forEach(numbers(FIRST_WAVE, PEOPLE), takePart)));

			const counts = Object.fromEntries([...Map.groupBy(ends, (end) => end)].map(([end, all]) => [end, all.length]));
			expect(counts).toEqual({ completed: QUOTA, full: 10, withdrawn: DROP_OUTS / 2, expired: DROP_OUTS / 2 });
			await eventually(async () => (await slots()).confirmed === QUOTA, "all places are confirmed");
			// Released places are refilled before new ones are drawn. So the 440 held are the first 220 blocks, each with both sequences once.
			const held = [QUOTA / 2, QUOTA / 2];
			expect(await slots()).toEqual({ reserved: 0, confirmed: QUOTA, released: DROP_OUTS, held });

			const ofStudy = "study_id = (select id from studies where slug = ?)";
			const exitsIn = () => rows<{ n: number }>(`select count(*) n from exits where ${ofStudy}`, slug);
			await eventually(async () => (await exitsIn())[0]?.n === PEOPLE, "D1 has every exit");
			const known = await rows<{ n: number; people: number }>(
				`select count(*) n, count(distinct participant_id) people from sessions where ${ofStudy}`,
				slug,
			);
			expect(known).toEqual([{ n: PEOPLE, people: PEOPLE }]);

			const prolific = new ProlificDouble();
			const submissions = everybody.map((person) => ({
				id: submissionOf(person),
				participant_id: idOf(person),
				...(ENDED[ends[person] ?? ""] as { status: string; study_code: string | null }),
			}));
			prolific.submissions.set(STUDY, submissions);
			const csv = await (await connected(prolific)(`/v1/studies/${slug}/prolific/reconciliation.csv`)).text();
			const compared: { findings: string; exit: string }[] = parse(csv, { columns: true });
			expect(compared).toHaveLength(PEOPLE);
			expect(compared.filter(({ findings }) => findings !== "")).toEqual([]);
		},
		DEADLINE_MS,
	);
});
