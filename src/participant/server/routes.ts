import { createRoute, z } from "@hono/zod-openapi";
import { findSession } from "../../access/session/find-session.ts";
import { SESSION_ID } from "../../access/session/session-id.ts";
import { participantPolicy } from "../../http/content-security-policy.ts";
import { type App, refusals } from "../../http/contract.ts";
import { sessionOf } from "../../session/session-client.ts";
import { ProblemError } from "../../shared/problem.ts";
import { acceptedLanguage } from "../../texts/page-texts.ts";
import { ASSETS, appFiles, serveAsset } from "./assets.ts";
import { type PageSetting, participantPage } from "./page.ts";

/** Also where it stands twice: whatever a site adds to the address, the participant sees their page. */
const flag = z.union([z.string(), z.array(z.string())]).optional();

const PAGE = { "text/html": { schema: z.string() } };

const showPage = createRoute({
	method: "get",
	path: "/s/{session}",
	operationId: "participantPage",
	summary: "The participant's page",
	description:
		"The token comes as the landing link's cookie, or in the address after `#`. The page itself tells nothing of who it is.",
	tags: ["Ways in"],
	security: [],
	request: {
		params: z.object({ session: z.string().regex(SESSION_ID) }),
		query: z.looseObject({
			embed: flag.describe("For a frame: the study's `embedOrigins` may show the page."),
			preview: flag.describe("With a session of the pilot pool: the tools of a preview."),
		}),
	},
	responses: {
		200: { description: "A page.", content: PAGE },
		404: {
			description: "No such session: a problem, or in a frame (`embed`) a page that says so to the site around it.",
			content: { ...refusals(404)[404].content, ...PAGE },
		},
	},
});

/**
 * An address of no session, in whosever frame: there is nothing to see but that the link does not work, and the site around
 * it has to hear so.
 */
const unknownIn = (language: string): PageSetting => ({ language, embedOrigins: ["*"], texts: {} });

export function registerParticipantPages(app: App): void {
	app.openapi(showPage, async (c) => {
		const { session } = c.req.valid("param");
		const embedded = c.req.valid("query").embed !== undefined;
		const known = await findSession(c.env, session);
		const setting = known && (await sessionOf(c.env.SESSIONS, known).setting());
		if (!setting && !embedded) throw new ProblemError({ code: "not_found", detail: "There is no such session." });
		const { language, embedOrigins, texts } = setting ?? unknownIn(acceptedLanguage(c.req.header("Accept-Language")));
		const framedBy = embedded ? embedOrigins : [];
		c.header("Content-Security-Policy", participantPolicy(framedBy));
		const page = participantPage({ language, embedOrigins: framedBy, texts }, await appFiles(c.env, language));
		return c.html(page, setting ? 200 : 404);
	});

	app.get(`${ASSETS}/*`, serveAsset);
}
