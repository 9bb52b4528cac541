"""WW501-WW515: safety of texts, and personal data."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_VEILIG = "OWASP-advies tegen cross-site scripting; afspraak van dit project (SEC-X1)."
_LINKS = "Afspraak van dit project: links wijzen alleen naar openbare webadressen (SEC-X4)."
_AVG = "Algemene verordening gegevensbescherming, artikel 5: niet meer persoonsgegevens dan nodig."
_SCHRIFT = "Unicode Technical Standard 39 (verwarrende tekens) en Unicode Standard Annex 15 (NFC); SEC-F5."

CODES = (
    Code(
        "WW501",
        Ernst.FOUT,
        "HTML in een tekst",
        "Teksten bevatten geen HTML-codes. Via HTML kan iemand een kwaadaardig script op de site zetten, en in "
        "een werkblad op "
        "papier staat de code er letterlijk.",
        "Gebruik gewone opmaak: `**vet**`, `*schuin*`, een lege regel voor een nieuwe alinea.",
        "doel: Meer <b>contact</b> in de buurt",
        "doel: Meer **contact** in de buurt",
        _VEILIG,
    ),
    Code(
        "WW502",
        Ernst.FOUT,
        "Deze soort link mag niet",
        "Een link in een tekst begint met https://, http:// of mailto:. Andere soorten kunnen een script "
        "starten of wijzen naar "
        "een bestand op uw eigen computer.",
        "Gebruik het volledige webadres van de bladzijde.",
        "doel: Zie [het rapport](javascript:alert(1))",
        "doel: Zie [het rapport](https://www.voorbeeld.nl/rapport)",
        _LINKS,
    ),
    Code(
        "WW503",
        Ernst.FOUT,
        "Dit webadres is niet openbaar",
        "Een webadres heeft een gewone naam met een punt erin. Adressen met een wachtwoord, een poort of alleen "
        "cijfers, en "
        "verkorte adressen, verbergen waar de lezer uitkomt.",
        "Gebruik het gewone, openbare adres van de bladzijde.",
        "url: http://192.168.1.10/rapport",
        "url: https://www.voorbeeld.nl/rapport",
        _LINKS,
    ),
    Code(
        "WW504",
        Ernst.FOUT,
        "Een afbeelding in een tekst",
        "Afbeeldingen in teksten mogen niet: ze komen van een ander adres, verraden wie de bladzijde leest, en "
        "hebben vaak geen "
        "licentie.",
        "Haal de afbeelding weg of maak er een gewone link van.",
        "aanpak: ![foto](https://www.voorbeeld.nl/foto.jpg)",
        "aanpak: Zie de [foto](https://www.voorbeeld.nl/foto.jpg).",
        "Afspraak van dit project: geen verzoek aan andere websites (SEC-X7).",
    ),
    Code(
        "WW505",
        Ernst.FOUT,
        "Een woord met letters uit twee alfabetten",
        "In dit woord staan letters die op Latijnse letters lijken, maar uit bijvoorbeeld het Cyrillische "
        "alfabet komen. De "
        "zoekmachine vindt het woord dan niet, en het kan misleiden.",
        "Typ het woord opnieuw.",
        "titel: Gеmeente (met een Cyrillische е)",
        "titel: Gemeente",
        _SCHRIFT,
    ),
    Code(
        "WW506",
        Ernst.WAARSCHUWING,
        "Een letter met een los accent",
        "Een letter als é kan op twee manieren zijn opgeslagen: als één teken, of als e met een los accent. De "
        "tweede manier geeft "
        "problemen bij zoeken en sorteren. Zij komt vaak van een pdf of een Apple-computer.",
        "Typ de letter opnieuw.",
        "titel: Cafe\u0301 (e en een los accent)",
        "titel: Café",
        _SCHRIFT,
    ),
    Code(
        "WW510",
        Ernst.FOUT,
        "Een e-mailadres van een persoon",
        "Een record is openbaar en blijft lang bewaard. Persoonlijke e-mailadressen horen er niet in. Een "
        "algemeen adres van een "
        "organisatie, zoals info@ of project@, mag wel.",
        "Gebruik een algemeen adres of haal het weg.",
        "aanpak: Vraag het na bij j.jansen@voorbeeld.nl.",
        "aanpak: Vraag het na bij info@voorbeeld.nl.",
        _AVG,
    ),
    Code(
        "WW511",
        Ernst.FOUT,
        "Een telefoonnummer",
        "Een record is openbaar en blijft lang bewaard. Telefoonnummers horen bij mensen en verouderen snel. "
        "Gratis en betaalde "
        "servicenummers (0800, 0900, 088) mogen wel.",
        "Haal het nummer weg en verwijs naar de website.",
        "aanpak: Bel 06-12345678.",
        "aanpak: Zie de website voor contact.",
        _AVG,
    ),
    Code(
        "WW512",
        Ernst.FOUT,
        "Een burgerservicenummer",
        "Een burgerservicenummer mag alleen worden gebruikt waar de wet dat zegt. Op een openbare site is het "
        "een datalek.",
        "Haal het nummer meteen weg. Stond het al op internet? Meld het bij de beheerder.",
        "aanpak: Deelnemer met bsn 111222333",
        "aanpak: Een deelnemer",
        "Uitvoeringswet AVG, artikel 46.",
    ),
    Code(
        "WW513",
        Ernst.WAARSCHUWING,
        "Een nummer dat een burgerservicenummer kan zijn",
        "Dit getal van negen cijfers voldoet aan de controle voor burgerservicenummers (de elfproef). Ook "
        "andere nummers doen dat "
        "soms toevallig.",
        "Is het een burgerservicenummer? Haal het weg. Is het een bedrag? Schrijf het met punten.",
        "aanpak: Dossier 111222333",
        "aanpak: Een dossier",
        "Uitvoeringswet AVG, artikel 46.",
    ),
    Code(
        "WW514",
        Ernst.WAARSCHUWING,
        "Een postcode met huisnummer",
        "Een postcode met huisnummer wijst één huis aan. Voor een praktijk is de wijk of de gemeente genoeg.",
        "Noem de wijk of de gemeente. Is het het adres van een organisatie? Verwijs naar de website.",
        "aanpak: Aan de Dorpsstraat 12, 1234 AB",
        "aanpak: In de wijk Rivierenwijk",
        _AVG,
    ),
    Code(
        "WW515",
        Ernst.FOUT,
        "Een rekeningnummer",
        "Een bankrekeningnummer (IBAN) hoort niet in een openbaar record.",
        "Haal het nummer weg.",
        "aanpak: Stort op NL91 ABNA 0417 1643 00",
        "aanpak: Zie de website voor bijdragen.",
        _AVG,
    ),
)
