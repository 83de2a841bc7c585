import { createRoute, z } from "@hono/zod-openapi";
import { findSession } from "../../access/session/find-session.ts";
import { SESSION_ID } from "../../access/session/session-id.ts";
import { acceptedLanguage } from "../../http/accepted-language.ts";
import { participantPolicy } from "../../http/content-security-policy.ts";
import { type App, refusals } from "../../http/contract.ts";
import { sessionOf } from "../../session/session-client.ts";
import { ProblemError } from "../../shared/problem.ts";
import { ASSETS, appFiles, serveAsset } from "./assets.ts";
import { type PageSetting, participantPage } from "./page.ts";
import { registerWalkRoutes } from "./walk/walk-routes.ts";

/** Accepts a repeated parameter too: the participant sees the page whatever a site adds to the address. */
const flag = z.union([z.string(), z.array(z.string())]).optional();

const PAGE = { "text/html": { schema: z.string() } };

const showPage = createRoute({
	method: "get",
	path: "/s/{session}",
	operationId: "participantPage",
	summary: "Show the participant's page",
	description:
		"The session's token is in the landing link's cookie, or in the address after `#`. The page itself contains nothing about the participant.",
	tags: ["Ways in"],
	security: [],
	request: {
		params: z.object({ session: z.string().regex(SESSION_ID) }),
		query: z.looseObject({
			embed: flag.describe("Allows the sites in the study's `embedOrigins` to show the page in a frame."),
			preview: flag.describe("Shows the preview tools, if the session is in the pilot pool."),
		}),
	},
	responses: {
		200: { description: "The page.", content: PAGE },
		404: {
			description:
				"The session does not exist. The response is a problem; with `embed` it is a page that reports this to the embedding site.",
			content: { ...refusals(404)[404].content, ...PAGE },
		},
	},
});

/**
 * The page for an unknown session in a frame. Any site may show it: it contains only that the link does not work, and the
 * embedding site has to be told.
 */
const unknownSession = (language: string): PageSetting => ({ language, embedOrigins: ["*"], texts: {} });

export function registerParticipantPages(app: App): void {
	registerWalkRoutes(app);
	app.openapi(showPage, async (c) => {
		const { session } = c.req.valid("param");
		const embedded = c.req.valid("query").embed !== undefined;
		const known = await findSession(c.env, session);
		const setting = known && (await sessionOf(c.env.SESSIONS, known).setting());
		if (!setting && !embedded) throw new ProblemError({ code: "not_found", detail: "There is no such session." });
		const { language, embedOrigins, texts } = setting ?? unknownSession(acceptedLanguage(c));
		const framedBy = embedded ? embedOrigins : [];
		c.header("Content-Security-Policy", participantPolicy(framedBy));
		const page = await participantPage(
			{ language, embedOrigins: framedBy, texts },
			{
				app: await appFiles(c.env, language),
				all: c.env.ASSETS,
			},
		);
		return c.html(page, setting ? 200 : 404);
	});

	app.get(`${ASSETS}/*`, serveAsset);
}
