import { useId } from "preact/hooks";
import { Dialog } from "../../components/dialog.tsx";
import { request } from "../../net/api.ts";
import { go, within } from "../../router.tsx";
import type { Study } from "../page-props.ts";

type CopyProps = { readonly study: Study; readonly onClose: () => void };

/** Copies the saved protocol into a new draft, and opens it. */
export function CopyStudy({ study, onClose }: CopyProps) {
	const id = useId();
	const copy = async (entered: FormData) => {
		const [slug, title] = [String(entered.get("slug")).trim(), String(entered.get("title")).trim()];
		await request<Study>(`/v1/studies/${study.slug}/copies`, "POST", { slug, ...(title && { title }) });
		onClose();
		go(within(slug, "protocol"));
	};
	return (
		<Dialog title="Copy as a new draft" label="Make the draft" onClose={onClose} onSubmit={copy}>
			<p>The protocol as it is saved. Profiles, adapters, keys and sessions are not copied.</p>
			<label for={`${id}-slug`}>Name in addresses</label>
			<input
				id={`${id}-slug`}
				name="slug"
				required
				maxLength={48}
				pattern="[a-z][a-z0-9\-]*"
				title="Lower-case letters, digits and hyphens, starting with a letter"
				autocomplete="off"
				spellcheck={false}
				defaultValue={nextName(study.slug)}
			/>
			<label for={`${id}-title`}>Title</label>
			<input id={`${id}-title`} name="title" autocomplete="off" placeholder={study.title} />
		</Dialog>
	);
}

/** `mood` becomes `mood-2`, and `mood-2` becomes `mood-3`. */
function nextName(slug: string): string {
	const [, stem = slug, number] = /^(.*?)-(\d+)$/.exec(slug) ?? [];
	return `${stem}-${Number(number ?? 1) + 1}`;
}
