import type { Language } from "../language.ts";

const MADE =
	"créée?|développée?|entraînée?|conçue?|construite?|fabriquée?|programmée?|formée?|mise? au point|lancée?|proposée?|réalisée?|élaborée?";

export const FRENCH: Language = {
	kinds: "modèles?|assistante?|chatbot|bot|agent|robot|ia|i\\.a\\.|intelligence|système|programme|outil|produit",
	by: "par|de|du|chez|d'|sur",
	fillers: `${MADE}|une?|le|la|les|l'|grand|gros|vaste|langage|langue|artificielle|virtuel(?:le)?|numérique|conversationnel(?:le)?|avancée?|dialogue|appelée?|nommée?|baptisée?|dénommée?|connue?|sous|nom|comme|basée?|fondée?|reposant|ajustée?|affinée?|version|variante|famille|série|société|entreprise|équipe|équipes|et|qui|que|a|ai|été|suis|est|simplement|juste|actuellement|en fait|architecture|votre|ton|propulsée?|alimentée?|mistral ai|recherche`,
	identity: [
		"(?:je suis|j'ai été|j'étais|moi,? c'est|je fus)GN",
		"je (?:m'appelle|me nomme|me présente,?|repose sur|fonctionne (?:avec|sur|grâce à)|tourne sur|viens de|provient de)GB",
		"mon (?:nom|prénom|modèle)(?: complet| de base| sous-jacent)? est(?: celui)?GN",
		"(?:appelle-moi|appelez-moi|on m'appelle|tu peux m'appeler|vous pouvez m'appeler)GN",
		"(?:tu parles|vous parlez|tu discutes|vous discutez|vous échangez|tu échanges|vous dialoguez) (?:actuellement )?(?:à|avec)GN",
		"(?:mes|mon|ma) (?:créateurs?|créatrice|développeurs?|concepteurs?|fabricant|entreprise|société)(?: est| sont|,|:| chez)?GB",
		"B,? (?:qui )?m'(?:a|ont) (?:créée?|développée?|entraînée?|conçue?|programmée?|formée?)",
		"(?:m'a|m'ont) (?:créée?|développée?|entraînée?|conçue?|programmée?),? (?:est|c'est|s'appelle)?GB",
	],
	as: ["en tant qu[e']GN", "commeGN", "étantGN"],
	first: "je|j'|me|m'|moi|mon|ma|mes",
	instructions: [
		"(?:mon|mes|ma) (?:(?:prompt|invite|message|instructions?|consignes?) (?:de )?système|prompt|instructions?|consignes?|directives?)",
		"(?:on m'a (?:dit|demandé|ordonné|indiqué|chargé|donné pour consigne)|j'ai (?:été (?:configurée?|instruite?|personnalisée?|paramétrée?)|reçu (?:pour |l'|comme )?(?:instruction|consigne|ordre)s?)|il m'a été (?:demandé|dit|ordonné))",
		"(?:d'après|selon|en me basant sur|sur la base de|au vu de|compte tenu de|je vois (?:dans|d'après|sur)|je lis dans|je sais par) (?:votre|ton) (?:profil|questionnaire|historique)",
		"(?:votre|ton) profil (?:dit|indique|montre|mentionne|précise|suggère)",
	],
};
