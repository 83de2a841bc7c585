import { beforeAll, describe, expect, it } from "vitest";
import { CrossoverError, crossover, Session, type SessionView } from "../../../clients/typescript/src/index.ts";
import { openStudy, plausible } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const STUDY = "typed-client";
const ORIGIN = "https://crossover.test";
const fetch = (request: RequestInfo | URL, init?: RequestInit) => worker(new Request(request, init));
async function worker({ url, method, headers, body }: Request): Promise<Response> {
	return fetchWorker(new URL(url).pathname, { method, headers, body });
}
const options = { baseUrl: ORIGIN, token: KEY, fetch, sleep: async () => {} };

beforeAll(() => openStudy(fetchWorker, KEY, smallStudy({ slug: STUDY })));

async function start(id: string): Promise<{ session: string; token: string }> {
	const { data } = await crossover(options).POST("/v1/studies/{study}/sessions", {
		params: { path: { study: STUDY } },
		body: { participant: { id, source: "client" } },
	});
	if (!data) throw new Error("no session");
	return data;
}

describe("the typed client", () => {
	it("takes a participant through a study", async () => {
		const { session, token } = await start("whole");
		const steps = new Session(session, { ...options, token });
		let view: SessionView = await steps.view();
		for (let done = 0; view.step && done < 50; done += 1)
			view = await steps.answer(view.step.id, plausible(view.step) as never);
		expect(view.status).toBe("completed");
	});

	it("throws the problem of a refusal", async () => {
		const client = crossover({ ...options, token: "xo_wrong" });
		const refused = client.GET("/v1/studies/{study}", { params: { path: { study: STUDY } } });
		await expect(refused).rejects.toThrow(CrossoverError);
		await expect(refused).rejects.toMatchObject({ problem: { status: 401, code: "unauthenticated" } });
	});

	it("sends an answer again after a lost connection and while the server is busy, with the same result", async () => {
		const { session, token } = await start("lossy");
		let tries = 0;
		const waits: number[] = [];
		const lossy = async (request: RequestInfo | URL, init?: RequestInit) => {
			tries += 1;
			const response = await fetch(request, init);
			if (tries === 2) throw new TypeError("connection lost after the server had answered");
			return tries === 3 ? new Response(null, { status: 503, headers: { "Retry-After": "7" } }) : response;
		};
		const sleep = async (ms: number) => void waits.push(ms);
		const steps = new Session(session, { ...options, token, fetch: lossy, sleep });
		const { step } = await steps.view();
		const view = await steps.answer(step?.id ?? "", { accept: true });
		expect(view.step?.kind).toBe("form");
		expect([tries, waits]).toEqual([4, [500, 7000]]);
	});

	it("does not send twice what could be done twice", async () => {
		let tries = 0;
		const lost = async () => {
			tries += 1;
			throw new TypeError("connection lost");
		};
		const client = crossover({ ...options, fetch: lost });
		const body = { participant: { id: "once", source: "client" } };
		const params = { path: { study: STUDY } };
		await expect(client.POST("/v1/studies/{study}/sessions", { params, body })).rejects.toThrow("connection lost");
		expect(tries).toBe(1);
	});
});
