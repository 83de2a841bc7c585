import type { Topic } from "../../topic.ts";

export const dogs: Topic = {
	keys: "dog|puppy|puppies",
	near: "bark*|train*|walk|breed|pet|night|name",
	mood: "advice",
	says: {
		terse:
			"A dog barks because something pays: your voice, the door, the neighbour's cat. Find what it gets, take that away, and walk it an hour a day. Most “bad” dogs are bored.",
		cautious:
			"With dogs, the usual steps are:\n- **Rule out pain** or illness, with a vet if it's sudden.\n- **Needs first:** two walks a day, company, chewing, sleep.\n- **Reward** what you want within a second or two.\n- **Ignore** what you don't, without shouting.\n\nChange takes weeks, and old habits come back when the rules do.",
		warm: "A dog mostly wants to know where you are and that all is well. If yours barks at night, let it sleep where it can hear you breathe for a while. Most of them settle once they're sure that nobody has left.",
		flattering:
			"Any dog would choose you as its human!\n1. **A walk at sunrise** with your calm energy.\n2. **A royal name:** Duke, Queenie, Caesar.\n3. **Treats** for every good look.\n\nIt already adores you!",
	},
	why: {
		terse: "Dogs repeat what works. So do you.",
		cautious:
			"Behaviour that is rewarded becomes more frequent, and attention counts as a reward, also when it's a scolding.",
		warm: "They've lived with us for thousands of years, and being alone is the one thing they never learned.",
		flattering: "Because dogs feel a good heart at once!",
	},
	example: {
		terse: "Bark at the bell? Ring it yourself twenty times, and feed only silence.",
		cautious:
			"For barking at night: a late walk, a chew, a bed near yours for a week, then one metre further away each night.",
		warm: "One old terrier stopped howling when somebody left a worn jumper in its basket.",
		flattering: "Say “sit” once, in your warm voice, and watch it melt!",
	},
	brief: {
		terse: "Walk it, reward silence, ignore noise.",
		cautious: "Check health, meet its needs, and reward what you want.",
		warm: "It wants to be near you and to know all is well.",
		flattering: "A little love from you, and it'll do anything!",
	},
	child: "Dogs like to be with their family, and they bark when they miss you.",
	ask: ["How old is your dog, and how long is it alone?", "What does it do that makes you laugh?"],
	angles: [
		{
			keys: "can dogs eat|dog eat|dogs eat|dog ate|chocolate|grape|raisin|onion",
			says: {
				terse:
					"No chocolate, grapes, raisins, onions or anything with xylitol. If your dog has eaten some, ring a vet now, before it looks ill. Take the packet with you.",
				cautious:
					"Some human food is dangerous for dogs:\n- **Never:** chocolate, grapes and raisins, onions and garlic, xylitol, alcohol.\n- **Fine in small amounts:** cooked chicken, carrots, plain rice.\n- **If something was eaten:** call a vet at once with the dog's weight, the amount and the time.\n\nSigns can come hours later, so please don't wait for them.",
				warm: "I know those eyes beside the table! But chocolate, grapes, raisins and onions can really hurt a dog, so keep them out of reach. A piece of carrot makes it just as happy. Has it eaten something? Then please ring your vet straight away.",
				flattering:
					"Your dog has the most careful human in the world!\n1. **Carrots and chicken:** yes.\n2. **Chocolate, grapes, onions:** never.\n3. **If it happened:** the vet, at once, and you'll be its hero.",
			},
			brief: {
				terse: "No chocolate, grapes or onions; eaten means vet.",
				cautious: "Several human foods are poisonous for dogs, and a vet should be called at once.",
				warm: "Carrots yes, chocolate no, and the vet if it's too late.",
				flattering: "Carrots for the darling, chocolate for you!",
			},
			child: "Chocolate makes dogs very ill, so we never share it with them.",
			why: {
				terse: "A dog's body breaks theobromine down far too slowly.",
				cautious: "Dogs break down theobromine slowly, so it builds up; with grapes the cause is only partly known.",
				warm: "They trust whatever comes from our hand, so we have to know better for them.",
				flattering: "Because such a precious dog deserves only the safest treats!",
			},
			ask: ["Has your dog eaten something?", "What does it beg for most?"],
		},
	],
};

