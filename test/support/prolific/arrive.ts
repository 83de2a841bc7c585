import { send } from "../http/http.ts";
import type { Credentials } from "../http/participant.ts";

/** A participant who opens the study on Prolific. */
export async function arrive(slug: string, participant: string, submission: string): Promise<Credentials> {
	const landed = await land(slug, participant, submission);
	const [, session = "", token = ""] = /xs_(\w+)=([^;]+)/.exec(landed.headers.get("Set-Cookie") ?? "") ?? [];
	if (session === "") throw new Error(`${landed.status} ${await landed.text()}`);
	return { session, token };
}

export const land = (slug: string, participant: string, submission: string, study = "study1"): Promise<Response> =>
	send(`/p/${slug}?PROLIFIC_PID=${participant}&STUDY_ID=${study}&SESSION_ID=${submission}`, { key: null });
