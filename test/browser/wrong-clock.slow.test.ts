import { beforeAll, describe, expect, it } from "vitest";
import { endConversation, fillAbout, goOn, say, touchSlider } from "../support/browser/hands.ts";
import { expectTranscript, openScene, replyEnded, seen, toForm, useScene, withPage } from "../support/browser/scene.ts";

const STUDY = "wrong-clock";
const scene = useScene();

beforeAll(() => openScene(scene, STUDY, "single"));

describe("a device whose clock jumps between 1999 and 2043", () => {
	it("lets a participant finish the session", () =>
		withPage(scene, async ({ page, errors }) => {
			await page.clock.setFixedTime("1999-12-31T23:59:59Z");
			await toForm(scene, page, STUDY, "time-traveller");
			await fillAbout(page);
			await page.clock.setFixedTime("2043-01-01T00:00:00Z");
			await goOn(page);
			await say(page, "What could I do on Saturday?");
			await replyEnded(page);
			await page.clock.setFixedTime("1999-12-31T23:59:59Z");
			await page.reload();
			await replyEnded(page);
			await expectTranscript(scene, page, 2);
			await say(page, "And on Sunday?");
			await endConversation(page);
			await page.getByRole("heading", { name: "How was it?" }).waitFor();
			await page.clock.setFixedTime("1980-01-01T00:00:00Z");
			await touchSlider(page.getByLabel("Overall"), 0.5);
			await goOn(page);
			await page.getByRole("heading", { name: "Thank you. You have finished." }).waitFor();
			expect((await seen(scene, page)).exit).toMatchObject({ reason: "completed" });
			expect(errors).toEqual([]);
		}));
});
