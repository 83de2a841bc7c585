import { FURTHER, RANKS, type Row, table } from "./question.ts";

export type Closing = {
	readonly api: string;
	readonly researcherKey: string;
	readonly participantLink: string;
	readonly quickLink: string;
	/** The address of the mock recruiter. */
	readonly recruiter: string;
	readonly dashboard: string;
	readonly ranks: readonly Row[];
	readonly seconds: number;
};

/** The text on the screen while the demo runs: links, a question to ask, and one answer. */
export function closingText({
	api,
	researcherKey,
	participantLink,
	quickLink,
	recruiter,
	dashboard,
	ranks,
	seconds,
}: Closing): string {
	return `
Ready after ${seconds.toFixed(1)} s.

Take part yourself
  PRISM-X            ${participantLink}
  a two-minute study ${quickLink}
  as on Prolific     ${recruiter}, a mock recruiter that shows the exit

Look at it as a researcher
  dashboard          ${dashboard}
                     (read only; with the key, sign in at ${api}/studies)
  API                ${api}, described at ${api}/docs
  key                ${researcherKey}
  try                curl -H "Authorization: Bearer ${researcherKey}" ${api}/v1/studies/prism-x/flow

Which assistant did the participants rank best? (1 is best; the study is double blind, so labels, not arms)

${indented(table(ranks))}

That came from D1. Ask it yourself, in another terminal, while this one serves:

${[["The table above", RANKS] as const, ...FURTHER].map(([question, sql]) => `  # ${question}\n  npm run d1 -- --command "${sql}"`).join("\n\n")}

Ctrl-C stops everything. What was said stays in .wrangler/state until npm run demo -- --fresh.
`;
}

const indented = (text: string): string => text.replaceAll(/^/gm, "  ");
