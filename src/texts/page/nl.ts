import type { Translation } from "../template.ts";
import type { PageTexts } from "./en.ts";

export const texts: Translation<PageTexts> = {
	title: "Onderzoek",
	description: "Een onderzoek naar gesprekken met AI-assistenten.",
	noscript: "Dit onderzoek heeft JavaScript nodig. Zet het aan en laad de pagina opnieuw.",
	reload: "Opnieuw laden",
	home: {
		heading: "Hier vindt wetenschappelijk onderzoek plaats",
		text: "Om aan een onderzoek mee te doen, opent u de link die u daarvoor hebt gekregen. Dit adres alleen leidt naar geen onderzoek.",
		researchers: "Voor onderzoekers: wat deze dienst kan",
	},
	refusals: {
		incomplete: {
			heading: "Deze link is niet volledig",
			text: "Ga terug naar de plek waar u het onderzoek vond en open het vanaf daar. De link moet uw deelnemers-ID bevatten.",
		},
		lapsed: {
			heading: "Deze persoonlijke link werkt niet meer",
			text: "Misschien was hij maar een tijd geldig. Vraag degene die hem stuurde om een nieuwe.",
		},
		refused: {
			heading: "Deze link opent het onderzoek niet",
			text: "Een link werkt maar korte tijd, en voor één persoon. Ga terug naar de plek waar u het onderzoek vond en open het vanaf daar. Als u al was begonnen, gebruik dan dezelfde browser als eerst.",
		},
		unknown: {
			heading: "Hier is niets",
			text: "Controleer de link, of open het onderzoek vanaf de plek waar u het vond.",
		},
		closed: {
			heading: "Dit onderzoek laat op dit moment niemand toe",
			text: "Het is nog niet begonnen, staat stil of is afgelopen. U hebt niets verkeerd gedaan.",
		},
		busy: {
			heading: "Op dit moment kan niemand nieuw beginnen",
			text: "Er is nog niets begonnen. Probeer het over een paar minuten opnieuw met dezelfde link.",
		},
		crowded: {
			heading: "Veel mensen openen deze pagina op dit moment",
			text: "Wacht een minuut en open dezelfde link opnieuw. Er gaat niets verloren.",
		},
		stranger: {
			heading: "Open het onderzoek opnieuw",
			text: "Deze browser kent u niet. Open het onderzoek vanaf de plek waar u het vond: u komt dan terug waar u was.",
		},
		erased: {
			heading: "Deze sessie is gewist",
			text: "U hebt gevraagd om uw antwoorden te wissen, en dat is gebeurd.",
		},
		ours: {
			heading: "Er is iets niet gelukt",
			text: "Dat ligt aan ons. Wat u hebt geantwoord, is bewaard. Probeer het over een minuut opnieuw.",
		},
	},
	payment: {
		prolific:
			"Als u op Prolific een plaats hebt genomen en het later ook niet werkt, geef uw deelname daar dan terug (‘return’): dat telt niet tegen u. Voor vragen kunt u de onderzoekers schrijven via de berichten van Prolific.",
		link: "Als u voor uw deelname wordt betaald of vragen hebt, schrijf dan degene die u de link stuurde, en noem het nummer hieronder.",
		either:
			"Als een wervingsplatform u heeft gestuurd, geef uw deelname daar dan terug of schrijf de onderzoekers via de berichten ervan. Schrijf anders degene die u de link stuurde.",
	},
};
