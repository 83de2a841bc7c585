/** Options of our commands that npm takes for its own where the `--` before them is missing. */
const OURS = ["env", "dry-run", "name", "remote", "url"] as const;

/**
 * The first option that npm has kept for itself, such as `--env`, or null. `npm run deploy --env=staging` runs the command without it:
 * it would deploy production, and with `--dry-run` it would not be dry.
 */
export const keptByNpm = (environment: NodeJS.ProcessEnv): string | null => {
	const kept = OURS.find((name) => environment[`npm_config_${name.replace("-", "_")}`] !== undefined);
	return kept === undefined ? null : `--${kept}`;
};

/** Ends the process, with exit status 2, if npm has kept an option. `command` is what to run instead, up to the options. */
export function refuseWithoutDashes(command: string): void {
	const kept = keptByNpm(process.env);
	if (kept === null) return;
	process.stderr.write(
		`npm has taken ${kept} for itself, so nothing was done. Write -- before it: ${command} -- … ${kept} …\n`,
	);
	process.exit(2);
}
