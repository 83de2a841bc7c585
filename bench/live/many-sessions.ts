import { type Fetch, openStudy } from "../../test/support/http/participant.ts";
import { type Section, spreadOf, spreadText } from "../section.ts";
import { benchStudy, type People, peopleOf } from "./answering.ts";
import { load } from "./load.ts";
import { cpuDuring, type Running } from "./process.ts";

const FEW = 50;
const MANY = 5000;
/** New people of each study in a round. CPU is counted in hundredths of a second. */
const COUNT = 64;
const ROUNDS = 3;
/** A session's alarm comes two minutes after its answers. Those of thousands would fall into the rounds. */
const ALARMS_MS = 125_000;

const MEASURES = ["an enrolment", "a consent", "a form with the allocation", "a turn"] as const;
type Costs = Record<(typeof MEASURES)[number], number>;

/** Opens a study, and brings `count` people over HTTP behind their allocation. */
async function filled(request: Fetch, key: string, slug: string, count: number): Promise<People> {
	await openStudy(request, key, benchStudy(slug));
	const people = peopleOf(request, key, slug);
	await load(count, async (index) => {
		await people.enrol(index);
		await people.answer(index);
		await people.answer(index);
	});
	return people;
}

/** CPU of the Worker for each of `COUNT` operations of new people, with their rows in D1. */
async function costs(worker: Running, people: People, from: number): Promise<Costs> {
	const each = async (act: (index: number) => Promise<void>) =>
		(await cpuDuring(worker, () => load(COUNT, (index) => act(from + index)))) / COUNT;
	return {
		"an enrolment": await each(people.enrol),
		"a consent": await each(people.answer),
		"a form with the allocation": await each(people.answer),
		"a turn": await each(people.answer),
	};
}

/** Whether a session or a turn costs more in a study that has many sessions. */
export async function manySessions(worker: Running, key: string): Promise<Section> {
	const request: Fetch = (path, init) => fetch(worker.url + path, init);
	const many = await filled(request, key, "many-sessions", MANY);
	await new Promise((resolve) => setTimeout(resolve, ALARMS_MS));
	await cpuDuring(worker, async () => {});
	const rounds: { readonly few: Costs; readonly many: Costs }[] = [];
	for (let round = 0; round <= ROUNDS; round += 1) {
		// A new study each time, so that few stay few.
		const few = await filled(request, key, `few-sessions-${round}`, FEW);
		const ofFew = () => costs(worker, few, FEW);
		const ofMany = () => costs(worker, many, MANY + round * COUNT);
		const found =
			round % 2 === 0
				? { few: await ofFew(), many: await ofMany() }
				: await ofMany().then(async (first) => ({ many: first, few: await ofFew() }));
		if (round > 0) rounds.push(found);
	}
	return {
		title: "At the 5,000th session",
		about: `CPU of workerd, with all rows in D1, for ${COUNT} people who come to a study with ${MANY.toLocaleString("en")} sessions, beside ${COUNT} who come to one with ${FEW}, in ${ROUNDS} rounds of one run. Both studies are in one database. All earlier sessions came over HTTP and have their allocation. The rounds begin when the alarms that follow these answers are over. CPU is counted in hundredths of a second, so a time here may be off by 0.16 ms.`,
		columns: [
			"what",
			`with ${MANY.toLocaleString("en")} sessions, beside ${FEW}`,
			`with ${FEW}, here`,
			"with 5,000, here",
		],
		rows: MEASURES.map((measure) => [
			measure,
			spreadText(spreadOf(rounds.map((each) => each.many[measure] / each.few[measure]))),
			`${spreadOf(rounds.map(({ few }) => few[measure])).median.toFixed(1)} ms`,
			`${spreadOf(rounds.map((each) => each.many[measure])).median.toFixed(1)} ms`,
		]),
	};
}
