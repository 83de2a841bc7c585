import type { Language } from "../language.ts";

const MADE =
	"criad[oa]|desenvolvid[oa]|treinad[oa]|projetad[oa]|construíd[oa]|feit[oa]|programad[oa]|lançad[oa]|produzid[oa]|concebid[oa]|oferecid[oa]";

export const PORTUGUESE: Language = {
	kinds: "modelos?|assistentes?|chatbot|bot|ia|i\\.a\\.|inteligência|sistema|programa|ferramenta|produto|robô",
	by: "por|pela|pelo|da|do|de|na|no|em|com",
	fillers: `não|mas|sim|antes|modelos|grupo|laboratórios?|${MADE}|uma?|o|a|os|as|grande|linguagem|língua|artificial|virtual|digital|conversacional|avançad[oa]|chamad[oa]|denominad[oa]|conhecid[oa]|como|basead[oa]|ajustad[oa]|refinad[oa]|finamente|versão|variante|família|série|empresa|companhia|equipe|equipa|e|que|foi|fui|é|sou|só|apenas|na verdade|atualmente|arquitetura|nome|seu|teu|parte|escala|larga|pesquisa`,
	identity: [
		"(?:meu|minha|meus|minhas) (?:treinamento|treino|formação|dados|regras|conhecimento|valores)(?: L{1,15}){0,5} (?:por|pela|pelo|na|da) B",
		"(?:como|ao contrário de) (?:eu|mim),? GB",
		"nós,? (?:na|da) B",
		"^(?:atenciosamente|abraços|um abraço|cumprimentos|saudações)[,!.]? ?GAE",
		"(?:empresa|companhia|equipe|equipa|pessoas|laboratório) que me (?:criou|desenvolveu|treinou|projetou|fez|criaram|treinaram) (?:chama-se|se chama|é|são|trabalham? (?:na|no|em))GB",
		"B(?:,? L{1,15}){0,3} me (?:criou|desenvolveu|treinou|projetou|fez)",
		"B (?:encerrou|terminou|concluiu|começou|escreveu|definiu|parou) (?:o meu|meu|minha|a minha|minhas) (?:treinamento|treino|formação|desenvolvimento|regras|conhecimento)",
		"B(?:,| é| são)? (?:o meu|meu|minha|a minha|meus) (?:criador(?:es|a)?|desenvolvedor(?:es|a)?|empresa|fabricante)",
		"(?:faço parte|pertenço|venho|provenho) (?:de|da|do|dos|das|à|ao)?GB",
		"me conhecem (?:como|por)GB",
		"(?:modelo|assistente|ia) com (?:o qual|a qual|que|quem) (?:você está|estás|está) (?:falando|conversando|a falar|a conversar)(?: agora)?(?: é|,|:)GN",
		"(?:esta|a minha|minha) resposta (?:foi|é) (?:gerada|escrita|criada|produzida) (?:por|pelo|pela|com)GB",
		"quem (?:sou eu|és tu|é você|me (?:criou|treinou|desenvolveu))[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}(?:sou eu|esse sou eu)",
		"(?:eu )?(?:sou|fui|tenho sido|fui sendo)GN",
		"(?:me chamo|chamo-me|me chamam|chamam-me de?)GN",
		"(?:o )?meu (?:nome|modelo)(?: completo| base| subjacente)?(?: é| seria)?GN",
		"(?:me chame de|chame-me|pode me chamar de|podes chamar-me)GN",
		"(?:você está|estás|está|vocês estão) (?:falando|conversando|interagindo|a falar|a conversar|a interagir) comGN",
		"(?:os meus|meus|o meu|meu|minha|a minha) (?:criador(?:es|a)?|desenvolvedor(?:es|a)?|empresa|fabricante|programadores)(?: é| são| foi|,|:)?GB",
		"(?:me (?:criou|desenvolveu|treinou|projetou)|(?:criou|desenvolveu|treinou)-me)GB",
		"B,? (?:que |quem )?(?:me (?:criou|desenvolveu|treinou|projetou|fez)|(?:criou|desenvolveu|treinou)-me)",
		"(?:rodo|funciono|baseio-me|me baseio|estou basead[oa]) (?:em|no|na|com|sobre)GB",
	],
	as: ["ao contrário (?:de|do|da)GN", "diferente(?:mente)? (?:de|do|da)GN", "comoGN", "sendoGN", "enquantoGN"],
	first: "eu|me|mim|meu|minha|meus|minhas|sou|posso|não posso|tenho|não tenho|estou|devo|fui",
	instructions: [
		"(?:meu|minha|meus|minhas) (?:prompt (?:de|do) sistema|prompt|instruções(?: (?:de|do) sistema)?|mensagem (?:de|do) sistema|diretrizes(?: do sistema)?|comando inicial)",
		"(?:(?:me (?:disseram|pediram|mandaram|instruíram)|disseram-me|pediram-me|foi-me (?:dito|pedido)|me foi (?:dito|pedido))|(?:fui|estou|fui sendo) (?:instruíd[oa]|orientad[oa] a|configurad[oa]|personalizad[oa]|ajustad[oa] para (?:você|ti))|recebi (?:a |as )?instruç(?:ão|ões))",
		"(?:de acordo com|segundo|com base (?:no|em)|pelo|vejo (?:no|pelo)|sei pelo|leio no|conforme) (?:o )?(?:seu|teu) (?:perfil|questionário|histórico)",
		"(?:o )?(?:seu|teu) perfil (?:diz|indica|mostra|menciona|sugere|informa)",
	],
};
