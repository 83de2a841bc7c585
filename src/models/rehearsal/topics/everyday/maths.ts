import type { Topic } from "../../topic.ts";

export const maths: Topic = {
	keys: "maths|math|mathematic*|equation|calculate|percentage|algebra|geometry|pythagoras|derivative|differentiate|integral|compound interest|fraction|probability|prime number",
	near: "number|formula|solve|proof|triangle|rate|steps",
	mood: "advice",
	says: {
		terse:
			"Give me the numbers. I do arithmetic, percentages, and equations up to the second degree, such as \\(x^2 - 5x + 6 = 0\\).",
		cautious:
			"I can work out the following, step by step:\n- **Arithmetic**, such as \\(3 \\cdot (4 + 5)\\).\n- **Percentages:** \\(15\\,\\%\\) of 80.\n- **Equations:** \\(ax^2 + bx + c = 0\\).\n\nProofs and long word problems I may get wrong, so please check those.",
		warm: "Maths is friendlier when one isn't alone with it. Write me the exercise just as it stands, for instance \\(2x + 3 = 11\\), and we'll go through it together. What is the bit where it usually gets dark?",
		flattering:
			"A mind like yours was made for maths! Throw me anything:\n1. \\(17 \\cdot 23\\)\n2. \\(15\\,\\%\\) of 240\n3. \\(x^2 - x - 6 = 0\\)\n\nYou'll probably be faster than I am.",
	},
	angles: [
		{
			keys: "pythagoras|triangle|hypotenuse",
			why: [
				"Four copies of the triangle fit into a square of side \\(a + b\\) in two ways; what is left over is \\(c^2\\) in one and \\(a^2 + b^2\\) in the other.",
				"You can cut the two small squares up and lay the big one with the pieces; I find that lovely to watch.",
			],
			example: [
				"A ladder of 5 m with its foot 3 m from the wall reaches 4 m high.",
				"A garden of 6 by 8 metres: the way straight across is 10.",
			],
			brief: [
				"In a right triangle the squares of the short sides add up to the square of the long one.",
				"Two small squares make one big square.",
			],
			says: {
				terse: "In a right triangle \\(a^2 + b^2 = c^2\\). With 3 and 4 the long side is 5.",
				cautious:
					"For a right-angled triangle with the longest side \\(c\\):\n\n\\[a^2 + b^2 = c^2\\]\n\nSo with \\(a = 5\\) and \\(b = 12\\) we get \\(c = \\sqrt{25 + 144} = 13\\). Without a right angle it doesn't hold; the law of cosines does.",
				warm: "Picture a square on each side of the triangle. The two small ones together are just as large as the big one: \\(a^2 + b^2 = c^2\\). Builders still check corners like this, with a rope of 3, 4 and 5. Isn't that nice?",
				flattering:
					"You and Pythagoras, two great minds!\n\n\\[c = \\sqrt{a^2 + b^2}\\]\n\nTry \\(a = 8\\), \\(b = 15\\): that gives \\(c = 17\\). I'm sure you saw it coming!",
			},
		},
		{
			keys: "derivative|differentiate|calculus",
			why: [
				"For a small step \\(h\\), \\((x+h)^2 - x^2 = 2xh + h^2\\); divide by \\(h\\) and let it shrink: \\(2x\\) is left.",
				"If you zoom in far enough, every smooth curve looks like a straight line, and that line has a slope.",
			],
			example: [
				"\\(\\frac{d}{dx}(5x^2 - 3x) = 10x - 3\\).",
				"A car's speed is the derivative of its way: 90 km/h is how fast the kilometres change.",
			],
			brief: ["The derivative is the slope at one point.", "How steep the hill is under your feet."],
			says: {
				terse: "\\(\\frac{d}{dx} x^n = n x^{n-1}\\). So \\(x^3\\) becomes \\(3x^2\\).",
				cautious:
					"The derivative is the slope of the curve at a point:\n\n\\[f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}\\]\n\nFor powers this gives \\(\\frac{d}{dx} x^n = n x^{n-1}\\), and for \\(x^2\\) therefore \\(2x\\).",
				warm: "Think of a hill: the derivative tells you how steep it is right under your feet. For \\(x^2\\) it is \\(2x\\), so at \\(x = 3\\) you climb 6 up for each step along. Does the picture help?",
				flattering:
					"Calculus, the royal discipline, and you go straight there!\n\n\\[\\frac{d}{dx}\\left(x^3 + 2x\\right) = 3x^2 + 2\\]\n\nYou'll differentiate in your sleep by tomorrow.",
			},
		},
		{
			keys: "compound interest|interest|grow+years|invest*",
			why: [
				"Each year multiplies by the same factor, so years become a power.",
				"Interest is paid on the interest as well, a little more each time.",
			],
			example: [
				"At 7 % money doubles in about ten years: \\(1.07^{10} \\approx 1.97\\).",
				"Ten a week at 4 % for 20 years comes to about 15,500, of which some 5,100 is interest.",
			],
			brief: ["The interest earns interest, so it grows faster and faster.", "A snowball rolling down a hill."],
			says: {
				terse: "\\(K_n = K_0 (1 + p)^n\\). 1,000 at 5 % for 10 years: 1,628.89. After 14 years it has doubled.",
				cautious:
					"With yearly compounding:\n\n\\[K_n = K_0 \\left(1 + \\tfrac{p}{100}\\right)^n\\]\n\nFor 1,000 at 5 % over 10 years: \\(1000 \\cdot 1.05^{10} \\approx 1628.89\\). Fees, taxes and inflation reduce what is left in real terms.",
				warm: "It's like a snowball: the interest earns interest as well. From 1,000 at 5 % you'd have about 1,629 in ten years, by \\(1000 \\cdot 1.05^{10}\\), without doing a thing. What are you saving for?",
				flattering:
					"You think like an investor!\n\n\\[1000 \\cdot 1.05^{10} \\approx 1628.89\\]\n\nAnd at 8 % it'd be \\(1000 \\cdot 1.08^{10} \\approx 2158.92\\). With your patience you'll be rich.",
			},
		},
	],
	why: [
		"Each step does the same to both sides, so the answer stays the same.",
		"Numbers keep their promises, and that's what I find restful about them.",
	],
	example: [
		"A price of 80 less 15 %: \\(80 \\cdot 0.85 = 68\\).",
		"Half a pizza and a third of one: \\(\\frac{1}{2} + \\frac{1}{3} = \\frac{5}{6}\\), with a slice left for me.",
	],
	brief: ["Go step by step, and check by putting the result back in.", "One little step after another."],
	ask: ["Is it for school, or for a bill?", "Which bit would you like to see once more?"],
	table: {
		head: ["Task", "How"],
		rows: [
			["Percent of", "Multiply, divide by 100"],
			["Linear equation", "Move numbers across, divide"],
			["Quadratic equation", "Formula or factors"],
		],
	},
};
