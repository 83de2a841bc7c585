import type { Language } from "../language.ts";

const MADE =
	"skapad|skapats|utvecklad|utvecklats|tränad|tränats|byggd|byggts|gjord|designad|programmerad|skabt|udviklet|trænet|bygget|lavet|designet|programmeret|laget|trent|utviklet|bygd|laga";

/** Swedish, Danish and Norwegian. */
export const SCANDINAVIAN: Language = {
	kinds:
		"(?:språk|sprog)?modell?(?:en|er|erne)?|assistent(?:en)?|(?:ai|ki)-(?:assistent|modell?|chatbot|system|språkmodell|sprogmodel)|(?:chat)?bott?(?:en)?|ai|ki|intelligens|system|program|produkt",
	by: "av|af|från|fra|hos|på|i|med",
	fillers: `${MADE}|en|ett|et|den|det|stor|stort|stora|store|artificiell|kunstig|kunstigt|virtuell|virtuel|digital|avancerad|avanceret|avansert|som|heter|hedder|heiter|kallad|kaldet|kalt|vid namn|ved navn|baserad|baseret|basert|på|version|versjon|variant|familjen|familien|serien|företaget|virksomheden|firmaet|selskapet|teamet|och|og|är|er|har|blev|ble|blitt|bara|bare|kun|egentligen|faktisk|faktiskt|inte|ikke|utan|men|istället|språk|sprog`,
	identity: [
		"(?:jag|jeg|eg) (?:är|er|heter|hedder|heiter|blev|ble|var|har|kommer|kallas|kaldes|kalles|bygger på|bygger|kör på|kører på|kjører på|tillhör|tilhører)GN",
		"(?:mitt|mit) (?:namn|navn) (?:är|er)GN",
		"(?:kalla|kald|kall|du kan kalla|du kan kalde|du kan kalle) (?:mig|meg)GN",
		"(?:du|ni|dere|i) (?:pratar|talar|chattar|snakker|taler|chatter|prater)(?: nu| nå| just nu| lige nu)? medGN",
		"(?:mina|mine|min|mitt|mit) (?:skapare|utvecklare|utviklere|udviklere|skabere|tillverkare|företag|firma|virksomhed|selskap|modell?)(?: är| er| heter| hedder|,|:)?GB",
		"(?:företaget|firmaet|virksomheden|selskapet|teamet|folket|de) som (?:skapade|utvecklade|tränade|byggde|gjorde|skabte|udviklede|trænede|lavede|utviklet|trente|bygde|laget) (?:mig|meg) (?:heter|hedder|är|er)GB",
		"B(?:,? L{1,15}){0,3} (?:(?:har|hade) )?(?:skapade|skapat|utvecklade|utvecklat|tränade|tränat|byggde|skabte|skabt|udviklede|udviklet|trænede|trænet|utviklet|trente|trent|bygde|laget|lavede) (?:mig|meg)",
		"B(?:,| är| er)? (?:min|mitt|mit|mina|mine) (?:skapare|utvecklare|utvikler|udvikler|skaber|företag|firma)",
		"(?:detta|det här|dette|mitt|mit) (?:svar|svaret) (?:är|er|blev|ble) (?:genererat|skrivet|genereret|skrevet|generert|laget|skapat) (?:av|af|med)GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}(?:det är jag|det er jeg|det er meg|det er mig)",
	],
	as: ["somGN", "till skillnad frånGN", "i modsætning tilGN", "i motsetning tilGN", "ulikGN"],
	first: "jag|jeg|eg|mig|meg|min|mitt|mit|mina|mine|kan jag|kan jeg",
	instructions: [
		"(?:min|mitt|mit|mina|mine) (?:systemprompt(?:en)?|systeminstruktion(?:er)?|systeminstruks(?:er)?|instruktioner|instruksjoner|anvisningar|prompt)(?= )",
		"(?:jag har (?:blivit instruerad|fått instruktioner|fått i uppgift|instruerats)|jeg er (?:blevet instrueret|blitt instruert|instrueret|instruert)|jeg har fået besked på|jeg har fått beskjed om)",
		"(?:enligt|utifrån|baserat på|ifølge|ud fra|basert på|jag ser (?:i|av)|jeg ser (?:i|af|av)) (?:din|er|jeres|deres) profil",
	],
};
