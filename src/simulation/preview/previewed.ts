import type { Protocol } from "../../protocol/schema/schema.ts";
import { judgedForms, judgedStep, judgedTask } from "../model/judged-forms.ts";
import type { PastTalk } from "../model/past-talk.ts";
import type { Persona } from "../model/personas.ts";
import { messageStep, messageTask, type Task } from "../model/tasks.ts";

/** A prompt that is known before a run. */
export type Previewed = {
	/** As in the table of calls. */
	readonly step: string;
	/** The entry of the protocol's conversations, which a participant may have at any position. Null for `judge`. */
	readonly entry: string | null;
	readonly task: Task;
};

/** A judge's prompts: all of them. */
export const judgePreview = (persona: Persona, protocol: Protocol, talks: readonly PastTalk[]): Previewed[] =>
	judgedForms(protocol, talks).map((form) => ({
		step: judgedStep(form),
		entry: null,
		task: judgedTask(persona, form),
	}));

/** The first message of each conversation. Everything later depends on what the assistants reply. */
export const conversePreview = (persona: Persona, { conversations, limits }: Protocol): Previewed[] =>
	conversations.map(({ id, title, instructions, turns }, index) => {
		const conversation = { title, instructions, messages: [] };
		const step = { canEnd: turns.min === 0, maxLength: limits.messageCharacters };
		return { step: messageStep(index + 1, 1), entry: id, task: messageTask(persona, { conversation }, step) };
	});
