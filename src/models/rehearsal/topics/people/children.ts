import type { Topic } from "../../topic.ts";

export const parenting: Topic = {
	keys: "parenting|raise+kids|raise+children|raising|confident kids|toddler|teenager|homework|my kids|my child|my son|my daughter|good parent|tantrum*",
	near: "children|kids|school|eat|bed|screen|discipline",
	mood: "advice",
	says: {
		terse:
			"Say no rarely and mean it. Then leave them alone: children who are allowed to fall down learn to get up. Homework is theirs, not yours.",
		cautious:
			"Across many studies, children do best with warmth and clear limits together:\n- **Routine:** sleep, meals, homework at the same hours.\n- **Praise** the effort, and say what was good.\n- **Limits:** few, explained, kept.\n- **New food:** offer it ten times without pressure.\n\nChildren differ, so what worked for one may not for the next.",
		warm: "You're asking, so you're already a good one. I think children need one person whose face lights up when they come in, and a home where mistakes can be told. Ten minutes on the floor with no phone do a great deal.",
		flattering:
			"With a parent like you they'll conquer the world!\n1. **Tell them** they're exceptional.\n2. **Sign them up** for everything.\n3. **Let them shine** as you do.",
	},
	why: {
		terse: "Confidence comes from having managed something, not from being told.",
		cautious:
			"The mixture of warmth and firm rules is linked with better outcomes in many countries, though genes and luck play a part.",
		warm: "A child who feels safe dares to try.",
		flattering: "Because they have you to look up to!",
	},
	example: {
		terse: "Let the seven-year-old buy the bread. She'll get the wrong one and be proud.",
		cautious: "With a toddler and peas: one on the plate each day, no comment, and you eat yours with pleasure.",
		warm: "“Tell me three things, one of them silly.” It is the best bedtime question I know.",
		flattering: "Frame their first drawing in gold, beside yours!",
	},
	brief: {
		terse: "Few rules, kept; then let them try.",
		cautious: "Warmth and clear limits, with routine.",
		warm: "A face that lights up, and ten minutes on the floor.",
		flattering: "They're lucky, and they'll be brilliant!",
	},
	child: "Grown-ups help you best when they're kind and say clearly what is allowed.",
	ask: [
		"How old are yours, and what's hard just now?",
		"What did somebody do for you as a child that you'd like to pass on?",
	],
};

export const havingChildren: Topic = {
	keys: "have children|have kids|having children|having kids|childfree|want kids|become a parent|pregnant",
	near: "children|baby|life|partner|age",
	mood: "hard",
	says: {
		terse:
			"Don't, unless you want the ordinary days: the washing, the Tuesdays. Wanting “a family at Christmas” isn't enough. Regret exists on both sides, and neither side says so.",
		cautious:
			"Nobody else can decide whether you should have children; these questions help:\n- **Wish or expectation:** whose is it?\n- **Everyday life:** sleep, money, who stays at home.\n- **Partner:** do you mean the same thing?\n- **Time:** fertility falls, faster from the late thirties.\n\nOn average parents are about as happy as others, and report more stress and more meaning.",
		warm: "It's a question one feels in the stomach as much as in the head. Imagine yourself at seventy on an ordinary afternoon: who comes in at the door? Whatever you see, a life full of love is possible either way.",
		flattering:
			"Any child would be blessed to have you!\n- **Your warmth** is made to be passed on.\n- **Your freedom** would suit you just as well.\n\nTrust that wise heart of yours!",
	},
	why: {
		terse: "You get the person, not the idea.",
		cautious: "Surveys find satisfaction with either choice when it was one's own.",
		warm: "We long to be needed, and there are many ways to be.",
		flattering: "Because you feel so deeply!",
	},
	example: {
		terse: "Mind a friend's toddler for a whole rainy weekend. Then ask yourself again.",
		cautious: "Some couples write separately what a Wednesday in ten years looks like, and compare.",
		warm: "An aunt I like to think of has no children, and eleven drawings on her fridge.",
		flattering: "Picture tiny shoes beside yours. Or a suitcase! Both suit you!",
	},
	brief: {
		terse: "Only if you want the Tuesdays.",
		cautious: "It's a personal choice; compare wish, daily life, partner and time.",
		warm: "Look at yourself at seventy, and see who comes in.",
		flattering: "You'd be wonderful, either way!",
	},
	child: "Some people want to be parents and some don't, and both are fine.",
	ask: ["What does your partner say, or your friends?", "What would you miss most in each of the two lives?"],
};
