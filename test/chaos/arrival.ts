import type { Script } from "./plan.ts";
import { post, type Reply, type Requests } from "./requests.ts";
import { slugOf } from "./studies.ts";

/** Returns the session and its token, whether the participant arrives by a call or by a link. */
export const arrive = (script: Script, requests: Requests, key: string): Promise<Reply> =>
	script.arrival === "link" ? byLink(script, requests) : byCall(script, requests, key);

/** Enrols a participant as a survey tool does. */
function byCall({ id, layout }: Script, requests: Requests, key: string): Promise<Reply> {
	const body = JSON.stringify({ participant: { id, source: "chaos" } });
	return requests.send(`/v1/studies/${slugOf(layout)}/sessions`, post(body, key), "enrolment");
}

/** Opens a recruiter's link as a browser does. The page's address names the session, and the cookie has the token. */
function byLink({ id, layout }: Script, requests: Requests): Promise<Reply> {
	const path = `/p/${slugOf(layout)}?PROLIFIC_PID=${id}&STUDY_ID=chaos&SESSION_ID=submission-${id}`;
	return requests.repeat("enrolment", async (origin, signal) => {
		const response = await fetch(origin + path, { redirect: "manual", signal });
		const text = await response.text();
		const session = /\/s\/(se_\w+)/.exec(response.headers.get("Location") ?? "")?.[1];
		if (response.status !== 303 || !session) return { status: response.status, text };
		const token = /=([^;]+)/.exec(response.headers.get("Set-Cookie") ?? "")?.[1];
		return { status: 200, text: JSON.stringify({ session, token }) };
	});
}
