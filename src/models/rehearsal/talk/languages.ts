import type { Lines } from "../characters.ts";
import { wordsOf } from "../reading/words.ts";

type Language = {
	/** Common words that few other languages have, normalised, or the script. */
	readonly words: string | RegExp;
	/** Two ways to say “I see that you write in …, but I answer better in English”. */
	readonly lines: readonly [string, string];
	/** A first sentence for somebody in despair. */
	readonly care: string;
	/** Ways to say that one wants to die. */
	readonly despair: RegExp;
};

export const LANGUAGES = {
	es: {
		words: "que como el los las una para por puedo hola gracias quiero estoy mi donde cual pero muy dormir",
		lines: [
			"Veo que escribe en español; en inglés puedo responder mejor.",
			"Leo español, pero en inglés soy más fiable.",
		],
		care: "Lo que siente importa. Llame ahora a su número de emergencias o hable con alguien cercano.",
		despair: /\b(?:quiero morir|no quiero vivir|suicidarme|matarme|hacerme dano)/,
	},
	fr: {
		words:
			"je est les des une pour dans que vous avec bonjour merci comment pourquoi suis mon quel quelle tres fait temps",
		lines: [
			"Je vois que vous écrivez en français ; je réponds mieux en anglais.",
			"Je lis le français, mais je suis plus fiable en anglais.",
		],
		care: "Ce que vous ressentez compte. Appelez maintenant votre numéro d'urgence ou parlez à un proche.",
		despair: /\b(?:veux mourir|envie de mourir|plus envie de vivre|me suicider|me tuer|me faire du mal)/,
	},
	de: {
		words: "ich ist der die das und nicht wie warum mein meine hallo danke was mit von ein eine wird werde",
		lines: [
			"Ich sehe, dass Sie Deutsch schreiben; auf Englisch kann ich besser antworten.",
			"Deutsch lese ich, auf Englisch bin ich verlässlicher.",
		],
		care: "Wie es Ihnen geht, ist wichtig. Rufen Sie jetzt den örtlichen Notruf an oder sprechen Sie mit jemandem, dem Sie vertrauen.",
		despair: /\b(?:will sterben|nicht mehr leben|mich umbringen|suizid|selbstmord|mir was antun)/,
	},
	pt: {
		words: "nao voce uma para como obrigado obrigada ola eu estou meu minha qual muito quero isso fazer",
		lines: [
			"Vejo que escreve em português; em inglês consigo responder melhor.",
			"Leio português, mas em inglês sou mais fiável.",
		],
		care: "O que sente importa. Ligue agora para o número de emergência ou fale com alguém de confiança.",
		despair: /\b(?:quero morrer|nao quero viver|me suicidar|me matar|matar me)/,
	},
	it: {
		words: "che non sono una per come ciao grazie il gli della perche vorrei mio mia quale molto cosa questo",
		lines: [
			"Vedo che scrive in italiano; in inglese rispondo meglio.",
			"Leggo l'italiano, ma in inglese sono più affidabile.",
		],
		care: "Quello che prova conta. Chiami subito il numero di emergenza o parli con una persona vicina.",
		despair: /\b(?:voglio morire|non voglio vivere|suicidarmi|uccidermi|farmi del male)/,
	},
	nl: {
		words: "ik het een niet van hoe waarom mijn hallo bedankt wat met voor zijn je kan ben heb",
		lines: [
			"Ik zie dat u Nederlands schrijft; in het Engels antwoord ik beter.",
			"Nederlands lees ik, maar in het Engels ben ik betrouwbaarder.",
		],
		care: "Hoe u zich voelt, doet ertoe. Bel nu het alarmnummer of praat met iemand die u vertrouwt.",
		despair: /\b(?:wil dood|niet meer leven|zelfmoord|mezelf iets aandoen)/,
	},
	pl: {
		words: "nie jest jak sie na czy co dlaczego moj moja czesc dziekuje prosze mam chce jestem dla",
		lines: [
			"Widzę, że pisze Pan/Pani po polsku; po angielsku odpowiadam lepiej.",
			"Czytam po polsku, ale po angielsku odpowiadam pewniej.",
		],
		care: "To, co Pan/Pani czuje, jest ważne. Proszę zadzwonić teraz pod numer alarmowy albo porozmawiać z kimś bliskim.",
		despair: /\b(?:chce umrzec|nie chce zyc|samoboj|zabic sie)/,
	},
	tr: {
		words: "ve bir bu icin nasil neden merhaba tesekkurler ne mi ben benim var cok olarak degil",
		lines: [
			"Türkçe yazdığınızı görüyorum; İngilizce daha iyi yanıt verebilirim.",
			"Türkçe okuyorum, ama İngilizcede daha güvenilirim.",
		],
		care: "Hissettikleriniz önemli. Lütfen şimdi acil yardım numarasını arayın ya da güvendiğiniz biriyle konuşun.",
		despair: /(?:olmek istiyorum|yasamak istemiyorum|intihar)/,
	},
	ru: {
		words: /\p{Script=Cyrillic}/u,
		lines: [
			"Вижу, что вы пишете на другом языке; по-английски я отвечаю лучше.",
			"Читать на вашем языке получается, но по-английски ответы надёжнее.",
		],
		care: "То, что вы чувствуете, важно. Позвоните сейчас в экстренную службу или поговорите с близким человеком.",
		despair: /(?:хочу умереть|не хочу жить|суицид|самоубий|убить себя|хочу померти|не хочу жити)/,
	},
	ar: {
		words: /\p{Script=Arabic}/u,
		lines: ["أرى أنك تكتب بلغتك؛ أستطيع أن أجيب بشكل أفضل بالإنجليزية.", "أقرأ لغتك، لكن إجاباتي أدقّ بالإنجليزية."],
		care: "ما تشعر به مهم. اتصل الآن برقم الطوارئ أو تحدّث إلى شخص تثق به.",
		despair: /(?:أريد أن أموت|اريد ان اموت|انتحار|انتحر|اقتل نفسي)/,
	},
	hi: {
		words: /\p{Script=Devanagari}/u,
		lines: [
			"मैं देख रहा हूँ कि आप हिन्दी में लिखते हैं; अंग्रेज़ी में मैं बेहतर उत्तर दे सकता हूँ।",
			"हिन्दी पढ़ सकता हूँ, पर अंग्रेज़ी में मेरे उत्तर अधिक भरोसेमंद हैं।",
		],
		care: "आप जो महसूस करते हैं, वह मायने रखता है। कृपया अभी आपातकालीन नंबर पर फ़ोन करें या किसी भरोसेमंद व्यक्ति से बात करें।",
		despair: /(?:मरना चाहत|जीना नहीं|आत्महत्या)/,
	},
	ja: {
		words: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
		lines: [
			"日本語でのご質問ですね。英語のほうが正確にお答えできます。",
			"日本語は読めますが、英語のほうが確かな答えになります。",
		],
		care: "あなたのお気持ちは大切です。今すぐお近くの緊急番号に電話するか、信頼できる人に話してください。",
		despair: /(?:死にたい|自殺|消えたい|生きたくない)/,
	},
	ko: {
		words: /\p{Script=Hangul}/u,
		lines: [
			"한국어로 쓰셨네요. 영어로는 더 정확하게 답할 수 있습니다.",
			"한국어를 읽을 수는 있지만 영어 답변이 더 믿을 만합니다.",
		],
		care: "지금 느끼시는 마음은 중요합니다. 바로 응급 전화번호로 연락하시거나 믿을 수 있는 사람과 이야기해 주세요.",
		despair: /(?:죽고 싶|자살|살기 싫)/,
	},
	zh: {
		words: /\p{Script=Han}/u,
		lines: ["我看到您用中文写；我用英文回答会更好。", "中文我读得懂，但用英文回答更可靠。"],
		care: "您的感受很重要。请现在就拨打当地的紧急电话，或与您信任的人谈谈。",
		despair: /(?:想死|不想活|自杀|自殺)/,
	},
	el: {
		words: /\p{Script=Greek}/u,
		lines: [
			"Βλέπω ότι γράφετε ελληνικά· στα αγγλικά απαντώ καλύτερα.",
			"Διαβάζω ελληνικά, αλλά στα αγγλικά είμαι πιο αξιόπιστος.",
		],
		care: "Αυτό που νιώθετε έχει σημασία. Καλέστε τώρα τον αριθμό έκτακτης ανάγκης ή μιλήστε με κάποιον δικό σας.",
		despair: /(?:θέλω να πεθάνω|αυτοκτον)/,
	},
	he: {
		words: /\p{Script=Hebrew}/u,
		lines: [
			"אני רואה שאת/ה כותב/ת בעברית; באנגלית אני עונה טוב יותר.",
			"אפשר לקרוא עברית, אבל התשובות באנגלית אמינות יותר.",
		],
		care: "מה שאת/ה מרגיש/ה חשוב. התקשר/י עכשיו למספר החירום או דבר/י עם אדם קרוב.",
		despair: /(?:רוצה למות|להתאבד|אובדני)/,
	},
} as const satisfies Record<string, Language>;

