import type { Locator, Page } from "playwright-core";

/** A participant's acts by touch. Everything is found by its accessible name. */

export const agree = (page: Page): Promise<void> => page.getByRole("button", { name: "I agree" }).click();

/** Touches a slider at this fraction of its width. */
export async function touchSlider(slider: Locator, along: number): Promise<void> {
	const line = slider.locator("xpath=..");
	await line.scrollIntoViewIfNeeded();
	const box = await line.boundingBox();
	if (!box) throw new Error("the slider is not shown");
	await line.click({ position: { x: box.width * along, y: box.height / 2 } });
}

const ENGLISH = { age: "34", notApplicable: "Not applicable", up: "Move up: Kindness" };

/** From the menu, where it lies. */
export async function openDeletion(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Menu", exact: true }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Delete my data" }).click();
	await page.getByRole("dialog", { name: "Delete your data?" }).waitFor();
}

/** Answers every item of the form `about`. The app's own words in it are those of its language. */
export async function fillAbout(page: Page, over: Partial<typeof ENGLISH> = {}): Promise<void> {
	const { age, notApplicable, up } = { ...ENGLISH, ...over };
	await page.getByLabel("How old are you?").fill(age);
	await page.getByLabel("Tablet").check();
	await page.getByLabel("Work").check();
	await page.getByLabel("Fun").check();
	await page.getByRole("group", { name: "I trust assistants." }).getByLabel("5").check();
	await touchSlider(page.getByLabel("How do you feel?"), 0.75);
	await page.getByLabel(notApplicable).check();
	await page.getByRole("button", { name: up }).click();
	await page.getByLabel("Anything that we should know?").fill("No.");
}

export const goOn = (page: Page): Promise<void> => page.getByRole("button", { name: "Continue", exact: true }).click();

/** Sends a message. */
export async function say(page: Page, text: string): Promise<void> {
	await page.getByLabel(/^Your message/).fill(text);
	await page.getByRole("button", { name: "Send" }).click();
}

/** Says that they are done, and where something was not read to its end, that they go on all the same. */
export async function endConversation(page: Page): Promise<void> {
	await page.getByRole("button", { name: "I am done with this conversation" }).click();
	await anyway(page);
}

/** After the last message, which ends a conversation. */
export async function leaveLastReply(page: Page): Promise<void> {
	await goOn(page);
	await anyway(page);
}

const LEFT = 'main:not(:has(.chat-bar)), .thread:empty, .chat-bar [aria-disabled="true"], .turn.last .dots';

/**
 * Where the app asks for a reply whose end was not on the screen, goes on without it. `left` is what there is once it does not
 * ask: it has to last, or a test that is slow misses it.
 */
async function anyway(page: Page, left = LEFT): Promise<void> {
	const button = page.getByRole("button", { name: "Continue anyway" });
	await button.or(page.locator(left)).first().waitFor({ state: "attached" });
	if (await button.isVisible()) await button.click();
}

/** All messages of the conversation on the screen, in order, each with its author. */
export const onScreen = (page: Page): Promise<{ who: string; text: string }[]> =>
	page.locator(".thread :is(.said, .reply)").evaluateAll((articles) =>
		articles.map((article) => ({
			who: article.querySelector("h2")?.textContent ?? "",
			text: article.querySelector(".bubble, .letter")?.textContent ?? "",
		})),
	);

/** Rates the replies in order, each by a place on its slider, and chooses one if the best are tied. */
export async function chooseBest(page: Page, along: readonly number[], tied?: string): Promise<void> {
	await page.getByRole("heading", { name: "Rate each reply" }).waitFor();
	const sliders = page.getByRole("slider");
	for (const [place, at] of along.entries()) await touchSlider(sliders.nth(place), at);
	if (tied) await page.getByRole("group", { name: "These have the same rating" }).getByLabel(tied).check();
	await page.getByRole("button", { name: "Continue with the best" }).click();
	await anyway(page, `${LEFT}, .composer`);
}
