import type { Context } from "hono";
import { html } from "hono/html";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { page } from "../http/plain-page.ts";
import { PROBLEMS, type Problem, type ProblemCode } from "../shared/problem.ts";
import { findStudy } from "../studies/study-queries.ts";
import { directionOf } from "../texts/language.ts";
import type { PageTexts } from "../texts/page/en.ts";
import { acceptedLanguage, pageTextsIn } from "../texts/page-texts.ts";
import type { Overrides } from "../texts/template.ts";

/** Whoever comes with a browser gets a page, but from the contract itself; to programs a refusal is a problem document. */
export function wantsPage(c: Context<AppEnv>): boolean {
	return !c.req.path.startsWith("/v1/") && (c.req.header("Accept") ?? "").includes("text/html");
}

type Refusal = keyof PageTexts["refusals"];

const REFUSALS: Partial<Record<ProblemCode, Refusal>> = {
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

/** For participants: what to do, in plain words, with the id that helps a researcher to find the request. */
export async function writeProblemPage(
	c: Context<AppEnv>,
	{ code }: Problem,
	headers: Record<string, string>,
): Promise<Response> {
	const { language, payment, own } = await senderOf(c);
	const { texts, lang } = pageTextsIn(language, own);
	const personal = c.req.query("invite") !== undefined;
	const refusal = code === "invalid_request" && personal ? "lapsed" : (REFUSALS[code] ?? "ours");
	const { heading, text } = texts.refusals[refusal];
	// Who only has to open their own link again loses nothing.
	const paid = refusal === "stranger" || refusal === "crowded" ? "" : html`<p>${texts.payment[payment]}</p>`;
	const body = html`<h1>${heading}</h1><p>${text}</p>${paid}<p><small>${c.get("requestId")}</small></p>`;
	return c.html(page(heading, body, { lang, dir: directionOf(lang) }), PROBLEMS[code][0], headers);
}

type Sender = {
	readonly language: string;
	readonly payment: keyof PageTexts["payment"];
	readonly own: Overrides;
};

/** Who sent this participant, as far as the link says it: the study, and whether a platform pays. */
async function senderOf(c: Context<AppEnv>): Promise<Sender> {
	const unknown: Sender = { language: acceptedLanguage(c.req.header("Accept-Language")), payment: "either", own: {} };
	const [, slug] = /^\/p\/([^/]+)$/.exec(c.req.path) ?? [];
	if (!slug) return unknown;
	// What is refused may be so because the database does not answer: the page is written all the same.
	const study = await findStudy(database(c.env.DB), slug).catch(() => null);
	if (!study) return unknown;
	const { language, recruitment, texts: own = {} } = study.protocol;
	const onPlatform = recruitment.prolific !== undefined && c.req.query("invite") === undefined;
	return { language, payment: onPlatform ? "prolific" : "link", own };
}
