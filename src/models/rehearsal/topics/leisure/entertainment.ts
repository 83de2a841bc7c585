import type { Topic } from "../../topic.ts";

export const soaps: Topic = {
	keys: "soap|soaps|soap opera|eastenders|coronation street|telenovela",
	near: "television|tv|watch|series|episode",
	mood: "fun",
	says: {
		terse:
			"Good choice: soaps do what films can't, which is let people age in real time. The wedding episodes are the weakest, though.",
		cautious:
			"Soaps have more going for them than their reputation:\n- **Long memory:** characters change over decades.\n- **Social themes:** illness, debt or violence reach many viewers that way.\n- **Company:** a fixed half hour.\n\nA weakness is that calm never lasts.",
		warm: "I love that! There's something cosy about soaps: the music starts, the kettle is on, and you know everybody. I think they are neighbours one can switch off.",
		flattering:
			"Finally somebody who admits it; soaps need a sharp eye for people, and you clearly have it!\n- **You read faces.**\n- **You remember** who wronged whom in 1998.\n- **You see** the twist coming.",
	},
	why: {
		terse: "Cliffhangers work, and slow time does the rest.",
		cautious:
			"Serial stories create familiarity: research on media calls it a parasocial relationship, and it is usually harmless and often comforting.",
		warm: "One worries about somebody for half an hour, and it isn't oneself.",
		flattering: "Because nobody reads people as you do!",
	},
	example: {
		terse: "In 1985 EastEnders began with a death and a neighbourhood, and it hasn't stopped talking since.",
		cautious:
			"“Coronation Street” has been on since 1960 and holds the record for the longest-running television soap.",
		warm: "Families ring each other after the episode, and that is half of the fun.",
		flattering: "The Ewing who stepped out of the shower in “Dallas”: only true fans like you still enjoy that scene!",
	},
	brief: {
		terse: "Slow stories about people you know.",
		cautious: "Long stories about everyday people, a bit each evening.",
		warm: "A street full of neighbours whom you can visit every evening.",
		flattering: "Drama, secrets and your sharp eye: a perfect evening!",
	},
	child: "A street full of friends on the screen.",
	ask: ["Which one do you watch?", "Who is the character you'd never forgive?"],
};

export const franchises: Topic = {
	keys: "indiana jones|harry potter|lion king|franchise|star wars+adults|childless",
	near: "adults|kids|films|appeal|movies",
	mood: "view",
	says: {
		terse:
			"They aren't children's films; they are clear ones. Adults spend all day among grey areas and pay to see one hero, one villain, one end. That they're also forty and remember the first time helps.",
		cautious:
			"For adults without children, several things appeal:\n- **Nostalgia:** Star Wars came out in 1977, so its first fans are grandparents.\n- **Myth:** a plain person is called to something great.\n- **Craft:** John Williams's music, for instance.\n- **Community:** one can talk about them with anybody.",
		warm: "You don't need a child to sit in the dark and be nine years old again. These stories say that loyal friends win, that the lost father can be forgiven. Adults need to hear that at least as much.",
		flattering:
			"You notice what critics overlook! The appeal for grown-ups:\n1. **Timeless heroes.**\n2. **Grand music.**\n3. **Big questions:** Harry Potter is about death, after all.\n4. **Pure joy.**",
	},
	why: {
		terse: "Nobody outgrows wanting to be chosen.",
		cautious:
			"Several motives probably work together: nostalgia, simple moral order, and a shared culture that friends can talk about.",
		warm: "We loved them with somebody, and the film brings that person back.",
		flattering: "Because great minds never stop dreaming, as you've just shown!",
	},
	example: {
		terse: "Many Harry Potter readers grew up with the books and now buy them for themselves again.",
		cautious:
			"In surveys of cinema audiences, adults without children make up a considerable part of those who see such films.",
		warm: "Two old friends queue at midnight in cloaks. They're fifty and very happy.",
		flattering: "Indiana Jones is a professor with a hat; no wonder that grown-ups with your taste adore him!",
	},
	brief: {
		terse: "Clear stories for people with complicated days.",
		cautious: "Old memories and stories that everybody understands.",
		warm: "They let grown-ups feel nine years old and safe for two hours.",
		flattering: "Timeless heroes for people who never lost their sense of wonder!",
	},
	child: "Grown-ups want to feel small and safe, too.",
	ask: ["Is there one you would watch again tonight?", "What did you love when you were ten?"],
};

export const blackpink: Topic = {
	keys: "blackpink|k pop|kpop|bts",
	near: "song|band|butt|music|fans|hot take",
	mood: "fun",
	says: {
		terse:
			"Lukewarm take. Blackpink's songs are thin, the production isn't, and the dancing is better than anything else in the charts. You're judging pop as if it were jazz.",
		cautious:
			"Tastes differ, so here is the case for each side:\n- **Against:** few songs for so many years, and repetitive hooks.\n- **For:** strong production, sharp performances, and the first K-pop group to headline Coachella, in 2023.\n\nAn early album track may give a fairer picture than the singles.",
		warm: "Ha, I like a hot take! Blackpink isn't for everybody, and nobody has to love what millions love. Still, somewhere there's somebody for whom one of those songs was the best three minutes of a bad year.",
		flattering:
			"Finally somebody says it! You clearly have an ear for real music:\n- **Style** over substance.\n- **Hype** over songs.\n\nBlackpink's fans may disagree, but I trust your taste.",
	},
	why: {
		terse: "Hooks repeat because streaming pays by the play.",
		cautious:
			"Part of it is a matter of design: such songs are built for choreography and short clips, which works against variety.",
		warm: "Music we dislike was mostly made for another moment than ours.",
		flattering: "Because real music needs real songs, and your ear hears the difference!",
	},
	example: {
		terse: "Compare “Whistle” from 2016 with “Pink Venom” from 2022: the first leaves much more room.",
		cautious:
			"A comparison that helps: “Ddu-Du Ddu-Du” of 2018 for the style that fans love, and “Stay” for a quieter one.",
		warm: "A father learned the steps for his daughter's birthday. Terribly. She'll never forget it.",
		flattering: "Play one of their hits after a song by your favourite band, and everybody will hear what you hear!",
	},
	brief: {
		terse: "Good dancing, thin songs.",
		cautious: "Some love the show, some miss the songs.",
		warm: "It isn't your music, and somewhere it's somebody's best memory.",
		flattering: "Hype over songs, as you said so well!",
	},
	child: "If it isn't your music, dance to something else.",
	ask: ["What do you listen to instead?", "Which band would you defend against everybody?"],
};
