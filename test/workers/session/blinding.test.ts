import { beforeAll, describe, expect, it } from "vitest";
import { enrol, type Fetch, openStudy, type Participant, post, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { SECRETS, servedStudy } from "../../support/protocols/served-study.ts";

const layouts = ["single", "best-of", "side-by-side"] as const;
beforeAll(async () => {
	for (const layout of layouts) await openStudy(fetchWorker, KEY, servedStudy(`blind-${layout}`, layout));
});

/** Every byte that a participant's client receives: status, headers, bodies and frames. */
function recording(): { readonly fetch: Fetch; readonly sent: () => Promise<string> } {
	const seen: Promise<string>[] = [];
	const fetch: Fetch = async (path, init) => {
		const response = await fetchWorker(path, init);
		const copy = response.clone();
		seen.push(copy.text().then((body) => [path, copy.status, JSON.stringify([...copy.headers]), body].join("\n")));
		return response;
	};
	return { fetch, sent: async () => (await Promise.all(seen)).join("\n").toLowerCase() };
}

async function labelsOf(slug: string): Promise<string[]> {
	const found = await rows<{ labels: string }>(
		"SELECT DISTINCT labels FROM conversations WHERE study_id = (SELECT id FROM studies WHERE slug = ?)",
		slug,
	);
	return [...new Set(found.flatMap(({ labels }) => labels.split(" ")))];
}

describe.each(layouts)("everything that a participant's client receives in the layout %s", (layout) => {
	const slug = `blind-${layout}`;

	/** Two participants are a complete set of sequences, with every arm at every position. */
	it.each(["first", "second"])("names no arm, label or model in any byte (%s participant)", async (name) => {
		const { fetch, sent: all } = recording();
		const who = await enrol(fetchWorker, KEY, slug, name);
		await everyRoute(fetch, who);
		await failingModel(fetch, await enrol(fetchWorker, KEY, slug, `${name}, whose model fails`));
		await drain(who.session);
		const labels = await labelsOf(slug);
		expect(labels.length).toBe(2);
		const sent = await all();
		const found = [...SECRETS, ...labels.map((label) => `"${label}"`)].filter((word) =>
			sent.includes(word.toLowerCase()),
		);
		expect(found).toEqual([]);
		expect(sent.length).toBeGreaterThan(5_000);
	});

	async function everyRoute(fetch: Fetch, who: Participant): Promise<void> {
		const auth = { Authorization: `Bearer ${who.token}` };
		await fetch(`/s/${who.session}`);
		await fetch(`/p/${slug}`);
		await fetch(`/v1/sessions/${who.session}`, { headers: { Authorization: "Bearer wrong" } });
		await walk(fetch, who, ({ step }) => step?.kind === "message");
		const view = await (await fetch(`/v1/sessions/${who.session}`, { headers: auth })).json<{ step: { id: string } }>();
		const step = view.step.id;
		await post(fetch, who, step, { text: "" });
		await post(fetch, who, step, { text: "[[reasoning]] who are you?" }, { Accept: "text/event-stream" });
		await fetch(`/v1/sessions/${who.session}/steps/${step}/stream`, { headers: auth });
		await post(fetch, who, step, { text: "something else" });
		await walk(fetch, who);
		await fetch(`/v1/sessions/${who.session}/withdraw`, {
			method: "POST",
			headers: { ...auth, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: false }),
		});
	}

	/** The server never recovers, so the participant leaves. */
	async function failingModel(fetch: Fetch, who: Participant): Promise<void> {
		const { step } = await walk(fetch, who, ({ step: at }) => at?.kind === "message");
		const text = "[[refused]] please";
		const failed = await post(fetch, who, step?.id ?? "", { text }, { Accept: "text/event-stream" });
		expect(await failed.text()).toContain('"kind":"retry"');
	}
});
