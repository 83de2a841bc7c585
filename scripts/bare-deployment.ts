/** In the environment of a `wrangler deploy` that `npm run deploy` runs, or that uploads nothing. */
export const DEPLOYS_BOTH = { CROSSOVER_DEPLOYS_BOTH: "1" } as const;

/** Wrangler tells a custom build for which command it builds. */
const UPLOADS = ["deploy", "versions upload"];

/**
 * Ends a build, and by that the deployment, if `wrangler deploy` was typed. With `--env` it would deploy only one of the two Workers;
 * without, it would replace production by the Worker of one's own machine, which has no jurisdiction, no rate limit and no RESEARCH.
 */
export function refuseBareDeployment(): void {
	const { WRANGLER_COMMAND: command = "", CROSSOVER_DEPLOYS_BOTH: both } = process.env;
	if (both !== undefined || !UPLOADS.includes(command)) return;
	process.stderr.write(
		`wrangler ${command} deploys only one of the two Workers, so nothing was deployed. Use npm run deploy, for a copy with -- --env NAME.\n`,
	);
	process.exit(1);
}
