import type { Language } from "../language.ts";

export const TURKISH: Language = {
	kinds:
		"model[a-zçğıöşü]{0,4}|asistan[a-zçğıöşü]{0,5}|(?:sohbet ?)?bot[a-zçğıöşü]{0,4}|chatbot[a-zçğıöşü]{0,4}|yapay zekâ?a?[a-zçğıöşü]{0,5}|zekâ?a?[a-zçğıöşü]{0,5}|yz|sistem[a-zçğıöşü]{0,4}|program[a-zçğıöşü]{0,4}",
	by: "tarafından",
	fillers:
		"değil|ama|aksine|tarafından|geliştirilen|geliştirilmiş|eğitilen|eğitilmiş|oluşturulan|oluşturulmuş|üretilen|yaratılan|tasarlanan|tasarlanmış|bir|büyük|dil|yapay|sanal|dijital|adlı|isimli|adında|isminde|olan|temelli|tabanlı|ince|ayarlı|ayarlanmış|sürümü|ve|sadece|aslında|şu an|ailesinden|şirketi|ekibi|gelişmiş",
	identity: [
		"(?:beni|bana) (?:geliştiren|eğiten|yapan|yaratan|oluşturan|tasarlayan)(?: şirketin| firmanın| ekibin)? ad[ıi]GB",
		"ben A değilim",
		"A'?y?[ıiuü]m(?![a-zçğıöşü])",
		"B(?:,? L{1,15}){0,3} beni (?:geliştirdi|eğitti|yarattı|oluşturdu|tasarladı|yaptı)",
		"(?:şu anda |şu an )?(?:konuştuğunuz|konuştuğun|sohbet ettiğiniz|sohbet ettiğin) (?:model|asistan|yapay zekâ?a?)GN",
		"(?:bu|benim) (?:yanıt|cevap)(?:ı|ım)?GB (?:tarafından|ile) (?:oluşturuldu|yazıldı|üretildi)",
		"ben kimim[?: ]{1,3}GB",
		"B[^.!?]{0,60}[—–:,.!? -]{1,4}(?:bu|o) benim",
		"(?:ben|ben de|bense),?GB(?:'[a-zçğıöşü]{1,4})?GA(?:'?y?[ıiuü]m|'?y?d[ıiuü]m| ad[ıi]yla| olarak|,)",
		"(?:ben|ben de|bense),?GA(?:'?y?[ıiuü]m|'?y?d[ıiuü]m| ad[ıi]yla| olarak|,)",
		"A'?y[ıiuü]m",
		"A(?:'[a-zçğıöşü]{1,3})? (?:modeliyim|asistanıyım|adlı bir|ailesindenim|sürümüyüm)",
		"(?:benim )?(?:adım|ismim|modelim)(?: ise| da| de|,|:)?GA",
		"(?:ben,? )?GB tarafındanG(?:geliştiril|eğitil|oluşturul|yaratıl|tasarlan|üretil|yapıl|kodlan|programlan)(?:di[mğ]|dim|dım|mişim|mıştım|miştim|dum|düm)",
		"(?:ben )?GB(?:'[a-zçğıöşü]{1,4})? tarafındanG(?:model(?:iyim|im)|asistan(?:ıyım|ım)|zekayım|zekâyım|bot(?:uyum|um)|chatbotum|yapay zekayım|yapay zekâyım)",
		"(?:beni|bana) (?:geliştiren|eğiten|yapan|yaratan|oluşturan|tasarlayan)(?: şirket| firma| ekip)?GB",
		"B(?:'[a-zçğıöşü]{1,4})? beni (?:geliştirdi|eğitti|yarattı|oluşturdu|tasarladı|yaptı)",
		"beniGB(?:'[a-zçğıöşü]{1,4})? (?:geliştirdi|eğitti|yarattı|oluşturdu|tasarladı|yaptı)",
		"(?:şu anda |şu an )?A(?:'[a-zçğıöşü]{1,4})? (?:ile|'le|'la) (?:konuşuyorsun|konuşuyorsunuz|sohbet ediyorsun|sohbet ediyorsunuz|yazışıyorsun)",
		"(?:geliştiricim|geliştiricilerim|yaratıcım|yaratıcılarım|yapımcım)(?: ise|,|:)?GB",
	],
	as: [
		"A(?:'[a-zçğıöşü]{1,4})? (?:farklı olarak|aksine)",
		"A(?:'[a-zçğıöşü]{1,4})?(?:'n[ıiuü]n)? aksine",
		"(?:bir )?GA(?:'[a-zçğıöşü]{1,3})?G olarak",
	],
	first:
		"ben|bana|beni|benim|size|sana|yardımcı|yapamam|edemem|veremem|ederim|[a-zçğıöşü]{2,20}(?:ıyorum|iyorum|uyorum|üyorum|abilirim|ebilirim|amam|emem|arım|erim)",
	instructions: [
		"(?:sistem (?:istemim|promptum|komutum|talimat(?:ım|larım)|mesajım)|(?:bana verilen|benim) (?:talimat|yönerge|sistem istemi|komut)[a-zçğıöşü]{0,6}|talimatlarım|yönergelerim|promptum|istemim)",
		"(?:bana [^.,]{0,60}(?:söylendi|talimatı verildi|emredildi|denildi|talimat verildi)|[a-zçğıöşü]{2,20} (?:üzere|için) (?:yapılandırıldım|ayarlandım|kişiselleştirildim|talimat aldım|programlandım|yönlendirildim))",
		"profil(?:in|iniz)(?:e|den|de) (?:göre|gördüğüm|baktığımda|anladığım|bakarak|görüyorum|yazdığı|dayanarak)",
		"profil(?:in|iniz) (?:[^.,]{0,30})(?:söylüyor|gösteriyor|belirtiyor)",
	],
};
