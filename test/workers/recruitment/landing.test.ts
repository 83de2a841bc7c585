import { beforeAll, describe, expect, it } from "vitest";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const recruitment = { prolific: { exits: EXITS } };
const HTML = { Accept: "text/html,*/*" };

const land = (slug: string, query: string, headers: Record<string, string> = {}) =>
	send(`/p/${slug}?${query}`, { key: null, headers });
const move = (slug: string, to: string) => send(`/v1/studies/${slug}/${to}`, { method: "POST" });
const sessionOf = (landed: Response) => landed.headers.get("Location")?.slice("/s/".length) ?? "";
const cookieOf = (landed: Response) => ({ Cookie: landed.headers.get("Set-Cookie")?.split(";")[0] ?? "" });
const reentriesOf = (session: string) =>
	rows<{ outcome: string; reason: string; reference: string }>(
		"select outcome, reason, reference from reentries where session_id = ? order by reference",
		session,
	);

/** A refusal as a visitor sees it, without the request's id. */
async function seen(response: Response): Promise<{ status: number; headers: object; body: string }> {
	const id = response.headers.get("X-Request-Id") ?? "";
	const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "x-request-id"));
	return { status: response.status, headers, body: (await response.text()).replaceAll(id, "") };
}

async function expectAlike(one: Response, other: Response): Promise<void> {
	expect(await seen(one)).toEqual(await seen(other));
}

describe("a study that does not recruit on Prolific", () => {
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: "no-prolific" }));
		await enrol(fetchWorker, KEY, "no-prolific", "ann", { source: "prolific" });
	});

	it("has no landing link, whichever id it names", async () => {
		for (const headers of [{}, HTML]) {
			const known = await land("no-prolific", "PROLIFIC_PID=ann&SESSION_ID=x", headers);
			expect(known.status).toBe(404);
			expect(known.headers.get("Set-Cookie")).toBeNull();
			await expectAlike(known, await land("no-prolific", "PROLIFIC_PID=bob&SESSION_ID=x", headers));
			await expectAlike(await land("no-prolific", "", headers), await land("no-prolific", "PROLIFIC_PID=bob", headers));
		}
	});

	it("shows researchers no link", async () => {
		expect(await readJson(await send("/v1/studies/no-prolific"))).toMatchObject({ links: { participant: null } });
	});
});

