import { describe, expect, it } from "vitest";
import { protocolSchema } from "../../protocol/schema/schema.ts";
import { endpointOf, missingEndpoints } from "./endpoints.ts";

describe("an endpoint", () => {
	it("has its address and, if bound, its key", () => {
		const bindings = {
			ENDPOINT_GPU_URL: "https://gpu.example/v1",
			ENDPOINT_GPU_KEY: "k",
			ENDPOINT_LAB_URL: "http://lab:8000",
		};
		expect(endpointOf("GPU", bindings)).toEqual({ url: "https://gpu.example/v1", key: "k" });
		expect(endpointOf("LAB", bindings)).toEqual({ url: "http://lab:8000", key: null });
	});

	it.each([undefined, 5, "", "gpu.example", "ftp://gpu.example", "https://user:secret@gpu.example"])(
		"is missing if its address is %j",
		(url) => expect(endpointOf("GPU", { ENDPOINT_GPU_URL: url })).toBeNull(),
	);
});

describe("missingEndpoints", () => {
	const protocol = protocolSchema.parse({
		slug: "s",
		title: "S",
		blinding: { level: "double" },
		models: {
			here: { provider: "openai-compatible", endpoint: "GPU", model: "m" },
			gone: { provider: "openai-compatible", endpoint: "LAB", model: "m" },
			unused: { provider: "openai-compatible", endpoint: "MOON", model: "m" },
			own: { provider: "rehearsal", character: "warm" },
		},
		arms: ["here", "gone", "own"].map((model) => ({ id: model, model })),
		design: { kind: "crossover" },
		conversations: [{ id: "c", title: "C", instructions: "I", layout: "single", arms: 1, turns: { max: 1 } }],
		consent: { version: "1", text: "T" },
		flow: ["consent", "conversations"],
	});

	it("lists each endpoint that an arm needs and that is not bound, with its binding", () => {
		expect(missingEndpoints(protocol, { ENDPOINT_GPU_URL: "https://gpu.example/v1" })).toEqual([
			{
				pointer: "/models/gone/endpoint",
				detail: "No server is configured for LAB: bind ENDPOINT_LAB_URL to its http(s) address.",
			},
		]);
	});
});
