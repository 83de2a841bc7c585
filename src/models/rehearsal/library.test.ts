import { describe, expect, it } from "vitest";
import { libraryFrom } from "./library.ts";
import { LIBRARY } from "./whole-library.ts";

describe("the library of the rehearsal model", () => {
	it("is read from the static assets, once, and a failed reading is tried again", async () => {
		const asked: string[] = [];
		const assets = (response: () => Response) => ({
			ASSETS: {
				fetch: async (url: string) => {
					asked.push(url);
					return response();
				},
			},
		});
		await expect(libraryFrom({})).rejects.toMatchObject({ reason: "refused" });
		await expect(libraryFrom(assets(() => new Response("", { status: 404 })))).rejects.toMatchObject({
			reason: "refused",
		});
		const whole = assets(() => Response.json(LIBRARY));
		expect(await libraryFrom(whole)).toEqual(LIBRARY);
		expect(await libraryFrom(whole)).toEqual(LIBRARY);
		expect(asked).toEqual(Array(2).fill("https://assets.invalid/rehearsal.json"));
	});
});