describe("a session that began by Prolific's link", () => {
	const slug = "returning";
	beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment })));

	it("is resumed by the submission that it began with", async () => {
		const first = await land(slug, "PROLIFIC_PID=ann&SESSION_ID=x1");
		const again = await land(slug, "PROLIFIC_PID=ann&SESSION_ID=x1");
		expect(again.status).toBe(303);
		expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
		expect(again.headers.get("Set-Cookie")).toBe(first.headers.get("Set-Cookie"));
		expect(await reentriesOf(sessionOf(first))).toEqual([]);
	});

	it.each(["pool=pilot", "preview=1"])("does not begin by a link that asks for a test: %s", async (mark) => {
		const landed = await land(slug, `PROLIFIC_PID=tester&SESSION_ID=x1&${mark}`);
		expect(await problemIn(landed)).toMatchObject({ code: "invalid_request", pointers: [`/${mark.split("=")[0]}`] });
		expect(landed.headers.get("Set-Cookie")).toBeNull();
	});

	it("is resumed by its cookie, with any submission", async () => {
		const first = await land(slug, "PROLIFIC_PID=bob&SESSION_ID=x1");
		for (const query of ["PROLIFIC_PID=bob&SESSION_ID=x2", "PROLIFIC_PID=bob"]) {
			const again = await land(slug, query, cookieOf(first));
			expect([again.status, again.headers.get("Location")]).toEqual([303, first.headers.get("Location")]);
		}
	});

	it("refuses another submission and records the attempt", async () => {
		const first = await land(slug, "PROLIFIC_PID=cleo&SESSION_ID=x1");
		const refused = await land(slug, "PROLIFIC_PID=cleo&STUDY_ID=s1&SESSION_ID=x2");
		expect(refused.headers.get("Set-Cookie")).toBeNull();
		expect(await problemIn(refused)).toMatchObject({ code: "link_refused", pointers: [] });
		await land(slug, "PROLIFIC_PID=cleo&STUDY_ID=s1&SESSION_ID=x2");
		await land(slug, "PROLIFIC_PID=cleo");
		await drain(sessionOf(first));
		expect(await reentriesOf(sessionOf(first))).toEqual([
			{ outcome: "refused", reason: "other_submission", reference: JSON.stringify({ study: "s1", session: "x2" }) },
			{ outcome: "refused", reason: "other_submission", reference: "{}" },
		]);
	});

	it("refuses the cookie of another session and a made-up cookie", async () => {
		const theirs = await land(slug, "PROLIFIC_PID=dan&SESSION_ID=x1");
		const other = await land(slug, "PROLIFIC_PID=eve&SESSION_ID=x1");
		const [, token] = /=(.*)/.exec(cookieOf(other).Cookie) ?? [];
		for (const Cookie of [cookieOf(other).Cookie, `xs_${sessionOf(theirs)}=${token}`, `xs_${sessionOf(theirs)}=`])
			expect((await land(slug, "PROLIFIC_PID=dan&SESSION_ID=x9", { Cookie })).status).toBe(403);
	});

	it("shows a page that reveals nothing", async () => {
		await land(slug, "PROLIFIC_PID=finn-secret&SESSION_ID=x1");
		const refused = await land(slug, "PROLIFIC_PID=finn-secret&SESSION_ID=x2", HTML);
		// The request's id is random, and may have any two characters.
		const page = (await refused.text()).replaceAll(/rq_\w+/g, "");
		expect(page).toContain("This link does not open the study");
		expect(page).not.toMatch(/finn-secret|x1|x2|already taking part|known/);
		const other = await land(slug, "PROLIFIC_PID=gina&SESSION_ID=x1").then(() =>
			land(slug, "PROLIFIC_PID=gina&SESSION_ID=x2", HTML),
		);
		expect((await other.text()).replaceAll(/rq_\w+/g, "")).toBe(page);
	});

	it("is resumed by a survey tool's key", async () => {
		const first = await land(slug, "PROLIFIC_PID=hugo&SESSION_ID=x1");
		const byKey = await enrol(fetchWorker, KEY, slug, "hugo", { source: "prolific" });
		expect(byKey.session).toBe(sessionOf(first));
	});

	it("is resumed only by its cookie if it began without a submission", async () => {
		const first = await land(slug, "PROLIFIC_PID=ida");
		expect((await land(slug, "PROLIFIC_PID=ida")).status).toBe(403);
		expect((await land(slug, "PROLIFIC_PID=ida", cookieOf(first))).status).toBe(303);
	});

	it("starts once when fifty arrivals come at the same time", async () => {
		const arrivals = await Promise.all(
			Array.from({ length: 50 }, (_, n) => land(slug, `PROLIFIC_PID=jo&SESSION_ID=${n % 2}`)),
		);
		const locations = new Set(arrivals.map(({ headers }) => headers.get("Location")).filter((at) => at !== null));
		expect(locations.size).toBe(1);
		expect(arrivals.map(({ status }) => status).sort()).toEqual([...Array(25).fill(303), ...Array(25).fill(403)]);
	});

	it("reports its erasure only to a browser with its cookie", async () => {
		const first = await land(slug, "PROLIFIC_PID=kim&SESSION_ID=x1");
		const [, token = ""] = /=(.*)/.exec(cookieOf(first).Cookie) ?? [];
		await send(`/v1/sessions/${sessionOf(first)}/withdraw`, { method: "POST", key: token, json: { erase: true } });
		await drain(sessionOf(first));
		expect((await land(slug, "PROLIFIC_PID=kim&SESSION_ID=x1", cookieOf(first))).status).toBe(410);
		expect((await land(slug, "PROLIFIC_PID=kim&SESSION_ID=x1")).status).toBe(403);
		expect((await land(slug, "PROLIFIC_PID=kim&SESSION_ID=x2")).status).toBe(403);
		expect(await reentriesOf(sessionOf(first))).toEqual([]);
	});

	it("deletes the recorded attempts when it is erased", async () => {
		const first = await land(slug, "PROLIFIC_PID=lea&SESSION_ID=x1");
		await land(slug, "PROLIFIC_PID=lea&SESSION_ID=x2");
		await drain(sessionOf(first));
		expect(await reentriesOf(sessionOf(first))).toHaveLength(1);
		const [, token = ""] = /=(.*)/.exec(cookieOf(first).Cookie) ?? [];
		await send(`/v1/sessions/${sessionOf(first)}/withdraw`, { method: "POST", key: token, json: { erase: true } });
		await drain(sessionOf(first));
		expect(await reentriesOf(sessionOf(first))).toEqual([]);
	});
});

