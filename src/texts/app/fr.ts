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
	unreachable: "L’étude n’est pas joignable pour le moment. Rien n’est perdu ; nous continuons d’essayer.",
	back: "Vos réponses sont enregistrées, et une étape enregistrée ne peut plus être modifiée. Appuyez encore une fois sur « Retour » pour quitter la page ; le même lien vous ramènera ici.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "Mes données",
		help: "Aide",
		dataText:
			"Tout ce que vous avez répondu et écrit jusqu’ici est enregistré avec l’étude, sous un numéro tiré au hasard. Ce qui est conservé, et pendant combien de temps, figure dans le texte que vous avez accepté au début.",
		dataHere:
			"Sur cet appareil, seul ce que vous avez commencé sans l’envoyer est conservé ; cela disparaît quand vous l’envoyez.",
		copy: "Enregistrer une copie de mes conversations",
		copyFailed: "La copie n’a pas pu être faite. Veuillez réessayer.",
		copyName: "mes-conversations.txt",
		erase: "Quitter et supprimer mes données",
		helpText:
			"Vous pouvez fermer cette page à tout moment et revenir avec le même lien : vous retrouverez l’endroit où vous étiez. Si quelque chose ne marche pas, rechargez la page ; rien ne sera perdu.",
		helpContact: "Pour toute question, écrivez à l’équipe de recherche par le site qui vous a envoyé ici.",
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
		back: "Revenir",
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
			vas: "Touchez la ligne à l’endroit de votre réponse.",
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
			any: "Choisissez tout ce qui convient.",
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
		end: "J’ai fini cette conversation",
		unsent: "Vous avez écrit un message sans l’envoyer. Terminer la conversation sans lui ?",
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
			one: "Vous pouvez envoyer encore {count} message, ou finir ici.",
			other: "Vous pouvez envoyer encore jusqu’à {count} messages, ou finir ici.",
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
		unseen: "Vous n’avez pas encore vu la fin de ceci : {names}.",
		showUnseen: "Afficher",
		goOnAnyway: "Continuer quand même",
		tooLong: {
			one: "{count} caractère en trop. Ce qui suit « …{end} » ne tient pas.",
			many: "{count} caractères en trop. Ce qui suit « …{end} » ne tient pas.",
			other: "{count} caractères en trop. Ce qui suit « …{end} » ne tient pas.",
		},
		ideas: "Idées pour un premier message",
		copyCode: "Copier",
	},

	choice: {
		rate: "Évaluez chaque réponse",
		rateHint: "Touchez chaque ligne à l’endroit où se situe la réponse pour vous.",
		pick: "Choisissez la meilleure réponse",
		pickHint: "La conversation continue avec l’assistant que vous choisissez.",
		rating: "Votre évaluation de la réponse {letter}",
		reply: "Réponse {letter}",
		rated: "{done} sur {of} évaluées",
		tie: "Ces réponses ont la même évaluation. Avec laquelle voulez-vous continuer ?",
		continue: "Continuer avec la meilleure",
		chooseThis: "Celle-ci",
		missingPick: "Veuillez choisir une réponse.",
		missingTie: "Veuillez dire avec laquelle continuer.",
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
			"L’assistant n’a de nouveau pas pu répondre. Ce n’est pas de votre faute. Vous pouvez réessayer ou terminer cette conversation : l’étude continue.",
		refused:
			"L’assistant ne peut plus répondre dans cette conversation. Ce n’est pas de votre faute. Veuillez la terminer ici : l’étude continue.",
		pausedLong:
			"Nous ne pouvons toujours pas continuer. Ce n’est pas de votre faute, et vos réponses sont enregistrées. Vous pouvez réessayer ou finir ici.",
		again: "Réessayer",
		end: "Terminer cette conversation",
		finish: "Finir ici",
	},

	exit: {
		reasons: {
			completed: { heading: "Merci. Vous avez terminé.", text: "Toutes vos réponses sont enregistrées." },
			declined: {
				heading: "Vous n’avez pas accepté de participer",
				text: "C’est très bien ainsi. Seul votre refus est conservé.",
			},
			screened_out: {
				heading: "Merci. Cette étude s’adresse à d’autres personnes",
				text: "D’après vos réponses, vous ne faites pas partie du groupe que cette étude recherche. Vous n’avez rien fait de mal.",
			},
			failed_checks: {
				heading: "L’étude s’arrête ici",
				text: "Quelques questions vérifiaient que les consignes étaient lues, et les réponses ne correspondaient pas.",
			},
			full: {
				heading: "L’étude est complète",
				text: "La dernière place a été prise juste avant vous. Vous n’avez rien fait de mal.",
			},
			expired: {
				heading: "Le temps prévu pour cette étude est écoulé",
				text: "Ce que vous avez répondu auparavant est conservé. L’étude ne peut pas être poursuivie.",
			},
			withdrawn: { heading: "Vous avez quitté l’étude", text: "Rien de plus ne vous est demandé." },
		},
		erased: {
			heading: "Vos données sont supprimées",
			text: "Tout ce que vous avez donné dans cette étude est effacé.",
		},
		placeLapsed:
			"Une place vous a été réservée pendant quelques minutes après les questions. Vous n’aviez pas encore écrit votre premier message, et quelqu’un d’autre a pris la dernière place. Vous n’avez rien fait de mal.",
		lastTime:
			"Ce dont vous avez besoin sur le site d’où vous venez est encore affiché ci-dessous. Utilisez-le ou copiez-le avant de fermer cette page : personne ne pourra vous le montrer de nouveau.",
		next: "Et maintenant",
		code: "Votre code de fin",
		copy: "Copier le code",
		copied: "Copié",
		copyByHand: "Sélectionnez le code et copiez-le.",
		hand: "Si l’on vous demande un code de fin, c’est celui-ci.",
		redirect: {
			one: "Vous serez dirigé vers {host} dans {count} seconde.",
			other: "Vous serez dirigé vers {host} dans {count} secondes.",
		},
		stopped: "Continuez vers {host} quand vous voulez. Votre participation ne se termine que là-bas.",
		stay: "Rester ici",
		go: "Continuer vers {host}",
		payThere:
			"Ce que vous recevez pour cela se décide sur le site d’où vous venez. Veuillez y retourner par le bouton ou avec le code de cette page : sinon, il semblera là-bas que vous n’avez pas fini. Pour toute question, écrivez aux chercheurs par ce site.",
		noCode:
			"Il n’y a pas de code de fin dans ce cas. Si une plateforme de recrutement vous a envoyé, veuillez y annuler votre participation ou écrire aux chercheurs par elle. Sinon, écrivez à la personne qui vous a envoyé le lien, aussi pour le paiement.",
		closeTab: "Vous pouvez fermer cette page.",
		pay: "Si vous êtes rémunéré pour votre participation, cela se règle là d’où vous venez : retournez-y avec le bouton ou avec le code de cette page.",
	},

	withdraw: {
		open: "Quitter",
		openAfter: "Supprimer mes données",
		heading: "Quitter l’étude ?",
		headingAfter: "Supprimer vos données ?",
		text: "Vous pouvez arrêter à tout moment sans dire pourquoi. Que doit devenir ce que vous avez donné jusqu’ici ?",
		textAfter:
			"Vous pouvez faire supprimer tout ce que vous avez donné dans cette étude : vos réponses, vos messages, les réponses des assistants et votre identifiant de participant.",
		keep: "Le garder pour la recherche",
		keepHelp: "Vos réponses et vos messages jusqu’ici restent dans l’étude, sans votre nom.",
		erase: "Le supprimer",
		eraseHelp:
			"Vos réponses, vos messages, les réponses des assistants et votre identifiant de participant sont effacés. Cela ne peut pas être annulé.",
		next: "Continuer",
		cancel: "Rester dans l’étude",
		cancelAfter: "Revenir",
		sureHeading: "En êtes-vous sûr ?",
		sureKeep:
			"L’étude se termine maintenant pour vous. Vous ne pourrez pas y revenir. Ce que vous avez donné est conservé.",
		sureErase:
			"L’étude se termine maintenant pour vous, et vous ne pourrez pas y revenir. Vos réponses, vos messages, les réponses des assistants et votre identifiant de participant sont effacés pour de bon.",
		sureEraseAfter:
			"Vos réponses, vos messages, les réponses des assistants et votre identifiant de participant sont effacés pour de bon. Cela ne peut pas être annulé.",
		losesCode:
			"Votre code de fin et le chemin vers le site d’où vous venez sont supprimés aussi. La page suivante les montre pour la dernière fois. Si vous êtes payé pour participer, donnez le code avant de fermer cette page-là.",
		doKeep: "Quitter l’étude",
		doErase: "Quitter et tout supprimer",
		doEraseAfter: "Tout supprimer",
		payment:
			"Si vous êtes payé pour participer, partir peut signifier que vous ne le serez pas : veuillez demander là où vous vous êtes inscrit.",
		chooseFirst: "Veuillez choisir une possibilité.",
		failed: "Cela ne nous est pas parvenu. Veuillez réessayer.",
	},

	trouble: {
		not_found: {
			heading: "Ce lien ne fonctionne pas",
			text: "Il est peut-être incomplet, ou ce navigateur ne vous connaît pas. Veuillez rouvrir l’étude là où vous l’avez trouvée : vous reviendrez où vous étiez.",
		},
		erased: {
			heading: "Cette session a été effacée",
			text: "Vos données ont été supprimées, comme vous l’avez demandé. Si une plateforme de recrutement vous a envoyé et que vous n’y avez pas donné de code de fin, veuillez y annuler votre participation.",
		},
		broken: {
			heading: "Quelque chose n’a pas fonctionné",
			text: "C’est de notre faute. Tout ce que vous avez envoyé est conservé. Veuillez recharger la page.",
		},
		reload: "Recharger",
	},
};
