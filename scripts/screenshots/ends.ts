import { agree, fillAbout, goOn } from "../../test/support/browser/hands.ts";
import { enrol, walk } from "../../test/support/http/participant.ts";
import { PLACES } from "./studies.ts";
import { begin, heading, toForm, type Visit } from "./visit.ts";

/** Every exit but `completed`, and the questions on the way. */
export async function refusing(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await begin(visit, "single");
	await page.getByRole("button", { name: "I do not agree" }).click();
	await shot("03-consent-refused");
	await page.getByRole("button", { name: "End the study" }).click();
	await heading(page, "You did not agree to take part");
	await shot("50-declined");
}

export async function leaving(visit: Visit): Promise<void> {
	const { page, shot } = visit;
	await toForm(visit, "single");
	await page.getByRole("button", { name: "Leave", exact: true }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Delete it").check();
	await shot("08-leave");
	await dialog.getByRole("button", { name: "Leave", exact: true }).click();
	await shot("09-leave-sure");
	await dialog.getByRole("button", { name: "Leave and delete everything" }).click();
	await heading(page, "You have left the study");
	await shot("51-withdrawn");
	await page.reload();
	await heading(page, "This session was erased");
	await shot("52-erased");
}

export async function tooYoung(visit: Visit): Promise<void> {
	await toForm(visit, "single");
	await fillAbout(visit.page, { age: "16" });
	await goOn(visit.page);
	await heading(visit.page, "Thank you. This study is not a match for you");
	await visit.shot("53-screened-out");
}

export async function inattentive(visit: Visit): Promise<void> {
	await toForm(visit, "checked");
	await visit.page.getByLabel("Never").check();
	await goOn(visit.page);
	await heading(visit.page, "The study ends here");
	await visit.shot("54-failed-checks");
}

/** Others take the last places while the form is filled in. */
export async function late(visit: Visit): Promise<void> {
	const { fetch, key } = visit.served;
	await toForm(visit, "full");
	for (let place = 0; place < PLACES; place += 1) {
		const other = await enrol(fetch, key, "shots-full", `other-${place}`);
		await walk(fetch, other, ({ step }) => step?.kind === "message");
	}
	await fillAbout(visit.page);
	await goOn(visit.page);
	await heading(visit.page, "The study is full");
	await visit.shot("55-full");
}

/** A minute is the shortest expiry. */
export async function slow(visit: Visit): Promise<void> {
	await begin(visit, "expiring");
	await visit.page.waitForTimeout(62_000);
	await agree(visit.page);
	await heading(visit.page, "The time for this study has run out");
	await visit.shot("56-expired");
}

/** Links that lead to no session. */
export async function links(visit: Visit): Promise<void> {
	const { page, served, shot } = visit;
	const { session } = await enrol(served.fetch, served.key, "shots-single", `${visit.participant}-no-token`);
	await page.goto(`${served.origin}/s/${session}`);
	await heading(page, "This link does not work");
	await shot("60-no-session");
	await page.goto(`${served.origin}/p/shots-single`);
	await page.locator("h1").waitFor();
	await shot("61-link-incomplete");
	await page.goto(`${served.origin}/p/shots-closed?PROLIFIC_PID=late&STUDY_ID=s&SESSION_ID=x`);
	await page.locator("h1").waitFor();
	await shot("62-study-closed");
}
