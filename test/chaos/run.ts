import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStudy } from "../support/http/participant.ts";
import { Crowd } from "./crowd.ts";
import type { Violation } from "./ledger.ts";
import { startSlowModels } from "./model-server.ts";
import { type Options, optionsOf, USAGE } from "./options.ts";
import { planOf } from "./plan.ts";
import { reportOf } from "./report.ts";
import { RestartingServer } from "./server.ts";
import { ENDPOINT, LAYOUTS, studyOf } from "./studies.ts";
import { violationsAfter } from "./verdict.ts";

const KEY = "xo_key_of_the_chaos_run_and_of_nothing_else";

/** One address sends all requests, so the limits by address, study and key are off. They have tests of their own. */
const LIMITS = ["LIMIT_LANDINGS", "LIMIT_LANDINGS_STUDY", "LIMIT_STARTS", "LIMIT_SESSION", "LIMIT_STRANGERS"] as const;

async function chaos(options: Options): Promise<void> {
	const startedAtMs = performance.now();
	const folder = await mkdtemp(join(tmpdir(), "crossover-chaos-"));
	const over = AbortSignal.timeout(options.minutes * 60_000);
	const models = await startSlowModels((phase) => crowd?.killer.reached(phase));
	const server = await RestartingServer[options.server](folder, KEY, {
		IDENTITY_KEY: "identity-key-of-the-chaos-run-32-characters",
		[`ENDPOINT_${ENDPOINT}_URL`]: models.url,
		[`ENDPOINT_${ENDPOINT}_KEY`]: "any",
		...Object.fromEntries(LIMITS.map((name) => [name, "off"])),
	});
	let crowd: Crowd | undefined;
	try {
		const origin = await server.origin();
		for (const layout of LAYOUTS)
			await openStudy((path, init) => fetch(origin + path, init), KEY, studyOf(layout), "?acceptLateReplies=true");
		const plan = planOf(options);
		crowd = new Crowd({ plan, server, models: () => models, key: KEY, over, progress: console.error });
		await crowd.walk();
		const violations = [...missedKills(crowd, options), ...(await violationsAfter({ crowd, server, key: KEY, over }))];
		const seconds = (performance.now() - startedAtMs) / 1000;
		console.log(reportOf({ options, crowd, violations, calls: models.calls(), seconds }));
		if (violations.length > 0) process.exitCode = 1;
	} finally {
		await server.kill();
		await models.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** A run with fewer kills than planned does not count as passed. */
function missedKills({ killer: { hits } }: Crowd, { kills }: Options): Violation[] {
	if (hits.length === kills) return [];
	return [{ rule: "every kill of the plan comes", who: "the run", detail: `${hits.length} of ${kills}` }];
}

const options = optionsOf(process.argv.slice(2));
if (options === null) {
	console.error(`Usage: ${USAGE}`);
	process.exitCode = 2;
} else await chaos(options);
