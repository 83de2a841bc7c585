/**
 * Whether receivers may have http and private addresses. `npm run dev` and `npm run demo` set `WEBHOOKS_LOCAL`. Never set it
 * where the Worker is deployed.
 */
export const isLocal = ({ WEBHOOKS_LOCAL }: { readonly WEBHOOKS_LOCAL?: string }): boolean => WEBHOOKS_LOCAL === "on";