describe("a study that is not open yet", () => {
	it("refuses known and unknown ids with the same response", async () => {
		await send("/v1/studies", { method: "POST", json: smallStudy({ slug: "still-a-draft", recruitment }) });
		const refused = await land("still-a-draft", "PROLIFIC_PID=ann&SESSION_ID=x1");
		expect(await problemIn(refused.clone())).toMatchObject({ code: "study_not_open" });
		await expectAlike(refused, await land("still-a-draft", "PROLIFIC_PID=bob&SESSION_ID=x2"));
	});
});

describe.each(["pause", "close"] as const)("a study after its %s", (to) => {
	const slug = `after-${to}`;
	let first: Response;
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment }));
		first = await land(slug, "PROLIFIC_PID=ann&SESSION_ID=x1");
		await drain(sessionOf(first));
		expect((await move(slug, to)).status).toBe(200);
	});

	it("readmits a participant by the cookie, the submission or the key", async () => {
		for (const [query, headers] of [
			["PROLIFIC_PID=ann&SESSION_ID=x2", cookieOf(first)],
			["PROLIFIC_PID=ann&SESSION_ID=x1", {}],
		] as const) {
			const again = await land(slug, query, headers);
			expect([again.status, again.headers.get("Location")]).toEqual([303, first.headers.get("Location")]);
		}
		expect((await enrol(fetchWorker, KEY, slug, "ann", { source: "prolific" })).session).toBe(sessionOf(first));
	});

	it("refuses a known and an unknown id with the same bytes", async () => {
		for (const headers of [{}, HTML]) {
			const known = await land(slug, "PROLIFIC_PID=ann&SESSION_ID=x2", headers);
			expect(known.status).toBe(409);
			await expectAlike(known, await land(slug, "PROLIFIC_PID=stranger&SESSION_ID=x2", headers));
			const without = await land(slug, "PROLIFIC_PID=ann", headers);
			await expectAlike(without, await land(slug, "PROLIFIC_PID=stranger", headers));
		}
	});

	it("refuses them with the same bytes if the cookie is made up", async () => {
		const forged = { Cookie: `xs_${sessionOf(first)}=0000000000000000000000000000000000000000` };
		const known = await land(slug, "PROLIFIC_PID=ann&SESSION_ID=x3", forged);
		await expectAlike(known, await land(slug, "PROLIFIC_PID=stranger&SESSION_ID=x3", forged));
	});

	it("records the attempt", async () => {
		await land(slug, "PROLIFIC_PID=ann&SESSION_ID=x4");
		const recorded = await eventually(async () => {
			await drain(sessionOf(first));
			return (await reentriesOf(sessionOf(first))).find(({ reference }) => reference.includes("x4"));
		}, "the attempt is on record");
		expect(recorded).toMatchObject({ outcome: "refused", reason: "other_submission" });
	});
});
