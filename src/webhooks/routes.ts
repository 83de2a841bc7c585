import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type AuditAction, recordAudit } from "../access/audit.ts";
import { actorOf, researcher } from "../access/require-scope.ts";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../http/contract.ts";
import type { Json } from "../shared/json.ts";
import { invalidRequest, type Problem, ProblemError } from "../shared/problem.ts";
import type { EventStudy } from "./events/event.ts";
import { describeEvents } from "./events/event-schemas.ts";
import { isLocal } from "./receiver/local.ts";
import { urlFaults } from "./receiver/url-faults.ts";
import {
	deliveryPageSchema,
	deliverySchema,
	deliveryView,
	newWebhookSchema,
	webhookListSchema,
	webhookView,
	webhookWithSecretSchema,
} from "./view.ts";
import { type SendRefusal, webhooksOf } from "./webhook-client.ts";
import { MOST_WEBHOOKS } from "./webhook-service.ts";

/** Finds the study of the path, or refuses. `studies/` lies above this room. */
export type RequireStudy = (c: Context<AppEnv>) => Promise<EventStudy>;

const tags = ["Webhooks"];
const study = z.string().describe("The study's slug or id.");
const webhook = z.string().describe("The webhook's id, `wh_…`.");
const delivery = z.string().describe("The delivery's id, `dl_…`.");
const PATH = "/v1/studies/{study}/webhooks";

const createWebhook = createRoute({
	method: "post",
	path: PATH,
	operationId: "createWebhook",
	summary: "Send a study's events to an address",
	description: `Signed by Standard Webhooks. A study has at most ${MOST_WEBHOOKS} webhooks.`,
	tags,
	...researcher("studies:write"),
	request: { params: z.object({ study }), body: jsonBody(newWebhookSchema) },
	responses: {
		201: jsonAnswer(webhookWithSecretSchema, "The webhook with its secret, which is shown only here."),
		...refusals(400, 401, 403, 404, 409, 413, 415, 422),
	},
});

const listWebhooks = createRoute({
	method: "get",
	path: PATH,
	operationId: "listWebhooks",
	summary: "List a study's webhooks",
	tags,
	...researcher("studies:read"),
	request: { params: z.object({ study }) },
	responses: { 200: jsonAnswer(webhookListSchema, "In the order of creation."), ...refusals(401, 403, 404) },
});

const deleteWebhook = createRoute({
	method: "delete",
	path: `${PATH}/{webhook}`,
	operationId: "deleteWebhook",
	summary: "Delete a webhook with its secret and deliveries",
	tags,
	...researcher("studies:write"),
	request: { params: z.object({ study, webhook }) },
	responses: { 204: { description: "The webhook is deleted." }, ...refusals(401, 403, 404) },
});

const rotateSecret = createRoute({
	method: "post",
	path: `${PATH}/{webhook}/secret`,
	operationId: "rotateWebhookSecret",
	summary: "Replace a webhook's secret",
	description: "For 24 hours, messages carry a signature by the new secret and one by the old secret.",
	tags,
	...researcher("studies:write"),
	request: { params: z.object({ study, webhook }) },
	responses: {
		200: jsonAnswer(webhookWithSecretSchema, "The webhook with its new secret."),
		...refusals(401, 403, 404, 409, 422),
	},
});

const testWebhook = createRoute({
	method: "post",
	path: `${PATH}/{webhook}/test`,
	operationId: "testWebhook",
	summary: "Send a test event",
	tags,
	...researcher("studies:write"),
	request: { params: z.object({ study, webhook }) },
	responses: { 202: jsonAnswer(deliverySchema, "The delivery."), ...refusals(401, 403, 404, 409, 422) },
});

const listDeliveries = createRoute({
	method: "get",
	path: `${PATH}/{webhook}/deliveries`,
	operationId: "listWebhookDeliveries",
	summary: "List a webhook's deliveries with their attempts, newest first",
	description: "Deliveries are kept for 30 days after their event.",
	tags,
	...researcher("studies:read"),
	request: {
		params: z.object({ study, webhook }),
		query: z.object({
			limit: z.coerce.number().int().min(1).max(200).default(50),
			after: z.string().optional().describe("`next` of the previous page."),
		}),
	},
	responses: { 200: jsonAnswer(deliveryPageSchema, "A page of deliveries."), ...refusals(400, 401, 403, 404) },
});

const resend = (path: string, operationId: string, params: z.ZodObject) =>
	createRoute({
		method: "post",
		path,
		operationId,
		summary: "Send a delivery again",
		description: "The same message with the same id, at once and with a new schedule of attempts.",
		tags,
		...researcher("studies:write"),
		request: { params },
		responses: { 202: jsonAnswer(deliverySchema, "The delivery."), ...refusals(401, 403, 404, 409, 422) },
	});

