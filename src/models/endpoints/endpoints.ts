import type { Model, Protocol } from "../../protocol/schema/schema.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { unreachable } from "../../shared/result.ts";
import type { AiBinding } from "../providers/workers-ai.ts";

/** A model server's address. The key is null for a server that needs none. */
export type Endpoint = { readonly url: string; readonly key: string | null };

export type Bindings = Readonly<Record<string, unknown>>;

export const urlBinding = (name: string): string => `ENDPOINT_${name}_URL`;
export const keyBinding = (name: string): string => `ENDPOINT_${name}_KEY`;

/** Null if the address is not bound or not valid. */
export function endpointOf(name: string, bindings: Bindings): Endpoint | null {
	const url = bindings[urlBinding(name)];
	const key = bindings[keyBinding(name)];
	if (typeof url !== "string" || !isHttpUrl(url)) return null;
	return { url, key: typeof key === "string" && key !== "" ? key : null };
}

/** Only `http` and `https`, without credentials: those would appear in errors and logs. */
function isHttpUrl(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "";
}

const OPENAI_URL = "https://api.openai.com/v1";

/** OpenAI's own address if no address is bound; null if the key is not bound. */
export function openAIEndpoint(name: string, bindings: Bindings): Endpoint | null {
	const url = bindings[urlBinding(name)] === undefined ? { [urlBinding(name)]: OPENAI_URL } : {};
	const endpoint = endpointOf(name, { ...bindings, ...url });
	return endpoint?.key ? endpoint : null;
}

/** The Workers AI binding; null if the Worker has none. */
export function aiBinding({ AI }: Bindings): AiBinding | null {
	const bound = typeof AI === "object" && AI !== null && "run" in AI && typeof AI.run === "function";
	return bound ? (AI as AiBinding) : null;
}

/**
 * Headers for the case that the address is an AI Gateway: a cached reply would not be an independent sample, and the gateway's
 * log would keep what participants wrote.
 */
export const gatewayHeaders = ({ url }: Endpoint): Record<string, string> =>
	new URL(url).hostname === "gateway.ai.cloudflare.com"
		? { "cf-aig-skip-cache": "true", "cf-aig-collect-log": "false" }
		: {};

/** For opening a study: endpoints that an arm needs and that are not configured here, each with its pointer. */
export function missingEndpoints(protocol: Protocol, bindings: Bindings): Fault[] {
	const used = new Set(protocol.arms.map((arm) => arm.model));
	return Object.entries(protocol.models).flatMap(([name, model]) => {
		const missing = used.has(name) ? missingOf(model, bindings) : null;
		return missing === null ? [] : [{ pointer: pointer(["models", name, missing[0]]), detail: missing[1] }];
	});
}

/** Why this Worker cannot call a model, with the field at fault. */
export function missingOf(model: Model, bindings: Bindings): readonly [field: string, detail: string] | null {
	switch (model.provider) {
		case "rehearsal":
			return null;
		case "openai-compatible":
			if (endpointOf(model.endpoint, bindings) !== null) return null;
			return [
				"endpoint",
				`No server is configured for ${model.endpoint}: bind ${urlBinding(model.endpoint)} to its http(s) address.`,
			];
		case "openai":
			if (openAIEndpoint(model.endpoint, bindings) !== null) return null;
			return ["endpoint", `There is no key for ${model.endpoint}: bind it as ${keyBinding(model.endpoint)}.`];
		case "workers-ai":
			if (aiBinding(bindings) !== null) return null;
			return ["provider", "This Worker has no Workers AI: add the binding AI."];
		default:
			return unreachable(model);
	}
}
