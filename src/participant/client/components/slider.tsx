import { useLayoutEffect, useRef } from "preact/hooks";
import { studyTextAttributes, texts } from "../texts/catalogue.ts";

type Props = {
	readonly id: string;
	readonly value: number | null;
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly minLabel: string;
	readonly maxLabel: string;
	/** Only if no label element names it. */
	readonly name?: string;
	readonly describedBy?: string;
	readonly invalid?: boolean;
	readonly changed: (value: number) => void;
};

/**
 * A visual analogue scale: no thumb until the first touch, no number, and the whole line reacts to touch. A range input
 * handles keys and semantics. The track around it handles touch, because a range jumps to its middle at once, and some
 * phones move it only by its (invisible) thumb.
 */
export function Slider(props: Props) {
	const { id, value, min, max, step, minLabel, maxLabel, changed } = props;
	const track = useRef<HTMLDivElement>(null);
	const input = useRef<HTMLInputElement>(null);
	/** The value under the finger; committed on release. */
	const touched = useRef<number | null>(null);
	const middle = (min + max) / 2;
	const ends = minLabel && maxLabel ? texts.slider.ends({ low: minLabel, high: maxLabel }) : "";

	const show = (next: number | null) => {
		if (!input.current) return;
		input.current.value = String(next ?? middle);
		input.current.parentElement?.classList.toggle("unset", next === null);
	};
	// Before the next key, which continues from this value.
	useLayoutEffect(() => show(value));

	function along(event: PointerEvent): number {
		if (!track.current || !input.current) return middle;
		const { left, right, width } = track.current.getBoundingClientRect();
		const rtl = getComputedStyle(track.current).direction === "rtl";
		const part = Math.min(Math.max((rtl ? right - event.clientX : event.clientX - left) / width, 0), 1);
		// The input rounds to its steps and stays within its ends.
		show(min + (max - min) * part);
		return Number(input.current.value);
	}

	function down(event: PointerEvent): void {
		if (event.button !== 0) return;
		track.current?.setPointerCapture(event.pointerId);
		input.current?.focus({ preventScroll: true });
		touched.current = along(event);
	}

	function up(): void {
		if (touched.current !== null) changed(touched.current);
		touched.current = null;
	}

	/** The key may lead to where the hidden thumb already is. Then no `input` event comes. */
	function key(event: KeyboardEvent): void {
		if (value !== null || !["Home", "End", "Enter", " "].includes(event.key)) return;
		event.preventDefault();
		changed(event.key === "Home" ? min : event.key === "End" ? max : Number(input.current?.value ?? middle));
	}

	return (
		<div class="slider">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: only the finger's way to the input inside, which does the rest. */}
			<div
				ref={track}
				class={value === null ? "track unset" : "track"}
				onPointerDown={down}
				onPointerMove={(event) => {
					if (touched.current !== null) touched.current = along(event);
				}}
				onPointerUp={up}
				// The finger scrolled the page across the line. That is no answer.
				onPointerCancel={() => {
					touched.current = null;
					show(value);
				}}
				onMouseDown={(event) => event.preventDefault()}
			>
				<input
					ref={input}
					id={id}
					type="range"
					min={min}
					max={max}
					step={step}
					aria-label={props.name}
					aria-valuetext={value === null ? texts.slider.unset : undefined}
					aria-invalid={props.invalid ? "true" : undefined}
					aria-describedby={[props.describedBy, ends ? `${id}-ends` : ""].filter(Boolean).join(" ") || undefined}
					onInput={(event) => changed(Number(event.currentTarget.value))}
					onKeyDown={key}
				/>
				<span class="tap" aria-hidden="true">
					{texts.slider.tap}
				</span>
			</div>
			<div class="ends" aria-hidden="true">
				<span {...studyTextAttributes}>{minLabel}</span>
				<span {...studyTextAttributes}>{maxLabel}</span>
			</div>
			{ends ? (
				<span class="unseen" id={`${id}-ends`}>
					{ends}
				</span>
			) : null}
		</div>
	);
}