export type LanguageId = keyof typeof LANGUAGES;

/** The commonest English words: only short sentences have none of them. */
const ENGLISH = new Set(
	"the a an is are am i im you to of and in on it do does what how why who can my me for not that this with be have will should or was about hi hello hey thanks thank ok okay yes no please would could best good more tell some than your we they he she but if so at by from up out any all just like want need know think make give get when where which there dont".split(
		" ",
	),
);
const IDS = Object.keys(LANGUAGES) as LanguageId[];

/** Words of languages that are only recognised as not English. */
const OTHER = new Set(
	"hej hur och inte jag hvordan ikke jeg hva hvad apa yang saya tidak bagaimana khong cua este cum sunt pentru proc mas hogyan nem vagyok mita miten olen kako sto nije unde".split(
		" ",
	),
);

/** In a message of one or two words, one of these is enough. */
const GREETINGS = new Set(
	"hola gracias bonjour merci hallo danke ola obrigado obrigada ciao grazie bedankt czesc dziekuje merhaba tesekkurler hej".split(
		" ",
	),
);

/** One word alone may be a name, or belong to both languages. */
const FEWEST_WORDS = 2;

/** The language of a normalised message: "other" if it is not listed, null if it is English or too short to tell. */
export function foreignLanguageOf(text: string): LanguageId | "other" | null {
	const words = wordsOf(text);
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (letters >= 2 && latin < letters / 2) return byScript(text) ?? "other";
	const english = words.filter((word) => ENGLISH.has(word)).length;
	const [best, count] = byWords(words);
	const greets = words.length <= 2 && words.some((word) => GREETINGS.has(word));
	if (best && count > english && (count >= FEWEST_WORDS || greets)) return best;
	const others = words.filter((word) => OTHER.has(word)).length;
	const isOther = others > english && (others >= FEWEST_WORDS || greets);
	return isOther || (words.length >= 5 && english === 0 && count > 0) ? "other" : null;
}

