import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Araştırma",
	description: "Yapay zekâ asistanlarıyla konuşmalar üzerine bir araştırma.",
	noscript: "Bu araştırma için JavaScript gerekir. Lütfen açın ve sayfayı yeniden yükleyin.",
	reload: "Yeniden yükle",
	home: {
		heading: "Burada bilimsel araştırmalar yapılır",
		text: "Bir araştırmaya katılmak için size verilen bağlantıyı açın. Bu adres tek başına hiçbir araştırmaya götürmez.",
		researchers: "Araştırmacılar için: bu hizmet neler yapar",
	},
	refusals: {
		incomplete: {
			heading: "Bu bağlantı eksik",
			text: "Lütfen araştırmayı bulduğunuz yere dönün ve oradan açın. Bağlantı katılımcı kimliğinizi içermelidir.",
		},
		lapsed: {
			heading: "Bu kişisel bağlantı artık çalışmıyor",
			text: "Süresi dolmuş olabilir. Lütfen gönderen kişiden yenisini isteyin.",
		},
		refused: {
			heading: "Bu bağlantıyla araştırma açılamıyor",
			text: "Bir bağlantı kısa süre ve tek kişi için geçerlidir. Lütfen araştırmayı bulduğunuz yere dönün ve oradan açın. Başladıysanız, önceki tarayıcıyı kullanın.",
		},
		unknown: {
			heading: "Burada hiçbir şey yok",
			text: "Lütfen bağlantıyı kontrol edin ya da araştırmayı bulduğunuz yerden açın.",
		},
		closed: {
			heading: "Bu araştırma şu anda yeni katılımcı kabul etmiyor",
			text: "Henüz başlamadı, durduruldu ya da bitti. Yanlış bir şey yapmadınız.",
		},
		busy: {
			heading: "Şu anda yeni katılımcılar başlayamıyor",
			text: "Henüz başlamadınız. Lütfen birkaç dakika sonra aynı bağlantıyla yeniden deneyin.",
		},
		crowded: {
			heading: "Şu anda bu sayfayı çok kişi açıyor",
			text: "Lütfen bir dakika bekleyin ve aynı bağlantıyı yeniden açın. Hiçbir şey kaybolmadı.",
		},
		stranger: {
			heading: "Lütfen araştırmayı yeniden açın",
			text: "Bu tarayıcı sizi tanımıyor. Araştırmayı bulduğunuz yerden açın: kaldığınız yere dönersiniz.",
		},
		erased: { heading: "Bu oturum silindi", text: "Yanıtlarınızın silinmesini istediniz ve silindi." },
		ours: {
			heading: "Bir şey çalışmadı",
			text: "Bu bizim hatamız. Yanıtlarınız saklandı. Lütfen bir dakika sonra yeniden deneyin.",
		},
	},
	payment: {
		prolific:
			"Prolific’te bir yer aldıysanız ve sonra da çalışmazsa, lütfen katılımınızı orada iade edin (return): bu aleyhinize sayılmaz. Sorularınız için Prolific mesajlarıyla araştırmacılara yazın.",
		link: "Katılım için ödeme alıyorsanız ya da sorunuz varsa, lütfen bağlantıyı gönderen kişiye yazın ve aşağıdaki numarayı belirtin.",
		either:
			"Bir katılımcı platformundan geldiyseniz lütfen katılımınızı orada iade edin ya da mesajlarıyla araştırmacılara yazın. Değilse bağlantıyı gönderen kişiye yazın.",
	},
};
