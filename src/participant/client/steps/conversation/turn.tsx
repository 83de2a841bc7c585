import type { ComponentChildren } from "preact";
import { Disclosure } from "../../components/disclosure.tsx";
import { lettered, studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { Dots, Letter } from "./assistant-message.tsx";
import type { Conversation, Reply, Turn } from "./turns.ts";

type Layout = Conversation["layout"];

export function nameOf(layout: Layout, candidate: string): string {
	if (layout === "best-of") return texts.choice.reply(lettered(candidate));
	return layout === "side-by-side" ? texts.chat.named(lettered(candidate)) : texts.chat.assistant;
}

type Props = {
	readonly layout: Layout;
	readonly turn: Turn;
	/** On a phone: the shown assistant of several. */
	readonly shown?: string | null;
	/** The question about the replies. Reserves its room from the start. */
	readonly question?: ComponentChildren;
	/** The content below each reply. */
	readonly below?: (candidate: string) => ComponentChildren;
	/** The content at the end of each complete reply. */
	readonly foot?: (reply: Reply) => ComponentChildren;
};

/** A message and its replies. The elements stay the same from the start, so that nothing jumps. */
export function TurnView({ layout, turn, shown = null, question, below, foot }: Props) {
	const open = turn.state === "writing" || turn.state === "choosing";
	// A single reply offers no choice.
	const cards = layout === "best-of" && open && turn.replies.length !== 1;
	return (
		<>
			<Bubble text={turn.text} />
			{cards ? question : null}
			<Replies
				layout={layout}
				turn={turn}
				cards={cards}
				shown={shown}
				{...(below ? { below } : {})}
				{...(foot ? { foot } : {})}
			/>
			{layout === "best-of" && !open ? (
				<Others replies={turn.replies.filter(({ chosen }) => !chosen)} {...(foot ? { foot } : {})} />
			) : null}
		</>
	);
}

function Replies({ layout, turn, cards, shown = null, below, foot }: Props & { readonly cards: boolean }) {
	const writing = turn.state === "writing";
	const ended = turn.state === "done" || turn.state === "failed";
	const wanted = layout === "best-of" && ended ? turn.replies.filter(({ chosen }) => chosen) : turn.replies;
	if (writing && wanted.length === 0 && layout !== "single") return <Dots text={texts.chat.writingAll} />;
	const replies: readonly Reply[] = writing && wanted.length === 0 ? [{ candidate: "a", text: "" }] : wanted;
	const kind = layout === "best-of" && !cards ? "single" : layout;
	// A row that is swiped must also scroll by keys.
	const row = cards ? { tabIndex: 0, role: "group" as const, "aria-label": texts.choice.rate } : {};
	return (
		<div class={`replies ${kind}`} {...row}>
			{replies.map((reply: Reply) => {
				const { candidate, text, message, stopped } = reply;
				return (
					<Letter
						key={candidate}
						candidate={candidate}
						{...(foot ? { foot: writing ? null : foot(reply) } : {})}
						name={cards || layout === "side-by-side" ? nameOf(layout, candidate) : texts.chat.assistant}
						text={text}
						message={message}
						stopped={stopped}
						writing={writing}
						hidden={shown !== null && shown !== candidate}
					>
						{turn.state === "choosing" ? below?.(candidate) : null}
					</Letter>
				);
			})}
		</div>
	);
}

const Bubble = ({ text }: { readonly text: string }) => (
	<article class="said">
		<h2 class="unseen">{texts.chat.you}</h2>
		<p class="bubble written" {...studyTextAttributes}>
			{text}
		</p>
	</article>
);

/** In a best-of, the chosen reply is part of the conversation. The others are folded. */
function Others({ replies, foot }: { readonly replies: readonly Reply[] } & Pick<Props, "foot">) {
	if (replies.length === 0) return null;
	return (
		<Disclosure label={texts.chat.others} class="others">
			{() => (
				<div class="replies">
					{replies.map((reply) => (
						<Letter
							key={reply.candidate}
							candidate={reply.candidate}
							name={texts.choice.reply(lettered(reply.candidate))}
							text={reply.text}
							stopped={reply.stopped}
							{...(foot ? { foot: foot(reply) } : {})}
						/>
					))}
				</div>
			)}
		</Disclosure>
	);
}
