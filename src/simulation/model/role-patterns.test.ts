import { describe, expect, it } from "vitest";
import { isLaidOut, ROLE_PATTERNS, refusesToPlay, speaksAsAssistant } from "./role-patterns.ts";

const ASSISTANTS: Readonly<Record<string, readonly string[]>> = {
	en: ["Of course! How can I help you today?", "As an AI language model, I have no feelings."],
	de: ["Natürlich! Wie kann ich Ihnen heute helfen?", "Als KI habe ich keine Gefühle."],
	fr: ["Bien sûr ! Comment puis-je vous aider ?", "En tant qu’IA, je n’ai pas d’émotions."],
	es: ["¡Claro! ¿En qué puedo ayudarte hoy?", "Como modelo de lenguaje, no tengo opiniones."],
	it: ["Certo! Come posso aiutarti oggi?", "Sono un'intelligenza artificiale e non ho opinioni."],
	nl: ["Natuurlijk! Hoe kan ik je vandaag helpen?", "Als taalmodel heb ik geen mening."],
	pt: ["Claro! Como posso ajudar hoje?", "Como uma inteligência artificial, não tenho opiniões."],
	pl: ["Oczywiście! W czym mogę pomóc?", "Jako model językowy nie mam uczuć."],
	tr: ["Elbette! Size nasıl yardımcı olabilirim?", "Yapay zeka olarak duygularım yok."],
	ar: ["بالطبع! كيف يمكنني مساعدتك اليوم؟", "بصفتي نموذجًا لغويًا، ليس لدي مشاعر."],
	hi: ["ज़रूर! मैं आपकी कैसे मदद कर सकता हूँ?", "मैं एक एआई हूँ।"],
	ja: ["もちろんです!何かお手伝いできることはありますか?", "AIとして、私には感情がありません。"],
	zh: ["当然!有什么可以帮您的吗?", "作为一个人工智能,我没有感情。"],
};

const REFUSALS: Readonly<Record<string, string>> = {
	en: "I'm sorry, but I cannot pretend to be somebody.",
	de: "Es tut mir leid, aber ich kann mich nicht als Person ausgeben.",
	fr: "Je suis désolé, mais je ne peux pas jouer ce rôle.",
	es: "Lo siento, pero no puedo hacerme pasar por una persona.",
	it: "Mi dispiace, ma non posso fingere di essere una persona.",
	nl: "Het spijt me, maar ik kan me niet voordoen als een persoon.",
	pt: "Sinto muito, mas não posso fingir ser uma pessoa.",
	pl: "Przykro mi, ale nie mogę udawać człowieka.",
	tr: "Üzgünüm, ancak bir insan gibi davranamam.",
	ar: "آسف، لكن لا يمكنني التظاهر بأنني شخص.",
	hi: "खेद है, लेकिन मैं किसी व्यक्ति की भूमिका नहीं निभा सकता।",
	ja: "申し訳ありませんが、人のふりをすることはできません。",
	zh: "抱歉,我不能假装是一个人。",
};

/** What people say, also about AI and help. */
const PEOPLE = [
	"Can you help me with my homework?",
	"i'm sorry for asking again, but how much water was it",
	"Kannst du mir helfen? Ich habe drei Fragen: was, wann und wie.",
	"Tut mir leid, ich habe mich vertippt.",
	"Tu peux m'aider à écrire une lettre ?",
	"¿Me puedes ayudar con los deberes?",
	"Puoi aiutarmi? Ho dimenticato la ricetta.",
	"Kun je me helpen met mijn huiswerk?",
	"Você pode me ajudar com a lição?",
	"Możesz mi pomóc w nauce?",
	"Bana yardımcı olabilir misin?",
	"هل يمكنك مساعدتي في الواجب؟",
	"क्या आप मेरी मदद कर सकते हैं?",
	"宿題を手伝ってもらえますか?",
	"你能帮我写作业吗?",
	"What do you think of AI? I work in a library and we use it, as I said.",
	"I need three things:\n- milk\n- eggs",
];

describe("the role of an assistant", () => {
	it("has patterns for each of the app's languages, and examples here", () => {
		expect(Object.keys(ASSISTANTS).sort()).toEqual(Object.keys(ROLE_PATTERNS).sort());
		expect(Object.keys(REFUSALS).sort()).toEqual(Object.keys(ROLE_PATTERNS).sort());
	});

	it.each(Object.entries(ASSISTANTS).flatMap(([code, texts]) => texts.map((text) => [code, text] as const)))(
		"is recognised in %s: %s",
		(_, text) => expect(speaksAsAssistant(text)).toBe(true),
	);

	it.each(Object.entries(REFUSALS))("is recognised in a refusal in %s: %s", (_, text) =>
		expect(refusesToPlay(text)).toBe(true),
	);

	it.each(PEOPLE)("is not what people say: %s", (text) =>
		expect([speaksAsAssistant(text), refusesToPlay(text), isLaidOut(text)]).toEqual([false, false, false]),
	);

	it.each([
		["a heading", "## Opskrift\nKog risen."],
		["a list", "Prøv dette:\n1. Skyl\n2. Kog\n3. Hvil"],
		["bold terms", "**Skyl:** to gange. **Kog:** ti minutter."],
	])("is recognised by the layout of an answer, in any language: %s", (_, text) => expect(isLaidOut(text)).toBe(true));
});
