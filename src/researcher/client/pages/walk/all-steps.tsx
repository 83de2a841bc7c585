import type { Schemas } from "../../net/api.ts";
import { Link, within } from "../../router.tsx";
import type { Device } from "./device.ts";
import { DeviceFrame } from "./device-frame.tsx";
import { stepNames } from "./step-names.ts";

type AllProps = { readonly slug: string; readonly views: Schemas["Walk"]["views"]; readonly device: Device };

/** Every step as a picture. A press opens the walk at that step. */
export function AllSteps({ slug, views, device }: AllProps) {
	return (
		<ol class={`all-steps ${device}`}>
			{stepNames(views).map((name, index) => (
				<li key={index}>
					<p>
						<Link to={within(slug, "walk", { step: index + 1, on: device === "desk" ? device : null })}>
							{index + 1}. {name}
						</Link>
					</p>
					<DeviceFrame slug={slug} views={views} device={device} at={index} title={name} isPicture />
				</li>
			))}
		</ol>
	);
}
