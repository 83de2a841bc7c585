import { useRef } from "preact/hooks";
import { useWidth } from "../../components/use-width.ts";
import type { Schemas } from "../../net/api.ts";
import { DEVICES, type Device } from "./device.ts";

declare global {
	/** The steps, which the frames in this page read. */
	var walkedViews: Schemas["Walk"]["views"] | undefined;
}

type FrameProps = {
	readonly slug: string;
	readonly views: Schemas["Walk"]["views"];
	readonly device: Device;
	readonly at: number;
	readonly title: string;
	/** A picture of the step: it cannot be used, and is loaded when it scrolls into view. */
	readonly isPicture?: boolean;
};

/** The participant's app at a device's size, scaled down on a narrow page. */
export function DeviceFrame({ slug, views, device, at, title, isPicture = false }: FrameProps) {
	const room = useRef<HTMLDivElement>(null);
	const { width, height } = DEVICES[device];
	const scale = Math.min(1, useWidth(room) / width);
	// Set before the frames load.
	globalThis.walkedViews = views;
	return (
		<div ref={room} class="device" style={{ height: `${Math.round(height * scale)}px`, maxWidth: `${width}px` }}>
			{scale > 0 && (
				<iframe
					key={device}
					title={title}
					src={`/v1/studies/${encodeURIComponent(slug)}/walk/app#${at}`}
					loading={isPicture ? "lazy" : "eager"}
					tabIndex={isPicture ? -1 : 0}
					inert={isPicture}
					style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
				/>
			)}
		</div>
	);
}
