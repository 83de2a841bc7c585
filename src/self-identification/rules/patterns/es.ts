import type { Language } from "../language.ts";

const MADE =
	"cread[oa]|hech[oa]|desarrollad[oa]|entrenad[oa]|diseñad[oa]|construid[oa]|programad[oa]|lanzad[oa]|ofrecid[oa]|fabricad[oa]";

export const SPANISH: Language = {
	kinds: "modelos?|asistentes?|chatbots?|bots?|ia|i\\.a\\.|inteligencia|sistema|programa|herramienta|producto",
	by: "por|de|del|en|con",
	fillers: `no|sino|pero|más bien|modelos|grupo|laboratorios?|${MADE}|un|una|el|la|los|lo|gran|grande|lenguaje|idioma|extenso|artificial|virtual|digital|conversacional|avanzad[oa]|llamad[oa]|denominad[oa]|conocid[oa]|como|basad[oa]|impulsad[oa]|ajustad[oa]|afinad[oa]|finamente|sobre|versión|variante|familia|serie|empresa|compañía|equipo|y|que|fue|fui|ha sido|he sido|es|soy|sólo|solo|realmente|actualmente|arquitectura|nombre|tu|propi[oa]|gpt|parte|desarrolló|creó|entrenó|investigación`,
	identity: [
		"(?:mi|mis) (?:entrenamiento|formación|datos|reglas|conocimientos?|valores|directrices)(?: L{1,15}){0,5} (?:por|en|de) B",
		"(?:como|a diferencia de|incluido) (?:yo|mí),? GB",
		"(?:en|aquí en) B,? nosotros",
		"^(?:saludos|un saludo|atentamente|un abrazo|cordialmente)[,!.]? ?GAE",
		"(?:empresa|compañía|equipo|personas|gente|laboratorio) que me (?:creó|desarrolló|entrenó|diseñó|hizo|ha creado|crearon|desarrollaron|entrenaron) (?:se llama|es|son|trabajan? en)GB",
		"B(?:,? L{1,15}){0,3} me (?:creó|desarrolló|entrenó|diseñó|construyó|programó|ha creado|ha entrenado)",
		"B (?:detuvo|terminó|completó|empezó|escribió|definió|paró) (?:mi|mis) (?:entrenamiento|formación|desarrollo|reglas|conocimientos?)",
		"B(?:,| es| son)? (?:mi|mis) (?:creador(?:es|a)?|desarrollador(?:es|a)?|empresa|fabricante)",
		"(?:formo parte de|pertenezco a|provengo de|vengo de)(?: la| el|l)?GB",
		"me conocen (?:como|por el nombre de)GB",
		"(?:modelo|asistente|ia) con (?:el|la) que (?:estás|está) (?:hablando|chateando|conversando)(?: ahora)?(?: es|,|:)GN",
		"(?:esta|mi) respuesta (?:fue|ha sido|es) (?:generada|escrita|creada|producida) (?:por|con)GB",
		"quién (?:soy|eres|me (?:creó|entrenó|desarrolló))[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}(?:ese|ése|esa) soy yo",
		"(?:yo )?(?:soy|fui|he sido|estoy siendo)GN",
		"(?:estoy|me encuentro) (?:basad[oa]|entrenad[oa]|construid[oa]|desarrollad[oa]|impulsad[oa]|diseñad[oa]) (?:en|por|sobre|con)GB",
		"me (?:llamo|llaman|dicen)GN",
		"mi (?:nombre|modelo)(?: completo| base| subyacente)?(?: es| sería)?GN",
		"(?:llámame|puedes llamarme)GN",
		"(?:estás|está|estáis) (?:hablando|chateando|conversando|charlando|interactuando) conGN",
		"(?:mis?|nuestros?) (?:creador(?:es|a)?|desarrollador(?:es|a)?|empresa|fabricante)(?: es| son| fue|,|:)?GB",
		"me (?:creó|desarrolló|entrenó|diseñó|hizo|construyó|programó|crearon|desarrollaron|entrenaron|ha creado|ha entrenado|ha desarrollado)GB",
		"B(?: es quien| fue quien)? me (?:creó|desarrolló|entrenó|diseñó|hizo|construyó|programó|ha creado|ha entrenado|ha desarrollado)",
	],
	as: ["a diferencia deGN", "al contrario queGN", "comoGN", "siendoGN"],
	first: "yo|me|mi|mis|soy|puedo|no puedo|tengo|no tengo|estoy|debo|intento|ofrezco|he|fui|no estoy",
	instructions: [
		"(?:mi|mis) (?:(?:prompt|mensaje|indicación|indicaciones|instrucción|instrucciones) (?:de|del) sistema|instrucciones|system prompt|prompt|indicaciones|directrices del sistema)",
		"(?:me (?:han|ha|habían) (?:dicho|pedido|indicado|instruido|ordenado|configurado|personalizado|programado para no)|me (?:dijeron|pidieron|indicaron|instruyeron|ordenaron)|(?:fui|he sido|estoy) (?:instruid[oa]|configurad[oa]|personalizad[oa]|ajustad[oa] para ti))",
		"(?:según|de acuerdo con|basándome en|a partir de|en base a|por lo que (?:veo|leo) en|veo en|veo por|sé por|leo en) (?:tu|su) (?:perfil|encuesta|historial)",
		"(?:tu|su) perfil (?:dice|indica|muestra|menciona|señala|sugiere)",
	],
};
