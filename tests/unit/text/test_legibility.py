"""Which passages are read, and what is said of the others."""

from __future__ import annotations

import pytest

from bede.text.legibility import unreadable

OTHERS = {
    "German": "Der Krieg begann im Jahre 1914 und endete erst vier Jahre später mit dem Fall.",
    "French": "En 1926, le bureau exclut le ministre, qui fut ensuite exilé par la police.",
    "Spanish": "En 1926 el partido expulsó al ministro, que fue desterrado por la policía.",
    "Italian": "Nel 1926 il partito espulse il ministro, che fu poi esiliato dalla polizia.",
    "Dutch": "In 1926 zette het bestuur de minister uit de partij en hij werd later verbannen.",
    "Latin": "Anno 1517 Martinus theses suas de indulgentiis affixit, quod initium erat belli.",
    "Polish": "W 1926 roku biuro usunęło ministra, który później został zesłany do Tarn.",
    "Russian": "В 1926 году партия исключила министра, и он был сослан на восток.",
    "Ukrainian": "У 1926 році партія виключила міністра, і він був засланий на схід.",
    "Danish or Norwegian": "I 1926 ble han utestengt fra partiet, og han ble senere forvist.",
    "Greek": "Το 1926 ο υπουργός αποβλήθηκε από το κόμμα και εξορίστηκε.",
    "Chinese": "一九二六年,托洛茨基被开除出政治局。",
    "Japanese": "1926年にトロツキーは政治局から追放された。",
    "Korean": "1926년 트로츠키는 정치국에서 축출되었다.",
    "a language in Arabic letters": "في عام 1926 طرد الحزب الوزير ثم نفاه إلى الشرق.",
}

READ = {
    "plain English": "In 1926 the party expelled the minister.",
    "foreign titles": "He wrote Die verratene Revolution and La révolution trahie in Tarn in 1936.",
    "foreign papers": "Le Monde and Die Zeit reported the death of the king of Tarn in 1926.",
    "a name in another script": "Orlo (Russian: Лев Орло Марш) was born in Tarn in 1879.",
    "names with particles": "De Orlo, De Valera and La Fontaine met in Los Velin, San José de Esk.",
    "a title alone": "Der Untergang des Abendlandes (1918)",
    "one word in capitals": "The USSR, NATO and the UN agreed on it in 1955.",
    "a list of names": "Ada Orlo, Jon Marsh, Ida Vell, Tom Reed, Eve Karst",
    "words with digits": "The 19th Army of the 1920s had B52 and T-34 and M16 and H2SO4.",
    "nothing but signs": "*** — … 🙂",
    "nothing": "",
}


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_named(language: str) -> None:
    """By its script, or by its function words."""
    said = unreadable(OTHERS[language])
    assert said == f"a passage in {language}, which Bede does not read"


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_foreign_words_in_english_do_not_matter(text: str) -> None:
    """Names, titles and what is too short tell no language."""
    assert unreadable(text) is None


def test_what_would_be_guesswork_is_said_to_be_so() -> None:
    """Capitals, damaged words, and hundreds of names."""
    names = ", ".join(f"Orlo Vell{letter * 3}" for letter in "abcdefghijklmnopqrstuvwxyz")
    found = {
        text[:8]: unreadable(text)
        for text in (
            "IN 1926 THE PARTY EXPELLED THE MINISTER AND HE WAS EXILED.",
            "Tbe Po1itburo expe11ed 0rlo in l926 and ex1led h1m to A1ma-Ata.",
            names,
        )
    }
    assert found == {
        "IN 1926 ": "a passage in capitals, where names cannot be told from words",
        "Tbe Po1i": "a passage with damaged words, as after bad text recognition",
        "Orlo Vel": "a passage without running text that Bede can read",
    }
