import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BundleError } from "../adapters/bundle.ts";
import { idsFrom } from "../adapters/people.ts";

/** An export without the data for profiles. The message says what to do. */
export class ExportError extends Error {}

const user = z.looseObject({
	dialog_ids: z.array(z.string()),
	system_string: z.string(),
	demographics: z.looseObject({
		self_description: z.string(),
		age: z.string(),
		gender: z.string(),
		education: z.string(),
		employment: z.string(),
		marital: z.string(),
		english_proficiency: z.string(),
	}),
});

const turn = z.looseObject({ user_utterance: z.array(z.string()), chosen_utterance: z.array(z.string()) });
const dialog = z.looseObject({ dialog_id: z.string(), turns: z.array(turn) });

type User = z.output<typeof user>;
type Dialog = z.output<typeof dialog>;

export type Export = {
	/** By pseudonym. */
	readonly users: Readonly<Record<string, User>>;
	readonly dialogs: Readonly<Record<string, Dialog>>;
	/** The recruiter's id of each pseudonym. */
	readonly ids: ReadonlyMap<string, string>;
};

export function readExport(folder: string): Export {
	const users = jsonIn(join(folder, "prism_data_user.json"), z.record(z.string(), user));
	const dialogs = jsonIn(join(folder, "prism_data_dialog.json"), z.record(z.string(), dialog));
	return { users, dialogs, ids: peopleIn(join(folder, "people.csv")) };
}

function jsonIn<T>(path: string, schema: z.ZodType<T>): T {
	const read = schema.safeParse(parsed(path));
	if (!read.success) throw new ExportError(`${path} is not what the platform exports:\n${z.prettifyError(read.error)}`);
	return read.data;
}

function parsed(path: string): unknown {
	try {
		return JSON.parse(textOf(path));
	} catch (error) {
		if (error instanceof ExportError) throw error;
		throw new ExportError(`${path} is not JSON. Download it again.`);
	}
}

function peopleIn(path: string): ReadonlyMap<string, string> {
	try {
		return idsFrom(textOf(path));
	} catch (error) {
		if (error instanceof BundleError) throw new ExportError(`${path}: ${error.message}`);
		throw error;
	}
}

function textOf(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		throw new ExportError(`${path} cannot be read: export it from the first study.`);
	}
}

/** Lines of `POST /v1/studies/{study}/profiles`, and how many participants have no id in people.csv. */
export function profileLines({ users, dialogs, ids }: Export) {
	const known = Object.entries(users).flatMap(([pseudonym, found]) => {
		const participant = ids.get(pseudonym);
		return participant === undefined ? [] : [profileLine(participant, found, dialogs)];
	});
	return { lines: known, strangers: Object.keys(users).length - known.length };
}

/** The fields have the names of PRISM's survey, which templates in protocols refer to. */
function profileLine(
	participant: string,
	{ demographics, system_string, dialog_ids }: User,
	dialogs: Export["dialogs"],
) {
	const { employment, marital, self_description, age, gender, education, english_proficiency } = demographics;
	return {
		participant,
		profile: {
			self_description,
			system_string,
			age,
			gender,
			education,
			employment_status: employment,
			marital_status: marital,
			english_proficiency,
		},
		history: dialog_ids.flatMap((id) => (dialogs[id] ? [conversationOf(dialogs[id])] : [])),
	};
}

const conversationOf = ({ dialog_id, turns }: Dialog) => ({
	id: dialog_id,
	messages: turns.flatMap(({ user_utterance, chosen_utterance }) => [
		...user_utterance.map((text) => ({ role: "participant", text })),
		...chosen_utterance.map((text) => ({ role: "assistant", text, chosen: true })),
	]),
});
