import { expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { secondsOfForm, secondsOfStudy } from "./expected-time.ts";

const mood = { title: "Mood", items: [{ id: "good", kind: "vas", label: "Good?" }] };
const spare = { title: "Spare", each: "conversations", items: [{ id: "why", kind: "text", label: "Why?" }] };

it("takes four conversations, a best-of and a side-by-side with the forms behind them", () => {
	const study = validStudy();
	expect(secondsOfForm(study, "about")).toBe(4 * 9 + 35);
	const conversations = 4 * (2 * 50 + 9) + 3 * (50 + 3 * 15) + (50 + 15 + 9);
	expect(secondsOfStudy(study)).toBe(75 + 71 + conversations + 9);
});

it("counts a form of each conversation as often as there are conversations", () => {
	const study = validStudy({ "/forms/mood": mood, "/forms/spare": spare, "/flow/4": "spare" });
	expect(secondsOfStudy(study) - secondsOfStudy(validStudy())).toBe(6 * 35);
});
