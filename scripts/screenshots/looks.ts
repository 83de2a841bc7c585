import { agree, fillAbout, goOn, say } from "../../test/support/browser/hands.ts";
import { PHONE } from "../../test/support/browser/page.ts";
import { begin, heading, isPhone, QUESTION, toChat, type Visit } from "./visit.ts";

/** The height of a phone above its keyboard. */
const KEYBOARD_OPEN = 508;

/** The same steps in dark mode, from right to left, and in a researcher's preview. */
export async function dark(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await page.emulateMedia({ colorScheme: "dark" });
	await begin(visit, "best-of");
	await shot("70-dark-consent");
	await agree(page);
	await heading(page, "About you");
	await fillAbout(page);
	await shot("71-dark-form");
	await goOn(page);
	await heading(page, "Plan a weekend");
	await say(page, QUESTION);
	await heading(page, "Rate each reply");
	await shot("72-dark-best-of");
}

export async function rightToLeft(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await begin(visit, "arabic");
	await shot("73-right-to-left-consent");
	await page.getByRole("button", { name: "أوافق", exact: true }).click();
	await heading(page, "عنك");
	await page.getByLabel("كم عمرك؟").fill("34");
	await page.getByLabel("6").check();
	await page.getByLabel("كيف تشعر؟").press("End");
	await shot("74-right-to-left-form");
	await page.locator(".bar .button.primary").click();
	await heading(page, "خطط لعطلة نهاية الأسبوع");
	await page.locator("#composer").fill("ماذا يمكنني أن أفعل يوم السبت إذا أمطرت؟");
	await page.locator(".composer .button.primary").click();
	await page.locator(".turn.last .letter > *").first().waitFor();
	await shot("75-right-to-left-chat");
}

export async function preview(visit: Visit): Promise<void> {
	const { page, served, shot } = visit;
	const body = JSON.stringify({ participant: { id: visit.participant, source: "pilot" } });
	const headers = { Authorization: `Bearer ${served.key}`, "Content-Type": "application/json" };
	const response = await served.fetch("/v1/studies/shots-ranking/sessions", { method: "POST", headers, body });
	const { url }: { url: string } = JSON.parse(await response.text());
	await page.goto(url);
	await page.getByText("A session of the pilot pool").waitFor();
	await page.getByText("Tools", { exact: true }).waitFor();
	await shot("80-preview");
	if (!(await page.getByRole("button", { name: "Go there" }).isVisible()))
		await page.getByText("Tools", { exact: true }).click();
	await page.getByLabel("Fill in up to").selectOption({ label: "Form: Looking back" });
	await page.getByRole("button", { name: "Go there" }).click();
	await heading(page, "Looking back");
	await shot("81-preview-further");
}

/** A phone in landscape, and one with its keyboard open: header and footer become smaller. */
export async function onItsSide(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	if (!isPhone(page)) return;
	const { width, height } = PHONE;
	for (const layout of ["single", "best-of", "side-by-side"]) {
		await page.setViewportSize({ width, height });
		await toChat({ ...visit, participant: `${visit.participant}-${layout}` }, layout);
		await page.setViewportSize({ width: height, height: width });
		await say(page, QUESTION);
		await page.getByText(/One more message|0 of 4 rated|may send/).waitFor({ state: "attached" });
		await shot(`90-on-its-side-${layout}`);
		await page.setViewportSize({ width, height: KEYBOARD_OPEN });
		await shot(`91-keyboard-open-${layout}`);
	}
}
