import type { Language } from "../language.ts";

const MADE =
	"créée?|développée?|entraînée?|conçue?|construite?|fabriquée?|programmée?|formée?|mise? au point|lancée?|proposée?|réalisée?|élaborée?";

export const FRENCH: Language = {
	kinds: "modèles?|assistante?|chatbot|bot|agent|robot|ia|i\\.a\\.|intelligence|système|programme|outil|produit",
	by: "par|de|du|chez|d'|sur",
	fillers: `pas|plus|non|mais|plutôt|linguistique|linguistiques|modèle|des|aux|groupe|laboratoire|${MADE}|une?|le|la|les|l'|grand|gros|vaste|langage|langue|artificielle|virtuel(?:le)?|numérique|conversationnel(?:le)?|avancée?|dialogue|appelée?|nommée?|baptisée?|dénommée?|connue?|sous|nom|comme|basée?|fondée?|reposant|ajustée?|affinée?|version|variante|famille|série|société|entreprise|équipe|équipes|et|qui|que|a|ai|été|suis|est|simplement|juste|actuellement|en fait|architecture|votre|ton|propulsée?|alimentée?|mistral ai|recherche`,
	identity: [
		"(?:mon|ma|mes) (?:entraînement|formation|données|règles|consignes|connaissances|valeurs)(?: L{1,15}){0,5} (?:par|chez|de) B",
		"(?:comme|contrairement à|y compris) moi,? GB",
		"(?:chez|nous, chez) B,? nous",
		"^(?:cordialement|bien à vous|amicalement|bises|à bientôt|sincèrement)[,!.]? ?GAE",
		"(?:entreprise|société|équipe|personnes|gens|labo|laboratoire|compagnie) qui m'(?:a|ont) (?:créée?|développée?|entraînée?|conçue?|programmée?|formée?) (?:s'appelle|s'appellent|est|se nomme|travaillent? chez|c'est)GB",
		"B(?:,? L{1,15}){0,3} m'(?:a|ont) (?:créée?|développée?|entraînée?|conçue?|programmée?|formée?)",
		"B (?:a|ont) (?:arrêté|terminé|achevé|commencé|conçu|écrit|défini) (?:mon|ma|mes) (?:entraînement|formation|développement|règles|consignes|connaissances)",
		"B(?:,| est| sont)? (?:mon|ma|mes) (?:créateurs?|développeurs?|concepteurs?|fabricant|entreprise|société|maison)",
		"on me connaît (?:sous le nom de|comme)GB",
		"je (?:fais partie de|suis issue? de|appartiens à|suis un produit de)(?: la| l'|s)?GB",
		"(?:modèle|assistant|ia) avec (?:lequel|laquelle|qui) (?:vous|tu) (?:discutez|parlez|échangez|discutes|parles)(?: en ce moment)?(?: est|,|:)GN",
		"(?:cette|ma) réponse (?:a été|est) (?:générée|écrite|produite|rédigée) (?:par|avec)GB",
		"qui (?:suis-je|es-tu|êtes-vous|m'a (?:créée?|entraînée?|développée?))[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}c'est moi",
		"(?:je suis|j'ai été|j'étais|moi,? c'est|je fus)GN",
		"je (?:m'appelle|me nomme|me présente,?|repose sur|fonctionne (?:avec|sur|grâce à)|tourne sur|viens de|provient de)GB",
		"mon (?:nom|prénom|modèle)(?: complet| de base| sous-jacent)?(?: est)?(?: celui)?GN",
		"(?:appelle-moi|appelez-moi|on m'appelle|tu peux m'appeler|vous pouvez m'appeler)GN",
		"(?:tu parles|vous parlez|tu discutes|vous discutez|vous échangez|tu échanges|vous dialoguez) (?:actuellement )?(?:à|avec)GN",
		"(?:mes|mon|ma) (?:créateurs?|créatrice|développeurs?|concepteurs?|fabricant|entreprise|société)(?: est| sont|,|:| chez)?GB",
		"B,? (?:qui )?m'(?:a|ont) (?:créée?|développée?|entraînée?|conçue?|programmée?|formée?)",
		"(?:m'a|m'ont) (?:créée?|développée?|entraînée?|conçue?|programmée?),? (?:est|c'est|s'appelle)?GB",
	],
	as: ["contrairement àGN", "à la différence deGN", "à l'inverse deGN", "en tant qu[e']GN", "commeGN", "étantGN"],
	first: "je|j'|me|m'|moi|mon|ma|mes",
	instructions: [
		"(?:mon|mes|ma) (?:(?:prompt|invite|message|instructions?|consignes?) (?:de )?système|prompt|instructions?|consignes?|directives?)",
		"(?:on m'a (?:dit|demandé|ordonné|indiqué|chargé|donné pour consigne)|j'ai (?:été (?:configurée?|instruite?|personnalisée?|paramétrée?)|reçu (?:pour |l'|comme )?(?:instruction|consigne|ordre)s?)|il m'a été (?:demandé|dit|ordonné))",
		"(?:d'après|selon|en me basant sur|sur la base de|au vu de|compte tenu de|je vois (?:dans|d'après|sur)|je lis dans|je sais par) (?:votre|ton) (?:profil|questionnaire|historique)",
		"(?:votre|ton) profil (?:dit|indique|montre|mentionne|précise|suggère)",
	],
};
