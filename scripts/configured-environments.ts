import { experimental_readRawConfig as readRawConfig } from "wrangler";

/** The environments of wrangler.toml. None if it cannot be read. */
export function environmentsOf(): readonly string[] {
	try {
		return Object.keys(readRawConfig({ config: "wrangler.toml" }).rawConfig.env ?? {});
	} catch {
		return [];
	}
}
