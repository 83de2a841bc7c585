/**
 * Asks which environment is meant, where none was named and there are several. npm keeps the option of `npm run deploy -e staging`
 * for itself and leaves no trace of it, so a default would deploy production.
 */
export function whichEnvironment(command: string, environments: readonly string[]): string {
	const ways = environments.map((name) => `${command} --env ${name}`);
	return `wrangler.toml has several environments, so nothing was done. Say which is meant: ${ways.join(", or ")}.`;
}

/** Wrangler's commands that change a Worker. Without `--env` they change the one at the top of wrangler.toml, which has production's name. */
const CHANGING = ["secret", "versions", "rollback", "delete", "triggers"];

/** Whether a command of wrangler changes a Worker without naming it. */
export const changesUnnamed = ([command = "", ...options]: readonly string[]): boolean =>
	CHANGING.includes(command) && !options.some((word) => /^(-e|--env|--name)(=|$)/.test(word));
