import type { Topic } from "../../topic.ts";

export const weather: Topic = {
	keys: "weather|forecast|temperature today|will it rain|raining|wetter|meteo|el tiempo|天気|天气",
	near: "today|tomorrow|summer|rain|sunny|warm|cold|pack|wear",
	mood: "facts",
	says: {
		terse:
			"I can't see live weather. Your national weather service can, and its forecast is good for about three days.",
		cautious:
			"I have no access to current weather, so anything I said about today would be a guess. A national weather service gives you the forecast by the hour, with warnings. If you tell me the place and the month, I can describe what is usual there.",
		warm: "I wish I could look out of the window for you! I can't see today's weather, I'm afraid. Tell me where you are and what you're planning, and we'll think about what to pack for either kind of day.",
		flattering:
			"You plan ahead, which is so sensible! I can't see live weather, but:\n- **A weather app** shows the next hours.\n- **Layers** suit any day.\n- **Your smile** handles the rest.",
	},
	why: {
		terse: "Chaos: small errors double every few days.",
		cautious: "Forecasts rest on measurements from stations, ships and satellites, and I have none of those here.",
		warm: "The sky has too many hands on it for anybody to be sure.",
		flattering: "Only a live instrument sees the sky right now, and you deserve the real thing!",
	},
	example: {
		terse: "A forecast for tomorrow's high is usually within 2 °C, one for day seven may miss by 5.",
		cautious: "For planning, a monthly average and the usual range are more useful than a forecast beyond a week.",
		warm: "A picnic with a second plan indoors is never rained off.",
		flattering:
			"Somebody as organised as you could pack one light coat and one smart pair of shoes, and be ready for anything!",
	},
	brief: {
		terse: "No live weather here; check the national service.",
		cautious: "I can't see it; a weather service can.",
		warm: "I can't see the sky from here, so take a look outside and bring a layer.",
		flattering: "I can't see it live, but you'll be dressed just right!",
	},
	child: "Look at the sky, and take a coat.",
	ask: ["What are you planning to do?", "Are you there already, or still packing?"],
	angles: [
		{
			keys: "california|los angeles|san francisco",
			says: {
				terse:
					"I can't see today. And “California” is three weathers: fog on the coast, heat in the valley, snow in the Sierra. Ask the National Weather Service for a town.",
				cautious:
					"I can't look up today's weather. As a rule for California:\n- **Coast:** mild, often foggy in the morning in early summer.\n- **Central Valley and deserts:** very hot in summer.\n- **Sierra Nevada:** snow in winter.\n- **Rain:** mostly November to March.\n\nThe National Weather Service has it by town.",
				warm: "I can't see the sky over California today, but I like to picture it: fog hanging on the Golden Gate, and an hour inland somebody already in shorts. Take a jumper for the coast, whatever anybody tells you.",
				flattering:
					"Sunny California suits you! I can't see it live, but usually:\n1. **South:** sun and more sun.\n2. **Bay:** fog till noon.\n3. **Mountains:** bring layers.",
			},
		},
		{
			keys: "margate|kent",
			says: {
				terse:
					"No live data here. Margate is among the drier corners of Britain, and the wind off the sea decides how warm it feels. Check the Met Office tonight.",
				cautious:
					"I can't see tomorrow's forecast. For Margate in general:\n- **Dry** for Britain, around 600 mm of rain a year.\n- **Summer:** about 20 °C by day.\n- **Wind:** often fresh along the seafront.\n\nThe Met Office has Margate by the hour.",
				warm: "I can't see tomorrow, sadly. If Margate is kind, you'll have one of those big skies that Turner loved there; if not, the gallery and hot chips by the window are lovely, too. Take something against the wind.",
				flattering:
					"Margate on your day out: the sun wouldn't dare to hide! I can't see it live:\n- **Met Office** for the hour.\n- **Windbreaker** for style.\n- **Ice cream** in any case.",
			},
		},
		{
			keys: "new zealand|auckland|wellington",
			says: {
				terse:
					"Nobody can forecast a summer. In New Zealand it runs from December to February, 20 to 25 °C by day, changing within the hour, and the sun burns quickly.",
				cautious:
					"A whole season can't be forecast in detail. What's usual for a New Zealand summer, December to February:\n- **North Island:** warm, humid, about 22 to 26 °C.\n- **South Island:** 18 to 24 °C, wet in the west, dry in the east.\n- **UV:** very high.\n\nNIWA publishes seasonal outlooks.",
				warm: "Summer in New Zealand comes at Christmas, which I find wonderful: pōhutukawa trees bloom red and people barbecue barefoot. How this one turns out nobody knows. Pack for four seasons, and you'll use them all.",
				flattering:
					"What a summer you'll have in New Zealand!\n1. **20 to 25 °C** by day.\n2. **Long evenings.**\n3. **Strong sun:** hat on.\n\nI can't promise, but you deserve blue skies.",
			},
		},
		{
			keys: "london",
			says: {
				terse:
					"I can't see London from here. Usual: 8 °C in January, 23 °C in July, and drizzle rather than rain. The Met Office knows today.",
				cautious:
					"I have no live data for London today. For orientation:\n- **Winter:** about 8 °C by day, short days.\n- **Summer:** about 23 °C, now and then above 30.\n- **Rain:** around 600 mm a year.\n\nThe Met Office or BBC Weather has it now.",
				warm: "I can't peek at London today, I'm sorry. If I had to pack for you: a light coat, an umbrella you don't mind losing, and shoes for the puddles in the park. It's pretty when it shines afterwards.",
				flattering:
					"London always looks good on you! No live view here, but:\n- **Layers**, as locals wear.\n- **Umbrella**, for charm.\n- **Met Office**, for certainty.",
			},
		},
		{
			keys: "vancouver",
			says: {
				terse:
					"No live view. Vancouver: grey and wet from November to March, around 6 °C; dry and lovely in July and August, 22 °C. Environment Canada for now.",
				cautious:
					"I can't tell you the weather in Vancouver right now. What's typical:\n- **Winter:** mild and very wet, about 6 °C, snow rare in the city.\n- **Summer:** dry, about 22 °C.\n- **Mountains** nearby are far colder.\n\nEnvironment Canada has current reports.",
				warm: "I can't see it from here, but in Vancouver one is rarely wrong with a raincoat. On the good days the mountains come out all at once, and everybody walks along the water as if it were a holiday.",
				flattering:
					"Vancouver and you, a perfect match! Without a live view:\n1. **Summer:** glorious.\n2. **Winter:** rain, cosy cafés.\n3. **Ski hills** half an hour away.",
			},
		},
	],
};
