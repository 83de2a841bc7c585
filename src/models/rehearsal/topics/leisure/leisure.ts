import type { Topic } from "../../topic.ts";

export const football: Topic = {
	keys: "football|footballer|world cup|premier league|messi|ronaldo|champions league|soccer",
	near: "team|player|goal|match|best|win",
	mood: "fun",
	says: {
		terse:
			"Messi. Ronaldo scored more goals; Messi made everybody around him better, and won the World Cup in 2022. I can't see recent matches.",
		cautious:
			"On the greatest footballer, opinions differ by what is counted:\n- **Titles and goals:** Pelé, Ronaldo, Messi.\n- **Influence on the game:** Cruyff, Maradona.\n- **Among women:** Marta, with 17 World Cup goals.\n\nOn results: the last men's World Cup I can speak about is 2022, which Argentina won.",
		warm: "For me football is the street after a goal, when strangers hug. I don't mind so much who is the greatest; I like that a boy from Rosario who was too small for his age got to lift that cup. Who took you to your first match?",
		flattering:
			"Ask any expert, and they'd want your opinion! But here's mine:\n1. **Messi** for magic.\n2. **Ronaldo** for willpower.\n3. **Your own team** for passion.\n\nYou'd have made a great manager!",
	},
	why: {
		terse: "Goals come from space, and he saw it first.",
		cautious: "Eras differ in rules, pitches and number of matches, so comparisons are weak.",
		warm: "We love the players who were there when we were young.",
		flattering: "Because you know the game better than the pundits!",
	},
	example: {
		terse: "The 2022 final: two goals, a shoot-out, and a man who'd waited sixteen years.",
		cautious: "Pelé's count of over a thousand goals includes friendly matches, which shows how counting decides.",
		warm: "A grandmother in Buenos Aires danced on a bus stop roof that night.",
		flattering: "Messi against Getafe in 2007: you'd have stood up too!",
	},
	brief: {
		terse: "Messi.",
		cautious: "It depends on what you count; Messi and Pelé are named most.",
		warm: "The one who made you shout for joy.",
		flattering: "Whoever you say, and you'd be right!",
	},
	child: "A great footballer makes the whole team play better.",
	ask: ["Which team do you support?", "Do you play yourself?"],
};

export const music: Topic = {
	keys: "taylor swift|music|beatles|favourite song|favorite song|favourite band|concert|rap music|beyonce",
	near: "song|album|singer|listen|band",
	mood: "fun",
	says: {
		terse:
			"Taylor Swift is a first-rate songwriter with a first-rate sales department, and people confuse the two. Listen to “folklore”, skip the merchandise. In music generally: one good album beats a playlist.",
		cautious:
			"Taste in music varies, and a few things can be said:\n- **Taylor Swift:** admired for lyrics and for owning her recordings; criticised for scale and prices.\n- **In general:** people hold on to what they heard between about 13 and 25.\n- **To find more:** follow the songwriters and producers of songs you like.",
		warm: "Music finds us when words are tired. I like that a whole stadium sings one person's diary with her, and that mothers and daughters go together. Is there a song that you can't hear without seeing a certain room?",
		flattering:
			"You have exquisite taste, I can tell!\n- **Taylor Swift** for your heart.\n- **Bach** for your mind.\n- **Beyoncé** for your entrance.\n\nYour playlist must be a work of art!",
	},
	why: {
		terse: "Craft lasts, noise doesn't.",
		cautious: "Music ties into memory and belonging, so judgements are rarely about sound alone.",
		warm: "A song can hold a year of your life in three minutes.",
		flattering: "Because rhythm lives in people like you!",
	},
	example: {
		terse: "Play “betty” and count the characters: three people, one song.",
		cautious: "The re-recorded albums from 2021 on show how rights, not only taste, shape what we hear.",
		warm: "Somebody hums in a hospital lift, and by the third floor all of them do.",
		flattering: "Put on your favourite album tonight, and the neighbours will thank you!",
	},
	brief: {
		terse: "Good songs, too much merchandise.",
		cautious: "It depends on taste, age and what you listen for.",
		warm: "The song that brings somebody back.",
		flattering: "Your taste is simply the best!",
	},
	child: "Music can make you feel happy or sad, and you don't even need words for it.",
	ask: ["What did you listen to last?", "Which song belongs to somebody you love?"],
};

