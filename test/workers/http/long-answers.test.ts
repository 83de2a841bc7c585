import { describe, expect, it } from "vitest";
import { MOST_ANSWER_BYTES } from "../../../src/protocol/answers/answer-size.ts";
import { problemIn, send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const IDS = ["a", "b", "c", "d", "e", "f"] as const;
const essay = { title: "Essays", items: IDS.map((id) => ({ id, kind: "text" as const, label: "Write." })) };

async function atEssays(slug: string, messageCharacters = 4000): Promise<Participant> {
	const study = smallStudy({ slug, limits: { messageCharacters } });
	const forms = { ...study.forms, essay };
	const protocol = { ...study, forms, flow: ["consent", "essay", ...study.flow.slice(1)] };
	await openStudy(fetchWorker, KEY, protocol);
	const who = await enrol(fetchWorker, KEY, slug, "author");
	const view = await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: true });
	return { ...who, view };
}

const postText = (who: Participant, body: string): Promise<Response> =>
	send(`/v1/sessions/${who.session}/steps/${who.view.step?.id}`, {
		method: "POST",
		key: who.token,
		body,
		headers: { "Content-Type": "application/json" },
	});

/** JSON with escapes, as PHP and Python write it. */
const escaped = (value: unknown): string =>
	JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const japanese = (units: number): string => "港町の朝は早い。".repeat(Math.ceil(units / 8)).slice(0, units);
const answers = Object.fromEntries(IDS.map((id) => [id, japanese(4000)]));

describe("the largest answer that a step allows", () => {
	it.each([
		["in UTF-8", JSON.stringify],
		["escaped", escaped],
	])("is accepted for six Japanese texts, %s", async (_what, written) => {
		const who = await atEssays(`essays-${written === escaped ? "escaped" : "plain"}`);
		const body = written({ answers });
		expect(new TextEncoder().encode(body).length).toBeGreaterThan(64 * 1024);
		const response = await postText(who, body);
		expect(response.status).toBe(200);
		await drain(who.session);
		const stored = await rows<{ value: string }>(
			"SELECT value FROM answers WHERE session_id = ? AND form = 'essay'",
			who.session,
		);
		expect(stored.map(({ value }) => JSON.parse(value))).toEqual(IDS.map(() => japanese(4000)));
	});

	it("is accepted for a message in any script", async () => {
		const who = await atEssays("long-message", 32_000);
		const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
		const text = japanese(32_000);
		const response = await postText({ ...who, view }, escaped({ text }));
		expect(response.status).toBe(200);
		await drain(who.session);
		expect(await rows("SELECT text FROM turns WHERE session_id = ?", who.session)).toEqual([{ text }]);
	});

	it("is larger than the limit of other bodies", async () => {
		const who = await atEssays("too-long");
		const refused = await postText(who, JSON.stringify({ answers, more: "x".repeat(MOST_ANSWER_BYTES) }));
		expect(refused.status).toBe(413);
		expect(await problemIn(refused)).toMatchObject({ detail: expect.stringContaining("1048576") });
	});
});
