import type { App } from "../access/contract.ts";
import { registerAccessRoutes } from "../access/routes.ts";
import { registerExportRoutes } from "../export/routes.ts";
import { measureModels, registerPaceRoutes } from "../generation/pace-routes.ts";
import { registerEndpointRoutes } from "../models/endpoint-routes.ts";
import { modelFaults } from "../models/opening.ts";
import { registerUsageRoutes } from "../models/usage/routes.ts";
import { spentBudget } from "../models/usage/settings-routes.ts";
import { armInputs } from "../personalisation/inputs-at-opening.ts";
import { personalisationFaults } from "../personalisation/opening.ts";
import { registerPersonalisationRoutes } from "../personalisation/routes.ts";
import { registerRecruitmentRoutes } from "../recruitment/routes.ts";
import { rebuildSessions, registerRebuildRoutes } from "../session/rebuild-routes.ts";
import { registerSessionRoutes } from "../session/routes.ts";
import { registerStudyRoutes } from "../studies/routes.ts";
import { registerBlindingRoutes } from "./blinding-routes.ts";
import { limitedBody } from "./body-limit.ts";
import { catalogueWarnings } from "./catalogue-warning.ts";
import { contractApp } from "./contract-app.ts";
import { registerDocuments } from "./documents.ts";
import { requestId, securityHeaders } from "./headers.ts";
import { readableBody } from "./json-body.ts";
import { notFound } from "./not-found.ts";
import { registerSecurity } from "./openapi.ts";
import { registerParticipantPages } from "./participant/routes.ts";
import { onError } from "./problem.ts";
import { rateLimited } from "./rate-limits.ts";

/**
 * The whole of HTTP. Features register on this one root, so that its `defaultHook` answers all bad input alike.
 *
 * There is no CORS: the participant's page is of this origin, survey tools call from their servers, and that no other
 * site can read an answer or send JSON is what keeps the session's cookie safe.
 */
export function createApp(): App {
	const app = contractApp();
	app.onError(onError);
	app.use(requestId, securityHeaders, rateLimited, limitedBody, readableBody);
	registerSecurity(app);
	registerAccessRoutes(app);
	registerStudyRoutes(app, {
		endpointFaults: modelFaults,
		profileFaults: personalisationFaults,
		pageWarnings: catalogueWarnings,
		spentBudget,
		measureModels,
		armInputs,
		rebuildSessions,
	});
	registerPaceRoutes(app);
	registerPersonalisationRoutes(app);
	registerUsageRoutes(app);
	registerEndpointRoutes(app);
	registerRecruitmentRoutes(app);
	registerSessionRoutes(app);
	registerExportRoutes(app);
	registerBlindingRoutes(app);
	registerRebuildRoutes(app);
	registerParticipantPages(app);
	registerDocuments(app);
	app.notFound(notFound(app.routes));
	return app;
}
