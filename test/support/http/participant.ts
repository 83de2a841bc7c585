import { answersKept } from "../../../src/protocol/answers/condition.ts";
import type { ItemView, SessionView, StepView } from "../../../src/session/view/view-schema.ts";
import type { Json } from "../../../src/shared/json.ts";

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** A participant who uses only the HTTP contract, as a survey tool would. */
export type Participant = Credentials & { readonly view: SessionView };
export type Credentials = { readonly session: string; readonly token: string };

const json = (body: unknown, headers: Record<string, string>): RequestInit => ({
	method: "POST",
	headers: { "Content-Type": "application/json", ...headers },
	body: JSON.stringify(body),
});

export async function createStudy(fetch: Fetch, key: string, protocol: unknown): Promise<void> {
	await expectOk(await fetch("/v1/studies", json(protocol, { Authorization: `Bearer ${key}` })));
}

export async function openStudy(
	fetch: Fetch,
	key: string,
	protocol: { slug: string },
	query: "" | "?acceptLateReplies=true" = "",
): Promise<void> {
	await createStudy(fetch, key, protocol);
	const path = `/v1/studies/${protocol.slug}/open${query}`;
	await expectOk(await fetch(path, { method: "POST", headers: { Authorization: `Bearer ${key}` } }));
}

export async function enrol(
	fetch: Fetch,
	key: string,
	study: string,
	id: string,
	more: object = {},
): Promise<Participant> {
	const body = { participant: { id, source: "test", ...more } };
	const response = await fetch(`/v1/studies/${study}/sessions`, json(body, { Authorization: `Bearer ${key}` }));
	return (await expectOk(response)).json();
}

export const post = (
	fetch: Fetch,
	who: Credentials,
	step: string,
	answer: unknown,
	headers: Record<string, string> = {},
) =>
	fetch(
		`/v1/sessions/${who.session}/steps/${step}`,
		json(answer, { Authorization: `Bearer ${who.token}`, ...headers }),
	);

export async function see(fetch: Fetch, who: Credentials): Promise<SessionView> {
	const response = await fetch(`/v1/sessions/${who.session}`, { headers: { Authorization: `Bearer ${who.token}` } });
	return (await expectOk(response)).json();
}

export async function answer(fetch: Fetch, who: Credentials, step: string, given: unknown): Promise<SessionView> {
	return (await expectOk(await post(fetch, who, step, given))).json();
}

async function expectOk(response: Response): Promise<Response> {
	if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`);
	return response;
}

/** A valid answer for any kind of step. */
export function plausible(step: StepView): unknown {
	switch (step.kind) {
		case "consent":
			return { accept: true };
		case "form":
			return {
				answers: answersKept(
					step.items,
					Object.fromEntries(step.items.filter(({ kind }) => kind !== "info").map((item) => [item.id, aValue(item)])),
				),
			};
		case "message":
			return step.canEnd ? { end: true } : { text: `What should I cook tonight, with turn ${step.turn} in mind?` };
		case "choice":
			return {
				chosen: step.candidates[0]?.id,
				...(step.scale ? { scores: Object.fromEntries(step.candidates.map(({ id }, index) => [id, 90 - index])) } : {}),
			};
		case "retry":
			return { retry: true };
		case "generating":
			throw new Error("nothing to answer while a reply is being written");
	}
}

/** The last option of a choice, which the small studies' attention checks require. */
function aValue(item: ItemView): Json | undefined {
	const options = (item.options ?? []).map(({ value }) => value);
	if (item.kind === "choice") return options.at(-1);
	if (item.kind === "choices") return options.slice(0, 1);
	if (item.kind === "ranking") return options.toReversed();
	if (item.kind === "text") return "I liked it.";
	return Math.min(item.max ?? 30, Math.max(item.min ?? 30, 30));
}

/** Answers steps until the predicate holds or the session ends. Bounded, so that an endless study fails the test. */
export async function walk(
	fetch: Fetch,
	who: Credentials,
	until: (view: SessionView) => boolean = () => false,
	reply: (step: StepView) => unknown = plausible,
): Promise<SessionView> {
	let view = await see(fetch, who);
	for (let steps = 0; view.step && !until(view); steps += 1) {
		if (steps > 200) throw new Error("the study does not end");
		view = await answer(fetch, who, view.step.id, reply(view.step));
	}
	return view;
}
