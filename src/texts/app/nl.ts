import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Onderzoek",
	loading: "Laden…",
	progress: "Voortgang",
	close: "Sluiten",
	opensElsewhere: "{host}, opent in een nieuw tabblad",
	minutesLeft: { one: "nog ongeveer 1 minuut", other: "nog ongeveer {count} minuten" },

	save: {
		saved: "Opgeslagen",
		saving: "Opslaan…",
		offline: "Offline, wordt later opgeslagen",
	},
	offline: "U bent offline. Er gaat niets verloren; we gaan verder zodra de verbinding terug is.",
	unreachable: "Het onderzoek is op dit moment niet bereikbaar. Er gaat niets verloren; we blijven het proberen.",
	back: "Uw antwoorden zijn opgeslagen, en een opgeslagen stap kan niet meer worden veranderd. Druk nog een keer op ‘Terug’ om weg te gaan; met dezelfde link komt u hier terug.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "Mijn gegevens",
		help: "Hulp",
		dataText:
			"Alles wat u tot nu toe hebt geantwoord en geschreven, is bij het onderzoek opgeslagen onder een willekeurig nummer. Wat hoe lang wordt bewaard, staat in de tekst waarmee u aan het begin akkoord bent gegaan.",
		dataHere:
			"Op dit apparaat blijft alleen staan wat u bent begonnen en niet hebt verstuurd; het verdwijnt als u het verstuurt.",
		copy: "Een kopie van mijn gesprekken opslaan",
		copyFailed: "De kopie kon niet worden gemaakt. Probeer het nog een keer.",
		copyName: "mijn-gesprekken.txt",
		erase: "Stoppen en mijn gegevens verwijderen",
		helpText:
			"U kunt deze pagina op elk moment sluiten en met dezelfde link terugkomen: u bent dan weer waar u was. Als iets niet werkt, laad de pagina dan opnieuw; daarbij gaat niets verloren.",
		helpContact: "Voor vragen kunt u het onderzoeksteam schrijven via de pagina die u hierheen heeft gestuurd.",
		later: "U kunt het later afmaken, tot: {time}.",
		helpFailed: "De rest van de hulp kon niet worden geladen.",
		contact: "Stuur vragen naar",
		ethics: "Goedgekeurd door",
		support: "Als iets u raakt",
		country: "Uw land",
		otherCountry: "Een ander land",
		consent: "Waar u mee hebt ingestemd",
		readConsent: "Opnieuw lezen",
	},

	consent: {
		heading: "Voordat u begint",
		agree: "Ik ga akkoord",
		disagree: "Ik ga niet akkoord",
		sure: "Als u niet akkoord gaat, eindigt het onderzoek hier. U hebt dan niet meegedaan.",
		end: "Het onderzoek beëindigen",
		back: "Terug",
	},

	form: {
		continue: "Verder",
		optional: "niet verplicht",
		notApplicable: "Niet van toepassing",
		none: "N.v.t.",
		transcript: "Het gesprek nog eens lezen",
		transcriptOf: "{name} nog eens lezen",
		search: "Typ om te zoeken",
		nothingFound: "Niets in de lijst komt hiermee overeen.",
		page: "Deel {index} van {of}",
		back: "Terug",
		missingHere: "Naar wat nog ontbreekt",
		faults: { one: "Kijk nog eens naar één antwoord.", other: "Kijk nog eens naar {count} antwoorden." },
		missing: {
			vas: "Tik op de lijn, op de plek van uw antwoord.",
			likert: "Kies een antwoord.",
			number: "Vul een getal in.",
			choice: "Kies een antwoord.",
			choices: "Kies ten minste één antwoord.",
			text: "Schrijf een antwoord.",
			ranking: "Zet deze op volgorde, of bevestig dat de volgorde zo klopt.",
		},
		refused: "Kijk nog eens naar dit antwoord.",
		notANumber: "Vul een getal in, bijvoorbeeld 42.",
		ambiguousNumber: "Dit kan op twee manieren worden gelezen. Schrijf {whole} of {decimal}.",
		atLeast: "Vul een getal in van ten minste {min}.",
		atMost: "Vul een getal in van ten hoogste {max}.",
		wholeNumber: "Vul een heel getal in.",
		inSteps: "Vul een getal in stappen van {step} in.",
		takeAtLeast: "Kies er ten minste {count}.",
		takeAtMost: "Kies er ten hoogste {count}.",
		writeAtLeast: { one: "Schrijf ten minste {count} teken.", other: "Schrijf ten minste {count} tekens." },
		range: {
			between: "Een getal van {min} tot en met {max}.",
			from: "Een getal van ten minste {min}.",
			to: "Een getal van ten hoogste {max}.",
		},
		take: {
			exactly: "Kies er {count}.",
			between: "Kies er {min} tot {max}.",
			from: "Kies er ten minste {count}.",
			upTo: "Kies er hoogstens {count}.",
			any: "Kies alles wat van toepassing is.",
		},
		charactersLeft: { one: "nog 1 teken", other: "nog {count} tekens" },
		tooLong: { one: "1 teken te veel", other: "{count} tekens te veel" },
	},

	slider: {
		unset: "Nog geen antwoord",
		tap: "Tik om te antwoorden",
		ends: "Van {low} tot {high}.",
	},

	ranking: {
		hint: "Sleep de kaarten aan hun greep op volgorde, of gebruik de pijlen. De eerste staat bovenaan.",
		confirm: "De volgorde klopt zo",
		up: "Omhoog: {label}",
		down: "Omlaag: {label}",
		moved: "{label}: {place} van {of}",
		conversation: "Gesprek {number}",
		rating: "Uw beoordeling",
		ratingOf: "{value}, van {min} tot {max}",
	},

	chat: {
		place: "Gesprek {index} van {of}",
		assistant: "Assistent",
		task: "Uw opdracht",
		named: "Assistent {letter}",
		you: "U",
		writing: "De assistent schrijft",
		writingAll: "De assistenten schrijven",
		message: "Uw bericht",
		messageAll: "Uw bericht aan alle assistenten",
		placeholder: "Schrijf een bericht",
		send: "Versturen",
		end: "Ik ben klaar met dit gesprek",
		unsent: "U hebt een bericht geschreven en niet verstuurd. Het gesprek zonder dit bericht beëindigen?",
		endAnyway: "Beëindigen zonder versturen",
		keepWriting: "Verder schrijven",
		empty: "Schrijf eerst iets.",
		otherTab: "Dit is niet verstuurd: het gesprek ging verder in een ander tabblad. Uw tekst staat hier weer.",
		needed: { one: "Nog één bericht voordat u verder kunt.", other: "Nog {count} berichten voordat u verder kunt." },
		mayEnd: {
			one: "U kunt nog één bericht versturen, of hier stoppen.",
			other: "U kunt nog hoogstens {count} berichten versturen, of hier stoppen.",
		},
		newBelow: "Nieuwe tekst hieronder",
		others: "Antwoorden die u niet hebt gekozen",
		said: "{name}: {text}",
		showReplies: "Welke antwoorden worden getoond",
		unread: "nieuw",
		ideas: "Ideeën voor een eerste bericht",
		copyCode: "Kopiëren",
	},

	choice: {
		rate: "Beoordeel elk antwoord",
		rateHint: "Tik op elke lijn, op de plek waar het antwoord voor u ligt.",
		pick: "Kies het beste antwoord",
		pickHint: "Het gesprek gaat verder met de assistent die u kiest.",
		rating: "Uw beoordeling van antwoord {letter}",
		reply: "Antwoord {letter}",
		rated: "{done} van {of} beoordeeld",
		tie: "Deze antwoorden zijn gelijk beoordeeld. Met welk wilt u verdergaan?",
		continue: "Verder met het beste",
		chooseThis: "Dit antwoord",
		missingPick: "Kies één antwoord.",
		missingTie: "Kies met welk antwoord u verdergaat.",
	},

	report: {
		open: "Melden",
		reported: "Gemeld",
		heading: "Dit antwoord melden",
		text: "Wat is er mis mee? De onderzoekers lezen dit, de assistent niet.",
		harmful: "Het is verontrustend of schadelijk",
		broken: "Het is kapot: afgebroken, onleesbaar of in een andere taal",
		note: "Wat er gebeurde",
		cancel: "Annuleren",
		send: "Melding versturen",
		sent: "Dank u. Uw melding is opgeslagen en het onderzoek gaat verder.",
		mayLeave: "Als u liever niet verdergaat, kunt u hier stoppen. De volgende pagina zegt wat er dan gebeurt.",
		goOn: "Verder met het onderzoek",
		leave: "Hier stoppen",
	},

	retry: {
		heading: "Dat is niet gelukt",
		reply: "De assistent kon niet antwoorden. Uw bericht is bewaard.",
		paused: "We konden zojuist niet verdergaan. Uw antwoorden zijn opgeslagen.",
		failedAgain:
			"De assistent kon weer niet antwoorden. Dat ligt niet aan u. U kunt het nog een keer proberen of dit gesprek beëindigen: het onderzoek gaat verder.",
		refused:
			"De assistent kan in dit gesprek niet meer antwoorden. Dat ligt niet aan u. Beëindig het gesprek hier: het onderzoek gaat verder.",
		pausedLong:
			"We kunnen nog steeds niet verdergaan. Dat ligt niet aan u, en uw antwoorden zijn opgeslagen. U kunt het nog een keer proberen, of hier stoppen.",
		again: "Nog een keer proberen",
		end: "Dit gesprek beëindigen",
		finish: "Hier stoppen",
	},

	exit: {
		reasons: {
			completed: { heading: "Bedankt. U bent klaar.", text: "Al uw antwoorden zijn opgeslagen." },
			declined: {
				heading: "U bent niet akkoord gegaan met deelname",
				text: "Dat is prima. Alleen dat u niet akkoord ging, wordt bewaard.",
			},
			screened_out: {
				heading: "Bedankt. Dit onderzoek is voor anderen",
				text: "Volgens uw antwoorden hoort u niet bij de groep die dit onderzoek zoekt. U hebt niets verkeerd gedaan.",
			},
			failed_checks: {
				heading: "Het onderzoek eindigt hier",
				text: "Enkele vragen controleerden of de instructies waren gelezen, en de antwoorden daarop klopten niet.",
			},
			full: {
				heading: "Het onderzoek is vol",
				text: "De laatste plaats is vlak voor u vergeven. U hebt niets verkeerd gedaan.",
			},
			expired: {
				heading: "De tijd voor dit onderzoek is voorbij",
				text: "Wat u daarvoor hebt geantwoord, is bewaard. Het onderzoek kan niet worden voortgezet.",
			},
			withdrawn: { heading: "U bent met het onderzoek gestopt", text: "U hoeft verder niets te doen." },
		},
		erased: { heading: "Uw gegevens zijn verwijderd", text: "Alles wat u in dit onderzoek hebt gegeven, is gewist." },
		placeLapsed:
			"Na de vragen is er enkele minuten een plaats voor u vrijgehouden. U had toen uw eerste bericht nog niet geschreven, en iemand anders heeft de laatste plaats gekregen. U hebt niets verkeerd gedaan.",
		lastTime:
			"Wat u nodig hebt op de site waar u vandaan kwam, staat hieronder nog. Gebruik of kopieer het voordat u deze pagina sluit: niemand kan het u daarna nog laten zien.",
		next: "Wat er nu gebeurt",
		code: "Uw voltooiingscode",
		copy: "De code kopiëren",
		copied: "Gekopieerd",
		copyByHand: "Selecteer de code en kopieer die.",
		hand: "Als u om een voltooiingscode wordt gevraagd, is het deze.",
		redirect: {
			one: "Over 1 seconde gaat u naar {host}.",
			other: "Over {count} seconden gaat u naar {host}.",
		},
		stopped: "Ga verder naar {host} wanneer u zover bent. Pas daar is uw deelname afgerond.",
		stay: "Hier blijven",
		go: "Verder naar {host}",
		payThere:
			"Wat u hiervoor krijgt, wordt beslist op de site waar u vandaan kwam. Ga daarheen terug met de knop of met de code op deze pagina: anders lijkt het daar alsof u niet klaar bent. Voor vragen kunt u de onderzoekers via die site schrijven.",
		noCode:
			"Hiervoor is er geen voltooiingscode. Als een wervingsplatform u heeft gestuurd, geef uw deelname daar dan terug of schrijf de onderzoekers via het platform. Schrijf anders degene die u de link stuurde, ook over de betaling.",
		closeTab: "U kunt deze pagina sluiten.",
		pay: "Als u betaald wordt voor uw deelname, gebeurt dat waar u vandaan kwam: ga daarheen terug met de knop of met de code op deze pagina.",
	},

	withdraw: {
		open: "Stoppen",
		openAfter: "Mijn gegevens verwijderen",
		heading: "Met het onderzoek stoppen?",
		headingAfter: "Uw gegevens verwijderen?",
		text: "U kunt op elk moment stoppen en hoeft niet te zeggen waarom. Wat moet er gebeuren met wat u tot nu toe hebt gegeven?",
		textAfter:
			"U kunt alles laten verwijderen wat u in dit onderzoek hebt gegeven: uw antwoorden, uw berichten, de antwoorden van de assistenten en uw deelnemers-ID.",
		keep: "Bewaren voor het onderzoek",
		keepHelp: "Uw antwoorden en berichten tot nu toe blijven in het onderzoek, zonder uw naam.",
		erase: "Verwijderen",
		eraseHelp:
			"Uw antwoorden, uw berichten, de antwoorden van de assistenten en uw deelnemers-ID worden gewist. Dit kan niet ongedaan worden gemaakt.",
		next: "Verder",
		cancel: "In het onderzoek blijven",
		cancelAfter: "Terug",
		sureHeading: "Weet u het zeker?",
		sureKeep: "Het onderzoek eindigt nu voor u. U kunt niet terugkomen. Wat u tot nu toe hebt gegeven, blijft bewaard.",
		sureErase:
			"Het onderzoek eindigt nu voor u, en u kunt niet terugkomen. Uw antwoorden, uw berichten, de antwoorden van de assistenten en uw deelnemers-ID worden voorgoed gewist.",
		sureEraseAfter:
			"Uw antwoorden, uw berichten, de antwoorden van de assistenten en uw deelnemers-ID worden voorgoed gewist. Dit kan niet ongedaan worden gemaakt.",
		losesCode:
			"Ook uw voltooiingscode en de weg terug naar de site waar u vandaan kwam, worden verwijderd. De volgende pagina toont ze voor het laatst. Als u voor uw deelname wordt betaald, lever de code dan in voordat u die pagina sluit.",
		doKeep: "Met het onderzoek stoppen",
		doErase: "Stoppen en alles verwijderen",
		doEraseAfter: "Alles verwijderen",
		payment:
			"Als u voor uw deelname wordt betaald, kan stoppen betekenen dat u niet wordt betaald: vraag het waar u zich hebt aangemeld.",
		chooseFirst: "Kies een mogelijkheid.",
		failed: "Dat is niet bij ons aangekomen. Probeer het nog een keer.",
	},

	trouble: {
		not_found: {
			heading: "Deze link werkt niet",
			text: "Misschien is hij niet volledig, of kent deze browser u niet. Open het onderzoek opnieuw vanaf de plek waar u het vond: u komt dan terug waar u was.",
		},
		erased: {
			heading: "Deze sessie is gewist",
			text: "Uw gegevens zijn verwijderd, zoals u vroeg. Als een wervingsplatform u heeft gestuurd en u daar geen voltooiingscode hebt ingeleverd, geef uw deelname daar dan terug.",
		},
		broken: {
			heading: "Er is iets niet gelukt",
			text: "Dat ligt aan ons. Alles wat u hebt verstuurd, is bewaard. Laad de pagina opnieuw.",
		},
		reload: "Opnieuw laden",
	},
};
