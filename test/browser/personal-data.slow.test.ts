import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { usablePort } from "../../scripts/demo/port.ts";
import { migrate, type Place, type RunningWorker, startWorker } from "../../scripts/demo/worker.ts";
import { filesWith } from "../support/browser/bytes-on-disk.ts";
import { servedAt } from "../support/browser/served.ts";
import { openStudy } from "../support/http/participant.ts";
import { EXITS, smallStudy } from "../support/protocols/small-study.ts";

describe("the platform's logs", () => {
	it.each([undefined, "production"])("keep no request URL (environment: %s)", (env) => {
		const { observability } = readConfig({ config: "wrangler.toml", env }, { hideWarnings: true });
		expect(observability).toMatchObject({
			redact_query_string: true,
			logs: { invocation_logs: false },
			traces: { enabled: false },
		});
	});
});

/** Served by wrangler, as the demo is, because wrangler would trace each request. Opens no page. */
describe("a landing on this machine", () => {
	const key = "xo_key_of_the_search_for_personal_data";
	let folder: string;
	let worker: RunningWorker;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "crossover-traces-"));
		const place: Place = {
			state: join(folder, "state"),
			variables: join(folder, "variables"),
			log: join(folder, "log"),
		};
		worker = await startWorker(await usablePort(0), key, { place });
		await Promise.all([worker.ready, migrate(place)]);
	});
	afterAll(async () => {
		await worker.stop();
		await rm(folder, { recursive: true, force: true });
	});

	/** The kinds of databases with these files: `d1` or `do`. */
	const storesOf = (files: readonly string[]) =>
		[...new Set(files.map((file) => relative(folder, file).split(sep)[2]))].sort();

	it("stores the platform id only in the databases", async () => {
		const served = servedAt(worker.api, key, folder);
		const pid = "5f3c0ffee0ddba11c0dedbad";
		const recruitment = { prolific: { exits: EXITS } };
		await openStudy(served.fetch, served.key, smallStudy({ slug: "landed", recruitment }));
		const query = `PROLIFIC_PID=${pid}&STUDY_ID=study&SESSION_ID=visit`;
		const landed = await served.fetch(`/p/landed?${query}`, { redirect: "manual" });
		expect(landed.status).toBe(303);
		await expect.poll(async () => storesOf(await filesWith(folder, pid))).toEqual(["d1", "do"]);
		expect(await filesWith(folder, query)).toEqual([]);
	});
});
