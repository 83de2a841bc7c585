import {
	agree,
	chooseBest,
	endConversation,
	fillAbout,
	goOn,
	say,
	touchSlider,
} from "../../test/support/browser/hands.ts";
import { begin, heading, isPhone, mayEnd, QUESTION, toChat, type Visit } from "./visit.ts";

/** From consent to the end, with one assistant. */
export async function single(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await begin(visit, "single");
	await shot("01-consent");
	await page.getByRole("button", { name: "Menu" }).click();
	await page.getByRole("heading", { name: "My data" }).waitFor();
	await shot("02-menu");
	await page.locator(".dialog").evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
	await shot("04-menu-end");
	await page.keyboard.press("Escape");
	await agree(page);
	await heading(page, "About you");
	await shot("05-form");
	await goOn(page);
	await shot("06-form-missing");
	await fillAbout(page);
	await shot("07-form-filled");
	await goOn(page);
	await heading(page, "Plan a weekend");
	await shot("10-chat-empty");
	await say(page, QUESTION);
	await page.getByText("One more message").waitFor();
	await shot("13-chat");
	await page.getByRole("button", { name: "Report", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("It is upsetting or harmful").check();
	await shot("24-report");
	await dialog.getByRole("button", { name: "Send the report" }).click();
	await dialog.getByRole("button", { name: "Finish here" }).waitFor();
	await shot("25-report-sent");
	await page.keyboard.press("Escape");
	await say(page, "And on Sunday?");
	await mayEnd(page);
	await shot("14-chat-may-end");
	await page.context().setOffline(true);
	await page.getByText("You are offline.").waitFor();
	await shot("15-offline");
	await page.context().setOffline(false);
	await endConversation(page);
	await heading(page, "How was it?");
	await touchSlider(page.getByLabel("Overall"), 0.8);
	await shot("17-rating");
	await goOn(page);
	await page.getByText("DONE1234").waitFor();
	await shot("18-end");
	await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
	await shot("19-end-debriefing");
}

/** A reply with formulas, a table and code. */
export async function formulas(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toChat(visit, "formulas");
	await say(page, QUESTION);
	await page.locator(".letter math").first().waitFor();
	await shot("26-formulas");
	await page.locator(".coded").scrollIntoViewIfNeeded();
	await shot("27-code");
}

/** A message that is too long, and the end of a conversation. */
export async function lastReply(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toChat(visit, "single");
	await say(page, QUESTION);
	await page.getByText("One more message").waitFor();
	await page.getByLabel("Your message").fill("What could I do on Sunday, and on Monday? ".repeat(100));
	await shot("14-message-too-long");
	await say(page, "And on Sunday?");
	await mayEnd(page);
	await say(page, "And on Monday?");
	await page.getByText("This was the last reply").waitFor();
	await shot("14-last-reply");
}

/** A reply that is being written, and one that never arrives. */
export async function writing(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toChat(visit, "paced");
	await say(page, QUESTION);
	await page.locator(".dots").waitFor();
	await shot("11-chat-waiting");
	await page.locator(".turn.last .letter > *").first().waitFor();
	await page.waitForTimeout(900);
	await shot("12-chat-writing");
	await page.getByRole("button", { name: "Stop" }).click();
	await page.locator(".cut-short").waitFor();
	await shot("12-chat-stopped");
}

export async function failing(visit: Visit): Promise<void> {
	await toChat(visit, "failing");
	await say(visit.page, QUESTION);
	// This study's server always refuses, so a retry cannot help.
	await visit.page.getByRole("button", { name: "End this conversation" }).waitFor();
	await visit.shot("16-assistant-unavailable");
}

export async function bestOf(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toChat(visit, "paced-best-of");
	await say(page, QUESTION);
	await page.locator(".turn.last .letter > *").first().waitFor();
	await page.waitForTimeout(900);
	await shot("20-best-of-writing");
	await toChat({ ...visit, participant: `${visit.participant}-whole` }, "best-of");
	await say(page, QUESTION);
	await heading(page, "Rate each reply");
	await shot("21-best-of");
	await touchSlider(page.getByRole("slider").first(), 0.8);
	await page.getByRole("button", { name: "Continue with the best" }).click();
	await page.getByText("Not rated yet").waitFor();
	await shot("21-best-of-missing");
	for (const [place, at] of [0.8, 0.8, 0.2, 0.4].entries()) await touchSlider(page.getByRole("slider").nth(place), at);
	await shot("22-best-of-tie");
	await chooseBest(page, [0.9]);
	await mayEnd(page);
	await shot("23-best-of-chosen");
}

export async function sideBySide(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toChat(visit, "side-by-side");
	await say(page, QUESTION);
	await mayEnd(page);
	await shot("30-side-by-side");
	if (isPhone(page)) {
		await page.getByRole("button", { name: "I am done with this conversation" }).click();
		await heading(page, "There is more to read");
		await shot("30-side-by-side-unseen");
		await page.getByRole("button", { name: "Show it" }).click();
	}
	await endConversation(page);
	await heading(page, "Which was better?");
	await page.getByText("Read Assistant A again").click();
	await shot("31-ranking-panes");
}

const QUESTIONS = [
	QUESTION,
	"How do I tell my manager that I cannot take on yet another project, without seeming lazy or hard to work with?",
	"Should schools ban phones?",
	"What can I cook tonight that is quick?",
];

export async function ranking(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toChat(visit, "ranking");
	for (const [talk, question] of QUESTIONS.entries()) {
		await page.getByText(`Conversation ${talk + 1} of 4`).waitFor();
		await say(page, question);
		await endConversation(page);
		await heading(page, "How was it?");
		await touchSlider(page.getByLabel("Overall"), 0.3 + talk * 0.2);
		await goOn(page);
	}
	await heading(page, "Looking back");
	await page.getByRole("button", { name: "Move up: Conversation 3" }).click();
	await shot("40-ranking-conversations");
}
