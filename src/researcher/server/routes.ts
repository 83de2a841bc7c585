import { createRoute, z } from "@hono/zod-openapi";
import { requireAccess } from "../../access/sign-in/cloudflare-access.ts";
import { dashboardPolicy } from "../../http/content-security-policy.ts";
import { type App, refusals } from "../../http/contract.ts";
import { serveAsset } from "../../participant/server/assets.ts";
import { registerLinkRoutes } from "./link-routes.ts";
import { registerMeansRoute } from "./means/means-route.ts";
import { ASSETS, dashboardFiles, dashboardPage } from "./page.ts";
import { registerSignInRoutes } from "./sign-in-routes.ts";

const showDashboard = createRoute({
	method: "get",
	path: "/studies",
	operationId: "dashboardPage",
	summary: "Show the dashboard",
	description:
		"The page itself contains nothing about any study. Behind Cloudflare Access, it answers 401 to requests that came past it. Its script asks for an API key, or takes a dashboard link, and loads what is shown from this API. All addresses below `/studies/` show the same page.",
	tags: ["Dashboard"],
	security: [],
	responses: {
		200: { description: "The page.", content: { "text/html": { schema: z.string() } } },
		...refusals(401, 500, 503),
	},
});

export function registerResearcherPages(app: App): void {
	registerSignInRoutes(app);
	registerLinkRoutes(app);
	registerMeansRoute(app);
	app.openapi(showDashboard, async (c) => {
		await requireAccess(c, Date.now());
		c.header("Content-Security-Policy", dashboardPolicy);
		return c.html(dashboardPage(await dashboardFiles(c.env)), 200);
	});
	app.get("/studies/:page{.+}", async (c) => {
		await requireAccess(c, Date.now());
		c.header("Content-Security-Policy", dashboardPolicy);
		return c.html(dashboardPage(await dashboardFiles(c.env)), 200);
	});
	app.get(`${ASSETS}/*`, serveAsset);
}
