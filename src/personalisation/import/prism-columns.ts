/**
 * Columns that the survey never has. They identify a conversation that has lost its turns, which would otherwise replace the
 * person's survey.
 */
export const CONVERSATION_COLUMNS = [
	"conversation_id",
	"conversation_history",
	"conversation_type",
	"conversation_turns",
	"opening_prompt",
	"performance_attributes",
	"choice_attributes",
	"open_feedback",
] as const;

/** Columns that conversations never have. Columns that both have describe how and when the person took part. */
export const SURVEY_COLUMNS = [
	"survey_only",
	"num_completed_conversations",
	"consent",
	"consent_age",
	"lm_familiarity",
	"lm_indirect_use",
	"lm_direct_use",
	"lm_frequency_use",
	"self_description",
	"system_string",
	"age",
	"gender",
	"employment_status",
	"education",
	"marital_status",
	"english_proficiency",
	"study_id",
	"study_locale",
	"religion",
	"ethnicity",
	"location",
	"lm_usecases",
	"stated_prefs",
	"order_lm_usecases",
	"order_stated_prefs",
	"included_in_US_REP",
	"included_in_UK_REP",
] as const;
