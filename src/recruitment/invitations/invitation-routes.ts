import { createRoute, z } from "@hono/zod-openapi";
import { recordAudit } from "../../access/audit.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { database } from "../../db/database.ts";
import { type App, refusals } from "../../http/contract.ts";
import { identitiesOf } from "../../personalisation/profiles/external-ids.ts";
import { ProblemError } from "../../shared/problem.ts";
import { requireStudy, studyParams } from "../../studies/require-study.ts";
import { invitations } from "./invitations.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const listInvitations = createRoute({
	method: "get",
	path: "/v1/studies/{study}/invitations",
	operationId: "listInvitations",
	summary: "List people to invite, with a personal link for each",
	description:
		"The list contains people's ids at the recruiter. It therefore needs the scope `studies:write`, and each call is recorded in the audit.",
	tags: ["Profiles"],
	...researcher("studies:write"),
	request: {
		params: studyParams,
		query: z.object({
			format: z
				.enum(["csv", "ids"])
				.default("csv")
				.describe("`csv` with links, or `ids`, one a line, for a recruiter's allow-list."),
			days: z.coerce.number().int().min(1).max(365).default(30).describe("For how many days each link is valid."),
		}),
	},
	responses: {
		200: {
			description: "Columns `participant`, `participant_id`, `link` and `expires_at`, or only ids.",
			content: { "text/csv": { schema: z.string() }, "text/plain": { schema: z.string() } },
		},
		...refusals(400, 401, 403, 404, 500),
	},
});

export function registerInvitationRoutes(app: App): void {
	app.openapi(listInvitations, async (c) => {
		const study = await requireStudy(c);
		const { format, days } = c.req.valid("query");
		const identityKey = c.env.IDENTITY_KEY;
		const identities = identitiesOf(c.env, study.id);
		if (!identities || !identityKey) throw withoutKey();
		const db = database(c.env.DB);
		const nowMs = Date.now();
		const entry = {
			actor: actorOf(c),
			action: "profiles.invite",
			studyId: study.id,
			detail: { format, days },
		} as const;
		await recordAudit(db, entry, nowMs);
		const origin = new URL(c.req.url).origin;
		const expiresAtMs = nowMs + days * DAY_MS;
		const list = invitations({ db, study, identities, identityKey, origin, expiresAtMs, format });
		const type = format === "csv" ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8";
		return c.body(streamOf(list), 200, { "Content-Type": type }) as never;
	});
}

/** Reads rows only as fast as the client takes them. */
const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
	new ReadableStream({
		async pull(controller) {
			const { done, value } = await chunks.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
	});

const withoutKey = () =>
	new ProblemError({
		code: "bad_environment",
		detail:
			"Bind IDENTITY_KEY to the Worker and load the profiles again. Without it, people's ids at the recruiter are not stored.",
	});
