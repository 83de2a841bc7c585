import { z } from "zod";

/** Ids on Prolific: 24 hexadecimal digits, or a word for what Prolific made by hand. */
export const prolificId = z.string().regex(/^[\w-]{1,64}$/, "letters, digits, - and _");

const MOST_IDS = 20;
const ids = z.array(prolificId).max(MOST_IDS);

/** What a researcher chooses beside the protocol. */
export const draftOptions = z.strictObject({
	reward: z.int().min(1).max(1_000_000).describe("What a participant is paid, in pence or cents."),
	places: z.int().min(1).max(1_000_000).optional().describe("By default the protocol's quota."),
	minutes: z.int().min(1).max(10_000).optional().describe("By default the protocol's duration."),
	name: z.string().min(1).max(200).optional().describe("What participants read. By default the study's title."),
	description: z.string().min(1).max(5000).optional().describe("What participants read. By default the study's title."),
	project: prolificId.optional().describe("The project on Prolific."),
	groups: ids.optional().describe("Participant groups. Only their members may take part."),
	withStudies: ids.optional().describe("Studies on Prolific. Only people who took part in one of them may take part."),
	withoutStudies: ids
		.optional()
		.describe("Studies on Prolific. People who took part in one of them may not take part."),
	joinGroup: prolificId.optional().describe("Participants who complete join this participant group."),
});

export type DraftOptions = z.output<typeof draftOptions>;

const action = z.strictObject({
	action: z.string(),
	return_reason: z.string().optional(),
	participant_group: z.string().optional(),
	fixed_screen_out_reward: z.int().optional(),
	slots: z.int().optional(),
});

const completionCode = z.strictObject({ code: z.string(), code_type: z.string(), actions: z.array(action) });

export type CompletionCode = z.output<typeof completionCode>;

/** The body of Prolific's `POST /studies/`, with Prolific's names. */
export const draftSchema = z.strictObject({
	name: z.string(),
	internal_name: z.string(),
	description: z.string(),
	external_study_url: z.string(),
	prolific_id_option: z.string(),
	completion_codes: z.array(completionCode),
	total_available_places: z.int(),
	estimated_completion_time: z.int(),
	reward: z.int(),
	device_compatibility: z.array(z.string()),
	metadata: z.string(),
	filters: z.array(z.strictObject({ filter_id: z.string(), selected_values: z.array(z.string()) })).optional(),
	project: z.string().optional(),
	is_external_study_url_secure: z.boolean().optional(),
});

export type Draft = z.output<typeof draftSchema>;
