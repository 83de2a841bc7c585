import type { Language } from "../language.ts";

const MADE =
	"creat[oa]|sviluppat[oa]|addestrat[oa]|progettat[oa]|costruit[oa]|realizzat[oa]|programmat[oa]|rilasciat[oa]|fatt[oa]|ideat[oa]|allenat[oa]|prodott[oa]";

export const ITALIAN: Language = {
	kinds: "modell[oi]|assistente|chatbot|bot|ia|ai|intelligenza|sistema|programma|strumento|prodotto",
	by: "da|dal|dalla|dall'|di|del|della|dell'|su|presso",
	fillers: `non|ma|bensì|piuttosto|modelli|dei|degli|gruppo|laboratori[o]?|${MADE}|una?|uno|un'|il|lo|la|l'|grande|grandi|ampio|linguistico|linguaggio|linguistica|artificiale|virtuale|digitale|conversazionale|avanzat[oa]|chiamat[oa]|denominat[oa]|conosciut[oa]|come|basat[oa]|ottimizzat[oa]|finemente|affinat[oa]|versione|variante|famiglia|serie|azienda|società|team|e|ed|che|stat[oa]|sono|è|solo|semplicemente|in realtà|attualmente|architettura|nome|tuo|dimensioni|ricerca`,
	identity: [
		"(?:il mio|la mia|i miei|le mie) (?:addestramento|formazione|dati|regole|conoscenze|valori)(?: L{1,15}){0,5} (?:da|dalla|di|presso) B",
		"(?:come|a differenza di) me,? GB",
		"noi di B",
		"^(?:cordiali saluti|saluti|a presto|con affetto|un saluto)[,!.]? ?GAE",
		"(?:azienda|società|team|persone|laboratorio) che mi ha(?:nno)? (?:creat[oa]|sviluppat[oa]|addestrat[oa]|progettat[oa]|costruit[oa]) (?:si chiama|è|sono|lavorano? (?:per|in|a))GB",
		"B(?:,? L{1,15}){0,3} mi ha(?:nno)? (?:creat[oa]|sviluppat[oa]|addestrat[oa]|progettat[oa]|costruit[oa])",
		"B ha(?:nno)? (?:interrotto|terminato|completato|iniziato|scritto|definito) (?:il mio|la mia|le mie) (?:addestramento|formazione|sviluppo|regole|conoscenze)",
		"B(?:,| è| sono)? (?:il mio|la mia|i miei) (?:creator[ie]|sviluppator[ie]|azienda|produttore)",
		"(?:faccio parte|vengo|provengo|derivo) (?:di|da|del|dei|della|delle|dalla)?GB",
		"mi conoscono (?:come|con il nome di)GB",
		"(?:modello|assistente|ia) con cui (?:stai|sta|state) (?:parlando|chattando)(?: ora)?(?: è|,|:)GN",
		"(?:questa|la mia) risposta (?:è stata|è) (?:generata|scritta|prodotta|creata) (?:da|con)GB",
		"chi (?:sono|sei|mi ha (?:creato|addestrato|sviluppato))[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}(?:sono io|quello sono io)",
		"(?:io )?(?:sono|sono stat[oa]|ero|fui)GN",
		"mi (?:chiamo|chiamano|baso su)GN",
		"(?:il mio|mio) (?:nome|modello)(?: completo| di base| sottostante)?(?: è| sarebbe)?GN",
		"(?:chiamami|puoi chiamarmi|può chiamarmi)GN",
		"(?:stai|state|sta) (?:parlando|chattando|conversando|interagendo|dialogando) conGN",
		"(?:i miei|il mio|la mia) (?:creator[ie]|creatrice|sviluppator[ie]|azienda|produttore)(?: è| sono|,|:)?GB",
		"mi ha(?:nno)? (?:creat[oa]|sviluppat[oa]|addestrat[oa]|progettat[oa])GB",
		"B,? (?:che )?mi ha(?:nno)? (?:creat[oa]|sviluppat[oa]|addestrat[oa]|progettat[oa]|costruit[oa])",
	],
	as: ["a differenza diGN", "diversamente daGN", "al contrario diGN", "(?:come|in quanto|essendo|in qualità di)GN"],
	first: "io|mi|mio|mia|miei|mie|sono|posso|non posso|ho|non ho|cerco|devo",
	instructions: [
		"(?:mio|mie|mia|miei) (?:prompt di sistema|system prompt|prompt|istruzioni(?: di sistema)?|messaggio di sistema|direttive)",
		"(?:mi (?:è|hanno|ha|era) (?:stat[oa] )?(?:detto|chiesto|ordinato|indicato|istruit[oa])|sono stat[oa] (?:istruit[oa]|configurat[oa]|personalizzat[oa]|impostat[oa])|ho ricevuto (?:l'|le )?istruzion[ei])",
		"(?:in base a[l]?|secondo|dal|vedo dal|vedo nel|leggo nel|so dal|sulla base del|stando al) (?:il |tuo |suo )*(?:tuo|suo) (?:profilo|questionario|storico)",
		"(?:il )?(?:tuo|suo) profilo (?:dice|indica|mostra|menziona|suggerisce|riporta)",
	],
};
