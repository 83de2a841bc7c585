import { readFileSync } from "node:fs";
import type { ProtocolInput } from "../../src/protocol/schema/schema.ts";
import { browserStudy } from "../../test/support/browser/study.ts";

/** A consent as in a real study. The hostile one is only in tests. */
const CONSENT = `## Key points

- **What you do.** You answer a few questions, talk to AI assistants, and say what you think of what they write.
- **How long.** About ten minutes.
- **What is stored.** Your answers and the conversations, under a random number and without your name.
- **How to stop.** At any time, with “Leave” at the top of each page, without saying why.

## What the study is about

We would like to know what people want from AI assistants, and whether different assistants serve different people. You may be shown replies of several assistants. Which one wrote what is not told, so that it does not sway you.

## What happens with your data

What you write is sent to the assistants that answer you. Please do not write anything by which you or others could be recognised. The data are kept for ten years and shared with other researchers under a random number. If you leave, you choose whether what you gave so far is kept or deleted.

## Who you can write to

The team can be reached through the page that sent you here. [The ethics committee](https://example.org/ethics) of our university has approved the study.`;

/** The places of the study that is full: one block. */
export const PLACES = 4;

const SCIENTIFIC = { provider: "openai-compatible", endpoint: "GPU", model: "scientific" } as const;
const ENDPOINT = { provider: "openai-compatible", endpoint: "GPU", model: "refused" } as const;
const consent = { version: "1", text: CONSENT, copy: true };

/** The help in the menu, in the empty chat and on the exit page. */
const HELP = {
	contact: {
		name: "Example Research Group",
		email: "research@example.org",
		ethics: "Ethics committee of Example University, reference EX-2026-001",
	},
	support: {
		GB: "Samaritans listen day and night: call **116 123**. In danger, call **999**.",
		default:
			"[Find a crisis line in your country](https://example.org/lines). In danger, call your local emergency number.",
	},
	reports: { harmful: "completed" },
	debrief: {
		completed:
			"## What this study was about\n\nThe assistants were set up in different ways. We study which of them people like, and why.\n\nUntil the study has ended, the researchers do not know which assistant you met.",
	},
} as const satisfies Partial<ProtocolInput>;

const IDEAS = ["What can I do on a free day when it rains?", "A day out with children, under £20"];

/** A pace for people, so that replies can be seen while they are written. */
const PACED = { level: "double", pace: { firstFrameMs: 900, charactersPerSecond: 90 } } as const;

const study = (
	slug: string,
	layout: Parameters<typeof browserStudy>[1],
	over: Partial<ProtocolInput> = {},
): ProtocolInput => browserStudy(`shots-${slug}`, layout, { consent, ...over });

function ranking(): ProtocolInput {
	const single = study("ranking", "single");
	const { about, after } = single.forms ?? {};
	const order = {
		id: "order",
		kind: "ranking",
		label: "The best conversation first",
		options: "conversations",
	} as const;
	return {
		...single,
		conversations: single.conversations.map((talk) => ({
			...talk,
			arms: "each",
			turns: { min: 1, max: 2 },
			after: ["after"],
		})),
		forms: {
			...(about ? { about } : {}),
			...(after ? { after } : {}),
			ranking: { title: "Looking back", items: [order] },
		},
		flow: ["consent", "about", "conversations", "ranking"],
	};
}

function checked(): ProtocolInput {
	const single = study("checked", "single");
	const options = ["Never", "Sometimes", "Often"].map((label) => ({ value: label, label }));
	const label = "This question checks that the questions are read. Please choose “Often”.";
	const check = { id: "check", kind: "choice", label, options, correct: "Often" } as const;
	return {
		...single,
		forms: { ...single.forms, about: { title: "About you", items: [check] } },
		eligibility: [],
		checks: { failAfter: 1 },
	};
}

function arabic(): ProtocolInput {
	const single = study("arabic", "single", { language: "ar" });
	return {
		...single,
		consent: {
			version: "1",
			text: "## أهم النقاط\n\n- **ما الذي تفعله؟** تتحدث إلى مساعد ذكي وتقول رأيك فيه.\n- **كم يستغرق ذلك؟** نحو عشر دقائق.\n- **كيف تتوقف؟** في أي وقت، ودون ذكر السبب.",
		},
		eligibility: [],
		forms: {
			after: { title: "كيف كانت المحادثة؟", items: [scale("overall", "بشكل عام")] },
			about: {
				title: "عنك",
				items: [
					{ id: "age", kind: "number", label: "كم عمرك؟", min: 0, max: 120, step: 1 },
					{ id: "trust", kind: "likert", label: "أثق بالمساعدين.", minLabel: "إطلاقًا", maxLabel: "تمامًا" },
					scale("mood", "كيف تشعر؟"),
				],
			},
		},
		conversations: single.conversations.map((talk) => ({
			...talk,
			title: "خطط لعطلة نهاية الأسبوع",
			instructions: "اطلب فكرة ليوم إجازتك القادم.",
		})),
	};
}

const scale = (id: string, label: string) =>
	({ id, kind: "vas", label, minLabel: "سيئ جدًا", maxLabel: "جيد جدًا" }) as const;

export const STUDIES: readonly ProtocolInput[] = [
	study("single", "single", {
		...HELP,
		conversations: browserStudy("any", "single").conversations.map((talk) => ({ ...talk, ideas: IDEAS })),
	}),
	study("formulas", "single", { models: { one: SCIENTIFIC, two: SCIENTIFIC, three: SCIENTIFIC, four: SCIENTIFIC } }),
	study("best-of", "best-of"),
	study("side-by-side", "side-by-side"),
	study("paced", "single", {
		blinding: PACED,
		conversations: browserStudy("any", "single").conversations.map((talk) => ({ ...talk, stop: true })),
	}),
	study("paced-best-of", "best-of", { blinding: PACED }),
	study("failing", "single", { models: { one: ENDPOINT, two: ENDPOINT, three: ENDPOINT, four: ENDPOINT } }),
	study("full", "single", {
		recruitment: { ...browserStudy("any", "single").recruitment, quota: { total: PLACES } },
	}),
	study("expiring", "single", {
		recruitment: { ...browserStudy("any", "single").recruitment, expiresAfter: "PT1M" },
	}),
	study("closed", "single"),
	ranking(),
	checked(),
	arabic(),
	{ ...JSON.parse(readFileSync("seeds/prism-x.json", "utf8")), slug: "shots-prism-x" },
];
