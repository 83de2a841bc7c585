import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../access/require-scope.ts";
import { type App, jsonBody, refusals } from "../../http/contract.ts";
import { requireStudy } from "../../studies/require-study.ts";
import { audited, granted, objectOf, reason, sessionParams } from "./researchers-request.ts";

const body = z.strictObject({
	reason: reason.describe("Why, such as the number of the request. It stays in the audit: name nobody."),
});

const erase = createRoute({
	method: "post",
	path: "/v1/studies/{study}/sessions/{session}/erase",
	operationId: "eraseSession",
	summary: "Erase a session's data for a participant who asked for it",
	description:
		"As if the participant had done so: an active session is withdrawn, and its data go from its object at once and from D1 within seconds, with the person's profile. This cannot be undone. A repeat changes nothing. The audit records each call with its reason.",
	tags: ["Studies"],
	...researcher("admin"),
	request: { params: sessionParams, body: jsonBody(body) },
	responses: { 204: { description: "The data are erased." }, ...refusals(400, 401, 403, 404, 413, 415, 422) },
});

export function registerEraseRoute(app: App): void {
	app.openapi(erase, async (c) => {
		const { id: study } = await requireStudy(c);
		const { session } = c.req.valid("param");
		granted(await (await objectOf(c, session)).eraseFor({ study }));
		// Second, because a refused erasure must have no entry. After an error, the caller repeats the call.
		await audited(c, "session.erase", { study, session, detail: { reason: c.req.valid("json").reason } });
		return c.body(null, 204);
	});
}
