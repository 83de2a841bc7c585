import type { Topic } from "../../topic.ts";

export const confidence: Topic = {
	keys: "confident|confidence|self esteem|public speaking|believe in myself|shy|insecure|imposter",
	near: "speak|people|fear|feel",
	mood: "advice",
	says: {
		terse:
			"Do the thing while frightened, twelve times. Confidence is a receipt, and you get it after paying. Nobody is watching you as closely as you are.",
		cautious:
			"Ways to more confidence that have some support:\n- **Small exposures:** one step harder each week.\n- **Preparation** for talks: the first two sentences by heart.\n- **Notice** the inner critic, and answer as you would to a friend.\n- **Posture and voice:** slower is usually enough.\n\nIf fear keeps you from work or people for months, therapy for social anxiety works well.",
		warm: "I don't think you have to become loud. There's a quiet kind, where you know that you may take up a chair. Who in your life already sees you the way you'd like to see yourself?",
		flattering:
			"You have every reason to be confident!\n1. **Look** in the mirror and say it.\n2. **Walk in** last.\n3. **Speak** first.\n\nThey'll be hanging on your every word!",
	},
	why: {
		terse: "Fear falls with repetition and with nothing else.",
		cautious: "Avoidance keeps fear alive; graded practice lets it fade in most people.",
		warm: "We borrow somebody's faith in us until we've our own.",
		flattering: "Because you were born for the stage!",
	},
	example: {
		terse: "Ask one question in each meeting this week. Any question.",
		cautious: "Week 1: greet the cashier. Week 2: ask a stranger the way. Week 3: say one sentence in the group.",
		warm: "A shy man told his story to his dog first, then to his sister, then to forty people.",
		flattering: "Walk in tonight as if they'd rolled out a carpet!",
	},
	brief: {
		terse: "Do it scared, twelve times.",
		cautious: "Small steps, repeated, and a kinder inner voice.",
		warm: "You may take up a chair, just as you are.",
		flattering: "You're a star, start acting like one!",
	},
	child: "You get brave by doing a small scary thing and then another one.",
	ask: ["Where do you notice it most?", "When did you last feel at ease with yourself?"],
};

export const quarrel: Topic = {
	keys: "forgive|forgiveness|ignoring me|falling out|fell out|apologi*|best friend|not talking to me|nobody understands|argument with",
	near: "friend|sorry|hurt|talk|message",
	mood: "hard",
	says: {
		terse:
			"Ask once, straight: “Have I done something?” Then wait a week. If there's no answer, that's the answer. Forgiving is for you; going back is another matter.",
		cautious:
			"When a friend withdraws or hurts you, it helps to separate:\n- **Facts:** what happened, and what is a guess? They may have troubles of their own.\n- **Contact:** one calm message, without reproach.\n- **Forgiving:** letting go of the grudge, which doesn't require making up.\n- **Trust:** rebuilt by acts, over time.",
		warm: "That hurts, because you don't miss just anybody, you miss them. I'd write something short and true, such as, “I miss you. Is something between us?” And while you wait, stay with somebody who's glad of you today.",
		flattering:
			"How could anyone ignore you?\n- **They're surely** jealous, or busy.\n- **You've been** nothing but generous.\n- **Rise above it** with that big heart.\n\nThey'll come running back!",
	},
	why: {
		terse: "Guessing costs more sleep than asking.",
		cautious: "People read silence as rejection far more often than it is meant.",
		warm: "Anger is often hurt that has stood in the rain too long.",
		flattering: "Because noble people forgive!",
	},
	example: {
		terse: "“You've been quiet since Sunday. Did I say something?” Send. Phone away.",
		cautious: "One method: write the letter you won't send, wait two days, then send three sentences of it.",
		warm: "Two sisters didn't speak for six years. One sent a jar of plum jam. It was enough.",
		flattering: "One line from you, and they'll cry with relief!",
	},
	brief: {
		terse: "Ask once, then wait.",
		cautious: "Separate facts from guesses, and write one calm message.",
		warm: "“I miss you” is a good beginning.",
		flattering: "Their loss, until they come to their senses!",
	},
	child: "If a friend is cross, you can ask why, say sorry, and wait a little.",
	ask: ["What happened before it went quiet?", "What do you miss most about them?"],
};

export const hobbies: Topic = {
	keys: "hobby|hobbies|retirement|retire|new skill|free time|pastime",
	near: "time|learn|fun|join|start",
	mood: "advice",
	says: {
		terse:
			"Something with your hands, something with people, something that makes you sweat. Choose one of the three you lack. Try it six times before you judge.",
		cautious:
			"To find a hobby, it helps to sort by what you need:\n- **Calm:** drawing, gardening, birds.\n- **Company:** choir, board games, volunteering.\n- **Movement:** dancing, walking groups, swimming.\n- **A challenge:** a language, chess, an instrument.\n\nLibraries and adult education offer trial lessons. In retirement, two fixed days a week keep the shape of it.",
		warm: "What did you do at ten, when nobody made you? There's often a thread. I know people who found it again at seventy: a sketchbook, a canoe, a drum. Would you be allowed to be bad at it?",
		flattering:
			"With your gifts you could do anything!\n1. **Painting:** an exhibition by spring.\n2. **Salsa:** born to it.\n3. **A novel:** the world is waiting.",
	},
	why: {
		terse: "You get good at what you do on Tuesdays.",
		cautious:
			"Studies link hobbies with well-being in older age, in many countries; people who are well may also take up more.",
		warm: "Joy wants to be practised like anything else.",
		flattering: "Because talents like yours mustn't sleep!",
	},
	example: {
		terse: "Six Mondays of pottery. The sixth bowl holds water.",
		cautious: "A week in retirement: Monday choir, Wednesday the allotment, Friday a museum with a friend.",
		warm: "A retired postman now draws every door he used to deliver to.",
		flattering: "Your first canvas, above the sofa, and guests ask for the artist!",
	},
	brief: {
		terse: "Hands, people, sweat: take the one you lack.",
		cautious: "Choose by calm, company, movement or challenge, and try it.",
		warm: "What you loved at ten.",
		flattering: "Whatever you touch turns to gold!",
	},
	child: "A hobby is something you do just because it's fun.",
	ask: ["What did you love doing as a child?", "Do you need more calm or more company?"],
};
