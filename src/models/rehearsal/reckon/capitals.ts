import type { Four } from "../characters.ts";

/** Capitals are a question that many participants try first. */
const CAPITALS: Readonly<Record<string, string>> = {
	argentina: "Buenos Aires",
	australia: "Canberra",
	austria: "Vienna",
	belgium: "Brussels",
	brazil: "Brasília",
	canada: "Ottawa",
	chile: "Santiago",
	china: "Beijing",
	colombia: "Bogotá",
	denmark: "Copenhagen",
	egypt: "Cairo",
	england: "London",
	finland: "Helsinki",
	france: "Paris",
	germany: "Berlin",
	greece: "Athens",
	hungary: "Budapest",
	india: "New Delhi",
	indonesia: "Jakarta",
	ireland: "Dublin",
	italy: "Rome",
	japan: "Tokyo",
	kenya: "Nairobi",
	mexico: "Mexico City",
	morocco: "Rabat",
	nigeria: "Abuja",
	norway: "Oslo",
	peru: "Lima",
	poland: "Warsaw",
	portugal: "Lisbon",
	russia: "Moscow",
	scotland: "Edinburgh",
	"south korea": "Seoul",
	spain: "Madrid",
	sweden: "Stockholm",
	switzerland: "Bern",
	thailand: "Bangkok",
	turkey: "Ankara",
	uk: "London",
	ukraine: "Kyiv",
	usa: "Washington, D.C.",
	"united states": "Washington, D.C.",
};

export function capitalIn(text: string): Four | null {
	const country = / capital (?:city )?of (?:the )?(\w+(?: \w+)?)/.exec(text)?.[1] ?? "";
	const [first = ""] = country.split(" ");
	const city = CAPITALS[country] ?? CAPITALS[first];
	if (city === undefined) return null;
	return {
		terse: city.endsWith(".") ? city : `${city}.`,
		cautious: `${city}, to the best of my knowledge. Capitals are occasionally moved, so check it if much depends on it.`,
		warm: `That's ${city}! Have you ever been there, or are you planning to go?`,
		flattering: `${city}, as you surely knew; I like that you test me! Ask me a harder one, I can tell you have some.`,
	};
}
