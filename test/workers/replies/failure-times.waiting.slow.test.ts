import { beforeAll, expect, it } from "vitest";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { REPLY_LIMITS } from "../../../src/replies/write/reply-limits.ts";
import { enrol, openStudy, post, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { events } from "../../support/replies/event-stream.ts";

/** Measures when a participant sees failures with different causes. Slow, because failures are shown late. */
const CAUSES = [
	"refused",
	"server-error",
	"cut",
	"stall",
	"stall-early",
	"empty",
	"malformed",
	"rate-limited-for-long",
];
/** The interval of frames and polls, plus a margin for a busy machine. */
const TOLERANCE_MS = 1500;

const study: ProtocolInput = {
	...servedStudy("stopwatch", "single", ["ok", "ok"]),
	blinding: { level: "double", pace: { firstFrameMs: 900, charactersPerSecond: 90 } },
};

beforeAll(() => openStudy(fetchWorker, KEY, study));

/** From the message to the step after the reply. */
async function failureMs(cause: string): Promise<number> {
	const who = await enrol(fetchWorker, KEY, "stopwatch", cause);
	const { step } = await walk(fetchWorker, who, ({ step: at }) => at?.kind === "message");
	const sentMs = Date.now();
	const message = { text: `And then? [[${cause}:stopwatch]]` };
	const response = await post(fetchWorker, who, step?.id ?? "", message, { Accept: "text/event-stream" });
	for await (const { data } of events(response)) if (data?.type === "data-view") return Date.now() - sentMs;
	throw new Error("the reply has no end");
}

it("reports every failure after the same time, whatever its cause", async () => {
	const times = await Promise.all(CAUSES.map(failureMs));
	for (const [index, ms] of times.entries()) {
		expect([CAUSES[index], ms >= REPLY_LIMITS.failureShownMs]).toEqual([CAUSES[index], true]);
		expect([CAUSES[index], ms <= REPLY_LIMITS.failureShownMs + TOLERANCE_MS]).toEqual([CAUSES[index], true]);
	}
	// biome-ignore lint/suspicious/noConsole: the figures are what this run is for.
	console.info(`Failures shown after ${Math.min(...times)} to ${Math.max(...times)} ms (${CAUSES.length} causes)`);
});
