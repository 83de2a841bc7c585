import { readFileSync } from "node:fs";
import { labelDifferences } from "../src/blinding/labels/draw-labels.ts";
import { readAllocationExport } from "../src/randomisation/verify/allocation-export.ts";
import { whole } from "../src/randomisation/verify/difference.ts";
import { changeDifferences, readChanges } from "../src/randomisation/verify/recorded-changes.ts";
import { readUnblindings, unblindingDifferences } from "../src/randomisation/verify/recorded-unblindings.ts";
import { notChecked } from "../src/randomisation/verify/unchecked-claims.ts";
import { verifyAllocations } from "../src/randomisation/verify/verify-allocations.ts";
import { parseNpmArgs } from "./npm-options.ts";

const USAGE = `Draws every allocation of an unblinded study again and says what differs.

    npm run verify-allocations -- <allocations.jsonl> [--commitment sha256:…] [--head sha256:…] [--unblindings <unblindings.jsonl>] [--deviations <study-deviations.jsonl>]

--commitment  the one that was published when the study opened, from where you noted it
--head        a hash of the log that you noted while the study ran: everything up to it must still be there
--unblindings exports/unblindings.jsonl: are these the acts that the log tells of?
--deviations  exports/study-deviations.jsonl: are these the changes of adapters, profiles and addresses that the log tells of?

Says what it could not check without these. Ends with 0 where nothing differs, with 1 where something does, with 2 where there is nothing to verify.`;

const SHOWN = 50;

function read(path: string): string {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return fail(`The file ${path} cannot be read.`);
	}
}

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}

const text = { type: "string" } as const;
const options = { commitment: text, head: text, unblindings: text, deviations: text } as const;
const { values, positionals } = parseNpmArgs({ allowPositionals: true, options });
const [path, ...more] = positionals;
if (path === undefined || more.length > 0) fail(USAGE);
const exported = readAllocationExport(read(path));
if (!exported) fail(`${path} is not an export of allocations. Unblind the study, then export its allocations.`);
const acts = values.unblindings === undefined ? null : readUnblindings(read(values.unblindings));
if (values.unblindings !== undefined && !acts?.length) fail(`${values.unblindings} is not an export of unblindings.`);
const changes = values.deviations === undefined ? null : readChanges(read(values.deviations));
// A study without changes has an empty export.
if (values.deviations !== undefined && !changes) fail(`${values.deviations} is not an export of study-deviations.`);

const differences = [
	...(values.commitment !== undefined && values.commitment !== exported.commitment
		? [whole(`${values.commitment} was published, and the export is of ${exported.commitment}`)]
		: []),
	...(values.head !== undefined && !exported.log.some(({ hash }) => hash === values.head)
		? [whole(`no line of the log has the hash ${values.head}`)]
		: []),
	...verifyAllocations(exported),
	...labelDifferences(exported),
	...(acts ? unblindingDifferences(exported.log, acts) : []),
	...(changes ? changeDifferences(exported.log, changes) : []),
];

const drawn = exported.log.filter(({ entry }) => entry.kind === "allocated").length;
for (const { index, session, detail } of differences.slice(0, SHOWN))
	console.log(
		[index === null ? "the export" : `line ${index}`, ...(session === null ? [] : [session]), detail].join(": "),
	);
if (differences.length > SHOWN) console.log(`… and ${differences.length - SHOWN} more`);
for (const what of notChecked(exported, values)) console.log(`Not checked: ${what}`);
const nothing = notChecked(exported, values).length === 0 ? "Nothing differs." : "Nothing differs in what was checked.";
console.log(
	differences.length === 0
		? `${drawn} allocations were drawn again from the seed, and ${exported.log.length} lines of the log are tied to each other. ${nothing}`
		: `${differences.length} things differ. The log does not record what the seed draws.`,
);
process.exitCode = differences.length === 0 ? 0 : 1;
