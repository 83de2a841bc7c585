import { NO_PROFILE, type Profile } from "../../personalisation/profiles/profile.ts";
import { contextPrompt } from "../../personalisation/prompts/context-prompt.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/** How a conversation is sent. `flipped`: the model writes as the assistant of its own API. `as-is`: it is trained to write the user's turns. */
export type Roles = "flipped" | "as-is";

export type Persona = { readonly text: string; readonly roles: Roles };

/** The token by which a person ends a conversation. Models that are trained as users have their own. */
export const END = "<end>";
export const ENDS: readonly string[] = [END, "<|endconversation|>"];

const DEMOGRAPHICS = `Age: {{profile.age?}}
Gender: {{profile.gender?}}
Education: {{profile.education?}}
Work: {{profile.employment_status?}}
Family: {{profile.marital_status?}}
English: {{profile.english_proficiency?}}
Lives in: {{profile.location?}}`;

/** The prompt styles that studies of simulated users compare. */
export const PRESETS = {
	plain: `You are this person. Their description of themselves: {{profile.self_description?}}
What they want from an assistant: {{profile.system_string?}}
${DEMOGRAPHICS}

How they have talked to assistants before:
{{history?}}`,
	demographics: `You are a person with these characteristics.
${DEMOGRAPHICS}`,
	interview: `Below is an interview with you. Answer and act as the person who was interviewed.

Interviewer: How would you describe yourself?
You: {{profile.self_description?}}
Interviewer: How old are you, and what is your gender?
You: {{profile.age?}}, {{profile.gender?}}
Interviewer: What did you learn, and what do you do?
You: {{profile.education?}}; {{profile.employment_status?}}
Interviewer: What do you want from an AI assistant?
You: {{profile.system_string?}}
Interviewer: What do you think matters in its answers, from 0 to 100?
You: {{profile.stated_prefs?}}`,
	"user-model":
		"You are a user who talks to an AI assistant. About you: {{profile.self_description?}} You want: {{profile.system_string?}}",
} as const;

const isPreset = (name: string): name is keyof typeof PRESETS => Object.hasOwn(PRESETS, name);

/** Tokens of a persona, by the approximation that prompted arms use. */
const MOST_TOKENS = 3000;

/** The template of a preset or of the researcher. */
const templateOf = (persona: string): string => (isPreset(persona) ? PRESETS[persona] : persona);

/**
 * A persona's text, filled like the prompt of a prompted arm. Fails with the fields that this person lacks. `own`: a persona
 * without a person, which is used as it was written.
 */
export function personaOf(
	{ persona, own }: { readonly persona: string | null; readonly own: string | null },
	profile: Profile | null,
): Result<Persona, readonly string[]> {
	const name = persona ?? "plain";
	const roles = name === "user-model" ? "as-is" : "flipped";
	if (own !== null) return ok({ text: own, roles });
	const history = { select: "latest", conversations: 6, order: "oldest-first" } as const;
	const spec = { kind: "prompt", template: templateOf(name), maxTokens: MOST_TOKENS, history } as const;
	const filled = contextPrompt(spec, profile ?? NO_PROFILE);
	return filled.ok ? ok({ text: filled.value.text, roles }) : err(filled.error.fields);
}
