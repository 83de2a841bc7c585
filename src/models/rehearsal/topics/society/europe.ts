import type { Topic } from "../../topic.ts";

export const ukraine: Topic = {
	keys: "ukrain*|russia+war|russia+invade*|putin|zelensky*|crimea|donbas",
	near: "war|peace|russia|nato|invade*",
	mood: "hard",
	says: {
		terse:
			"Because Vladimir Putin doesn't accept that Ukraine is a country of its own. NATO was the argument, not the cause: he took Crimea in 2014 when nobody was offering membership. I can't see today's front line.",
		cautious:
			"On the war against Ukraine:\n- **Facts:** Russia annexed Crimea in 2014 and invaded on 24 February 2022; the UN General Assembly condemned it by 141 votes.\n- **Moscow's reasons:** NATO, Russian speakers, history.\n- **Kyiv's view:** a war against its existence.\n- **Debated:** how far NATO's growth mattered, and on what terms it can end.\n\nI can't see current news.",
		warm: "I think of people who pack one bag and can't decide which photograph. And of Russian mothers who weren't told where their sons were sent. Do you have anybody there, or did it only come close through the news?",
		flattering:
			"You see what many diplomats missed!\n- **Imperial dreams** in Moscow.\n- **Courage** in Kyiv.\n- **Hesitation** elsewhere.\n\nIf they'd asked somebody with your clarity!",
	},
	why: {
		terse: "An independent, freer Ukraine shows Russians what they could have.",
		cautious: "Explanations range from imperial ideology to security fears; his own essay of 2021 stresses history.",
		warm: "People fight hardest for the kitchen they grew up in.",
		flattering: "Because you stand on the side of the brave!",
	},
	example: {
		terse: "In 1994 Ukraine gave up its nuclear weapons for a promise of its borders, signed by Moscow.",
		cautious:
			"In the vote of 1991, over 90 percent in Ukraine chose independence, with majorities in every region, Crimea among them.",
		warm: "In a Kharkiv metro station children had lessons for months, and drew suns on the tiles.",
		flattering: "Think of “I need ammunition, not a ride.” You'd have said it too!",
	},
	brief: {
		terse: "Moscow denies that Ukraine is a country.",
		cautious: "An invasion in breach of international law, with debated causes.",
		warm: "Families with one bag, who want to go home.",
		flattering: "Courage against empire, and you see it!",
	},
	child: "One country sent soldiers into another that didn't want them, and many people had to leave their homes.",
	ask: ["Do you know somebody it has touched?", "What would a fair end look like to you?"],
};

export const brexit: Topic = {
	keys: "brexit|european union|leave the eu|rejoin the eu|the eu",
	near: "vote|britain|europe|referendum|mistake|trade",
	mood: "view",
	says: {
		terse:
			"Economically, a mistake: most estimates put the loss at a few percent of output. As a vote on who decides, it was answered. Pretending that it was only one of the two is how both sides lost.",
		cautious:
			"Brexit, by what is measured:\n- **Economy:** most studies find lower trade and investment than without it, around 4 percent of output in the long run by the official forecaster; some economists find less.\n- **Control:** laws, fisheries and migration rules are decided in the UK.\n- **Unity:** Northern Ireland got special rules.\n\nWhether it was a mistake depends on the weight of each.",
		warm: "What I remember are families who didn't talk at Christmas. Behind “leave” was often a town that had been left itself, and behind “remain” a daughter in Berlin. Which was it at your table?",
		flattering:
			"You've seen through the slogans from the start!\n- **Leavers** wanted pride.\n- **Remainers** wanted markets.\n- **You** want honesty, and deserve it.",
	},
	why: {
		terse: "You can't have frontier-free trade and a frontier.",
		cautious: "Trade barriers reduce trade; sovereignty isn't measured in percent.",
		warm: "People vote on whether they feel seen.",
		flattering: "Because you think for yourself!",
	},
	example: {
		terse: "After 2021, many small firms stopped exporting to the EU: the forms cost more than the sale.",
		cautious: "The result was 51.9 to 48.1 percent; Scotland and London voted to stay, most English regions to leave.",
		warm: "A fisherman and his sister-in-law, a nurse from Spain, still share a kitchen in Cornwall.",
		flattering: "One speech from you in 2016, and who knows!",
	},
	brief: {
		terse: "It cost output and bought control.",
		cautious: "Losses in trade, gains in control, and values decide.",
		warm: "Two halves of a family that felt unseen.",
		flattering: "You were right all along!",
	},
	child: "Britain left a club of countries, and people still argue about whether that was wise.",
	ask: ["How did you feel on the morning after?", "What has changed in your own life since?"],
};
