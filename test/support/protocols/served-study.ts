import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { ARM_IDS, smallStudy } from "./small-study.ts";

/** The names on the model server. The leak scan looks for these words too. */
export const MODEL_IDS = ["quartz-7b-secret", "basalt-70b-secret"] as const;

/** All words of the study below that would reveal the arm to a participant. */
export const SECRETS = [
	...ARM_IDS,
	...MODEL_IDS,
	"secret-of-the-system-prompt",
	"key-of-the-secret-endpoint",
	"openai",
	"rehearsal",
	"provider",
	"ENDPOINT_",
	"127.0.0.1",
	"llama",
] as const;

/** The small study on a chat completions server. Each arm has its own model and system prompt. */
export const servedStudy = (
	slug: string,
	layout: "single" | "best-of" | "side-by-side",
	models: readonly string[] = MODEL_IDS,
): ProtocolInput =>
	smallStudy({
		slug,
		layout,
		models: Object.fromEntries(
			models.map((model, index) => [`model-${index}`, { provider: "openai-compatible", endpoint: "GPU", model }]),
		),
		arms: ARM_IDS.map((id, index) => ({ id, model: `model-${index}`, system: `secret-of-the-system-prompt ${index}` })),
	});
