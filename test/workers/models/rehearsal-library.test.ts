import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { libraryFrom } from "../../../src/models/rehearsal/library.ts";
import { fetchWorker } from "../../support/http/worker.ts";

describe("the library of the rehearsal model", () => {
	it("can be read by the Worker, but not from outside", async () => {
		expect(Object.keys((await libraryFrom({ ...env })).topics)).toContain("weather");
		const response = await fetchWorker("/rehearsal.json");
		expect(response.status).toBe(404);
		expect(await response.text()).not.toMatch(/weather/i);
	});
});
