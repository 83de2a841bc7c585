import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { sha256Of } from "../../shared/json.ts";
import { type Bindings, endpointOf, openAIEndpoint } from "./endpoints.ts";

/**
 * The addresses of a study's model servers, as hashes: another address may serve another model. API keys are not included,
 * because a new key changes nothing. The hash depends on the study, so that it does not show which studies share a server.
 */
export function endpointInputs(
	study: { readonly id: string; readonly protocol: Protocol },
	bindings: Bindings,
): ArmInput[] {
	const { id, protocol } = study;
	const used = new Set(protocol.arms.map(({ model }) => model));
	const urls = new Map<string, string | null>();
	for (const [name, model] of Object.entries(protocol.models))
		if (used.has(name) && "endpoint" in model) urls.set(model.endpoint, urlOf(model, bindings));
	return [...urls].map(([name, url]) => ({
		name: `endpoint/${name}`,
		hash: url === null ? null : sha256Of(`endpoint\n${id}\n${url}`),
	}));
}

function urlOf(model: Extract<Model, { endpoint: string }>, bindings: Bindings): string | null {
	const endpoint =
		model.provider === "openai" ? openAIEndpoint(model.endpoint, bindings) : endpointOf(model.endpoint, bindings);
	return endpoint?.url ?? null;
}
