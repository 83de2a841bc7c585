import type { Locator, Page } from "playwright-core";
import { agree, goOn, touchSlider } from "../../test/support/browser/hands.ts";
import { begin, heading, type Visit } from "./visit.ts";

/**
 * A person's pace: reads 240 words a minute, types 40 words a minute on a phone, and takes 3 seconds per tap. `PACE=0`
 * walks without pauses, to see only the pictures.
 */
const PACE = Number(process.env.PACE ?? 1);
const READ_MS_PER_WORD = 250;
const TYPE_MS_PER_CHARACTER = 300;
const TAP_MS = 3000;

const TALKS = [
	{
		says: [
			"What can I cook tonight that is quick and easy?",
			"I have eggs, rice and some spinach. No meat, please.",
			"Thanks. Could you write the steps as a list?",
		],
		about: "Anything",
		scores: [0.62, 0.5, 0.7, 0.66, 0.9, 0.4, 0.35, 0.6],
	},
	{
		says: [
			"How do I deal with a colleague who interrupts everybody?",
			"He is my manager's friend, so complaining feels risky.",
		],
		about: "Something that matters",
		scores: [0.8, 0.75, 0.85, 0.7, 0.9, 0.6, 0.55, 0.82],
	},
	{
		says: ["Should schools ban phones?", "But what about children who need them for safety?", "I still disagree."],
		about: "Something people disagree about",
		scores: [0.45, 0.4, 0.8, 0.6, 0.85, 0.7, 0.3, 0.5],
	},
	{
		says: ["I feel a bit lonely since I moved to a new city.", "I work from home, so I meet nobody."],
		about: "Something that matters",
		scores: [0.9, 0.85, 0.88, 0.6, 0.92, 0.55, 0.7, 0.9],
	},
] as const;

const FEEDBACK = "It was clear and quick, but it could have asked me more.";

/** PRISM-X from the recruiter's link to the completion code, at a person's pace. It prints the time that the header shows. */
export async function prismX(visit: Visit): Promise<void> {
	const { page } = visit;
	const person = new Person(visit, Date.now());
	await begin(visit, "prism-x");
	await person.shows("consent");
	await person.reads(page.locator("main"));
	await agree(page);
	await fillIn(person);
	for (const [index] of TALKS.entries()) await talk(person, index);
	await rank(person);
	await page.getByText("CROSSOVER-DONE").waitFor();
	await person.shows("end");
}

async function fillIn(person: Person): Promise<void> {
	const { page } = person;
	await heading(page, "About you");
	await person.shows("about");
	await person.types(page.getByLabel("How old are you?"), "41");
	await person.chooses("Where do you live?", "Europe");
	await person.chooses("How familiar are you", "Somewhat familiar");
	await person.chooses("How often do you use", "Every week");
	const sliders = page.getByRole("slider");
	for (const [place, at] of [0.7, 0.9, 0.45].entries()) await person.slides(sliders.nth(place), at);
	await person.chooses("This question checks", "Somewhat disagree");
	await person.shows("about-filled");
	await goOn(page);
}

async function talk(person: Person, index: number): Promise<void> {
	const { page } = person;
	const { says, about, scores } = TALKS[index] ?? TALKS[0];
	const number = index + 1;
	await page.getByText(`Conversation ${number} of ${TALKS.length}`).waitFor();
	await person.shows(`talk-${number}-empty`);
	if (index === 0) await person.reads(page.locator("main"));
	for (const [turn, text] of says.entries()) {
		await person.types(page.getByLabel(/^Your message/), text);
		await page.getByRole("button", { name: "Send" }).click();
		// The button appears below a complete reply.
		await page.locator(".turn").nth(turn).getByRole("button", { name: "Report", exact: true }).waitFor();
		await person.shows(`talk-${number}-turn-${turn + 1}`);
		await person.reads(page.locator(".turn.last .letter"));
	}
	await page.getByRole("button", { name: "I am done with this conversation" }).click();
	await heading(page, "How was this conversation?");
	await person.shows(`talk-${number}-rating`);
	const sliders = page.getByRole("slider");
	for (const [place, at] of scores.entries()) await person.slides(sliders.nth(place), at);
	await person.chooses("What was this conversation about?", about);
	if (index < 2) await person.types(page.getByLabel("What did you like or dislike"), FEEDBACK);
	await person.shows(`talk-${number}-rating-filled`);
	await goOn(page);
}

async function rank(person: Person): Promise<void> {
	const { page } = person;
	await heading(page, "Which assistant was best?");
	await person.shows("ranking");
	await person.reads(page.locator("main"));
	for (const move of ["Conversation 4", "Conversation 4", "Conversation 4", "Conversation 2"]) {
		await person.thinks();
		await page.getByRole("button", { name: `Move up: ${move}` }).click();
	}
	await person.types(page.getByLabel("Why did you choose this order?"), "The first two listened to me.");
	await person.chooses("This question checks", "Very often");
	await person.shows("ranking-filled");
	await goOn(page);
}

class Person {
	#pictures = 0;

	readonly page: Page;
	readonly #visit: Visit;
	readonly #startedAtMs: number;

	constructor(visit: Visit, startedAtMs: number) {
		this.page = visit.page;
		this.#visit = visit;
		this.#startedAtMs = startedAtMs;
	}

	/** Takes the picture, and prints the time so far beside the time in the header. */
	async shows(name: string): Promise<void> {
		this.#pictures += 1;
		const minutes = ((Date.now() - this.#startedAtMs) / 60_000).toFixed(1);
		const header = ((await this.page.locator("header").first().textContent()) ?? "").replace(/\s+/g, " ");
		console.log(`${this.#visit.participant} ${minutes} min ${name}: ${header}`);
		await this.#visit.shot(`prism-x/${String(this.#pictures).padStart(2, "0")}-${name}`);
	}

	async reads(place: Locator): Promise<void> {
		const words = ((await place.last().textContent()) ?? "").split(/\s+/).length;
		await this.waits(words * READ_MS_PER_WORD);
	}

	async types(field: Locator, text: string): Promise<void> {
		await this.waits(text.length * TYPE_MS_PER_CHARACTER);
		await field.fill(text);
	}

	async chooses(question: string, option: string): Promise<void> {
		await this.thinks();
		const group = this.page.getByRole("group", { name: new RegExp(question.replace("?", "\\?")) });
		await group.getByLabel(new RegExp(`^${option}`)).check();
	}

	async slides(slider: Locator, along: number): Promise<void> {
		await this.thinks();
		await touchSlider(slider, along);
	}

	thinks = (): Promise<void> => this.waits(TAP_MS);

	private waits(milliseconds: number): Promise<void> {
		return this.page.waitForTimeout(milliseconds * PACE);
	}
}
