/**
 * A jsPsych plugin (8 and later) that shows a Crossover session in a frame and ends the trial when the session ends.
 * Start the session from your server, and give its `url` to the trial. See docs/how-to/recipes/jspsych.md.
 */
// biome-ignore lint/correctness/noUnusedVariables: jsPsych plugins without a build are global variables.
const jsPsychCrossover = ((jspsych) => {
	const info = {
		name: "crossover",
		version: "1.0.0",
		parameters: {
			/** The `url` of the session, with its token after `#`. */
			url: { type: jspsych.ParameterType.STRING, default: undefined },
			/** The height of the frame in pixels until the app says its own. */
			height: { type: jspsych.ParameterType.INT, default: 600 },
		},
		data: {
			/** The session's id, under which exports have its data. */
			session: { type: jspsych.ParameterType.STRING },
			/** How the session ended, such as `completed` or `withdrawn`; `error` if it could not be shown. */
			status: { type: jspsych.ParameterType.STRING },
			/** Milliseconds from the start of the trial to its end. */
			rt: { type: jspsych.ParameterType.INT },
		},
	};

	class CrossoverPlugin {
		constructor(jsPsych) {
			this.jsPsych = jsPsych;
		}

		trial(display, trial) {
			const address = new URL(trial.url);
			address.searchParams.set("embed", "1");
			const frame = display.ownerDocument.createElement("iframe");
			frame.title = "Conversation";
			frame.src = address.href;
			frame.style.cssText = `width: 100%; height: ${trial.height}px; border: 0`;
			const view = display.ownerDocument.defaultView;
			const startedAt = view.performance.now();
			const hear = ({ origin, source, data }) => {
				if (origin !== address.origin || source !== frame.contentWindow || data?.source !== "crossover") return;
				if (data.height > 0) frame.style.height = `${data.height}px`;
				if (data.type !== "completed" && data.type !== "error") return;
				view.removeEventListener("message", hear);
				const status = data.type === "completed" ? data.detail : "error";
				display.replaceChildren();
				this.jsPsych.finishTrial({ session: data.session, status, rt: Math.round(view.performance.now() - startedAt) });
			};
			view.addEventListener("message", hear);
			display.replaceChildren(frame);
		}
	}
	CrossoverPlugin.info = info;
	return CrossoverPlugin;
})(jsPsychModule);
