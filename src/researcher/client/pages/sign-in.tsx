import { useState } from "preact/hooks";
import { Failed } from "../components/states.tsx";
import { type Problem, problemOf, type SignedIn, signIn } from "../net/api.ts";

type SignInProps = { readonly because: string | null; readonly onSignedIn: (as: SignedIn) => void };

export function SignInPage({ because, onSignedIn }: SignInProps) {
	const [problem, setProblem] = useState<Problem | null>(null);
	const [busy, setBusy] = useState(false);
	const submit = async (event: SubmitEvent) => {
		event.preventDefault();
		const key = new FormData(event.currentTarget as HTMLFormElement).get("key");
		setBusy(true);
		try {
			onSignedIn(await signIn({ key: String(key).trim() }));
		} catch (error) {
			setProblem(problemOf(error));
			setBusy(false);
		}
	};
	return (
		<main class="sign-in">
			<h1>Sign in</h1>
			{because && !problem && <p class="notice">{because}</p>}
			{problem && <Failed problem={problem} />}
			<form onSubmit={(event) => void submit(event)}>
				<label for="key">API key</label>
				<input
					id="key"
					name="key"
					type="password"
					required
					autocomplete="current-password"
					spellcheck={false}
					placeholder="xo_…"
					aria-describedby="about-key"
				/>
				<p id="about-key" class="fine">
					The key is sent once and not kept in the page. This browser stays signed in for eight hours. You see what the
					key's scopes allow.
				</p>
				<button type="submit" class="button primary" disabled={busy}>
					{busy ? "Signing in…" : "Sign in"}
				</button>
			</form>
			<details>
				<summary>I have no key</summary>
				<p>
					Ask whoever runs Crossover for a key with the scopes <code>studies:read</code> and <code>data:read</code>, or
					for a link to one study. <code>npm run demo</code> prints a link that works at once.
				</p>
			</details>
		</main>
	);
}
