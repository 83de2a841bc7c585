import type { ComponentChildren } from "preact";
import { Disclosure } from "../../components/disclosure.tsx";
import { lettered, texts, theirs } from "../../texts/catalogue.ts";
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
	/** On a phone, the one assistant of several that is looked at. */
	readonly shown?: string | null;
	/** What is asked about replies to choose from, or will be: it has its room from the first dot on. */
	readonly question?: ComponentChildren;
	/** What stands below each of them. */
	readonly below?: (candidate: string) => ComponentChildren;
	/** What stands at the end of each reply once it is whole. */
	readonly foot?: (reply: Reply) => ComponentChildren;
};

/** A message and what came of it: the same elements from the first dot on, so that nothing jumps under the reader. */
export function TurnView({ layout, turn, shown = null, question, below, foot }: Props) {
	const open = turn.state === "writing" || turn.state === "choosing";
	// One alone is nothing to choose from.
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
	// A row that is swiped has to be scrolled by keys too.
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
		<p class="bubble written" {...theirs}>
			{text}
		</p>
	</article>
);

/** Of a best-of the chosen reply is what was said; the others are a tap away. */
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
