import type { Translation } from "../template.ts";
import type { ServerTexts } from "./en.ts";

export const texts: Translation<ServerTexts> = {
	title: "Badanie",
	description: "Badanie rozmów z asystentami AI.",
	noscript: "To badanie wymaga JavaScriptu. Proszę go włączyć i wczytać stronę ponownie.",
	reload: "Wczytaj ponownie",
	home: {
		heading: "Tu odbywają się badania naukowe",
		text: "Aby wziąć udział w badaniu, proszę otworzyć otrzymany link. Sam ten adres nie prowadzi do żadnego badania.",
		researchers: "Dla badaczy: co potrafi ta usługa",
	},
	refusals: {
		incomplete: {
			heading: "Ten link jest niepełny",
			text: "Proszę wrócić tam, gdzie znaleziono badanie, i otworzyć je stamtąd. Link musi zawierać identyfikator uczestnika.",
		},
		lapsed: {
			heading: "Ten osobisty link już nie działa",
			text: "Mógł stracić ważność. O nowy link prosimy zwrócić się do osoby, która go przysłała.",
		},
		refused: {
			heading: "Tym linkiem nie można otworzyć badania",
			text: "Link działa tylko przez krótki czas i tylko dla jednej osoby. Proszę wrócić tam, gdzie znaleziono badanie, i otworzyć je stamtąd. Jeśli badanie już się zaczęło, proszę użyć tej samej przeglądarki co wcześniej.",
		},
		unknown: {
			heading: "Tu nic nie ma",
			text: "Proszę sprawdzić link albo otworzyć badanie z miejsca, w którym je znaleziono.",
		},
		closed: {
			heading: "To badanie nie przyjmuje teraz nowych uczestników",
			text: "Jeszcze się nie zaczęło, jest wstrzymane albo się skończyło. Nie zrobili Państwo nic złego.",
		},
		busy: {
			heading: "Nowi uczestnicy nie mogą teraz zacząć",
			text: "Udział jeszcze się nie zaczął. Proszę spróbować ponownie za kilka minut tym samym linkiem.",
		},
		crowded: {
			heading: "Wiele osób otwiera teraz tę stronę",
			text: "Proszę poczekać minutę i otworzyć ten sam link ponownie. Nic nie zginęło.",
		},
		stranger: {
			heading: "Proszę otworzyć badanie ponownie",
			text: "Ta przeglądarka nie rozpoznaje uczestnika. Proszę otworzyć badanie z miejsca, w którym je znaleziono: będzie można kontynuować od miejsca przerwania.",
		},
		erased: {
			heading: "Ta sesja została wymazana",
			text: "Odpowiedzi zostały wymazane zgodnie z prośbą.",
		},
		ours: {
			heading: "Coś się nie udało",
			text: "To nasza wina. Udzielone odpowiedzi są zachowane. Proszę spróbować ponownie za minutę.",
		},
	},
	payment: {
		prolific:
			"Jeśli zajęli Państwo miejsce na Prolific i później też się nie uda, proszę tam zwrócić swój udział („return”): nie liczy się to na niekorzyść. W razie pytań proszę napisać do badaczy przez wiadomości Prolific.",
		link: "Jeśli za udział przysługuje zapłata albo są pytania, proszę napisać do osoby, która przysłała link, i podać numer poniżej.",
		either:
			"Jeśli przysłała Państwa platforma rekrutacyjna, proszę tam zwrócić swój udział albo napisać do badaczy przez jej wiadomości. W innym razie proszę napisać do osoby, która przysłała link.",
	},
};