const resendDelivery = resend(
	"/v1/studies/{study}/deliveries/{delivery}/resend",
	"resendWebhookDelivery",
	z.object({ study, delivery }),
);
const resendDeliveryOfWebhook = resend(
	`${PATH}/{webhook}/deliveries/{delivery}/resend`,
	"resendDeliveryOfWebhook",
	z.object({ study, webhook, delivery }),
);

const NO_SUCH_WEBHOOK: Problem = { code: "not_found", detail: "The study has no such webhook." };
const NO_SUCH_DELIVERY: Problem = { code: "not_found", detail: "The study has no such delivery." };
const DISABLED: Problem = {
	code: "study_state",
	detail: "The receiver answered 410, so the webhook is disabled. Create another webhook.",
};

const refuse = (refusal: SendRefusal, unknown: Problem): never => {
	throw new ProblemError(refusal === "disabled" ? DISABLED : unknown);
};

export function registerWebhookRoutes(app: App, requireStudy: RequireStudy): void {
	describeEvents(app);

	const opened = async (c: Context<AppEnv>) => {
		const { id, slug } = await requireStudy(c);
		const record = (action: AuditAction, target: string, detail: Readonly<Record<string, Json>> = { study: slug }) =>
			recordAudit(database(c.env.DB), { actor: actorOf(c), action, studyId: id, target, detail }, Date.now());
		return { study: { id, slug }, webhooks: webhooksOf(c.env.WEBHOOKS, id), record };
	};

	app.openapi(createWebhook, async (c) => {
		const { study, webhooks, record } = await opened(c);
		const wanted = c.req.valid("json");
		const faults = urlFaults(wanted.url, { isLocal: isLocal(c.env), ownHost: new URL(c.req.url).host });
		if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
		const created = await webhooks.create({ study, ...wanted });
		if (!created) throw new ProblemError({ code: "study_state", detail: TOO_MANY });
		const { webhook, secret } = created;
		await record("webhook.create", webhook.id, { host: new URL(webhook.url).host, events: webhook.events });
		return c.json({ ...webhookView(webhook), secret }, 201);
	});

	app.openapi(listWebhooks, async (c) => {
		const { webhooks } = await opened(c);
		return c.json({ webhooks: (await webhooks.list()).map(webhookView) }, 200);
	});

	app.openapi(deleteWebhook, async (c) => {
		const { webhooks, record } = await opened(c);
		const { webhook } = c.req.valid("param");
		if (!(await webhooks.remove(webhook))) throw new ProblemError(NO_SUCH_WEBHOOK);
		await record("webhook.delete", webhook);
		return c.body(null, 204);
	});

	app.openapi(rotateSecret, async (c) => {
		const { webhooks, record } = await opened(c);
		const rotated = await webhooks.rotate(c.req.valid("param").webhook);
		if (!rotated) throw new ProblemError(NO_SUCH_WEBHOOK);
		await record("webhook.rotate", rotated.webhook.id);
		return c.json({ ...webhookView(rotated.webhook), secret: rotated.secret }, 200);
	});

	app.openapi(testWebhook, async (c) => {
		const { webhooks, record } = await opened(c);
		const { webhook } = c.req.valid("param");
		const sent = await webhooks.sendTest(webhook);
		if (!sent.ok) return refuse(sent.error, NO_SUCH_WEBHOOK);
		await record("webhook.test", webhook);
		return c.json(deliveryView(sent.value), 202);
	});

	app.openapi(listDeliveries, async (c) => {
		const { webhooks } = await opened(c);
		const { limit, after } = c.req.valid("query");
		const { webhook } = c.req.valid("param");
		const page = await webhooks.deliveries(webhook, { limit, ...(after !== undefined && { after }) });
		if (!page) throw new ProblemError(after === undefined ? NO_SUCH_WEBHOOK : NO_SUCH_PAGE);
		return c.json({ deliveries: page.deliveries.map(deliveryView), next: page.next }, 200);
	});

	for (const route of [resendDelivery, resendDeliveryOfWebhook])
		app.openapi(route, async (c) => {
			const { webhooks, record } = await opened(c);
			const sent = await webhooks.resend(c.req.param("delivery") ?? "", c.req.param("webhook"));
			if (!sent.ok) return refuse(sent.error, NO_SUCH_DELIVERY);
			await record("webhook.resend", sent.value.id);
			return c.json(deliveryView(sent.value), 202);
		});
}

const TOO_MANY = `A study has at most ${MOST_WEBHOOKS} webhooks. Delete one that is no longer needed.`;

const NO_SUCH_PAGE: Problem = {
	code: "not_found",
	detail:
		"The study has no such webhook, or the webhook no delivery with the id in `after`. Begin with the first page.",
};
