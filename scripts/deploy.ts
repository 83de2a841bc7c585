import { unstable_readConfig as readConfig } from "wrangler";
import { inForeground } from "./foreground.ts";
import { localEnvironment } from "./local-environment.ts";
import { researchService } from "./preflight/configuration.ts";
import { unreadable } from "./preflight/unreadable.ts";
import { researchVersion } from "./worker-bundle/version.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

/**
 * `npm run deploy -- [--env staging] [options of wrangler deploy]`: the research Worker, then the main one, which Cloudflare
 * refuses while there is no other to call. Both versions get the same tag, so that a rollback finds the two that belong together.
 */
const given = process.argv.slice(2).flatMap((word) => (word.startsWith("--env=") ? ["--env", word.slice(6)] : [word]));
const at = given.findIndex((word) => word === "--env" || word === "-e");
const env = at < 0 ? "production" : (given[at + 1] ?? "");
const others = at < 0 ? given : given.toSpliced(at, 2);

process.exitCode = await deployed(serviceOf());

function serviceOf(): string {
	try {
		const service = researchService(readConfig({ config: "wrangler.toml", env }, { hideWarnings: true }));
		if (service !== undefined) return service;
	} catch (error) {
		const finding = unreadable(error, env);
		if (finding === null) throw error;
		return refuse(`${finding.found}\n${finding.fix}`);
	}
	return refuse(
		`wrangler.toml binds no RESEARCH under env.${env}.\nAdd it, with a service of its own: docs/how-to/deploy.md.`,
	);
}

function refuse(said: string): never {
	process.stderr.write(`${said}\n`);
	process.exit(1);
}

/** The first exit status that is not 0. */
async function deployed(service: string): Promise<number> {
	// Here, because the version is the hash of what was built. The main Worker's own deployment builds the same again.
	const built = await inForeground(["scripts/build-worker.ts"], localEnvironment());
	if (built !== 0) return built;
	const options = ["--tag", researchVersion(), ...others];
	const first = ["deploy", "--config", "wrangler.research.toml", "--name", service, ...options];
	return (await wranglerInTerminal(...first)) || wranglerInTerminal("deploy", "--env", env, ...options);
}
