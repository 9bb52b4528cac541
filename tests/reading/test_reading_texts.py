"""Rules over texts: what is caught, and above all what is left alone."""

from __future__ import annotations

import pytest

from watwerkt.reading.shapes import Kind
from watwerkt.reading.texts import RULES


def slips(text: str, kind: Kind) -> list[tuple[str, str]]:
    return [
        (slip.code, slip.snippet)
        for rule in RULES
        if kind in rule.kinds and rule.may_apply(text)
        for slip in rule.look(text)
    ]


CLEAN = (
    """
< 5 jaar|<5|p<0,05 en n>30|a < b > c|1994-1999, 2000-2006|2009-2012 2013|€ 12.345.678|tot € 111222333
111222333 euro|ISBN 978-90-77389-00-0|ISBN 9789077389003|34 065, nr. 11|Kamerstukken II 2014/15, 34 065, nr. 11
123456789|KvK 12345678|GM0150, GM0344 en PV23|regel 653-664, 711-716|003:1853-1889|01-01-2010 en 31-12-2012
2009: 1.200; 2010: 1.450; 2011: 1.500|€ 10.000.000 tot € 20.000.000|0,5 1,5 2,5 3,5|1 2 3 4 5 6 7 8 9
2014-2020 (2015-2016)|0900-1234567|0800 1234|088 123 45 67|bel 14 030|info@voorbeeld.nl|project.tulp@voorbeeld.nl
wijkteam-noord@voorbeeld.nl|in 2012 EU-lid|2010 WMO en 2015 PW|1234 AB zonder nummer|na 2012 EU 15 landen
https://www.voorbeeld.nl/rapport?id=0612345678|10.1000/06123456789|data: 2010|let op: javascript is een taal
€ 0.612.345.678|€ 0612345678 begroot|ISBN 0-306-40615-2|ISBN-10: 90 6665 123 4|01-02-2010 12:30 uur
01-01-2010 – 31-12-2012|01-01-2010–31-12-2012|van 09.00–12.30 en 13.30–17.00 uur|ma 09.00 – 12.00 – 15.00
0–4, 4–12 en 12–18 jaar|0 – 4 – 8 – 12 – 16 – 20|0 25 50 75 100|0-25-50-75-100%|p. 012–045 en 0123–0145
p = 0.612345678|KvK 06012345–06012399|zaaknr. 0344.2019.061234|OIN 00000001234567890000|RSIN 001234567
BAG-id 0363010000543210|vestigingsnummer 000012345678|score 06/10 in 2012, 07/10 in 2013|06-12-2019 14.30
0 1 2 3 4 5 6 7 8 9 10|(2006) 12: 345–367, 0123-4567|00:15–00:45, 01:00–01:30|€ 12.500,- in 2019
info (at) voorbeeld punt nl|wijkteam [at] voorbeeld.nl|Workshop @ dewijkkeuken.nl|volg @voorbeeld.nl
de groep (at risk) is klein|kijk (at) home|kies (a)voorbeeld.nl|lid 2(a)van de wet|taalcafe@bieb.nl
buurthuis.zuid(a)wijk.nl|🧑‍🤝‍🧑 samen|❤️‍🔥|het apenstaartje is een teken|optie (a) www.voorbeeld.nl
Súdwest-Fryslân|Łódź en Şanlıurfa|λ-waarde|ровно|𝄞 en ❤️|zo’n ‘buurt’ – “ja”…|5 µg|https://súdwest.voorbeeld.nl
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

CAUGHT: list[tuple[str, str, str]] = [
    ("<b>vet</b>", "WW501", "<b>"),
    ("tekst <script", "WW501", "<script"),
    ("<!-- weg -->", "WW501", "<!-- weg -->"),
    ("</p>", "WW501", "</p>"),
    ("javascript:alert(1)", "WW502", "javascript:a"),
    ("VBScript:x", "WW502", "VBScript:x"),
    ("java\u017fcript:alert(1)", "WW502", "java\u017fcript:a"),
    ("data:text/html,x", "WW502", "data:text/h"),
    ("ftp://x.nl/f", "WW502", "ftp://x"),
    ("http://192.168.1.1/x", "WW503", "http://192.168.1.1/x"),
    ("http://[::1]/x", "WW503", "http://[::1]/x"),
    ("http://0x7f.1/", "WW503", "http://0x7f.1/"),
    ("http://localhost/x", "WW503", "http://localhost/x"),
    ("https://voorbeeld.nl:8080/", "WW503", "https://voorbeeld.nl:8080/"),
    ("https://a:info@voorbeeld.nl", "WW503", "https://a:info@voorbeeld.nl"),
    ("https://bit.ly/x", "WW503", "https://bit.ly/x"),
    ("https://voorbeeld.nl:x/", "WW503", "https://voorbeeld.nl:x/"),
    ("https://voorbeeld.nl/" + "x" * 300, "WW503", "https://voorbeeld.nl/" + "x" * 300),
    ("de gеmeente", "WW505", "gеmeente"),
    ("PАK", "WW505", "PАK"),
    ("Cafe\u0301", "WW506", "Cafe\u0301"),
    ("j.jansen@voorbeeld.nl", "WW510", "j.jansen@voorbeeld.nl"),
    ("mail:jan@voorbeeld.nl.", "WW510", "jan@voorbeeld.nl"),
    ("06-12345678", "WW511", "06-12345678"),
    ("06 1234 5678", "WW511", "06 1234 5678"),
    ("0612345678", "WW511", "0612345678"),
    ("+31 6 12345678", "WW511", "+31 6 12345678"),
    ("+32 470 12 34 56", "WW511", "+32 470 12 34 56"),
    ("(010) 123 45 67", "WW511", "(010) 123 45 67"),
    ("bel 0570-123456", "WW511", "0570-123456"),
    ("0031 6 12345678", "WW511", "0031 6 12345678"),
    ("0031612345678", "WW511", "0031612345678"),
    ("0031 (0)6 12345678", "WW511", "0031 (0)6 12345678"),
    ("+31 (0)6 12345678", "WW511", "+31 (0)6 12345678"),
    ("06–12345678", "WW511", "06–12345678"),
    ("06 — 1234 5678", "WW511", "06 — 1234 5678"),
    ("06\u201112345678", "WW511", "06\u201112345678"),
    ("06\u221212345678", "WW511", "06\u221212345678"),
    ("06\u00a012345678", "WW511", "06\u00a012345678"),
    ("06\u202f1234\u202f5678", "WW511", "06\u202f1234\u202f5678"),
    ("06.12.34.56.78", "WW511", "06.12.34.56.78"),
    ("06·12345678", "WW511", "06·12345678"),
    ("06/12345678", "WW511", "06/12345678"),
    ("[06] 12345678", "WW511", "06] 12345678"),
    ("(06)12345678", "WW511", "(06)12345678"),
    ("06 12345678 2019", "WW511", "06 12345678"),
    ("0800 1234 06-12345678", "WW511", "06-12345678"),
    ("jan (at) voorbeeld.nl", "WW510", "jan (at) voorbeeld.nl"),
    ("jan [at] voorbeeld punt nl", "WW510", "jan [at] voorbeeld punt nl"),
    ("jan.jansen(a)voorbeeld.nl", "WW510", "jan.jansen(a)voorbeeld.nl"),
    ("jan(at)wijk.voorbeeld(dot)nl", "WW510", "jan(at)wijk.voorbeeld(dot)nl"),
    ("jan apenstaartje voorbeeld punt nl", "WW510", "jan apenstaartje voorbeeld punt nl"),
    ("j.jansen @ voorbeeld.nl", "WW510", "j.jansen @ voorbeeld.nl"),
    ("bsn 111222333", "WW512", "111222333"),
    ("Burgerservicenummer: 1112.22.333", "WW512", "1112.22.333"),
    ("sofinummer 111 222 333", "WW512", "111 222 333"),
    ("dossier 111222333", "WW513", "111222333"),
    ("Dorpsstraat 12, 1234 AB Dorp", "WW514", "1234 AB"),
    ("1234AB 12", "WW514", "1234AB"),
    ("NL91 ABNA 0417 1643 00 EN MEER", "WW515", "NL91 ABNA 0417 1643 00"),
    ("NL91ABNA0417164300", "WW515", "NL91ABNA0417164300"),
    ("BE68 5390 0754 7034", "WW515", "BE68 5390 0754 7034"),
]

RICH_CLEAN = [
    "**vet** en *schuin*, `<b>` en < 5",
    "[rapport](https://www.voorbeeld.nl/x) en <https://www.voorbeeld.nl>",
    "[mail](mailto:info@voorbeeld.nl)",
    "[jaar] en [x](",
    "- een\n- twee\n\n> citaat",
    "Let op! [1] Zie noot.",
]

RICH_CAUGHT: list[tuple[str, str, str]] = [
    ("Meer <b>contact</b>", "WW501", "<b>"),
    ("<script>\nalert(1)", "WW501", "<script>"),
    ("<iframe srcdoc=x>", "WW501", "<iframe srcdoc=x>"),
    ("[x](javascript:alert)", "WW502", "javascript:alert"),
    ("[x](JaVa&#115;cript:alert)", "WW502", "JaVa&#115;cript:alert"),
    ("[x](data:text/html;base64,xx)", "WW502", "data:text/html;base64,xx"),
    ("[x][y]\n\n[y]: vbscript:foo", "WW502", ""),
    ("[x](/pad)", "WW502", "/pad"),
    ("[x](#kop)", "WW502", "#kop"),
    ("[x](//voorbeeld.nl)", "WW502", "//voorbeeld.nl"),
    ("[x](ftp://voorbeeld.nl/a)", "WW502", "ftp://voorbeeld.nl/a"),
    ("[x]()", "WW502", ""),
    ("![a](https://www.voorbeeld.nl/a.png)", "WW504", "!["),
    ("[x](http://10.0.0.1/)", "WW503", "http://10.0.0.1/"),
    ("[m](mailto:jan@voorbeeld.nl)", "WW510", "jan@voorbeeld.nl"),
]


@pytest.mark.parametrize("text", CLEAN)
def test_innocent_text_passes(text: str) -> None:
    assert slips(text, Kind.TEXT) == []
    assert slips(text, Kind.RICH) == []


@pytest.mark.parametrize(("text", "code", "snippet"), CAUGHT)
def test_plain_text_is_caught(text: str, code: str, snippet: str) -> None:
    assert (code, snippet) in slips(text, Kind.TEXT)
    assert len(slips(text, Kind.TEXT)) == 1


@pytest.mark.parametrize("text", RICH_CLEAN)
def test_good_markup_passes(text: str) -> None:
    assert slips(text, Kind.RICH) == []


@pytest.mark.parametrize(("text", "code", "snippet"), RICH_CAUGHT)
def test_markup_is_caught(text: str, code: str, snippet: str) -> None:
    assert slips(text, Kind.RICH) == [(code, snippet)]


def test_personal_data_is_not_repeated_in_messages() -> None:
    for text, code, snippet in CAUGHT:
        if code >= "WW510":
            told = [slip.boodschap for rule in RULES if rule.may_apply(text) for slip in rule.look(text)]
            assert all(snippet not in message for message in told)
