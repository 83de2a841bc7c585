import { beforeAll, describe, expect, it } from "vitest";
import { expectContract, keyWith, problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { SECRETS, servedStudy } from "../../support/protocols/served-study.ts";

const SLUG = "summaries";
const SUMMARY = "/v1/sessions/{session}/summary";
const read = (session: string, key: string | null, headers: Record<string, string> = {}) =>
	send(`/v1/sessions/${session}/summary`, { key, headers });

beforeAll(() => openStudy(fetchWorker, KEY, servedStudy(SLUG, "single")));

describe("the summary of a session", () => {
	it("is one flat object of scalars, without the arm, for the token and for a key with data:read", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "rater");
		const before = await expectContract("GET", SUMMARY, await read(who.session, who.token));
		expect(before).toMatchObject({ status: "active", completionCode: null, completedAt: null });
		await walk(fetchWorker, who);
		const summary = await expectContract("GET", SUMMARY, await read(who.session, who.token));
		expect(summary).toMatchObject({ session: who.session, study: SLUG, status: "completed", exitReason: "completed" });
		expect(Object.values(summary).filter((value) => typeof value === "object" && value !== null)).toEqual([]);
		const ratings = Object.keys(summary).filter((name) => name.startsWith("rating_"));
		expect(ratings.length).toBeGreaterThan(1);
		expect(ratings.every((name) => /^rating_[a-z0-9-]+_[a-z0-9-]+_\d+$/.test(name))).toBe(true);
		const text = JSON.stringify(summary).toLowerCase();
		expect(SECRETS.filter((word) => text.includes(word.toLowerCase()))).toEqual([]);
		const researcher = await keyWith("data:read");
		for (const response of [
			await read(who.session, researcher),
			await read(who.session, null, { "X-API-Key": researcher }),
		])
			expect(await expectContract("GET", SUMMARY, response)).toEqual(summary);
	});

	it("is refused to everybody else", async () => {
		const [who, other] = [await enrol(fetchWorker, KEY, SLUG, "one"), await enrol(fetchWorker, KEY, SLUG, "other")];
		expect(await problemIn(await read(who.session, null))).toMatchObject({ code: "not_found" });
		expect(await problemIn(await read(who.session, other.token))).toMatchObject({ code: "not_found" });
		expect(await problemIn(await read(who.session, await keyWith("sessions:write")))).toMatchObject({
			code: "forbidden",
		});
		expect(await problemIn(await read(who.session, "xo_00000000000000000000000000000000"))).toMatchObject({
			code: "unauthenticated",
		});
		expect(await problemIn(await read(who.session, null, { "X-API-Key": who.token }))).toMatchObject({
			code: "unauthenticated",
		});
		const both = { "X-API-Key": await keyWith("data:read") };
		expect(await problemIn(await read(who.session, who.token, both))).toMatchObject({ code: "unauthenticated" });
	});

	it("is gone once the session is erased", async () => {
		const who = await enrol(fetchWorker, KEY, SLUG, "erased");
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		expect(await problemIn(await read(who.session, KEY))).toMatchObject({ code: "erased" });
		expect((await read(who.session, who.token)).status).toBeGreaterThanOrEqual(404);
	});
});
