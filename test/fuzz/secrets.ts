/**
 * Words that name arms and models in the fuzzer's studies, and nowhere else. Without the right to know arms, no
 * response may contain them, in any form.
 */
export const ARM_IDS = ["quokka-arm", "wombat-arm"] as const;
export const MODEL_NAMES = ["narwhal-model", "dugong-model"] as const;
export const SERVED_MODELS = ["axolotl-7b", "olm-70b"] as const;
export const SYSTEM_PROMPT = "pangolin-prompt";
export const MODEL_SERVER_KEY = "key-of-the-numbat-server";
export const ENDPOINT = "ENDPOINT_FUZZ";

const ALL = [...ARM_IDS, ...MODEL_NAMES, ...SERVED_MODELS, SYSTEM_PROMPT, MODEL_SERVER_KEY, ENDPOINT];

/** The secrets in the text, ignoring case. */
export function secretsIn(text: string): readonly string[] {
	const lower = text.toLowerCase();
	return ALL.filter((secret) => lower.includes(secret.toLowerCase()));
}
