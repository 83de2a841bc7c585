import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import type { Json } from "../../shared/json.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { readItems } from "../model/asked-items.ts";
import { type JudgedForm, judgedForms, type PastTalk } from "../model/judged-forms.ts";
import type { Persona } from "../model/personas.ts";
import { itemsTask } from "../model/tasks.ts";
import { drawsOf } from "../policy/draws.ts";
import type { JudgedRow, ModelStore } from "./model-store.ts";
import { pastSession } from "./past-talks.ts";
import type { Person, Run } from "./run-store.ts";
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
	for (const form of judgedForms(study.protocol, past.talks)) {
		const name = `judge/${form.form}/${form.talk?.position ?? 0}`;
		// The rows are written with the first answer. A repeat finds the mark, and writes none.
		if (store.answer(run.run, person.place, `${name}/written`)) continue;
		const answered = await simulator.ask(person, draws, {
			...{ id: name, name, task: itemsTask(persona, form.situation, form.items) },
			read: ({ text }) => {
				const { values, faults } = readItems(text, form.items);
				return { answer: { ...values }, faults, counted: [] };
			},
		});
		if (answered === null) return "wait";
		const values = answered.kind === "answer" ? (answered.answer as Readonly<Record<string, Json>>) : {};
		deps.transaction(() => {
			store.keep(run.run, person.place, `${name}/written`, { kind: "answer", answer: true });
			for (const row of rowsOf(deps, past.session, past.talks, form, values)) store.send({ into: "answers", row });
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
				conversation === undefined ? talk : (talks.find(({ position }) => position === conversation) ?? null);
			const label = candidate === undefined ? placeOf(about).label : (about?.labels[place] ?? null);
			const where = {
				conversation: about?.id ?? null,
				label,
				slot: candidate ?? null,
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
