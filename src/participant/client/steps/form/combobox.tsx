import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";
import type { ControlProps } from "./inputs.tsx";
import { matching } from "./matching.ts";

/**
 * Finds one of many options by typing (the combobox of the ARIA practices with a list below). The list is part of the
 * page and pushes the rest down, because a phone's keyboard leaves no room for a floating list.
 */
export function Combobox({ item, entry, changed, id, describedBy, invalid }: ControlProps) {
	const options = item.options ?? [];
	const chosen = options.find(({ value }) => value === entry);
	/** Null while the list is closed. */
	const [typed, setTyped] = useState<string | null>(null);
	const [at, setAt] = useState(0);
	const list = useRef<HTMLDivElement>(null);
	const found = typed === null ? [] : matching(options, typed);
	const open = typed !== null;

	useEffect(() => list.current?.querySelector(".at")?.scrollIntoView({ block: "nearest" }), [at, typed]);

	function show(text: string): void {
		setTyped(text);
		setAt(Math.max(0, text === "" ? options.findIndex(({ value }) => value === entry) : 0));
	}

	function take(value: string | undefined): void {
		if (value !== undefined) changed(value);
		setTyped(null);
	}

	function press(event: KeyboardEvent): void {
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (step !== 0) {
			event.preventDefault();
			if (!open) show("");
			else setAt(Math.min(Math.max(at + step, 0), Math.max(found.length - 1, 0)));
		} else if (event.key === "Enter") {
			event.preventDefault();
			if (open) take(found[at]?.value);
			else show("");
		} else if (event.key === "Escape" && open) {
			event.preventDefault();
			setTyped(null);
		}
	}

	return (
		<div class="combobox">
			<input
				id={id}
				type="text"
				class="entry"
				role="combobox"
				autocomplete="off"
				aria-autocomplete="list"
				aria-expanded={open}
				aria-controls={`${id}-list`}
				aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
				aria-describedby={describedBy}
				aria-invalid={invalid}
				placeholder={texts.form.search}
				{...studyTextAttributes}
				value={typed ?? chosen?.label ?? ""}
				onClick={(event) => {
					if (open) return;
					event.currentTarget.select();
					show("");
				}}
				onInput={(event) => show(event.currentTarget.value)}
				onKeyDown={press}
				onBlur={() => setTyped(null)}
			/>
			<Icon name="search" />
			{open ? (
				<div class="found" role="listbox" id={`${id}-list`} aria-label={item.label} ref={list}>
					{found.map((option, place) => (
						// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the entry's, which keeps the focus.
						<div
							key={option.value}
							id={`${id}-${place}`}
							role="option"
							tabIndex={-1}
							class={place === at ? "at" : ""}
							aria-selected={option.value === entry}
							{...studyTextAttributes}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => take(option.value)}
						>
							{option.label}
						</div>
					))}
				</div>
			) : null}
			{open && found.length === 0 ? (
				<p class="hint" role="status">
					{texts.form.nothingFound}
				</p>
			) : null}
		</div>
	);
}
