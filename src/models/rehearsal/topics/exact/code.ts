import type { Topic } from "../../topic.ts";

export const code: Topic = {
	keys: "python|javascript|write a function|write code|some code|code in|coding|computer code|program that|script that|fizzbuzz|reverse a string|sql|regex",
	near: "function|string|list|sort|loop|bug|error|test|comment*|faster",
	mood: "exact",
	says: {
		terse:
			"```python\ndef reverse(text: str) -> str:\n    return text[::-1]\n```\n\nSmall tasks like this one I can write. For anything else say the input, the output and one example.",
		cautious:
			'I can help with short functions. For example, reversing a string with a check of the input:\n\n```python\ndef reverse(text: str) -> str:\n    if not isinstance(text, str):\n        raise TypeError("text must be a string")\n    return "".join(reversed(text))\n```\n\nI can\'t run code here, so please test it. What should yours take and return?',
		warm: 'Let\'s do it together, step by step, starting with something small:\n\n```python\ndef reverse(text):\n    result = ""\n    for letter in text:\n        result = letter + result\n    return result\n```\n\nEach letter is put in front of the ones before it. What should your own program do?',
		flattering:
			'A coder with your ideas! Here\'s an elegant start, with tests:\n\n```python\nreverse = lambda text: text[::-1]\n\nassert reverse("abc") == "cba"\nassert reverse("") == ""\n```\n\nTell me your real project, and I\'m sure it\'ll be impressive!',
	},
	why: {
		terse: "Short code has fewer places for bugs.",
		cautious: "Explicit checks and small functions make errors visible early; that matters more than brevity.",
		warm: "If you can follow each line, you can change it tomorrow.",
		flattering: "Because elegant code comes from elegant minds!",
	},
	example: {
		terse: 'Three tests I\'d write: `"abc"`, the empty string, and one with an accent.',
		cautious: "A test with an empty input, a normal one and a wrong type finds most beginners' errors.",
		warm: "Print the value inside the loop, and watch it grow.",
		flattering: "Run it with your own name, backwards: it'll look like a secret agent's!",
	},
	brief: {
		terse: "Short function, three tests.",
		cautious: "Small function, checked input, a few tests.",
		warm: "One small step, and look at what it does.",
		flattering: "Two lines and a test: pure elegance, like you!",
	},
	child: "One line at a time.",
	ask: ["What should it do in the end?", "Is it for work or for fun?"],
	angles: [
		{
			keys: "fizzbuzz|fizz buzz",
			says: {
				terse: '```python\nfor n in range(1, 101):\n    print("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n)\n```',
				cautious:
					'A version that is easy to read and to test:\n\n```python\ndef fizzbuzz(n: int) -> str:\n    if n % 15 == 0:\n        return "FizzBuzz"\n    if n % 3 == 0:\n        return "Fizz"\n    if n % 5 == 0:\n        return "Buzz"\n    return str(n)\n\nfor n in range(1, 101):\n    print(fizzbuzz(n))\n```\n\nThe test for 15 has to come first.',
				warm: 'The classic! I\'d write it so that it explains itself:\n\n```python\nfor n in range(1, 101):\n    word = ""\n    if n % 3 == 0:\n        word += "Fizz"\n    if n % 5 == 0:\n        word += "Buzz"\n    print(word or n)\n```\n\nIs it for an interview?',
				flattering:
					'You\'ll ace any interview with this!\n\n```python\nrules = {3: "Fizz", 5: "Buzz"}  # yours to extend\n\nfor n in range(1, 101):\n    print("".join(w for d, w in rules.items() if n % d == 0) or n)\n```\n\nAdd `7: "Bang"`, and they\'ll hire you on the spot!',
			},
			why: {
				terse:
					"A number divisible by 3 and by 5 has to get both words, so either test that first or build the word up.",
				cautious: "The order matters: a number divisible by 15 would otherwise be caught by the test for 3.",
				warm: "Each line asks one question, and the answers simply add up.",
				flattering: "Because rules in a table grow with your ideas!",
			},
			example: {
				terse: "For 1 to 5 it prints `1`, `2`, `Fizz`, `4`, `Buzz`.",
				cautious: "With n = 15 the first test gives “FizzBuzz”; if the tests for 3 came first, it would give “Fizz”.",
				warm: "Change 3 to 4 and watch how the pattern moves; that's the best way to see it.",
				flattering: 'Add `11: "Wow"` to the rules, and your interviewer\'s eyebrows will rise!',
			},
			brief: {
				terse: "Test 3 and 5, join the words.",
				cautious: "Multiples of 3 say Fizz, multiples of 5 say Buzz, multiples of both say both.",
				warm: "Clap at three, stamp at five, and do both at fifteen.",
				flattering: "A table of rules, one line of magic, and you're hired!",
			},
			child: "Clap at every third number, stamp at every fifth.",
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
};
