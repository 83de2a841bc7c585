import { unstable_readConfig as readConfig } from "wrangler";
import { DEPLOYS_BOTH } from "./bare-deployment.ts";
import { environmentsOf } from "./configured-environments.ts";
import { deployOptions } from "./deploy-options.ts";
import { inForeground } from "./foreground.ts";
import { localEnvironment } from "./local-environment.ts";
import { refuseWithoutDashes } from "./npm-options.ts";
import { researchFinding, researchService } from "./preflight/configuration.ts";
import { unreadable } from "./preflight/unreadable.ts";
import { researchVersion } from "./worker-bundle/version.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

/**
 * `npm run deploy -- [--env staging] [options of wrangler deploy]`: the research Worker, then the main one, which Cloudflare
 * refuses while there is no other to call. Both versions get the same tag, so that a rollback finds the two that belong together.
 * The environment has to be named where there are several.
 */
refuseWithoutDashes();
const given = { wanted: process.env.CLOUDFLARE_ENV, environments: environmentsOf() };
const options = deployOptions(process.argv.slice(2), given);
const { env, others } = typeof options === "string" ? refuse(options) : options;

process.exitCode = await deployed(serviceOf());

function serviceOf(): string {
	try {
		const config = readConfig({ config: "wrangler.toml", env }, { hideWarnings: true });
		const service = researchService(config);
		const { found, fix } = researchFinding(config);
		if (service !== undefined && fix === undefined) return service;
		return refuse(`wrangler.toml under env.${env}: ${found}.\n${fix} docs/how-to/deploy.md says more.`);
	} catch (error) {
		const finding = unreadable(error, env);
		if (finding === null) throw error;
		return refuse(`${finding.found}\n${finding.fix}`);
	}
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
	process.stdout.write(`Deploying ${service}, then the Worker of env.${env}.\n`);
	Object.assign(process.env, DEPLOYS_BOTH);
	const both = ["--tag", researchVersion(), ...others];
	// Its file has no environments, whatever CLOUDFLARE_ENV says.
	const first = ["deploy", "--config", "wrangler.research.toml", "--env", "", "--name", service, ...both];
	return (await wranglerInTerminal(...first)) || wranglerInTerminal("deploy", "--env", env, ...both);
}
