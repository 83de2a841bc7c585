import type { Translation } from "../template.ts";
import type { AppTexts } from "./en.ts";

export const texts: Translation<AppTexts> = {
	title: "Badanie",
	loading: "Wczytywanie…",
	progress: "Postęp",
	close: "Zamknij",
	opensElsewhere: "{host}, otwiera się w nowej karcie",
	minutesLeft: {
		one: "została około {count} minuta",
		few: "zostały około {count} minuty",
		many: "zostało około {count} minut",
		other: "zostało około {count} minuty",
	},

	save: {
		saved: "Zapisano",
		saving: "Zapisywanie…",
		offline: "Brak połączenia, zapiszemy później",
	},
	offline: "Brak połączenia z internetem. Nic nie zginęło; będziemy kontynuować, gdy połączenie wróci.",
	unreachable: "W tej chwili nie można połączyć się z badaniem. Nic nie zginęło; próbujemy dalej.",
	back: "Odpowiedzi są zapisane, a zapisanego kroku nie można już zmienić. Aby wyjść, proszę nacisnąć „Wstecz” jeszcze raz; ten sam link prowadzi z powrotem do tego miejsca.",

	menu: {
		open: "Menu",
		heading: "Menu",
		data: "Moje dane",
		help: "Pomoc",
		dataText:
			"Wszystkie dotychczasowe odpowiedzi i wiadomości są zapisane w badaniu pod losowym numerem. Co jest przechowywane i jak długo, opisuje tekst, na który wyrażono zgodę na początku.",
		dataHere: "Na tym urządzeniu pozostaje tylko to, co zostało zaczęte i niewysłane; znika po wysłaniu.",
		copy: "Zapisz kopię moich rozmów",
		copyFailed: "Nie udało się utworzyć kopii. Proszę spróbować ponownie.",
		copyName: "moje-rozmowy.txt",
		erase: "Wyjdź i usuń moje dane",
		helpText:
			"Tę stronę można zamknąć w każdej chwili i wrócić tym samym linkiem w to samo miejsce. Jeśli coś nie działa, proszę wczytać stronę ponownie; nic przez to nie zginie.",
		helpContact: "W razie pytań proszę napisać do zespołu badawczego przez stronę, z której Państwo tu trafili.",
		later: "Można dokończyć później, do: {time}.",
		helpFailed: "Nie udało się wczytać reszty pomocy.",
		contact: "Pytania proszę kierować na adres:",
		ethics: "Zgoda komisji etycznej:",
		support: "Jeśli coś jest trudne do zniesienia",
		country: "Kraj",
		otherCountry: "Inny kraj",
		consent: "Treść zgody",
		readConsent: "Przeczytaj ponownie",
	},

	consent: {
		heading: "Zanim zaczniemy",
		agree: "Zgadzam się",
		disagree: "Nie zgadzam się",
		sure: "Bez zgody badanie kończy się tutaj. Nie będzie to udział w badaniu.",
		end: "Zakończ badanie",
		back: "Wróć",
	},

	form: {
		continue: "Dalej",
		optional: "nieobowiązkowe",
		notApplicable: "Nie dotyczy",
		none: "Nie dotyczy",
		transcript: "Przeczytaj rozmowę jeszcze raz",
		transcriptOf: "Przeczytaj jeszcze raz: {name}",
		search: "Proszę pisać, aby wyszukać",
		nothingFound: "Nic na liście do tego nie pasuje.",
		page: "Część {index} z {of}",
		back: "Wstecz",
		missingHere: "Przejdź do brakujących odpowiedzi",
		faults: {
			one: "Proszę sprawdzić {count} odpowiedź.",
			few: "Proszę sprawdzić {count} odpowiedzi.",
			many: "Proszę sprawdzić {count} odpowiedzi.",
			other: "Proszę sprawdzić {count} odpowiedzi.",
		},
		missing: {
			vas: "Proszę dotknąć linii w miejscu odpowiedzi.",
			likert: "Proszę wybrać odpowiedź.",
			number: "Proszę wpisać liczbę.",
			choice: "Proszę wybrać odpowiedź.",
			choices: "Proszę wybrać co najmniej jedną odpowiedź.",
			text: "Proszę napisać odpowiedź.",
			ranking: "Proszę ułożyć te elementy w kolejności albo potwierdzić, że kolejność jest właściwa.",
		},
		refused: "Proszę sprawdzić tę odpowiedź.",
		notANumber: "Proszę wpisać liczbę, na przykład 42.",
		ambiguousNumber: "Tę liczbę można odczytać na dwa sposoby. Proszę napisać {whole} albo {decimal}.",
		atLeast: "Proszę wpisać liczbę nie mniejszą niż {min}.",
		atMost: "Proszę wpisać liczbę nie większą niż {max}.",
		wholeNumber: "Proszę wpisać liczbę całkowitą.",
		inSteps: "Proszę wpisać liczbę w krokach co {step}.",
		takeAtLeast: "Proszę wybrać co najmniej {count}.",
		takeAtMost: "Proszę wybrać co najwyżej {count}.",
		writeAtLeast: {
			one: "Proszę napisać co najmniej {count} znak.",
			few: "Proszę napisać co najmniej {count} znaki.",
			many: "Proszę napisać co najmniej {count} znaków.",
			other: "Proszę napisać co najmniej {count} znaku.",
		},
		range: {
			between: "Liczba od {min} do {max}.",
			from: "Liczba nie mniejsza niż {min}.",
			to: "Liczba nie większa niż {max}.",
		},
		take: {
			exactly: "Proszę wybrać {count}.",
			between: "Proszę wybrać od {min} do {max}.",
			from: "Proszę wybrać co najmniej {count}.",
			upTo: "Proszę wybrać do {count}.",
			any: "Proszę wybrać wszystko, co pasuje.",
		},
		charactersLeft: {
			one: "został {count} znak",
			few: "zostały {count} znaki",
			many: "zostało {count} znaków",
			other: "zostało {count} znaku",
		},
		tooLong: {
			one: "o {count} znak za dużo",
			few: "o {count} znaki za dużo",
			many: "o {count} znaków za dużo",
			other: "o {count} znaku za dużo",
		},
	},

	slider: {
		unset: "Jeszcze bez odpowiedzi",
		tap: "Dotknij, aby odpowiedzieć",
		ends: "Od {low} do {high}.",
	},

	ranking: {
		hint: "Proszę przeciągać karty za uchwyt albo użyć strzałek, aby ułożyć je w kolejności. Pierwsza jest u góry.",
		confirm: "Kolejność jest właściwa",
		up: "W górę: {label}",
		down: "W dół: {label}",
		moved: "{label}: {place} z {of}",
		conversation: "Rozmowa {number}",
		rating: "Własna ocena",
		ratingOf: "{value}, od {min} do {max}",
	},

	chat: {
		place: "Rozmowa {index} z {of}",
		assistant: "Asystent",
		task: "Zadanie",
		named: "Asystent {letter}",
		you: "Ja",
		writing: "Asystent pisze",
		writingAll: "Asystenci piszą",
		message: "Wiadomość",
		messageAll: "Wiadomość do wszystkich asystentów",
		placeholder: "Napisz wiadomość",
		send: "Wyślij",
		end: "Kończę tę rozmowę",
		unsent: "Napisana wiadomość nie została wysłana. Zakończyć rozmowę bez niej?",
		endAnyway: "Zakończ bez wysyłania",
		keepWriting: "Pisz dalej",
		empty: "Proszę najpierw coś napisać.",
		otherTab: "Tego nie wysłano: rozmowa toczyła się dalej w innej karcie. Tekst jest znowu tutaj.",
		needed: {
			one: "Jeszcze {count} wiadomość, zanim będzie można przejść dalej.",
			few: "Jeszcze {count} wiadomości, zanim będzie można przejść dalej.",
			many: "Jeszcze {count} wiadomości, zanim będzie można przejść dalej.",
			other: "Jeszcze {count} wiadomości, zanim będzie można przejść dalej.",
		},
		mayEnd: {
			one: "Można wysłać jeszcze {count} wiadomość albo skończyć tutaj.",
			few: "Można wysłać jeszcze do {count} wiadomości albo skończyć tutaj.",
			many: "Można wysłać jeszcze do {count} wiadomości albo skończyć tutaj.",
			other: "Można wysłać jeszcze do {count} wiadomości albo skończyć tutaj.",
		},
		newBelow: "Nowy tekst poniżej",
		others: "Odpowiedzi, których nie wybrano",
		said: "{name}: {text}",
		showReplies: "Czyje odpowiedzi pokazać",
		unread: "nowe",
		ideas: "Pomysły na pierwszą wiadomość",
		copyCode: "Kopiuj",
	},

	choice: {
		rate: "Proszę ocenić każdą odpowiedź",
		rateHint: "Proszę dotknąć każdej linii w miejscu, które odpowiada ocenie.",
		pick: "Proszę wybrać najlepszą odpowiedź",
		pickHint: "Rozmowa toczy się dalej z wybranym asystentem.",
		rating: "Ocena odpowiedzi {letter}",
		reply: "Odpowiedź {letter}",
		rated: "Oceniono {done} z {of}",
		tie: "Te odpowiedzi mają taką samą ocenę. Z którą przejść dalej?",
		continue: "Dalej z najlepszą",
		chooseThis: "Ta odpowiedź",
		missingPick: "Proszę wybrać jedną odpowiedź.",
		missingTie: "Proszę wskazać, z którą przejść dalej.",
	},

	report: {
		open: "Zgłoś",
		reported: "Zgłoszono",
		heading: "Zgłoś tę odpowiedź",
		text: "Co jest z nią nie tak? Czytają to badacze, asystent tego nie widzi.",
		harmful: "Jest niepokojąca lub szkodliwa",
		broken: "Jest uszkodzona: urwana, nieczytelna lub w innym języku",
		note: "Co się stało",
		cancel: "Anuluj",
		send: "Wyślij zgłoszenie",
		sent: "Dziękujemy. Zgłoszenie jest zapisane, a badanie trwa dalej.",
		mayLeave: "Jeśli woli się nie kontynuować, można tu zakończyć. Następna strona mówi, co będzie dalej.",
		goOn: "Kontynuuj badanie",
		leave: "Zakończ tutaj",
	},

	retry: {
		heading: "To się nie udało",
		reply: "Asystent nie mógł odpowiedzieć. Wiadomość jest zachowana.",
		paused: "Nie udało się teraz przejść dalej. Odpowiedzi są zapisane.",
		failedAgain:
			"Asystent znowu nie mógł odpowiedzieć. To nie Państwa wina. Można spróbować jeszcze raz albo zakończyć tę rozmowę: badanie trwa dalej.",
		refused:
			"Asystent nie może już odpowiadać w tej rozmowie. To nie Państwa wina. Proszę ją tutaj zakończyć: badanie trwa dalej.",
		pausedLong:
			"Nadal nie udaje się przejść dalej. To nie Państwa wina, a odpowiedzi są zapisane. Można spróbować ponownie albo skończyć tutaj.",
		again: "Spróbuj ponownie",
		end: "Zakończ tę rozmowę",
		finish: "Skończ tutaj",
	},

	exit: {
		reasons: {
			completed: { heading: "Dziękujemy. To już koniec.", text: "Wszystkie odpowiedzi są zapisane." },
			declined: {
				heading: "Nie wyrażono zgody na udział",
				text: "To w porządku. Zachowana zostaje tylko informacja o odmowie.",
			},
			screened_out: {
				heading: "Dziękujemy. To badanie jest dla innych osób",
				text: "Z odpowiedzi wynika, że nie należą Państwo do grupy, której szuka to badanie. Nie zrobili Państwo nic złego.",
			},
			failed_checks: {
				heading: "Badanie kończy się tutaj",
				text: "Niektóre pytania sprawdzały, czy instrukcje zostały przeczytane, a odpowiedzi na nie nie pasowały.",
			},
			full: {
				heading: "W badaniu nie ma już miejsc",
				text: "Ostatnie miejsce zostało zajęte tuż przedtem. Nie zrobili Państwo nic złego.",
			},
			expired: {
				heading: "Czas na to badanie minął",
				text: "Wcześniejsze odpowiedzi są zachowane. Badania nie można kontynuować.",
			},
			withdrawn: { heading: "Udział w badaniu został zakończony", text: "Nic więcej nie trzeba robić." },
		},
		erased: { heading: "Dane zostały usunięte", text: "Wszystko, co podano w tym badaniu, zostało wymazane." },
		placeLapsed:
			"Po pytaniach miejsce było zarezerwowane przez kilka minut. W tym czasie nie napisano pierwszej wiadomości i ostatnie miejsce zajął ktoś inny. Nie zrobili Państwo nic złego.",
		lastTime:
			"To, co jest potrzebne na stronie, z której Państwo przyszli, widać jeszcze poniżej. Proszę tego użyć albo to skopiować przed zamknięciem tej strony: nikt nie będzie mógł pokazać tego ponownie.",
		next: "Co dalej",
		code: "Kod ukończenia",
		copy: "Kopiuj kod",
		copied: "Skopiowano",
		copyByHand: "Proszę zaznaczyć kod i go skopiować.",
		hand: "Jeśli ktoś poprosi o kod ukończenia, to jest ten kod.",
		redirect: {
			one: "Za {count} sekundę nastąpi przejście do {host}.",
			few: "Za {count} sekundy nastąpi przejście do {host}.",
			many: "Za {count} sekund nastąpi przejście do {host}.",
			other: "Za {count} sekundy nastąpi przejście do {host}.",
		},
		stopped: "Proszę przejść do {host} w dowolnej chwili. Dopiero tam udział się kończy.",
		stay: "Zostań tutaj",
		go: "Przejdź do {host}",
		payThere:
			"O zapłacie za to decyduje strona, z której Państwo przyszli. Proszę tam wrócić przyciskiem albo z kodem z tej strony: inaczej będzie tam wyglądało, że badanie nie zostało ukończone. W razie pytań proszę napisać do badaczy przez tamtą stronę.",
		noCode:
			"W tym przypadku nie ma kodu ukończenia. Jeśli przysłała Państwa platforma rekrutacyjna, proszę tam zwrócić swój udział albo napisać przez nią do badaczy. W innym razie proszę napisać do osoby, która przysłała link, także w sprawie zapłaty.",
		closeTab: "Tę stronę można zamknąć.",
		pay: "Jeśli za udział przysługuje zapłata, rozlicza się ją tam, skąd prowadził link: proszę wrócić tam przyciskiem lub z kodem z tej strony.",
	},

	withdraw: {
		open: "Wyjdź",
		openAfter: "Usuń moje dane",
		heading: "Zakończyć udział w badaniu?",
		headingAfter: "Usunąć dane?",
		text: "Udział można przerwać w każdej chwili, bez podawania przyczyny. Co ma się stać z tym, co dotąd podano?",
		textAfter:
			"Można usunąć wszystko, co podano w tym badaniu: odpowiedzi, wiadomości, odpowiedzi asystentów i identyfikator uczestnika.",
		keep: "Zachować dla badania",
		keepHelp: "Dotychczasowe odpowiedzi i wiadomości pozostają w badaniu, bez nazwiska.",
		erase: "Usunąć",
		eraseHelp:
			"Odpowiedzi, wiadomości, odpowiedzi asystentów i identyfikator uczestnika zostaną wymazane. Tego nie można cofnąć.",
		next: "Dalej",
		cancel: "Zostań w badaniu",
		cancelAfter: "Wróć",
		sureHeading: "Czy na pewno?",
		sureKeep: "Badanie kończy się teraz i nie będzie można do niego wrócić. To, co dotąd podano, zostaje zachowane.",
		sureErase:
			"Badanie kończy się teraz i nie będzie można do niego wrócić. Odpowiedzi, wiadomości, odpowiedzi asystentów i identyfikator uczestnika zostaną wymazane na zawsze.",
		sureEraseAfter:
			"Odpowiedzi, wiadomości, odpowiedzi asystentów i identyfikator uczestnika zostaną wymazane na zawsze. Tego nie można cofnąć.",
		losesCode:
			"Usunięte zostaną także kod ukończenia i droga powrotna do strony, z której Państwo przyszli. Następna strona pokaże je po raz ostatni. Jeśli za udział przysługuje zapłata, proszę oddać kod przed zamknięciem tamtej strony.",
		doKeep: "Zakończ udział",
		doErase: "Wyjdź i usuń wszystko",
		doEraseAfter: "Usuń wszystko",
		payment:
			"Jeśli za udział przysługuje zapłata, wyjście może oznaczać jej utratę: proszę zapytać tam, gdzie nastąpiło zgłoszenie.",
		chooseFirst: "Proszę wybrać jedną z możliwości.",
		failed: "To do nas nie dotarło. Proszę spróbować ponownie.",
	},

	trouble: {
		not_found: {
			heading: "Ten link nie działa",
			text: "Może jest niepełny albo ta przeglądarka nie rozpoznaje uczestnika. Proszę otworzyć badanie ponownie z miejsca, w którym je znaleziono: prowadzi to z powrotem tam, gdzie przerwano.",
		},
		erased: {
			heading: "Ta sesja została wymazana",
			text: "Dane zostały usunięte zgodnie z prośbą. Jeśli przysłała Państwa platforma rekrutacyjna i nie oddano tam kodu ukończenia, proszę zwrócić swój udział.",
		},
		broken: {
			heading: "Coś się nie udało",
			text: "To nasza wina. Wszystko, co wysłano, jest zachowane. Proszę wczytać stronę ponownie.",
		},
		reload: "Wczytaj ponownie",
	},
};
