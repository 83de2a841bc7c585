import { describe, expect, it } from "vitest";
import { hiddenIn, ReplyText, type ReplyTextOptions } from "./reply-text.ts";

type Seen = { readonly text: string; readonly hidden: string; readonly met: string };

/** The text as a server would send it in pieces of `size` characters. */
function read(
	text: string,
	size: number,
	options: Partial<ReplyTextOptions> = {},
): Seen & { readonly restarts: number } {
	const reply = new ReplyText({ reasoning: "hide", mostCharacters: 100_000, ...options });
	const seen = { text: "", hidden: "", restarts: 0 };
	const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
		text.slice(at * size, (at + 1) * size),
	);
	const parts = [...pieces.flatMap((piece) => reply.take({ kind: "text", text: piece })), ...reply.end()];
	for (const part of parts) {
		if (part.kind === "text") seen.text += part.text;
		else if (part.kind === "hidden") seen.hidden += part.text;
		else {
			seen.restarts += 1;
			seen.hidden += seen.text;
			seen.text = "";
		}
	}
	return { ...seen, met: reply.met };
}

/** However a text is cut, the result is the same. */
function expectSeen(text: string, expected: Partial<Seen>, options: Partial<ReplyTextOptions> = {}): void {
	for (const size of [1, 2, 3, 7, 1000])
		expect({ size, ...read(text, size, options) }).toMatchObject({ size, ...expected });
}

describe("thinking in the text", () => {
	it.each([
		["<think>Hm, let me see.</think>\n\nHello.", "Hello.", "Hm, let me see."],
		["<thinking>Hm.</thinking>Hello.", "Hello.", "Hm."],
		["<Reasoning>\nHm.\n</REASONING>\nHello.", "Hello.", "\nHm.\n"],
		['<thought type="plan">Hm.</thought> Hello.', "Hello.", "Hm."],
		["&lt;think&gt;Hm.&lt;/think&gt;Hello.", "Hello.", "Hm."],
		["<seed:think>Hm.</seed:think>Hello.", "Hello.", "Hm."],
		["◁think▷Hm.◁/think▷Hello.", "Hello.", "Hm."],
		["[THINK]Hm.[/THINK]Hello.", "Hello.", "Hm."],
		["<|START_THINKING|>Hm.<|END_THINKING|><|START_RESPONSE|>Hello.<|END_RESPONSE|>", "Hello.", "Hm."],
		["<|begin_of_thought|>Hm.<|end_of_thought|>\n<|begin_of_solution|>Hello.<|end_of_solution|>", "Hello.", "Hm."],
		["<unused94>thought\nHm.<unused95>Hello.", "Hello.", "thought\nHm."],
		["<think>Hm.</think><answer>Hello.</answer>", "Hello.", "Hm."],
		["Hello. <think>Hm.</think>And more.", "Hello. And more.", "Hm."],
		["<think>One.</think>Hello. <think>Two.</think>Bye.", "Hello. Bye.", "One.Two."],
		["<think><think>Hm.</think>Hello.", "Hello.", "Hm."],
	])("is hidden: %s", (text, seen, hidden) => expectSeen(text, { text: seen, hidden, met: "hidden" }));

	it("is hidden where it never ends", () => {
		expectSeen("<think>Hm, and so on", { text: "", hidden: "Hm, and so on", met: "hidden" });
		expectSeen("Hello. <think>Hm, and so on", { text: "Hello. ", met: "hidden" });
	});

	it("is nothing to speak of where there is none in it", () => {
		expectSeen("<think>\n\n</think>\n\nHello.", { text: "Hello.", met: "nothing" });
	});

	it("may be far longer than the reply", () => {
		const thought = "Wait, maybe not. ".repeat(5000);
		expect(read(`<think>${thought}</think>Hello.`, 9)).toMatchObject({ text: "Hello.", hidden: thought });
	});
});

describe("a closing tag without an opening one", () => {
	it("makes all text before it thinking", () => {
		expectSeen("Okay, the user says hello.\n</think>\n\nHello.", {
			text: "Hello.",
			hidden: "Okay, the user says hello.\n",
			met: "unopened",
		});
		expect(read("Okay, they say hi.</think>Hello.", 3).restarts).toBe(1);
	});
	it("takes nothing away where no reply follows it", () => expectSeen("Hello.</think>\n", { text: "Hello." }));
	it("is dropped before the first word", () => expectSeen("\n</think>\n\nHello.", { text: "Hello.", met: "hidden" }));

	it("lets nothing be shown before it of a model that is known for it", () => {
		const known = { startsThinking: true };
		expectSeen("Okay, they say hi.</think>Hello.", { text: "Hello.", hidden: "Okay, they say hi." }, known);
		expect(read("Okay, they say hi.</think>Hello.", 3, known)).toMatchObject({ restarts: 0, met: "hidden" });
	});
	it("is not waited for in vain: then the model has not thought", () =>
		expectSeen("Hello, you.", { text: "Hello, you.", hidden: "" }, { startsThinking: true }));
});

describe("channels", () => {
	it.each([
		["<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Hello.<|return|>"],
		["<|start|>assistant<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Hello."],
		["<|channel|>analysis<|message|>Hm.<|start|>assistant<|channel|>final<|message|>Hello.<|end|>"],
		["analysisHm.assistantfinalHello."],
	])("other than the final one are hidden: %s", (text) =>
		expectSeen(text, { text: "Hello.", hidden: "Hm.", met: "hidden" }),
	);

	it("are not seen in a reply that begins with such a word", () => {
		expectSeen("analysis of the text: fine.", { text: "analysis of the text: fine.", met: "nothing" });
		expectSeen("analyses", { text: "analyses", met: "nothing" });
		expectSeen("an", { text: "an", met: "nothing" });
	});
});

