import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Estudio",
	loading: "Cargando…",
	progress: "Progreso",
	close: "Cerrar",
	opensElsewhere: "{host}, se abre en una pestaña nueva",
	minutesLeft: { one: "queda aproximadamente 1 minuto", other: "quedan unos {count} minutos" },

	save: {
		saved: "Guardado",
		saving: "Guardando…",
		offline: "Sin conexión, se guardará",
	},
	offline: "No tiene conexión. No se ha perdido nada; seguiremos cuando vuelva la conexión.",
	unreachable: "En este momento no se puede acceder al estudio. No se ha perdido nada; seguimos intentándolo.",
	back: "Sus respuestas están guardadas, y un paso guardado ya no se puede cambiar. Pulse «Atrás» una vez más para salir; con el mismo enlace volverá a este punto.",

	menu: {
		open: "Menú",
		heading: "Menú",
		data: "Mis datos",
		help: "Ayuda",
		dataText:
			"Todo lo que ha respondido y escrito hasta ahora está guardado con el estudio, bajo un número aleatorio. Qué se conserva, y durante cuánto tiempo, figura en el texto que aceptó al principio.",
		dataHere: "En este dispositivo solo se conserva lo que ha empezado y no ha enviado; desaparece cuando lo envía.",
		copy: "Guardar una copia de mis conversaciones",
		copyFailed: "No se ha podido hacer la copia. Inténtelo de nuevo, por favor.",
		copyName: "mis-conversaciones.txt",
		erase: "Salir y borrar mis datos",
		helpText:
			"Puede cerrar esta página en cualquier momento y volver con el mismo enlace: estará donde lo dejó. Si algo no funciona, vuelva a cargar la página; no se perderá nada.",
		helpContact: "Si tiene preguntas, escriba al equipo de investigación a través de la página que le trajo aquí.",
		later: "Puede terminar más tarde, hasta: {time}.",
		helpFailed: "No se pudo cargar el resto de la ayuda.",
		contact: "Si tiene preguntas, escriba a",
		ethics: "Aprobado por",
		support: "Si algo le afecta",
		country: "Su país",
		otherCountry: "Otro país",
		consent: "Lo que usted aceptó",
		readConsent: "Volver a leerlo",
	},

	consent: {
		heading: "Antes de empezar",
		agree: "Acepto",
		disagree: "No acepto",
		sure: "Si no acepta, el estudio termina aquí. No habrá participado en él.",
		end: "Terminar el estudio",
		back: "Volver",
	},

	form: {
		continue: "Continuar",
		optional: "opcional",
		notApplicable: "No aplicable",
		none: "No aplica",
		transcript: "Volver a leer la conversación",
		transcriptOf: "Volver a leer: {name}",
		search: "Escriba para buscar",
		nothingFound: "Nada en la lista coincide.",
		page: "Parte {index} de {of}",
		back: "Atrás",
		missingHere: "Ir a lo que falta",
		faults: { one: "Revise una respuesta, por favor.", other: "Revise {count} respuestas, por favor." },
		missing: {
			vas: "Toque la línea en el punto de su respuesta, por favor.",
			likert: "Elija una respuesta, por favor.",
			number: "Escriba un número, por favor.",
			choice: "Elija una respuesta, por favor.",
			choices: "Elija al menos una respuesta, por favor.",
			text: "Escriba una respuesta, por favor.",
			ranking: "Ordene estos elementos, por favor, o confirme que el orden es correcto.",
		},
		refused: "Revise esta respuesta, por favor.",
		notANumber: "Escriba un número, por favor; por ejemplo, 42.",
		ambiguousNumber: "Este número se puede leer de dos maneras. Escriba {whole} o {decimal}, por favor.",
		atLeast: "Escriba un número de al menos {min}, por favor.",
		atMost: "Escriba un número de {max} como máximo, por favor.",
		wholeNumber: "Escriba un número entero, por favor.",
		inSteps: "Escriba un número en pasos de {step}, por favor.",
		takeAtLeast: "Elija al menos {count}, por favor.",
		takeAtMost: "Elija {count} como máximo, por favor.",
		writeAtLeast: {
			one: "Escriba al menos {count} carácter, por favor.",
			other: "Escriba al menos {count} caracteres, por favor.",
		},
		range: {
			between: "Un número del {min} al {max}.",
			from: "Un número de al menos {min}.",
			to: "Un número de {max} como máximo.",
		},
		take: {
			exactly: "Elija {count}.",
			between: "Elija de {min} a {max}.",
			from: "Elija al menos {count}.",
			upTo: "Elija hasta {count}.",
			any: "Elija todo lo que corresponda.",
		},
		charactersLeft: { one: "queda 1 carácter", other: "quedan {count} caracteres" },
		tooLong: { one: "sobra 1 carácter", other: "sobran {count} caracteres" },
	},

	slider: {
		unset: "Todavía sin respuesta",
		tap: "Toque para responder",
		ends: "De {low} a {high}.",
	},

	ranking: {
		hint: "Arrastre las tarjetas por su asa para ordenarlas, o use las flechas. La primera está arriba.",
		confirm: "El orden es correcto así",
		up: "Subir: {label}",
		down: "Bajar: {label}",
		moved: "{label}: {place} de {of}",
		conversation: "Conversación {number}",
		rating: "Su valoración",
		ratingOf: "{value}, de {min} a {max}",
	},

	chat: {
		place: "Conversación {index} de {of}",
		assistant: "Asistente",
		task: "Su tarea",
		named: "Asistente {letter}",
		you: "Usted",
		writing: "El asistente está escribiendo",
		writingAll: "Los asistentes están escribiendo",
		message: "Su mensaje",
		messageAll: "Su mensaje a todos los asistentes",
		placeholder: "Escriba un mensaje",
		send: "Enviar",
		end: "He terminado esta conversación",
		unsent: "Ha escrito un mensaje y no lo ha enviado. ¿Terminar la conversación sin él?",
		endAnyway: "Terminar sin enviar",
		keepWriting: "Seguir escribiendo",
		empty: "Escriba algo primero, por favor.",
		otherTab: "Esto no se ha enviado: la conversación siguió en otra pestaña. Su texto vuelve a estar aquí.",
		needed: { one: "Un mensaje más para poder continuar.", other: "{count} mensajes más para poder continuar." },
		mayEnd: {
			one: "Puede enviar un mensaje más o terminar aquí.",
			other: "Puede enviar hasta {count} mensajes más o terminar aquí.",
		},
		newBelow: "Texto nuevo más abajo",
		others: "Respuestas que no eligió",
		said: "{name}: {text}",
		showReplies: "Respuestas que se muestran",
		unread: "nuevo",
		ideas: "Ideas para un primer mensaje",
		copyCode: "Copiar",
	},

	choice: {
		rate: "Valore cada respuesta",
		rateHint: "Toque cada línea en el punto donde está la respuesta para usted.",
		pick: "Elija la mejor respuesta",
		pickHint: "La conversación sigue con el asistente que elija.",
		rating: "Su valoración de la respuesta {letter}",
		reply: "Respuesta {letter}",
		rated: "{done} de {of} valoradas",
		tie: "Estas respuestas tienen la misma valoración. ¿Con cuál quiere seguir?",
		continue: "Seguir con la mejor",
		chooseThis: "Esta",
		missingPick: "Elija una respuesta, por favor.",
		missingTie: "Diga con cuál quiere seguir, por favor.",
	},

	report: {
		open: "Informar",
		reported: "Informado",
		heading: "Informar de esta respuesta",
		text: "¿Qué tiene de malo? Lo leen los investigadores; el asistente no lo ve.",
		harmful: "Es perturbadora o dañina",
		broken: "Está mal: cortada, ilegible o en otro idioma",
		note: "Qué ocurrió",
		cancel: "Cancelar",
		send: "Enviar el informe",
		sent: "Gracias. Su informe está guardado y el estudio continúa.",
		mayLeave: "Si prefiere no continuar, puede terminar aquí. La página siguiente explica qué ocurre entonces.",
		goOn: "Continuar con el estudio",
		leave: "Terminar aquí",
	},

	retry: {
		heading: "No ha funcionado",
		reply: "El asistente no ha podido responder. Su mensaje se conserva.",
		paused: "Ahora no hemos podido continuar. Sus respuestas están guardadas.",
		failedAgain:
			"El asistente tampoco ha podido responder esta vez. No es culpa suya. Puede intentarlo de nuevo o terminar esta conversación: el estudio continúa.",
		refused:
			"El asistente ya no puede responder en esta conversación. No es culpa suya. Termine aquí la conversación, por favor: el estudio continúa.",
		pausedLong:
			"Seguimos sin poder continuar. No es culpa suya, y sus respuestas están guardadas. Puede intentarlo de nuevo o terminar aquí.",
		again: "Intentar de nuevo",
		end: "Terminar esta conversación",
		finish: "Terminar aquí",
	},

	exit: {
		reasons: {
			completed: { heading: "Gracias. Ha terminado.", text: "Todas sus respuestas están guardadas." },
			declined: {
				heading: "No ha aceptado participar",
				text: "No pasa nada. Solo se conserva que no aceptó.",
			},
			screened_out: {
				heading: "Gracias. Este estudio es para otras personas",
				text: "Según sus respuestas, no forma parte del grupo que busca este estudio. No ha hecho nada mal.",
			},
			failed_checks: {
				heading: "El estudio termina aquí",
				text: "Algunas preguntas comprobaban si se habían leído las instrucciones, y las respuestas no coincidían.",
			},
			full: {
				heading: "El estudio está completo",
				text: "La última plaza se ocupó justo antes. No ha hecho nada mal.",
			},
			expired: {
				heading: "El tiempo para este estudio ha terminado",
				text: "Lo que respondió antes se conserva. El estudio no se puede continuar.",
			},
			withdrawn: { heading: "Ha salido del estudio", text: "No tiene que hacer nada más." },
		},
		erased: { heading: "Sus datos están borrados", text: "Todo lo que dio en este estudio se ha borrado." },
		placeLapsed:
			"Después de las preguntas le reservamos una plaza durante unos minutos. En ese tiempo no había escrito su primer mensaje, y otra persona ocupó la última plaza. No ha hecho nada mal.",
		lastTime:
			"Lo que necesita en el sitio del que viene todavía se muestra abajo. Úselo o cópielo antes de cerrar esta página: nadie podrá mostrárselo otra vez.",
		next: "Qué ocurre ahora",
		code: "Su código de finalización",
		copy: "Copiar el código",
		copied: "Copiado",
		copyByHand: "Seleccione el código y cópielo.",
		hand: "Si le piden un código de finalización, es este.",
		redirect: {
			one: "Pasará a {host} en 1 segundo.",
			other: "Pasará a {host} en {count} segundos.",
		},
		stopped: "Continúe a {host} cuando quiera. Su participación solo termina allí.",
		stay: "Quedarme aquí",
		go: "Continuar a {host}",
		payThere:
			"Lo que recibe por esto se decide en el sitio del que viene. Vuelva allí, por favor, con el botón o con el código de esta página: si no, allí parecerá que no ha terminado. Si tiene preguntas, escriba a los investigadores a través de ese sitio.",
		noCode:
			"Para este caso no hay código de finalización. Si le envió una plataforma de reclutamiento, devuelva allí su participación, por favor, o escriba a los investigadores a través de ella. Si no, escriba a quien le envió el enlace, también por el pago.",
		closeTab: "Puede cerrar esta página.",
		pay: "Si recibe un pago por participar, se gestiona en el sitio desde el que llegó: vuelva allí con el botón o con el código de esta página.",
	},

	withdraw: {
		open: "Salir",
		openAfter: "Borrar mis datos",
		heading: "¿Salir del estudio?",
		headingAfter: "¿Borrar sus datos?",
		text: "Puede dejarlo en cualquier momento sin decir por qué. ¿Qué debe pasar con lo que ha dado hasta ahora?",
		textAfter:
			"Puede hacer que se borre todo lo que dio en este estudio: sus respuestas, sus mensajes, las respuestas de los asistentes y su identificador de participante.",
		keep: "Conservarlo para la investigación",
		keepHelp: "Sus respuestas y mensajes hasta ahora quedan en el estudio, sin su nombre.",
		erase: "Borrarlo",
		eraseHelp:
			"Se borran sus respuestas, sus mensajes, las respuestas de los asistentes y su identificador de participante. Esto no se puede deshacer.",
		next: "Continuar",
		cancel: "Seguir en el estudio",
		cancelAfter: "Volver",
		sureHeading: "¿Está seguro?",
		sureKeep: "El estudio termina ahora para usted. No podrá volver. Lo que ha dado hasta ahora se conserva.",
		sureErase:
			"El estudio termina ahora para usted y no podrá volver. Sus respuestas, sus mensajes, las respuestas de los asistentes y su identificador de participante se borran para siempre.",
		sureEraseAfter:
			"Sus respuestas, sus mensajes, las respuestas de los asistentes y su identificador de participante se borran para siempre. Esto no se puede deshacer.",
		losesCode:
			"También se borran su código de finalización y el camino de vuelta al sitio del que viene. La página siguiente los muestra por última vez. Si le pagan por participar, entregue el código antes de cerrar esa página.",
		doKeep: "Salir del estudio",
		doErase: "Salir y borrar todo",
		doEraseAfter: "Borrar todo",
		payment:
			"Si le pagan por participar, salir puede significar que no le paguen: pregunte, por favor, donde se inscribió.",
		chooseFirst: "Elija una opción, por favor.",
		failed: "No nos ha llegado. Inténtelo de nuevo, por favor.",
	},

	trouble: {
		not_found: {
			heading: "Este enlace no funciona",
			text: "Puede estar incompleto, o este navegador no le conoce. Abra de nuevo el estudio desde donde lo encontró, por favor: volverá al punto en el que estaba.",
		},
		erased: {
			heading: "Esta sesión se ha borrado",
			text: "Sus datos se han borrado, como pidió. Si le envió una plataforma de reclutamiento y no ha entregado allí un código de finalización, devuelva su participación, por favor.",
		},
		broken: {
			heading: "Algo no ha funcionado",
			text: "Es culpa nuestra. Todo lo que ha enviado se conserva. Vuelva a cargar la página, por favor.",
		},
		reload: "Volver a cargar",
	},
};
