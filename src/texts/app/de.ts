import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Studie",
	loading: "Wird geladen …",
	progress: "Fortschritt",
	close: "Schließen",
	opensElsewhere: "{host}, öffnet sich in einem neuen Tab",
	minutesLeft: { one: "noch etwa 1 Minute", other: "noch etwa {count} Minuten" },
	stepOf: "Schritt {step} von {of}",

	save: {
		saved: "Gespeichert",
		saving: "Wird gespeichert …",
		offline: "Offline, wird später gespeichert",
	},
	offline: "Sie sind offline. Es geht nichts verloren; es geht weiter, sobald die Verbindung wieder da ist.",
	unreachable: "Die Studie ist gerade nicht erreichbar. Es geht nichts verloren; wir versuchen es weiter.",
	back: "Ihre Antworten sind gespeichert. Ein gespeicherter Schritt lässt sich nicht mehr ändern. Drücken Sie noch einmal auf „Zurück“, um die Seite zu verlassen; mit demselben Link kommen Sie an diese Stelle zurück.",

	menu: {
		open: "Menü",
		heading: "Menü",
		data: "Meine Daten",
		help: "Hilfe",
		dataText:
			"Alle Ihre bisherigen Antworten und Nachrichten sind unter einer Zufallsnummer gespeichert. Was wie lange aufbewahrt wird, steht in dem Text, dem Sie am Anfang zugestimmt haben.",
		dataHere:
			"Auf diesem Gerät bleibt nur, was Sie begonnen und noch nicht abgeschickt haben; beim Abschicken wird es hier gelöscht.",
		copy: "Eine Kopie meiner Gespräche speichern",
		copyFailed: "Die Kopie konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal.",
		copyName: "meine-gespraeche.txt",
		erase: "Studie verlassen und meine Daten löschen",
		helpText:
			"Sie können diese Seite jederzeit schließen und mit demselben Link zurückkommen: Sie sind dann wieder an derselben Stelle. Wenn etwas nicht funktioniert, laden Sie die Seite neu; dabei geht nichts verloren.",
		helpContact: "Bei Fragen schreiben Sie dem Forschungsteam bitte über die Seite, von der Sie hierher gekommen sind.",
		later: "Sie können später weitermachen, bis: {time}.",
		helpFailed: "Der Rest der Hilfe konnte nicht geladen werden.",
		contact: "Bei Fragen schreiben Sie an",
		ethics: "Genehmigt von",
		support: "Wenn Sie etwas belastet",
		country: "Ihr Land",
		otherCountry: "Ein anderes Land",
		consent: "Ihre Einwilligung",
		readConsent: "Noch einmal lesen",
	},

	consent: {
		heading: "Bevor Sie beginnen",
		agree: "Ich stimme zu",
		disagree: "Ich stimme nicht zu",
		sure: "Wenn Sie nicht zustimmen, endet die Studie hier. Sie haben dann nicht teilgenommen.",
		end: "Studie beenden",
		back: "Zurück",
	},

	form: {
		continue: "Weiter",
		optional: "optional",
		notApplicable: "Trifft nicht zu",
		none: "Entfällt",
		transcript: "Das Gespräch noch einmal lesen",
		transcriptOf: "{name} noch einmal lesen",
		search: "Tippen, um zu suchen",
		nothingFound: "Kein passender Eintrag gefunden.",
		page: "Teil {index} von {of}",
		back: "Zurück",
		missingHere: "Zu den fehlenden Antworten",
		faults: {
			one: "Bitte sehen Sie sich eine Antwort noch einmal an.",
			other: "Bitte sehen Sie sich {count} Antworten noch einmal an.",
		},
		missing: {
			vas: "Bitte tippen Sie auf der Linie auf die Stelle, die Ihrer Antwort entspricht.",
			likert: "Bitte wählen Sie eine Antwort.",
			number: "Bitte geben Sie eine Zahl ein.",
			choice: "Bitte wählen Sie eine Antwort.",
			choices: "Bitte wählen Sie mindestens eine Antwort.",
			text: "Bitte schreiben Sie eine Antwort.",
			ranking: "Bitte bringen Sie dies in eine Reihenfolge, oder bestätigen Sie, dass sie so stimmt.",
		},
		refused: "Bitte sehen Sie sich diese Antwort noch einmal an.",
		notANumber: "Bitte geben Sie eine Zahl ein, zum Beispiel 42.",
		ambiguousNumber: "Das lässt sich auf zwei Arten lesen. Bitte schreiben Sie {whole} oder {decimal}.",
		atLeast: "Bitte geben Sie eine Zahl ein, die mindestens {min} ist.",
		atMost: "Bitte geben Sie eine Zahl ein, die höchstens {max} ist.",
		wholeNumber: "Bitte geben Sie eine ganze Zahl ein.",
		inSteps: "Bitte geben Sie eine Zahl in Schritten von {step} ein.",
		takeAtLeast: "Bitte wählen Sie mindestens {count}.",
		takeAtMost: "Bitte wählen Sie höchstens {count}.",
		writeAtLeast: "Bitte schreiben Sie mindestens {count} Zeichen.",
		range: {
			between: "Eine Zahl von {min} bis {max}.",
			from: "Eine Zahl ab {min}.",
			to: "Eine Zahl bis {max}.",
		},
		take: {
			exactly: "Wählen Sie {count}.",
			between: "Wählen Sie {min} bis {max}.",
			from: "Wählen Sie mindestens {count}.",
			upTo: "Wählen Sie bis zu {count}.",
			any: "Wählen Sie alles aus, was zutrifft.",
		},
		charactersLeft: "noch {count} Zeichen",
		tooLong: "{count} Zeichen zu viel",
	},

	slider: {
		unset: "Noch keine Antwort",
		tap: "Zum Antworten tippen",
		ends: "Von {low} bis {high}.",
	},

	ranking: {
		hint: "Ziehen Sie die Karten am Griff in die gewünschte Reihenfolge, oder benutzen Sie die Pfeile. Platz 1 ist oben.",
		confirm: "Die Reihenfolge stimmt so",
		up: "Nach oben: {label}",
		down: "Nach unten: {label}",
		moved: "{label}: Platz {place} von {of}",
		conversation: "Gespräch {number}",
		rating: "Ihre Bewertung",
		ratingOf: "{value}, von {min} bis {max}",
	},

	chat: {
		place: "Gespräch {index} von {of}",
		assistant: "Assistent",
		task: "Ihre Aufgabe",
		named: "Assistent {letter}",
		you: "Sie",
		writing: "Der Assistent schreibt",
		writingAll: "Die Assistenten schreiben",
		message: "Ihre Nachricht",
		messageAll: "Ihre Nachricht an alle Assistenten",
		placeholder: "Nachricht schreiben",
		send: "Senden",
		stop: "Antwort stoppen",
		stopped: "Sie haben diese Antwort gestoppt.",
		end: "Ich bin mit diesem Gespräch fertig",
		unsent:
			"Sie haben eine Nachricht geschrieben und nicht gesendet. Möchten Sie das Gespräch beenden, ohne sie zu senden?",
		endAnyway: "Ohne Senden beenden",
		keepWriting: "Weiterschreiben",
		empty: "Bitte schreiben Sie zuerst etwas.",
		otherTab: "Dies wurde nicht gesendet: Das Gespräch ging in einem anderen Tab weiter. Ihr Text steht wieder hier.",
		needed: {
			one: "Noch eine Nachricht, dann geht es weiter.",
			other: "Noch {count} Nachrichten, dann geht es weiter.",
		},
		left: {
			one: "Noch eine Nachricht",
			other: "Noch bis zu {count} Nachrichten",
		},
		mayEnd: {
			one: "Sie können noch eine Nachricht senden oder hier aufhören.",
			other: "Sie können noch bis zu {count} Nachrichten senden oder hier aufhören.",
		},
		newBelow: "Neuer Text weiter unten",
		others: "Antworten, die Sie nicht gewählt haben",
		said: "{name}: {text}",
		showReplies: "Angezeigte Antworten",
		unread: "neu",
		newAssistant: "Ein neuer Assistent. Er kennt Ihre früheren Gespräche nicht.",
		newAssistants: "Neue Assistenten. Sie kennen Ihre früheren Gespräche nicht.",
		lastReply: "Das war die letzte Antwort. Machen Sie weiter, wenn Sie sie gelesen haben.",
		unseenHeading: "Es gibt noch mehr zu lesen",
		unseenReply: "Das Ende der Antwort haben Sie noch nicht gesehen.",
		unseen: "Hier haben Sie das Ende noch nicht gesehen: {names}.",
		showUnseen: "Anzeigen",
		goOnAnyway: "Trotzdem weiter",
		tooLong: "{count} Zeichen zu viel. Was nach „…{end}“ kommt, passt nicht mehr.",
		ideas: "Ideen für eine erste Nachricht",
		copyCode: "Kopieren",
	},

	choice: {
		rate: "Bewerten Sie jede Antwort",
		rateHint: "Tippen Sie auf jeder Linie auf die Stelle, die Ihrer Bewertung entspricht.",
		pick: "Wählen Sie die beste Antwort",
		pickHint: "Das Gespräch geht mit dem Assistenten weiter, den Sie wählen.",
		rating: "Ihre Bewertung von Antwort {letter}",
		reply: "Antwort {letter}",
		rated: "{done} von {of} bewertet",
		tie: "Diese Antworten sind gleich bewertet. Mit welcher möchten Sie weitermachen?",
		continue: "Mit der besten weitermachen",
		chooseThis: "Diese",
		missingPick: "Bitte wählen Sie eine Antwort.",
		missingTie: "Bitte wählen Sie, mit welcher es weitergehen soll.",
		jump: "Zu einer Antwort gehen",
		chipRated: "Antwort {letter}, bewertet",
		chipUnrated: "Antwort {letter}, noch nicht bewertet",
		missingRatings: "Noch nicht bewertet: {names}.",
	},

	report: {
		open: "Melden",
		reported: "Gemeldet",
		heading: "Diese Antwort melden",
		text: "Was stimmt damit nicht? Das liest das Forschungsteam, der Assistent nicht.",
		harmful: "Sie ist verstörend oder schädlich",
		broken: "Sie ist fehlerhaft: abgeschnitten, unlesbar oder in einer anderen Sprache",
		note: "Was ist passiert",
		cancel: "Abbrechen",
		send: "Meldung senden",
		sent: "Danke. Ihre Meldung ist gespeichert, und die Studie geht weiter.",
		mayLeave: "Wenn Sie lieber nicht weitermachen, können Sie hier aufhören. Die nächste Seite sagt, was dann kommt.",
		goOn: "Mit der Studie weitermachen",
		leave: "Hier aufhören",
	},

	retry: {
		heading: "Das hat nicht funktioniert",
		reply: "Der Assistent konnte nicht antworten. Ihre Nachricht ist gespeichert.",
		paused: "Gerade ging es nicht weiter. Ihre Antworten sind gespeichert.",
		failedAgain:
			"Der Assistent konnte wieder nicht antworten. Das liegt nicht an Ihnen. Sie können es noch einmal versuchen oder dieses Gespräch beenden; die Studie geht weiter.",
		refused:
			"Der Assistent kann in diesem Gespräch nicht mehr antworten. Das liegt nicht an Ihnen. Bitte beenden Sie das Gespräch hier; die Studie geht weiter.",
		pausedLong:
			"Es geht immer noch nicht weiter. Das liegt nicht an Ihnen, und Ihre Antworten sind gespeichert. Sie können es noch einmal versuchen oder hier aufhören.",
		again: "Noch einmal versuchen",
		end: "Dieses Gespräch beenden",
		finish: "Hier aufhören",
	},

	exit: {
		reasons: {
			completed: { heading: "Vielen Dank. Sie sind fertig.", text: "Alle Ihre Antworten sind gespeichert." },
			declined: {
				heading: "Sie haben der Teilnahme nicht zugestimmt",
				text: "Das ist in Ordnung. Gespeichert wird nur, dass Sie abgelehnt haben.",
			},
			screened_out: {
				heading: "Vielen Dank. Diese Studie richtet sich an andere",
				text: "Nach Ihren Antworten gehören Sie nicht zu der Gruppe, die diese Studie sucht. Sie haben nichts falsch gemacht.",
			},
			failed_checks: {
				heading: "Die Studie endet hier",
				text: "Mit einigen Fragen wurde geprüft, ob die Anweisungen gelesen wurden. Ihre Antworten darauf waren nicht die erwarteten.",
			},
			full: {
				heading: "Alle Plätze sind vergeben",
				text: "Der letzte Platz wurde kurz vor Ihnen vergeben. Sie haben nichts falsch gemacht.",
			},
			expired: {
				heading: "Die Zeit für diese Studie ist abgelaufen",
				text: "Ihre Antworten bis dahin sind gespeichert. Die Studie kann nicht fortgesetzt werden.",
			},
			withdrawn: { heading: "Sie haben die Studie verlassen", text: "Sie müssen nichts weiter tun." },
		},
		kept: "Was Sie bisher angegeben haben, bleibt erhalten.",
		erased: {
			heading: "Ihre Daten sind gelöscht",
			text: "Alles, was Sie in dieser Studie angegeben haben, ist gelöscht.",
		},
		placeLapsed:
			"Nach den Fragen wurde Ihnen einige Minuten lang ein Platz freigehalten. In dieser Zeit haben Sie keine Nachricht gesendet, und der letzte Platz ging an eine andere Person. Sie haben nichts falsch gemacht.",
		lastTime:
			"Was Sie auf der Seite brauchen, von der Sie gekommen sind, steht noch unten. Verwenden oder kopieren Sie es, bevor Sie diese Seite schließen: Danach kann es Ihnen niemand mehr zeigen.",
		next: "Wie es weitergeht",
		code: "Ihr Abschlusscode",
		copy: "Code kopieren",
		copied: "Kopiert",
		copyByHand: "Markieren Sie den Code und kopieren Sie ihn.",
		hand: "Wenn Sie nach einem Abschlusscode gefragt werden, ist es dieser.",
		redirect: {
			one: "In 1 Sekunde werden Sie zu {host} weitergeleitet.",
			other: "In {count} Sekunden werden Sie zu {host} weitergeleitet.",
		},
		stopped: "Gehen Sie weiter zu {host}, wenn Sie so weit sind. Erst dort ist Ihre Teilnahme abgeschlossen.",
		stay: "Hier bleiben",
		go: "Weiter zu {host}",
		payThere:
			"Was Sie dafür erhalten, entscheidet sich auf der Seite, von der Sie gekommen sind. Bitte kehren Sie über die Schaltfläche oder mit dem Code auf dieser Seite dorthin zurück: Sonst sieht es dort so aus, als hätten Sie die Studie nicht beendet. Bei Fragen schreiben Sie den Forschenden dort eine Nachricht.",
		noCode:
			"Dafür gibt es keinen Abschlusscode. Wenn Sie über eine Rekrutierungsplattform gekommen sind, geben Sie Ihre Teilnahme dort bitte zurück oder schreiben Sie den Forschenden über sie. Sonst wenden Sie sich, auch wegen der Bezahlung, an die Person, von der Sie den Link haben.",
		closeTab: "Sie können diese Seite schließen.",
		pay: "Wenn Sie für die Teilnahme bezahlt werden, wird das auf der Seite geregelt, von der Sie gekommen sind: Kehren Sie über die Schaltfläche oder mit dem Code auf dieser Seite dorthin zurück.",
	},

	withdraw: {
		open: "Verlassen",
		openAfter: "Meine Daten löschen",
		heading: "Die Studie verlassen?",
		headingAfter: "Ihre Daten löschen?",
		text: "Sie können jederzeit aufhören und müssen keinen Grund nennen. Was soll mit dem geschehen, was Sie bisher angegeben haben?",
		textAfter:
			"Sie können alles löschen lassen, was Sie in dieser Studie angegeben haben: Ihre Antworten, Ihre Nachrichten, die Antworten der Assistenten und Ihre Teilnehmer-ID.",
		keep: "Für die Forschung behalten",
		keepHelp: "Ihre bisherigen Antworten und Nachrichten bleiben in der Studie, ohne Ihren Namen.",
		erase: "Löschen",
		eraseHelp:
			"Ihre Antworten, Ihre Nachrichten, die Antworten der Assistenten und Ihre Teilnehmer-ID werden gelöscht. Das lässt sich nicht rückgängig machen.",
		cancel: "In der Studie bleiben",
		cancelAfter: "Zurück",
		sureHeading: "Sind Sie sicher?",
		sureKeep:
			"Die Studie endet jetzt für Sie. Sie können nicht zurückkommen. Was Sie bisher angegeben haben, bleibt erhalten.",
		sureErase:
			"Die Studie endet jetzt für Sie, und Sie können nicht zurückkommen. Ihre Antworten, Ihre Nachrichten, die Antworten der Assistenten und Ihre Teilnehmer-ID werden endgültig gelöscht.",
		sureEraseAfter:
			"Ihre Antworten, Ihre Nachrichten, die Antworten der Assistenten und Ihre Teilnehmer-ID werden endgültig gelöscht. Das lässt sich nicht rückgängig machen.",
		losesCode:
			"Auch Ihr Abschlusscode und der Weg zurück zu der Seite, von der Sie gekommen sind, werden gelöscht. Die nächste Seite zeigt sie zum letzten Mal. Wenn Sie für die Teilnahme bezahlt werden, verwenden Sie den Code, bevor Sie die nächste Seite schließen.",
		doKeep: "Die Studie verlassen",
		doErase: "Verlassen und alles löschen",
		doEraseAfter: "Alles löschen",
		payment:
			"Wenn Sie für die Teilnahme bezahlt werden, kann die Bezahlung entfallen, wenn Sie gehen: Bitte fragen Sie dort nach, wo Sie sich angemeldet haben.",
		chooseFirst: "Bitte wählen Sie eine Möglichkeit.",
		failed: "Das ist nicht bei uns angekommen. Bitte versuchen Sie es noch einmal.",
	},

	trouble: {
		not_found: {
			heading: "Dieser Link funktioniert nicht",
			text: "Vielleicht ist er unvollständig, oder dieser Browser kennt Sie nicht. Bitte öffnen Sie die Studie noch einmal von dort, wo Sie sie gefunden haben: Sie können dann dort weitermachen, wo Sie waren.",
		},
		erased: {
			heading: "Diese Sitzung wurde gelöscht",
			text: "Ihre Daten wurden gelöscht, wie Sie es wollten. Wenn Sie über eine Rekrutierungsplattform gekommen sind und dort keinen Abschlusscode abgegeben haben, geben Sie Ihre Teilnahme dort bitte zurück.",
		},
		broken: {
			heading: "Etwas hat nicht funktioniert",
			text: "Das ist unser Fehler. Alles, was Sie abgeschickt haben, ist gespeichert. Bitte laden Sie die Seite neu.",
		},
		reload: "Neu laden",
	},
};