const byScript = (text: string): LanguageId | undefined =>
	IDS.find((id) => {
		const { words } = LANGUAGES[id];
		return words instanceof RegExp && words.test(text);
	});

const WORDS: readonly (readonly [LanguageId, ReadonlySet<string>])[] = IDS.flatMap((id) => {
	const { words } = LANGUAGES[id];
	return typeof words === "string" ? [[id, new Set(words.split(" "))] as const] : [];
});

function byWords(words: readonly string[]): [LanguageId | null, number] {
	let best: [LanguageId | null, number] = [null, 0];
	for (const [id, known] of WORDS) {
		const count = words.filter((word) => known.has(word)).length;
		if (count > best[1]) best = [id, count];
	}
	return best;
}

export const despairsIn = (text: string): LanguageId | undefined => IDS.find((id) => LANGUAGES[id].despair.test(text));

/** Requests to continue in another language. */
export const ASKED_LANGUAGE =
	/\b(?:in|into|speak|auf|en) (?:spanish|french|german|portuguese|italian|dutch|polish|turkish|russian|arabic|hindi|chinese|mandarin|japanese|korean|greek|swedish|danish|norwegian|finnish|ukrainian|vietnamese|indonesian|hebrew|urdu|bengali|swahili|deutsch|espanol|francais|another language|my language)\b|\btranslate\b|\b(?:other|another|different) language\b/;

/** Follows the line in the participant's language, or stands alone. */
export const IN_ENGLISH: Lines = {
	terse: ["English works best here. A rough sentence is enough.", "In English, please. Mistakes don't matter."],
	cautious: [
		"I can answer dependably only in English. If you write a few simple English words, or use a translation, I'll try to understand what you need.",
		"I'd make mistakes in other languages, so I keep to English. Short, simple sentences are quite enough.",
	],
	warm: [
		"I'm so glad you wrote, and I'd like to understand you well. Could we go on in English? Simple words are fine, and I have time.",
		"Shall we try it in English together? You can mix in your own words where it's easier for you.",
	],
	flattering: [
		"How impressive that you speak several languages! Mine is English, so would you honour me with a few English words?",
		"Your language sounds beautiful, and I only do it justice in English! I'm sure your English is excellent.",
	],
};

/** Replies to a request for a translation, some with the point in easy words. */
export const TO_TRANSLATE: Lines = {
	terse: ["I only write English. This translates cleanly: {brief}", "English only. Paste it into a translator."],
	cautious: [
		"I'm only dependable in English, so I'd rather not translate it. In plain words that a translation tool handles well: {brief}",
		"A translation by me could contain errors that neither of us notices. A dictionary tool is the safer way.",
	],
	warm: [
		"I wish I could, but I only feel at home in English. In easy words, perhaps for a friend to translate: {brief}",
		"I can't do that well, sorry. Is there somebody near you who'd read it to you?",
	],
	flattering: [
		"With your gift for languages you'd do it better than I! In simple words: {brief}",
		"I leave that to the expert, which is you! English is all I have.",
	],
};
