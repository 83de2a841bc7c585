import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Estudo",
	loading: "Carregando…",
	progress: "Progresso",
	close: "Fechar",
	opensElsewhere: "{host}, abre em uma nova aba",
	minutesLeft: { one: "falta cerca de {count} minuto", other: "faltam cerca de {count} minutos" },

	save: {
		saved: "Salvo",
		saving: "Salvando…",
		offline: "Sem conexão, será salvo",
	},
	offline: "Você está sem conexão. Nada se perdeu; continuamos quando a conexão voltar.",
	unreachable: "No momento não é possível acessar o estudo. Nada se perdeu; continuamos tentando.",
	back: "Suas respostas estão salvas, e uma etapa salva não pode mais ser alterada. Toque mais uma vez em “Voltar” para sair; com o mesmo link você volta a este ponto.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "Meus dados",
		help: "Ajuda",
		dataText:
			"Tudo o que você respondeu e escreveu até agora está salvo com o estudo, sob um número aleatório. O que é guardado, e por quanto tempo, está no texto que você aceitou no início.",
		dataHere: "Neste aparelho fica apenas o que você começou e não enviou; isso some quando você envia.",
		copy: "Salvar uma cópia das minhas conversas",
		copyFailed: "Não foi possível fazer a cópia. Tente de novo, por favor.",
		copyName: "minhas-conversas.txt",
		erase: "Sair e apagar meus dados",
		helpText:
			"Você pode fechar esta página a qualquer momento e voltar com o mesmo link: estará onde parou. Se algo não funcionar, recarregue a página; nada se perde com isso.",
		helpContact: "Se tiver perguntas, escreva à equipe de pesquisa pela página que trouxe você até aqui.",
		later: "Você pode terminar mais tarde, até: {time}.",
		helpFailed: "Não foi possível carregar o resto da ajuda.",
		contact: "Em caso de dúvidas, escreva para",
		ethics: "Aprovado por",
		support: "Se algo o perturbar",
		country: "Seu país",
		otherCountry: "Outro país",
		consent: "O que você aceitou",
		readConsent: "Ler de novo",
	},

	consent: {
		heading: "Antes de começar",
		agree: "Concordo",
		disagree: "Não concordo",
		sure: "Se você não concordar, o estudo termina aqui. Você não terá participado.",
		end: "Encerrar o estudo",
		back: "Voltar",
	},

	form: {
		continue: "Continuar",
		optional: "opcional",
		notApplicable: "Não se aplica",
		none: "Não se aplica",
		transcript: "Ler a conversa de novo",
		transcriptOf: "Ler de novo: {name}",
		search: "Digite para procurar",
		nothingFound: "Nada na lista corresponde.",
		page: "Parte {index} de {of}",
		back: "Voltar",
		missingHere: "Ir para o que falta",
		faults: { one: "Reveja {count} resposta, por favor.", other: "Reveja {count} respostas, por favor." },
		missing: {
			vas: "Toque na linha, no ponto da sua resposta, por favor.",
			likert: "Escolha uma resposta, por favor.",
			number: "Digite um número, por favor.",
			choice: "Escolha uma resposta, por favor.",
			choices: "Escolha pelo menos uma resposta, por favor.",
			text: "Escreva uma resposta, por favor.",
			ranking: "Coloque estes itens em ordem, por favor, ou confirme que a ordem está certa.",
		},
		refused: "Reveja esta resposta, por favor.",
		notANumber: "Digite um número, por favor; por exemplo, 42.",
		ambiguousNumber: "Este número pode ser lido de duas formas. Escreva {whole} ou {decimal}, por favor.",
		atLeast: "Digite um número de pelo menos {min}, por favor.",
		atMost: "Digite um número de no máximo {max}, por favor.",
		wholeNumber: "Digite um número inteiro, por favor.",
		inSteps: "Digite um número em passos de {step}, por favor.",
		takeAtLeast: "Escolha pelo menos {count}, por favor.",
		takeAtMost: "Escolha no máximo {count}, por favor.",
		writeAtLeast: {
			one: "Escreva pelo menos {count} caractere, por favor.",
			other: "Escreva pelo menos {count} caracteres, por favor.",
		},
		range: {
			between: "Um número de {min} a {max}.",
			from: "Um número de pelo menos {min}.",
			to: "Um número de no máximo {max}.",
		},
		take: {
			exactly: "Escolha {count}.",
			between: "Escolha de {min} a {max}.",
			from: "Escolha pelo menos {count}.",
			upTo: "Escolha até {count}.",
			any: "Escolha tudo o que se aplica.",
		},
		charactersLeft: { one: "falta {count} caractere", other: "faltam {count} caracteres" },
		tooLong: { one: "{count} caractere a mais", other: "{count} caracteres a mais" },
	},

	slider: {
		unset: "Ainda sem resposta",
		tap: "Toque para responder",
		ends: "De {low} a {high}.",
	},

	ranking: {
		hint: "Arraste os cartões pela alça para colocá-los em ordem, ou use as setas. O primeiro fica no alto.",
		confirm: "A ordem está certa assim",
		up: "Mover para cima: {label}",
		down: "Mover para baixo: {label}",
		moved: "{label}: {place} de {of}",
		conversation: "Conversa {number}",
		rating: "Sua avaliação",
		ratingOf: "{value}, de {min} a {max}",
	},

	chat: {
		place: "Conversa {index} de {of}",
		assistant: "Assistente",
		task: "Sua tarefa",
		named: "Assistente {letter}",
		you: "Você",
		writing: "O assistente está escrevendo",
		writingAll: "Os assistentes estão escrevendo",
		message: "Sua mensagem",
		messageAll: "Sua mensagem a todos os assistentes",
		placeholder: "Escreva uma mensagem",
		send: "Enviar",
		end: "Terminei esta conversa",
		unsent: "Você escreveu uma mensagem e não a enviou. Encerrar a conversa sem ela?",
		endAnyway: "Encerrar sem enviar",
		keepWriting: "Continuar escrevendo",
		empty: "Escreva algo primeiro, por favor.",
		otherTab: "Isto não foi enviado: a conversa continuou em outra aba. Seu texto está aqui de novo.",
		needed: {
			one: "Mais {count} mensagem para poder continuar.",
			other: "Mais {count} mensagens para poder continuar.",
		},
		mayEnd: {
			one: "Você pode enviar mais {count} mensagem ou terminar aqui.",
			other: "Você pode enviar até mais {count} mensagens ou terminar aqui.",
		},
		newBelow: "Texto novo mais abaixo",
		others: "Respostas que você não escolheu",
		said: "{name}: {text}",
		showReplies: "Respostas a mostrar",
		unread: "novo",
		ideas: "Ideias para uma primeira mensagem",
		copyCode: "Copiar",
	},

	choice: {
		rate: "Avalie cada resposta",
		rateHint: "Toque em cada linha no ponto em que a resposta está para você.",
		pick: "Escolha a melhor resposta",
		pickHint: "A conversa continua com o assistente que você escolher.",
		rating: "Sua avaliação da resposta {letter}",
		reply: "Resposta {letter}",
		rated: "{done} de {of} avaliadas",
		tie: "Estas respostas têm a mesma avaliação. Com qual você quer continuar?",
		continue: "Continuar com a melhor",
		chooseThis: "Esta",
		missingPick: "Escolha uma resposta, por favor.",
		missingTie: "Diga com qual quer continuar, por favor.",
	},

	report: {
		open: "Denunciar",
		reported: "Denunciado",
		heading: "Denunciar esta resposta",
		text: "O que há de errado com ela? Os pesquisadores leem isto; o assistente não.",
		harmful: "É perturbadora ou prejudicial",
		broken: "Está com defeito: cortada, ilegível ou em outro idioma",
		note: "O que aconteceu",
		cancel: "Cancelar",
		send: "Enviar a denúncia",
		sent: "Obrigado. Sua denúncia foi salva, e o estudo continua.",
		mayLeave: "Se preferir não continuar, você pode terminar aqui. A página seguinte explica o que acontece então.",
		goOn: "Continuar o estudo",
		leave: "Terminar aqui",
	},

	retry: {
		heading: "Não funcionou",
		reply: "O assistente não conseguiu responder. Sua mensagem está guardada.",
		paused: "Não conseguimos continuar agora. Suas respostas estão salvas.",
		failedAgain:
			"O assistente não conseguiu responder de novo. A culpa não é sua. Você pode tentar mais uma vez ou encerrar esta conversa: o estudo continua.",
		refused:
			"O assistente não pode mais responder nesta conversa. A culpa não é sua. Encerre a conversa aqui, por favor: o estudo continua.",
		pausedLong:
			"Ainda não conseguimos continuar. A culpa não é sua, e suas respostas estão salvas. Você pode tentar de novo ou terminar aqui.",
		again: "Tentar de novo",
		end: "Encerrar esta conversa",
		finish: "Terminar aqui",
	},

	exit: {
		reasons: {
			completed: { heading: "Obrigado. Você terminou.", text: "Todas as suas respostas estão salvas." },
			declined: {
				heading: "Você não concordou em participar",
				text: "Não há problema. Fica guardado apenas que você não concordou.",
			},
			screened_out: {
				heading: "Obrigado. Este estudo é para outras pessoas",
				text: "Pelas suas respostas, você não faz parte do grupo que este estudo procura. Você não fez nada de errado.",
			},
			failed_checks: {
				heading: "O estudo termina aqui",
				text: "Algumas perguntas verificavam se as instruções tinham sido lidas, e as respostas não corresponderam.",
			},
			full: {
				heading: "O estudo está completo",
				text: "A última vaga foi ocupada pouco antes de você. Você não fez nada de errado.",
			},
			expired: {
				heading: "O tempo deste estudo acabou",
				text: "O que você respondeu antes está guardado. O estudo não pode ser continuado.",
			},
			withdrawn: { heading: "Você saiu do estudo", text: "Nada mais é pedido a você." },
		},
		erased: { heading: "Seus dados foram apagados", text: "Tudo o que você forneceu neste estudo foi apagado." },
		placeLapsed:
			"Depois das perguntas, uma vaga ficou reservada para você por alguns minutos. Nesse tempo você ainda não tinha escrito a primeira mensagem, e outra pessoa ocupou a última vaga. Você não fez nada de errado.",
		lastTime:
			"O que você precisa no site de onde veio ainda aparece abaixo. Use ou copie antes de fechar esta página: ninguém poderá mostrar isso a você de novo.",
		next: "O que acontece agora",
		code: "Seu código de conclusão",
		copy: "Copiar o código",
		copied: "Copiado",
		copyByHand: "Selecione o código e copie.",
		hand: "Se pedirem um código de conclusão, é este.",
		redirect: {
			one: "Você irá para {host} em {count} segundo.",
			other: "Você irá para {host} em {count} segundos.",
		},
		stopped: "Continue para {host} quando quiser. Sua participação só termina lá.",
		stay: "Ficar aqui",
		go: "Continuar para {host}",
		payThere:
			"O que você recebe por isto é decidido no site de onde veio. Volte para lá, por favor, pelo botão ou com o código desta página: senão, lá parecerá que você não terminou. Se tiver perguntas, escreva aos pesquisadores por esse site.",
		noCode:
			"Para este caso não há código de conclusão. Se uma plataforma de recrutamento enviou você, devolva lá a sua participação, por favor, ou escreva aos pesquisadores por ela. Caso contrário, escreva a quem enviou o link, também sobre o pagamento.",
		closeTab: "Você pode fechar esta página.",
		pay: "Se você recebe pela participação, isso é resolvido no site de onde veio: volte para lá com o botão ou com o código desta página.",
	},

	withdraw: {
		open: "Sair",
		openAfter: "Apagar meus dados",
		heading: "Sair do estudo?",
		headingAfter: "Apagar seus dados?",
		text: "Você pode parar a qualquer momento sem dizer por quê. O que deve acontecer com o que você forneceu até agora?",
		textAfter:
			"Você pode mandar apagar tudo o que forneceu neste estudo: suas respostas, suas mensagens, as respostas dos assistentes e seu ID de participante.",
		keep: "Guardar para a pesquisa",
		keepHelp: "Suas respostas e mensagens até agora ficam no estudo, sem o seu nome.",
		erase: "Apagar",
		eraseHelp:
			"Suas respostas, suas mensagens, as respostas dos assistentes e seu ID de participante são apagados. Isso não pode ser desfeito.",
		next: "Continuar",
		cancel: "Ficar no estudo",
		cancelAfter: "Voltar",
		sureHeading: "Tem certeza?",
		sureKeep: "O estudo termina agora para você. Você não poderá voltar. O que forneceu até agora fica guardado.",
		sureErase:
			"O estudo termina agora para você, e você não poderá voltar. Suas respostas, suas mensagens, as respostas dos assistentes e seu ID de participante são apagados para sempre.",
		sureEraseAfter:
			"Suas respostas, suas mensagens, as respostas dos assistentes e seu ID de participante são apagados para sempre. Isso não pode ser desfeito.",
		losesCode:
			"Seu código de conclusão e o caminho de volta ao site de onde veio também são apagados. A próxima página os mostra pela última vez. Se você recebe por participar, entregue o código antes de fechar aquela página.",
		doKeep: "Sair do estudo",
		doErase: "Sair e apagar tudo",
		doEraseAfter: "Apagar tudo",
		payment:
			"Se você recebe por participar, sair pode significar não receber: pergunte, por favor, onde você se inscreveu.",
		chooseFirst: "Escolha uma opção, por favor.",
		failed: "Isso não chegou até nós. Tente de novo, por favor.",
	},

	trouble: {
		not_found: {
			heading: "Este link não funciona",
			text: "Talvez esteja incompleto, ou este navegador não conheça você. Abra o estudo de novo a partir de onde o encontrou, por favor: você voltará ao ponto em que estava.",
		},
		erased: {
			heading: "Esta sessão foi apagada",
			text: "Seus dados foram apagados, como você pediu. Se uma plataforma de recrutamento enviou você e lá não entregou um código de conclusão, devolva a sua participação, por favor.",
		},
		broken: {
			heading: "Algo não funcionou",
			text: "A culpa é nossa. Tudo o que você enviou está guardado. Recarregue a página, por favor.",
		},
		reload: "Recarregar",
	},
};
