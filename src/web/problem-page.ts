import type { Context } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../env.ts";
import { PROBLEMS, type Problem, type ProblemCode } from "../shared/problem.ts";
import { page } from "./page.ts";

/** Participants come by these paths with a browser; to everybody else a refusal is a problem document. */
export function wantsPage(c: Context<AppEnv>): boolean {
	return /^\/[ps]\//.test(c.req.path) && (c.req.header("Accept") ?? "").includes("text/html");
}

type Words = { readonly heading: string; readonly text: string };

const WORDS: Partial<Record<ProblemCode, Words>> = {
	invalid_request: {
		heading: "This link is not complete",
		text: "Please go back to where you found the study and open it from there. The link has to bring your participant ID along.",
	},
	not_found: {
		heading: "There is nothing here",
		text: "Please check the link, or open the study from where you found it.",
	},
	study_not_open: {
		heading: "This study takes nobody in at the moment",
		text: "It has not begun, is paused, or has ended. If you have a place in it, please return it or try again later.",
	},
	unauthenticated: {
		heading: "Please open the study again",
		text: "This browser does not know you. Open the study from where you found it: you will come back to where you were.",
	},
	erased: { heading: "This session was erased", text: "You asked for your answers to be erased, and they are." },
};

const OTHERWISE: Words = {
	heading: "Something did not work",
	text: "This is our fault. What you have answered is kept. Please try again in a minute.",
};

/** For participants: what to do, in plain words, with the id that helps a researcher to find the request. */
export function writeProblemPage(c: Context<AppEnv>, { code }: Problem): Response | Promise<Response> {
	const { heading, text } = WORDS[code] ?? OTHERWISE;
	const body = html`<h1>${heading}</h1><p>${text}</p><p><small>${c.get("requestId")}</small></p>`;
	return c.html(page(heading, body), PROBLEMS[code][0]);
}
