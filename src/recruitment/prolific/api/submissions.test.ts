import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProlificDouble, TOKEN } from "../../../../test/support/prolific/double.ts";
import { prolificApi } from "./prolific-api.ts";
import { listSubmissions } from "./submissions.ts";

const STUDY = "5f0000000000000000000001";

function scene(count: number) {
	const prolific = new ProlificDouble();
	const made = Array.from({ length: count }, (_, index) => ({
		id: `s${index}`,
		participant_id: `p${index}`,
		status: "AWAITING REVIEW",
		study_code: "DONE",
		time_taken: 90,
	}));
	prolific.submissions.set(STUDY, made);
	const waits: number[] = [];
	const sleep = async (ms: number) => void waits.push(ms);
	const access = { base: prolific.base, token: TOKEN, fetch: prolific.fetch, sleep, mostWaitMs: 20_000 };
	const list = (pageSize = 100, over = {}) => listSubmissions(prolificApi({ ...access, ...over }), STUDY, pageSize);
	return { prolific, waits, list, made };
}

const idsOf = (listed: Awaited<ReturnType<typeof listSubmissions>>) =>
	listed.ok ? listed.value.map(({ id }) => id) : listed.error.kind;

describe("submissions on Prolific", () => {
	it("are all read, whatever the size of pages and the server's limit on it", () =>
		fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 25 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 12 }),
				async (count, pageSize, limit) => {
					const { prolific, list, made } = scene(count);
					prolific.mostPerPage = limit;
					expect(idsOf(await list(pageSize))).toEqual(made.map(({ id }) => id));
				},
			),
		));

	it.each([99, 100, 101, 200])("are exact around the end of a page: %i", async (count) => {
		expect(idsOf(await scene(count).list())).toHaveLength(count);
	});

	it("have their status, code and minutes", async () => {
		const listed = await scene(1).list();
		expect(listed.ok && listed.value).toMatchObject([{ status: "awaiting_review", code: "DONE", minutes: 1.5 }]);
	});

	it("count once if a new one moves others to the next page while they are read", async () => {
		const { prolific, list, made } = scene(6);
		let isFirst = true;
		prolific.beforePage = (page) => {
			if (page !== 2 || !isFirst) return;
			isFirst = false;
			prolific.submissions.set(STUDY, [{ id: "new", participant_id: "p", status: "ACTIVE" }, ...made]);
		};
		const ids = idsOf(await list(3));
		expect([...ids].toSorted()).toEqual(["new", ...made.map(({ id }) => id)].toSorted());
	});

	it("are not given in part if they change all the time", async () => {
		const { prolific, list, made } = scene(6);
		prolific.beforePage = (page) => prolific.submissions.set(STUDY, page === 1 ? made : made.slice(2));
		expect(idsOf(await list(3))).toBe("changing");
	});
});

describe("Prolific's rate limit", () => {
	const busy = { status: 429, headers: { "Retry-After": "3" } };

	it("is waited for as long as Prolific says", async () => {
		const { prolific, waits, list } = scene(2);
		prolific.fail(busy, { status: 429 });
		expect(idsOf(await list())).toEqual(["s0", "s1"]);
		expect(waits).toEqual([3000, 2000]);
	});

	it("is reported if the wait is too long", async () => {
		const { prolific, waits, list } = scene(2);
		prolific.fail({ status: 429, headers: { "Retry-After": "60" } });
		expect(await list()).toEqual({ ok: false, error: { kind: "busy", retryAfterMs: 60_000 } });
		expect(waits).toEqual([]);
	});
});

describe("failures of Prolific", () => {
	it.each<[string, Parameters<ProlificDouble["fail"]>, string]>([
		["a wrong token", [{ status: 401 }], "forbidden"],
		["a study that is not the token's", [{ status: 403 }], "forbidden"],
		["an unknown study", [{ status: 404 }], "not_found"],
		["a body that is not JSON", [{ status: 200, body: "<html>" }], "unreadable"],
		["JSON of another shape", [{ status: 200, body: '{"items":[]}' }], "unreadable"],
		[
			"a redirect, which would carry the token elsewhere",
			[{ status: 302, headers: { Location: "https://evil.test" } }],
			"refused",
		],
		["five errors of the server", Array.from({ length: 5 }, () => ({ status: 502 })), "unreachable"],
	])("are told apart: %s", async (_, failures, kind) => {
		const { prolific, list } = scene(2);
		prolific.fail(...failures);
		expect(idsOf(await list())).toBe(kind);
	});

	it("are survived if they are short", async () => {
		const { prolific, list } = scene(2);
		prolific.fail({ status: 502 });
		expect(idsOf(await list())).toEqual(["s0", "s1"]);
	});

	it("do not show the token", async () => {
		const { list } = scene(2);
		const failed = await list(100, {
			fetch: async () => {
				throw new Error(`connection failed with ${TOKEN}`);
			},
		});
		expect(JSON.stringify(failed)).not.toContain(TOKEN);
	});

	it("need no request if there is no token", async () => {
		const { prolific, list } = scene(2);
		expect(idsOf(await list(100, { token: undefined }))).toBe("no_token");
		expect(prolific.asked).toEqual([]);
	});
});
