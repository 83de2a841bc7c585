import type { ArmLabel, Plan } from "./plan.ts";

/** One conversation of a participant: its entry in the protocol, and its arms in the order of slots. */
export type CourseStep = { readonly entry: string; readonly labels: readonly ArmLabel[] };

/** A participant's conversations, in order. */
export type Course = readonly CourseStep[];

export const courseOf = ({ conversations }: Pick<Plan, "conversations">): Course =>
	conversations.map(({ entry, slots }) => ({ entry, labels: slots.map(({ label }) => label) }));

/** One conversation with one arm. */
export type Meeting = {
	readonly label: ArmLabel;
	readonly topic: string;
	/** All count from 1: among the participant's conversations, among the topic's conversations, and the topic among topics. */
	readonly position: number;
	readonly topicPosition: number;
	readonly place: number;
	/** The meeting directly before. Null for the first one, and after a conversation with several arms. */
	readonly before: { readonly label: ArmLabel; readonly topic: string } | null;
};

/** The conversations with one arm. Those with several arms have no place among topics. */
export function meetingsOf(course: Course): Meeting[] {
	const singles = course.map(({ entry, labels }) => (labels.length === 1 ? entry : null));
	const topics = [...new Set(singles.filter((entry) => entry !== null))];
	return course.flatMap(({ entry: topic, labels: [label, ...others] }, index) => {
		if (label === undefined || others.length > 0) return [];
		const before = course[index - 1];
		const [last, ...more] = before?.labels ?? [];
		return [
			{
				label,
				topic,
				position: index + 1,
				topicPosition: singles.slice(0, index + 1).filter((one) => one === topic).length,
				place: topics.indexOf(topic) + 1,
				before: before && last !== undefined && more.length === 0 ? { label: last, topic: before.entry } : null,
			},
		];
	});
}
