import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Araştırma",
	loading: "Yükleniyor…",
	progress: "İlerleme",
	close: "Kapat",
	opensElsewhere: "{host}, yeni sekmede açılır",
	minutesLeft: "yaklaşık {count} dakika kaldı",

	save: { saved: "Kaydedildi", saving: "Kaydediliyor…", offline: "Çevrimdışı, sonra kaydedilecek" },
	offline: "Çevrimdışısınız. Hiçbir şey kaybolmadı; bağlantı gelince devam edeceğiz.",
	unreachable: "Araştırmaya şu anda ulaşılamıyor. Hiçbir şey kaybolmadı; denemeye devam ediyoruz.",
	back: "Yanıtlarınız kaydedildi; kaydedilen bir adım artık değiştirilemez. Çıkmak için bir kez daha geri tuşuna basın; aynı bağlantıyla buraya dönebilirsiniz.",

	menu: {
		open: "Menü",
		heading: "Menü",
		data: "Verilerim",
		help: "Yardım",
		dataText:
			"Şimdiye kadar verdiğiniz yanıtlar ve yazdıklarınız, rastgele bir numara altında araştırmayla birlikte saklanır. Neyin ne kadar süre saklandığı, başta onayladığınız metinde yazar.",
		dataHere: "Bu cihazda yalnızca başlayıp göndermedikleriniz tutulur; gönderdiğinizde silinir.",
		copy: "Konuşmalarımın bir kopyasını kaydet",
		copyFailed: "Kopya oluşturulamadı. Lütfen yeniden deneyin.",
		copyName: "konusmalarim.txt",
		erase: "Ayrıl ve verilerimi sil",
		helpText:
			"Bu sayfayı istediğiniz zaman kapatıp aynı bağlantıyla kaldığınız yere dönebilirsiniz. Bir şey çalışmazsa sayfayı yeniden yükleyin; hiçbir şey kaybolmaz.",
		helpContact: "Sorularınız için sizi buraya yönlendiren sayfa üzerinden araştırma ekibine yazın.",
	},

	consent: {
		heading: "Başlamadan önce",
		agree: "Kabul ediyorum",
		disagree: "Kabul etmiyorum",
		sure: "Kabul etmezseniz araştırma burada biter ve katılmış sayılmazsınız.",
		end: "Araştırmayı bitir",
		back: "Geri dön",
	},

	form: {
		continue: "Devam",
		optional: "isteğe bağlı",
		notApplicable: "Uygun değil",
		none: "Uygun değil",
		transcript: "Konuşmayı yeniden oku",
		transcriptOf: "Yeniden oku: {name}",
		search: "Aramak için yazın",
		nothingFound: "Listede buna uyan bir şey yok.",
		page: "Bölüm {index} / {of}",
		back: "Geri",
		missingHere: "Eksik yanıtlara git",
		faults: "Lütfen {count} yanıtı yeniden gözden geçirin.",
		missing: {
			vas: "Lütfen çizgide yanıtınızın bulunduğu yere dokunun.",
			likert: "Lütfen birini seçin.",
			number: "Lütfen bir sayı girin.",
			choice: "Lütfen birini seçin.",
			choices: "Lütfen en az birini seçin.",
			text: "Lütfen bir yanıt yazın.",
			ranking: "Lütfen bunları sıralayın ya da sıranın doğru olduğunu belirtin.",
		},
		refused: "Lütfen bu yanıtı yeniden gözden geçirin.",
		notANumber: "Lütfen bir sayı girin, örneğin 42.",
		ambiguousNumber: "Bu sayı iki şekilde okunabilir. Lütfen {whole} ya da {decimal} yazın.",
		atLeast: "Lütfen en az {min} olan bir sayı girin.",
		atMost: "Lütfen en çok {max} olan bir sayı girin.",
		wholeNumber: "Lütfen bir tam sayı girin.",
		inSteps: "Lütfen {step} adımlarla bir sayı girin.",
		takeAtLeast: "Lütfen en az {count} tane seçin.",
		takeAtMost: "Lütfen en çok {count} tane seçin.",
		writeAtLeast: "Lütfen en az {count} karakter yazın.",
		range: {
			between: "{min} ile {max} arasında bir sayı.",
			from: "En az {min} olan bir sayı.",
			to: "En çok {max} olan bir sayı.",
		},
		take: {
			exactly: "{count} tane seçin.",
			between: "{min} ile {max} arasında seçin.",
			from: "En az {count} tane seçin.",
			upTo: "En çok {count} tane seçin.",
			any: "Uygun olanların hepsini seçin.",
		},
		charactersLeft: "{count} karakter kaldı",
		tooLong: "{count} karakter fazla",
	},

	slider: { unset: "Henüz yanıt yok", tap: "Yanıtlamak için dokunun", ends: "Bir uç: {low}; diğer uç: {high}." },

	ranking: {
		hint: "Kartları tutamacından sürükleyerek ya da okları kullanarak sıralayın. Birinci en üsttedir.",
		confirm: "Sıra böyle doğru",
		up: "Yukarı taşı: {label}",
		down: "Aşağı taşı: {label}",
		moved: "{label}: {place} / {of}",
		conversation: "Konuşma {number}",
		rating: "Değerlendirmeniz",
		ratingOf: "{value}, {min} ile {max} arasında",
	},

	chat: {
		place: "Konuşma {index} / {of}",
		assistant: "Asistan",
		task: "Göreviniz",
		named: "Asistan {letter}",
		you: "Siz",
		writing: "Asistan yazıyor",
		writingAll: "Asistanlar yazıyor",
		message: "Mesajınız",
		messageAll: "Tüm asistanlara mesajınız",
		placeholder: "Bir mesaj yazın",
		send: "Gönder",
		end: "Bu konuşmayı bitirdim",
		unsent: "Gönderilmemiş bir mesajınız var. Konuşma göndermeden bitirilsin mi?",
		endAnyway: "Göndermeden bitir",
		keepWriting: "Yazmaya devam et",
		empty: "Lütfen önce bir şey yazın.",
		otherTab: "Bu gönderilmedi: konuşma başka bir sekmede sürdü. Metniniz yine burada.",
		needed: "Devam etmeden önce {count} mesaj daha.",
		mayEnd: "En çok {count} mesaj daha gönderebilir ya da burada bitirebilirsiniz.",
		newBelow: "Aşağıda yeni metin var",
		others: "Seçmediğiniz yanıtlar",
		said: "{name}: {text}",
		showReplies: "Kimin yanıtları gösterilsin",
		unread: "yeni",
	},

	choice: {
		rate: "Her yanıtı değerlendirin",
		rateHint: "Her çizgide, yanıtın sizce bulunduğu yere dokunun.",
		pick: "En iyi yanıtı seçin",
		pickHint: "Konuşma, seçtiğiniz asistanla sürer.",
		rating: "{letter} yanıtına puanınız",
		reply: "Yanıt {letter}",
		rated: "{done} / {of} değerlendirildi",
		tie: "Bu yanıtların puanı aynı. Hangisiyle devam etmek istersiniz?",
		continue: "En iyisiyle devam et",
		chooseThis: "Bu yanıt",
		missingPick: "Lütfen bir yanıt seçin.",
		missingTie: "Lütfen hangisiyle devam edileceğini seçin.",
	},

	retry: {
		heading: "Bu olmadı",
		reply: "Asistan yanıt veremedi. Mesajınız saklandı.",
		paused: "Şu anda devam edemedik. Yanıtlarınız kaydedildi.",
		failedAgain:
			"Asistan yine yanıt veremedi. Bu sizin hatanız değil. Bir kez daha deneyebilir ya da bu konuşmayı bitirebilirsiniz: araştırma sürer.",
		refused:
			"Asistan bu konuşmada artık yanıt veremiyor. Bu sizin hatanız değil. Lütfen konuşmayı burada bitirin: araştırma sürer.",
		pausedLong:
			"Hâlâ devam edemiyoruz. Bu sizin hatanız değil ve yanıtlarınız kaydedildi. Yeniden deneyebilir ya da burada bitirebilirsiniz.",
		again: "Yeniden dene",
		end: "Bu konuşmayı bitir",
		finish: "Burada bitir",
	},

	exit: {
		reasons: {
			completed: { heading: "Teşekkürler. Bitirdiniz.", text: "Tüm yanıtlarınız kaydedildi." },
			declined: {
				heading: "Katılmayı kabul etmediniz",
				text: "Sorun değil. Yalnızca kabul etmediğiniz bilgisi saklanır.",
			},
			screened_out: {
				heading: "Teşekkürler. Bu araştırma başkaları içindir",
				text: "Yanıtlarınıza göre bu araştırmanın aradığı grupta değilsiniz. Yanlış bir şey yapmadınız.",
			},
			failed_checks: {
				heading: "Araştırma burada bitiyor",
				text: "Bazı sorular yönergelerin okunup okunmadığını denetliyordu ve yanıtlar uymadı.",
			},
			full: { heading: "Araştırma doldu", text: "Son yer sizden hemen önce alındı. Yanlış bir şey yapmadınız." },
			expired: {
				heading: "Bu araştırmanın süresi doldu",
				text: "Önceki yanıtlarınız saklandı. Araştırmaya devam edilemez.",
			},
			withdrawn: { heading: "Araştırmadan ayrıldınız", text: "Başka bir şey yapmanız gerekmez." },
		},
		erased: { heading: "Verileriniz silindi", text: "Bu araştırmada verdiğiniz her şey silindi." },
		placeLapsed:
			"Sorulardan sonra sizin için birkaç dakika bir yer ayrıldı. O sırada ilk mesajınızı yazmamıştınız ve son yeri başkası aldı. Yanlış bir şey yapmadınız.",
		lastTime:
			"Geldiğiniz sitede gerekenler hâlâ aşağıda gösteriliyor. Bu sayfayı kapatmadan önce kullanın ya da kopyalayın: sonra kimse size yeniden gösteremez.",
		next: "Şimdi ne olacak",
		code: "Tamamlama kodunuz",
		copy: "Kodu kopyala",
		copied: "Kopyalandı",
		copyByHand: "Kodu seçip kopyalayın.",
		hand: "Sizden tamamlama kodu istenirse, kod budur.",
		redirect: "{count} saniye içinde {host} sitesine yönlendirileceksiniz.",
		stopped: "Hazır olduğunuzda {host} sitesine geçin. Katılımınız ancak orada tamamlanır.",
		stay: "Burada kal",
		go: "{host} sitesine geç",
		payThere:
			"Bunun için ne ödeneceğine geldiğiniz sitede karar verilir. Lütfen düğmeyle ya da bu sayfadaki kodla oraya dönün: yoksa orada bitirmemiş görünürsünüz. Sorularınız için araştırmacılara o site üzerinden yazın.",
		noCode:
			"Bu durum için tamamlama kodu yoktur. Sizi bir katılımcı platformu gönderdiyse lütfen katılımınızı orada iade edin ya da araştırmacılara oradan yazın. Değilse, ödeme için de, bağlantıyı gönderen kişiye yazın.",
		closeTab: "Bu sayfayı kapatabilirsiniz.",
	},

	withdraw: {
		open: "Ayrıl",
		openAfter: "Verilerimi sil",
		heading: "Araştırmadan ayrılmak istiyor musunuz?",
		headingAfter: "Verileriniz silinsin mi?",
		text: "İstediğiniz zaman, neden belirtmeden bırakabilirsiniz. Şimdiye kadar verdikleriniz ne olsun?",
		textAfter:
			"Bu araştırmada verdiğiniz her şeyi sildirebilirsiniz: yanıtlarınız, mesajlarınız, asistanların yanıtları ve katılımcı kimliğiniz.",
		keep: "Araştırma için saklansın",
		keepHelp: "Şimdiye kadarki yanıtlarınız ve mesajlarınız, adınız olmadan araştırmada kalır.",
		erase: "Silinsin",
		eraseHelp: "Yanıtlarınız, mesajlarınız, asistanların yanıtları ve katılımcı kimliğiniz silinir. Bu geri alınamaz.",
		next: "Devam",
		cancel: "Araştırmada kal",
		cancelAfter: "Geri dön",
		sureHeading: "Emin misiniz?",
		sureKeep: "Araştırma sizin için şimdi biter ve geri dönemezsiniz. Şimdiye kadar verdikleriniz saklanır.",
		sureErase:
			"Araştırma sizin için şimdi biter ve geri dönemezsiniz. Yanıtlarınız, mesajlarınız, asistanların yanıtları ve katılımcı kimliğiniz kalıcı olarak silinir.",
		sureEraseAfter:
			"Yanıtlarınız, mesajlarınız, asistanların yanıtları ve katılımcı kimliğiniz kalıcı olarak silinir. Bu geri alınamaz.",
		losesCode:
			"Tamamlama kodunuz ve geldiğiniz siteye dönüş yolu da silinir. Sonraki sayfa bunları son kez gösterir. Katılım için ödeme alıyorsanız, o sayfayı kapatmadan önce kodu teslim edin.",
		doKeep: "Araştırmadan ayrıl",
		doErase: "Ayrıl ve her şeyi sil",
		doEraseAfter: "Her şeyi sil",
		payment:
			"Katılım için ödeme alıyorsanız, ayrılmak ödeme almamak anlamına gelebilir: lütfen kaydolduğunuz yere sorun.",
		chooseFirst: "Lütfen birini seçin.",
		failed: "Bu bize ulaşmadı. Lütfen yeniden deneyin.",
	},

	trouble: {
		not_found: {
			heading: "Bu bağlantı çalışmıyor",
			text: "Eksik olabilir ya da bu tarayıcı sizi tanımıyor olabilir. Lütfen araştırmayı bulduğunuz yerden yeniden açın: kaldığınız yere dönersiniz.",
		},
		erased: {
			heading: "Bu oturum silindi",
			text: "Verileriniz istediğiniz gibi silindi. Sizi bir katılımcı platformu gönderdiyse ve orada tamamlama kodu vermediyseniz, lütfen katılımınızı iade edin.",
		},
		broken: {
			heading: "Bir şey çalışmadı",
			text: "Bu bizim hatamız. Gönderdiğiniz her şey saklandı. Lütfen sayfayı yeniden yükleyin.",
		},
		reload: "Yeniden yükle",
	},
};
