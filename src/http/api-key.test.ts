import { describe, expect, it } from "vitest";
import { credentialsOf, sentKey } from "./api-key.ts";

const KEY = { kind: "key", key: "xo_one" };

describe("the API key of a request", () => {
	it.each([
		[{ Authorization: "Bearer xo_one" }, KEY],
		[{ authorization: "bearer  xo_one" }, KEY],
		[{ "X-API-Key": "xo_one" }, KEY],
		[{ "x-api-key": " xo_one " }, KEY],
		[{ Authorization: "Bearer xo_one", "X-API-Key": "xo_one" }, KEY],
		[{ Authorization: "Basic eG86eG8=", "X-API-Key": "xo_one" }, KEY],
		[{ Authorization: "Bearer xo_one", "X-API-Key": "" }, KEY],
		[{ Authorization: "Bearer xo_one", "X-API-Key": "xo_two" }, { kind: "different" }],
		[{ Authorization: "Bearer" }, { kind: "none" }],
		[{}, { kind: "none" }],
	])("is read from either header: %j", (headers, sent) => {
		expect(sentKey(new Headers(headers as Record<string, string>))).toEqual(sent);
	});

	it("gives the same credentials in either header", () => {
		const [bearer, plain] = [{ Authorization: "Bearer xo_one" }, { "X-API-Key": "xo_one" }];
		expect(credentialsOf(new Headers(plain as Record<string, string>))).toBe(
			credentialsOf(new Headers(bearer as Record<string, string>)),
		);
		expect(credentialsOf(new Headers())).toBe("");
	});
});
