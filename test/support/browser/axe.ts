import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Waits until a step has faded in, because axe reads the current colours. Endless motion, such as a reply's dots, is ignored. */
const MOTION_HAS_ENDED = `Promise.allSettled(document.getAnimations()
	.filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
	.map(({ finished }) => finished))`;

/** The findings of axe on the current page, by rule and element. It runs outside the page's policy, which allows no other scripts. */
export async function violations(page: Page): Promise<string[]> {
	// Half a megabyte: once for each document.
	if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(await axe);
	await page.evaluate(MOTION_HAS_ENDED);
	return page.evaluate<string[]>(
		"axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))",
	);
}
