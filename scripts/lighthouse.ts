import lighthouse from "lighthouse";
import { launchBrowser } from "../test/support/browser/page.ts";
import { serve } from "../test/support/browser/serve.ts";
import { browserStudy } from "../test/support/browser/study.ts";
import { enrol, openStudy, plausible, walk } from "../test/support/http/participant.ts";
import { usablePort } from "./demo/port.ts";

/** Of 100, on Lighthouse's throttled phone. */
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100 } as const;

const served = await serve();
const port = await usablePort(0);
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
let failed = false;

async function measure(name: string, url: string): Promise<void> {
	const result = await lighthouse(url, { port, onlyCategories: Object.keys(LEAST), logLevel: "error" });
	for (const [category, least] of Object.entries(LEAST)) {
		const score = Math.round((result?.lhr.categories[category]?.score ?? 0) * 100);
		failed ||= score < least;
		console.log(`${name}: ${category} ${score}, at least ${least}`);
		if (score < least)
			for (const { id } of result?.lhr.categories[category]?.auditRefs ?? []) {
				const audit = result?.lhr.audits[id];
				if (audit && audit.score !== null && audit.score < 0.9)
					console.log(`  ${id}: ${audit.displayValue ?? audit.title}`);
			}
	}
}

try {
	await openStudy(served.fetch, served.key, browserStudy("lighthouse", "single"));
	const first = await enrol(served.fetch, served.key, "lighthouse", "consent");
	await measure("consent", `${served.origin}/s/${first.session}#${first.token}`);
	const second = await enrol(served.fetch, served.key, "lighthouse", "chat");
	await walk(served.fetch, second, ({ step }) => step?.kind === "message" && step.turn === 2, plausible);
	await measure("chat", `${served.origin}/s/${second.session}#${second.token}`);
} finally {
	await browser.close();
	await served.stop();
}
process.exitCode = failed ? 1 : 0;
