import { describe, expect, it } from "vitest";
import { SCOPES } from "../../../src/access/keys/api-keys.ts";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { operations } from "../../support/http/operations.ts";

const researchers = operations.filter(({ scope }) => scope !== null);
const withBody = researchers.filter(({ takesBody }) => takesBody);
const named = ({ method, template }: { method: string; template: string }) => `${method} ${template}`;
const JSON_TYPE = { "Content-Type": "application/json" };

it("lists the researchers' routes from the router", () => {
	expect(researchers.length).toBeGreaterThan(10);
	const open = operations.filter(({ scope, template }) => scope === null && template.startsWith("/v1/studies"));
	expect(open.map(named)).toEqual(["GET /v1/studies/{study}/commitment"]);
});

describe.each(researchers.map((route) => [named(route), route] as const))("%s", (_, { method, path, scope }) => {
	it("refuses a request without an API key before it checks anything else", async () => {
		const response = await send(path, { method, key: null });
		expect(response.status).toBe(401);
		expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
		expect(await problemIn(response)).toMatchObject({ code: "unauthenticated" });
	});

	it("refuses an unknown key", async () => {
		const response = await send(path, { method, key: "xo_00000000000000000000000000000000" });
		expect(await problemIn(response)).toMatchObject({ code: "unauthenticated" });
	});

	it("refuses a key with every scope except the required one", async () => {
		const key = await keyWith(...SCOPES.filter((other) => other !== scope));
		const response = await send(path, { method, key });
		expect(response.status).toBe(403);
		expect(await problemIn(response)).toMatchObject({ code: "forbidden" });
	});
});

describe.each(withBody.map((route) => [named(route), route] as const))(
	"the body of %s",
	(_, { method, path, takesForm }) => {
		it("must be JSON", async () => {
			const response = await send(path, { method, body: '{"a":', headers: JSON_TYPE });
			expect(response.status).toBe(400);
			expect(await problemIn(response)).toMatchObject({ code: "malformed_json" });
		});

		it("must not be missing", async () => {
			const response = await send(path, { method });
			expect(response.status).toBe(400);
		});

		it("must match the schema, and an unknown field gets its pointer", async () => {
			const response = await send(path, { method, json: { "stray/field": 1 } });
			// A protocol that is to be validated is answered with its faults.
			const isValidation = path === "/v1/studies/validate";
			expect(response.status).toBe(isValidation ? 200 : 400);
			const { errors } = isValidation ? await readJson(response) : await problemIn(response);
			expect((errors as { pointer: string }[]).map(({ pointer }) => pointer)).toContain("/stray~1field");
		});

		it("must have a declared content type", async () => {
			const other = takesForm ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded";
			const response = await send(path, { method, body: "a=1", headers: { "Content-Type": other } });
			expect(response.status).toBe(415);
			expect(await problemIn(response)).toMatchObject({ code: "unsupported_media_type" });
		});

		it("must be smaller than 64 KiB", async () => {
			const response = await send(path, { method, body: "x".repeat(10_000_000), headers: JSON_TYPE });
			expect(response.status).toBe(413);
			expect(await problemIn(response)).toMatchObject({ code: "body_too_large" });
		});

		it("is also counted when it is sent in chunks", async () => {
			const chunk = new TextEncoder().encode("x".repeat(600_000));
			const body = new ReadableStream({
				start(controller) {
					controller.enqueue(chunk);
					controller.enqueue(chunk);
					controller.close();
				},
			});
			const response = await send(path, { method, body, headers: JSON_TYPE });
			expect(response.status).toBe(413);
		});
	},
);
