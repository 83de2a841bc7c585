import { useLayoutEffect, useRef } from "preact/hooks";
import { texts, theirs } from "../texts/catalogue.ts";

type Props = {
	readonly id: string;
	readonly value: number | null;
	readonly min: number;
	readonly max: number;
	readonly step: number;
	readonly minLabel: string;
	readonly maxLabel: string;
	/** Where no label element names it. */
	readonly name?: string;
	readonly describedBy?: string;
	readonly invalid?: boolean;
	readonly changed: (value: number) => void;
};

/**
 * A visual analogue scale: no thumb until it is touched, no number ever, and the whole line takes the touch. A range input
 * does the keys and the semantics; the touch is taken by the track around it, for a range jumps to its middle at once and
 * some phones move it by its (invisible) thumb only.
 */
export function Slider(props: Props) {
	const { id, value, min, max, step, minLabel, maxLabel, changed } = props;
	const track = useRef<HTMLDivElement>(null);
	const input = useRef<HTMLInputElement>(null);
	/** What the touch that is under way has come to; it counts when the finger is lifted. */
	const touched = useRef<number | null>(null);
	const middle = (min + max) / 2;
	const ends = minLabel && maxLabel ? texts.slider.ends({ low: minLabel, high: maxLabel }) : "";

	const show = (next: number | null) => {
		if (!input.current) return;
		input.current.value = String(next ?? middle);
		input.current.parentElement?.classList.toggle("unset", next === null);
	};
	// Before anything else is pressed: the next key goes on from where the last one led.
	useLayoutEffect(() => show(value));

	function along(event: PointerEvent): number {
		if (!track.current || !input.current) return middle;
		const { left, right, width } = track.current.getBoundingClientRect();
		const rtl = getComputedStyle(track.current).direction === "rtl";
		const part = Math.min(Math.max((rtl ? right - event.clientX : event.clientX - left) / width, 0), 1);
		// The input keeps to its steps and ends by itself.
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

	/** The middle, or the end where a key leads, may be where the hidden thumb already is: no `input` event comes then. */
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
				// The finger scrolled the page over the line: that was no answer.
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
				<span {...theirs}>{minLabel}</span>
				<span {...theirs}>{maxLabel}</span>
			</div>
			{ends ? (
				<span class="unseen" id={`${id}-ends`}>
					{ends}
				</span>
			) : null}
		</div>
	);
}
