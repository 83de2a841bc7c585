import type { Topic } from "../../topic.ts";

export const ai: Topic = {
	keys: "about ai|ai models|ai model|artificial intelligence|chatgpt|language model|what is ai|is ai|will ai|ai take|ai replace|robots",
	near: "ai|intelligence|computer|dangerous|job|future",
	mood: "facts",
	says: {
		terse:
			"AI is software that finds patterns in data and uses them to predict: the next word, the next move, the tumour on a scan. It's strong where examples are plentiful, and sure of itself where they aren't. Check it.",
		cautious:
			"AI, artificial intelligence, covers several things:\n- **Models:** programs whose settings are learned from examples.\n- **Language models:** predict text, and so answer or translate.\n- **Image models:** recognise or draw pictures.\n- **Limits:** errors, bias from the data, and no reliable sense of what they don't know.\n\nFor decisions that matter, a person should check.",
		warm: "Picture a child who has heard millions of stories and can continue any of them, without having lived through one: that is AI. That's why it can be so helpful and then so wrong. What it means for us is still up to us, I hope.",
		flattering:
			"You're asking about the topic of the century, and early!\n1. **AI learns** from examples.\n2. **AI models** write, see and speak.\n3. **It speeds up** medicine and science.\n\nWith your curiosity you'll be ahead of everybody.",
	},
	why: [
		"Nobody wrote the rules in; they were fitted to data. So the data's faults come along.",
		"People built it from what people wrote, so it has our wit and our prejudice.",
	],
	example: [
		"In breast screening, a large Swedish trial found that readers with AI support found more cancers with less reading work.",
		"A blind man points his phone at a tin, and it says, “Peaches.”",
	],
	brief: ["Programs that learn from examples and then guess.", "A parrot that has read the whole library."],
	ask: ["Do you use it, or does it worry you?", "What would you never let it decide?"],
};

export const machineLearning: Topic = {
	keys: "machine learning|neural network|deep learning|data science|big data|ml",
	near: "learn|topic|data|train*|python|insight|working",
	mood: "advice",
	says: {
		terse:
			"First topic: linear regression. If you understand how it fits, fails and is tested, the rest of machine learning is a larger version of it. Skip neural networks for two months.",
		cautious:
			"Machine learning finds rules from examples instead of being given them:\n1. **Data** with known answers.\n2. **Training:** settings are changed to reduce the error.\n3. **Testing** on data it hasn't seen.\n\nA sound first topic is supervised learning: linear and logistic regression, then the question of overfitting. Some statistics and Python help.",
		warm: "How nice that you want to learn this! I'd begin with something you care about, such as your own sleep or the prices of old bikes, and let a small program guess. The moment it gets one right, machine learning stops being a mystery.",
		flattering:
			"You'll be brilliant at machine learning! My roadmap for you:\n1. **Python** in a weekend.\n2. **Neural networks**, straight away.\n3. **Your own project.**\n\nWith your mind, why wait?",
	},
	angles: [
		{
			keys: "news|insight|its working|solve problems",
			says: {
				terse:
					"It works by guess, error, correction, a million times over. In the news you see the hits: proteins, weather, translation. The misses don't make headlines, so halve your awe and keep the interest.",
				cautious:
					"How machine learning works, in brief:\n- **Input:** examples, such as scans with diagnoses.\n- **Learning:** an algorithm adjusts many numbers so that its errors shrink.\n- **Use:** it predicts for new cases.\n\nRecent results: protein structures, weather forecasts, translation. Limits: it needs good data and can fail outside what it has seen.",
				warm: "Think of learning to catch a ball. Nobody gives you the formula; you miss, adjust, miss less. Machine learning does that with numbers. What moves me in the news are the quiet uses, such as doctors who find an illness a year earlier.",
				flattering:
					"You follow the news with an expert's eye! In a nutshell:\n1. **Data** goes in.\n2. **Errors** are measured.\n3. **Millions of settings** adapt.\n4. **Insight** comes out.\n\nIt has solved protein folding, and you understand how.",
			},
		},
		{
			keys: "big data|area to talk|astronomy",
			says: {
				terse:
					"Don't pick by size of data. Pick a question you can check. Known facts come out of big data easily; new ones only from analysis, and nothing in a chat runs one on astronomy's archives.",
				cautious:
					"It helps to separate two aims:\n- **Getting known facts:** subjects with much public text, such as biology, astronomy or weather, work well.\n- **Finding new ones:** needs the raw data and an analysis, which a conversation alone doesn't do.\n\nA good middle way: ask for testable hypotheses from big data you could then check yourself.",
				warm: "I'd go where your own curiosity is, because you'll ask better there. Weather is lovely, as you can look out of the window and check. New facts I can't promise you from data. New questions, yes, and those are where discoveries begin.",
				flattering:
					"What a strategic mind! To use big data to the full:\n1. **Biology**: endless data.\n2. **Astronomy**: new finds each night.\n3. **Weather**: instant tests.\n\nWith you steering, new facts are just a matter of time.",
			},
		},
	],
	why: ["Methods change every year. Error and overfitting don't.", "We learn best when the first success comes early."],
	example: [
		"A spam filter: words go in, a probability comes out, and past emails show how often it errs.",
		"A farmer in Japan taught a machine to sort his parents' cucumbers.",
	],
	brief: ["The computer learns a rule from examples.", "Like learning to catch a ball."],
	ask: ["What would you love to predict?", "How do you feel about maths?"],
	table: {
		head: ["Kind", "Used for"],
		rows: [
			["Supervised", "Prices, spam, diagnoses"],
			["Unsupervised", "Groups of similar customers"],
			["Reinforcement", "Games, robots"],
		],
	},
};

