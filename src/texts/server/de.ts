import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Studie",
	description: "Eine Studie über Gespräche mit KI-Assistenten.",
	noscript: "Diese Studie benötigt JavaScript. Bitte aktivieren Sie es und laden Sie die Seite neu.",
	reload: "Neu laden",
	home: {
		heading: "Hier finden Forschungsstudien statt",
		text: "Um an einer Studie teilzunehmen, öffnen Sie bitte den Link, den Sie dafür erhalten haben. Diese Adresse allein führt zu keiner Studie.",
		researchers: "Für Forschende: was dieser Dienst kann",
	},
	refusals: {
		incomplete: {
			heading: "Dieser Link ist nicht vollständig",
			text: "Bitte gehen Sie dorthin zurück, wo Sie die Studie gefunden haben, und öffnen Sie sie von dort. Der Link muss Ihre Teilnehmer-ID enthalten.",
		},
		lapsed: {
			heading: "Dieser persönliche Link funktioniert nicht mehr",
			text: "Vielleicht ist er abgelaufen. Bitten Sie die Person, die ihn Ihnen geschickt hat, um einen neuen.",
		},
		refused: {
			heading: "Mit diesem Link lässt sich die Studie nicht öffnen",
			text: "Ein Link gilt nur kurze Zeit und nur für eine Person. Bitte gehen Sie dorthin zurück, wo Sie die Studie gefunden haben, und öffnen Sie sie von dort. Wenn Sie schon begonnen haben, benutzen Sie denselben Browser wie vorher.",
		},
		unknown: {
			heading: "Hier gibt es nichts",
			text: "Bitte prüfen Sie den Link, oder öffnen Sie die Studie von dort, wo Sie sie gefunden haben.",
		},
		closed: {
			heading: "Diese Studie nimmt zurzeit keine neuen Teilnehmenden auf",
			text: "Sie hat noch nicht begonnen, ist unterbrochen oder bereits beendet. Sie haben nichts falsch gemacht.",
		},
		busy: {
			heading: "Zurzeit können keine neuen Teilnehmenden beginnen",
			text: "Sie haben noch nicht begonnen. Bitte versuchen Sie es in einigen Minuten mit demselben Link noch einmal.",
		},
		crowded: {
			heading: "Zurzeit rufen sehr viele Menschen diese Seite auf",
			text: "Bitte warten Sie eine Minute und öffnen Sie denselben Link noch einmal. Es geht nichts verloren.",
		},
		stranger: {
			heading: "Bitte öffnen Sie die Studie noch einmal",
			text: "Dieser Browser kennt Sie nicht. Öffnen Sie die Studie von dort, wo Sie sie gefunden haben: Sie können dann dort weitermachen, wo Sie waren.",
		},
		erased: {
			heading: "Diese Sitzung wurde gelöscht",
			text: "Sie haben darum gebeten, Ihre Antworten zu löschen; das ist geschehen.",
		},
		ours: {
			heading: "Etwas hat nicht funktioniert",
			text: "Das ist unser Fehler. Ihre Antworten sind gespeichert. Bitte versuchen Sie es in einer Minute noch einmal.",
		},
	},
	payment: {
		prolific:
			"Wenn Sie bei Prolific einen Platz belegt haben und es auch später nicht klappt, geben Sie Ihre Teilnahme dort bitte zurück („Return“): Das wird Ihnen nicht negativ angerechnet. Bei Fragen schreiben Sie den Forschenden über die Nachrichten von Prolific.",
		link: "Wenn Sie für die Teilnahme bezahlt werden oder Fragen haben, schreiben Sie bitte der Person, von der Sie den Link haben, und geben Sie die Nummer unten an.",
		either:
			"Wenn Sie über eine Rekrutierungsplattform gekommen sind, geben Sie Ihre Teilnahme dort bitte zurück oder schreiben Sie den Forschenden über deren Nachrichten. Sonst wenden Sie sich an die Person, von der Sie den Link haben.",
	},
};
