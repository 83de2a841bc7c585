import type { Translation } from "../template.ts";
import type { PageTexts } from "./en.ts";

export const texts: Translation<PageTexts> = {
	title: "Studie",
	description: "Eine Studie über Gespräche mit KI-Assistenten.",
	noscript: "Diese Studie braucht JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu.",
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
			text: "Vielleicht war er nur eine Zeit lang gültig. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.",
		},
		refused: {
			heading: "Mit diesem Link lässt sich die Studie nicht öffnen",
			text: "Ein Link gilt nur kurze Zeit und nur für eine Person. Bitte gehen Sie dorthin zurück, wo Sie die Studie gefunden haben, und öffnen Sie sie von dort. Wenn Sie schon begonnen haben, benutzen Sie denselben Browser wie vorher.",
		},
		unknown: {
			heading: "Hier ist nichts",
			text: "Bitte prüfen Sie den Link, oder öffnen Sie die Studie von dort, wo Sie sie gefunden haben.",
		},
		closed: {
			heading: "Diese Studie nimmt gerade niemanden auf",
			text: "Sie hat noch nicht begonnen, macht eine Pause oder ist zu Ende. Sie haben nichts falsch gemacht.",
		},
		busy: {
			heading: "Gerade kann niemand neu beginnen",
			text: "Es hat noch nichts begonnen. Bitte versuchen Sie es in einigen Minuten mit demselben Link noch einmal.",
		},
		crowded: {
			heading: "Gerade öffnen sehr viele Menschen diese Seite",
			text: "Bitte warten Sie eine Minute und öffnen Sie denselben Link noch einmal. Es geht nichts verloren.",
		},
		stranger: {
			heading: "Bitte öffnen Sie die Studie noch einmal",
			text: "Dieser Browser kennt Sie nicht. Öffnen Sie die Studie von dort, wo Sie sie gefunden haben: Sie kommen dann an Ihre Stelle zurück.",
		},
		erased: {
			heading: "Diese Sitzung wurde gelöscht",
			text: "Sie haben darum gebeten, Ihre Antworten zu löschen; das ist geschehen.",
		},
		ours: {
			heading: "Etwas hat nicht funktioniert",
			text: "Das ist unser Fehler. Was Sie geantwortet haben, ist gespeichert. Bitte versuchen Sie es in einer Minute noch einmal.",
		},
	},
	payment: {
		prolific:
			"Wenn Sie bei Prolific einen Platz belegt haben und es auch später nicht klappt, geben Sie Ihre Teilnahme dort bitte zurück („Return“): Das zählt nicht gegen Sie. Bei Fragen schreiben Sie den Forschenden über die Nachrichten von Prolific.",
		link: "Wenn Sie für die Teilnahme bezahlt werden oder Fragen haben, schreiben Sie bitte der Person, von der Sie den Link haben, und nennen Sie die Nummer unten.",
		either:
			"Wenn Sie über eine Rekrutierungsplattform gekommen sind, geben Sie Ihre Teilnahme dort bitte zurück oder schreiben Sie den Forschenden über deren Nachrichten. Sonst wenden Sie sich an die Person, von der Sie den Link haben.",
	},
};
