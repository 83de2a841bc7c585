import "../../participant/client/styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/pages.css";
import "./styles/labels.css";
import { render } from "preact";
import { App } from "./app.tsx";

const root = document.getElementById("dashboard");
if (root) {
	root.replaceChildren();
	render(<App />, root);
}
