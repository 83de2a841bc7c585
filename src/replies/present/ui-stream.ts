/**
 * The AI SDK's UI message stream, version 1, with the few parts that a participant's client gets. `toUIMessageStream` is
 * not used, because it passes on the provider's part ids, metadata and reasoning, which can name an arm.
 */
export type UiPart =
	| { readonly type: "start"; readonly messageId: string }
	| { readonly type: "text-start"; readonly id: string }
	| { readonly type: "text-delta"; readonly id: string; readonly delta: string }
	| { readonly type: "text-end"; readonly id: string }
	| { readonly type: "data-view"; readonly data: unknown }
	| { readonly type: "finish" };

export const UI_STREAM_HEADERS = {
	"content-type": "text/event-stream; charset=utf-8",
	"cache-control": "no-store, no-transform",
	"x-vercel-ai-ui-message-stream": "v1",
	/** Otherwise proxies collect frames until a buffer is full. */
	"x-accel-buffering": "no",
	"content-encoding": "identity",
} as const;

export const uiEvent = (id: string, part: UiPart): string => `id: ${id}\ndata: ${JSON.stringify(part)}\n\n`;

export const doneEvent = (id: string): string => `id: ${id}\ndata: [DONE]\n\n`;

/** An SSE comment: no event, but it keeps proxies from cutting a silent connection. */
export const KEEP_ALIVE = ": \n\n";
