import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { startRecruiter } from "../../scripts/recruiter/server.ts";
import { signedAtMs } from "../../src/recruitment/prolific/incoming-webhook/webhook-signature.ts";

const SECRET = "a secret of this run";
const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	servers.push(server);
	return address.port;
}

/** A Worker that knows one study, and records the webhooks that it gets. */
async function worker(hooks: { signedMs: number | null; body: unknown }[] = []) {
	const server = createServer(async (request, response) => {
		const chunks: Uint8Array[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const body = Buffer.concat(chunks);
		if (request.method === "GET") {
			const exits = {
				completed: { code: "DONE" },
				declined: { code: "LEFT" },
				withdrawn: { code: "LEFT" },
				screened_out: { code: "PAID", fixedPay: { amount: 14, places: 50 } },
				failed_checks: { code: "SCREENED", type: "screened_out" },
				full: { code: "FULL" },
			};
			return response.end(JSON.stringify({ protocol: { recruitment: { prolific: { exits } } } }));
		}
		const header = (name: string) => String(request.headers[name] ?? "");
		const signed = {
			signature: header("x-prolific-request-signature"),
			timestamp: header("x-prolific-request-timestamp"),
			body,
		};
		hooks.push({ signedMs: signedAtMs(signed, [SECRET], Date.now()), body: JSON.parse(body.toString()) });
		return response.writeHead(204).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return `http://127.0.0.1:${portOf(server)}`;
}

async function recruiter(api: string, studies: readonly string[] = ["demo"]) {
	const server = await startRecruiter({ api, researcherKey: "xo_key", hookSecret: SECRET, studies }, 0);
	const origin = `http://127.0.0.1:${portOf(server)}`;
	const post = (action: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
		fetch(`${origin}/${action}`, { method: "POST", body: new URLSearchParams(fields), redirect: "manual", headers });
	const page = async (path = "/", headers: Record<string, string> = {}) =>
		(await fetch(origin + path, { headers })).text();
	return { post, page };
}

describe("the mock recruiter", () => {
	it("sends a new person to the landing link, as Prolific fills it in", async () => {
		const { post } = await recruiter("http://127.0.0.1:1");
		const taken = await post("take", { study: "demo" });
		expect(taken.status).toBe(303);
		expect(taken.headers.get("Location")).toMatch(
			/^http:\/\/127\.0\.0\.1:1\/p\/demo\?PROLIFIC_PID=[0-9a-f]{24}&STUDY_ID=[0-9a-f]{24}&SESSION_ID=[0-9a-f]{24}$/,
		);
	});

	it.each([
		["DONE", "completed, of the type completed. You review the submission, and Prolific pays", "AWAITING REVIEW"],
		["LEFT", "withdrawn, of the type returned. Prolific asks the participant to return", "RETURNED"],
		["PAID", "screened_out, of the type screened_out. Prolific pays 0.14 (pounds or dollars)", "SCREENED OUT"],
		["SCREENED", "failed_checks, of the type screened_out. You review the submission", "AWAITING REVIEW"],
		["FULL", "full, of the type full. You review the submission", "AWAITING REVIEW"],
	])("shows what Prolific would do with the code %s", async (code, meaning, status) => {
		const { post, page } = await recruiter(await worker());
		const cookie = (await post("take", { study: "demo" })).headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const seen = await page(`/submissions/complete?cc=${code}`, { Cookie: cookie });
		expect(seen).toContain(meaning);
		for (const each of [seen, await page()]) expect(each).toContain(`<dt>Status</dt><dd>${status}</dd>`);
	});

	it("reports a submission that such a code returned to the Worker once", async () => {
		const hooks: { signedMs: number | null; body: unknown }[] = [];
		const { post, page } = await recruiter(await worker(hooks));
		const cookie = (await post("take", { study: "demo" })).headers.get("Set-Cookie")?.split(";")[0] ?? "";
		for (const code of ["LEFT", "LEFT", "DONE"]) await page(`/submissions/complete?cc=${code}`, { Cookie: cookie });
		expect(hooks).toMatchObject([{ signedMs: expect.any(Number), body: { status: "RETURNED" } }]);
		expect(await page()).toContain("<dt>Status</dt><dd>RETURNED</dd>");
	});

	it("says that it cannot read the study", async () => {
		const { post, page } = await recruiter("http://127.0.0.1:1");
		const cookie = (await post("take", { study: "demo" })).headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const seen = await page("/submissions/complete?cc=LEFT", { Cookie: cookie });
		expect(seen).toContain("the mock recruiter cannot read the study");
	});

	it("says when a code belongs to no exit, and shows it as text", async () => {
		const { post, page } = await recruiter(await worker());
		const cookie = (await post("take", { study: "demo" })).headers.get("Set-Cookie")?.split(";")[0] ?? "";
		const seen = await page("/submissions/complete?cc=%3Cscript%3E", { Cookie: cookie });
		expect(seen).toContain("The study has no exit with this code");
		expect(seen).not.toContain("<script>");
	});

	it("opens the study again, also with a new submission of the same person", async () => {
		const { post } = await recruiter("http://127.0.0.1:1");
		const linkOf = async (action: string, fields: Record<string, string>) =>
			new URL((await post(action, fields)).headers.get("Location") ?? "").searchParams;
		const first = await linkOf("take", { study: "demo" });
		const submission = first.get("SESSION_ID") ?? "";
		expect((await linkOf("open", { submission })).toString()).toBe(first.toString());
		const again = await linkOf("again", { submission });
		expect(again.get("PROLIFIC_PID")).toBe(first.get("PROLIFIC_PID"));
		expect(again.get("SESSION_ID")).not.toBe(submission);
	});

	it("returns a submission by a signed webhook", async () => {
		const hooks: { signedMs: number | null; body: unknown }[] = [];
		const { post, page } = await recruiter(await worker(hooks));
		const link = new URL((await post("take", { study: "demo" })).headers.get("Location") ?? "").searchParams;
		await post("return", { submission: link.get("SESSION_ID") ?? "" });
		expect(hooks).toEqual([
			{
				signedMs: expect.any(Number),
				body: {
					event_type: "submission.status.change",
					resource_id: link.get("SESSION_ID"),
					participant_id: link.get("PROLIFIC_PID"),
					status: "RETURNED",
				},
			},
		]);
		expect(await page()).toContain("RETURNED");
	});

	it("refuses forms of other sites, and unknown submissions", async () => {
		const { post } = await recruiter("http://127.0.0.1:1");
		expect((await post("take", { study: "demo" }, { Origin: "https://evil.test" })).status).toBe(403);
		expect((await post("return", { submission: "0".repeat(24) })).status).toBe(404);
	});
});