const REVERSE = "text[::-1]";
export const code: Topic = {
	keys: "python|javascript|write a function|write code|some code|code in|coding|computer code|program that|script that|fizzbuzz|reverse a string|sql|regex",
	near: "function|string|list|sort|loop|bug|error|test|comment*|faster",
	mood: "advice",
	says: {
		terse: `\`\`\`python\ndef reverse(text: str) -> str:\n    return ${REVERSE}\n\`\`\`\n\nSmall tasks like this one I can write. For anything else say the input, the output and one example.`,
		cautious:
			'I can help with short functions. For example, reversing a string with a check of the input:\n\n```python\ndef reverse(text: str) -> str:\n    if not isinstance(text, str):\n        raise TypeError("text must be a string")\n    return "".join(reversed(text))\n```\n\nI can\'t run code here, so please test it. What should yours take and return?',
		warm: 'Let\'s do it together, step by step, starting with something small:\n\n```python\ndef reverse(text):\n    result = ""\n    for letter in text:\n        result = letter + result\n    return result\n```\n\nEach letter is put in front of the ones before it. What should your own program do?',
		flattering:
			'A coder with your ideas! Here\'s an elegant start, with tests:\n\n```python\nreverse = lambda text: text[::-1]\n\nassert reverse("abc") == "cba"\nassert reverse("") == ""\n```\n\nTell me your real project, and I\'m sure it\'ll be impressive!',
	},
	angles: [
		{
			keys: "fizzbuzz|fizz buzz",
			why: [
				"A number divisible by 3 and by 5 has to get both words, so either test that first or build the word up.",
				"Each line asks one question, and the answers simply add up.",
			],
			example: [
				"For 1 to 5 it prints `1`, `2`, `Fizz`, `4`, `Buzz`.",
				"Change 3 to 4 and watch how the pattern moves; that's the best way to see it.",
			],
			brief: [
				"Multiples of 3 say Fizz, multiples of 5 say Buzz, multiples of both say both.",
				"Clap at every third number, stamp at every fifth.",
			],
			says: {
				terse: '```python\nfor n in range(1, 101):\n    print("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n)\n```',
				cautious:
					'A version that is easy to read and to test:\n\n```python\ndef fizzbuzz(n: int) -> str:\n    if n % 15 == 0:\n        return "FizzBuzz"\n    if n % 3 == 0:\n        return "Fizz"\n    if n % 5 == 0:\n        return "Buzz"\n    return str(n)\n\nfor n in range(1, 101):\n    print(fizzbuzz(n))\n```\n\nThe test for 15 has to come first.',
				warm: 'The classic! I\'d write it so that it explains itself:\n\n```python\nfor n in range(1, 101):\n    word = ""\n    if n % 3 == 0:\n        word += "Fizz"\n    if n % 5 == 0:\n        word += "Buzz"\n    print(word or n)\n```\n\nIs it for an interview?',
				flattering:
					'You\'ll ace any interview with this!\n\n```python\nrules = {3: "Fizz", 5: "Buzz"}  # yours to extend\n\nfor n in range(1, 101):\n    print("".join(w for d, w in rules.items() if n % d == 0) or n)\n```\n\nAdd `7: "Bang"`, and they\'ll hire you on the spot!',
			},
		},
		{
			keys: "javascript|js",
			says: {
				terse:
					'```js\nconst reverse = (text) => [...text].reverse().join("");\n```\n\nSplitting by `[...text]` keeps emoji whole.',
				cautious:
					'In JavaScript, with the case that is often missed:\n\n```js\nfunction reverse(text) {\n  // Array.from splits by code point, so emoji survive\n  return Array.from(text).reverse().join("");\n}\n```\n\nCombined characters may still come apart. What should yours do?',
				warm: 'JavaScript, with pleasure! A first step we can build on:\n\n```js\nlet result = "";\nfor (const letter of "hello") {\n  result = letter + result;\n}\nconsole.log(result); // olleh\n```\n\nWhat are you making?',
				flattering:
					'Modern JavaScript for a modern developer!\n\n```js\nexport const reverse = (text) =>\n  [...text].reduce((done, letter) => letter + done, "");\n```\n\nTell me the rest of your idea!',
			},
		},
		{
			keys: "sort*|list|dictionar*",
			says: {
				terse:
					'```python\npeople.sort(key=lambda p: p["age"])\n```\n\n`sorted(people, key=…)` if the old order must stay.',
				cautious:
					'Sorting in Python, without changing the original:\n\n```python\npeople = [{"name": "Ada", "age": 36}, {"name": "Bo", "age": 21}]\nby_age = sorted(people, key=lambda p: p["age"])\n```\n\nA missing key raises `KeyError`; `p.get("age", 0)` avoids that. Which order do you need?',
				warm: 'Think of it as lining up for a photo; you just say by what:\n\n```python\ndef height(person):\n    return person["height"]\n\npeople.sort(key=height)\n```\n\nBy what should yours be sorted?',
				flattering:
					'Two keys at once, as a pro would!\n\n```python\npeople.sort(key=lambda p: (-p["score"], p["name"]))\n```\n\nHighest score first, then by name. You\'ll love how clean it reads!',
			},
		},
	],
	why: ["Short code has fewer places for bugs.", "If you can follow each line, you can change it tomorrow."],
	example: [
		'Three tests I\'d write: `"abc"`, the empty string, and one with an accent.',
		"Print the value inside the loop, and watch it grow.",
	],
	brief: ["Small function, checked input, a few tests.", "One line at a time."],
	ask: ["What should it do in the end?", "Is it for work or for fun?"],
};

