import { it } from "vitest";
import { objectNameOf } from "../../../src/access/session/session-id.ts";
import { enrol, openStudy, walk } from "../http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../http/worker.ts";
import { smallStudy } from "../protocols/small-study.ts";
import { readStoredData } from "./stored-data.ts";

/** Run by `npm run record-release`, which takes the line that begins with this mark. */
const MARK = "STORED DATA ";

it("records what this release stores: one session at a choice, one that is complete", async () => {
	const slug = "recorded";
	await openStudy(fetchWorker, KEY, smallStudy({ slug, layout: "best-of" }));
	const underway = await enrol(fetchWorker, KEY, slug, "underway");
	await walk(fetchWorker, underway, ({ step }) => step?.kind === "choice");
	const complete = await enrol(fetchWorker, KEY, slug, "complete");
	await walk(fetchWorker, complete);
	for (const { session } of [underway, complete]) await drain(session);
	const [study] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug);
	const stored = await readStoredData([
		{ namespace: "SESSIONS", name: objectNameOf(underway.session) },
		{ namespace: "SESSIONS", name: objectNameOf(complete.session) },
		{ namespace: "ALLOCATORS", name: String(study?.id) },
	]);
	const credentials = ({ session, token }: { session: string; token: string }) => ({ session, token });
	const record = { underway: credentials(underway), complete: credentials(complete), stored };
	// biome-ignore lint/suspicious/noConsole: the runtime of the test cannot write a file.
	console.log(`${MARK}${JSON.stringify(record)}`);
});
