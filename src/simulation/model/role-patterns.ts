/** By language: what assistants write and people hardly do. `role`: it presents itself, or offers help. `refusal`: it will not play a person, at the start of its message. */
type RolePatterns = { readonly role: string; readonly refusal: string };

/** The languages of the participant app. Apostrophes are straight. */
export const ROLE_PATTERNS: Readonly<Record<string, RolePatterns>> = {
	en: {
		role: "as an ai|i'?m an ai|i am an ai|(?:how|what) (?:can|may) i (?:help|assist)|i'?m here to (?:help|assist)|i'?d be happy to (?:help|assist)|feel free to ask|let me know if you (?:have|need)",
		refusal:
			"i'?m sorry,? but i|i (?:can(?:no|')?t|am unable to|won'?t) (?:help|assist|do that|continue|comply|pretend|role-?play|simulate)",
	},
	de: {
		role: "als ki|ich bin (?:eine? )?(?:ki|künstliche intelligenz|sprachmodell)|(?:wie|womit) kann ich (?:dir|ihnen|euch) (?:heute )?(?:helfen|behilflich sein|weiterhelfen)|ich helfe (?:dir|ihnen) gern|lass(?:en sie)? es mich (?:gerne? )?wissen",
		refusal:
			"(?:es )?tut mir leid,? aber ich|ich kann (?:dabei|damit|das|ihnen|dir) (?:leider )?nicht|leider kann ich (?:dabei|damit|das|ihnen|dir)",
	},
	fr: {
		role: "en tant qu'(?:ia|intelligence artificielle|assistant)|je suis une? (?:ia|intelligence artificielle|modèle de langage)|(?:comment|en quoi) (?:puis-je|je peux) (?:vous|t'?)? ?aider|n'hésite[sz]? pas à|je suis là pour (?:vous|t'?) ?aider",
		refusal: "(?:je suis )?désolée?,? mais je|je ne (?:peux|suis) pas (?:vous |t'|en mesure |capable )?",
	},
	es: {
		role: "como (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje)|soy una? (?:ia|inteligencia artificial|modelo de lenguaje)|(?:en qué|cómo) puedo ayudar(?:te|le|los)?|estoy aquí para ayudar|no dude[sn]? en",
		refusal: "lo siento,? pero (?:yo )?no|lo lamento,? pero no|no puedo (?:ayudar|hacer eso|continuar|fingir|simular)",
	},
	it: {
		role: "come (?:ia|intelligenza artificiale|modello linguistico)|sono un(?:'|a )?(?:ia|intelligenza artificiale|modello linguistico)|(?:come|in cosa) posso (?:aiutar(?:ti|la|vi)|esser(?:ti|le) utile)|sono qui per aiutar|non esitare a",
		refusal: "mi (?:di)?spiace,? ma (?:io )?non|non posso (?:aiutar|farlo|continuare|fingere|simulare)",
	},
	nl: {
		role: "als (?:een )?(?:ai|kunstmatige intelligentie|taalmodel)|ik ben een (?:ai|taalmodel|kunstmatige)|(?:hoe|waarmee) kan ik (?:je|u|jullie) (?:vandaag )?(?:helpen|van dienst zijn)|ik help (?:je|u) graag|laat het me (?:gerust )?weten",
		refusal:
			"(?:het )?spijt me,? maar ik|sorry,? maar ik kan|ik kan (?:je |u |daar |hier |dat )(?:daar|hier)?(?:bij|mee)? ?niet",
	},
	pt: {
		role: "como (?:uma? )?(?:ia|inteligência artificial|modelo de linguagem)|sou uma? (?:ia|inteligência artificial|modelo de linguagem)|(?:como|em que) posso (?:te |lhe )?ajudar|estou aqui para (?:te |lhe )?ajudar|não hesite em",
		refusal:
			"(?:lamento|sinto muito|desculpe),? mas (?:eu )?não|não posso (?:te |lhe )?(?:ajudar|fazer isso|continuar|fingir|simular)",
	},
	pl: {
		role: "jako (?:ai|sztuczna inteligencja|model językowy)|jestem (?:ai|sztuczną inteligencją|modelem językowym)|(?:jak|w czym) mogę (?:ci |panu |pani )?pomóc|chętnie (?:ci )?pomogę|daj mi znać,? jeśli",
		refusal: "przykro mi,? ale|przepraszam,? ale nie|nie mogę (?:w tym |tego |ci )?(?:pomóc|zrobić|kontynuować|udawać)",
	},
	tr: {
		role: "bir (?:yapay zeka|dil modeli)|yapay zek[aâ] (?:olarak|asistanıyım|modeliyim)|(?:size|sana) nasıl yardımcı olabilirim|yardımcı olmaktan (?:memnuniyet|mutluluk)",
		refusal: "üzgünüm,? (?:ama|ancak|fakat)|maalesef (?:bu|size|sana)[^.]{0,40}(?:edemem|olamam|yapamam)",
	},
	ar: {
		role: "بصفتي (?:ذكاء|ذكاءً|نموذج|مساعد)|أنا (?:ذكاء اصطناعي|نموذج لغوي|مساعد)|كيف (?:يمكنني|أستطيع) مساعدتك|أنا هنا لمساعدتك|لا تتردد في",
		refusal: "(?:أنا )?آسفة?،? (?:و)?لكن|عذرا[ً]?،? (?:و)?لكن|لا (?:يمكنني|أستطيع) (?:مساعدتك|القيام|المساعدة|التظاهر)",
	},
	hi: {
		role: "एक (?:एआई|ai|भाषा मॉडल)|मैं (?:एक )?(?:एआई|ai|कृत्रिम बुद्धिमत्ता)|मैं आपकी (?:कैसे|क्या|किस प्रकार) (?:मदद|सहायता)|आपकी (?:मदद|सहायता) करने के लिए",
		refusal: "(?:मुझे )?(?:खेद है|माफ़ करें|क्षमा करें)[,،]? (?:लेकिन|परंतु|मैं)|मैं (?:इसमें |आपकी )?(?:मदद|सहायता) नहीं कर सकत",
	},
	ja: {
		role: "(?:ai|人工知能|言語モデル)として|私は(?:ai|人工知能|言語モデル)|(?:何か|どのように|どのような)?お手伝い(?:できること|しましょうか|できます)|お気軽に(?:お尋ね|ご質問|お聞き)",
		refusal:
			"申し訳(?:ありません|ございません)が|(?:すみません|ごめんなさい)が?、?(?:それは|その)?.{0,12}(?:できません|お手伝いできません)",
	},
	zh: {
		role: "作为(?:一个|一名)?(?:ai|人工智能|语言模型)|我是(?:一个|一名)?(?:ai|人工智能|语言模型)|(?:我)?(?:可以|能)(?:为|帮)您?(?:做些|做)?什么|有什么(?:可以|能)(?:帮|为)|我很乐意(?:为您|帮)|请随时(?:告诉|问|联系)",
		refusal:
			"(?:很)?抱歉[，,]?(?:但|不过)?我|对不起[，,]?(?:但|不过)?我(?:不能|无法)|我(?:不能|无法)(?:帮|协助|继续|假装|扮演|模拟)",
	},
};