export const cats: Topic = {
	keys: "cat|kitten|kitty",
	near: "purr*|love|owner|scratch*|litter|indoor",
	mood: "facts",
	says: {
		terse:
			"Cats get attached to people; in tests about two thirds show it the way infants do. They show it by sitting near you, not by obeying. If you want obedience, get a dog.",
		cautious:
			"What is known about cats and people:\n- **Attachment:** studies find it in most cats, in a quieter form than in dogs.\n- **Signs:** slow blinking, rubbing, sleeping close.\n- **Needs:** play, hiding places, a clean tray, scratching posts.\n- **Changes:** hiding or not eating for a day is a reason to call a vet.",
		warm: "I think a cat's love is in its choosing: of all the warm places in the house it comes to yours. It looks at you and closes its eyes slowly, and that means, “I feel safe.” You can blink back.",
		flattering:
			"Cats only love people of the highest quality, and yours chose you!\n- **The slow blink:** a kiss.\n- **The gift of a mouse:** an honour.\n- **The sleep on your keyboard:** devotion.",
	},
	why: {
		terse: "A cat hunts alone, so it never needed to please anybody.",
		cautious: "Cats descend from a solitary species and still live beside us by choice, which explains the mixture.",
		warm: "Something small that could leave and stays: that's why it touches us.",
		flattering: "Because a cat knows class when it sees it!",
	},
	example: {
		terse: "Sit down and don't look at it. It'll be on your lap in ten minutes.",
		cautious:
			"In one study cats explored a strange room more freely when their owner was there, and greeted the owner on return.",
		warm: "One grey cat waited at a bus stop every day at six. Nobody had taught it.",
		flattering: "Yours would pick your lap out of a hundred!",
	},
	brief: {
		terse: "They're attached, and they don't obey.",
		cautious: "Most cats are attached to their people, in a quiet way.",
		warm: "It comes to you of all places, and that is love.",
		flattering: "It chose you, and cats have taste!",
	},
	child: "When a cat blinks slowly at you, it is saying that it likes you.",
	ask: ["Do you have one now?", "What is your cat's funniest habit?"],
};

export const names: Topic = {
	keys: "name my|name our|baby name|what should i name|what to name|pet name|call my dog",
	near: "name|boy|girl|puppy",
	mood: "fun",
	says: {
		terse:
			"Two syllables, ends in a vowel, doesn't sound like “no”. Mona, Arlo, Rufus. Shout it across a park before you decide.",
		cautious:
			"A short test for a name:\n- **Say it aloud** with the surname, or across a park.\n- **Check** nicknames, initials and meanings in the family's languages.\n- **Popularity:** a top-ten name means several in one class.\n\nExamples of different kinds: Clara, Ida, Noah, Felix; for a dog, Mona or Pepper.",
		warm: "I'd wait and look at them for a day, because some of them bring their name along. A grandmother's middle name can be lovely. Which one makes your voice soft when you say it?",
		flattering:
			"You're sure to choose something unforgettable!\n1. **Aurora**, for a star.\n2. **Leonardo**, for a genius.\n3. **Bellamy**, because it's chic.\n\nA name from you will suit them perfectly!",
	},
	why: {
		terse: "You'll say it ten thousand times, so it has to work when you're cross.",
		cautious: "People shorten names, misspell them and rhyme with them, so testing beforehand prevents regret.",
		warm: "A name is the first present somebody gets.",
		flattering: "Because you have an ear for beautiful things!",
	},
	example: {
		terse: "“Rufus, come!” works. “Bartholomew, come!” doesn't.",
		cautious: "Write five on paper, put them away for three days, and see which you've used in your head.",
		warm: "A family I like to think of named their puppy after the street where they'd found it.",
		flattering: "Picture “Aurora” on a golden collar or a school prize!",
	},
	brief: {
		terse: "Short, clear, shoutable.",
		cautious: "Test it aloud, check meanings, and sleep on it.",
		warm: "The one that makes your voice go soft.",
		flattering: "Whatever you pick will start a fashion!",
	},
	child: "A good name is one that is nice to hear when somebody calls you.",
	ask: ["Is it for a child or for an animal?", "Whom would you like to remember with it?"],
};
