import { beforeAll, describe, expect, it } from "vitest";
import { problemIn, send } from "../../support/http/http.ts";
import { openStudy, see, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { arrive, land } from "../../support/prolific/arrive.ts";
import { deliver, deliverTo, statusChange } from "../../support/prolific/webhook.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "hooked";
const submissionsOf = (session: string) =>
	rows<{ submission: string; status: string }>(
		"select submission, status from submissions where session_id = ? order by submission",
		session,
	);
const statusOf = async (session: string) =>
	(await rows<{ status: string }>("select status from sessions where id = ?", session))[0]?.status;
const tell = (participant: string, submission: string, status: string, headers: Record<string, string> = {}) =>
	deliver({ study: slug, body: statusChange(participant, submission, status), headers });
const atS = (secondsAgo: number) => ({ "X-Timestamp": String(Math.floor(Date.now() / 1000) - secondsAgo) });

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } })));

describe("a webhook with Prolific's signature", () => {
	it("ends the session of a submission that was returned", async () => {
		const who = await arrive(slug, "ann", "ann-1");
		expect((await tell("ann", "ann-1", "RETURNED")).status).toBe(204);
		expect(await see(fetchWorker, who)).toMatchObject({
			status: "withdrawn",
			step: null,
			exit: { code: "WITHDRAWN" },
		});
		await drain(who.session);
		expect(await submissionsOf(who.session)).toEqual([{ submission: "ann-1", status: "returned" }]);
	});

	it("ends the session of a submission that timed out", async () => {
		const who = await arrive(slug, "bob", "bob-1");
		await tell("bob", "bob-1", "TIMED-OUT");
		expect(await see(fetchWorker, who)).toMatchObject({ status: "expired", exit: { code: "EXPIRED" } });
	});

	it("is taken before D1 has the session", async () => {
		const who = await arrive(slug, "early", "early-1");
		expect(await rows("select 1 from sessions where id = ?", who.session)).toEqual([]);
		await tell("early", "early-1", "RETURNED");
		expect(await see(fetchWorker, who)).toMatchObject({ status: "withdrawn" });
	});

	it("records the status of a completed submission, and keeps its exit", async () => {
		const who = await arrive(slug, "cleo", "cleo-1");
		await walk(fetchWorker, who);
		await tell("cleo", "cleo-1", "AWAITING REVIEW", atS(20));
		await tell("cleo", "cleo-1", "APPROVED", atS(10));
		await tell("cleo", "cleo-1", "RETURNED");
		expect(await see(fetchWorker, who)).toMatchObject({ status: "completed", exit: { code: "COMPLETED" } });
		await drain(who.session);
		await eventually(async () => (await submissionsOf(who.session))[0]?.status === "returned", "the row");
	});

	it("changes nothing when it is delivered again, or late", async () => {
		const who = await arrive(slug, "dan", "dan-1");
		await tell("dan", "dan-1", "APPROVED", atS(10));
		await tell("dan", "dan-1", "AWAITING REVIEW", atS(60));
		await tell("dan", "dan-1", "RETURNED", atS(90));
		await tell("dan", "dan-1", "APPROVED", atS(10));
		await drain(who.session);
		expect(await submissionsOf(who.session)).toEqual([{ submission: "dan-1", status: "approved" }]);
		expect(await statusOf(who.session)).toBe("active");
	});

	it("keeps the session of another submission of the same person", async () => {
		const who = await arrive(slug, "eve", "eve-1");
		await land(slug, "eve", "eve-2");
		await tell("eve", "eve-2", "RETURNED");
		expect(await see(fetchWorker, who)).toMatchObject({ status: "active" });
	});

	it("gives known and unknown ids the same response", async () => {
		await arrive(slug, "finn", "finn-1");
		const answers = await Promise.all([
			tell("finn", "finn-1", "ACTIVE"),
			tell("finn", "other-1", "ACTIVE"),
			tell("nobody", "finn-1", "RETURNED"),
			deliver({ study: slug, body: { event_type: "study.status.change", resource_id: "s", status: "PAUSED" } }),
			deliver({ study: slug, body: {} }),
		]);
		for (const response of answers) expect([response.status, await response.text()]).toEqual([204, ""]);
	});

	it("starts no session for an id that never arrived", async () => {
		await tell("ghost", "ghost-1", "RETURNED");
		const who = await arrive(slug, "ghost", "ghost-1");
		expect(await see(fetchWorker, who)).toMatchObject({ status: "active" });
	});

	it("goes when the participant has their data erased", async () => {
		const who = await arrive(slug, "gina", "gina-1");
		await tell("gina", "gina-1", "ACTIVE");
		await drain(who.session);
		expect(await submissionsOf(who.session)).toHaveLength(1);
		await send(`/v1/sessions/${who.session}/withdraw`, { method: "POST", key: who.token, json: { erase: true } });
		await tell("gina", "gina-1", "RETURNED");
		await drain(who.session);
		expect(await submissionsOf(who.session)).toEqual([]);
	});

	it("names a study that does not exist", async () => {
		const response = await deliver({ study: "no-such-study", body: statusChange("a", "b", "RETURNED") });
		expect(await problemIn(response)).toMatchObject({ code: "not_found" });
	});
});

