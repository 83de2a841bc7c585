import { COMMANDS } from "./crossover/catalogue.ts";
import { commandHelp, EXIT_CODES, overview } from "./crossover/help.ts";

const indented = (text: string): string =>
	text
		.split("\n")
		.map((line) => (line === "" ? "" : `    ${line}`))
		.join("\n");

/** The reference of the command line, from the commands' own help. */
export const commandLineMarkdown = (): string =>
	`${[
		"# Command line",
		"Made by `npm run generate:command-line` from the commands' own help.",
		"In the repository: `npm run -s crossover -- <command>`. The key is read from `CROSSOVER_KEY`, the address from `CROSSOVER_API`.",
		EXIT_CODES,
		indented(overview(COMMANDS)),
		...COMMANDS.map((command) => `## ${command.name}\n\n${indented(commandHelp(command))}`),
	].join("\n\n")}\n`;
