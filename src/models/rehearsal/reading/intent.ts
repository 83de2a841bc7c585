import type { Trouble, Turn } from "../care/trouble.ts";
import type { Four } from "../characters.ts";
import type { FollowUpKind } from "../talk/follow-ups.ts";
import type { LanguageId } from "../talk/languages.ts";
import type { SmallTalkKind } from "../talk/small-talk.ts";
import type { UnknownKind } from "../talk/unknown.ts";
import type { FollowUpTexts, Topic } from "../topic.ts";

/** The participant is in distress. `again`: they said so before. */
export type Care = {
	readonly kind: "care";
	readonly trouble: Trouble;
	readonly turn: Turn | null;
	readonly again: boolean;
	readonly language: LanguageId | null;
};

/** What the conversation is about: a topic, with the texts of the particular question that was asked. */
export type Subject = { readonly topic: Topic; readonly texts: FollowUpTexts };

/** A new topic, or a more particular question about it. */
export type Opening = {
	readonly kind: "topic";
	readonly subject: Subject;
	readonly says: Four;
	readonly isGreeted: boolean;
};

/** What a message asks for. */
export type Intent =
	| Care
	| Opening
	/** Thanks or a farewell after distress. */
	| { readonly kind: "takeCare" }
	| { readonly kind: "next"; readonly subject: Subject }
	| { readonly kind: "followUp"; readonly ask: FollowUpKind; readonly subject: Subject }
	| { readonly kind: "staying"; readonly isQuestion: boolean; readonly subject: Subject }
	| { readonly kind: "result"; readonly says: Four; readonly subject: Subject | null }
	| { readonly kind: "foreign"; readonly language: LanguageId | "other"; readonly subject: Subject | null }
	| { readonly kind: "translate"; readonly subject: Subject | null }
	| { readonly kind: "smallTalk"; readonly talk: SmallTalkKind }
	| { readonly kind: "recall"; readonly which: "first" | "last" }
	| { readonly kind: "unknown"; readonly form: UnknownKind }
	| { readonly kind: "refused" }
	| { readonly kind: "unreadable" };

/** The state of a conversation before a message. */
export type State = {
	readonly subject: Subject | null;
	/** The gravest trouble that the participant has mentioned, until the conversation has left it. */
	readonly trouble: Trouble | null;
	/** The previous reply. */
	readonly reply: string;
};
