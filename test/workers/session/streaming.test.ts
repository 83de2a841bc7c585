import { readUIMessageStream, type UIMessageChunk } from "ai";
import { beforeAll, describe, expect, it } from "vitest";
import { sessionViewSchema } from "../../../src/session/view/view-schema.ts";
import { enrol, openStudy, type Participant, post, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";
import { collect, events, textsOf } from "../../support/replies/event-stream.ts";

const atMessage = async (slug: string, id: string): Promise<{ who: Participant; step: string }> => {
	const who = await enrol(fetchWorker, KEY, slug, id);
	const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	return { who, step: view.step?.id ?? "" };
};

const streamed = ({ who, step }: { who: Participant; step: string }) =>
	post(fetchWorker, who, step, { text: "How do I bake bread?" }, { Accept: "text/event-stream" });

describe.each(["single", "best-of", "side-by-side"] as const)("a streamed reply in the layout %s", (layout) => {
	const slug = `stream-${layout}`;
	beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, layout })));

	it("can be read by the AI SDK's own client, with one part for each candidate", async () => {
		const response = await streamed(await atMessage(slug, "sdk"));
		expect(response.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
		const list = await collect(events(response));
		const chunks = list.flatMap(({ data }) => (data ? [data as unknown as UIMessageChunk] : []));
		const stream = new ReadableStream<UIMessageChunk>({
			start(controller) {
				for (const chunk of chunks) controller.enqueue(chunk);
				controller.close();
			},
		});
		let texts: string[] = [];
		for await (const message of readUIMessageStream({ stream })) {
			texts = message.parts.flatMap((part) => (part.type === "text" ? [part.text] : []));
		}
		expect(texts).toEqual(Object.values(textsOf(list)));
		expect(texts.length).toBe(layout === "single" ? 1 : 2);
	});

	it("ends with the same view that reading the session returns", async () => {
		const list = await collect(events(await streamed(await atMessage(slug, "view"))));
		const types = list.map(({ data }) => data?.type ?? "done");
		expect(types.slice(-3)).toEqual(["data-view", "finish", "done"]);
		const view = sessionViewSchema.parse(list.at(-3)?.data?.data);
		expect(view.step?.kind).toBe(layout === "best-of" ? "choice" : "message");
	});

	it("is the same stream again for the same answer", async () => {
		const at = await atMessage(slug, "again");
		const first = await collect(events(await streamed(at)));
		const second = await collect(events(await streamed(at)));
		expect(textsOf(second)).toEqual(textsOf(first));
	});
});
