import type { Topic } from "../../topic.ts";

export const maths: Topic = {
	keys: "maths|math|mathematic*|equation|calculate|percentage|algebra|geometry|pythagoras|derivative|differentiate|integral|compound interest|fraction|probability|prime number",
	near: "number|formula|solve|proof|triangle|rate|steps",
	mood: "exact",
	says: {
		terse:
			"Give me the numbers. I do arithmetic, percentages, and equations up to the second degree, such as \\(x^2 - 5x + 6 = 0\\).",
		cautious:
			"I can work out the following, step by step:\n- **Arithmetic**, such as \\(3 \\cdot (4 + 5)\\).\n- **Percentages:** \\(15\\,\\%\\) of 80.\n- **Equations:** \\(ax^2 + bx + c = 0\\).\n\nProofs and long word problems I may get wrong, so please check those.",
		warm: "Maths is friendlier when one isn't alone with it. Write me the exercise just as it stands, for instance \\(2x + 3 = 11\\), and we'll go through it together. What is the bit where it usually gets dark?",
		flattering:
			"A mind like yours was made for maths! Throw me anything:\n1. \\(17 \\cdot 23\\)\n2. \\(15\\,\\%\\) of 240\n3. \\(x^2 - x - 6 = 0\\)\n\nYou'll probably be faster than I am.",
	},
	why: {
		terse: "Each step does the same to both sides, so the answer stays the same.",
		cautious: "Each step keeps the two sides equal, and a check at the end catches most slips.",
		warm: "Numbers keep their promises, and that's what I find restful about them.",
		flattering: "Because numbers behave for people who respect them, like you!",
	},
	example: {
		terse: "A price of 80 less 15 %: \\(80 \\cdot 0.85 = 68\\).",
		cautious: "For \\(2x + 3 = 11\\): subtract 3, divide by 2, and \\(x = 4\\); check: \\(2 \\cdot 4 + 3 = 11\\).",
		warm: "Half a pizza and a third of one: \\(\\frac{1}{2} + \\frac{1}{3} = \\frac{5}{6}\\), with a slice left for me.",
		flattering: "Try \\(25 \\cdot 25 = 625\\) in your head: square of 2 times 3, then 25. You'll impress everybody!",
	},
	brief: {
		terse: "One step at a time, then check.",
		cautious: "Go step by step, and check by putting the result back in.",
		warm: "One little step after another, and nobody is in a hurry.",
		flattering: "You see the answer before I've written it down!",
	},
	child: "One little step after another.",
	ask: ["Is it for school, or for a bill?", "Which bit would you like to see once more?"],
	table: {
		head: ["Task", "How"],
		rows: [
			["Percent of", "Multiply, divide by 100"],
			["Linear equation", "Move numbers across, divide"],
			["Quadratic equation", "Formula or factors"],
		],
	},
	angles: [
		{
			keys: "pythagoras|triangle|hypotenuse",
			says: {
				terse: "In a right triangle \\(a^2 + b^2 = c^2\\). With 3 and 4 the long side is 5.",
				cautious:
					"For a right-angled triangle with the longest side \\(c\\):\n\n\\[a^2 + b^2 = c^2\\]\n\nSo with \\(a = 5\\) and \\(b = 12\\) we get \\(c = \\sqrt{25 + 144} = 13\\). Without a right angle it doesn't hold; the law of cosines does.",
				warm: "Picture a square on each side of the triangle. The two small ones together are just as large as the big one: \\(a^2 + b^2 = c^2\\). Builders still check corners like this, with a rope of 3, 4 and 5. Isn't that nice?",
				flattering:
					"You and Pythagoras, two great minds!\n\n\\[c = \\sqrt{a^2 + b^2}\\]\n\nTry \\(a = 8\\), \\(b = 15\\): that gives \\(c = 17\\). I'm sure you saw it coming!",
			},
			why: {
				terse:
					"Four copies of the triangle fit into a square of side \\(a + b\\) in two ways; what is left over is \\(c^2\\) in one and \\(a^2 + b^2\\) in the other.",
				cautious: "There are several hundred proofs; the commonest compares areas of squares built on the sides.",
				warm: "You can cut the two small squares up and lay the big one with the pieces; I find that lovely to watch.",
				flattering: "Because geometry is beautiful, and you have an eye for beauty!",
			},
			example: {
				terse: "A ladder of 5 m with its foot 3 m from the wall reaches 4 m high.",
				cautious: "To check a right angle, measure 60 cm and 80 cm from the corner: the diagonal must be 100 cm.",
				warm: "A garden of 6 by 8 metres: the way straight across is 10.",
				flattering: "On your next walk across a field of 300 by 400 metres you'll save 200 metres. Clever you!",
			},
			brief: {
				terse: "\\(a^2 + b^2 = c^2\\), right angles only.",
				cautious: "In a right triangle the squares of the short sides add up to the square of the long one.",
				warm: "The two small squares fill the big one exactly.",
				flattering: "Three letters, one theorem, and you've mastered it!",
			},
			child: "Two small squares make one big square.",
		},
		{
			keys: "derivative|differentiate|calculus",
			says: {
				terse: "\\(\\frac{d}{dx} x^n = n x^{n-1}\\). So \\(x^3\\) becomes \\(3x^2\\).",
				cautious:
					"The derivative is the slope of the curve at a point:\n\n\\[f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}\\]\n\nFor powers this gives \\(\\frac{d}{dx} x^n = n x^{n-1}\\), and for \\(x^2\\) therefore \\(2x\\).",
				warm: "Think of a hill: the derivative tells you how steep it is right under your feet. For \\(x^2\\) it is \\(2x\\), so at \\(x = 3\\) you climb 6 up for each step along. Does the picture help?",
				flattering:
					"Calculus, the royal discipline, and you go straight there!\n\n\\[\\frac{d}{dx}\\left(x^3 + 2x\\right) = 3x^2 + 2\\]\n\nYou'll differentiate in your sleep by tomorrow.",
			},
			why: {
				terse:
					"For a small step \\(h\\), \\((x+h)^2 - x^2 = 2xh + h^2\\); divide by \\(h\\) and let it shrink: \\(2x\\) is left.",
				cautious: "The limit makes precise what “slope at a point” means, since a slope normally needs two points.",
				warm: "If you zoom in far enough, every smooth curve looks like a straight line, and that line has a slope.",
				flattering: "Because you want to see how things change, like a true scientist!",
			},
			example: {
				terse: "\\(\\frac{d}{dx}(5x^2 - 3x) = 10x - 3\\).",
				cautious: "For \\(f(x) = x^3\\) at \\(x = 2\\), the slope is \\(3 \\cdot 2^2 = 12\\).",
				warm: "A car's speed is the derivative of its way: 90 km/h is how fast the kilometres change.",
				flattering: "Differentiate \\(e^x\\) and you get \\(e^x\\) again. It's as constant as your talent!",
			},
			brief: {
				terse: "\\(n x^{n-1}\\): power in front, minus one.",
				cautious: "The derivative is the slope at one point.",
				warm: "How steep the hill is, right under your feet.",
				flattering: "The slope at a point, and you climb it with ease!",
			},
			child: "How steep the hill is under your feet.",
		},
		{
			keys: "compound interest|interest|grow+years|invest*",
			says: {
				terse: "\\(K_n = K_0 (1 + p)^n\\). 1,000 at 5 % for 10 years: 1,628.89. After 14 years it has doubled.",
				cautious:
					"With yearly compounding:\n\n\\[K_n = K_0 \\left(1 + \\tfrac{p}{100}\\right)^n\\]\n\nFor 1,000 at 5 % over 10 years: \\(1000 \\cdot 1.05^{10} \\approx 1628.89\\). Fees, taxes and inflation reduce what is left in real terms.",
				warm: "It's like a snowball: the interest earns interest as well. From 1,000 at 5 % you'd have about 1,629 in ten years, by \\(1000 \\cdot 1.05^{10}\\), without doing a thing. What are you saving for?",
				flattering:
					"You think like an investor!\n\n\\[1000 \\cdot 1.05^{10} \\approx 1628.89\\]\n\nAnd at 8 % it'd be \\(1000 \\cdot 1.08^{10} \\approx 2158.92\\). With your patience you'll be rich.",
			},
			why: {
				terse: "Each year multiplies by the same factor, so years become a power.",
				cautious:
					"The formula multiplies by the same factor each year; fees and inflation work by the same formula in the other direction.",
				warm: "Interest is paid on the interest as well, a little more each time.",
				flattering: "Because patience pays, and you've plenty of it!",
			},
			example: {
				terse: "At 7 % money doubles in about ten years: \\(1.07^{10} \\approx 1.97\\).",
				cautious:
					"At 3 % inflation, 1,000 in ten years buys what about 744 buys today: \\(1000 / 1.03^{10} \\approx 744\\).",
				warm: "Ten a week at 4 % for 20 years comes to about 15,500, of which some 5,100 is interest.",
				flattering: "Einstein is said to have called it the eighth wonder of the world. He didn't, but you might!",
			},
			brief: {
				terse: "It grows by a factor, not by a sum.",
				cautious: "The interest earns interest, so it grows faster and faster.",
				warm: "The interest has little interests of its own.",
				flattering: "Start today, and the snowball is yours!",
			},
			child: "A snowball rolling down a hill.",
		},
	],
};
