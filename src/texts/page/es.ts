import type { Translation } from "../template.ts";
import type { PageTexts } from "./en.ts";

export const texts: Translation<PageTexts> = {
	title: "Estudio",
	description: "Un estudio sobre conversaciones con asistentes de IA.",
	noscript: "Este estudio necesita JavaScript. Actívelo, por favor, y vuelva a cargar la página.",
	reload: "Volver a cargar",
	home: {
		heading: "Aquí se realizan estudios de investigación",
		text: "Para participar en un estudio, abra el enlace que recibió para él. Esta dirección por sí sola no lleva a ninguno.",
		researchers: "Para investigadores: qué puede hacer este servicio",
	},
	refusals: {
		incomplete: {
			heading: "Este enlace no está completo",
			text: "Vuelva, por favor, a donde encontró el estudio y ábralo desde allí. El enlace tiene que incluir su identificador de participante.",
		},
		lapsed: {
			heading: "Este enlace personal ya no funciona",
			text: "Puede que solo fuera válido durante un tiempo. Pida uno nuevo a quien se lo envió, por favor.",
		},
		refused: {
			heading: "Este enlace no abre el estudio",
			text: "Un enlace funciona poco tiempo y para una sola persona. Vuelva, por favor, a donde encontró el estudio y ábralo desde allí. Si ya había empezado, use el mismo navegador que antes.",
		},
		unknown: {
			heading: "Aquí no hay nada",
			text: "Compruebe el enlace, por favor, o abra el estudio desde donde lo encontró.",
		},
		closed: {
			heading: "Este estudio no admite a nadie en este momento",
			text: "No ha empezado, está en pausa o ha terminado. No ha hecho nada mal.",
		},
		busy: {
			heading: "En este momento nadie nuevo puede empezar",
			text: "Todavía no ha empezado nada. Inténtelo de nuevo en unos minutos con el mismo enlace, por favor.",
		},
		crowded: {
			heading: "Muchas personas están abriendo esta página en este momento",
			text: "Espere un minuto, por favor, y abra de nuevo el mismo enlace. No se ha perdido nada.",
		},
		stranger: {
			heading: "Abra el estudio de nuevo, por favor",
			text: "Este navegador no le conoce. Abra el estudio desde donde lo encontró: volverá al punto en el que estaba.",
		},
		erased: {
			heading: "Esta sesión se ha borrado",
			text: "Pidió que se borraran sus respuestas, y están borradas.",
		},
		ours: {
			heading: "Algo no ha funcionado",
			text: "Es culpa nuestra. Lo que ha respondido se conserva. Inténtelo de nuevo en un minuto, por favor.",
		},
	},
	payment: {
		prolific:
			"Si ocupó una plaza en Prolific y más tarde tampoco funciona, devuelva allí su participación («return»), por favor: no cuenta en su contra. Si tiene preguntas, escriba a los investigadores por los mensajes de Prolific.",
		link: "Si le pagan por participar o tiene preguntas, escriba, por favor, a quien le envió el enlace e indique el número de abajo.",
		either:
			"Si le envió una plataforma de reclutamiento, devuelva allí su participación, por favor, o escriba a los investigadores por sus mensajes. Si no, escriba a quien le envió el enlace.",
	},
};
