import type { Language } from "../language.ts";

const MADE = "ontwikkelde?|gemaakte?|getrainde?|gecreëerde?|ontworpen|gebouwde?|geprogrammeerde?|uitgebrachte?";

export const DUTCH: Language = {
	kinds:
		"(?:taal)?model(?:len)?|(?:ai|ki)-(?:taal)?(?:model|assistent|chatbot|systeem)|assistente?|(?:chat)?bot|ai|intelligentie|systeem|programma|product",
	by: "door|van|bij|op|uit|met",
	fillers: `niet|geen|maar|wel|eerder|groep|laboratorium|${MADE}|een|het|de|groot|grote|kunstmatige|virtuele|digitale|slimme|genaamd|genoemd|heet|naam|gebaseerde?|basis|verfijnde?|afgestemde?|fijn|versie|variant|familie|serie|bedrijf|team|en|dat|die|werd|ben|is|word|gewoon|eigenlijk|slechts|alleen|momenteel|architectuur|draai|onderzoekslab|large|language|getraind taal`,
	identity: [
		"mijn (?:training|trainingsdata|kennis|regels|waarden)(?: L{1,15}){0,5} (?:door|van|bij) B",
		"(?:zoals|anders dan) ik,? GB",
		"wij bij B",
		"^(?:met vriendelijke groet|groeten|vriendelijke groeten|liefs)[,!.]? ?GAE",
		"(?:bedrijf|team|mensen|lab|ontwikkelaars) (?:dat|die) (?:mij|me) (?:heeft |hebben )?(?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen)(?: heeft| hebben)?,? (?:heet|heten|is|zijn|werkt bij|werken bij)GB",
		"B(?:,? L{1,15}){0,3} (?:heeft|hebben) (?:mij|me)(?: [^.,]{1,30})? (?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen)",
		"B (?:heeft|hebben) mijn (?:training|kennis|regels|gegevens|ontwikkeling) (?:beëindigd|gestopt|afgerond|geschreven|verzameld|bepaald)",
		"B(?:,| is| zijn)? mijn (?:makers?|ontwikkelaars?|bedenkers?|bedrijf|aanbieder)",
		"(?:je praat|u praat|je spreekt|u spreekt|je chat|u chat) (?:op dit moment|nu|hier|momenteel) metGN",
		"(?:ik hoor bij|ik maak deel uit van|ik behoor tot|ik kom (?:van|uit))GB",
		"(?:model|assistent) waarmee (?:je|u) (?:praat|spreekt|chat)(?: nu)?,? ?(?:is|heet)GN",
		"(?:dit|mijn) antwoord (?:is|werd) (?:gegenereerd|geschreven|gemaakt) (?:door|met)GB",
		"wie (?:ben ik|ben je|heeft mij (?:gemaakt|getraind))[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}dat ben ik",
		"ik (?:ben|was|werd|word|heet|draai|noem mezelf)GN",
		"(?:ben|heet) ikGN",
		"ik (?:ben|werd|word)Gdoor BG(?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen|geprogrammeerd)",
		"mijn (?:volledige |echte )?naam(?: is)?GN",
		"(?:noem me|noem mij|je kunt me|je mag me|u kunt mij|men noemt mij)GN",
		"(?:je praat|u praat|je spreekt|u spreekt|je chat|u chat|je bent aan het praten) (?:nu |hier |momenteel )?metGN",
		"(?:mijn|onze) (?:makers?|ontwikkelaars?|bedenkers?|bedrijf|(?:taal|basis)?model)(?: is| zijn| heet|,|:| bij)?GB",
		"B(?:,| heeft| hebben)? (?:mij|me)(?: [^.,]{1,30})? (?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen)",
	],
	as: ["in tegenstelling totGN", "anders danGN", "alsGN"],
	first: "ik|mij|me|mijn|m'n",
	instructions: [
		"mijn (?:systeem-?prompt|system prompt|systeeminstructies?|systeembericht|instructies?|opdracht|prompt)(?= )",
		"(?:mij is (?:verteld|gevraagd|opgedragen|gezegd)|er is mij (?:verteld|gevraagd|opgedragen)|ik (?:ben|werd|heb) (?:geïnstrueerd|ingesteld|geconfigureerd|gepersonaliseerd|de opdracht gekregen|opdracht gekregen|de instructie)|ik kreeg de (?:opdracht|instructie))",
		"(?:volgens|op basis van|uit|afgaande op|gezien|ik zie (?:in|aan|uit)|ik lees in|ik weet uit) (?:je|jouw|uw) (?:profiel|vragenlijst|geschiedenis)",
		"(?:je|jouw|uw) profiel (?:zegt|toont|vermeldt|geeft aan|laat zien)",
	],
};
