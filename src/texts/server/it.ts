import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Studio",
	description: "Uno studio sulle conversazioni con assistenti di IA.",
	noscript: "Questo studio richiede JavaScript. Per favore, lo attivi e ricarichi la pagina.",
	reload: "Ricarica",
	home: {
		heading: "Qui si svolgono studi di ricerca",
		text: "Per partecipare a uno studio, apra il link che ha ricevuto. Questo indirizzo da solo non apre nessuno studio.",
		researchers: "Per i ricercatori: che cosa offre questo servizio",
	},
	refusals: {
		incomplete: {
			heading: "Questo link non è completo",
			text: "Per favore, torni dove ha trovato lo studio e lo apra da lì. Il link deve contenere il suo ID partecipante.",
		},
		lapsed: {
			heading: "Questo link personale non funziona più",
			text: "Forse è scaduto. Per favore, ne chieda uno nuovo a chi gliel’ha mandato.",
		},
		refused: {
			heading: "Questo link non apre lo studio",
			text: "Ogni link funziona solo per breve tempo e per una sola persona. Per favore, torni dove ha trovato lo studio e lo apra da lì. Se ha già iniziato, usi lo stesso browser di prima.",
		},
		unknown: {
			heading: "Qui non c’è nulla",
			text: "Per favore, controlli il link o apra lo studio da dove l’ha trovato.",
		},
		closed: {
			heading: "Al momento questo studio non accetta nuovi partecipanti",
			text: "Lo studio non è ancora iniziato, è in pausa o è terminato. Lei non ha fatto nulla di sbagliato.",
		},
		busy: {
			heading: "Al momento non possono iniziare nuovi partecipanti",
			text: "Lei non ha ancora iniziato. Per favore, riprovi tra qualche minuto con lo stesso link.",
		},
		crowded: {
			heading: "In questo momento molte persone stanno aprendo questa pagina",
			text: "Per favore, aspetti un minuto e riapra lo stesso link. Nulla è andato perso.",
		},
		stranger: {
			heading: "Per favore, riapra lo studio",
			text: "Questo browser non la riconosce. Apra lo studio da dove l’ha trovato: riprenderà da dove aveva lasciato.",
		},
		erased: {
			heading: "Questa sessione è stata cancellata",
			text: "Ha chiesto di cancellare le sue risposte, ed è stato fatto.",
		},
		ours: {
			heading: "Qualcosa non ha funzionato",
			text: "È colpa nostra. Le sue risposte sono salvate. Per favore, riprovi tra un minuto.",
		},
	},
	payment: {
		prolific:
			"Se ha preso un posto su Prolific e il link non funziona neanche più tardi, per favore restituisca lì la sua partecipazione («return»): questo non va a suo svantaggio. Per domande, scriva ai ricercatori tramite i messaggi di Prolific.",
		link: "Se la partecipazione è retribuita o se ha domande, per favore scriva a chi le ha mandato il link e indichi il numero qui sotto.",
		either:
			"Se proviene da una piattaforma di reclutamento, per favore restituisca lì la sua partecipazione o scriva ai ricercatori tramite i messaggi della piattaforma. Altrimenti scriva a chi le ha mandato il link.",
	},
};
