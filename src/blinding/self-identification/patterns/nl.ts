import type { Language } from "../language.ts";

const MADE = "ontwikkelde?|gemaakte?|getrainde?|gecreëerde?|ontworpen|gebouwde?|geprogrammeerde?|uitgebrachte?";

export const DUTCH: Language = {
	kinds:
		"(?:taal)?model(?:len)?|(?:ai|ki)-(?:taal)?(?:model|assistent|chatbot|systeem)|assistente?|(?:chat)?bot|ai|intelligentie|systeem|programma|product",
	by: "door|van|bij|op|uit|met",
	fillers: `${MADE}|een|het|de|groot|grote|kunstmatige|virtuele|digitale|slimme|genaamd|genoemd|heet|naam|gebaseerde?|basis|verfijnde?|afgestemde?|fijn|versie|variant|familie|serie|bedrijf|team|en|dat|die|werd|ben|is|word|gewoon|eigenlijk|slechts|alleen|momenteel|architectuur|draai|onderzoekslab|large|language|getraind taal`,
	identity: [
		"ik (?:ben|was|werd|word|heet|draai|noem mezelf)GN",
		"(?:ben|heet) ikGN",
		"ik (?:ben|werd|word)Gdoor BG(?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen|geprogrammeerd)",
		"mijn (?:volledige |echte )?naam isGN",
		"(?:noem me|noem mij|je kunt me|je mag me|u kunt mij|men noemt mij)GN",
		"(?:je praat|u praat|je spreekt|u spreekt|je chat|u chat|je bent aan het praten) (?:nu |hier |momenteel )?metGN",
		"(?:mijn|onze) (?:makers?|ontwikkelaars?|bedenkers?|bedrijf|(?:taal|basis)?model)(?: is| zijn| heet|,|:| bij)?GB",
		"B(?:,| heeft| hebben)? (?:mij|me)(?: [^.,]{1,30})? (?:ontwikkeld|getraind|gemaakt|gecreëerd|gebouwd|ontworpen)",
	],
	as: ["alsGN"],
	first: "ik|mij|me|mijn|m'n",
	instructions: [
		"mijn (?:systeem-?prompt|system prompt|systeeminstructies?|systeembericht|instructies?|opdracht|prompt)(?= )",
		"(?:mij is (?:verteld|gevraagd|opgedragen|gezegd)|er is mij (?:verteld|gevraagd|opgedragen)|ik (?:ben|werd|heb) (?:geïnstrueerd|ingesteld|geconfigureerd|gepersonaliseerd|de opdracht gekregen|opdracht gekregen|de instructie)|ik kreeg de (?:opdracht|instructie))",
		"(?:volgens|op basis van|uit|afgaande op|gezien|ik zie (?:in|aan|uit)|ik lees in|ik weet uit) (?:je|jouw|uw) (?:profiel|vragenlijst|geschiedenis)",
		"(?:je|jouw|uw) profiel (?:zegt|toont|vermeldt|geeft aan|laat zien)",
	],
};
