import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "研究",
	description: "一项关于与人工智能助手对话的研究。",
	noscript: "本研究需要 JavaScript。请启用后重新加载页面。",
	reload: "重新加载",
	home: {
		heading: "这里进行学术研究",
		text: "要参与研究，请打开您收到的链接。仅凭这个地址无法进入任何研究。",
		researchers: "致研究人员：本服务的功能",
	},
	refusals: {
		incomplete: {
			heading: "此链接不完整",
			text: "请回到您找到研究的地方，从那里打开。链接中必须包含您的参与者编号。",
		},
		lapsed: { heading: "此个人链接已失效", text: "它可能已过期。请向发送者索取新的链接。" },
		refused: {
			heading: "此链接无法打开研究",
			text: "链接只在短时间内有效，且只供一人使用。请回到您找到研究的地方，从那里打开。如果您已经开始，请使用之前的浏览器。",
		},
		unknown: { heading: "这里什么也没有", text: "请检查链接，或从您找到研究的地方打开。" },
		closed: { heading: "本研究目前不接受新的参与者", text: "研究尚未开始、已暂停或已结束。您没有做错任何事。" },
		busy: { heading: "目前新的参与者无法开始", text: "您尚未开始。请几分钟后用同一链接重试。" },
		crowded: { heading: "目前有很多人在打开此页面", text: "请等一分钟，再打开同一链接。没有任何内容丢失。" },
		stranger: {
			heading: "请重新打开研究",
			text: "此浏览器无法识别您。请从您找到研究的地方打开：您会回到之前的进度。",
		},
		erased: { heading: "此会话已被清除", text: "您要求清除您的回答，现已清除。" },
		ours: { heading: "出现了问题", text: "这是我们的问题。您的回答已保留。请一分钟后重试。" },
	},
	payment: {
		prolific:
			"如果您在 Prolific 上占了名额，而之后仍无法进入，请在那里退回您的参与（return）：这不会对您不利。如有疑问，请通过 Prolific 的消息联系研究人员。",
		link: "如果参与有报酬或您有疑问，请联系发给您链接的人，并提供下方的编号。",
		either: "如果您来自招募平台，请在那里退回您的参与，或通过其消息联系研究人员。否则请联系发给您链接的人。",
	},
};
