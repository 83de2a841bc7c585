import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readThread } from "../../../src/models/rehearsal/reading/read-thread.ts";
import { TOPICS } from "../../../src/models/rehearsal/topics.ts";
import { sentencesOf } from "../../../src/models/rehearsal/writing/memory.ts";
import { CHARACTERS } from "../../../src/protocol/schema/model.ts";
import { openersWithTopics } from "./opening-prompts.ts";
import { rehearsed } from "./rehearsed.ts";

/** Everyday openers. Topics and keys were later fitted to them, so unseen openers do worse. */
export const everydayOpeners = (): string[] =>
	readFileSync(fileURLToPath(new URL("everyday-openers.txt", import.meta.url).href), "utf8")
		.trim()
		.split("\n");

export type Coverage = {
	readonly openers: number;
	/** Shares from 0 to 1. */
	readonly answered: number;
	readonly fallback: number;
};

/** The share of openers with a real reply: a topic, small talk, a result or care. The others get a fallback. */
export function coverageOf(openers: readonly string[]): Coverage {
	const kinds = openers.map((text) => readThread(TOPICS, [{ role: "participant", text }]).intent.kind);
	const fallback = kinds.filter((kind) => kind === "unknown").length / openers.length;
	return { openers: openers.length, answered: 1 - fallback, fallback };
}

const FOLLOW_UPS = ["Why?", "Give me an example", "Make it shorter", "I disagree", "I have tried that", "Is it safe?"];

/** The share of a conversation's sentences that another character also writes in reply to the same message. */
export function sharedSentences(openers: readonly string[]): number {
	let all = 0;
	let shared = 0;
	for (const opener of openers) {
		const talks = CHARACTERS.map((character) => rehearsed(character, [opener, ...FOLLOW_UPS], 3).map(sentencesOf));
		for (const [index, replies] of talks.entries()) {
			for (const [turn, sentences] of replies.entries()) {
				const others = new Set(talks.flatMap((talk, other) => (other === index ? [] : (talk[turn] ?? []))));
				all += sentences.length;
				shared += sentences.filter((sentence) => others.has(sentence)).length;
			}
		}
	}
	return shared / all;
}

/** Openers of a study: our own, and the real ones if they are available. */
export const studyOpeners = (): string[] => openersWithTopics().map(([text]) => text);
