import { useState } from "preact/hooks";
import { Confirm } from "../../components/confirm.tsx";
import { request, type Schemas } from "../../net/api.ts";

const EXITS = ["completed", "screened_out", "failed_checks", "withdrawn", "expired"] as const;

type ActsProps = {
	readonly study: string;
	readonly session: string;
	readonly onDone: (what: string) => void;
};

type Act = "link" | "release" | "end";

/** The few acts that help. Each asks for a reason, which stays in the audit. */
export function Acts({ study, session, onDone }: ActsProps) {
	const [act, setAct] = useState<Act | null>(null);
	const [exit, setExit] = useState<string>("withdrawn");
	const path = `/v1/studies/${study}/sessions/${session}`;
	const close = () => setAct(null);
	const done = (what: string) => {
		close();
		onDone(what);
	};
	return (
		<div class="acts">
			<button type="button" class="button" onClick={() => setAct("link")}>
				Resume link
			</button>
			<button type="button" class="button" onClick={() => setAct("release")}>
				Release the place
			</button>
			<button type="button" class="button danger" onClick={() => setAct("end")}>
				End the session
			</button>
			{act === "link" && (
				<Confirm
					title="Get the link to resume this session"
					label="Get the link"
					onClose={close}
					onConfirm={async (reason) => {
						const { url } = await request<Schemas["SessionLink"]>(`${path}/link`, "POST", { reason });
						done(`Send this to the participant alone: ${url}`);
					}}
				>
					<p>Whoever has the link answers as this participant. Do not open it yourself.</p>
				</Confirm>
			)}
			{act === "release" && (
				<Confirm
					title="Release the place of this session"
					label="Release the place"
					onClose={close}
					onConfirm={async (reason) => {
						await request(`${path}/release`, "POST", { reason });
						done("The place is free.");
					}}
				>
					<p>
						Possible before the first message. The session goes on: when the participant returns, they get this place or
						another one, if there is one.
					</p>
				</Confirm>
			)}
			{act === "end" && (
				<Confirm
					title="End this session"
					label="End the session"
					dangerous
					onClose={close}
					onConfirm={async (reason) => {
						await request(`${path}/end`, "POST", { exit, reason });
						done("The session has ended.");
					}}
				>
					<p>
						The participant leaves by an exit, with its completion code. What was answered stays. This cannot be undone.
					</p>
					<label for="exit">Exit</label>
					<select id="exit" value={exit} onChange={(event) => setExit(event.currentTarget.value)}>
						{EXITS.map((each) => (
							<option key={each} value={each}>
								{each.replaceAll("_", " ")}
							</option>
						))}
					</select>
				</Confirm>
			)}
		</div>
	);
}
