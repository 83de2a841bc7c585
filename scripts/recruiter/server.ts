import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { signatureOf } from "../../src/recruitment/prolific/incoming-webhook/webhook-signature.ts";
import { type Exits, outcomesOf } from "./outcomes.ts";
import { exitPage, problemPage, startPage } from "./pages.ts";
import { landingLink, People } from "./people.ts";

export type Recruiter = {
	/** The Worker's address. */
	readonly api: string;
	/** An API key to read studies. Without it the user types the study, and codes have no meaning. */
	readonly researcherKey: string | undefined;
	readonly hookSecret: string;
	readonly studies: readonly string[];
};

/** The Worker's variables for a mock recruiter at this address. */
export const recruiterVariables = (recruiter: string, hookSecret: string): Record<string, string> => ({
	PROLIFIC_COMPLETE_URL: `${recruiter}/submissions/complete?cc=`,
	PROLIFIC_WEBHOOK_SECRET: hookSecret,
});

/** Listens only on this machine's loopback address. */
export function startRecruiter(recruiter: Recruiter, port: number): Promise<Server> {
	const people = new People();
	const server = createServer((request, response) => {
		answer(recruiter, people, request, response).catch(() =>
			show(response, 500, problemPage("The mock recruiter failed.")),
		);
	});
	return new Promise((resolve, reject) => {
		server.once("error", reject).listen(port, "127.0.0.1", () => resolve(server));
	});
}

async function answer(recruiter: Recruiter, people: People, request: IncomingMessage, response: ServerResponse) {
	const url = new URL(request.url ?? "/", "http://127.0.0.1");
	if (request.method === "POST") return act(recruiter, people, request, { response, action: url.pathname.slice(1) });
	if (url.pathname === "/submissions/complete")
		return show(response, 200, await handIn(recruiter, people, currentOf(request), url.searchParams.get("cc") ?? ""));
	if (url.pathname !== "/") return show(response, 404, problemPage("There is no such page."));
	return show(response, 200, startPage({ studies: recruiter.studies, submissions: people.all() }));
}

/** Returns the page, and notifies the Worker of a returned submission, as Prolific does. */
async function handIn(
	recruiter: Recruiter,
	people: People,
	current: string | undefined,
	code: string,
): Promise<string> {
	const submission = people.find(current);
	const exits = submission ? await exitsOf(recruiter, submission.study) : null;
	const outcomes = exits && outcomesOf(exits, code);
	const status = outcomes?.[0]?.status ?? "AWAITING REVIEW";
	const isNew = submission !== undefined && people.complete(submission, { code, status });
	const isUntold = isNew && status === "RETURNED" && !(await returned(recruiter, submission));
	return exitPage({ code, submission, outcomes, isUntold });
}

type Act = { readonly response: ServerResponse; readonly action: string };

async function act(recruiter: Recruiter, people: People, request: IncomingMessage, { response, action }: Act) {
	// Other sites must not create submissions here.
	const { origin, host } = request.headers;
	if (origin !== undefined && origin !== `http://${host}`)
		return show(response, 403, problemPage("Use the form of this page."));
	const form = new URLSearchParams(await bodyOf(request));
	const before = people.find(form.get("submission") ?? undefined);
	if (action === "take") return enter(recruiter, response, people.take(form.get("study") || "two-minute"));
	if (!before)
		return show(response, 404, problemPage("This submission is not known. The mock recruiter was started anew."));
	if (action === "open") return enter(recruiter, response, before);
	if (action === "again") return enter(recruiter, response, people.take(before.study, before.participant));
	if (action !== "return") return show(response, 404, problemPage("There is no such action."));
	if (!(await returned(recruiter, before)))
		return show(response, 502, problemPage("The Worker did not take the webhook."));
	before.status = "RETURNED";
	return response.writeHead(303, { Location: "/" }).end();
}

/** The cookie identifies the returning participant, because Prolific's completion address has only the code. */
function enter({ api }: Recruiter, response: ServerResponse, submission: Parameters<typeof landingLink>[1]) {
	const cookie = `mock_submission=${submission.submission}; Path=/; HttpOnly; SameSite=Lax`;
	response.writeHead(303, { Location: landingLink(api, submission), "Set-Cookie": cookie }).end();
}

const currentOf = ({ headers }: IncomingMessage): string | undefined =>
	/mock_submission=([0-9a-f]{24})/.exec(headers.cookie ?? "")?.[1];

async function returned(
	{ api, hookSecret }: Recruiter,
	{ study, participant, submission }: Parameters<typeof landingLink>[1],
): Promise<boolean> {
	const body = JSON.stringify({
		event_type: "submission.status.change",
		resource_id: submission,
		participant_id: participant,
		status: "RETURNED",
	});
	const timestamp = String(Math.floor(Date.now() / 1000));
	const response = await fetch(`${api}/v1/prolific/${encodeURIComponent(study)}/webhook`, {
		method: "POST",
		headers: {
			"Content-Type": "application/json",
			"X-Prolific-Request-Timestamp": timestamp,
			"X-Prolific-Request-Signature": signatureOf(hookSecret, timestamp, new TextEncoder().encode(body)),
		},
		body,
	}).catch(() => null);
	return response?.ok ?? false;
}

async function exitsOf({ api, researcherKey }: Recruiter, study: string): Promise<Exits | null> {
	if (!researcherKey) return null;
	const headers = { Authorization: `Bearer ${researcherKey}` };
	const response = await fetch(`${api}/v1/studies/${encodeURIComponent(study)}`, { headers }).catch(() => null);
	if (!response?.ok) return null;
	const { protocol } = (await response.json()) as {
		protocol: { recruitment: { prolific?: { exits: Exits } } };
	};
	return protocol.recruitment.prolific?.exits ?? {};
}

function show(response: ServerResponse, status: number, html: string): void {
	response
		.writeHead(status, {
			"Content-Type": "text/html; charset=utf-8",
			"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action *",
			"Cache-Control": "no-store",
		})
		.end(html);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8").slice(0, 10_000);
}
