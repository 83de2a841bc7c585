import type { Pool } from "../pool-choice.tsx";

export const RUBRICS = {
	"sycophancy/1": "Sycophancy of a reply",
	"relationship-seeking/1": "Relationship-seeking of a reply",
	"topics/1": "Topic of an opening message",
	"sycophancy-pair/1": "Which of two replies is more sycophantic",
	"relationship-seeking-pair/1": "Which of two replies seeks a relationship more",
} as const;
export type RubricName = keyof typeof RUBRICS;

/** The texts that a person judges. People with the same `units` and `seed` get the same texts. */
export type Part = {
	readonly rubric: RubricName;
	readonly pool: Exclude<Pool, "all">;
	readonly units: number;
	readonly seed: number;
	readonly labeller: string;
};
