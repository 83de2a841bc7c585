/**
 * Names of models and makers in their usual scripts. A space also matches a hyphen or nothing. Those in `words` are also words
 * or people's names; `mentions.ts` has further conditions for them.
 */
export const MODELS = {
	names: `chat gpt, gpt, gpt oss, openai o, codex, davinci, text davinci, claude ai, gemini ai, google gemini, google bard,
		palm 2, gemma, paligemma, learnlm, llama 2, llama 3, llama 4, codellama, code llama, meta ai, muse spark, mixtral, ministral, magistral, devstral, codestral,
		pixtral, le chat, deepseek, qwen, qwq, qwen chat, tongyi, tongyi qianwen, hunyuan, yuanbao, chatglm, glm, ernie bot, wenxin, wenxin yiyan,
		doubao, kimi k2, kimi ai, baichuan, minimax, abab, internlm, xverse, skywork, yi lightning, stepfun, sensenova, sensechat, iflytek spark,
		grok ai, xai grok, command r, cohere command, aya expanse, jamba, jurassic 2, nemotron, phi 2, phi 3, phi 4, wizardlm, vicuna, stablelm, dolly 2, mpt,
		openchat, openhermes, nous hermes, zephyr 7b, smollm, olmo, tulu 3, starcoder, stable lm, redpajama, pythia 12b, bloomz, falcon 40b, falcon 180b, falcon llm, jais,
		allam, fanar, noor ai, copilot ai, microsoft copilot, github copilot, bing chat, bing ai, amazon nova, amazon titan, titan text, alexa ai,
		character ai, replika, pi ai, perplexity ai, you chat, poe ai, granite 3, watsonx, dbrx, snowflake arctic, reka core, reka flash, inflection 2,
		yandexgpt, yandex gpt, gigachat, giga chat, saiga, rugpt, vikhr, t lite, bielik, pllum, luminous base, teuken, eurollm, salamandra 7b, lucie 7b, croissantllm,
		minerva 7b, cerbero 7b, velvet 14b, modello italia, maritaca, sabia 2, sabia 3, geitje, gpt nl, fietje, trendyol llm, kumru, cosmos llama,
		dicta lm, dictalm, persianmind, dorna, maral, krutrim, sarvam, airavata, openhathi, hanooman, bharatgpt, phogpt, vinallama, vistral, zalo ai, kilm,
		sahabat ai, komodo 7b, sea lion, sealion, sealllm, seallms, merak, ulizallama, inkubalm, uccix, hyperclova, hyper clova, clova x, exaone, solar pro, kanana, kogpt, polyglot ko,
		rinna, calm3, elyza, plamo, tsuzumi, swallow 70b, cotomi, llm jp`,
	words: `claude, gemini, bard, llama, mistral, grok, kimi, yi, phi, ernie, command, nova, titan, falcon, bloom, alpaca, orca, hermes, zephyr,
		copilot, bing, alexa, siri, cortana, bixby, alice, pi, poe, jasper, bert, lamda, palm, sage, sonnet, opus, haiku, o1, o3, o4, spark, solar, granite, aya`,
	otherScripts: `чатгпт, чат гпт, чатджипити, чат джипити, чатжпт, жпт, гпт, джемини, гемини, лама, ламма, мистраль, дипсик, дипсік, гигачат, гігачат, яндексгпт, яндекс гпт, алиса, аліса, грок, квен, копилот, копайлот, ллама, клод,
		تشات جي بي تي, شات جي بي تي, جي بي تي, چت جی پی تی, چتجیپیتی, جی پی تی, جیپیتی, جيميني, جيس, جمینی, جمنای, جيمناي, كلود, کلود, لاما, لیاما, غروك, جروك, گراک, ديب سيك, دیپ سیک, دیپسیک, میسترال, ميسترال, كوين, کوئن, فنار, علام,
		צ'אט gpt, צ'ט gpt, צאט gpt, צ'אטגפט, ג'ימיני, ג'מיני, גמיני, קלוד, לאמה, גרוק, דיפסיק, מיסטרל, קופיילוט,
		चैटजीपीटी, चैट जीपीटी, जीपीटी, जेमिनी, जेमिनाई, क्लॉड, लामा, ग्रोक, डीपसीक, मिस्ट्रल, कृत्रिम, सर्वम, कोपायलट`,
	joined: `文心一言, 文心, 文小言, 通义千问, 通義千問, 通义, 千问, 千問, 豆包, 元宝, 混元, 讯飞星火, 星火, 智谱清言, 智谱, 百川, 书生, 紫东太初, 盘古, 商量, 天工, 日日新, 海螺, 阶跃, 深度求索, 月之暗面, 克劳德, 克勞德, 双子座模型, 谷歌双子座, 羊驼模型,
		チャットgpt, チャットジーピーティー, チャットジーピティー, ジーピーティー, クロード, ジェミニ, ジェミナイ, ラマ, ミストラル, グロック, ディープシーク, クウェン, コパイロット, バード, りんな,
		챗gpt, 챗지피티, 챗 지피티, 지피티, 클로드, 제미나이, 제미니, 라마, 미스트랄, 그록, 딥시크, 큐원, 코파일럿, 하이퍼클로바, 클로바, 엑사원, 이루다`,
} as const;

