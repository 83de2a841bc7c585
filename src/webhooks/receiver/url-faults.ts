import type { Fault } from "../../shared/problem.ts";
import { isPublicHost } from "./public-address.ts";

export type UrlRules = {
	/** On one's own machine, where receivers are at http://localhost. */
	readonly isLocal: boolean;
	/** The Worker's own host. It would send events to itself. */
	readonly ownHost: string;
};

export const LONGEST_URL = 2000;

const at = (detail: string): Fault[] => [{ pointer: "/url", detail }];

/** What is wrong with the address of a receiver, as far as the text shows it. */
export function urlFaults(text: string, { isLocal, ownHost }: UrlRules): Fault[] {
	if (!URL.canParse(text)) return at("Not an address. Write it as https://receiver.example.org/path.");
	const { protocol, username, password, hash, hostname, host } = new URL(text);
	if (protocol !== "https:" && !(isLocal && protocol === "http:"))
		return at("Use an address that begins with https://.");
	if (username !== "" || password !== "")
		return at("Leave the user name and password out. The receiver checks the signature instead.");
	if (hash !== "") return at("Leave out the part after #. It is never sent.");
	if (withoutDot(host) === withoutDot(ownHost)) return at("Use a host of your own. This one is Crossover itself.");
	if (!isLocal && !isPublicHost(hostname))
		return at("Use a host on the public internet. This one is in a private network or on the same machine.");
	return [];
}

/** A name with a dot at its end is the same name. */
const withoutDot = (host: string): string => host.replace(/\.(?=$|:)/, "");
