import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { rootCertificates as NODES_OWN } from "node:tls";

/** workerd's places on Linux. Elsewhere it asks the operating system. */
const BUNDLES = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
	"/etc/ssl/ca-bundle.pem",
	"/etc/pki/tls/cacert.pem",
	"/etc/ssl/cert.pem",
];
const FOLDERS = ["/etc/ssl/certs", "/etc/pki/tls/certs"];
const FILE = "node_modules/.cache/root-certificates.pem";

/**
 * workerd does not start without root certificates. On a machine without any, such as a bare Debian, it gets Node's.
 * Empty if the machine has its own.
 */
export function rootCertificates(): { readonly SSL_CERT_FILE?: string } {
	const { SSL_CERT_FILE, SSL_CERT_DIR } = process.env;
	if (process.platform !== "linux" || SSL_CERT_FILE || SSL_CERT_DIR) return {};
	if (BUNDLES.some(existsSync) || FOLDERS.some((folder) => existsSync(folder) && readdirSync(folder).length > 0))
		return {};
	mkdirSync(resolve(FILE, ".."), { recursive: true });
	writeFileSync(FILE, NODES_OWN.join("\n"));
	return { SSL_CERT_FILE: resolve(FILE) };
}
