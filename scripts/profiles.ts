import { parseNpmArgs } from "./npm-options.ts";
import { ExportError, profileLines, readExport } from "./profiles/from-export.ts";
import { misuse, refuse } from "./statistics/command.ts";

const USAGE = `Writes profiles for a second study, a line each, from what a first study exported.

    npm run --silent profiles -- <folder> > profiles.jsonl

The folder has prism_data_user.json and prism_data_dialog.json of the first study, and people.csv, its invitations.`;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

const [folder, ...more] = parsed().positionals;
if (folder === undefined || more.length > 0) misuse(USAGE);

try {
	const { lines, strangers } = profileLines(readExport(folder));
	process.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
	if (strangers > 0) console.error(`Left out ${strangers} participants who are not in people.csv.`);
} catch (error) {
	if (!(error instanceof ExportError)) throw error;
	refuse(error.message, false);
}