describe("tokens of templates", () => {
	it.each([
		["ChatML", "<|im_start|>assistant\nHello.<|im_end|>"],
		["Llama 3", "<|start_header_id|>assistant<|end_header_id|>\n\nHello.<|eot_id|>"],
		["Llama 2", "Hello.</s>"],
		["Mistral", " [/INST] Hello.</s>"],
		["Gemma", "<start_of_turn>model\nHello.<end_of_turn>"],
		["DeepSeek", "<｜Assistant｜>Hello.<｜end▁of▁sentence｜>"],
		["Phi", "<|assistant|>\nHello.<|end|>"],
		["Phi 4", "<|im_start|>assistant<|im_sep|>Hello.<|im_end|>"],
		["Command R", "<|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>Hello.<|END_OF_TURN_TOKEN|>"],
		["Granite", "<|start_of_role|>assistant<|end_of_role|>Hello.<|end_of_text|>"],
		["GPT-2", "Hello.<|endoftext|>"],
		["a first token", "<s>Hello."],
		["a last token first", "<|im_end|>\nHello."],
	])("are taken out: %s", (_family, text) => expectSeen(text, { text: "Hello." }));

	it.each([
		["ChatML", "Hello.<|im_end|>\n<|im_start|>user\nAnd you?<|im_end|>\n<|im_start|>assistant\nFine.<|im_end|>"],
		["Llama 3", "Hello.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nAnd you?"],
		["Llama 2", "Hello.</s><s>[INST] And you? [/INST] Fine."],
		["Gemma", "Hello.<end_of_turn>\n<start_of_turn>user\nAnd you?"],
		["Phi", "Hello.<|end|><|user|>And you?<|end|><|assistant|>Fine."],
		["without an end", "Hello.<|im_start|>user\nAnd you?"],
	])("end the reply where the model goes on for the participant: %s", (_family, text) =>
		expectSeen(text, { text: "Hello.", met: "hidden" }),
	);
});

describe("text that only looks like it", () => {
	it.each([
		"2 < 3 and 4 > 1, so a<b.",
		"Write `<think>` around it, and `</think>` after it.",
		"```xml\n<thinking>\n</thinking>\n```\nThat is all.",
		"The token `<|im_end|>` ends a turn.",
		"A [list], an [inst",
		"<b>Bold</b> and <s>struck</s> through.",
		"Q&A, R&D, &lt;b&gt;, AT&T &",
		"[A link](https://example.org) and a list:\n- [ ] one",
		"I think <you> are right <",
		"<answer>42</answer>",
	])("is left as it is: %s", (text) => expectSeen(text, { text, hidden: "", met: "nothing" }));
});

describe("reasoning that is to be shown", () => {
	const show = { reasoning: "show" } as const;
	it("is a paragraph of the reply, without its tags", () =>
		expectSeen("<think>Hm.</think>\nHello.", { text: "Hm.\n\nHello.", hidden: "" }, show));
	it("looks the same where the server sends it apart", () => {
		const reply = new ReplyText({ mostCharacters: 100, ...show });
		const parts = [...reply.take({ kind: "hidden", text: "Hm." }), ...reply.take({ kind: "text", text: "Hello." })];
		expect(parts.map((part) => ("text" in part ? part.text : "")).join("")).toBe("Hm.\n\nHello.");
	});
	it("looks the same without an opening tag", () =>
		expectSeen("Hm.</think>Hello.", { text: "Hm.\n\nHello.", hidden: "" }, show));
	it("shows no token of a template", () => expectSeen("Hello.<|im_end|>", { text: "Hello." }, show));
});

describe("the cap", () => {
	it("ends the reply", () => {
		const reply = new ReplyText({ reasoning: "hide", mostCharacters: 5 });
		expect(reply.take({ kind: "text", text: "Hel" })).toEqual([{ kind: "text", text: "Hel" }]);
		expect(reply.isFull).toBe(false);
		expect(reply.take({ kind: "text", text: "lo, world" })).toEqual([{ kind: "text", text: "lo" }]);
		expect(reply.isFull).toBe(true);
	});
	it("lets a reply of just its length end by itself", () => {
		const reply = new ReplyText({ reasoning: "hide", mostCharacters: 5 });
		reply.take({ kind: "text", text: "Hello" });
		reply.end();
		expect(reply.isFull).toBe(false);
	});
	it("cuts no character in half", () => expectSeen("abc👋def", { text: "abc" }, { mostCharacters: 4 }));
	it("does not count what is hidden", () =>
		expectSeen(`<think>${"x".repeat(50)}</think>Hello`, { text: "Hello" }, { mostCharacters: 5 }));
});

describe("characters that are none", () => {
	it("are taken out", () => expectSeen("He\u0000l\u0007lo\tyou\n", { text: "Hello\tyou\n" }));
	it("are replaced where they are halves", () => expectSeen("a\ud83d b\udc4b", { text: "a\ufffd b\ufffd" }));
	it("are put together where the halves come apart", () => {
		const reply = new ReplyText({ reasoning: "hide", mostCharacters: 100 });
		const parts = ["Hi \ud83d", "\udc4b"].flatMap((text) => reply.take({ kind: "text", text }));
		expect(parts).toEqual([
			{ kind: "text", text: "Hi " },
			{ kind: "text", text: "👋" },
		]);
	});
});

describe("a whole text", () => {
	it.each([
		["Hello.", "nothing"],
		["<think>Hm.</think>Hello.", "hidden"],
		["Hm.</think>Hello.", "unopened"],
		["Hello.<|im_end|>", "nothing"],
	])("%s: %s", (text, met) => expect(hiddenIn(text)).toBe(met));
});
