import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Estudo",
	description: "Um estudo sobre conversas com assistentes de IA.",
	noscript: "Este estudo precisa de JavaScript. Ative-o, por favor, e recarregue a página.",
	reload: "Recarregar",
	home: {
		heading: "Aqui são feitos estudos de pesquisa",
		text: "Para participar de um estudo, abra o link que você recebeu. Este endereço sozinho não abre nenhum estudo.",
		researchers: "Para pesquisadores: o que este serviço faz",
	},
	refusals: {
		incomplete: {
			heading: "Este link não está completo",
			text: "Volte, por favor, para onde encontrou o estudo e abra-o de lá. O link precisa conter o seu ID de participante.",
		},
		lapsed: {
			heading: "Este link pessoal não funciona mais",
			text: "Talvez tenha expirado. Peça um novo a quem o enviou, por favor.",
		},
		refused: {
			heading: "Este link não abre o estudo",
			text: "Cada link funciona por pouco tempo e para uma só pessoa. Volte, por favor, para onde encontrou o estudo e abra-o de lá. Se já começou, use o mesmo navegador de antes.",
		},
		unknown: {
			heading: "Não há nada aqui",
			text: "Confira o link, por favor, ou abra o estudo a partir de onde o encontrou.",
		},
		closed: {
			heading: "Este estudo não está aceitando novos participantes no momento",
			text: "O estudo ainda não começou, está em pausa ou terminou. Você não fez nada de errado.",
		},
		busy: {
			heading: "No momento, novos participantes não podem começar",
			text: "Você ainda não começou. Tente de novo em alguns minutos com o mesmo link, por favor.",
		},
		crowded: {
			heading: "Muitas pessoas estão abrindo esta página agora",
			text: "Espere um minuto, por favor, e abra o mesmo link de novo. Nada se perdeu.",
		},
		stranger: {
			heading: "Abra o estudo de novo, por favor",
			text: "Este navegador não reconhece você. Abra o estudo a partir de onde o encontrou: você voltará ao ponto em que estava.",
		},
		erased: {
			heading: "Esta sessão foi apagada",
			text: "Você pediu que suas respostas fossem apagadas, e isso foi feito.",
		},
		ours: {
			heading: "Algo não funcionou",
			text: "A culpa é nossa. Suas respostas estão salvas. Tente de novo em um minuto, por favor.",
		},
	},
	payment: {
		prolific:
			"Se você ocupou uma vaga no Prolific e também não funcionar mais tarde, devolva lá a sua participação (“return”), por favor: isso não prejudica você. Se tiver perguntas, escreva aos pesquisadores pelas mensagens do Prolific.",
		link: "Se a participação é remunerada ou se você tem perguntas, escreva, por favor, a quem enviou o link e informe o número abaixo.",
		either:
			"Se você veio de uma plataforma de recrutamento, devolva lá a sua participação, por favor, ou escreva aos pesquisadores pelas mensagens dela. Caso contrário, escreva a quem enviou o link.",
	},
};
