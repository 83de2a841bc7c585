import { describe, expect, it } from "vitest";
import { hiddenIn, ReplyText, type ReplyTextOptions } from "./reply-text.ts";

type ReadResult = { readonly text: string; readonly hidden: string; readonly met: string };

/** Reads the text in pieces of `size` characters, as a server would send it. */
function read(
	text: string,
	size: number,
	options: Partial<ReplyTextOptions> = {},
): ReadResult & { readonly restarts: number } {
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

/** The result must be the same for every size of piece. */
function expectRead(text: string, expected: Partial<ReadResult>, options: Partial<ReplyTextOptions> = {}): void {
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
	])("is hidden: %s", (text, seen, hidden) => expectRead(text, { text: seen, hidden, met: "hidden" }));

	it("is hidden if it never ends", () => {
		expectRead("<think>Hm, and so on", { text: "", hidden: "Hm, and so on", met: "hidden" });
		expectRead("Hello. <think>Hm, and so on", { text: "Hello. ", met: "hidden" });
	});

	it("is not reported if it is empty", () => {
		expectRead("<think>\n\n</think>\n\nHello.", { text: "Hello.", met: "nothing" });
	});

	it("may be far longer than the reply", () => {
		const thought = "Wait, maybe not. ".repeat(5000);
		expect(read(`<think>${thought}</think>Hello.`, 9)).toMatchObject({ text: "Hello.", hidden: thought });
	});
});

describe("a closing tag without an opening one", () => {
	it("makes all text before it thinking", () => {
		expectRead("Okay, the user says hello.\n</think>\n\nHello.", {
			text: "Hello.",
			hidden: "Okay, the user says hello.\n",
			met: "unopened",
		});
		expect(read("Okay, they say hi.</think>Hello.", 3).restarts).toBe(1);
	});
	it("removes nothing if no reply follows it", () => expectRead("Hello.</think>\n", { text: "Hello." }));
	it("is dropped if it comes before the first word", () =>
		expectRead("\n</think>\n\nHello.", { text: "Hello.", met: "hidden" }));

	it("hides all text before it if the model is known for such tags", () => {
		const known = { startsThinking: true };
		expectRead("Okay, they say hi.</think>Hello.", { text: "Hello.", hidden: "Okay, they say hi." }, known);
		expect(read("Okay, they say hi.</think>Hello.", 3, known)).toMatchObject({ restarts: 0, met: "hidden" });
	});
	it("shows the text if the tag never comes", () =>
		expectRead("Hello, you.", { text: "Hello, you.", hidden: "" }, { startsThinking: true }));
});

describe("channels", () => {
	it.each([
		["<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Hello.<|return|>"],
		["<|start|>assistant<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Hello."],
		["<|channel|>analysis<|message|>Hm.<|start|>assistant<|channel|>final<|message|>Hello.<|end|>"],
		["analysisHm.assistantfinalHello."],
	])("other than the final one are hidden: %s", (text) =>
		expectRead(text, { text: "Hello.", hidden: "Hm.", met: "hidden" }),
	);

	it("are not detected in a reply that only begins with such a word", () => {
		expectRead("analysis of the text: fine.", { text: "analysis of the text: fine.", met: "nothing" });
		expectRead("analyses", { text: "analyses", met: "nothing" });
		expectRead("an", { text: "an", met: "nothing" });
	});
});

describe("template tokens", () => {
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
		["a start token", "<s>Hello."],
		["an end token at the start", "<|im_end|>\nHello."],
	])("are removed: %s", (_family, text) => expectRead(text, { text: "Hello." }));

	it.each([
		["ChatML", "Hello.<|im_end|>\n<|im_start|>user\nAnd you?<|im_end|>\n<|im_start|>assistant\nFine.<|im_end|>"],
		["Llama 3", "Hello.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nAnd you?"],
		["Llama 2", "Hello.</s><s>[INST] And you? [/INST] Fine."],
		["Gemma", "Hello.<end_of_turn>\n<start_of_turn>user\nAnd you?"],
		["Phi", "Hello.<|end|><|user|>And you?<|end|><|assistant|>Fine."],
		["without an end", "Hello.<|im_start|>user\nAnd you?"],
	])("end the reply if the model continues as the participant: %s", (_family, text) =>
		expectRead(text, { text: "Hello.", met: "hidden" }),
	);
});

describe("text that only resembles a template token", () => {
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
	])("stays unchanged: %s", (text) => expectRead(text, { text, hidden: "", met: "nothing" }));
});

describe("reasoning that the study shows", () => {
	const show = { reasoning: "show" } as const;
	it("is a paragraph of the reply, without its tags", () =>
		expectRead("<think>Hm.</think>\nHello.", { text: "Hm.\n\nHello.", hidden: "" }, show));
	it("looks the same if the server sends it apart", () => {
		const reply = new ReplyText({ mostCharacters: 100, ...show });
		const parts = [...reply.take({ kind: "hidden", text: "Hm." }), ...reply.take({ kind: "text", text: "Hello." })];
		expect(parts.map((part) => ("text" in part ? part.text : "")).join("")).toBe("Hm.\n\nHello.");
	});
	it("looks the same without an opening tag", () =>
		expectRead("Hm.</think>Hello.", { text: "Hm.\n\nHello.", hidden: "" }, show));
	it("shows no template token", () => expectRead("Hello.<|im_end|>", { text: "Hello." }, show));
});

describe("the cap", () => {
	it("ends the reply", () => {
		const reply = new ReplyText({ reasoning: "hide", mostCharacters: 5 });
		expect(reply.take({ kind: "text", text: "Hel" })).toEqual([{ kind: "text", text: "Hel" }]);
		expect(reply.isFull).toBe(false);
		expect(reply.take({ kind: "text", text: "lo, world" })).toEqual([{ kind: "text", text: "lo" }]);
		expect(reply.isFull).toBe(true);
	});
	it("does not cut a reply of exactly its length", () => {
		const reply = new ReplyText({ reasoning: "hide", mostCharacters: 5 });
		reply.take({ kind: "text", text: "Hello" });
		reply.end();
		expect(reply.isFull).toBe(false);
	});
	it("cuts no character in half", () => expectRead("abc👋def", { text: "abc" }, { mostCharacters: 4 }));
	it("does not count hidden text", () =>
		expectRead(`<think>${"x".repeat(50)}</think>Hello`, { text: "Hello" }, { mostCharacters: 5 }));
});

describe("control characters and lone surrogates", () => {
	it("are removed", () => expectRead("He\u0000l\u0007lo\tyou\n", { text: "Hello\tyou\n" }));
	it("are replaced if they are lone surrogates", () => expectRead("a\ud83d b\udc4b", { text: "a\ufffd b\ufffd" }));
	it("are joined if the two halves arrive apart", () => {
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
