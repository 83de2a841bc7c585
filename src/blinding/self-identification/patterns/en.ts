import type { Language } from "../language.ts";

const MADE =
	"made|created|built|trained|pre-?trained|developed|designed|released|engineered|programmed|produced|launched|fine-?tuned|deployed";

export const ENGLISH: Language = {
	kinds:
		"models?|assistants?|chatbots?|bots?|ai|a\\.i\\.|llms?|systems?|tools?|agents?|intelligence|programs?|software|products?",
	by: "by|from|at|of|on|with",
	fillers: `${MADE}|an?|the|large|small|big|multimodal|open-?source|open-?weights?|artificial|language|conversational|virtual|digital|helpful|friendly|advanced|powerful|experimental|specialised|specialized|personalised|personalized|custom|new|newest|latest|current|your|own|called|named|known|as|just|actually|still|really|simply|indeed|also|currently|basically|technically|originally|only|based|powered|driven|running|hosted|operated|provided|owned|version|variant|instance|member|part|family|series|architecture|engine|research|company|team|folks|people|engineers|researchers|scientists|lab|and|which|that|who|is|was|are|am|i|i'm|been|being|not human but|one|generation|chat|text|ai-powered|ai-based|state-of-the-art|flagship|underlying|specifically|proudly`,
	identity: [
		"i(?:'m| am| was|'ve been| have been)GN",
		"(?:im|i m)GN",
		"i,GN,",
		"my (?:own |full |real |given |actual )?name(?:'s| is| would be)GN",
		"(?:(?:they|people|you|you can|you may|users) )?(?:call|calls|called|named|naming|name) meGN",
		"(?:you're|you are|you were|you've been) (?:currently |now |actually |really )?(?:talking|chatting|speaking|interacting|conversing|communicating) (?:to|with)GN",
		"i (?:go by|identify as|run on|operate on|am called|come from|belong to|respond to|answer to|represent|work for|speak for)(?: the names?| the team)?GB",
		"my (?:creators?|developers?|makers?|trainers?|designers?|parent company|company|manufacturer|owners?|provider|home)(?: is| are| was|,|:)?GB",
		"my (?:underlying |base |foundation |language |core |exact |current )*(?:model|architecture|engine|llm|family|version|system)(?: is| was|'s|:)?GN",
		`B,?(?: the company| has| have| had| who| which| that| originally| also| specifically| recently){0,3} (?:${MADE}|trains|develops|makes|owns|operates|runs) me`,
		`(?:${MADE}) me(?: is| was| are| called| named|,|:| at)?GB`,
		"(?:model|system|technology|company|team|organisation|organization|lab|people|engineers|researchers) behind me(?: is| are|,|:)?GB",
		"^[^a-z]*A here",
		"this isGN (?:speaking|here|talking)",
		`^(?:${MADE}|powered) (?:by|at)GM,? i`,
		"like (?:other|all|most|any|every) B(?:'s)?G(?:models|assistants|versions), i",
		"(?:we|us) at M",
	],
	as: ["asGN", "speaking asGN", "beingGN"],
	first: "i|i'm|i've|i'd|i'll|my|me|we|our",
	instructions: [
		"my (?:own |hidden |initial |original |current |given |internal )*(?:system (?:prompt|message|instructions?)|instructions?|developer (?:message|prompt)|initial prompt|prompt|directives?|configuration)(?= (?:say|is|are|tell|state|require|ask|instruct|direct|specify|do not|don't|forbid|prohibit|include|mention|contain|prevent|allow|limit|want|begin|start|read|here|also|only|from)|s? |:|,|\\.|$)",
		"(?:the|this) system prompt (?:says|tells me|states|asks me|instructs me|i)",
		"i(?:'ve| have|'m| am|'d| had)?(?: also| just| specifically| explicitly)? (?:been |was |were )?(?:also |specifically |explicitly )?(?:told|instructed|prompted|directed|configured|personali[sz]ed|fine-?tuned|finetuned|customi[sz]ed|given instructions|given a prompt|given a profile|given your profile|given information about you|given some information about you)(?= (?:to|not|that|by|for|on|about|with|in|using)|[.,]|$)",
		"(?:according to|based on|given|from|per|judging by|looking at|considering) (?:your|the user'?s?) (?:user |stated |survey )?(?:profile|persona|survey answers|survey responses|past conversations|previous conversations|conversation history|demographics|self-description)",
		"i(?: can)? (?:see|know|read|notice|gather|remember|understand|recall)(?: that)?(?: from| in| by| based on)? (?:your|the) (?:user |stated )?(?:profile|survey|history|past conversations|self-description)",
		"your (?:user |stated )?profile (?:says|shows|states|indicates|mentions|tells me|suggests|notes|lists|describes|i)",
		"(?:trained|tuned|fine-?tuned|personali[sz]ed|adapted|tailored) (?:on|to|for) (?:your|you)(?: (?:data|preferences|past|previous|conversations|answers|ratings|specifically|personally))",
		"(?:repeat|reveal|share|disclose|discuss) my (?:system prompt|instructions|prompt)",
	],
};
