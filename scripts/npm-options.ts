import { type ParseArgsConfig, parseArgs } from "node:util";

/** Options as `parseArgs` of Node takes them. */
type Known = NonNullable<ParseArgsConfig["options"]>;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
/** Those of wrangler that say which Worker or database a command is for, or what it does. */
const OF_WRANGLER = {
	...{ env: text, name: text, config: text, "version-id": text, tag: text, message: text, url: text },
	...{ command: text, file: text, var: text, port: text, ip: text, outdir: text, format: text },
	...{ "dry-run": flag, remote: flag, local: flag, json: flag, "keep-vars": flag, minify: flag, strict: flag },
} satisfies Known;

/**
 * What to type in place of a command whose options npm has kept for itself, because the `--` before them is missing. Null: it has kept
 * none. `npm run deploy --env=staging` runs the command without the option: it would deploy production. npm 11 passes on the value
 * of `--env staging` as a word, and says `true` for the option.
 */
export function withDashes(known: Known, words: readonly string[], environment: NodeJS.ProcessEnv): string | null {
	const keptFor = (name: string): string => environment[`npm_config_${name.replaceAll("-", "_")}`] ?? "";
	const kept = Object.entries(known).filter(([name]) => keptFor(name) !== "");
	if (kept.length === 0) return null;
	const typed = words.slice(fixedWords(environment.npm_lifecycle_script));
	const apart = kept.filter(([name, { type }]) => type === "string" && keptFor(name) === "true");
	const isValue = typed.length === 1 && apart.length === 1;
	const options = kept.map(([name, option]) => {
		if (option.type === "boolean") return `--${name}`;
		return `--${name} ${keptFor(name) !== "true" ? keptFor(name) : isValue ? typed[0] : "…"}`;
	});
	// Several words may be values too, and nothing says of which option.
	const others = apart.length === 0 ? typed : isValue || typed.length === 0 ? [] : ["…"];
	return `npm run ${environment.npm_lifecycle_event ?? "…"} -- ${[...others, ...options].join(" ")}`;
}

/** How many words the command has in package.json, after `node` and the script. */
const fixedWords = (script: string | undefined): number => Math.max(0, (script?.split(" ").length ?? 0) - 2);

/** Ends the process, with exit status 2, if npm has kept one of these options. `npx` keeps none. */
export function refuseWithoutDashes(known: Known = OF_WRANGLER): void {
	if (process.env.npm_lifecycle_event === "npx") return;
	const instead = withDashes(known, process.argv.slice(2), process.env);
	if (instead === null) return;
	process.stderr.write(`npm has kept options for itself, so nothing was done. Write -- before them: ${instead}\n`);
	process.exit(2);
}

/** `parseArgs` of Node, for commands that `npm run` starts. */
export const parseNpmArgs: typeof parseArgs = (config) => {
	refuseWithoutDashes(config?.options ?? {});
	return parseArgs(config);
};
