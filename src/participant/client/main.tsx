import "./styles/tokens.css";
import "./styles/base.css";
import "./steps/form/form.css";
import "./components/markdown/markdown.css";
import "./steps/conversation/chat.css";
import "./styles/low.css";
import "./styles/forced.css";
import "./styles/mixed.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { loadRest } from "./components/help/lazy.tsx";
import { createApi } from "./net/api.ts";
import { createDrafts, tabStorage } from "./state/drafts.ts";
import { speakToParent } from "./state/embed.ts";
import { createFlow } from "./state/flow.ts";
import { createVoice } from "./state/screen-reader.ts";
import { loadTexts } from "./texts/catalogue.ts";

const session = location.pathname.split("/")[2] ?? "";
const asked = new URLSearchParams(location.search);
const embedded = asked.has("embed");

/**
 * The token of a survey tool's link. It stands after `#`, where no server sees it, and leaves the address at once: people
 * share addresses and take pictures of them. Kept for this tab, for a reload; a frame that may store nothing keeps it in
 * its address, or a reload would lose the session.
 */
function takeToken(): string | null {
	const key = `xo-token:${session}`;
	const given = location.hash.slice(1);
	if (!given) return tabStorage.getItem(key);
	tabStorage.setItem(key, given);
	if (tabStorage.lasting) history.replaceState(null, "", location.pathname + location.search);
	return given;
}

async function start(root: HTMLElement, region: HTMLElement): Promise<void> {
	const language = root.dataset.language || "en";
	const own = JSON.parse(root.dataset.texts ?? "{}");
	const drafts = createDrafts(session);
	const flow = createFlow({ session, api: createApi(session, takeToken()), drafts });
	// Asked for while the texts are on their way: on a slow network each waits for nobody.
	const started = flow.start();
	try {
		await loadTexts(language, document.documentElement.lang, own);
	} catch {
		return offerToReload(root);
	}
	const stage = { session, flow, voice: createVoice(region, language), embedded };
	document.documentElement.classList.toggle("embedded", embedded);
	root.replaceChildren();
	render(<App stage={stage} preview={asked.has("preview")} />, root);
	if (embedded) speakToParent(flow, session, embedOrigins(), root);
	await started;
	loadRest();
}

/** No words of ours could be had: the page brings these along. */
function offerToReload(root: HTMLElement): void {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "button primary";
	button.textContent = `↻ ${root.dataset.reload ?? ""}`;
	button.addEventListener("click", () => location.reload());
	const line = document.createElement("p");
	line.className = "loading";
	line.append(button);
	root.replaceChildren(line);
}

/** From the server, as the study has them. */
const embedOrigins = (): readonly string[] =>
	document.querySelector<HTMLMetaElement>('meta[name="crossover-embed-origins"]')?.content.split(" ").filter(Boolean) ??
	[];

const [root, region] = [document.getElementById("app"), document.getElementById("voice")];
if (root && region) void start(root, region);
