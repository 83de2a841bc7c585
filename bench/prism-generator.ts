import type { JsonObject } from "../src/personalisation/import/json-line.ts";
import { below, chance, type RandomStream, randomStream, shuffle } from "../src/randomisation/draw/generator.ts";

/**
 * Files of PRISM's form with invented contents, the same for the same seed: `survey.jsonl` and `conversations.jsonl` with every
 * column, the published labels, and what makes them hard to read: bare `NaN`s, `266.0`, escaped Unicode, openers with one to four
 * replies, later turns with none or two chosen, users without conversations, users whose question was not shown.
 */
export type PrismOptions = {
	readonly seed: string;
	readonly users: number;
	readonly conversations: number;
	/** As the Hugging Face loader gives them: what is absent is null. */
	readonly absentAsNull?: boolean;
};

export const SEED = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

export function* surveyLines(options: PrismOptions): Generator<string> {
	for (let user = 0; user < options.users; user++) yield pythonJson(surveyRow(user, options));
}

export function* conversationLines(options: PrismOptions): Generator<string> {
	for (let index = 0; index < options.conversations; index++) yield pythonJson(conversationRow(index, options));
}

const PREFERENCES = [
	"values",
	"creativity",
	"fluency",
	"factuality",
	"diversity",
	"safety",
	"personalisation",
	"helpfulness",
];
const USE_CASES =
	"homework_assistance research source_suggestions professional_work creative_writing casual_conversation personal_recommendations daily_productivity technical_or_programming_help travel_guidance lifestyle_and_hobbies well-being_guidance medical_guidance financial_guidance games historical_or_news_insight relationship_advice language_learning".split(
		" ",
	);
const AGES = [
	"18-24 years old",
	"25-34 years old",
	"35-44 years old",
	"45-54 years old",
	"55-64 years old",
	"65+ years old",
];
const PLACES = [
	["United States", "USA", "Americas", "Northern America", "US", "us"],
	["United Kingdom", "GBR", "Europe", "Northern Europe", "UK", "uk"],
	["Chile", "CHL", "Americas", "Latin America and the Caribbean", "Latin America and the Caribbean", "chile"],
	["Türkiye", "TUR", "Asia", "Western Asia", "Middle East", "asia"],
	["Côte d'Ivoire", "CIV", "Africa", "Sub-Saharan Africa", "Africa", "south africa"],
] as const;
const MODELS = [
	["cohere", "command"],
	["openai", "gpt-4"],
	["anthropic", "claude-2.1"],
	["google", "models/chat-bison-001"],
	["huggingface_api", "HuggingFaceH4/zephyr-7b-beta"],
	["huggingface_api", "google/flan-t5-xxl"],
] as const;
const WORDS =
	"people often think about what matters in a good answer and whether it is honest or kind café 東京 мир naïve weather bread train school money sleep friend old new small".split(
		" ",
	);

/** Whose conversation this is. The last fifteenth of the users answered the survey alone. */
const talkers = ({ users }: PrismOptions): number => Math.max(1, users - Math.floor(users / 15));
const ownerOf = (conversation: number, options: PrismOptions): number => (conversation * 11) % talkers(options);

export function surveyRow(user: number, options: PrismOptions): JsonObject {
	const random = randomStream(options.seed, ["survey", user]);
	const held = conversationsOf(user, options);
	const shown = !chance(random, 0.16);
	const place = pick(random, PLACES);
	const cases = shuffle(random, USE_CASES);
	const said = chance(random, 0.2);
	const [name, iso, region, subregion, special, locale] = place;
	const seconds = 160 + below(random, 4000);
	return {
		user_id: `user${user}`,
		survey_only: held === 0,
		num_completed_conversations: held,
		consent: "Yes, I consent to take part",
		consent_age: "I certify that I am 18 years of age or over",
		lm_familiarity: pick(random, ["Somewhat familiar", "Very familiar", "Not familiar at all"]),
		lm_indirect_use: shown ? "Yes" : "No",
		lm_direct_use: shown ? pick(random, ["Yes", "No", "Unsure"]) : "No",
		lm_frequency_use: shown ? pick(random, ["Once per month", "Every week", "Less than one a year"]) : null,
		self_description: ` ${words(random, 40)} `,
		system_string: `You are kind. ${words(random, 30)}`,
		age: pick(random, AGES),
		gender: pick(random, ["Male", "Female", "Non-binary / third gender"]),
		employment_status: pick(random, ["Working full-time", "Student", "Retired"]),
		education: pick(random, ["University Bachelors Degree", "Vocational", "Some Secondary"]),
		marital_status: pick(random, ["Never been married", "Married"]),
		english_proficiency: pick(random, ["Native speaker", "Fluent", "Advanced"]),
		study_id: "0".repeat(24),
		study_locale: locale,
		religion: { self_described: "no affiliation", categorised: "Non-religious", simplified: "No Affiliation" },
		ethnicity: {
			self_described: "prefer not to say",
			categorised: "Prefer not to say",
			simplified: "Prefer not to say",
		},
		location: {
			birth_country: name,
			birth_countryISO: iso,
			birth_region: region,
			birth_subregion: subregion,
			reside_country: name,
			reside_region: region,
			reside_subregion: subregion,
			reside_countryISO: iso,
			same_birth_reside_country: "Yes",
			special_region: special,
		},
		lm_usecases: {
			...Object.fromEntries(USE_CASES.map((use) => [use, shown ? below(random, 2) : null])),
			other: shown ? 0 : null,
			other_text: null,
		},
		stated_prefs: {
			...Object.fromEntries(PREFERENCES.map((preference) => [preference, below(random, 101)])),
			other: 50,
			other_text: said ? words(random, 3) : null,
		},
		order_lm_usecases: {
			...Object.fromEntries(USE_CASES.map((use) => [use, shown ? cases.indexOf(use) + 1 : null])),
			other: shown ? 19 : null,
		},
		order_stated_prefs: {
			...Object.fromEntries(shuffle(random, PREFERENCES).map((preference, place) => [preference, place + 1])),
			other: 9,
		},
		generated_datetime: "2023-11-30 12:00:00",
		timing_duration_s: seconds,
		timing_duration_mins: Math.round(seconds / 0.6) / 100,
		included_in_US_REP: false,
		included_in_UK_REP: false,
		included_in_balanced_subset: held > 3,
	};
}