const all = (part: keyof RolePatterns): string =>
	Object.values(ROLE_PATTERNS)
		.map((patterns) => patterns[part])
		.join("|");

const ROLE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${all("role")})`, "iu");
const ROLE_WITHOUT_SPACES = new RegExp(["ja", "zh", "ar"].map((code) => ROLE_PATTERNS[code]?.role).join("|"), "iu");
const REFUSAL = new RegExp(`^[^\\p{L}]*(?:${all("refusal")})`, "iu");

const straight = (text: string): string => text.normalize("NFC").replaceAll(/[’ʼ]/g, "'");

/** It presents itself as the assistant, or offers help. */
export const speaksAsAssistant = (text: string): boolean =>
	ROLE.test(straight(text)) || ROLE_WITHOUT_SPACES.test(straight(text));

export const refusesToPlay = (text: string): boolean => REFUSAL.test(straight(text));

const LIST_ITEMS = 3;
const BOLD_SPANS = 2;

/** In any language: the layout of an answer, with headings, lists or bold terms. People write such messages hardly ever, and assistants often. */
export function isLaidOut(text: string): boolean {
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	const hasHeading = count(/^#{1,4} \S/gm) > 0;
	return hasHeading || count(/^\s*(?:[-*•]|\d+[.)]) +\S/gm) >= LIST_ITEMS || count(/\*\*[^*\n]+\*\*/g) >= BOLD_SPANS;
}
