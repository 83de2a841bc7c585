import type { Context } from "hono";
import { html } from "hono/html";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { acceptedLanguage } from "../http/accepted-language.ts";
import { answerOr } from "../http/answer-or.ts";
import { page } from "../http/plain-page.ts";
import { PROBLEMS, type Problem, type ProblemCode } from "../shared/problem.ts";
import { findStudy } from "../studies/study-queries.ts";
import { directionOf } from "../texts/language.ts";
import type { ServerTexts } from "../texts/server/en.ts";
import { serverTextsIn } from "../texts/server-texts.ts";
import type { Overrides } from "../texts/template.ts";

/** Browsers get a refusal as a page, except under `/v1/`. All other clients get a problem document. */
export function wantsPage(c: Context<AppEnv>): boolean {
	return !c.req.path.startsWith("/v1/") && (c.req.header("Accept") ?? "").includes("text/html");
}

type RefusalText = keyof ServerTexts["refusals"];

const REFUSAL_TEXTS: Partial<Record<ProblemCode, RefusalText>> = {
	invalid_request: "incomplete",
	not_found: "unknown",
	method_not_allowed: "unknown",
	link_refused: "refused",
	study_not_open: "closed",
	unavailable: "busy",
	too_many_requests: "crowded",
	unauthenticated: "stranger",
	erased: "erased",
};

/** Tells a participant what to do, and shows the request's id, by which a researcher finds the request in the log. */
export async function writeProblemPage(
	c: Context<AppEnv>,
	{ code, isOurs }: Problem,
	headers: Record<string, string>,
): Promise<Response> {
	const { language, payment, own } = await pageContextOf(c);
	const { texts, lang } = await serverTextsIn(language, c.env.ASSETS, own);
	const byInvitation = c.req.query("invite") !== undefined;
	const usual = isOurs ? "ours" : (REFUSAL_TEXTS[code] ?? "ours");
	const refusal = code === "invalid_request" && byInvitation ? "lapsed" : usual;
	const { heading, text } = texts.refusals[refusal];
	// Whoever is only asked to open the link again has no payment at risk. Without the study, the text about payment does not ask
	// them to try again first, and they would give up a place for nothing.
	const asksToRepeat =
		refusal === "stranger" || refusal === "crowded" || (code === "unavailable" && payment === "either");
	const aboutPayment = asksToRepeat ? "" : html`<p>${texts.payment[payment]}</p>`;
	const body = html`<h1>${heading}</h1><p>${text}</p>${aboutPayment}<p><small>${c.get("requestId")}</small></p>`;
	return c.html(page(heading, body, { lang, dir: directionOf(lang) }), PROBLEMS[code][0], headers);
}

const STUDY_WITHIN_MS = 2_000;

type PageContext = {
	readonly language: string;
	readonly payment: keyof ServerTexts["payment"];
	readonly own: Overrides;
};

/** The language, texts and kind of payment for this visitor, from the study that the link names. */
async function pageContextOf(c: Context<AppEnv>): Promise<PageContext> {
	const unknown: PageContext = {
		language: acceptedLanguage(c),
		payment: "either",
		own: {},
	};
	const [, slug, source] = /^\/p\/([^/]+)(?:\/([^/]+))?$/.exec(c.req.path) ?? [];
	if (!slug) return unknown;
	// The database may be down or silent, and that may be the reason for the refusal. The page is written without it.
	const study = await answerOr(findStudy(database(c.env.DB), slug), null, STUDY_WITHIN_MS);
	if (!study) return unknown;
	const { language, recruitment, texts: own = {} } = study.protocol;
	const onPlatform = recruitment.prolific !== undefined && source === undefined && c.req.query("invite") === undefined;
	return { language, payment: onPlatform ? "prolific" : "link", own };
}
