import { whichEnvironment } from "./environments.ts";

/** What `npm run deploy` was called with. `others` are options of `wrangler deploy`, for both Workers. */
export type DeployOptions = { readonly env: string; readonly others: readonly string[] };

/** They would give both Workers one name or file, or no common tag. */
const NOT_FOR_BOTH = ["--name", "--config", "-c", "--tag"];
const ENV = ["--env", "-e"];

/** What the options depend on. */
type Given = {
	/** `CLOUDFLARE_ENV`, which wrangler itself would follow. */
	readonly wanted: string | undefined;
	/** The environments of wrangler.toml. */
	readonly environments: readonly string[];
};

/** The options, or why they are refused. */
export function deployOptions(words: readonly string[], { wanted, environments }: Given): DeployOptions | string {
	const given = words.flatMap(apart);
	const at = given.findIndex((word) => ENV.includes(word));
	const env = at < 0 ? "production" : (given[at + 1] ?? "");
	const others = at < 0 ? given : given.toSpliced(at, 2);
	if (others.some((word) => ENV.includes(word))) return "--env is given twice.";
	const [first] = others;
	if (first !== undefined && !first.startsWith("-")) return `${first} is no option. Did you mean -- --env ${first}?`;
	const refused = others.find((word) => NOT_FOR_BOTH.includes(word));
	if (refused !== undefined) return `${refused} cannot be given here: both Workers would get it.`;
	if (at < 0 && environments.length > 1) return whichEnvironment("npm run deploy --", environments);
	if (wanted !== undefined && wanted !== env)
		return `CLOUDFLARE_ENV is ${wanted}, but this would deploy ${env}. Say -- --env ${wanted}.`;
	return { env, others };
}

/** An option and its value, where `=` joins them. */
function apart(word: string): string[] {
	const [, option, value = ""] = /^(-{1,2}[a-z-]+)=(.*)$/.exec(word) ?? [];
	return option !== undefined && [...ENV, ...NOT_FOR_BOTH].includes(option) ? [option, value] : [word];
}
