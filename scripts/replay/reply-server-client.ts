import type { AiBinding } from "../../src/models/providers/workers-ai.ts";

/** The reply server's path for the fittings of the next arrival. */
export const ARRIVING_PATH = "/arriving";

/** 2^32 stands for the seed 0, which Workers AI does not take. */
const drawnSeed = (seed: unknown): unknown => (seed === 2 ** 32 ? 0 : seed);

/** Workers AI in a replay: it gives the recorded replies of the reply server. */
export const recordedAi = (origin: string): AiBinding => ({
	run: async (model, inputs) => {
		const body = JSON.stringify({ ...inputs, model, seed: drawnSeed(inputs.seed), stream: true });
		const response = await fetch(`${origin}/v1/chat/completions`, { method: "POST", body });
		if (!response.ok) throw new Error("The record has no such reply.");
		return response.body;
	},
});