describe("a webhook without a valid signature", () => {
	const body = statusChange("hugo", "hugo-1", "RETURNED");

	it("is refused in the same way for every reason, and changes nothing", async () => {
		const who = await arrive(slug, "hugo", "hugo-1");
		const refused = [
			await deliver({ study: slug, body, secret: "another secret" }),
			await deliver({ study: slug, body, ageS: 301 }),
			await deliver({ study: slug, body, headers: { "X-Prolific-Request-Signature": "" } }),
			await deliver({ study: "no-such-study", body, secret: "another secret" }),
			await deliverTo({ study: slug, body }, { PROLIFIC_WEBHOOK_SECRET: undefined }),
			await deliverTo({ study: slug, body, secret: "" }, { PROLIFIC_WEBHOOK_SECRET: "" }),
		];
		const seen = await Promise.all(refused.map(problemIn));
		expect(seen.map(({ code }) => code)).toEqual(refused.map(() => "unauthenticated"));
		expect(new Set(seen.map(({ detail }) => detail)).size).toBe(1);
		expect(await see(fetchWorker, who)).toMatchObject({ status: "active" });
	});

	it("is refused for any JSON object, and says nothing about the fields", async () => {
		const response = await deliver({ study: slug, body: { surprise: true }, secret: "another secret" });
		expect(await problemIn(response)).toMatchObject({ code: "unauthenticated", pointers: [] });
	});

	it("may not be longer than 64 KiB", async () => {
		const response = await deliver({ study: slug, body: { filler: "x".repeat(70_000) } });
		expect(await problemIn(response)).toMatchObject({ code: "body_too_large" });
	});
});

describe("the place of a submission that was returned", () => {
	it("is free at once for the next participant", async () => {
		const full = "hooked-full";
		const quota = { total: 2 };
		await openStudy(fetchWorker, KEY, smallStudy({ slug: full, recruitment: { quota, prolific: { exits: EXITS } } }));
		const chatting = (view: { step: { kind: string } | null }) => view.step?.kind === "message";
		for (const id of ["one", "two"]) await walk(fetchWorker, await arrive(full, id, `${id}-1`), chatting);
		const late = await walk(fetchWorker, await arrive(full, "late", "late-1"), chatting);
		expect(late).toMatchObject({ status: "full", exit: { code: "FULL" } });
		await deliver({ study: full, body: statusChange("one", "one-1", "RETURNED") });
		const { released } = await eventually(async () => {
			const flow = (await (await send(`/v1/studies/${full}/balance`)).json()) as {
				sequences: { released: number }[];
			};
			const sum = flow.sequences.reduce((all, { released }) => all + released, 0);
			return sum > 0 ? { released: sum } : null;
		}, "the place is released");
		expect(released).toBe(1);
		const next = await walk(fetchWorker, await arrive(full, "next", "next-1"), chatting);
		expect(next).toMatchObject({ status: "active", step: { kind: "message" } });
	});
});
