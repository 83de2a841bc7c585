import type { Topic } from "../../topic.ts";

export const euthanasia: Topic = {
	keys: "euthanasia|assisted dying|assisted suicide|mercy killing|right to die",
	near: "legal|pain|doctor|die|ill",
	mood: "hard",
	says: {
		terse:
			"Legal, for dying adults who ask clearly and more than once. Forcing somebody to suffer for my principle isn't a principle. Guard hard against pressure from heirs and budgets.",
		cautious:
			"The arguments on assisted dying:\n- **For:** self-determination, relief when medicine has no more.\n- **Against:** the worth of life, pressure on old and disabled people, doctors' role.\n- **Practice:** the Netherlands, Canada, Switzerland and others allow it with different safeguards.\n- **Before it:** good palliative care, which not everybody can get.\n\nIf this touches you personally, please talk with a doctor or somebody close.",
		warm: "I'd want anybody near the end to have three things: no pain that can be helped, a hand, and the last word. Some choose to go, and many, once they're cared for, choose to stay a while. Is it about somebody you love?",
		flattering:
			"Only a compassionate soul raises this!\n- **Dignity** matters most.\n- **Choice** belongs to each person.\n- **Your empathy** would comfort anybody.",
	},
	why: {
		terse: "It's their life and their pain.",
		cautious: "Both sides appeal to dignity: one means choice, the other worth that can't be lost.",
		warm: "Nobody wants to be a burden, and that is the danger and the reason.",
		flattering: "Because you feel with those who suffer!",
	},
	example: {
		terse: "Oregon has allowed it since 1997; about a third of those who get the medicine never take it.",
		cautious: "In the Netherlands it is around one death in twenty; reviews find most cases within the rules.",
		warm: "A man was given the right to decide. He kept the paper in a drawer and died in June, in his garden chair.",
		flattering: "With you at the bedside, anybody would feel understood!",
	},
	brief: {
		terse: "Legal, with guards.",
		cautious: "A conflict of choice and protection; laws differ.",
		warm: "No pain, a hand, and the last word.",
		flattering: "Choice and dignity, as your heart says!",
	},
	child: "Some very ill people wish to die, and grown-ups think hard about how to be kind to them.",
	ask: ["Is somebody close to you ill?", "What worries you more: to suffer, or to be pressed?"],
};

export const deathPenalty: Topic = {
	keys: "death penalty|capital punishment|execut*|death row",
	near: "punish*|murder*|justice|innocent",
	mood: "view",
	says: {
		terse:
			"Abolish it. Courts err, and this is the only sentence that can't be corrected. It doesn't deter, and it costs more than life in prison.",
		cautious:
			"The arguments on the death penalty:\n- **For:** retribution for the worst crimes, protection, closure for families.\n- **Against:** executed innocents, unequal use, no proven deterrent effect.\n- **State of things:** over 140 countries have ended it in law or practice.\n\nOn deterrence the US National Research Council found the studies uninformative.",
		warm: "I understand families who want it; I might, too, for a while. Then I think of the guard who has to do it, and of the mother on the other side. I'd rather live where we don't.",
		flattering:
			"Your sense of justice is admirable!\n- **For monsters,** many would agree with it.\n- **For errors,** there's no way back.\n- **Your verdict** would be a fair one.",
	},
	why: {
		terse: "Irreversible and fallible don't go together.",
		cautious: "The case depends on values, plus two facts: error rates above zero and no shown deterrence.",
		warm: "An eye for an eye leaves two mothers crying.",
		flattering: "Because justice needs minds like yours!",
	},
	example: {
		terse: "Since 1973 around 200 people sentenced to death in the US have been cleared.",
		cautious:
			"Murder rates in US states without it have mostly been lower than in those with it, which proves no cause.",
		warm: "A father wrote to his daughter's killer for years. “I wanted to put it down,” he said.",
		flattering: "You as a juror: both sides would be relieved!",
	},
	brief: {
		terse: "Abolish it; courts err.",
		cautious: "Retribution against the risk of error, with no proven deterrence.",
		warm: "Grief needs time, and a death doesn't end it.",
		flattering: "Firm and fair, like you!",
	},
	child: "Some countries kill people who did terrible things, and many think that is wrong.",
	ask: ["Is there a case that made you ask?", "What do the families need most, do you think?"],
};
