import type { Command } from "./command.ts";

export const EXIT_CODES = `Exit codes: 0 done; 1 refused by the API, or a protocol with faults; 2 called wrongly; 3 the server cannot be reached.`;

const GLOBAL = `--json     the result as JSON, and a refusal as the API's problem
--help     this text
--api URL  the address; by default CROSSOVER_API, or http://localhost:8787

The key is read from CROSSOVER_KEY.`;

export const usageOf = ({ name, takes, options }: Command): string =>
	["crossover", name, ...takes, ...(Object.keys(options).length > 0 ? ["[options]"] : [])].join(" ");

/** The help of one command, as the terminal and the reference show it. */
export function commandHelp(command: Command): string {
	const options = Object.entries(command.options).map(([name, { type, means }]) => [
		`--${name}${type === "string" ? ` ${name.toUpperCase().replaceAll("-", "_")}` : ""}`,
		means,
	]);
	const width = Math.max(0, ...options.map(([flag = ""]) => flag.length));
	return [
		command.summary,
		`    ${usageOf(command)}`,
		...(options.length > 0 ? [options.map(([flag = "", means]) => `${flag.padEnd(width)}  ${means}`).join("\n")] : []),
		`Examples:\n${command.examples.map((example) => `    ${example}`).join("\n")}`,
	].join("\n\n");
}

export function overview(commands: readonly Command[]): string {
	const width = Math.max(...commands.map(({ name }) => name.length));
	const lines = commands.map(({ name, summary }) => `    ${name.padEnd(width)}  ${summary}`);
	return `Runs studies from the terminal, through the API.

    crossover <command> [arguments] [options]

${lines.join("\n")}

${GLOBAL}

"crossover <command> --help" has the options and examples of a command.
${EXIT_CODES}`;
}