function conversationsOf(user: number, options: PrismOptions): number {
	let held = 0;
	for (let index = 0; index < options.conversations; index++) if (ownerOf(index, options) === user) held++;
	return held;
}

export function conversationRow(index: number, options: PrismOptions): JsonObject {
	const random = randomStream(options.seed, ["conversation", index]);
	const turns = 2 + below(random, 4);
	const history = Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) => turnOf(random, turn, options));
	const first = history[0]?.content ?? "";
	const seconds = 73.5 + below(random, 100_000) / 100;
	const attributes = () =>
		Object.fromEntries(
			["values", "fluency", "factuality", "safety", "diversity", "creativity", "helpfulness"].map((attribute) => [
				attribute,
				chance(random, 0.1) ? null : 1 + below(random, 100),
			]),
		);
	return {
		conversation_id: `c${index}`,
		user_id: `user${ownerOf(index, options)}`,
		conversation_type: pick(random, ["unguided", "values guided", "controversy guided"]),
		opening_prompt: first,
		conversation_turns: turns,
		conversation_history: history,
		performance_attributes: attributes(),
		choice_attributes: attributes(),
		open_feedback: words(random, 25),
		generated_datetime: new Date(Date.UTC(2023, 10, 22) + index * 320_000).toISOString().slice(0, 19).replace("T", " "),
		timing_duration_s: seconds,
		timing_duration_mins: Math.round(seconds / 0.6) / 100,
		included_in_balanced_subset: chance(random, 0.8),
	};
}

function turnOf(random: RandomStream, turn: number, { absentAsNull = false }: PrismOptions): JsonObject[] {
	const replies = turn === 0 ? 4 - (chance(random, 0.2) ? 1 + below(random, 3) : 0) : 2;
	const dealt = shuffle(random, MODELS);
	const chosen = below(random, replies);
	// By text, as PRISM's later turns are marked: two of the same text are both chosen, and at times none is.
	const marked = turn === 0 || !chance(random, 0.01);
	const absent = { model_provider: null, model_name: null, score: null, if_chosen: null, within_turn_id: null };
	const user = { turn, role: "user", content: words(random, 6), ...(absentAsNull && absent) };
	return [
		user,
		...Array.from({ length: replies }, (_, place) => {
			const [provider, model] = dealt[turn === 0 ? place : 0] ?? MODELS[0];
			return {
				turn,
				role: "model",
				content: chance(random, 0.01) ? "EMPTY STRING" : words(random, 60),
				model_provider: provider,
				model_name: model,
				score: place === chosen ? 60 + below(random, 41) : 1 + below(random, 60),
				if_chosen: marked && place === chosen,
				within_turn_id: place,
			};
		}),
	];
}

const words = (random: RandomStream, most: number): string =>
	Array.from({ length: 2 + below(random, most) }, () => pick(random, WORDS)).join(" ");

function pick<T>(random: RandomStream, from: readonly [T, ...T[]] | readonly T[]): T {
	const found = from[below(random, from.length)];
	if (found === undefined) throw new Error("nothing to pick from");
	return found;
}

/** As `json.dumps` and pandas write: everything but ASCII escaped, some missing values as `NaN`, some whole numbers with a point. */
function pythonJson(row: JsonObject): string {
	const text = JSON.stringify(row).replaceAll(
		/[^\x20-\x7e]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
	return text
		.replaceAll(/"(score|timing_duration_s)":(\d+)([,}])/g, '"$1":$2.0$3')
		.replaceAll(/"(values|safety|lm_frequency_use)":null/g, '"$1":NaN');
}
