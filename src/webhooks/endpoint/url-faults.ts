import type { Fault } from "../../shared/problem.ts";
import { isAddress, isPublicAddress, isPublicName } from "./public-address.ts";

/** `isLocal`: on one's own machine, where receivers are at http://localhost. */
export type UrlRules = { readonly isLocal: boolean };

export const LONGEST_URL = 2000;

const at = (detail: string): Fault[] => [{ pointer: "/url", detail }];

/** What is wrong with the address of a receiver, as far as the text shows it. */
export function urlFaults(text: string, { isLocal }: UrlRules): Fault[] {
	if (!URL.canParse(text)) return at("Not an address. Write it as https://receiver.example.org/path.");
	const { protocol, username, password, hash, hostname } = new URL(text);
	if (protocol !== "https:" && !(isLocal && protocol === "http:"))
		return at("Use an address that begins with https://.");
	if (username !== "" || password !== "")
		return at("Leave the user name and password out. The receiver checks the signature instead.");
	if (hash !== "") return at("Leave out the part after #. It is never sent.");
	if (!isLocal && !isPublicHost(hostname))
		return at("Use a host on the public internet. This one is in a private network or on the same machine.");
	return [];
}

const isPublicHost = (hostname: string): boolean =>
	isAddress(hostname) ? isPublicAddress(hostname) : isPublicName(hostname);
