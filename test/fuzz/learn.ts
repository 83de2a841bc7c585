import type { SessionView } from "../../src/session/view/view-schema.ts";
import type { Prepared } from "./requests.ts";
import type { Response } from "./send.ts";
import { readServerEvents } from "./server-events.ts";
import type { World } from "./world.ts";

type Json = Readonly<Record<string, unknown>>;

/** Takes ids and keys from a response into the scenario's data. */
export function learn(world: World, operation: string, prepared: Prepared, response: Response): void {
	if (response.status >= 400) return;
	const body = objectIn(response.text);
	if (body?.slug === world.slug && typeof body.id === "string") {
		world.studyId = body.id;
		world.status = (body.status as World["status"]) ?? world.status;
	}
	if (operation === "unblindStudy" && body?.scope === "study") world.isUnblinded = true;
	if (operation === "createKey" && body) world.keys.push(String(body.id));
	if (operation === "createLinkKey" && body) world.linkKeys.set(String(body.source), String(body.key));
	if (operation === "createProlificGroup" && body) world.groups.push(String(body.id));
	if (operation === "startSession" && body) began(world, String(body.session), String(body.token), body.view);
	if ((operation === "land" || operation === "landFromSource") && response.status === 303) landed(world, response);
	if (operation === "answerStep") answered(prepared, response);
	if (operation === "readSession" || operation === "withdraw") see(prepared, body);
}

function began(world: World, id: string, token: string, view: unknown): void {
	const known = world.sessions.find((session) => session.id === id);
	if (known) known.view = view as SessionView;
	else world.sessions.push({ id, token, view: (view ?? null) as SessionView | null, answered: [] });
}

function landed(world: World, { headers }: Response): void {
	const cookie = [headers["set-cookie"] ?? []].flat()[0] ?? "";
	const [, id = "", token = ""] = /^xs_(se_[0-9a-z]+)=([^;]+)/.exec(cookie) ?? [];
	if (id !== "") began(world, id, token, world.sessions.find((session) => session.id === id)?.view ?? null);
}

function answered({ session, request }: Prepared, { text }: Response): void {
	const step = /\/steps\/(st_[0-9a-z]+)/.exec(request.path)?.[1];
	if (!session || step === undefined) return;
	session.answered.push({ step, body: new TextDecoder().decode(request.body ?? new Uint8Array()) });
	const view = objectIn(text) ?? readServerEvents(text)?.find(({ type }) => type === "data-view")?.data;
	if (view) session.view = view as SessionView;
}

function see({ session }: Prepared, body: Json | null): void {
	if (session && body?.id === session.id) session.view = body as unknown as SessionView;
}

function objectIn(text: string): Json | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null ? (value as Json) : null;
	} catch {
		return null;
	}
}
