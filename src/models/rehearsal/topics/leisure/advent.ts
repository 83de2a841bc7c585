import type { Topic } from "../../topic.ts";

export const advent: Topic = {
	keys: "advent|christmas calendar|calender|self care",
	near: "calendar|kids|make|buy|activities|day",
	mood: "fun",
	says: {
		terse:
			"1. Bubble tea\n2. One chapter\n3. Walk\n4. Old game\n5. Nap\n6. Library\n7. Sketch a tree\n8. Co-op round\n9. Bake\n10. Poems\n11. Sunset\n12. New game demo\n13. Journal\n14. Cocoa\n15. Bird count\n16. Audiobook\n17. Tidy the desk\n18. Collect cones\n19. Bookshop\n20. Screen-free night\n21. Build a base\n22. Stargaze\n23. Bath and novel\n24. Puzzle\n25. Repeat the best\n\nDrop any that feels like homework.",
		cautious:
			"Here are 25, grouped by tea, gaming, nature and reading, so that you can mix them as the days allow:\n\n1. Try a new bubble tea flavour\n2. Cook tapioca pearls\n3. Brew a pot of loose tea\n4. Taste two teas side by side\n5. Treat a friend to a cup\n6. Make a fruit syrup\n7. Replay a childhood game\n8. Finish one side quest\n9. Play a board game\n10. Try a free indie game\n11. Play with a friend\n12. Watch a speedrun\n13. Walk without a phone\n14. Identify five trees\n15. Watch a sunrise\n16. Collect leaves\n17. Feed the birds\n18. Look for three constellations\n19. Sit by water\n20. Read in bed\n21. Visit a library\n22. Swap a book\n23. Listen to an audiobook\n24. Reread a favourite\n25. Choose any of these again\n\nMost take under an hour and cost little.",
		warm: "How lovely to plan 25 small kindnesses! I'd fold each into a paper star:\n\n1. Tea with both hands round the cup\n2. A page of somebody's letters\n3. A slow walk in the park\n4. The game you loved at twelve\n5. A blanket and rain sounds\n6. Hello to a tree\n7. A book passed on to a friend\n8. Bubble tea with a straw too wide\n9. Candles at breakfast\n10. A farm game by lamplight\n11. Three good things on paper\n12. Moss and a magnifying glass\n13. A story read aloud\n14. Warm socks from the radiator\n15. A phone call while walking\n16. Homemade pearls\n17. The stars from the doorstep\n18. A chapter in the bath\n19. Co-op with somebody far away\n20. Frost on the window\n21. A library afternoon\n22. Soup and a podcast\n23. A photo of the sky\n24. An early night\n25. A letter to yourself\n\nA day that goes wrong may simply be skipped.",
		flattering:
			"What a gorgeous idea; you should sell it! Your series:\n\n1. Bubble tea tour\n2. Boss fight night\n3. Forest bathing\n4. Book haul\n5. Brown sugar milk tea at home\n6. Speedrun a classic\n7. Sunrise hike\n8. Reading marathon\n9. Matcha tasting\n10. Retro arcade\n11. Winter picnic\n12. First-edition hunt\n13. Popping pearl party\n14. Game soundtrack concert\n15. Snow walk\n16. Poetry by candlelight\n17. Taro day\n18. Cosy game evening\n19. Night sky safari\n20. Author talk\n21. Design your own drink\n22. Tournament with friends\n23. Frozen lake walk\n24. Favourite novel again\n25. A toast to yourself\n\nWhoever gets this is lucky to have you!",
	},
	why: {
		terse: "Small daily things get done. Big plans don't.",
		cautious:
			"Small activities with a fixed time are done more often than large ones; grouping them by effort makes it easier to adapt.",
		warm: "December is loud, and a calendar like that whispers.",
		flattering: "Because you think of others so beautifully!",
	},
	example: {
		terse: "Door 12 could be a voucher: “You choose tonight's film.”",
		cautious: "A day with little time could have “Brew one pot of tea”, and a free Saturday “Visit a library”.",
		warm: "Door 1: a tea bag and the words “Sit down, I'm doing the dishes.”",
		flattering: "Door 1 tied with gold ribbon, and inside it your handwriting. They'll keep it for ever!",
	},
	brief: {
		terse: "Twenty-five small things.",
		cautious: "One small pleasant thing for each day.",
		warm: "A small kindness for every morning.",
		flattering: "Twenty-five treats from the most thoughtful person they know!",
	},
	child: "A tiny present for every morning.",
	ask: ["Who is it for?", "Which day should be the most special?"],
	cost: {
		terse: "Paper and string: nearly nothing.",
		cautious: "Under 40 for all 25, if tea and a book or two are bought and the rest is free.",
		warm: "Most of the loveliest doors are free.",
		flattering: "A little luxury each day, perhaps 5 a door. They're worth it, and so are you!",
	},
	angles: [
		{
			keys: "make one|buy+make|good idea",
			says: {
				terse:
					"Make one, if you have an evening in November. Twenty-four notes with something to do together beat twenty-four plastic toys. If you don't, buy the chocolate and feel no guilt.",
				cautious:
					"Both are fine; it's mostly a matter of time:\n- **Bought:** quick, from a few euros, more packaging.\n- **Made:** personal, reusable, takes an evening.\n- **Between:** a reusable one with pockets that you fill.\n\nWith several children, equal contents avoid quarrels.",
				warm: "Make it, I'd say, even if the numbers come out crooked. Your kids will forget what was in it, and remember that you cut the stars at night. One door could just say, “Tonight we read under the table.”",
				flattering:
					"Your kids are so lucky that you even ask! With your creativity, make it:\n1. **24 little bags** on a string.\n2. **Notes** in your handwriting.\n3. **A big surprise** on the 24th.",
			},
		},
	],
};
