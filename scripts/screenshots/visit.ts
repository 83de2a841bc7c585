import type { Page } from "playwright-core";
import { agree, fillAbout, goOn } from "../../test/support/browser/hands.ts";
import type { Served } from "../../test/support/browser/served.ts";

export const QUESTION = "What could I do on Saturday, if it rains?";

/** One participant's page, and its camera. */
export type Visit = {
	readonly page: Page;
	readonly served: Served;
	/** Each device is another participant. */
	readonly participant: string;
	/** A picture of the screen, or of the whole page. */
	readonly shot: (name: string, wholePage?: boolean) => Promise<void>;
};

export type Walk = (visit: Visit) => Promise<void>;

export const heading = (page: Page, name: string): Promise<void> => page.getByRole("heading", { name }).waitFor();

export function isPhone(page: Page): boolean {
	const { width = 0, height = 0 } = page.viewportSize() ?? {};
	return width < height;
}

export async function begin({ page, served, participant }: Visit, study: string): Promise<void> {
	await page.goto(`${served.origin}/p/shots-${study}?PROLIFIC_PID=${participant}&STUDY_ID=s&SESSION_ID=x`);
	await page.locator(".document h2").first().waitFor();
}

export async function toForm(visit: Visit, study: string): Promise<void> {
	await begin(visit, study);
	await agree(visit.page);
	await heading(visit.page, "About you");
}

export async function toChat(visit: Visit, study: string): Promise<void> {
	await toForm(visit, study);
	await fillAbout(visit.page);
	await goOn(visit.page);
	await heading(visit.page, "Plan a weekend");
}

export const mayEnd = (page: Page): Promise<void> =>
	page.getByRole("button", { name: "I am done with this conversation" }).waitFor();
