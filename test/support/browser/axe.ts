import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Waits until a step has faded in, because axe reads the current colours. Endless motion, such as a reply's dots, is ignored. */
const MOTION_HAS_ENDED = `Promise.allSettled(document.getAnimations()
	.filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
	.map(({ finished }) => finished))`;

/** Elements that pass are not described: with thousands on a page, that took most of the time. */
const VIOLATIONS_ALONE = { resultTypes: ["violations"] };

/**
 * The findings of axe on the current page, by rule and element, of all rules or of those with a tag, such as `cat.color`. It runs
 * outside the page's policy, which allows no other scripts.
 */
export async function violations(page: Page, tag?: string): Promise<string[]> {
	// Half a megabyte: once for each document.
	if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(await axe);
	await page.evaluate(MOTION_HAS_ENDED);
	const options = JSON.stringify({ ...VIOLATIONS_ALONE, ...(tag !== undefined && { runOnly: [tag] }) });
	return page.evaluate<string[]>(
		`axe.run(${options}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
	);
}
