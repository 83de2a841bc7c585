import { enrol, type Fetch, type Participant, plausible, post } from "../../test/support/http/participant.ts";
import { smallStudy } from "../../test/support/protocols/small-study.ts";

/** People of one study, each at the step that they see. */
export type People = {
	readonly enrol: (index: number) => Promise<void>;
	/** Answers the person's step, whatever it is. */
	readonly answer: (index: number) => Promise<void>;
	/** Whether the person's session has ended. */
	readonly isDone: (index: number) => boolean;
};

export function peopleOf(request: Fetch, key: string, slug: string): People {
	const people: Participant[] = [];
	return {
		enrol: async (index) => {
			people[index] = await enrol(request, key, slug, `person-${index}`);
		},
		answer: async (index) => {
			const who = people[index];
			const { step } = who?.view ?? {};
			if (!who || !step) throw new Error("nobody is at a step");
			const response = await post(request, who, step.id, plausible(step));
			if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
			people[index] = { ...who, view: await response.json() };
		},
		isDone: (index) => people[index]?.view.step === null,
	};
}

/** A study of one turn for each arm: consent, a form, two conversations with a form after each, a ranking. */
export const benchStudy = (slug: string) => {
	const study = smallStudy({ slug });
	const conversations = study.conversations.map((each) => ({ ...each, turns: { min: 1, max: 1 } }));
	return { ...study, conversations };
};
