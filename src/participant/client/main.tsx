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

/** A researcher's walk through a protocol has no session. */
const isWalk = location.pathname.endsWith("/walk/app");
const session = isWalk ? "walk" : (location.pathname.split("/")[2] ?? "");
const asked = new URLSearchParams(location.search);
const embedded = asked.has("embed");

/**
 * The token of a survey tool's link. It stands after `#`, which browsers do not send, and is removed from the address
 * at once, because people share addresses and screenshots. This tab keeps it for a reload. A frame without storage
 * leaves it in the address, because a reload would lose the session.
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
	const { walk } = root.dataset;
	const api = walk ? await (await import("./net/walk.ts")).createWalk(walk) : createApi(session, takeToken());
	const flow = createFlow({ session, api, drafts });
	// The first request runs while the texts load, so a slow network delays neither.
	const started = flow.start();
	try {
		await loadTexts(language, document.documentElement.lang, own);
	} catch {
		return offerToReload(root);
	}
	const stage = { session, flow, voice: createVoice(region, language), embedded, isWalk };
	document.documentElement.classList.toggle("embedded", embedded);
	root.replaceChildren();
	render(<App stage={stage} preview={asked.has("preview")} />, root);
	if (embedded) speakToParent(flow, session, embedOrigins(), root);
	await started;
	loadRest();
}

/** The texts could not be loaded, so the page brings its own. */
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

/** The server writes the study's origins into the page. */
const embedOrigins = (): readonly string[] =>
	document.querySelector<HTMLMetaElement>('meta[name="crossover-embed-origins"]')?.content.split(" ").filter(Boolean) ??
	[];

const [root, region] = [document.getElementById("app"), document.getElementById("voice")];
if (root && region) void start(root, region);
