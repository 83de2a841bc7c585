import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Studio",
	loading: "Caricamento…",
	progress: "Avanzamento",
	close: "Chiudi",
	opensElsewhere: "{host}, si apre in una nuova scheda",
	minutesLeft: { one: "ancora 1 minuto circa", other: "ancora {count} minuti circa" },
	stepOf: "Passaggio {step} di {of}",

	save: {
		saved: "Salvato",
		saving: "Salvataggio…",
		offline: "Offline, sarà salvato",
	},
	offline: "Non c’è connessione. Nulla è andato perso; si continua quando torna la connessione.",
	unreachable: "Al momento lo studio non è raggiungibile. Nulla è andato perso; continuiamo a provare.",
	back: "Le sue risposte sono salvate, e un passaggio salvato non si può più cambiare. Prema ancora una volta «Indietro» per uscire; con lo stesso link tornerà a questo punto.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "I miei dati",
		help: "Aiuto",
		dataText:
			"Tutte le sue risposte e i suoi messaggi sono salvati sotto un numero casuale. Che cosa viene conservato, e per quanto tempo, è scritto nel testo che ha accettato all’inizio.",
		dataHere: "Su questo dispositivo resta solo ciò che ha iniziato e non ha inviato; scompare quando lo invia.",
		copy: "Salva una copia delle mie conversazioni",
		copyFailed: "Non è stato possibile creare la copia. Per favore, riprovi.",
		copyName: "le-mie-conversazioni.txt",
		erase: "Esci e cancella i miei dati",
		helpText:
			"Può chiudere questa pagina in qualsiasi momento e tornare con lo stesso link: riprenderà da dove aveva lasciato. Se qualcosa non funziona, ricarichi la pagina; non si perde nulla.",
		helpContact: "Per domande, scriva al gruppo di ricerca tramite il sito da cui proviene.",
		later: "Può finire più tardi, entro: {time}.",
		helpFailed: "Non è stato possibile caricare il resto della guida.",
		contact: "Per domande, scriva a",
		ethics: "Approvato da",
		support: "Se qualcosa la turba",
		country: "Il suo Paese",
		otherCountry: "Un altro Paese",
		consent: "Ciò che ha accettato",
		readConsent: "Rileggilo",
	},

	consent: {
		heading: "Prima di iniziare",
		agree: "Accetto",
		disagree: "Non accetto",
		sure: "Se non accetta, lo studio finisce qui. Non avrà partecipato.",
		end: "Termina lo studio",
		back: "Torna indietro",
	},

	form: {
		continue: "Continua",
		optional: "facoltativo",
		notApplicable: "Non applicabile",
		none: "Non applicabile",
		transcript: "Rileggi la conversazione",
		transcriptOf: "Rileggi: {name}",
		search: "Scriva per cercare",
		nothingFound: "Nell’elenco non c’è nulla che corrisponda.",
		page: "Parte {index} di {of}",
		back: "Indietro",
		missingHere: "Vai a ciò che manca",
		faults: { one: "Per favore, riveda una risposta.", other: "Per favore, riveda {count} risposte." },
		missing: {
			vas: "Per favore, tocchi la linea nel punto che corrisponde alla sua risposta.",
			likert: "Per favore, scelga una risposta.",
			number: "Per favore, inserisca un numero.",
			choice: "Per favore, scelga una risposta.",
			choices: "Per favore, scelga almeno una risposta.",
			text: "Per favore, scriva una risposta.",
			ranking: "Per favore, metta in ordine questi elementi o confermi che l’ordine va bene.",
		},
		refused: "Per favore, riveda questa risposta.",
		notANumber: "Per favore, inserisca un numero, per esempio 42.",
		ambiguousNumber: "Questo numero si può leggere in due modi. Per favore, scriva {whole} o {decimal}.",
		atLeast: "Per favore, inserisca un numero non inferiore a {min}.",
		atMost: "Per favore, inserisca un numero non superiore a {max}.",
		wholeNumber: "Per favore, inserisca un numero intero.",
		inSteps: "Per favore, inserisca un numero con incrementi di {step}.",
		takeAtLeast: "Per favore, ne scelga almeno {count}.",
		takeAtMost: "Per favore, ne scelga al massimo {count}.",
		writeAtLeast: {
			one: "Per favore, scriva almeno {count} carattere.",
			other: "Per favore, scriva almeno {count} caratteri.",
		},
		range: {
			between: "Un numero da {min} a {max}.",
			from: "Un numero non inferiore a {min}.",
			to: "Un numero non superiore a {max}.",
		},
		take: {
			exactly: "Ne scelga {count}.",
			between: "Ne scelga da {min} a {max}.",
			from: "Ne scelga almeno {count}.",
			upTo: "Ne scelga fino a {count}.",
			any: "Scelga tutte le risposte adatte.",
		},
		charactersLeft: { one: "ancora 1 carattere", other: "ancora {count} caratteri" },
		tooLong: { one: "1 carattere di troppo", other: "{count} caratteri di troppo" },
	},

	slider: {
		unset: "Ancora nessuna risposta",
		tap: "Tocchi per rispondere",
		ends: "Da {low} a {high}.",
	},

	ranking: {
		hint: "Trascini le schede dalla maniglia per metterle in ordine, oppure usi le frecce. La prima è in alto.",
		confirm: "L’ordine va bene così",
		up: "Sposta su: {label}",
		down: "Sposta giù: {label}",
		moved: "{label}: {place} di {of}",
		conversation: "Conversazione {number}",
		rating: "La sua valutazione",
		ratingOf: "{value}, da {min} a {max}",
	},

	chat: {
		place: "Conversazione {index} di {of}",
		assistant: "Assistente",
		task: "Il suo compito",
		named: "Assistente {letter}",
		you: "Lei",
		writing: "L’assistente sta scrivendo",
		writingAll: "Gli assistenti stanno scrivendo",
		message: "Il suo messaggio",
		messageAll: "Il suo messaggio a tutti gli assistenti",
		placeholder: "Scriva un messaggio",
		send: "Invia",
		stop: "Interrompi la risposta",
		stopped: "Ha interrotto questa risposta.",
		end: "Ho finito questa conversazione",
		unsent: "Ha scritto un messaggio e non l’ha inviato. Terminare la conversazione senza inviarlo?",
		endAnyway: "Termina senza inviare",
		keepWriting: "Continua a scrivere",
		empty: "Per favore, scriva prima qualcosa.",
		otherTab:
			"Questo non è stato inviato: la conversazione è continuata in un’altra scheda. Il suo testo è di nuovo qui.",
		needed: {
			one: "Ancora un messaggio prima di poter continuare.",
			other: "Ancora {count} messaggi prima di poter continuare.",
		},
		left: {
			one: "Ancora un messaggio",
			other: "Ancora fino a {count} messaggi",
		},
		mayEnd: {
			one: "Può inviare ancora un messaggio o finire qui.",
			other: "Può inviare ancora fino a {count} messaggi o finire qui.",
		},
		newBelow: "Nuovo testo più in basso",
		others: "Risposte che non ha scelto",
		said: "{name}: {text}",
		showReplies: "Risposte da mostrare",
		unread: "nuovo",
		newAssistant: "Un nuovo assistente. Non conosce le sue conversazioni precedenti.",
		newAssistants: "Nuovi assistenti. Non conoscono le sue conversazioni precedenti.",
		lastReply: "Questa era l’ultima risposta. Continui quando l’ha letta.",
		unseenHeading: "C’è ancora da leggere",
		unseenReply: "Non ha ancora visto la fine della risposta.",
		unseen: "Non ha ancora visto la fine di: {names}.",
		showUnseen: "Mostra",
		goOnAnyway: "Continua comunque",
		tooLong: {
			one: "{count} carattere di troppo. Ciò che segue «…{end}» supera il limite.",
			many: "{count} caratteri di troppo. Ciò che segue «…{end}» supera il limite.",
			other: "{count} caratteri di troppo. Ciò che segue «…{end}» supera il limite.",
		},
		ideas: "Idee per un primo messaggio",
		copyCode: "Copia",
	},

	choice: {
		rate: "Valuti ogni risposta",
		rateHint: "Tocchi ogni linea nel punto che corrisponde alla sua valutazione.",
		pick: "Scelga la risposta migliore",
		pickHint: "La conversazione continua con l’assistente che sceglie.",
		rating: "La sua valutazione della risposta {letter}",
		reply: "Risposta {letter}",
		rated: "{done} di {of} valutate",
		tie: "Queste risposte hanno la stessa valutazione. Con quale vuole continuare?",
		continue: "Continua con la migliore",
		chooseThis: "Questa",
		missingPick: "Per favore, scelga una risposta.",
		missingTie: "Per favore, scelga con quale continuare.",
		jump: "Vai a una risposta",
		chipRated: "Risposta {letter}, valutata",
		chipUnrated: "Risposta {letter}, non ancora valutata",
		missingRatings: "Non ancora valutate: {names}.",
	},

	report: {
		open: "Segnala",
		reported: "Segnalato",
		heading: "Segnala questa risposta",
		text: "Che cosa non va? Lo leggono i ricercatori, non l’assistente.",
		harmful: "È sconvolgente o dannosa",
		broken: "È difettosa: troncata, illeggibile o in un’altra lingua",
		note: "Che cosa è successo",
		cancel: "Annulla",
		send: "Invia la segnalazione",
		sent: "Grazie. La segnalazione è salvata e lo studio continua.",
		mayLeave: "Se preferisce non continuare, può finire qui. La pagina successiva spiega che cosa succede poi.",
		goOn: "Continua lo studio",
		leave: "Finisci qui",
	},

	retry: {
		heading: "Non ha funzionato",
		reply: "L’assistente non è riuscito a rispondere. Il suo messaggio è conservato.",
		paused: "In questo momento non siamo riusciti a continuare. Le sue risposte sono salvate.",
		failedAgain:
			"L’assistente non è riuscito a rispondere neanche questa volta. Non è colpa sua. Può riprovare o terminare questa conversazione: lo studio continua.",
		refused:
			"L’assistente non può più rispondere in questa conversazione. Non è colpa sua. Per favore, termini qui la conversazione: lo studio continua.",
		pausedLong:
			"Non riusciamo ancora a continuare. Non è colpa sua, e le sue risposte sono salvate. Può riprovare o finire qui.",
		again: "Riprova",
		end: "Termina questa conversazione",
		finish: "Finisci qui",
	},

	exit: {
		reasons: {
			completed: { heading: "Grazie. Ha finito.", text: "Tutte le sue risposte sono salvate." },
			declined: {
				heading: "Non ha accettato di partecipare",
				text: "Va bene così. Viene conservato solo che non ha accettato.",
			},
			screened_out: {
				heading: "Grazie. Questo studio è rivolto ad altre persone",
				text: "In base alle sue risposte, non fa parte del gruppo che questo studio cerca. Non ha fatto nulla di sbagliato.",
			},
			failed_checks: {
				heading: "Lo studio finisce qui",
				text: "Alcune domande controllavano se le istruzioni erano state lette, e le risposte non corrispondevano.",
			},
			full: {
				heading: "Lo studio è al completo",
				text: "L’ultimo posto è stato preso poco prima di lei. Non ha fatto nulla di sbagliato.",
			},
			expired: {
				heading: "Il tempo per questo studio è scaduto",
				text: "Le risposte date finora sono conservate. Non è possibile continuare lo studio.",
			},
			withdrawn: { heading: "Ha lasciato lo studio", text: "Non le viene chiesto altro." },
		},
		kept: "Quanto ha fornito finora viene conservato.",
		erased: {
			heading: "I suoi dati sono cancellati",
			text: "Tutto ciò che ha fornito in questo studio è stato cancellato.",
		},
		placeLapsed:
			"Dopo le domande le è stato riservato un posto per alcuni minuti. In quel tempo non aveva ancora scritto il primo messaggio, e qualcun altro ha preso l’ultimo posto. Non ha fatto nulla di sbagliato.",
		lastTime:
			"Ciò che le serve sul sito da cui proviene è ancora mostrato qui sotto. Lo usi o lo copi prima di chiudere questa pagina: nessuno potrà mostrarglielo di nuovo.",
		next: "Che cosa succede ora",
		code: "Il suo codice di completamento",
		copy: "Copia il codice",
		copied: "Copiato",
		copyByHand: "Selezioni il codice e lo copi.",
		hand: "Se le viene chiesto un codice di completamento, è questo.",
		redirect: {
			one: "Reindirizzamento a {host} tra 1 secondo.",
			other: "Reindirizzamento a {host} tra {count} secondi.",
		},
		stopped: "Continui su {host} quando vuole. Solo lì la sua partecipazione è conclusa.",
		stay: "Resta qui",
		go: "Continua su {host}",
		payThere:
			"Il compenso viene deciso sul sito da cui proviene. Per favore, torni lì con il pulsante o con il codice di questa pagina: altrimenti lì sembrerà che non abbia finito. Per domande, scriva ai ricercatori tramite quel sito.",
		noCode:
			"Per questo caso non c’è un codice di completamento. Se proviene da una piattaforma di reclutamento, per favore restituisca lì la sua partecipazione o scriva ai ricercatori tramite la piattaforma. Altrimenti scriva a chi le ha mandato il link, anche per il pagamento.",
		closeTab: "Può chiudere questa pagina.",
		pay: "Se riceve un compenso per la partecipazione, viene gestito sul sito da cui proviene: torni lì con il pulsante o con il codice di questa pagina.",
	},

	withdraw: {
		open: "Esci",
		openAfter: "Cancella i miei dati",
		heading: "Lasciare lo studio?",
		headingAfter: "Cancellare i suoi dati?",
		text: "Può smettere in qualsiasi momento senza dire perché. Che cosa dobbiamo fare di ciò che ha fornito finora?",
		textAfter:
			"Può far cancellare tutto ciò che ha fornito in questo studio: le sue risposte, i suoi messaggi, le risposte degli assistenti e il suo ID partecipante.",
		keep: "Conservarlo per la ricerca",
		keepHelp: "Le sue risposte e i suoi messaggi finora restano nello studio, senza il suo nome.",
		erase: "Cancellarlo",
		eraseHelp:
			"Le sue risposte, i suoi messaggi, le risposte degli assistenti e il suo ID partecipante vengono cancellati. L’operazione non si può annullare.",
		cancel: "Resta nello studio",
		cancelAfter: "Torna indietro",
		sureHeading: "Conferma la sua scelta?",
		sureKeep: "Per lei lo studio finisce ora. Non potrà tornarci. Ciò che ha fornito finora è conservato.",
		sureErase:
			"Per lei lo studio finisce ora, e non potrà tornarci. Le sue risposte, i suoi messaggi, le risposte degli assistenti e il suo ID partecipante vengono cancellati per sempre.",
		sureEraseAfter:
			"Le sue risposte, i suoi messaggi, le risposte degli assistenti e il suo ID partecipante vengono cancellati per sempre. L’operazione non si può annullare.",
		losesCode:
			"Vengono cancellati anche il suo codice di completamento e la via per tornare al sito da cui proviene. La pagina successiva li mostra per l’ultima volta. Se la partecipazione è retribuita, usi il codice prima di chiudere la pagina successiva.",
		doKeep: "Lascia lo studio",
		doErase: "Esci e cancella tutto",
		doEraseAfter: "Cancella tutto",
		payment:
			"Se la partecipazione è retribuita, uscendo potrebbe perdere il compenso: per favore, chieda dove ha fatto l’iscrizione.",
		chooseFirst: "Per favore, scelga un’opzione.",
		failed: "L’invio non è riuscito. Per favore, riprovi.",
	},

	trouble: {
		not_found: {
			heading: "Questo link non funziona",
			text: "Forse è incompleto, oppure questo browser non la riconosce. Per favore, riapra lo studio da dove l’ha trovato: riprenderà da dove aveva lasciato.",
		},
		erased: {
			heading: "Questa sessione è stata cancellata",
			text: "I suoi dati sono stati cancellati, come ha chiesto. Se proviene da una piattaforma di reclutamento e lì non ha inserito un codice di completamento, per favore restituisca la sua partecipazione.",
		},
		broken: {
			heading: "Qualcosa non ha funzionato",
			text: "È colpa nostra. Tutto ciò che ha inviato è conservato. Per favore, ricarichi la pagina.",
		},
		reload: "Ricarica",
	},
};
