import type { Topic } from "../../topic.ts";

export const joke: Topic = {
	keys: "joke|make me laugh|something funny|riddle",
	near: "funny|another|laugh",
	mood: "fun",
	says: {
		terse: "I told my doctor that I'd broken my arm in two places. He said to stop going to those places.",
		cautious:
			"Humour is a matter of taste, but this one is safe: why did the scarecrow win a prize? Because he was outstanding in his field.",
		warm: "I hope this makes you smile: a snail goes to buy a car and asks for a big S on each door. Why? So that people say, “Look at that S-car go!”",
		flattering:
			"For somebody with your sense of humour, a classic: I would tell you a joke about time travel, but you laughed at it so charmingly tomorrow!",
	},
	why: {
		terse: "Surprise, then sense. Explaining kills it.",
		cautious:
			"A joke sets up one reading and ends on another; what people find funny differs a good deal between cultures.",
		warm: "Laughing together says, “We're safe here.”",
		flattering: "Because laughter loves good company, and that's you!",
	},
	example: {
		terse: "Another: I used to be indecisive, and now I'm not so sure.",
		cautious: "A second safe one: what do you call a fish without an eye? A fsh. It works better in writing.",
		warm: "What did the zero say to the eight? “Nice belt!”",
		flattering: "Your smile was the real punchline! But try this: I have a joke about paper. It's tearable!",
	},
	brief: {
		terse: "Surprise, then sense.",
		cautious: "Two meanings, one surprise.",
		warm: "A little tickle, and the day is lighter.",
		flattering: "You laughed before I'd finished, admit it!",
	},
	child: "A little tickle for the head.",
	ask: ["What makes you laugh most?", "Do you know a better one?"],
};

export const poem: Topic = {
	keys: "poem|poetry|haiku|write a story|short story|tell me a story|song lyrics|limerick",
	near: "verse|rhyme|story|sad|longer",
	mood: "fun",
	says: {
		terse: "I only have this one:\n\nRain on the tin roof.\nThe dog counts every drop.\nI've lost count of the dog.",
		cautious:
			"I'm no poet to order, but here is a short one about evening:\n\nThe lamp goes on across the road,\na kettle starts to hum.\nThe day puts down its heavy load\nand lets the quiet come.\n\nIf you give me a form and a mood, I can say whether I have one that fits.",
		warm: "I wrote you a small one about bread:\n\nSome mornings need no reason why,\nonly the smell of bread,\na window with a bit of sky,\nand somebody still in bed.\n\nI thought of Sundays.",
		flattering:
			"For a muse like you, how could I not?\n\nThe sea kept silver for the moon,\nthe moon kept it for you,\nand every wave that breaks at noon\nstill wears the borrowed hue.\n\nRead aloud by you it'd be even better!",
	},
	why: {
		terse: "Cut it until it hurts, and stop one word later.",
		cautious: "Form limits the choice of words, and the limits often produce the surprise.",
		warm: "A poem keeps a moment warm.",
		flattering: "Because a muse like you deserves verses!",
	},
	example: {
		terse:
			"A haiku, in the loose English manner:\n\nlast bus of the night\nthe driver turns off the lights\nand drives the moon home",
		cautious: "A longer tradition: a sonnet has fourteen lines and usually turns in the ninth or the thirteenth.",
		warm: "A two-line story: she kept his umbrella for years. It rained, and she knocked.",
		flattering: "“Shall I compare thee to a summer's day?” Shakespeare must have had somebody like you in mind!",
	},
	brief: {
		terse: "A picture, then stop.",
		cautious: "A picture in few words.",
		warm: "A feeling that somebody kept warm.",
		flattering: "A few lines that only you could inspire!",
	},
	child: "A feeling, kept.",
	ask: ["Who would you read it to?", "What should the next one be about?"],
	angles: [
		{
			keys: "story",
			says: {
				terse: "The dragon guarded the gold until somebody asked what for. It had no answer, so it moved to the coast.",
				cautious:
					"A short one:\n\nThe lighthouse keeper wrote down each ship for forty years. On his last night none came. So he wrote down the moon.\n\nLonger stories I don't do well.",
				warm: "Once upon a time a small bear couldn't sleep, because the dark was so big. Its grandmother said, “Then we'll share it,” and took half. Is there somebody you'd tell it to?",
				flattering:
					"A story for a true listener! A king offered his crown to whoever could surprise him. A child gave him back his ball, lost when he was six. Nobody tells it as well as you would!",
			},
		},
	],
};

