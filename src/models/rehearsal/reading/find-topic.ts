import type { Angle, Topic, Topics } from "../topic.ts";
import { corrected, type Vocabulary, vocabularyOf } from "./spelling.ts";
import { fitOf } from "./words.ts";

export type Found = {
	readonly topic: Topic;
	/** The more particular question, if one fits. */
	readonly angle: Angle | null;
	/** True if the message has words that open the topic, not only words that keep it open. */
	readonly isNamed: boolean;
};

/** The topic of a normalised message. For the open topic, its commoner words are enough. */
export function findTopic(topics: Topics, text: string, open: Topic | null): Found | null {
	const found = bestOf(topics, text, open);
	if (found) return found;
	const spelt = corrected(text, vocabularyFor(topics));
	return spelt === text ? null : bestOf(topics, spelt, open);
}

const VOCABULARIES = new WeakMap<Topics, Vocabulary>();

function vocabularyFor(topics: Topics): Vocabulary {
	const known = VOCABULARIES.get(topics);
	if (known) return known;
	const keys = Object.values(topics).flatMap(({ keys, angles = [] }) => [keys, ...angles.map((angle) => angle.keys)]);
	const made = vocabularyOf(keys);
	VOCABULARIES.set(topics, made);
	return made;
}

function bestOf(topics: Topics, text: string, open: Topic | null): Found | null {
	let best: Found | null = null;
	let most = 0;
	for (const topic of Object.values(topics)) {
		const keyed = fitOf(text, topic.keys);
		if (keyed === 0 && topic !== open) continue;
		const { angle, points: angled } = angleOf(text, topic);
		const near = topic.near === undefined ? 0 : fitOf(text, topic.near);
		if (keyed + angled + near === 0) continue;
		const points = keyed + near / 2 + angled / 2;
		if (points > most) [best, most] = [{ topic, angle, isNamed: keyed > 0 }, points];
	}
	return best;
}

function angleOf(text: string, { angles = [] }: Topic): { angle: Angle | null; points: number } {
	let best: { angle: Angle | null; points: number } = { angle: null, points: 0 };
	for (const angle of angles) {
		const points = fitOf(text, angle.keys);
		if (points > best.points) best = { angle, points };
	}
	return best;
}
