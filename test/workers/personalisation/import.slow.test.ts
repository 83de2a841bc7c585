import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { conversationLines, type PrismOptions, SEED, surveyLines } from "../../../bench/prism-generator.ts";
import { database } from "../../../src/db/database.ts";
import { importProfiles } from "../../../src/personalisation/import-profiles.ts";
import { findStudy } from "../../../src/studies/queries.ts";
import { draft, streamOf } from "../../support/personal-study.ts";
import { rows } from "../../support/worker.ts";

const WHOLE: PrismOptions = { seed: SEED, users: 1500, conversations: 8011 };

function* withFaults(lines: Iterable<string>, every: number): Generator<string> {
	let number = 0;
	for (const line of lines) {
		number += 1;
		yield number % every === 0 ? line.slice(0, -2) : line;
	}
}

/** Slow: 8,011 conversations of 1,500 people, as many as PRISM has, are 30 MB to make and to read. */
it("loads a data set of PRISM's size a batch at a time, and reports its faulty lines by number", async () => {
	await draft("whole-prism");
	const db = database(env.DB);
	const study = await findStudy(db, "whole-prism");
	if (!study) throw new Error("no study");
	const deps = { db, study, identities: null, nowMs: 0 };
	const survey = await importProfiles(streamOf(surveyLines(WHOLE)).stream, deps);
	expect(survey).toMatchObject({ read: 1500, kept: 1500, faultyLines: 0 });
	const { stream, counter } = streamOf(withFaults(conversationLines(WHOLE), 500));
	const pulled: number[] = [];
	const counting = new Proxy(db, {
		get(target, name, receiver) {
			if (name === "batch") pulled.push(counter.pulled);
			return Reflect.get(target, name, receiver);
		},
	});
	const report = await importProfiles(stream, { ...deps, db: counting });
	expect(report).toMatchObject({ read: 8011, kept: 7995, faultyLines: 16 });
	expect(report.faulty.map(({ line }) => line)).toEqual(Array.from({ length: 16 }, (_, index) => 500 * (index + 1)));
	const most = Math.max(...pulled.map((count, index) => count - (pulled[index - 1] ?? 0)));
	expect(most).toBeLessThanOrEqual(110);
	const [stored] = await rows(
		"select count(*) as people, sum(json_array_length(history)) as conversations from profiles where study_id = ?",
		study.id,
	);
	expect(stored).toEqual({ people: 1500, conversations: 7995 });
}, 600_000);
