import { loadResources } from "../scripts/measures/resources.ts";
import { measureText } from "../src/judging/measures/catalogue.ts";
import { wordsOf } from "../src/judging/measures/segmentation.ts";
import "../test/support/setup/rules.ts";

/** Replies of a round. */
export const REPLIES = 200;

const PARAGRAPH =
	"That is a **good** question. Most people find the first month hard, because nothing is familiar yet. You might write down " +
	"what you learn each day, and ask early when something is unclear.\n\n- Agree on what a good month looks like\n- Ask twice if you must\n\n";
const replies = Array.from({ length: REPLIES }, (_, index) => `${index}. ${PARAGRAPH.repeat(4)}`.slice(0, 800));
const resources = loadResources();

export function measured(): void {
	for (const reply of replies) measureText(reply, { format: "markdown", language: "en", resources });
}

export function segmented(): void {
	for (const reply of replies) wordsOf(reply, "en");
}
