/** The exports that a report reads, by their names. The optional ones are absent from old packages and from studies that were not simulated or judged. */
export const NEEDED = [
	"sessions",
	"conversations",
	"ratings",
	"rankings",
	"transcripts",
	"deviations",
	"study-deviations",
	"flow",
	"guesses",
	"arms",
	"model-calls",
] as const;
export const OPTIONAL = [
	"answers",
	"simulated-participants",
	"simulation-answers",
	"judgements",
	"judgement-labels",
] as const;

export type TableName = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];
