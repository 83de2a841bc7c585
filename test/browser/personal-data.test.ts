import { relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { filesWith } from "../support/browser/bytes-on-disk.ts";
import { sharedWorker } from "../support/browser/scene.ts";
import { openStudy } from "../support/http/participant.ts";
import { EXITS, smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. It searches the files of the served Worker. */
const served = sharedWorker();

/** The folders of wrangler's state that the files are in: `d1` for the database, `do` for the objects. */
const storesOf = (files: readonly string[]) =>
	[...new Set(files.map((file) => relative(served.folder, file).split(sep)[2]))].sort();

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

describe("a landing on this machine", () => {
	it("leaves the platform id in the databases alone", async () => {
		const pid = "5f3c0ffee0ddba11c0dedbad";
		const recruitment = { prolific: { exits: EXITS } };
		await openStudy(served.fetch, served.key, smallStudy({ slug: "landed", recruitment }));
		const query = `PROLIFIC_PID=${pid}&STUDY_ID=study&SESSION_ID=visit`;
		const landed = await served.fetch(`/p/landed?${query}`, { redirect: "manual" });
		expect(landed.status).toBe(303);
		await expect.poll(async () => storesOf(await filesWith(served.folder, pid))).toEqual(["d1", "do"]);
		expect(await filesWith(served.folder, query)).toEqual([]);
	});
});
