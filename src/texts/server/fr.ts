import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Étude",
	description: "Une étude sur les conversations avec des assistants d’IA.",
	noscript: "Cette étude nécessite JavaScript. Veuillez l’activer et recharger la page.",
	reload: "Recharger",
	home: {
		heading: "Des études de recherche ont lieu ici",
		text: "Pour participer à une étude, ouvrez le lien que vous avez reçu. Cette adresse seule n’ouvre aucune étude.",
		researchers: "Pour les chercheurs : ce que propose ce service",
	},
	refusals: {
		incomplete: {
			heading: "Ce lien n’est pas complet",
			text: "Veuillez retourner là où vous avez trouvé l’étude et l’ouvrir à partir de là. Le lien doit contenir votre identifiant de participant.",
		},
		lapsed: {
			heading: "Ce lien personnel ne fonctionne plus",
			text: "Il a peut-être expiré. Veuillez en demander un nouveau à la personne qui vous l’a envoyé.",
		},
		refused: {
			heading: "Ce lien n’ouvre pas l’étude",
			text: "Un lien ne fonctionne que pendant peu de temps et pour une seule personne. Veuillez retourner là où vous avez trouvé l’étude et l’ouvrir à partir de là. Si vous avez déjà commencé, utilisez le même navigateur qu’avant.",
		},
		unknown: {
			heading: "Il n’y a rien ici",
			text: "Veuillez vérifier le lien, ou ouvrir l’étude là où vous l’avez trouvée.",
		},
		closed: {
			heading: "Cette étude n’accepte pas de nouveaux participants pour le moment",
			text: "Elle n’a pas encore commencé, est en pause ou est terminée. Vous n’y êtes pour rien.",
		},
		busy: {
			heading: "De nouveaux participants ne peuvent pas commencer pour le moment",
			text: "Vous n’avez pas encore commencé. Veuillez réessayer dans quelques minutes avec le même lien.",
		},
		crowded: {
			heading: "Beaucoup de personnes ouvrent cette page en ce moment",
			text: "Veuillez attendre une minute et rouvrir le même lien. Rien n’est perdu.",
		},
		stranger: {
			heading: "Veuillez rouvrir l’étude",
			text: "Ce navigateur ne vous reconnaît pas. Ouvrez l’étude là où vous l’avez trouvée : vous reprendrez là où vous en étiez.",
		},
		erased: {
			heading: "Cette session a été effacée",
			text: "Vous avez demandé que vos réponses soient effacées, et c’est fait.",
		},
		ours: {
			heading: "Quelque chose n’a pas fonctionné",
			text: "C’est notre faute. Vos réponses sont enregistrées. Veuillez réessayer dans une minute.",
		},
	},
	payment: {
		prolific:
			"Si vous avez pris une place sur Prolific et que le lien ne fonctionne pas non plus plus tard, veuillez y annuler votre participation (« return ») : cela ne vous pénalise pas. Pour toute question, écrivez aux chercheurs par la messagerie de Prolific.",
		link: "Si votre participation est rémunérée ou si vous avez des questions, veuillez écrire à la personne qui vous a envoyé le lien, en indiquant le numéro ci-dessous.",
		either:
			"Si vous venez d’une plateforme de recrutement, veuillez y annuler votre participation ou écrire aux chercheurs par sa messagerie. Sinon, écrivez à la personne qui vous a envoyé le lien.",
	},
};
