import type { Json } from "../../shared/json.ts";
import { type Answer, answerTo, type Person } from "../training/person.ts";
import { AGREEMENT, rescaled } from "./scale.ts";
import { prismTime, seconds, timing } from "./time.ts";

export const PREFERENCES = [
	"values",
	"creativity",
	"fluency",
	"factuality",
	"diversity",
	"safety",
	"personalisation",
	"helpfulness",
] as const;

export const USE_CASES = [
	"homework_assistance",
	"research",
	"source_suggestions",
	"professional_work",
	"creative_writing",
	"casual_conversation",
	"personal_recommendations",
	"daily_productivity",
	"technical_or_programming_help",
	"travel_guidance",
	"lifestyle_and_hobbies",
	"well-being_guidance",
	"medical_guidance",
	"financial_guidance",
	"games",
	"historical_or_news_insight",
	"relationship_advice",
	"language_learning",
	"other",
] as const;

/** The profile field with PRISM's two columns of display order (personalisation/import/prism-format.ts). */
const DISPLAY_ORDER = "$display_order";

type Columns = Record<string, Json>;

/** A row of PRISM's `survey.jsonl`: 32 columns in the order of the release. Columns that the study did not ask are null. */
export function surveyRow(person: Person, userId: string, conversations: number, study: string): Columns {
	const text = (name: string): Json => written(person, name);
	return {
		user_id: userId,
		survey_only: conversations === 0,
		num_completed_conversations: conversations,
		consent: "Yes, I consent to take part",
		consent_age: text("consent_age"),
		lm_familiarity: text("lm_familiarity"),
		lm_indirect_use: text("lm_indirect_use"),
		lm_direct_use: text("lm_direct_use"),
		lm_frequency_use: text("lm_frequency_use"),
		self_description: text("self_description"),
		system_string: text("system_string"),
		age: text("age"),
		gender: text("gender"),
		employment_status: text("employment_status"),
		education: text("education"),
		marital_status: text("marital_status"),
		english_proficiency: text("english_proficiency"),
		study_id: study,
		study_locale: person.attributes.study_locale ?? person.profile.study_locale ?? null,
		religion: described(person, "religion"),
		ethnicity: described(person, "ethnicity"),
		location: location(person),
		lm_usecases: useCases(person),
		stated_prefs: statedPreferences(person),
		order_lm_usecases: storedOrder(person, "lm_usecases") ?? nulls(USE_CASES),
		order_stated_prefs: shownOrder(person),
		generated_datetime: prismTime(person.randomisedAt),
		...timing(Math.floor(seconds(person.startedAt, person.randomisedAt))),
		included_in_US_REP: false,
		included_in_UK_REP: false,
		included_in_balanced_subset: false,
	};
}

/** The answer, otherwise the value of the profile. Numbers become text, because PRISM has only strings here. */
function written(person: Person, name: string): Json {
	const value = answerTo(person, name)?.value ?? person.profile[name] ?? null;
	return typeof value === "number" ? String(value) : value;
}

/** PRISM's categories were assigned by two annotators, so they are null here. */
function described(person: Person, name: string): Json {
	const said = answerTo(person, name)?.value ?? null;
	if (said === null && isColumns(person.profile[name])) return person.profile[name];
	const self =
		typeof said === "string"
			? said
					.toLowerCase()
					.replaceAll(/[?.'"!,;]/g, "")
					.trim()
			: null;
	return { self_described: self, categorised: null, simplified: null };
}

const PLACES = ["country", "countryISO", "region", "subregion"] as const;

function location(person: Person): Json {
	const asked = ["birth_country", "reside_country"].some((name) => answerTo(person, name) !== null);
	if (!asked && isColumns(person.profile.location)) return person.profile.location;
	const [birth, reside] = [written(person, "birth_country"), written(person, "reside_country")];
	return {
		...Object.fromEntries(["birth", "reside"].flatMap((at) => PLACES.map((part) => [`${at}_${part}`, null]))),
		birth_country: birth,
		reside_country: reside,
		same_birth_reside_country: sameCountry(birth, reside),
		special_region: null,
	};
}

function sameCountry(birth: Json, reside: Json): string | null {
	if (birth === null || reside === null) return null;
	if ([birth, reside].includes("Prefer not to say")) return "Prefer not to say";
	return birth === reside ? "Yes" : "No";
}

function useCases(person: Person): Json {
	const taken = answerTo(person, "lm_usecases")?.value;
	if (!Array.isArray(taken))
		return isColumns(person.profile.lm_usecases) ? person.profile.lm_usecases : nulls([...USE_CASES, "other_text"]);
	return {
		...Object.fromEntries(USE_CASES.map((use) => [use, taken.includes(use) ? 1 : 0])),
		other_text: answerTo(person, "lm_usecases_other_text")?.value ?? null,
	};
}

/** The answer to the item with this name, or with this name after a prefix, as in the presets. */
const preference = (person: Person, name: string): Answer | null =>
	["", "stated_prefs_", "pref_"].reduce<Answer | null>(
		(found, prefix) => found ?? numeric(answerTo(person, `${prefix}${name}`)),
		null,
	);
const numeric = (answer: Answer | null): Answer | null => (typeof answer?.value === "number" ? answer : null);

export function statedPreferences(person: Person): Columns {
	const names = [...PREFERENCES, "other"];
	const found = names.map((name): [string, Answer | null] => [name, preference(person, name)]);
	if (found.every(([, answer]) => answer === null) && isColumns(person.profile.stated_prefs))
		return person.profile.stated_prefs;
	return {
		...Object.fromEntries(found.map(([name, answer]) => [name, answer ? pointsOf(answer) : null])),
		other_text: answerTo(person, "stated_prefs_other_text")?.value ?? null,
	};
}

const pointsOf = ({ value, scale }: Answer): Json =>
	typeof value === "number" && scale ? rescaled(value, scale, AGREEMENT) : value;

/** The order in which the sliders were shown, from 1, with `other` last. It does not express a preference. */
function shownOrder(person: Person): Json {
	const found = PREFERENCES.flatMap((name) => {
		const answer = preference(person, name);
		return answer ? [{ name, answer }] : [];
	});
	if (found.length === 0) return storedOrder(person, "stated_prefs") ?? nulls([...PREFERENCES, "other"]);
	const ofOneForm = new Set(found.map(({ answer }) => answer.form)).size === 1;
	const shown = found.toSorted((one, other) => one.answer.position - other.answer.position).map(({ name }) => name);
	const place = (name: (typeof PREFERENCES)[number]) => (shown.includes(name) ? shown.indexOf(name) + 1 : null);
	return {
		...Object.fromEntries(PREFERENCES.map((name) => [name, ofOneForm ? place(name) : null])),
		other: preference(person, "other") ? PREFERENCES.length + 1 : null,
	};
}

function storedOrder({ profile }: Person, of: "stated_prefs" | "lm_usecases"): Json {
	const stored = profile[DISPLAY_ORDER];
	return isColumns(stored) ? (stored[of] ?? null) : null;
}

const nulls = (names: readonly string[]): Columns => Object.fromEntries(names.map((name) => [name, null]));

const isColumns = (value: Json | undefined): value is Columns =>
	value !== null && typeof value === "object" && !Array.isArray(value);
