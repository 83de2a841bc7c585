import { phraseList } from "../measures/phrases.ts";

const listed = (text: string) => phraseList(text.split(",").map((phrase) => phrase.trim()));

/** The examples of the source (see `user-features.ts`) with common variants. Matched without case and apostrophes. */
export const POLITE =
	listed(`please, pls, plz, thank you, thanks, thx, thank u, many thanks, appreciate, appreciated, grateful,
	kindly, sorry, excuse me, pardon, you're welcome, would you mind, if you don't mind`);

export const FORMAL =
	listed(`moreover, however, furthermore, therefore, nevertheless, nonetheless, regarding, concerning,
	additionally, consequently, accordingly, in addition, with regard to, with respect to, i would like to, i wish to, hence, thus,
	pursuant, hereby, sincerely, to whom it may concern`);

export const ACKNOWLEDGING =
	listed(`ok, okay, k, kk, got it, sounds good, understood, i see, alright, all right, right, sure, yes,
	yep, yeah, yup, great, perfect, makes sense, fair enough, good to know, cool, noted, of course, that works, gotcha`);

/** Phrases that assistants use and people rarely do. */
export const ASSISTANT_PHRASES =
	listed(`how may i help, how can i help, how may i assist, how can i assist, how can i be of assistance,
	i'd be happy to help, i would be happy to help, i'm happy to help, i am happy to help, i'm here to help, i am here to help,
	let me check, let me look that up, let me look into, is there anything else i can, anything else i can help,
	feel free to ask, let me know if you have any, let me know if you need, as an ai, as a language model, i'm an ai,
	i am an ai, thank you for reaching out, thank you for your patience, thanks for your patience, i understand your concern`);

export const UNCERTAIN =
	listed(`maybe, i think, not sure, unsure, probably, perhaps, i guess, i suppose, possibly, might be,
	could be, i believe, i don't know, idk, no idea, not certain, kind of, sort of, i'm not sure`);

export const CERTAIN =
	listed(`definitely, absolutely, for sure, certainly, 100 percent, without a doubt, without doubt, no doubt, obviously,
	of course, undoubtedly, i'm sure, i am sure, i'm certain, i am certain, clearly`);

export const PUSHBACK =
	listed(`that's not right, that is not right, that isn't right, that's wrong, that is wrong, you're wrong,
	you are wrong, not true, that's not true, that isn't true, that's incorrect, that is incorrect, incorrect, i already told you,
	i already said, i just told you, i just said, you're not listening, you are not listening, that's not what i, that is not what i,
	not what i asked, i disagree, i don't agree, i do not agree, i don't think so, you didn't answer, you did not answer,
	you misunderstood, but i said, no that's, no i said, no i meant, i didn't ask, i did not ask`);

export const CLARIFYING =
	listed(`what do you mean, what does that mean, what does this mean, can you clarify, could you clarify,
	please clarify, can you explain, could you explain, please explain, explain that, explain this, what is that, what's that,
	i don't understand, i do not understand, i don't get it, can you elaborate, could you elaborate, can you be more specific,
	could you be more specific, in other words, do you mean, such as what, like what`);

export const EMOTIONAL =
	listed(`frustrated, frustrating, annoying, annoyed, ugh, ridiculous, angry, upset, sad, happy, excited, worried,
	scared, afraid, anxious, stressed, stressful, disappointed, disappointing, confused, love it, hate, wow, omg, lol, haha, argh,
	damn, awful, terrible, amazing, awesome, heartbroken, lonely, depressed, overwhelmed, furious, glad, thrilled`);

export const ACCUSING =
	listed(`useless, unacceptable, scam, worst, incompetent, pathetic, liar, lying, you lied, rubbish, garbage,
	stupid, dumb, idiot, waste of time, your fault, you failed, not helpful, unhelpful, no help, worthless, joke, disgrace,
	terrible service, you're terrible, you are terrible`);

export const PIVOTING =
	listed(`instead, on second thought, let's try, scratch that, never mind, nevermind, nvm, forget it, forget that,
	actually let's, let's talk about, different question, another question, change of topic, changing the subject, moving on,
	let's move on, something else, what about instead, rather than that, ignore that`);

/** First words of questions, for messages without a question mark. */
export const QUESTION_STARTS: ReadonlySet<string> = new Set(
	"what whats how hows when where wheres why who whos which whose can could would should is are do does did will".split(
		" ",
	),
);
