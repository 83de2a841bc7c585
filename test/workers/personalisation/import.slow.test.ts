import { expect, it } from "vitest";
import { conversationLines, type PrismOptions, SEED, surveyLines } from "../../../bench/prism-generator.ts";
import { expectContract, send } from "../../support/http/http.ts";
import { rows } from "../../support/http/worker.ts";
import { draft, JSONL, PROFILES, streamOf } from "../../support/protocols/personal-study.ts";

const WHOLE: PrismOptions = { seed: SEED, users: 1500, conversations: 8011 };
const SLUG = "whole-prism";
const FAULTY_EVERY = 500;
/** Counting the stored rows reads all of them. */
const LOOK_EVERY = 150;
/** A batch of 100, the chunk of 7 that filled it, and one in transit. */
const MOST_AHEAD = 120;

function* withFaults(lines: Iterable<string>): Generator<string> {
	let number = 0;
	for (const line of lines) {
		number += 1;
		yield number % FAULTY_EVERY === 0 ? line.slice(0, -2) : line;
	}
}

async function stored() {
	const [found] = await rows<{ people: number; conversations: number }>(
		"select count(*) as people, coalesce(sum(json_array_length(history)), 0) as conversations from profiles where study_id = (select id from studies where slug = ?)",
		SLUG,
	);
	return found ?? { people: 0, conversations: 0 };
}

async function loadStream(stream: ReadableStream<Uint8Array>) {
	const response = await send(`/v1/studies/${SLUG}/profiles`, { method: "POST", body: stream, headers: JSONL });
	return expectContract("POST", PROFILES, response);
}

/** Passes a stream on, and measures from time to time how far reading is ahead of storing. */
function watched(stream: ReadableStream<Uint8Array>, counter: { readonly pulled: number }) {
	const ahead: number[] = [];
	let looked = 0;
	const reader = stream.getReader();
	const watching = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await reader.read();
				if (done) return controller.close();
				if (counter.pulled - looked >= LOOK_EVERY) {
					looked = counter.pulled;
					const faulty = Math.floor(counter.pulled / FAULTY_EVERY);
					ahead.push(counter.pulled - faulty - (await stored()).conversations);
				}
				controller.enqueue(value);
			},
		},
		{ highWaterMark: 0 },
	);
	return { watching, ahead };
}

/** Slow: 8,011 conversations of 1,500 people, PRISM's size, are 30 MB to generate and read. */
it("loads a data set of PRISM's size a batch at a time, and reports its faulty lines by number", async () => {
	await draft(SLUG);
	expect(await loadStream(streamOf(surveyLines(WHOLE)).stream)).toMatchObject({
		read: 1500,
		kept: 1500,
		faultyLines: 0,
	});
	const { stream, counter } = streamOf(withFaults(conversationLines(WHOLE)));
	const { watching, ahead } = watched(stream, counter);
	const report = await loadStream(watching);
	expect(report).toMatchObject({ read: 8011, kept: 7995, faultyLines: 16, faultyNotListed: 0, profiles: 1500 });
	expect((report.faulty as { line: number }[]).map(({ line }) => line)).toEqual(
		Array.from({ length: 16 }, (_, index) => FAULTY_EVERY * (index + 1)),
	);
	expect(ahead.length).toBeGreaterThan(40);
	// The memory in use does not grow with the size of the file.
	expect(Math.max(...ahead)).toBeLessThanOrEqual(MOST_AHEAD);
	expect(await stored()).toEqual({ people: 1500, conversations: 7995 });
}, 600_000);
