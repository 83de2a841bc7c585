import type { App } from "../../http/contract.ts";
import { registerProlificWebhookRoutes } from "./webhook/webhook-routes.ts";

export function registerProlificRoutes(app: App): void {
	registerProlificWebhookRoutes(app);
}
