"""WW201-WW220: fields and types."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_MODEL = "Het model van het record: zie de uitleg van de velden en de JSON Schema’s in `schemas/`."
_ISO = "ISO 8601 (lijst open standaarden): jaar-maand-dag."

CODES = (
    Code(
        "WW201",
        Ernst.FOUT,
        "Het bestand is geen record",
        "Een record bestaat uit velden: een sleutel, een dubbele punt en een waarde. Dit bestand begint als een "
        "lijst of "
        "als losse tekst.",
        "Haal het streepje vooraan weg, of begin met `id:`.",
        "- id: de-tulp\n- titel: De Tulp",
        "id: de-tulp\ntitel: De Tulp",
        _MODEL,
    ),
    Code(
        "WW202",
        Ernst.FOUT,
        "Een verplicht veld ontbreekt",
        "Zonder dit veld kan het record niet op de site staan, omdat bezoekers het nodig hebben om de praktijk "
        "te vinden "
        "of te begrijpen.",
        "Zet het veld erbij.",
        "id: de-tulp",
        "id: de-tulp\ntitel: De Tulp",
        _MODEL,
    ),
    Code(
        "WW203",
        Ernst.FOUT,
        "Dit veld bestaat niet",
        "De naam van het veld is niet bekend, of hoort op een andere plaats. Vaak is het een tikfout. Onbekende "
        "velden "
        "worden niet overgeslagen, want dan zou uw tekst ongemerkt verdwijnen.",
        "Gebruik de juiste naam, of zet de tekst in een ander veld.",
        "samenvating: Een leerwerkbedrijf in de wijk.",
        "samenvatting: Een leerwerkbedrijf in de wijk.",
        _MODEL,
    ),
    Code(
        "WW204",
        Ernst.FOUT,
        "Hier hoort tekst",
        "In dit veld hoort tekst, maar er staat een getal, true, false, een lijst of een groep velden.",
        "Zet aanhalingstekens om de waarde.",
        "titel: 2012",
        'titel: "2012"',
        _MODEL,
    ),
    Code(
        "WW205",
        Ernst.FOUT,
        "Hier hoort een getal",
        "Met dit veld wordt gerekend. Daarom staan er alleen cijfers: geen euroteken, geen punten tussen "
        "duizendtallen, "
        "geen ‘ongeveer’.",
        "Schrijf alleen cijfers. Een toelichting hoort in een tekstveld.",
        "bedrag: € 4.500",
        "bedrag: 4500",
        _MODEL,
    ),
    Code(
        "WW206",
        Ernst.FOUT,
        "Hier hoort true of false",
        "Dit veld kent twee waarden: `true` (ja) en `false` (nee). Het woord ‘ja’ of ‘nee’ blijft hier gewone tekst.",
        "Schrijf true of false, zonder aanhalingstekens.",
        "getoetst: ja",
        "getoetst: true",
        "YAML 1.2.2, 10.3.2.",
    ),
    Code(
        "WW207",
        Ernst.FOUT,
        "Hier hoort een lijst",
        "In dit veld kunnen meer waarden staan. Ook als het er één is, schrijft u een lijst.",
        "Zet elke waarde op een eigen regel met een streepje en een spatie ervoor.",
        "themas: ondernemerschap",
        "themas:\n  - ondernemerschap",
        _MODEL,
    ),
    Code(
        "WW208",
        Ernst.FOUT,
        "Hier hoort een groep velden",
        "Dit veld bestaat uit kleinere velden, die ingesprongen onder elkaar staan.",
        "Zet de velden op de regels eronder, twee spaties verder.",
        "beoordelaar: redactie",
        "beoordelaar:\n  rol: redactie\n  organisatie: Wat werkt in de wijk",
        _MODEL,
    ),
    Code(
        "WW209",
        Ernst.FOUT,
        "Het veld is leeg",
        "De sleutel staat er, maar er staat niets achter. Een leeg veld zegt niet of iets onbekend is of vergeten.",
        "Vul het veld in, of haal de hele regel weg als het niet verplicht is.",
        "titel:",
        "titel: De Tulp",
        _MODEL,
    ),
    Code(
        "WW210",
        Ernst.FOUT,
        "De tekst is te lang",
        "Elk tekstveld heeft een grens. Zo blijven bladzijden leesbaar en passen tabellen en werkbladen op papier.",
        "Kort de tekst in, of zet een deel in een ander veld.",
        "kern: (een zin van 400 tekens)",
        "kern: Begeleiding naar werk in een echt bedrijf in de wijk.",
        _MODEL,
    ),
    Code(
        "WW211",
        Ernst.FOUT,
        "De tekst is te kort",
        "Er staat te weinig om te begrijpen wat er bedoeld is.",
        "Vul de tekst aan.",
        "kern: Een project.",
        "kern: Begeleiding naar werk in een echt bedrijf in de wijk.",
        _MODEL,
    ),
    Code(
        "WW212",
        Ernst.FOUT,
        "Het getal is te groot of te klein",
        "Voor dit getal geldt een grens. Een percentage is bijvoorbeeld nooit meer dan 100.",
        "Controleer het getal en de eenheid.",
        "aandeel: 400",
        "aandeel: 40",
        _MODEL,
    ),
    Code(
        "WW213",
        Ernst.FOUT,
        "Deze keuze bestaat niet",
        "Dit veld kent een vaste lijst van woorden. Daardoor kunnen bezoekers filteren en vergelijken.",
        "Kies een van de genoemde woorden, precies zo geschreven.",
        "status: loopt nog",
        "status: lopend",
        _MODEL,
    ),
    Code(
        "WW214",
        Ernst.FOUT,
        "De waarde past niet in dit veld",
        "De waarde heeft een vorm die dit veld niet kan tonen. Meestal is het een korte tekst waarin een lege "
        "regel, of een "
        "spatie aan het begin of eind staat.",
        "Pas de waarde aan; kijk naar het voorbeeld bij de uitleg van het veld.",
        'titel: " De Tulp"',
        "titel: De Tulp",
        _MODEL,
    ),
    Code(
        "WW215",
        Ernst.FOUT,
        "Dit is geen geldige sleutel",
        "Een sleutel komt in webadressen en verandert nooit. Daarom heeft hij alleen letters zonder accenten, "
        "cijfers en "
        "enkele streepjes.",
        "Schrijf de sleutel met kleine letters en streepjes, zonder spaties.",
        "id: De Tulp (Woensel)",
        "id: de-tulp-woensel",
        "Afspraak van dit project: sleutels zijn permanent (SEC-F1).",
    ),
    Code(
        "WW216",
        Ernst.FOUT,
        "Dit is geen volledig webadres",
        "Een webadres begint met https:// (of http://) en bevat geen spaties. Anders werkt de link niet.",
        "Open de bladzijde en kopieer het hele adres uit de adresbalk.",
        "url: www.voorbeeld.nl/rapport",
        "url: https://www.voorbeeld.nl/rapport",
        "Afspraak van dit project: links wijzen naar openbare adressen (SEC-X4).",
    ),
    Code(
        "WW217",
        Ernst.FOUT,
        "De datum heeft een andere vorm nodig",
        "Datums staan in de volgorde jaar, maand, dag, met streepjes. Dan kan de computer ze sorteren en is er "
        "geen "
        "verwarring tussen 3 april en 4 maart.",
        "Schrijf de datum als 2026-11-21. Waar dat kan, mag ook alleen jaar en maand of alleen het jaar.",
        "bijgewerkt: 21 november 2026",
        "bijgewerkt: 2026-11-21",
        _ISO,
    ),
    Code(
        "WW218",
        Ernst.FOUT,
        "Deze datum bestaat niet",
        "De vorm klopt, maar deze dag staat niet op de kalender.",
        "Controleer de datum in de bron.",
        "bijgewerkt: 2024-02-30",
        "bijgewerkt: 2024-02-29",
        _ISO,
    ),
    Code(
        "WW219",
        Ernst.FOUT,
        "De lijst is te lang",
        "Een lange lijst leest niemand, en filters worden er onbruikbaar van.",
        "Houd de belangrijkste over.",
        "themas: (25 thema’s)",
        "themas: [ondernemerschap, werk-en-participatie]",
        _MODEL,
    ),
    Code(
        "WW220",
        Ernst.FOUT,
        "De lijst is te kort",
        "In deze lijst moet ten minste één onderdeel staan, of een vast aantal.",
        "Vul de lijst aan.",
        "themas: []",
        "themas: [ondernemerschap]",
        _MODEL,
    ),
)
