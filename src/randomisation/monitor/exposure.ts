import type { Scheme } from "../draw/scheme.ts";
import { type Course, type Meeting, meetingsOf } from "../plan/course.ts";
import { type ArmLabel, slotName } from "../plan/plan.ts";

/** The number of participants with this course. */
export type CourseCount = { readonly course: Course; readonly n: number };

/** Counts of those who hold a place (reserved or confirmed). */
export type Exposure = {
	/** For conversations with one arm. `position` counts among all of the participant's conversations, from 1. */
	readonly positions: readonly { readonly label: ArmLabel; readonly position: number; readonly n: number }[];
	/** For two successive conversations with one arm each. `acrossTopics`: how many of the n change the topic. */
	readonly predecessors: readonly {
		readonly label: ArmLabel;
		readonly after: ArmLabel;
		readonly n: number;
		readonly acrossTopics: number;
	}[];
	/** For conversations that show several arms. */
	readonly slots: readonly { readonly label: ArmLabel; readonly slot: string; readonly n: number }[];
	/** For studies with several topics: each arm in each topic, by its position within the topic, from 1. */
	readonly topicPositions: readonly {
		readonly topic: string;
		readonly label: ArmLabel;
		readonly position: number;
		readonly n: number;
	}[];
	/** For studies with several topics: each topic at each place among the topics, from 1. */
	readonly topicPlaces: readonly { readonly topic: string; readonly place: number; readonly n: number }[];
};

type Counted = Meeting & { readonly n: number };

/** Which arm is met where, and after which other arm. Predecessors are left out in parallel designs, where an arm only follows itself. */
export function exposureOf({ opening, treatments }: Scheme, courses: readonly CourseCount[]): Exposure {
	const labels = [...treatments].sort();
	const meetings = courses.flatMap(({ course, n }) => meetingsOf(course).map((meeting) => ({ ...meeting, n })));
	const topics = opening.conversations.map(({ id }) => id).filter((id) => meetings.some(({ topic }) => topic === id));
	const several = topics.length > 1 ? topics : [];
	return {
		positions: positionsOf(labels, meetings),
		predecessors: opening.design.kind === "parallel" ? [] : predecessorsOf(labels, meetings, several.length > 0),
		slots: slotsOf(labels, courses),
		topicPositions: several.flatMap((topic) =>
			positionsOf(
				labels,
				meetings.filter((one) => one.topic === topic).map((one) => ({ ...one, position: one.topicPosition })),
			).map((counted) => ({ topic, ...counted })),
		),
		topicPlaces: several.flatMap((topic) => placesOf(topic, several.length, meetings)),
	};
}

function positionsOf(labels: readonly ArmLabel[], meetings: readonly Counted[]): Exposure["positions"] {
	const positions = [...new Set(meetings.map(({ position }) => position))].sort((one, other) => one - other);
	return labels.flatMap((label) =>
		positions.map((position) => ({
			label,
			position,
			n: sum(meetings.filter((one) => one.label === label && one.position === position)),
		})),
	);
}

/** An arm can follow itself only at a change of topic. */
function predecessorsOf(
	labels: readonly ArmLabel[],
	meetings: readonly Counted[],
	withItself: boolean,
): Exposure["predecessors"] {
	if (meetings.every(({ before }) => before === null)) return [];
	return labels.flatMap((label) =>
		labels
			.filter((after) => withItself || after !== label)
			.map((after) => {
				const found = meetings.filter((one) => one.label === label && one.before?.label === after);
				return {
					label,
					after,
					n: sum(found),
					acrossTopics: sum(found.filter((one) => one.before?.topic !== one.topic)),
				};
			}),
	);
}

function slotsOf(labels: readonly ArmLabel[], courses: readonly CourseCount[]): Exposure["slots"] {
	const shown = courses.flatMap(({ course, n }) =>
		course
			.filter((step) => step.labels.length > 1)
			.flatMap((step) => step.labels.map((label, place) => ({ label, slot: slotName(place), n }))),
	);
	const slots = [...new Set(shown.map(({ slot }) => slot))].sort();
	return labels.flatMap((label) =>
		slots.map((slot) => ({ label, slot, n: sum(shown.filter((one) => one.label === label && one.slot === slot)) })),
	);
}

/** Counts a topic once for each participant, at its first conversation. */
const placesOf = (topic: string, places: number, meetings: readonly Counted[]): Exposure["topicPlaces"] =>
	Array.from({ length: places }, (_, index) => ({
		topic,
		place: index + 1,
		n: sum(meetings.filter((one) => one.topic === topic && one.topicPosition === 1 && one.place === index + 1)),
	}));

const sum = (counted: readonly { readonly n: number }[]): number => counted.reduce((total, { n }) => total + n, 0);
