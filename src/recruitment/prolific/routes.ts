import type { App } from "../../http/contract.ts";
import { registerBonusRoutes } from "./bonuses/bonus-routes.ts";
import { registerDraftRoutes } from "./draft/draft-routes.ts";
import { registerGroupRoutes } from "./groups/group-routes.ts";
import { registerProlificWebhookRoutes } from "./incoming-webhook/webhook-routes.ts";
import { registerReconciliationRoutes } from "./reconciliation/reconciliation-routes.ts";

export function registerProlificRoutes(app: App): void {
	registerProlificWebhookRoutes(app);
	registerReconciliationRoutes(app);
	registerBonusRoutes(app);
	registerDraftRoutes(app);
	registerGroupRoutes(app);
}
