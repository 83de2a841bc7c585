import { openStudy } from "../../test/support/http/participant.ts";
import { smallStudy } from "../../test/support/protocols/small-study.ts";
import { type Section, spreadOf, spreadText } from "../section.ts";
import { peopleOf } from "./answering.ts";
import { ABOUT_LOAD, type Load, load } from "./load.ts";
import { cpuDuring, type Running } from "./process.ts";

const COUNT = 320;
const ROUNDS = 3;

/** `cpuMs`: of workerd for each request, with all that follows, such as rows on their way to D1. */
type Measured = Load & { readonly cpuMs: number };
const STEPS = ["consent", "form", "enrolment"] as const;
type Step = (typeof STEPS)[number];
type Measure = "row" | "object" | Step | `least ${Step}`;

async function expectOk(response: Response): Promise<void> {
	const text = await response.text();
	if (!response.ok) throw new Error(`${response.status}: ${text}`);
}

async function measured(worker: Running, act: (index: number) => Promise<unknown>): Promise<Measured> {
	let found: Load | undefined;
	const cpuMs = await cpuDuring(worker, async () => {
		found = await load(COUNT, act);
	});
	if (!found) throw new Error("nothing was measured");
	return { ...found, cpuMs: cpuMs / COUNT };
}

/**
 * One round. The steps of each side follow each other, because an object that nobody calls for ten seconds is evicted, and its
 * next step would be that of a cold object.
 */
async function round(number: number, peers: Running, ours: Running, key: string): Promise<Record<Measure, Measured>> {
	const request = (path: string, init?: RequestInit) => fetch(ours.url + path, init);
	const slug = `steps-${number}`;
	await openStudy(request, key, smallStudy({ slug }));
	await expectOk(await fetch(`${peers.url}/least`, { method: "POST" }));
	const bare = async (name: (index: number) => string) =>
		measured(peers, async (index) =>
			expectOk(await fetch(`${peers.url}/rows/${name(index)}`, { method: "POST", body: "An answer." })),
		);
	const least = (step: Step) =>
		measured(peers, async (index) =>
			expectOk(await fetch(`${peers.url}/least/${step}/${number}-${index}`, { method: "POST", body: "An answer." })),
		);
	const object = await bare((index) => `${number}-${index}`);
	const row = await bare((index) => `${number}-${index}`);
	const people = peopleOf(request, key, slug);
	const enrolment = await measured(ours, people.enrol);
	const consent = await measured(ours, people.answer);
	const form = await measured(ours, people.answer);
	const leastEnrolment = await least("enrolment");
	const leastConsent = await least("consent");
	const leastForm = await least("form");
	return {
		...{ row, object, consent, form, enrolment },
		...{ "least consent": leastConsent, "least form": leastForm, "least enrolment": leastEnrolment },
	};
}

const ROW = "a row in an object that exists";
const OBJECT = "a row in a new object";

const BESIDE: readonly (readonly [what: string, measure: Measure, beside: Measure, yardstick: string])[] = [
	["a consent", "consent", "row", ROW],
	["the least that stores a consent", "least consent", "row", ROW],
	["a consent", "consent", "least consent", "the least that stores it"],
	["a form with the allocation", "form", "row", ROW],
	["the least that stores a form", "least form", "row", ROW],
	["a form with the allocation", "form", "least form", "the least that stores it"],
	["an enrolment", "enrolment", "object", OBJECT],
	["the least that stores an enrolment", "least enrolment", "object", OBJECT],
	["an enrolment", "enrolment", "least enrolment", "the least that stores it"],
];

/** Steps a second from 32 connections, as a ratio to objects that only store a row. */
export async function steps(peers: Running, ours: Running, key: string): Promise<Section> {
	const rounds: Record<Measure, Measured>[] = [];
	for (let number = 0; number <= ROUNDS; number += 1) {
		const result = await round(number, peers, ours, key);
		if (number > 0) rounds.push(result);
	}
	return {
		title: "Steps",
		about: `${COUNT} requests ${ABOUT_LOAD}, beside a bare Durable Object, in ${ROUNDS} rounds of one run. The session's rows go to D1 half a second after an answer, so throughput and p95 hold only a part of that work. CPU holds all of it. Throughput: more is better. p95 and CPU: less is better.`,
		columns: [
			"what",
			"beside",
			"throughput, ratio",
			"p95, ratio",
			"CPU, ratio",
			"a second, here",
			"p95, here",
			"CPU, here",
		],
		rows: BESIDE.map(([what, measure, beside, yardstick]) => {
			const ratio = (of: keyof Measured) =>
				spreadText(spreadOf(rounds.map((each) => each[measure][of] / each[beside][of])));
			const median = (of: keyof Measured, digits = 0) =>
				spreadOf(rounds.map((each) => each[measure][of])).median.toFixed(digits);
			return [
				...[what, yardstick, ratio("perSecond"), ratio("p95Ms"), ratio("cpuMs")],
				...[median("perSecond"), `${median("p95Ms")} ms`, `${median("cpuMs", 1)} ms`],
			];
		}),
	};
}