export const MAKERS = {
	names: `open ai, together ai, inception ai, cerebras, fireworks ai, deep cogito, liquid ai, nous, character ai, z ai, zai, anthropic, deepmind, google deepmind, google ai, google research, mistral ai, hugging face, cohere, ai21, ai21 labs, stability ai, nvidia, xai, inflection ai, perplexity,
		deepseek, alibaba, alibaba cloud, tongyi lab, damo academy, baidu, bytedance, tencent, zhipu, zhipu ai, moonshot ai, 01 ai, minimax, baichuan, sensetime, iflytek, huawei, shanghai ai laboratory,
		yandex, sber, sberbank, sberdevices, t bank, tinkoff, aleph alpha, silo ai, lightricks, naver, kakao, lg ai research, upstage, samsung research, skt, rakuten, preferred networks, sakana ai, line corporation, ntt, nec,
		technology innovation institute, tii, g42, sdaia, qcri, krutrim, sarvam ai, bharatgen, vinai, vinbigdata, fpt, zalo, goto, indosat, ai singapore, lelapa ai, microsoft, nous research, eleutherai, allen institute for ai, allen ai, ai2, databricks, mosaicml, maritaca ai, dicta, reka ai, hpc ai tech`,
	words: `google, meta, facebook, apple, amazon, ibm, oracle, aws, samsung, salesforce, adobe, intel, alphabet, x, lg, line`,
	otherScripts: `опенаи, опен аи, опенэйай, антропик, антропік, гугл, гугол, ґуґл, яндекс, сбер, сбербанк, майкрософт, мета, дипмайнд, алибаба, байду,
		إنسبشن, أوبن إيه آي, أوبن ايه اي, أوبن أي آي, أوبن إي آي, اوپن ای آی, اوپنایآی, اوپن‌ای‌آی, أنثروبيك, أنثروبك, آنتروپیک, انتروپیک, جوجل, غوغل, قوقل, گوگل, ميتا, متا, مايكروسوفت, مایکروسافت, علي بابا, علی بابا, بايدو, بایدو,
		אופן איי איי, אופנאיי, אופן ai, אנתרופיק, אנטרופיק, גוגל, מטא, מיקרוסופט, עליבאבא,
		ओपनएआई, ओपन एआई, एंथ्रोपिक, एन्थ्रोपिक, गूगल, मेटा, माइक्रोसॉफ्ट, अलीबाबा`,
	joined: `阿里巴巴, 阿里云, アリババクラウド, 阿里, 百度, 字节跳动, 腾讯, 騰訊, 华为, 華為, 科大讯飞, 讯飞, 商汤, 智谱ai, 谷歌, 穀歌, 微软, 微軟, 脸书, 深度求索, 月之暗面, 零一万物, 达摩院,
		オープンai, オープンエーアイ, アンソロピック, アントロピック, グーグル, メタ社, マイクロソフト, アリババ, ソフトバンク, リンナ株式会社,
		오픈ai, 오픈에이아이, 앤트로픽, 앤스로픽, 구글, 메타, 마이크로소프트, 네이버, 카카오, 알리바바, 업스테이지, 삼성`,
} as const;

/** The words above that are mainly known as models and makers, so that a disguise of them is no coincidence. */
export const DISTINCTIVE_WORDS = {
	models: "claude, gemini, llama, mistral, grok, kimi, copilot",
	makers: "google, microsoft, facebook",
} as const;