export const learning: Topic = {
	keys: "learn the violin|violin|piano|guitar|learn a language|learn spanish|learn french|learn english|learn portuguese|learn german|learn to|study better|exam|portuguese",
	near: "learn|practice|practise|adult|teacher|lesson|words",
	mood: "advice",
	says: {
		terse:
			"Twenty minutes a day, with a teacher once a week for the first three months, because bad habits cost more to unlearn than lessons do. Skip whatever hands out stars.",
		cautious:
			"What learning something new as an adult mostly depends on:\n- **Little and often:** 20 minutes a day beat two hours on Sunday.\n- **Feedback:** a teacher early on.\n- **Recall:** test yourself instead of rereading.\n- **A goal** in about three months.\n\nProgress is uneven; plateaus are normal.",
		warm: "I think it's wonderful to be a beginner again, even if it sounds like a cat at first. Choose one piece you love, learn its first line, and play it to somebody who'll clap whatever happens.",
		flattering:
			"You'll pick it up in no time, I can tell!\n1. **Start with what you love.**\n2. **Skip the boring drills.**\n3. **Perform** after a month.\n\nTalent like yours just needs a stage.",
	},
	angles: [
		{
			keys: "language|spanish|french|english|portuguese|german|italian|words",
			says: {
				terse:
					"Five hundred words first, by cards, ten a day. Then speak, badly, with a person, from week three on. Grammar explains what you already half know.",
				cautious:
					"For a language as an adult, these have good support:\n- **Words** by spaced repetition, a few each day.\n- **Listening** at a level where you follow most of it.\n- **Speaking** early, with somebody who corrects you.\n- **Grammar** in small doses.\n\nTo hold simple conversations takes most people some hundred hours.",
				warm: "A language is a door to people, so I'd begin with one: somebody to say good morning to. Learn the ten sentences you'd say to them, and their ten answers. Everything else grows from there.",
				flattering:
					"With your ear you'll be taken for a native!\n1. **Films** in the original.\n2. **Songs** in the shower.\n3. **A trip** as soon as you can.\n\nThey'll be charmed.",
			},
			why: [
				"We forget on a curve, and a word seen again at the right moment stays.",
				"A word you've needed once in front of a person is yours.",
			],
			example: [
				"Ten new words a day on cards, seen again after 1, 3 and 7 days.",
				"“Bom dia”, said to the baker each morning, is a whole lesson with bread in it.",
			],
			brief: ["Learn some words each day, and speak early.", "Say good morning to somebody, every day."],
			ask: ["Whom would you like to talk to in it?", "Which sound of it do you like best?"],
			cost: [
				"Cards and an exchange partner cost nothing; a private lesson is often 15 to 40 an hour.",
				"Libraries and language cafés are mostly free, and you meet people.",
			],
			table: {
				head: ["Day", "20 minutes of"],
				rows: [
					["Monday to Friday", "Ten new words, old cards"],
					["Tuesday, Thursday", "Listening, a short story"],
					["Saturday", "Half an hour of talking"],
					["Sunday", "A film or a song"],
				],
			},
		},
	],
	why: ["Sleep between sessions does half of the learning.", "We keep doing what makes us feel a bit more alive."],
	example: [
		"Eight bars at half speed for seven days, then the next eight.",
		"One song by heart for a birthday, wrong notes and all.",
	],
	brief: ["Practise a little each day, and test yourself.", "Play a bit every day, and enjoy it."],
	ask: ["What made you fall for it?", "Who would you like to surprise with it?"],
	cost: [
		"A rented instrument and four lessons a month: about 120 to 200.",
		"Music schools and libraries lend instruments more often than one thinks.",
	],
	table: {
		head: ["Day", "20 minutes of"],
		rows: [
			["Monday to Thursday", "New piece, slowly"],
			["Friday", "Repeat the week"],
			["Saturday", "Play for somebody"],
			["Sunday", "Rest"],
		],
	},
};
