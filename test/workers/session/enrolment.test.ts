import { beforeAll, describe, expect, it } from "vitest";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const slug = "burst";
const N = 200;
beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug })));

describe(`when ${N} participants arrive at once, each of them twice`, () => {
	it("enrols each participant once, and gives each sequence equally often in every block", async () => {
		const arrivals = Array.from({ length: 2 * N }, (_, index) => enrol(fetchWorker, KEY, slug, `p${index % N}`));
		const people = await Promise.all(arrivals);
		expect(new Set(people.map(({ session }) => session)).size).toBe(N);
		const unique = [...new Map(people.map((who) => [who.session, who])).values()];
		await Promise.all(unique.map((who) => walk(fetchWorker, who, ({ step }) => step?.kind === "message")));
		await Promise.all(unique.map(({ session }) => drain(session)));
		const sequences = await rows<{ sequence: string; n: number }>(
			"SELECT sequence, count(*) AS n FROM v_sessions WHERE study = ? GROUP BY sequence",
			slug,
		);
		expect(sequences.map(({ n }) => n)).toEqual([N / 2, N / 2]);
	});
});