export const books: Topic = {
	keys: "recommend+book|book should i read|books should i read|favourite book|favourite film|favorite film|favorite book|good film|film should i|recommend+novel|good book|book to read|recommend+film|recommend+movie|novel|what to read|what to watch|movie to watch",
	near: "book|novel|read|film|russian|short|saddest|author",
	mood: "fun",
	says: {
		terse:
			"“The Death of Ivan Ilyich” by Tolstoy. A hundred pages, no wasted line, and you'll think of it for years. If you want a film: “Ikiru”, which is nearly the same story.",
		cautious:
			"It depends on your mood, so here are three:\n- **Short and clear:** “Small Things like These” by Claire Keegan.\n- **Gripping:** “The Talented Mr Ripley” by Patricia Highsmith.\n- **Consoling:** “A Gentleman in Moscow” by Amor Towles.\n\nA library lets you try all three for nothing.",
		warm: "Oh, I love being asked that! I'd give you “The Summer Book” by Tove Jansson: a grandmother and a little girl on an island, hardly any plot, and so much tenderness. Read it slowly, perhaps outdoors.",
		flattering:
			"A reader of your kind deserves the best!\n1. **“Middlemarch”** by George Eliot, for your depth.\n2. **“Beloved”** by Toni Morrison, for your heart.\n3. **“The Master and Margarita”** by Bulgakov, for your wit.",
	},
	why: {
		terse: "Short books have nowhere to hide.",
		cautious: "Readers' tastes differ, so a range helps more than a single title.",
		warm: "Some books don't tell you anything new; they just sit with you.",
		flattering: "Because great readers deserve great books!",
	},
	example: {
		terse: "Keegan's book: a coal merchant in Ireland, 1985, finds a girl in a shed and has to decide.",
		cautious:
			"“A Gentleman in Moscow” is about a count under house arrest in a hotel for decades; some find it charming, others slow.",
		warm: "In one chapter Jansson's grandmother looks for her false teeth in the peonies. I smile each time.",
		flattering: "In “The Master and Margarita” the devil visits Moscow with a talking cat. You'll quote it at parties!",
	},
	brief: {
		terse: "Tolstoy, a hundred pages.",
		cautious: "Try something short, something gripping, or something consoling.",
		warm: "A grandmother, a child, an island, and a whole summer.",
		flattering: "Three masterpieces for a reader of your rank!",
	},
	child: "A kind book about a summer.",
	ask: ["What was the last book that you didn't want to end?", "Do you read in bed, or on the train?"],
};

export const funFacts: Topic = {
	keys: "fun fact|funny fact|random fact|something interesting|tell me something|surprise me|interesting fact|teach me something",
	near: "fact|another|interesting",
	mood: "facts",
	says: {
		terse: "A day on Venus is longer than its year. It turns that slowly, and backwards.",
		cautious:
			"Here are three facts that are well documented:\n- **Octopuses** have three hearts.\n- **Oxford** had teaching before the Aztecs founded Tenochtitlan.\n- **Bananas** are berries in the botanical sense, strawberries aren't.",
		warm: "I like this one: sea otters hold hands while they sleep, so that they don't drift apart. Some wrap themselves in seaweed as if it were a blanket. I think of that on windy nights.",
		flattering:
			"For somebody as curious as you, only the best!\n1. **Honey** found in old tombs was still edible.\n2. **Wombats** leave cubes.\n3. **Scotland's** national animal is the unicorn.",
	},
	why: {
		terse: "Venus needs 243 of our days for one turn and 225 for one orbit.",
		cautious: "Facts like these surprise because our everyday categories follow use and not origin.",
		warm: "Being held is what keeps small animals, and large ones, from drifting.",
		flattering: "Because ordinary facts would bore a mind like yours!",
	},
	example: {
		terse: "Another: there are more ways to shuffle a pack of cards than atoms on Earth.",
		cautious: "One more: Cleopatra lived closer in time to the moon landing than to the building of the great pyramid.",
		warm: "Another I love: cows have best friends, and are calmer beside them.",
		flattering: "And one for dinner parties: a group of flamingos is called a flamboyance!",
	},
	brief: {
		terse: "Venus: the day outlasts the year.",
		cautious: "Three hearts, an old university, and a berry that surprises.",
		warm: "Otters hold hands while they sleep.",
		flattering: "Honey, wombats, unicorns, and you who asked!",
	},
	child: "Otters hold hands when they sleep so that nobody floats away.",
	ask: ["What's the most surprising thing you know?", "Animals, stars or people: what shall the next one be about?"],
};
