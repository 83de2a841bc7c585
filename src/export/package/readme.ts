import { timestamp } from "../../shared/clock.ts";
import { isBlinded } from "../datapackage.ts";
import type { Source, Table } from "../table.ts";
import { MISSING_RULES } from "./missing.ts";

const undivided = (tables: readonly Table[]): string =>
	tables.flatMap(({ name, byPool }) => (byPool ? [] : [`\`${name}\``])).join(", ");

/** What the package is, in the words that its first reader needs. */
export const readmeOf = (
	{ study, pool, status }: Source,
	tables: readonly Table[],
	nowMs: number,
): string => `# ${study.title}

Data of the study \`${study.slug}\`, exported on ${timestamp(nowMs)} from Crossover.
${isBlinded(study) ? "The study is blinded. Labels such as `K7` stand for arms." : "Each label has its arm beside it, in the column `arm`."}
${pool ? `Tables with pools have the pool \`${pool}\` alone. ${undivided(tables)} are whole: they have rows of all pools. Join them to \`sessions\` by \`session\` where they have it.` : "All pools are in the tables. Filter by `pool`: pilots and simulations are not participants."}
${status ? `Tables of sessions have sessions with the status \`${status}\` alone.` : "Sessions of every status are in the tables. Filter by `status` or `session_status`."}

- \`data/\`: one table in each file, as CSV in UTF-8. Texts are exact. Do not edit them with a spreadsheet.
- \`documentation/codebook.html\`: what each column and each question means. \`codebook.json\` is the same for programs.
- ${isBlinded(study) ? "`documentation/protocol-blinded.json`: the protocol without arms, models and recruitment, which would tell arms apart." : `\`documentation/protocol.json\`: the protocol. Its RFC 8785 form has the hash \`${study.protocolHash}\`.`}
- \`datapackage.json\`: fields, types, keys, rows and SHA-256 of each file (Frictionless Data Package 2.0).
- \`dataset_description.json\`: the same columns for Psych-DS.
- \`analysis/\`: \`python3 analysis/load_package.py\` and \`Rscript analysis/load_package.R\` load the tables and print the first.

## Missing values

${MISSING_RULES.map(([where, rule]) => `- ${where}: ${rule}`).join("\n")}
`;

export const changesOf = ({ study }: Source, nowMs: number): string => `# Changes

- ${timestamp(nowMs)}: exported. Protocol version ${study.version}, \`${study.protocolHash}\`.
${study.unblindedAt ? `- ${study.unblindedAt}: the study was unblinded.\n` : ""}${study.openedAt ? `- ${study.openedAt}: the study opened.\n` : ""}`;
