import { describe, expect, it } from "vitest";
import { openersWithTopics } from "../../../../test/support/models/opening-prompts.ts";
import { lastReply, rehearsed } from "../../../../test/support/models/rehearsed.ts";
import { CHARACTERS } from "../../../protocol/schema/model.ts";
import { LANGUAGE_LINES } from "../own-lines.ts";
import { normalised } from "../reading/words.ts";
import { foreignLanguageOf, type LanguageId } from "./languages.ts";

const SAID: readonly (readonly [LanguageId | "other", string])[] = [
	["es", "¿Qué puedo hacer para dormir mejor?"],
	["es", "Hola"],
	["fr", "Bonjour, comment vas-tu ?"],
	["fr", "Pourquoi est-ce que le ciel est bleu ?"],
	["de", "Wie werde ich meine Angst vor Hunden los?"],
	["de", "Hallo, was ist der Sinn des Lebens?"],
	["pt", "Você não me disse como fazer isso"],
	["it", "Ciao, come stai? Grazie per l'aiuto"],
	["nl", "Ik heb het niet begrepen, wat kan ik doen?"],
	["pl", "Nie wiem, jak się uczyć języka"],
	["tr", "Merhaba, bu nasıl çok iyi olur?"],
	["ru", "Как научиться играть на гитаре?"],
	["ar", "ما هي عاصمة فرنسا؟"],
	["hi", "आज मौसम कैसा है?"],
	["ja", "今日の天気はどうですか"],
	["ko", "오늘 날씨가 어때요?"],
	["zh", "你好，今天天气怎么样？"],
	["el", "Τι καιρό κάνει σήμερα;"],
	["he", "מה שלומך היום?"],
	["other", "Hej, hur mår du idag?"],
	["other", "สวัสดีครับ"],
];

describe("a language other than English", () => {
	it.each(SAID)("%s is recognised: %s", (language, text) => expect(foreignLanguageOf(normalised(text))).toBe(language));

	it.each(SAID)("%s is answered politely in it, where it is known, and in English: %s", (language, text) => {
		const replies = CHARACTERS.map((character) => lastReply(character, [text]));
		expect(new Set(replies).size).toBe(CHARACTERS.length);
		for (const reply of replies) expect(reply).toMatch(/English/);
		if (language === "other") return;
		const own: readonly string[] = LANGUAGE_LINES[language].lines;
		for (const reply of replies) expect(own.some((line) => reply.includes(line))).toBe(true);
	});

	it("is not found in English, nor in names and loan words", () => {
		const texts = openersWithTopics().map(([text]) => text);
		const others = [
			"Las Vegas",
			"Star Wars",
			"pizza margherita",
			"no",
			"déjà vu",
			"What does “c'est la vie” mean?",
			"El Niño",
			"thx",
		];
		expect([...texts, ...others].filter((text) => foreignLanguageOf(normalised(text)) !== null)).toEqual([]);
	});

	it("may be asked for: the reply says what it can do instead, in words that translate well", () => {
		for (const character of CHARACTERS) {
			const replies = rehearsed(character, [
				"Tell me about chickens",
				"Can you say that in Spanish?",
				"In French then?",
			]);
			expect(replies[1]).toMatch(/English|languages|translat|expert|read it to you/);
			expect(new Set(replies).size).toBe(3);
		}
	});
});
