import { useState } from "preact/hooks";
import { dateTime } from "../../components/format.ts";
import { request } from "../../net/api.ts";
import { go, within } from "../../router.tsx";
import type { Study } from "../page-props.ts";
import { forgetDraft, readDraft } from "./local-draft.ts";
import { loadStart, STARTS, type Start } from "./starts.ts";
import { Workbench, written } from "./workbench.tsx";

/** No study has this name: a slug begins with a letter. */
const NAME = "-new";

/** The protocol of a new study. It starts from an example, because an empty page helps nobody. */
export function NewStudy() {
	const [unsaved] = useState(() => readDraft(NAME));
	const [begun, setBegun] = useState<string | null>(unsaved ? unsaved.text : null);
	const begin = async (start: Start) => setBegun(written(await loadStart(start)));
	if (begun === null) return <Choice onChosen={(start) => void begin(start)} />;
	const save = async (protocol: unknown) => {
		const { slug } = await request<Study>("/v1/studies", "POST", protocol);
		forgetDraft(NAME);
		go(within(slug, "protocol"), { replace: true });
	};
	const restart = () => {
		forgetDraft(NAME);
		setBegun(null);
	};
	return (
		<>
			{unsaved && begun === unsaved.text && (
				<p class="notice" role="status">
					You began this on {dateTime(unsaved.at)}. No study has it yet.
				</p>
			)}
			<Workbench
				name={NAME}
				saved=""
				basedOn={null}
				unsaved={{ text: begun, basedOn: null, at: "" }}
				readOnly={null}
				saveLabel="Make the draft"
				onSave={save}
				more={() => (
					<button type="button" class="button quiet" onClick={restart}>
						Begin again
					</button>
				)}
			/>
		</>
	);
}

const Choice = ({ onChosen }: { readonly onChosen: (start: Start) => void }) => (
	<>
		<p>Begin with an example, and change it. Nothing is stored before you make the draft.</p>
		<ul class="starts">
			{STARTS.map((start) => (
				<li key={start.id}>
					<button type="button" class="button start" onClick={() => onChosen(start)}>
						<strong>{start.name}</strong>
						<span class="fine">{start.means}</span>
					</button>
				</li>
			))}
		</ul>
	</>
);
