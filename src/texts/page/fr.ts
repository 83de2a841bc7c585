import type { Translation } from "../template.ts";
import type { PageTexts } from "./en.ts";

export const texts: Translation<PageTexts> = {
	title: "Étude",
	description: "Une étude sur les conversations avec des assistants d’IA.",
	noscript: "Cette étude a besoin de JavaScript. Veuillez l’activer et recharger la page.",
	reload: "Recharger",
	home: {
		heading: "Des études de recherche ont lieu ici",
		text: "Pour participer à une étude, ouvrez le lien que vous avez reçu pour elle. Cette adresse seule ne mène à aucune étude.",
		researchers: "Pour les chercheurs : ce que ce service sait faire",
	},
	refusals: {
		incomplete: {
			heading: "Ce lien n’est pas complet",
			text: "Veuillez retourner là où vous avez trouvé l’étude et l’ouvrir de là. Le lien doit contenir votre identifiant de participant.",
		},
		lapsed: {
			heading: "Ce lien personnel ne fonctionne plus",
			text: "Il n’était peut-être valable qu’un certain temps. Veuillez en demander un nouveau à la personne qui vous l’a envoyé.",
		},
		refused: {
			heading: "Ce lien n’ouvre pas l’étude",
			text: "Un lien ne fonctionne que peu de temps, et pour une seule personne. Veuillez retourner là où vous avez trouvé l’étude et l’ouvrir de là. Si vous avez déjà commencé, utilisez le même navigateur qu’avant.",
		},
		unknown: {
			heading: "Il n’y a rien ici",
			text: "Veuillez vérifier le lien, ou ouvrir l’étude là où vous l’avez trouvée.",
		},
		closed: {
			heading: "Cette étude n’accueille personne pour le moment",
			text: "Elle n’a pas commencé, est en pause ou est terminée. Vous n’avez rien fait de mal.",
		},
		busy: {
			heading: "Personne ne peut commencer pour le moment",
			text: "Rien n’a encore commencé. Veuillez réessayer dans quelques minutes avec le même lien.",
		},
		crowded: {
			heading: "Beaucoup de personnes ouvrent cette page en ce moment",
			text: "Veuillez attendre une minute et rouvrir le même lien. Rien n’est perdu.",
		},
		stranger: {
			heading: "Veuillez rouvrir l’étude",
			text: "Ce navigateur ne vous connaît pas. Ouvrez l’étude là où vous l’avez trouvée : vous reviendrez où vous étiez.",
		},
		erased: {
			heading: "Cette session a été effacée",
			text: "Vous avez demandé que vos réponses soient effacées, et elles le sont.",
		},
		ours: {
			heading: "Quelque chose n’a pas fonctionné",
			text: "C’est de notre faute. Ce que vous avez répondu est conservé. Veuillez réessayer dans une minute.",
		},
	},
	payment: {
		prolific:
			"Si vous avez pris une place sur Prolific et que cela ne marche pas plus tard non plus, veuillez y annuler votre participation (« return ») : cela ne compte pas contre vous. Pour toute question, écrivez aux chercheurs par la messagerie de Prolific.",
		link: "Si vous êtes payé pour participer ou si vous avez des questions, veuillez écrire à la personne qui vous a envoyé le lien, en indiquant le numéro ci-dessous.",
		either:
			"Si une plateforme de recrutement vous a envoyé, veuillez y annuler votre participation ou écrire aux chercheurs par sa messagerie. Sinon, écrivez à la personne qui vous a envoyé le lien.",
	},
};
