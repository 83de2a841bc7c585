import { expect, it } from "vitest";
import { conversationLines, type PrismOptions, SEED, surveyLines } from "../../../bench/prism-generator.ts";
import preset from "../../../seeds/prism-x.endpoints.json";
import { problemIn, readJson, send } from "../../support/http.ts";
import { createStudy } from "../../support/participant.ts";
import { JSONL, load, openIt, register } from "../../support/personal-study.ts";
import { fetchWorker, KEY } from "../../support/worker.ts";

/** All of them talked: who answered the survey alone has no history. */
const PEOPLE: PrismOptions = { seed: SEED, users: 14, conversations: 60 };

it("opens the preset of PRISM-X with its real endpoints, prompt and adapters, as soon as they are there", async () => {
	const { slug } = preset;
	await createStudy(fetchWorker, KEY, preset);
	expect((await problemIn(await openIt(slug))).pointers).toEqual([
		"/recruitment/onlyProfiles",
		"/arms/1/personalisation/template",
		"/arms/2/personalisation/adapter",
		"/arms/3/personalisation",
	]);
	await load(slug, ...surveyLines(PEOPLE), ...conversationLines(PEOPLE));
	await register(slug, "pooled-1", { servedName: "pooled" });
	const own = Array.from({ length: 14 }, (_, user) => ({
		adapter: `user${user}-dpo`,
		participant: `user${user}`,
		servedName: `user${user}`,
	}));
	const body = own.map((line) => JSON.stringify(line)).join("\n");
	await send(`/v1/studies/${slug}/adapters`, { method: "POST", body, headers: JSONL });
	const preview = await readJson(await send(`/v1/studies/${slug}/profiles/user3/prompt`));
	expect(preview).toMatchObject({ arm: "prompted", missing: [], leftOut: { fields: [] } });
	expect(Number(preview.tokens)).toBeLessThanOrEqual(1500);
	expect((await openIt(slug)).status).toBe(200);
});
