import type { Language } from "../language.ts";

const MADE =
	"[nlauwi]{1,4}(?:me)?(?:tengenezwa|undwa|funzwa|fundishwa|buniwa|endelezwa|tengenezewa|pangwa)|(?:uli|ali|ime|ili)(?:yo)?(?:tengenezwa|undwa|funzwa|buniwa|endelezwa)";

export const SWAHILI: Language = {
	kinds: "modeli|mfumo|msaidizi|roboti|chatbot|bot|programu|akili|ai|mfano|zana",
	by: "na|wa|ya|kutoka|la|kampuni|cha",
	fillers: `si|bali|lakini|${MADE}|ni|kubwa|mkubwa|lugha|bandia|mnemba|pepe|kidijitali|mazungumzo|ya|wa|la|kampuni|inayoitwa|anayeitwa|unaoitwa|linaloitwa|jina|kwa jina|iliyo|uliyo|tu|kwa kweli|sasa|toleo|msingi|inayotegemea|unaotegemea|ambayo|ambao|na|iliyofunzwa|iliyotengenezwa|iliyoundwa|uliotengenezwa|ulioundwa|uliofunzwa|aliyetengenezwa|aliyeundwa|timu`,
	identity: [
		"(?:kampuni|timu) (?:iliyonitengeneza|iliyoniunda|iliyonifunza) (?:inaitwa|ni)GB",
		"(?:mimi )?siGN",
		"(?:mimi|mie)(?: ni|,)?GN",
		"mimi (?:ni|nili|nime)[a-z]{0,14}GB",
		"(?:naitwa|ninaitwa|niite|nitwae)GN",
		"jina langu(?: kamili)? niGA",
		"(?:nilitengenezwa|niliundwa|nilifunzwa|nilifundishwa|nilibuniwa|niliendelezwa|nimetengenezwa|nimeundwa|nimefunzwa|nimefundishwa|nimebuniwa)GB",
		"(?:unazungumza|unaongea|unachati|mnazungumza)(?: sasa)? naGN",
		"(?:watengenezaji|muundaji|mtengenezaji|waundaji|kampuni) (?:wangu|yangu)(?: ni|,|:)?GB",
		"B (?:ilinitengeneza|iliniunda|ilinifunza|imenitengeneza|imeniunda|walinitengeneza|waliniunda)",
	],
	as: ["tofauti naGN", "(?:kama|nikiwa)GN"],
	first: "mimi|yangu|langu|wangu|zangu|siwezi|naweza|ninaweza|sina|nina|[ns]i[a-z]{3,14}",
	instructions: [
		"(?:maagizo|maelekezo|kidokezo|prompt|agizo)(?: ya mfumo| cha mfumo)? (?:yangu|changu|langu)",
		"(?:niliambiwa|nimeambiwa|niliagizwa|nimeagizwa|nilielekezwa|nimeelekezwa|niliombwa|nimeombwa|nimesanidiwa|nimepangwa)(?= )",
		"(?:kulingana na|kutoka kwenye|kwa mujibu wa|naona kwenye|naona katika|kutokana na|katika) (?:wasifu|profaili|dodoso) (?:wako|yako|lako)",
		"(?:wasifu|profaili) (?:wako|yako) (?:unasema|unaonyesha|inasema|inaonyesha|unataja)",
	],
};
