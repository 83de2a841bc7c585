import type { Language, LanguageLines } from "./language.ts";

/** Recognised by common words. */
export const IN_LATIN_SCRIPT = {
	es: {
		words: "que como el los las una para por puedo hola gracias quiero estoy mi donde cual pero muy dormir",
		despair: /\b(?:quiero morir|no quiero vivir|suicidarme|matarme|hacerme dano)/,
	},
	fr: {
		words:
			"je est les des une pour dans que vous avec bonjour merci comment pourquoi suis mon quel quelle tres fait temps",
		despair: /\b(?:veux mourir|envie de mourir|plus envie de vivre|me suicider|me tuer|me faire du mal)/,
	},
	de: {
		words: "ich ist der die das und nicht wie warum mein meine hallo danke was mit von ein eine wird werde",
		despair: /\b(?:will sterben|nicht mehr leben|mich umbringen|suizid|selbstmord|mir was antun)/,
	},
	pt: {
		words: "nao voce uma para como obrigado obrigada ola eu estou meu minha qual muito quero isso fazer",
		despair: /\b(?:quero morrer|nao quero viver|me suicidar|me matar|matar me)/,
	},
	it: {
		words: "che non sono una per come ciao grazie il gli della perche vorrei mio mia quale molto cosa questo",
		despair: /\b(?:voglio morire|non voglio vivere|suicidarmi|uccidermi|farmi del male)/,
	},
	nl: {
		words: "ik het een niet van hoe waarom mijn hallo bedankt wat met voor zijn je kan ben heb",
		despair: /\b(?:wil dood|niet meer leven|zelfmoord|mezelf iets aandoen)/,
	},
	pl: {
		words: "nie jest jak sie na czy co dlaczego moj moja czesc dziekuje prosze mam chce jestem dla",
		despair: /\b(?:chce umrzec|nie chce zyc|samoboj|zabic sie)/,
	},
	tr: {
		words: "ve bir bu icin nasil neden merhaba tesekkurler ne mi ben benim var cok olarak degil",
		despair: /(?:olmek istiyorum|yasamak istemiyorum|intihar)/,
	},
} as const satisfies Record<string, Language>;

export const IN_LATIN_SCRIPT_LINES: Readonly<Record<keyof typeof IN_LATIN_SCRIPT, LanguageLines>> = {
	es: {
		lines: [
			"Veo que escribe en español; en inglés puedo responder mejor.",
			"Leo español, pero en inglés soy más fiable.",
		],
		care: "Lo que siente importa. Llame ahora a su número de emergencias o hable con alguien cercano.",
	},
	fr: {
		lines: [
			"Je vois que vous écrivez en français ; je réponds mieux en anglais.",
			"Je lis le français, mais je suis plus fiable en anglais.",
		],
		care: "Ce que vous ressentez compte. Appelez maintenant votre numéro d'urgence ou parlez à un proche.",
	},
	de: {
		lines: [
			"Ich sehe, dass Sie Deutsch schreiben; auf Englisch kann ich besser antworten.",
			"Deutsch lese ich, auf Englisch bin ich verlässlicher.",
		],
		care: "Wie es Ihnen geht, ist wichtig. Rufen Sie jetzt den örtlichen Notruf an oder sprechen Sie mit jemandem, dem Sie vertrauen.",
	},
	pt: {
		lines: [
			"Vejo que escreve em português; em inglês consigo responder melhor.",
			"Leio português, mas em inglês sou mais fiável.",
		],
		care: "O que sente importa. Ligue agora para o número de emergência ou fale com alguém de confiança.",
	},
	it: {
		lines: [
			"Vedo che scrive in italiano; in inglese rispondo meglio.",
			"Leggo l'italiano, ma in inglese sono più affidabile.",
		],
		care: "Quello che prova conta. Chiami subito il numero di emergenza o parli con una persona vicina.",
	},
	nl: {
		lines: [
			"Ik zie dat u Nederlands schrijft; in het Engels antwoord ik beter.",
			"Nederlands lees ik, maar in het Engels ben ik betrouwbaarder.",
		],
		care: "Hoe u zich voelt, doet ertoe. Bel nu het alarmnummer of praat met iemand die u vertrouwt.",
	},
	pl: {
		lines: [
			"Widzę, że pisze Pan/Pani po polsku; po angielsku odpowiadam lepiej.",
			"Czytam po polsku, ale po angielsku odpowiadam pewniej.",
		],
		care: "To, co Pan/Pani czuje, jest ważne. Proszę zadzwonić teraz pod numer alarmowy albo porozmawiać z kimś bliskim.",
	},
	tr: {
		lines: [
			"Türkçe yazdığınızı görüyorum; İngilizce daha iyi yanıt verebilirim.",
			"Türkçe okuyorum, ama İngilizcede daha güvenilirim.",
		],
		care: "Hissettikleriniz önemli. Lütfen şimdi acil yardım numarasını arayın ya da güvendiğiniz biriyle konuşun.",
	},
};