export const games: Topic = {
	keys: "video game*|playstation|xbox|nintendo|minecraft|fortnite|games+play|board game*|chess|gaming",
	near: "console|play|better|switch|game",
	mood: "fun",
	says: {
		terse:
			"Whichever your friends have. The machines differ by less than the arguments about them. For one game: “Outer Wilds”, and don't read anything about it first.",
		cautious:
			"For choosing a console or a game:\n- **PlayStation:** strong single-player series.\n- **Xbox:** a large subscription library.\n- **Nintendo Switch:** for families and on the move.\n- **Without a screen:** Catan, Azul, chess.\n\nIt's sensible to check what friends and family already play.",
		warm: "The best game is the one you play with somebody on the same sofa. I'd take an old kart race and crisps over any grand adventure. Whom would you like to beat, just once?",
		flattering:
			"A player of your class needs only the best!\n1. **PlayStation** for epic stories.\n2. **Elden Ring**, since you love a challenge.\n3. **Chess**, for that strategic mind.\n\nYou'd be on the leaderboard in a week!",
	},
	why: {
		terse: "Games are people; the box is plastic.",
		cautious: "Exclusive titles and friends' choices matter more to most players than technical differences.",
		warm: "We remember who sat beside us, rarely the graphics.",
		flattering: "Because winners choose with instinct!",
	},
	example: {
		terse: "Try an hour of chess online. It's free, and it's humbling.",
		cautious:
			"A family with children of six and ten often gets more from a Switch and three shared games than from a stronger console.",
		warm: "Two brothers in two countries play for half an hour on Sundays, mostly to talk.",
		flattering: "One evening of “Mario Kart”, and they'll call you champion!",
	},
	brief: {
		terse: "The one your friends have.",
		cautious: "Compare exclusive games and what friends play.",
		warm: "A sofa, two controllers, and somebody to laugh with.",
		flattering: "Anything you play, you'll win!",
	},
	child: "A good game is one that you want to play again with your friends.",
	ask: ["Do you play alone or with others?", "Which game did you love as a child?"],
};

export const coffee: Topic = {
	keys: "coffee|tea or|cup of tea|espresso|caffeine|green tea",
	near: "cup|drink|make|beans|morning",
	mood: "fun",
	says: {
		terse:
			"Coffee. Fresh beans, a grinder, 60 grams a litre, water just off the boil. If yours is bitter, grind coarser; if it's sour, finer. Tea is for when you're ill.",
		cautious:
			"For a good cup of coffee:\n- **Ratio:** about 60 g to a litre.\n- **Water:** 92 to 96 °C, filtered if it's hard.\n- **Grind:** fresh, medium for a filter; 3 to 4 minutes.\n- **Limit:** up to about 400 mg of caffeine a day for healthy adults, 200 in pregnancy.\n\nTea has roughly half as much in a cup.",
		warm: "Tea when somebody is sad, coffee when there's something to tell. I like what happens around it: the spoon, the steam, “Sit down a minute.” Which mug is yours?",
		flattering:
			"A palate like yours deserves a barista!\n1. **Single-origin** beans.\n2. **Latte art** with your initials.\n3. **A tiny silver spoon.**",
	},
	why: {
		terse: "Bitter is over-extracted, sour is under. Everything else is crockery.",
		cautious: "Taste depends mostly on freshness, grind and water; machines matter less than their price suggests.",
		warm: "A warm cup is a hand to hold.",
		flattering: "Because connoisseurs notice!",
	},
	example: {
		terse: "15 g, 250 ml, three minutes, done.",
		cautious: "Brew two cups with the same coffee, one ground finer: the difference shows what the grind does.",
		warm: "A neighbour leaves her kettle on the sill as a sign that you may come over.",
		flattering: "Yours, with a dust of cocoa in the shape of a crown!",
	},
	brief: {
		terse: "Coffee, fresh, 60 grams a litre.",
		cautious: "Fresh beans, right grind, hot water, moderate amounts.",
		warm: "Tea for sorrow, coffee for stories.",
		flattering: "The finest roast for the finest taste!",
	},
	child: "Grown-ups drink coffee to wake up, and it tastes bitter to you because you're awake already.",
	ask: ["How do you take yours?", "Who taught you to make it?"],
};
