import type { Texts } from "./en.ts";

const letter = (candidate: string) => candidate.toUpperCase();

export const texts: Texts = {
	title: "調査",
	loading: "読み込み中…",
	progress: "進み具合",
	close: "閉じる",
	opensElsewhere: (host) => `${host}、新しいタブで開きます`,
	minutesLeft: (minutes) => `残り約${minutes}分`,

	save: { saved: "保存済み", saving: "保存中…", offline: "オフライン（後で保存します）" },
	offline: "オフラインです。何も失われていません。接続が戻りしだい続けます。",
	unreachable: "現在、調査に接続できません。何も失われていません。接続を試み続けています。",
	back: "回答は保存されています。保存された項目は変更できません。もう一度「戻る」を押すと離れます。同じリンクからこの場所に戻れます。",

	menu: {
		open: "メニュー",
		heading: "メニュー",
		data: "自分のデータ",
		help: "ヘルプ",
		dataText:
			"これまでの回答と書き込みはすべて、無作為な番号のもとで調査に保存されています。何がいつまで保存されるかは、最初に同意された文書に書かれています。",
		dataHere: "この端末には、書きかけで未送信のものだけが残り、送信すると消えます。",
		copy: "自分の会話のコピーを保存",
		copyFailed: "コピーを作成できませんでした。もう一度お試しください。",
		copyName: "my-conversations.txt",
		erase: "やめてデータを削除する",
		helpText:
			"このページはいつでも閉じることができ、同じリンクから続きに戻れます。うまく動かないときは、ページを読み込み直してください。何も失われません。",
		helpContact: "ご質問は、このページに来る前のページを通じて研究チームにお尋ねください。",
	},

	consent: {
		heading: "はじめる前に",
		agree: "同意します",
		disagree: "同意しません",
		sure: "同意されない場合、調査はここで終わります。参加したことにはなりません。",
		end: "調査を終える",
		back: "戻る",
	},

	form: {
		continue: "次へ",
		optional: "任意",
		notApplicable: "該当しない",
		transcript: "会話をもう一度読む",
		transcriptOf: (name) => `${name}をもう一度読む`,
		choose: "選んでください",
		faults: (count) => `${count}件の回答をご確認ください。`,
		missing: {
			vas: "線の上で、あてはまる位置に触れてください。",
			likert: "一つ選んでください。",
			number: "数を入力してください。",
			choice: "一つ選んでください。",
			choices: "一つ以上選んでください。",
			text: "回答を書いてください。",
			ranking: "順番に並べるか、このままの順番でよいことを示してください。",
		},
		refused: "この回答をもう一度ご確認ください。",
		notANumber: "42 のように数を入力してください。",
		ambiguousNumber: (whole, decimal) => `二通りに読めます。${whole} または ${decimal} と書いてください。`,
		atLeast: (min) => `${min} 以上の数を入力してください。`,
		atMost: (max) => `${max} 以下の数を入力してください。`,
		wholeNumber: "整数を入力してください。",
		inSteps: (step) => `${step} 刻みの数を入力してください。`,
		takeAtLeast: (min) => `${min} 個以上選んでください。`,
		takeAtMost: (max) => `${max} 個まで選んでください。`,
		writeAtLeast: (min) => `${min} 文字以上で書いてください。`,
		range: (min, max) => {
			if (min !== undefined && max !== undefined) return `${min} から ${max} までの数。`;
			if (min !== undefined) return `${min} 以上の数。`;
			return max === undefined ? "" : `${max} 以下の数。`;
		},
		take: (min, max) => {
			if (min !== undefined && min === max) return `${min} 個選んでください。`;
			if (min && max !== undefined) return `${min} 個から ${max} 個まで選んでください。`;
			if (min) return `${min} 個以上選んでください。`;
			return max === undefined ? "あてはまるものをすべて選んでください。" : `${max} 個まで選んでください。`;
		},
		charactersLeft: (left) => `残り ${left} 文字`,
		tooLong: (over) => `${over} 文字超えています`,
	},

	slider: {
		unset: "まだ位置がありません",
		ends: (low, high) => (low && high ? `「${low}」から「${high}」まで。` : ""),
	},

	ranking: {
		hint: "つまみを動かすか矢印を使って順番に並べてください。一番上が1位です。",
		confirm: "このままの順番でよい",
		handle: (label) => `動かす：${label}`,
		up: (label) => `上へ：${label}`,
		down: (label) => `下へ：${label}`,
		moved: (label, place, of) => `${label}：${of} 件中 ${place} 番目`,
		conversation: (number) => `会話 ${number}`,
	},

	chat: {
		place: (index, of) => `会話 ${index} / ${of}`,
		assistant: "アシスタント",
		named: (candidate) => `アシスタント ${letter(candidate)}`,
		you: "あなた",
		writing: "アシスタントが書いています",
		writingAll: "アシスタントたちが書いています",
		message: "あなたのメッセージ",
		messageAll: "全員へのメッセージ",
		placeholder: "メッセージを書く",
		send: "送信",
		end: "この会話を終える",
		unsent: "送信していないメッセージがあります。送信せずに会話を終えますか。",
		endAnyway: "送信せずに終える",
		keepWriting: "書き続ける",
		empty: "先に何か書いてください。",
		otherTab: "別のタブで会話が進んだため、送信されませんでした。書いた文はここに残っています。",
		needed: (count) => `あと ${count} 通送ると先へ進めます。`,
		mayEnd: (count) => `あと ${count} 通まで送れます。ここで終えることもできます。`,
		newBelow: "下に続きがあります",
		others: "選ばなかった返答",
		said: (name, text) => `${name}：${text}`,
		showReplies: "表示する返答",
		unread: "新着",
	},

	choice: {
		rate: "それぞれの返答を評価してください",
		rateHint: "それぞれの線の上で、あてはまる位置に触れてください。",
		pick: "一番よい返答を選んでください",
		pickHint: "選んだアシスタントと会話を続けます。",
		rating: (candidate) => `返答 ${letter(candidate)} の評価`,
		reply: (candidate) => `返答 ${letter(candidate)}`,
		rated: (done, of) => `${of} 件中 ${done} 件を評価済み`,
		tie: "同じ評価の返答があります。どれで続けますか。",
		continue: "一番よい返答で続ける",
		chooseThis: "これを選ぶ",
		missingPick: "返答を一つ選んでください。",
		missingTie: "どれで続けるかを選んでください。",
	},

	retry: {
		heading: "うまくいきませんでした",
		reply: "アシスタントが答えられませんでした。あなたのメッセージは残っています。",
		paused: "今は先へ進めませんでした。回答は保存されています。",
		failedAgain:
			"アシスタントは今回も答えられませんでした。あなたのせいではありません。もう一度試すか、この会話を終えることができます。調査はそのまま続きます。",
		refused:
			"この会話では、アシスタントはもう答えられません。あなたのせいではありません。ここで会話を終えてください。調査はそのまま続きます。",
		pausedLong:
			"まだ先へ進めません。あなたのせいではありません。回答は保存されています。もう一度試すか、ここで終えることができます。",
		again: "もう一度試す",
		end: "この会話を終える",
		finish: "ここで終える",
	},

	exit: {
		reasons: {
			completed: { heading: "ありがとうございました。これで終わりです。", text: "回答はすべて保存されました。" },
			declined: {
				heading: "参加に同意されませんでした",
				text: "問題ありません。同意されなかったこと以外は何も残りません。",
			},
			screened_out: {
				heading: "ありがとうございます。この調査の対象ではありませんでした",
				text: "回答によると、この調査が対象とする方ではありませんでした。あなたに落ち度はありません。",
			},
			failed_checks: {
				heading: "調査はここで終わります",
				text: "説明が読まれているかを確かめる質問への回答が一致しませんでした。",
			},
			full: {
				heading: "調査は定員に達しました",
				text: "直前に最後の枠が埋まりました。あなたに落ち度はありません。",
			},
			expired: {
				heading: "この調査の時間が終わりました",
				text: "これまでの回答は保存されています。続けることはできません。",
			},
			withdrawn: { heading: "調査をやめました", text: "これ以上お願いすることはありません。" },
		},
		erased: { heading: "データは削除されました", text: "この調査で提供されたものはすべて消去されました。" },
		placeLapsed:
			"質問のあと、数分間あなたの枠を確保していました。その間に最初のメッセージが送られなかったため、最後の枠はほかの方のものになりました。あなたに落ち度はありません。",
		lastTime:
			"元のサイトで必要なものは、まだ下に表示されています。このページを閉じると二度と表示できません。閉じる前に使うか、コピーしてください。",
		next: "このあと",
		code: "完了コード",
		copy: "コードをコピー",
		copied: "コピーしました",
		copyByHand: "コードを選択してコピーしてください。",
		hand: "完了コードを求められたら、これを使ってください。",
		redirect: (host, seconds) => `${seconds} 秒後に ${host} へ移動します。`,
		stopped: (host) => `準備ができたら ${host} へお進みください。そこで初めて参加が完了します。`,
		stay: "ここにとどまる",
		go: (host) => `${host} へ進む`,
		payThere:
			"この場合の謝礼は、元のサイトで決まります。このページのボタンかコードで元のサイトにお戻りください。戻らないと、終わっていないものとして扱われます。ご質問は、そのサイトを通じて研究者にお送りください。",
		noCode:
			"この場合の完了コードはありません。募集サイトから来られた場合は、そちらで参加を取り消すか、そちらを通じて研究者にご連絡ください。それ以外の場合は、謝礼についてもリンクの送り主にご連絡ください。",
		closeTab: "このページを閉じてかまいません。",
	},

	withdraw: {
		open: "やめる",
		openAfter: "データを削除",
		heading: "調査をやめますか",
		headingAfter: "データを削除しますか",
		text: "いつでも理由を言わずにやめられます。これまでのデータをどうしますか。",
		textAfter: "この調査で提供されたもの、つまり回答、メッセージ、アシスタントの返答、参加者IDをすべて削除できます。",
		keep: "研究のために残す",
		keepHelp: "これまでの回答とメッセージは、名前なしで調査に残ります。",
		erase: "削除する",
		eraseHelp: "回答、メッセージ、アシスタントの返答、参加者IDが消去されます。元に戻せません。",
		next: "次へ",
		cancel: "調査を続ける",
		cancelAfter: "戻る",
		sureHeading: "よろしいですか",
		sureKeep: "調査はこれで終わり、戻ることはできません。これまでのデータは残ります。",
		sureErase: "調査はこれで終わり、戻ることはできません。回答、メッセージ、返答、参加者IDは完全に消去されます。",
		sureEraseAfter: "回答、メッセージ、返答、参加者IDは完全に消去されます。元に戻せません。",
		losesCode:
			"完了コードと元のサイトへ戻るリンクも削除されます。次のページに表示されるのが最後です。謝礼がある場合は、そのページを閉じる前にコードを提出してください。",
		doKeep: "調査をやめる",
		doErase: "やめてすべて削除する",
		doEraseAfter: "すべて削除する",
		payment: "謝礼がある場合、やめると支払われないことがあります。登録先でご確認ください。",
		chooseFirst: "一つ選んでください。",
		failed: "送信できませんでした。もう一度お試しください。",
	},

	trouble: {
		not_found: {
			heading: "このリンクは使えません",
			text: "リンクが不完全か、このブラウザーでは確認できません。元のページから調査を開き直してください。続きに戻れます。",
		},
		erased: {
			heading: "このセッションは消去されました",
			text: "ご希望どおりデータは削除されました。募集サイトから来られ、完了コードをまだ提出していない場合は、そちらで参加を取り消してください。",
		},
		broken: {
			heading: "問題が起きました",
			text: "こちらの不具合です。送信されたものはすべて残っています。ページを読み込み直してください。",
		},
		reload: "読み込み直す",
	},
};
