import type { Outcome } from "./outcomes.ts";
import type { MockSubmission } from "./people.ts";

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0.5rem 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
.note { border-inline-start: 4px solid #b45309; padding-inline-start: 0.75rem; }
form { display: inline; }
.take { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
label { display: grid; gap: 0.25rem; flex: 1 1 12rem; }
input, select, button { font: inherit; min-height: 2.75rem; padding: 0 0.75rem; box-sizing: border-box; max-width: 100%; }
button { cursor: pointer; }
ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 0.75rem; }
li { border: 1px solid #8886; border-radius: 0.5rem; padding: 0.75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 0.75rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { dl { column-gap: 0.5rem; } dd { font-size: 0.875rem; line-height: 1.714; } }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; }
`;

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string): string =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><h1>${escaped(title)}</h1><p class="note">This page stands in for Prolific on this machine. Nothing leaves the machine, and nobody is paid.</p>${body}</main></body></html>`;

const list = (rows: readonly (readonly [string, string])[]): string =>
	`<dl>${rows.map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`).join("")}</dl>`;

const button = (action: string, submission: string, text: string): string =>
	`<form method="post" action="/${action}"><input type="hidden" name="submission" value="${escaped(submission)}"><button>${escaped(text)}</button></form>`;

export type Choice = { readonly studies: readonly string[]; readonly submissions: readonly MockSubmission[] };

/** A list of studies, or a text field if none is known. */
export function startPage({ studies, submissions }: Choice): string {
	const options = studies.map((study) => `<option>${escaped(study)}</option>`).join("");
	const field =
		studies.length > 0
			? `<select name="study">${options}</select>`
			: `<input name="study" required placeholder="two-minute" autocapitalize="none">`;
	const rows = submissions.map((each) => `<li>${list(describe(each))}<div class="actions">${actions(each)}</div></li>`);
	return page(
		"Mock recruiter",
		`<form method="post" action="/take" class="take"><label>Study${field}</label><button>Take part as a new person</button></form>
<h2>Submissions</h2>${rows.length > 0 ? `<ul>${rows.join("")}</ul>` : "<p>Nobody has taken part yet.</p>"}`,
	);
}

const describe = ({ participant, submission, study, status, code }: MockSubmission): [string, string][] => [
	["Participant", participant],
	["Submission", submission],
	["Study", study],
	["Status", status],
	...(code === null ? [] : [["Code", code] satisfies [string, string]]),
];

const actions = ({ submission, status }: MockSubmission): string =>
	[
		button("open", submission, "Open the study again"),
		button("again", submission, "New submission of this person"),
		...(status === "RETURNED" || status === "SCREENED OUT"
			? []
			: [button("return", submission, "Return the submission")]),
	].join("");

export type SeenExit = {
	readonly code: string;
	readonly submission: MockSubmission | undefined;
	/** The outcomes of the code in this study. Null if the study cannot be read. */
	readonly outcomes: readonly Outcome[] | null;
	/** Whether the Worker could not be told that the submission was returned. */
	readonly isUntold: boolean;
};

/** The page after the redirect to Prolific. */
export function exitPage({ code, submission, outcomes, isUntold }: SeenExit): string {
	const rows: [string, string][] = [
		["Code", code],
		...meaningsOf(outcomes).map((text): [string, string] => ["Exit", text]),
		...(submission ? describe(submission).filter(([term]) => term !== "Code") : []),
		...(isUntold ? [["Webhook", "The Worker did not take it."] satisfies [string, string]] : []),
	];
	return page("Prolific would see this exit", `${list(rows)}<p><a href="/">Back to the mock recruiter</a></p>`);
}

function meaningsOf(outcomes: readonly Outcome[] | null): string[] {
	if (outcomes === null)
		return ["Unknown, because the mock recruiter cannot read the study. It uses the BOOTSTRAP_KEY in .dev.vars."];
	if (outcomes.length === 0) return ["None. The study has no exit with this code."];
	return outcomes.map(({ exit, type, meaning }) => `${exit}, of the type ${type}. ${meaning}`);
}

export const problemPage = (text: string): string =>
	page("That did not work", `<p>${escaped(text)}</p><p><a href="/">Back to the mock recruiter</a></p>`);
