import { send } from "../http/http.ts";

/** Closes a study and unblinds it, even if sessions are not yet randomised. */
export async function closeAndUnblind(slug: string, reason = "The analysis plan is frozen."): Promise<Response> {
	await send(`/v1/studies/${slug}/close`, { method: "POST" });
	const response = await send(`/v1/studies/${slug}/unblind`, { method: "POST", json: { reason, turnAway: true } });
	if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
	return response;
}
