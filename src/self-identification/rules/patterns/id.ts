import type { Language } from "../language.ts";

const MADE =
	"dibuat|dikembangkan|dilatih|diciptakan|dirancang|dibangun|diprogram|dirilis|diluncurkan|disediakan|diproduksi";

/** Indonesian and Malay. */
export const INDONESIAN: Language = {
	kinds: "model|asisten|pembantu|chatbot|bot|ai|kecerdasan|sistem|program|produk|alat",
	by: "oleh|dari|di|milik|daripada|pada",
	fillers: `bukan|tapi|tetapi|melainkan|${MADE}|adalah|ialah|merupakan|sebuah|seorang|suatu|bahasa|besar|buatan|virtual|digital|percakapan|canggih|bernama|yang|disebut|dikenal|sebagai|berbasis|berdasarkan|disetel|halus|disempurnakan|versi|varian|keluarga|seri|perusahaan|syarikat|tim|dan|hanya|sebenarnya|saat ini|arsitektur|telah|sudah|nama`,
	identity: [
		"(?:perusahaan|tim|orang-orang|laboratorium|pihak) yang (?:menciptakan|membuat|mengembangkan|melatih|merancang|membangun) (?:saya|aku)(?: adalah| bernama| ialah| disebut| bekerja di)?GB",
		"B(?: L{1,15}){0,3} (?:membuat|mengembangkan|melatih|menciptakan|merancang|membangun) (?:saya|aku)",
		"B(?:,| adalah)? (?:pembuat|pengembang|pencipta|perusahaan) (?:saya|aku)",
		"(?:saya|aku) bukanGN",
		"(?:jawaban|balasan) (?:ini|saya) (?:dibuat|ditulis|dihasilkan) (?:oleh|dengan)GB",
		"siapa (?:saya|aku|kamu|anda)[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}itu (?:saya|aku)",
		"(?:saya|aku|gue|ku)(?: sendiri)?(?: ini| sebenarnya| hanya)? (?:adalah|ialah|merupakan|bernama|dipanggil|dibuat|dikembangkan|dilatih|diciptakan|dirancang|dibangun|berbasis|berasal|berjalan|didasarkan|telah)GN",
		"(?:saya|aku)GNE",
		"nama (?:saya|aku|ku)(?: adalah| ialah)?GA",
		"namakuGA",
		"(?:panggil|panggillah|sebut) (?:saya|aku)GA",
		"(?:anda|kamu) (?:sedang |kini )?(?:berbicara|mengobrol|berinteraksi|bercakap|chatting)(?:-cakap)? (?:dengan|sama)GN",
		"(?:pembuat|pengembang|pencipta|perusahaan|pemaju|model) (?:saya|aku)(?: adalah| ialah|,|:)?GB",
		"B(?: yang| telah| sudah)? (?:membuat|mengembangkan|melatih|menciptakan|merancang|membangun) (?:saya|aku)",
	],
	as: ["(?:berbeda dengan|berbeda dari|tidak seperti|lain dengan)GN", "(?:sebagai|selaku)GN"],
	first: "saya|aku|ku",
	instructions: [
		"(?:prompt sistem|instruksi sistem|instruksi|perintah sistem|pesan sistem|prompt|arahan) (?:saya|aku)",
		"(?:saya|aku) (?:telah |sudah |hanya )?(?:diminta|diinstruksikan|disuruh|diperintahkan|diarahkan|diberi (?:tahu|instruksi|perintah)|diberitahu|dikonfigurasi|dipersonalisasi|disesuaikan)(?= )",
		"(?:berdasarkan|menurut|dari|sesuai|melihat|saya lihat (?:dari|di)|mengikut) (?:profil|kuesioner|riwayat) (?:anda|kamu|mu)",
		"profil (?:anda|kamu|mu) (?:mengatakan|menunjukkan|menyebutkan|menyatakan)",
		"(?:dari|berdasarkan|menurut) profilmu",
	],
};
