import type { Translation } from "../template.ts";
import type { PageTexts } from "./en.ts";

export const texts: Translation<PageTexts> = {
	title: "Studio",
	description: "Uno studio sulle conversazioni con assistenti di IA.",
	noscript: "Questo studio ha bisogno di JavaScript. Per favore, lo attivi e ricarichi la pagina.",
	reload: "Ricarica",
	home: {
		heading: "Qui si svolgono studi di ricerca",
		text: "Per partecipare a uno studio, apra il link che ha ricevuto. Questo indirizzo da solo non porta a nessuno studio.",
		researchers: "Per i ricercatori: che cosa sa fare questo servizio",
	},
	refusals: {
		incomplete: {
			heading: "Questo link non è completo",
			text: "Per favore, torni dove ha trovato lo studio e lo apra da lì. Il link deve contenere il suo ID partecipante.",
		},
		lapsed: {
			heading: "Questo link personale non funziona più",
			text: "Forse era valido solo per un certo tempo. Per favore, ne chieda uno nuovo a chi gliel’ha mandato.",
		},
		refused: {
			heading: "Questo link non apre lo studio",
			text: "Un link funziona solo per poco tempo e per una sola persona. Per favore, torni dove ha trovato lo studio e lo apra da lì. Se ha già iniziato, usi lo stesso browser di prima.",
		},
		unknown: {
			heading: "Qui non c’è nulla",
			text: "Per favore, controlli il link o apra lo studio da dove l’ha trovato.",
		},
		closed: {
			heading: "Al momento questo studio non accetta nessuno",
			text: "Non è iniziato, è in pausa o è finito. Non ha fatto nulla di sbagliato.",
		},
		busy: {
			heading: "Al momento nessuno può iniziare",
			text: "Non è ancora iniziato nulla. Per favore, riprovi tra qualche minuto con lo stesso link.",
		},
		crowded: {
			heading: "In questo momento molte persone aprono questa pagina",
			text: "Per favore, aspetti un minuto e riapra lo stesso link. Nulla è andato perso.",
		},
		stranger: {
			heading: "Per favore, riapra lo studio",
			text: "Questo browser non la riconosce. Apra lo studio da dove l’ha trovato: tornerà dove era rimasto.",
		},
		erased: {
			heading: "Questa sessione è stata cancellata",
			text: "Ha chiesto di cancellare le sue risposte, e sono state cancellate.",
		},
		ours: {
			heading: "Qualcosa non ha funzionato",
			text: "È colpa nostra. Ciò che ha risposto è conservato. Per favore, riprovi tra un minuto.",
		},
	},
	payment: {
		prolific:
			"Se ha preso un posto su Prolific e non funziona neanche più tardi, per favore restituisca lì la sua partecipazione («return»): non conta a suo sfavore. Per domande, scriva ai ricercatori con i messaggi di Prolific.",
		link: "Se è pagato per partecipare o ha domande, per favore scriva a chi le ha mandato il link e indichi il numero qui sotto.",
		either:
			"Se l’ha mandata una piattaforma di reclutamento, per favore restituisca lì la sua partecipazione o scriva ai ricercatori con i suoi messaggi. Altrimenti scriva a chi le ha mandato il link.",
	},
};
