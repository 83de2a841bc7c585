import { createMiddleware } from "hono/factory";
import { registerAuditRoutes } from "../access/audit-routes.ts";
import { registerKeyRoutes } from "../access/keys/key-routes.ts";
import { registerBlindingRoutes } from "../analysis/blinding-index/routes.ts";
import { registerAnalysisRoutes } from "../analysis/report/routes.ts";
import type { AppEnv } from "../env.ts";
import { registerExportRoutes } from "../export/routes.ts";
import { limitedBody } from "../http/body/body-limit.ts";
import { readableBody } from "../http/body/json-body.ts";
import type { App } from "../http/contract.ts";
import { requestId, securityHeaders } from "../http/headers.ts";
import { rateLimited } from "../http/limits/rate-limits.ts";
import { registerJudgementRoutes } from "../judging/routes.ts";
import { registerEndpointRoutes } from "../models/endpoints/routes.ts";
import { registerHealthRoute } from "../models/health/routes.ts";
import { registerUsageRoutes } from "../models/usage/routes.ts";
import { registerParticipantPages } from "../participant/server/routes.ts";
import { registerPersonalisationRoutes } from "../personalisation/routes.ts";
import { registerRecruitmentRoutes } from "../recruitment/routes.ts";
import { registerPaceRoutes } from "../replies/pace-trial/routes.ts";
import { registerResearcherPages } from "../researcher/server/routes.ts";
import { registerSessionManagementRoutes } from "../session/manage/routes.ts";
import { registerRebuildRoutes } from "../session/rebuild-routes.ts";
import { registerSessionRoutes } from "../session/session-routes.ts";
import { inJurisdiction } from "../shared/jurisdiction.ts";
import { registerSimulationRoutes } from "../simulation/routes.ts";
import { requireStudy } from "../studies/require-study.ts";
import { registerStudyRoutes } from "../studies/routes.ts";
import { registerUnblindingRoutes } from "../unblinding/routes.ts";
import { registerWebhookRoutes } from "../webhooks/routes.ts";
import { contractApp, describeRefusals } from "./contract-app.ts";
import { registerDocuments } from "./documents.ts";
import { HEALTH_PATH } from "./health.ts";
import { notFound, otherMethods } from "./not-found.ts";
import { describeSecurity } from "./openapi.ts";
import { openingChecks } from "./opening-checks.ts";
import { onError } from "./write-problem.ts";

/** The objects of the deployment's jurisdiction, for every route except the one that says that there is none. */
const regional = createMiddleware<AppEnv>(async (c, next) => {
	if (c.req.path !== HEALTH_PATH) c.env = inJurisdiction(c.env);
	await next();
});

/**
 * The HTTP app. All features register on one root app, so that its `defaultHook` handles invalid input in one way.
 *
 * CORS is not allowed: no other site can read a response or send JSON, which protects the session cookie. The participant's
 * page has the same origin, and survey tools call from their servers.
 */
export function createApp(): App {
	const app = contractApp();
	app.onError(onError);
	app.use(requestId, securityHeaders, regional, rateLimited, limitedBody, readableBody, otherMethods(app));
	describeRefusals(app);
	describeSecurity(app);
	registerKeyRoutes(app);
	registerAuditRoutes(app);
	registerStudyRoutes(app, openingChecks);
	registerUnblindingRoutes(app);
	registerPaceRoutes(app);
	registerPersonalisationRoutes(app);
	registerUsageRoutes(app);
	registerEndpointRoutes(app);
	registerHealthRoute(app);
	registerRecruitmentRoutes(app);
	registerSessionRoutes(app);
	registerSimulationRoutes(app);
	registerJudgementRoutes(app);
	registerSessionManagementRoutes(app);
	registerExportRoutes(app);
	registerBlindingRoutes(app);
	registerAnalysisRoutes(app);
	registerRebuildRoutes(app);
	registerWebhookRoutes(app, requireStudy);
	registerParticipantPages(app);
	registerResearcherPages(app);
	registerDocuments(app);
	app.notFound(notFound);
	return app;
}
