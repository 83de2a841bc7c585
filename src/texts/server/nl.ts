import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Onderzoek",
	description: "Een onderzoek naar gesprekken met AI-assistenten.",
	noscript: "Dit onderzoek heeft JavaScript nodig. Zet het aan en laad de pagina opnieuw.",
	reload: "Opnieuw laden",
	home: {
		heading: "Hier vindt wetenschappelijk onderzoek plaats",
		text: "Om aan een onderzoek mee te doen, opent u de link die u daarvoor hebt gekregen. Met dit adres alleen opent u geen onderzoek.",
		researchers: "Voor onderzoekers: wat deze dienst biedt",
	},
	refusals: {
		incomplete: {
			heading: "Deze link is niet volledig",
			text: "Ga terug naar de plek waar u het onderzoek vond en open het vanaf daar. De link moet uw deelnemers-ID bevatten.",
		},
		lapsed: {
			heading: "Deze persoonlijke link werkt niet meer",
			text: "Misschien is hij verlopen. Vraag degene die hem stuurde om een nieuwe.",
		},
		refused: {
			heading: "Deze link opent het onderzoek niet",
			text: "Een link werkt maar korte tijd en voor één persoon. Ga terug naar de plek waar u het onderzoek vond en open het vanaf daar. Als u al was begonnen, gebruik dan dezelfde browser als eerst.",
		},
		unknown: {
			heading: "Hier is niets",
			text: "Controleer de link, of open het onderzoek vanaf de plek waar u het vond.",
		},
		closed: {
			heading: "Dit onderzoek neemt op dit moment geen nieuwe deelnemers aan",
			text: "Het is nog niet begonnen, is gepauzeerd of is afgelopen. U hebt niets verkeerd gedaan.",
		},
		busy: {
			heading: "Op dit moment kunnen geen nieuwe deelnemers beginnen",
			text: "U bent nog niet begonnen. Probeer het over een paar minuten opnieuw met dezelfde link.",
		},
		crowded: {
			heading: "Veel mensen openen deze pagina op dit moment",
			text: "Wacht een minuut en open dezelfde link opnieuw. Er gaat niets verloren.",
		},
		stranger: {
			heading: "Open het onderzoek opnieuw",
			text: "Deze browser herkent u niet. Open het onderzoek vanaf de plek waar u het vond: u gaat dan verder waar u was gebleven.",
		},
		erased: {
			heading: "Deze sessie is gewist",
			text: "U hebt gevraagd om uw antwoorden te wissen, en dat is gebeurd.",
		},
		ours: {
			heading: "Er is iets misgegaan",
			text: "Dat ligt aan ons. Uw antwoorden zijn opgeslagen. Probeer het over een minuut opnieuw.",
		},
	},
	payment: {
		prolific:
			"Als u op Prolific een plaats hebt bezet en het later ook niet lukt, geef uw deelname daar dan terug (‘return’): dat wordt u niet aangerekend. Met vragen kunt u bij de onderzoekers terecht via de berichten van Prolific.",
		link: "Als u voor uw deelname wordt betaald of vragen hebt, schrijf dan naar degene die u de link stuurde, en vermeld het nummer hieronder.",
		either:
			"Als u via een wervingsplatform bent gekomen, geef uw deelname daar dan terug of schrijf de onderzoekers via de berichten van het platform. Schrijf anders naar degene die u de link stuurde.",
	},
};
