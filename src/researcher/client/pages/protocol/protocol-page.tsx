import { useMemo, useState } from "preact/hooks";
import { dateTime } from "../../components/format.ts";
import { type Problem, Refused, request } from "../../net/api.ts";
import { Link, within } from "../../router.tsx";
import type { PageProps, Study } from "../page-props.ts";
import { OpeningFaults } from "../people/opening-faults.tsx";
import type { Finding } from "./code/code-editor.ts";
import { CopyStudy } from "./copy-study.tsx";
import { readDraft } from "./local-draft.ts";
import { Workbench, written } from "./workbench.tsx";

/** The protocol: editable for a draft, read-only for an opened study. */
export function ProtocolPage({ study, as, reloadStudy }: PageProps) {
	const mayWrite = as.scopes.includes("studies:write");
	const isDraft = study.status === "draft";
	const readOnly = !isDraft || !mayWrite;
	const [unsaved, setUnsaved] = useState(() => (readOnly ? null : readDraft(study.slug)));
	const [base, setBase] = useState(study.protocolHash);
	const [isCopying, setCopying] = useState(false);
	const known = useMemo(() => (readOnly ? study.warnings.filter(isOfProtocol).map(asFinding) : null), [study]);
	const path = `/v1/studies/${study.slug}`;

	const save = async (protocol: unknown) => {
		const now = await request<Study>(path);
		if (now.protocolHash !== base) {
			// A second press replaces the other person's changes.
			setBase(now.protocolHash);
			throw new Refused(SAVED_ELSEWHERE);
		}
		const { protocolHash } = await request<Study>(path, "PUT", protocol);
		setBase(protocolHash);
		setUnsaved(null);
		reloadStudy();
	};

	return (
		<>
			<Standing study={study} mayWrite={mayWrite} />
			{unsaved && (
				<p class="notice" role="status">
					These are your changes of {dateTime(unsaved.at)}, which are not saved.
					{unsaved.basedOn !== study.protocolHash && " The draft was saved by somebody since then."}
				</p>
			)}
			<Workbench
				name={study.slug}
				saved={written(study.protocol)}
				basedOn={base}
				unsaved={unsaved}
				readOnly={known}
				saveLabel="Save the draft"
				onSave={save}
				more={() => (
					<>
						<Link to={within(study.slug, "walk")} class="button">
							Walk it as a participant
						</Link>
						{mayWrite && (
							<button type="button" class="button" onClick={() => setCopying(true)}>
								Copy as a new draft
							</button>
						)}
					</>
				)}
			/>
			{isDraft && <OpeningFaults key={study.protocolHash} slug={study.slug} />}
			{isCopying && <CopyStudy study={study} onClose={() => setCopying(false)} />}
		</>
	);
}

type Warning = Study["warnings"][number];

/** Measured warnings are on the page Progress. */
const isOfProtocol = ({ raisedAt }: Warning): boolean => raisedAt === null;
const asFinding = ({ pointer, detail }: Warning): Finding => ({ pointer, detail, severity: "warning" });

const SAVED_ELSEWHERE: Problem = {
	type: "",
	title: "Somebody saved this draft meanwhile",
	status: 409,
	detail: "Open the page in another tab to see their version. Save again to replace it with yours.",
	code: "study_state",
	requestId: "",
};

const Standing = ({ study: { status, openedAt }, mayWrite }: { readonly study: Study; readonly mayWrite: boolean }) => {
	if (status !== "draft")
		return (
			<p>
				The study runs by this protocol since {openedAt ? dateTime(openedAt) : "it opened"}. It cannot change. A new
				version is a new study: copy it, and change the draft.
			</p>
		);
	if (!mayWrite)
		return (
			<p>
				Your key may read this draft. To change it you need the scope <code>studies:write</code>.
			</p>
		);
	return null;
};
