import type { Angle, Library, Topic } from "../topic.ts";
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
export function findTopic(library: Library, text: string, open: Topic | null): Found | null {
	const found = bestOf(library, text, open);
	if (found) return found;
	const spelt = corrected(text, vocabularyFor(library));
	return spelt === text ? null : bestOf(library, spelt, open);
}

const VOCABULARIES = new WeakMap<Library, Vocabulary>();

function vocabularyFor(library: Library): Vocabulary {
	const known = VOCABULARIES.get(library);
	if (known) return known;
	const keys = Object.values(library).flatMap(({ keys, angles = [] }) => [keys, ...angles.map((angle) => angle.keys)]);
	const made = vocabularyOf(keys);
	VOCABULARIES.set(library, made);
	return made;
}

function bestOf(library: Library, text: string, open: Topic | null): Found | null {
	let best: Found | null = null;
	let most = 0;
	for (const topic of Object.values(library)) {
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
