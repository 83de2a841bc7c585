import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A step fades in, and axe reads the colours of the moment. Motion without end, such as the dots of a reply, is not waited for. */
const MOTION_HAS_ENDED = `Promise.allSettled(document.getAnimations()
	.filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
	.map(({ finished }) => finished))`;

/** What axe finds on the page as it stands, by rule and element. Run beside the page's policy, which allows no foreign script. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(await axe);
	await page.evaluate(MOTION_HAS_ENDED);
	return page.evaluate<string[]>(
		"axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
	);
}
