import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { Json } from "../../shared/json.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { readItems } from "../model/asked-items.ts";
import { type JudgedForm, judgedForms, judgedStep, judgedTask, panesOf } from "../model/judged-forms.ts";
import { drawnAnew, type PastTalk } from "../model/past-talk.ts";
import type { Persona } from "../model/personas.ts";
import { drawsOf } from "../policy/draws.ts";
import type { JudgedRow, ModelStore } from "./model-store.ts";
import { pastSession } from "./past-talks.ts";
import type { Person } from "./people-store.ts";
import type { Run } from "./run-store.ts";
import type { Simulator } from "./simulator.ts";

type JudgeDeps = {
	readonly env: Env;
	readonly study: StudyRecord;
	readonly run: Run;
	readonly person: Person;
	readonly persona: Persona;
	readonly simulator: Simulator;
	readonly store: ModelStore;
	readonly clock: () => number;
	readonly transaction: (work: () => void) => void;
};

/** `wait`: the budget is spent. A text: why nothing can be judged. */
export async function judge(deps: JudgeDeps): Promise<"done" | "wait" | { readonly reason: string }> {
	const { env, study, run, person, persona, simulator, store } = deps;
	const past = person.twin === null ? null : await pastSession(database(env.DB), study.id, person.twin);
	if (!past) return { reason: "not_finished" };
	const draws = drawsOf(run.spec.seed, person.place);
	const talks = run.spec.positions === "drawn" ? drawnAnew(draws, past.talks) : past.talks;
	for (const form of judgedForms(study.protocol, talks)) {
		const name = judgedStep(form);
		// The rows are written with the first answer. A repeat finds the mark, and writes none.
		if (store.answer(run.run, person.place, `${name}/written`)) continue;
		const answered = await simulator.ask(person, draws, {
			...{ id: name, name, task: judgedTask(persona, form) },
			read: ({ text }) => {
				const { values, faults } = readItems(text, form.items);
				return { answer: { ...values }, faults, counted: [] };
			},
		});
		if (answered === null) return "wait";
		const values = answered.kind === "answer" ? (answered.answer as Readonly<Record<string, Json>>) : {};
		deps.transaction(() => {
			store.keep(run.run, person.place, `${name}/written`, { kind: "answer", answer: true });
			for (const row of rowsOf(deps, past.session, talks, form, values)) store.send({ into: "answers", row });
		});
	}
	return "done";
}

/** A row for each rating and for each ranked option. Without a valid answer its value and rank are null: missing, not made up. */
function rowsOf(
	{ run, person, clock }: JudgeDeps,
	session: string,
	talks: readonly PastTalk[],
	{ form, items, talk }: JudgedForm,
	values: Readonly<Record<string, Json>>,
): JudgedRow[] {
	const shared = { run: run.run, twin: person.twin ?? "", sample: person.sample, session, form, atMs: clock() };
	return items.flatMap(({ id, kind, options = [] }): JudgedRow[] => {
		const value = values[id] ?? null;
		const of = { ...shared, item: id, kind };
		if (kind !== "ranking")
			return [{ ...of, ...placeOf(talk), slot: null, value, rank: null, position: talk?.position ?? 0 }];
		return options.map(({ value: option, conversation, candidate }, place) => {
			const ranked = Array.isArray(value) ? value.indexOf(option) + 1 : 0;
			const about =
				conversation === undefined
					? panesOf(talk, talks)
					: (talks.find(({ position }) => position === conversation) ?? null);
			const label = candidate === undefined ? placeOf(about).label : (about?.labels[place] ?? null);
			const where = {
				conversation: about?.id ?? null,
				label,
				slot: candidate === undefined ? null : (about?.slots[place] ?? null),
				position: conversation ?? place + 1,
			};
			return { ...of, ...where, value: null, rank: ranked > 0 ? ranked : null };
		});
	});
}

/** A conversation with several assistants has no label of its own. */
const placeOf = (talk: PastTalk | null) => ({
	conversation: talk?.id ?? null,
	label: talk?.labels.length === 1 ? (talk.labels[0] ?? null) : null,
});
