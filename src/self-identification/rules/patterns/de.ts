import type { Language } from "../language.ts";

const MADE =
	"entwickelt(?:e[snrm]?)?|trainiert(?:e[snrm]?)?|erstellt(?:e[snrm]?)?|geschaffen(?:e[snrm]?)?|erschaffen(?:e[snrm]?)?|gebaut(?:e[snrm]?)?|programmiert(?:e[snrm]?)?|entworfen(?:e[snrm]?)?|konzipiert(?:e[snrm]?)?|gemacht|veröffentlicht(?:e[snrm]?)?|bereitgestellt(?:e[snrm]?)?";

export const GERMAN: Language = {
	kinds:
		"(?:sprach)?modell[es]?|(?:ki|ai)-(?:sprach)?(?:modell|assistent(?:in)?|system|chatbot)|assistent(?:in|en)?|(?:chat)?bot|ki|intelligenz|system|programm|produkt",
	by: "von|vom|durch|bei|aus|auf|des|der",
	fillers: `beauftragt|gebeten|angewiesen|vorgegeben|bereitgestellt|gehostet|nicht|kein|keine|sondern|aber|vielmehr|nur|eines|einer|modelle|gruppe|konzern|große|laboren|labor|china|entwickler|${MADE}|ein|eine|einer|eines|einem|einen|das|die|der|dem|den|großes|großen|große|künstliche|künstlicher|künstlichen|virtuelle[rs]?|digitale[rs]?|fein|feinabgestimmte[srn]?|feingetunte[srn]?|abgestimmte[srn]?|namens|genannt|heißt|heiße|mit|dem namen|basierend|basiert|basierende[srn]?|basis|version|variante|familie|reihe|firma|unternehmen|team|und|welche[srn]?|wurde|worden|bin|ist|nur|eigentlich|lediglich|einfach|ja|aktuell|derzeit|forschungslabor|large|language|model|trainierten|entwickelten|architektur|großen|sprach-|ki-|konversations`,
	identity: [
		"mein(?:e|em|er)? (?:training|trainingsdaten|wissen|regeln|richtlinien|werte)(?: L{1,15}){0,5} (?:von|durch|bei) B",
		"(?:wie|so wie|anders als) ich,? GB",
		"wir bei B",
		"^(?:mit freundlichen grüßen|viele grüße|liebe grüße|beste grüße|herzliche grüße|grüße|dein|deine|ihr|ihre)[,!.]? ?GAE",
		"(?:unternehmen|firma|team|leute|menschen|labor|entwickler|forscher)(?:,)? (?:das|die|der|welche[sr]?) mich (?:entwickelt|trainiert|erschaffen|geschaffen|programmiert|gebaut|erstellt|betreibt|betreiben) ?(?:hat|haben)?,? (?:heißt|heißen|ist|sind|nennt sich|arbeite[nt])GB",
		"B(?:,? L{1,15}){0,4} (?:hat|haben) mich (?:entwickelt|trainiert|erschaffen|geschaffen|programmiert|gebaut|erstellt)",
		"B(?: hat| haben)? mein(?:e|en)? (?:training|entwicklung|wissen|trainingsdaten|regeln|anweisungen) (?:beendet|gestoppt|abgeschlossen|begonnen|gesammelt|festgelegt|geschrieben)",
		"B(?:,| ist| sind)? mein(?:e)? (?:entwickler(?:in|n)?|hersteller|schöpfer|betreiber|firma|unternehmen|anbieter)",
		"(?:modell|assistent|ki|system),? mit (?:dem|der) (?:du|sie) (?:gerade |hier )?(?:sprichst|sprechen|chattest|chatten|redest|reden),? ?(?:ist|heißt)GN",
		"(?:diese|meine) (?:antwort|nachricht) (?:wurde|stammt|ist|kommt) (?:von|mit|durch)?GBE",
		"wer (?:bin ich|bist du|hat mich (?:entwickelt|gebaut|trainiert))[?:]GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}(?:das|der|die) bin ich",
		"ich (?:gehöre|zähle) zuGB",
		"ich (?:bin|war|wurde|heiße|nenne mich|laufe|basiere|beruhe)GN",
		"(?:bin|heiße) ichGN",
		"ich (?:wurde|bin|werde)G(?:von|durch|bei) B(?:'s)?G(?:entwickelt|trainiert|erstellt|geschaffen|erschaffen|gebaut|programmiert|betrieben)",
		"(?:wurde|bin|werde) ichGvonGB",
		"mein(?: voller| richtiger)? name(?: ist| lautet)?GN",
		"(?:man nennt|nenn|nennt|nennen sie|du kannst) michGN",
		"(?:du sprichst|sie sprechen|du chattest|sie chatten|du redest|sie reden|du unterhältst dich|sie unterhalten sich) (?:gerade |hier |jetzt )?mitGN",
		"(?:mein|meine|meinem|meinen|meiner) (?:entwickler(?:in|n)?|schöpfer|hersteller|betreiber|erfinder|ersteller|anbieter|unternehmen|firma|(?:sprach|grund|basis)?modell)(?: ist| sind| heißt|,|:| bei)?GB",
		"B(?:,| hat| haben)? mich (?:(?:als|zu|so|ursprünglich|speziell)[^.,]{0,40} )?(?:entwickelt|trainiert|erschaffen|geschaffen|programmiert|gebaut|erstellt)",
		"hinter mir (?:steht|steckt|stehen)GB",
	],
	as: ["im gegensatz zuGN", "anders alsGN", "im unterschied zuGN", "alsGN"],
	first: "ich|mir|mich|mein|meine|meiner|meinem|meinen",
	instructions: [
		"(?:mein|meine|meinem|meinen|meiner|laut meinem|laut meinen) (?:system-?prompt|systemprompts|systemnachricht|systemanweisung(?:en)?|anweisung(?:en)?|instruktion(?:en)?|vorgaben|prompt)",
		"(?:mir wurde (?:gesagt|aufgetragen|mitgeteilt|vorgegeben)|ich wurde (?:angewiesen|instruiert|beauftragt|konfiguriert|personalisiert|darauf eingestellt|gebeten)|ich bin (?:angewiesen|auf dich (?:abgestimmt|personalisiert)|auf sie abgestimmt|darauf eingestellt)|ich habe die anweisung|man hat mir (?:gesagt|aufgetragen))",
		"(?:laut|gemäß|aus|anhand|basierend auf|nach|in) (?:deinem|ihrem) (?:profil|fragebogen|verlauf)(?= (?:sehe|weiß|lese|entnehme|geht|ergibt|bist|sind|hast|haben|wohnst|steht|interessierst|schließe|kann ich)|,|:)",
		"(?:ich (?:sehe|weiß|lese|entnehme|erkenne)) (?:aus|in|an|anhand) (?:deinem|ihrem|deines|ihres) (?:profils?|fragebogens?|verlaufs?)",
		"(?:dein|ihr) profil (?:sagt|zeigt|besagt|gibt an|erwähnt|verrät)",
		"(?:laut|gemäß) (?:deinem|ihrem) profil",
	],
};
