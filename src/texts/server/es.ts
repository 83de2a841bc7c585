import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Estudio",
	description: "Un estudio sobre conversaciones con asistentes de IA.",
	noscript: "Este estudio necesita JavaScript. Por favor, actívelo y vuelva a cargar la página.",
	reload: "Volver a cargar",
	home: {
		heading: "Aquí se realizan estudios de investigación",
		text: "Para participar en un estudio, abra el enlace que recibió. Esta dirección por sí sola no abre ningún estudio.",
		researchers: "Para investigadores: qué puede hacer este servicio",
	},
	refusals: {
		incomplete: {
			heading: "Este enlace no está completo",
			text: "Vuelva, por favor, a donde encontró el estudio y ábralo desde allí. El enlace tiene que incluir su identificador de participante.",
		},
		lapsed: {
			heading: "Este enlace personal ya no funciona",
			text: "Es posible que haya caducado. Pida uno nuevo a quien se lo envió, por favor.",
		},
		refused: {
			heading: "Este enlace no abre el estudio",
			text: "Cada enlace funciona solo durante un tiempo breve y para una sola persona. Vuelva, por favor, a donde encontró el estudio y ábralo desde allí. Si ya había empezado, use el mismo navegador que antes.",
		},
		unknown: {
			heading: "Aquí no hay nada",
			text: "Compruebe el enlace, por favor, o abra el estudio desde donde lo encontró.",
		},
		closed: {
			heading: "En este momento, este estudio no admite nuevos participantes",
			text: "El estudio aún no ha empezado, está en pausa o ha terminado. Usted no ha hecho nada mal.",
		},
		busy: {
			heading: "En este momento no pueden empezar nuevos participantes",
			text: "Usted todavía no ha empezado. Inténtelo de nuevo en unos minutos con el mismo enlace, por favor.",
		},
		crowded: {
			heading: "Muchas personas están abriendo esta página en este momento",
			text: "Espere un minuto, por favor, y abra de nuevo el mismo enlace. No se ha perdido nada.",
		},
		stranger: {
			heading: "Abra el estudio de nuevo, por favor",
			text: "Este navegador no le reconoce. Abra el estudio desde donde lo encontró: volverá al punto en el que estaba.",
		},
		erased: {
			heading: "Esta sesión se ha borrado",
			text: "Pidió que se borraran sus respuestas, y así se ha hecho.",
		},
		ours: {
			heading: "Algo no ha funcionado",
			text: "Es culpa nuestra. Sus respuestas están guardadas. Inténtelo de nuevo en un minuto, por favor.",
		},
	},
	payment: {
		prolific:
			"Si ocupó una plaza en Prolific y tampoco funciona más tarde, devuelva allí su participación («return»), por favor: no le perjudica. Si tiene preguntas, escriba a los investigadores por los mensajes de Prolific.",
		link: "Si le pagan por participar o tiene preguntas, escriba, por favor, a quien le envió el enlace e indique el número de abajo.",
		either:
			"Si llegó desde una plataforma de reclutamiento, devuelva allí su participación, por favor, o escriba a los investigadores por los mensajes de la plataforma. Si no, escriba a quien le envió el enlace.",
	},
};
