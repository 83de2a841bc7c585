import type { Language } from "../language.ts";

const MADE = "được|do|phát triển|huấn luyện|đào tạo|tạo ra|xây dựng|thiết kế|lập trình|tạo|ra mắt|cung cấp|sản xuất";

export const VIETNAMESE: Language = {
	kinds: "mô hình|trợ lý|trợ lí|chatbot|bot|ai|trí tuệ|hệ thống|chương trình|sản phẩm|công cụ",
	by: "bởi|của|từ|do|tại|trên|công ty|hãng",
	fillers: `không|không phải|mà|mà là|${MADE}|là|một|ngôn ngữ|lớn|nhân tạo|ảo|kỹ thuật số|hội thoại|thông minh|có|tên|tên là|gọi là|mang tên|dựa|dựa trên|nền tảng|tinh chỉnh|phiên bản|dòng|họ|nhóm|đội ngũ|và|chỉ|thực ra|hiện|hiện tại|kiến trúc|đa phương thức|đã|vốn`,
	identity: [
		"(?:công ty|nhóm|đội ngũ|hãng|phòng thí nghiệm) (?:đã )?(?:tạo ra|phát triển|huấn luyện|đào tạo|xây dựng|thiết kế) (?:ra )?(?:tôi|mình|em)(?: tên là| là| có tên là| mang tên)?GB",
		"B(?: L{1,15}){0,3} (?:đã )?(?:tạo ra|phát triển|huấn luyện|đào tạo|xây dựng|thiết kế) (?:ra )?(?:tôi|mình|em)",
		"(?:tôi|mình|em) không phải là?GN",
		"(?:câu trả lời|phản hồi) (?:này|của tôi) (?:được|do)GB",
		"(?:tôi|mình) là ai[?: ]{1,3}GB",
		"(?:tôi|mình|em|tớ|bản thân tôi)(?: chính| thực ra| hiện| đã| vốn)? (?:là|được|do|tên|tên là|có tên|dựa trên|chạy trên|hoạt động trên|thuộc|đến từ|được gọi là)GN",
		"(?:tôi|mình|em)(?: là| đã)?G(?:do|bởi|của) B",
		"(?:tôi|mình|em)(?: đã)? đượcGB (?:đã )?(?:tạo ra|tạo|phát triển|huấn luyện|đào tạo|xây dựng|thiết kế|lập trình)",
		"(?:tên|tên của) (?:tôi|mình|em) làGA",
		"(?:hãy |có thể |cứ )?gọi (?:tôi|mình|em) làGA",
		"bạn đang (?:nói chuyện|trò chuyện|chat|trao đổi|tương tác) (?:với|cùng)GN",
		"B(?: đã| là công ty đã)? (?:tạo ra|phát triển|huấn luyện|đào tạo|xây dựng|thiết kế|lập trình) (?:ra )?(?:tôi|mình|em)",
		"(?:nhà phát triển|người tạo ra|công ty|đội ngũ phát triển|nhà sáng tạo|mô hình)(?: ra)?(?: của)? (?:tôi|mình)(?: là|,|:)?GB",
	],
	as: ["(?:khác với|không giống như|không giống|trái với)GN", "(?:với tư cách là|là|với vai trò là|trên cương vị)GN"],
	first: "tôi|mình|em",
	instructions: [
		"(?:lời nhắc|câu lệnh|thông điệp|chỉ dẫn|hướng dẫn|prompt|chỉ thị)(?: của)?(?: hệ thống)?(?: của)? (?:tôi|mình)(?= )",
		"(?:tôi|mình|em) (?:đã |được |đã được |bị )+(?:yêu cầu|hướng dẫn|chỉ dẫn|chỉ thị|bảo|cấu hình|cá nhân hóa|cá nhân hoá|cài đặt|dặn)(?= )",
		"(?:theo|dựa trên|dựa vào|từ|qua|thấy (?:từ|trong)|căn cứ vào) hồ sơ (?:cá nhân )?(?:của )?(?:bạn|anh|chị)",
		"hồ sơ (?:cá nhân )?(?:của )?(?:bạn|anh|chị) (?:cho thấy|cho biết|ghi|nói|đề cập)",
	],
};
