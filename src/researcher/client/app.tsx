import { useEffect, useState } from "preact/hooks";
import { Loading } from "./components/states.tsx";
import { currentSignIn, problemOf, rememberSignIn, type SignedIn, signIn, whenSignedOut } from "./net/api.ts";
import { SignInPage } from "./pages/sign-in.tsx";
import { StudyList } from "./pages/study-list.tsx";
import { StudyPages } from "./pages/study-pages.tsx";
import { Workplace } from "./pages/workplace.tsx";
import { go, useAddress, within } from "./router.tsx";

type State =
	| { readonly kind: "starting" }
	| { readonly kind: "out"; readonly because: string | null }
	| { readonly kind: "in"; readonly as: SignedIn };

/**
 * The part of a dashboard link after `#`. It is removed from the address at once, because people share addresses and
 * screenshots.
 */
function takeLink(): string | null {
	const link = location.hash.slice(1);
	if (!link.includes(".")) return null;
	history.replaceState(null, "", location.pathname + location.search);
	return link;
}

async function start(): Promise<State> {
	const link = takeLink();
	try {
		return { kind: "in", as: await (link ? signIn({ link }) : currentSignIn()) };
	} catch (error) {
		const { code, detail } = problemOf(error);
		return { kind: "out", because: link || code !== "unauthenticated" ? detail : null };
	}
}

export function App() {
	const [state, setState] = useState<State>({ kind: "starting" });
	const enter = (as: SignedIn) => {
		rememberSignIn(as);
		setState({ kind: "in", as });
	};

	useEffect(() => {
		whenSignedOut(() => setState({ kind: "out", because: "You were signed out. Sign in again to go on." }));
		void start().then((started) => (started.kind === "in" ? enter(started.as) : setState(started)));
	}, []);

	if (state.kind === "starting") return <Loading />;
	if (state.kind === "out") return <SignInPage because={state.because} onSignedIn={enter} />;
	return <Pages as={state.as} onSignedOut={() => setState({ kind: "out", because: null })} />;
}

type PagesProps = { readonly as: SignedIn; readonly onSignedOut: () => void };

function Pages({ as, onSignedOut }: PagesProps) {
	const { parts, query } = useAddress();
	const [study] = parts;
	const elsewhere = as.study !== null && study !== as.study;
	useEffect(() => {
		if (elsewhere && as.study) go(within(as.study, ""), { replace: true });
	}, [elsewhere]);
	if (elsewhere) return <Loading />;
	if (study === undefined) return <StudyList as={as} onSignedOut={onSignedOut} />;
	if (study === "-")
		return <Workplace key={parts[1]} page={parts[1]} query={query} as={as} onSignedOut={onSignedOut} />;
	return (
		<StudyPages key={study} study={study} parts={parts.slice(1)} query={query} as={as} onSignedOut={onSignedOut} />
	);
}
