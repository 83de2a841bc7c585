import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Étude",
	loading: "Chargement…",
	progress: "Avancement",
	close: "Fermer",
	opensElsewhere: "{host}, s’ouvre dans un nouvel onglet",
	minutesLeft: { one: "encore {count} minute environ", other: "encore {count} minutes environ" },
	stepOf: "Étape {step} sur {of}",

	save: {
		saved: "Enregistré",
		saving: "Enregistrement…",
		offline: "Hors ligne, sera enregistré",
	},
	offline: "Vous êtes hors ligne. Rien n’est perdu ; nous continuerons quand la connexion sera revenue.",
	unreachable: "L’étude est inaccessible pour le moment. Rien n’est perdu ; nous continuons d’essayer.",
	back: "Vos réponses sont enregistrées, et une étape enregistrée ne peut plus être modifiée. Appuyez encore une fois sur « Retour » pour quitter la page ; le même lien vous ramènera ici.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "Mes données",
		help: "Aide",
		dataText:
			"Tout ce que vous avez répondu et écrit jusqu’ici est enregistré sous un numéro aléatoire. Ce qui est conservé, et pendant combien de temps, figure dans le texte que vous avez accepté au début.",
		dataHere:
			"Sur cet appareil, seul ce que vous avez commencé sans l’envoyer est conservé ; cela disparaît quand vous l’envoyez.",
		copy: "Enregistrer une copie de mes conversations",
		copyFailed: "La copie n’a pas pu être faite. Veuillez réessayer.",
		copyName: "mes-conversations.txt",
		erase: "Quitter et supprimer mes données",
		helpText:
			"Vous pouvez fermer cette page à tout moment et revenir avec le même lien : vous retrouverez l’endroit où vous étiez. Si quelque chose ne marche pas, rechargez la page ; rien ne sera perdu.",
		helpContact: "Pour toute question, écrivez à l’équipe de recherche via le site d’où vous venez.",
		later: "Vous pouvez terminer plus tard, jusqu’à : {time}.",
		helpFailed: "Le reste de l’aide n’a pas pu être chargé.",
		contact: "Pour toute question, écrivez à",
		ethics: "Approuvé par",
		support: "Si quelque chose vous bouleverse",
		country: "Votre pays",
		otherCountry: "Un autre pays",
		consent: "Ce que vous avez accepté",
		readConsent: "Le relire",
	},

	consent: {
		heading: "Avant de commencer",
		agree: "J’accepte",
		disagree: "Je n’accepte pas",
		sure: "Si vous n’acceptez pas, l’étude s’arrête ici. Vous n’y aurez pas participé.",
		end: "Arrêter l’étude",
		back: "Retour",
	},

	form: {
		continue: "Continuer",
		optional: "facultatif",
		notApplicable: "Sans objet",
		none: "Sans objet",
		transcript: "Relire la conversation",
		transcriptOf: "Relire : {name}",
		search: "Tapez pour chercher",
		nothingFound: "Rien dans la liste ne correspond.",
		page: "Partie {index} sur {of}",
		back: "Précédent",
		missingHere: "Aller aux réponses manquantes",
		faults: { one: "Veuillez revoir {count} réponse.", other: "Veuillez revoir {count} réponses." },
		missing: {
			vas: "Touchez la ligne à l’endroit qui correspond à votre réponse.",
			likert: "Veuillez choisir une réponse.",
			number: "Veuillez saisir un nombre.",
			choice: "Veuillez choisir une réponse.",
			choices: "Veuillez choisir au moins une réponse.",
			text: "Veuillez écrire une réponse.",
			ranking: "Veuillez mettre ces éléments en ordre, ou confirmer que l’ordre est bon.",
		},
		refused: "Veuillez revoir cette réponse.",
		notANumber: "Veuillez saisir un nombre, par exemple 42.",
		ambiguousNumber: "Ce nombre peut se lire de deux façons. Veuillez écrire {whole} ou {decimal}.",
		atLeast: "Veuillez saisir un nombre d’au moins {min}.",
		atMost: "Veuillez saisir un nombre d’au plus {max}.",
		wholeNumber: "Veuillez saisir un nombre entier.",
		inSteps: "Veuillez saisir un nombre par pas de {step}.",
		takeAtLeast: "Veuillez en choisir au moins {count}.",
		takeAtMost: "Veuillez en choisir au plus {count}.",
		writeAtLeast: {
			one: "Veuillez écrire au moins {count} caractère.",
			other: "Veuillez écrire au moins {count} caractères.",
		},
		range: {
			between: "Un nombre de {min} à {max}.",
			from: "Un nombre d’au moins {min}.",
			to: "Un nombre d’au plus {max}.",
		},
		take: {
			exactly: "Choisissez-en {count}.",
			between: "Choisissez-en de {min} à {max}.",
			from: "Choisissez-en au moins {count}.",
			upTo: "Choisissez-en jusqu’à {count}.",
			any: "Choisissez toutes les réponses qui conviennent.",
		},
		charactersLeft: { one: "{count} caractère restant", other: "{count} caractères restants" },
		tooLong: { one: "{count} caractère en trop", other: "{count} caractères en trop" },
	},

	slider: {
		unset: "Pas encore de réponse",
		tap: "Touchez pour répondre",
		ends: "De {low} à {high}.",
	},

	ranking: {
		hint: "Faites glisser les cartes par leur poignée pour les mettre en ordre, ou utilisez les flèches. La première est en haut.",
		confirm: "L’ordre est bon ainsi",
		up: "Monter : {label}",
		down: "Descendre : {label}",
		moved: "{label} : {place} sur {of}",
		conversation: "Conversation {number}",
		rating: "Votre évaluation",
		ratingOf: "{value}, de {min} à {max}",
	},

	chat: {
		place: "Conversation {index} sur {of}",
		assistant: "Assistant",
		task: "Votre tâche",
		named: "Assistant {letter}",
		you: "Vous",
		writing: "L’assistant écrit",
		writingAll: "Les assistants écrivent",
		message: "Votre message",
		messageAll: "Votre message à tous les assistants",
		placeholder: "Écrivez un message",
		send: "Envoyer",
		stop: "Arrêter la réponse",
		stopped: "Vous avez arrêté cette réponse.",
		end: "J’ai terminé cette conversation",
		unsent: "Vous avez écrit un message sans l’envoyer. Terminer la conversation sans l’envoyer ?",
		endAnyway: "Terminer sans envoyer",
		keepWriting: "Continuer d’écrire",
		empty: "Veuillez d’abord écrire quelque chose.",
		otherTab:
			"Ceci n’a pas été envoyé : la conversation a continué dans un autre onglet. Votre texte est de nouveau ici.",
		needed: {
			one: "Encore {count} message avant de pouvoir continuer.",
			other: "Encore {count} messages avant de pouvoir continuer.",
		},
		left: {
			one: "Encore {count} message",
			many: "Encore {count} messages au plus",
			other: "Encore {count} messages au plus",
		},
		mayEnd: {
			one: "Vous pouvez envoyer encore {count} message, ou terminer ici.",
			other: "Vous pouvez envoyer encore jusqu’à {count} messages, ou terminer ici.",
		},
		newBelow: "Nouveau texte plus bas",
		others: "Réponses que vous n’avez pas choisies",
		said: "{name} : {text}",
		showReplies: "Réponses à afficher",
		unread: "nouveau",
		newAssistant: "Un nouvel assistant. Il ne connaît pas vos conversations précédentes.",
		newAssistants: "De nouveaux assistants. Ils ne connaissent pas vos conversations précédentes.",
		lastReply: "C’était la dernière réponse. Continuez quand vous l’avez lue.",
		unseenHeading: "Il reste quelque chose à lire",
		unseenReply: "Vous n’avez pas encore vu la fin de la réponse.",
		unseen: "Vous n’avez pas encore vu la fin de : {names}.",
		showUnseen: "Afficher",
		goOnAnyway: "Continuer quand même",
		tooLong: {
			one: "{count} caractère en trop. Ce qui suit « …{end} » dépasse la limite.",
			many: "{count} caractères en trop. Ce qui suit « …{end} » dépasse la limite.",
			other: "{count} caractères en trop. Ce qui suit « …{end} » dépasse la limite.",
		},
		ideas: "Idées pour un premier message",
		copyCode: "Copier",
	},

	choice: {
		rate: "Évaluez chaque réponse",
		rateHint: "Touchez chaque ligne à l’endroit qui correspond à votre évaluation.",
		pick: "Choisissez la meilleure réponse",
		pickHint: "La conversation continue avec l’assistant que vous choisissez.",
		rating: "Votre évaluation de la réponse {letter}",
		reply: "Réponse {letter}",
		rated: "{done} sur {of} évaluées",
		tie: "Ces réponses ont la même évaluation. Avec laquelle voulez-vous continuer ?",
		continue: "Continuer avec la meilleure",
		chooseThis: "Celle-ci",
		missingPick: "Veuillez choisir une réponse.",
		missingTie: "Veuillez choisir celle avec laquelle continuer.",
		jump: "Aller à une réponse",
		chipRated: "Réponse {letter}, évaluée",
		chipUnrated: "Réponse {letter}, pas encore évaluée",
		missingRatings: "Pas encore évaluées : {names}.",
	},

	report: {
		open: "Signaler",
		reported: "Signalé",
		heading: "Signaler cette réponse",
		text: "Quel est le problème ? Les chercheurs le lisent, l’assistant ne le voit pas.",
		harmful: "Elle est choquante ou nuisible",
		broken: "Elle est défectueuse : coupée, illisible ou dans une autre langue",
		note: "Ce qui s’est passé",
		cancel: "Annuler",
		send: "Envoyer le signalement",
		sent: "Merci. Votre signalement est enregistré et l’étude continue.",
		mayLeave: "Si vous préférez ne pas continuer, vous pouvez terminer ici. La page suivante explique la suite.",
		goOn: "Continuer l’étude",
		leave: "Terminer ici",
	},

	retry: {
		heading: "Cela n’a pas fonctionné",
		reply: "L’assistant n’a pas pu répondre. Votre message est conservé.",
		paused: "Nous n’avons pas pu continuer. Vos réponses sont enregistrées.",
		failedAgain:
			"Cette fois encore, l’assistant n’a pas pu répondre. Ce n’est pas votre faute. Vous pouvez réessayer ou terminer cette conversation : l’étude continue.",
		refused:
			"L’assistant ne peut plus répondre dans cette conversation. Ce n’est pas votre faute. Veuillez la terminer ici : l’étude continue.",
		pausedLong:
			"Nous ne pouvons toujours pas continuer. Ce n’est pas votre faute, et vos réponses sont enregistrées. Vous pouvez réessayer ou terminer ici.",
		again: "Réessayer",
		end: "Terminer cette conversation",
		finish: "Terminer ici",
	},

	exit: {
		reasons: {
			completed: { heading: "Merci. Vous avez terminé.", text: "Toutes vos réponses sont enregistrées." },
			declined: {
				heading: "Vous n’avez pas accepté de participer",
				text: "Ce n’est pas un problème. Seul votre refus est conservé.",
			},
			screened_out: {
				heading: "Merci. Cette étude s’adresse à d’autres personnes",
				text: "D’après vos réponses, vous ne faites pas partie du groupe que cette étude recherche. Vous n’y êtes pour rien.",
			},
			failed_checks: {
				heading: "L’étude s’arrête ici",
				text: "Certaines questions vérifiaient que les consignes avaient été lues, et vos réponses ne correspondaient pas.",
			},
			full: {
				heading: "L’étude est complète",
				text: "La dernière place a été prise juste avant vous. Vous n’y êtes pour rien.",
			},
			expired: {
				heading: "Le temps prévu pour cette étude est écoulé",
				text: "Vos réponses précédentes sont conservées. L’étude ne peut pas être poursuivie.",
			},
			withdrawn: { heading: "Vous avez quitté l’étude", text: "Rien de plus ne vous est demandé." },
		},
		kept: "Ce que vous avez donné jusqu’ici est conservé.",
		erased: {
			heading: "Vos données sont supprimées",
			text: "Tout ce que vous avez fourni dans cette étude est effacé.",
		},
		placeLapsed:
			"Une place vous a été réservée pendant quelques minutes après les questions. Vous n’aviez pas encore écrit votre premier message, et quelqu’un d’autre a pris la dernière place. Vous n’y êtes pour rien.",
		lastTime:
			"Ce dont vous avez besoin sur le site d’où vous venez est encore affiché ci-dessous. Utilisez-le ou copiez-le avant de fermer cette page : personne ne pourra vous le montrer de nouveau.",
		next: "La suite",
		code: "Votre code de fin d’étude",
		copy: "Copier le code",
		copied: "Copié",
		copyByHand: "Sélectionnez le code et copiez-le.",
		hand: "Si l’on vous demande un code de fin d’étude, c’est celui-ci.",
		redirect: {
			one: "Redirection vers {host} dans {count} seconde.",
			other: "Redirection vers {host} dans {count} secondes.",
		},
		stopped: "Continuez vers {host} quand vous voulez. Votre participation ne se termine que là-bas.",
		stay: "Rester ici",
		go: "Continuer vers {host}",
		payThere:
			"La rémunération se décide sur le site d’où vous venez. Veuillez y retourner par le bouton ou avec le code de cette page : sinon, il y semblera que vous n’avez pas terminé. Pour toute question, écrivez aux chercheurs par ce site.",
		noCode:
			"Il n’y a pas de code de fin d’étude dans ce cas. Si vous venez d’une plateforme de recrutement, veuillez y annuler votre participation ou écrire aux chercheurs par sa messagerie. Sinon, écrivez à la personne qui vous a envoyé le lien, y compris au sujet du paiement.",
		closeTab: "Vous pouvez fermer cette page.",
		pay: "Si la participation est rémunérée, cela se règle sur le site d’où vous venez : retournez-y avec le bouton ou avec le code de cette page.",
	},

	withdraw: {
		open: "Quitter",
		openAfter: "Supprimer mes données",
		heading: "Quitter l’étude ?",
		headingAfter: "Supprimer vos données ?",
		text: "Vous pouvez arrêter à tout moment sans dire pourquoi. Que faut-il faire de ce que vous avez fourni jusqu’ici ?",
		textAfter:
			"Vous pouvez faire supprimer tout ce que vous avez fourni dans cette étude : vos réponses, vos messages, les réponses des assistants et votre identifiant de participant.",
		keep: "Le garder pour la recherche",
		keepHelp: "Vos réponses et vos messages jusqu’ici restent dans l’étude, sans votre nom.",
		erase: "Le supprimer",
		eraseHelp:
			"Vos réponses, vos messages, les réponses des assistants et votre identifiant de participant sont effacés. Cette action est irréversible.",
		cancel: "Rester dans l’étude",
		cancelAfter: "Retour",
		sureHeading: "Confirmez-vous votre choix ?",
		sureKeep:
			"L’étude se termine maintenant pour vous. Vous ne pourrez pas y revenir. Ce que vous avez fourni est conservé.",
		sureErase:
			"L’étude se termine maintenant pour vous, et vous ne pourrez pas y revenir. Vos réponses, vos messages, les réponses des assistants et votre identifiant de participant sont définitivement effacés.",
		sureEraseAfter:
			"Vos réponses, vos messages, les réponses des assistants et votre identifiant de participant sont définitivement effacés. Cette action est irréversible.",
		losesCode:
			"Votre code de fin d’étude et le chemin vers le site d’où vous venez sont supprimés aussi. La page suivante les montre pour la dernière fois. Si la participation est rémunérée, utilisez le code avant de fermer la page suivante.",
		doKeep: "Quitter l’étude",
		doErase: "Quitter et tout supprimer",
		doEraseAfter: "Tout supprimer",
		payment:
			"Si la participation est rémunérée, partir peut vous faire perdre la rémunération : renseignez-vous auprès du site où a eu lieu votre inscription.",
		chooseFirst: "Veuillez choisir une option.",
		failed: "Cela ne nous est pas parvenu. Veuillez réessayer.",
	},

	trouble: {
		not_found: {
			heading: "Ce lien ne fonctionne pas",
			text: "Il est peut-être incomplet, ou ce navigateur ne vous reconnaît pas. Veuillez rouvrir l’étude là où vous l’avez trouvée : vous reprendrez là où vous en étiez.",
		},
		erased: {
			heading: "Cette session a été effacée",
			text: "Vos données ont été supprimées, comme vous l’avez demandé. Si vous venez d’une plateforme de recrutement et que vous n’y avez pas saisi de code de fin d’étude, veuillez y annuler votre participation.",
		},
		broken: {
			heading: "Quelque chose n’a pas fonctionné",
			text: "C’est notre faute. Tout ce que vous avez envoyé est conservé. Veuillez recharger la page.",
		},
		reload: "Recharger",
	},
};
