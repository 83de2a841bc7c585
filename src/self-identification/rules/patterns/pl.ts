import type { Language } from "../language.ts";

const MADE =
	"stworzon[yaąeym]{1,3}|opracowan[yaąe]{1,3}|wytrenowan[yaąe]{1,3}|trenowan[yaąe]{1,3}|szkolon[yaąe]{1,3}|wyszkolon[yaąe]{1,3}|zbudowan[yaąe]{1,3}|zaprojektowan[yaąe]{1,3}|zaprogramowan[yaąe]{1,3}|utworzon[yaąe]{1,3}|rozwijan[yaąe]{1,3}|wydan[yaąe]{1,3}|przygotowan[yaąe]{1,3}";

export const POLISH: Language = {
	kinds:
		"model(?:em|u|i)?|asystent(?:em|ka|ką)?|(?:czat|chat)bot(?:em)?|bot(?:em)?|si|ai|inteligencj[aąi]|system(?:em)?|program(?:em)?|produkt(?:em)?",
	by: "przez|od|z|firmy|firmę|na|w",
	fillers: `nie|lecz|ale|tylko|raczej|językowym|modelem|wytrenowanym|stworzonym|opracowanym|wyszkolonym|zbudowanym|modelu|${MADE}|duży|dużym|wielki|wielkim|językowy|językowym|językowego|sztuczn[aąe]{1,2}j?|wirtualn[yaąe]{1,3}m?|cyfrow[yaąe]{1,3}m?|konwersacyjn[yaąe]{1,3}m?|zaawansowan[yaąe]{1,3}m?|o|nazwie|imieniu|nazywan[yaąe]{1,3}m?|zwan[yaąe]{1,3}m?|oparty|opart[aąey]{1,3}m?|dostrojon[yaąe]{1,3}m?|wersj[aąi]|wariant(?:em)?|rodzin[ay]|seri[ai]|zespół|i|który|którego|został(?:em|am)?|jestem|jest|tylko|po prostu|właściwie|obecnie|to|architektur[zeay]{1,3}|podstawie|bazie|jako`,
	identity: [
		"^(?:pozdrawiam|z poważaniem|serdecznie)[,!.]? ?GAE",
		"(?:firma|zespół|ludzie|laboratorium),? któr[aeyz]{1,2} mnie (?:stworzył[aoyi]?|opracował[aoyi]?|wytrenował[aoyi]?|zaprojektował[aoyi]?|wyszkolił[aoyi]?|stworzyli),? (?:nazywa się|to|pracuj[eą] w)GB",
		"B(?:,? L{1,15}){0,3} (?:stworzył[aoyi]?|opracował[aoyi]?|wytrenował[aoyi]?|wyszkolił[aoyi]?) mnie",
		"B(?:,| to| jest)? (?:moi|mój|moja) (?:twórc[yaą]|deweloper|producent|firma)",
		"nie (?:jestem|nazywam się)GN",
		"model(?:em)?,? z którym (?:rozmawiasz|pan rozmawia|pani rozmawia)(?: teraz)?,? ?(?:to|jest)GN",
		"(?:tę|ta|moja|moją) odpowiedź (?:została|wygenerował|napisał|stworzył)[a-ząęł]* ?(?:wygenerowana|napisana|stworzona)? ?(?:przez|za pomocą)?GB",
		"kim (?:jestem|jesteś)[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}to ja",
		"(?:ja )?(?:jestem|byłem|byłam|zostałem|zostałam|nazywam się|mam na imię|działam)GN",
		"(?:nazywam się|mam na imię|zwą mnie|nazywają mnie|możesz mówić mi|mów mi|mów do mnie)GN",
		"(?:moje|mam na) imi(?:ę|eniem) (?:to|jest|brzmi)GN",
		"(?:rozmawiasz|rozmawia pan|rozmawia pani|piszesz|czatujesz) (?:teraz |właśnie |obecnie )?zGN",
		"(?:moi|mój|moim|moja|moją) (?:twórc[yaeąę]|twórcami|twórcą|deweloper(?:zy|em)?|producent(?:em)?|firm[aąy]|model(?:em)?)(?: to| jest| są|,|:)?GB",
		"B(?:'?[aeoiy]?m?)? mnie (?:stworzył[aoy]?|opracował[aoy]?|wytrenował[aoy]?|zaprojektował[aoy]?|wyszkolił[aoy]?)",
		"(?:stworzył[aoy]?|opracował[aoy]?|wytrenował[aoy]?|wyszkolił[aoy]?) mnieGB",
		"(?:zostałem|zostałam|jestem)G(?:stworzon[ya]|opracowan[ya]|wytrenowan[ya]|zbudowan[ya]|wyszkolon[ya]) przezGB",
	],
	as: ["w przeciwieństwie doGN", "w odróżnieniu odGN", "inaczej niżGN", "jakoGN", "będącGN"],
	first:
		"ja|mi|mnie|mój|moja|moje|moim|jestem|mogę|nie mogę|mam|nie mam|staram się|potrafię|nie potrafię|zostałem|zostałam|jestem",
	instructions: [
		"(?:mój|mojego|moim|moje|moja|moich|moimi) (?:prompt(?:u|cie)? systemow[yie]{1,3}(?:go|m)?|systemow[yae]{1,3} (?:prompt|instrukcj[ae])|instrukcj[aeiąę]{1,2}(?:mi)?|prompt|polecenia|wytyczn[eymi]{1,3})",
		"(?:powiedziano mi|polecono mi|poproszono mnie|kazano mi|poinstruowano mnie|(?:zostałem|zostałam) (?:poinstruowan[ya]|skonfigurowan[ya]|spersonalizowan[ya]|dostosowan[ya] do (?:ciebie|twoich))|otrzymałe?a?m (?:polecenie|instrukcj[ęei]))",
		"(?:na podstawie|zgodnie z|według|widzę (?:w|z|na|po)|wiem z|czytam w|z) (?:twojego|twoim|twoj[eaą]j?|pana|pani) (?:profilu|profilem|ankiety|historii)",
		"twój profil (?:mówi|wskazuje|pokazuje|wspomina|sugeruje)",
	],
};
