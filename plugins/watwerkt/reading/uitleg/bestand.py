"""WW100-WW107 and WW150-WW156: the file itself."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_VEILIG = "Afspraak van dit project: een bestand van buiten wordt pas gelezen als het klein en leesbaar is (SEC-Y1)."
_TEKENS = "Unicode Technical Standard 39 en CVE-2021-42574 (Trojan Source): wat u ziet moet zijn wat er staat (SEC-F4)."
_NAMEN = "Afspraak van dit project: één record per bestand, de naam is de sleutel (SEC-F1)."

CODES = (
    Code(
        "WW101",
        Ernst.FOUT,
        "Het bestand is te groot",
        "Een record mag hooguit 256 KiB zijn, dat is ruim honderd bladzijden tekst. Grotere bestanden maken de "
        "controle traag en zijn bijna altijd een vergissing.",
        "Kort de tekst in en verwijs met een bron naar het hele verhaal.",
        "aanpak: (het hele eindrapport, 300 bladzijden)",
        "aanpak: >-\n  De kern in een halve bladzijde.\nbronnen:\n  - bron: eindrapport-2012\n    plaats: hoofdstuk 3",
        _VEILIG,
    ),
    Code(
        "WW102",
        Ernst.FOUT,
        "Het bestand is geen UTF-8",
        "UTF-8 is de manier waarop letters in bestanden worden bewaard. Met een andere codering gaan letters "
        "als ë, é "
        "en € kapot.",
        "Sla het bestand opnieuw op en kies bij ‘codering’ voor UTF-8.",
        "titel: Caf\\xe9 (opgeslagen als Windows-1252)",
        "titel: Café (opgeslagen als UTF-8)",
        "YAML 1.2.2, hoofdstuk 5.2; UTF-8 staat op de lijst open standaarden (Forum Standaardisatie).",
    ),
    Code(
        "WW103",
        Ernst.WAARSCHUWING,
        "Het bestand begint met een onzichtbaar teken (BOM)",
        "Sommige programma’s zetten vooraan een byte-volgordeteken. Wij slaan het over, maar andere programma’s "
        "lezen "
        "het soms als deel van het eerste woord.",
        "Sla het bestand op als ‘UTF-8 zonder BOM’.",
        "(BOM)id: de-tulp",
        "id: de-tulp",
        "YAML 1.2.2, hoofdstuk 5.2.",
    ),
    Code(
        "WW104",
        Ernst.FOUT,
        "Te veel of te lange regels",
        "Een record heeft hooguit 6.000 regels van hooguit 8.000 tekens. Korte regels zijn ook beter na te "
        "lezen als "
        "iemand het record wijzigt.",
        "Breek lange tekst af met `>-`.",
        "doel: (één regel van 10.000 tekens)",
        "doel: >-\n  De tekst loopt door\n  op de volgende regel.",
        _VEILIG,
    ),
    Code(
        "WW105",
        Ernst.FOUT,
        "Er staat een besturingsteken in het bestand",
        "Besturingstekens zijn onzichtbare opdrachten voor oude printers en schermen. In een tekst horen ze "
        "niet; ze "
        "komen mee bij kopiëren uit een pdf of een oud programma.",
        "Haal het teken weg of typ het stukje tekst over.",
        'titel: "De Tulp\\x07"',
        "titel: De Tulp",
        _TEKENS,
    ),
    Code(
        "WW106",
        Ernst.FOUT,
        "Er staat een onzichtbaar of verwarrend teken in het bestand",
        "Sommige tekens zie je niet of draaien de leesrichting om. De zoekmachine vindt het woord dan niet, en een "
        "lezer ziet iets anders dan er staat. Ze komen vaak mee bij plakken uit Word, een pdf of een website.",
        "Haal het teken weg: plak ‘zonder opmaak’ of typ het woord over.",
        "titel: De\u2423Tulp (met een onzichtbaar teken in plaats van een spatie)",
        "titel: De Tulp",
        _TEKENS,
    ),
    Code(
        "WW107",
        Ernst.FOUT,
        "Het bestand is leeg",
        "Er staat geen enkel veld in het bestand, alleen lege regels of opmerkingen.",
        "Vul het record in of haal het bestand weg.",
        "# hier komt nog tekst",
        "id: de-tulp\ntitel: De Tulp",
        _NAMEN,
    ),
    Code(
        "WW150",
        Ernst.FOUT,
        "De bestandsnaam eindigt niet op .yml",
        "Alle records eindigen op `.yml`, met kleine letters. Zo bestaat er nooit een record onder twee namen.",
        "Geef het bestand een andere naam: dezelfde, maar met .yml aan het eind.",
        "content/praktijken/de-tulp.yaml",
        "content/praktijken/de-tulp.yml",
        _NAMEN,
    ),
    Code(
        "WW151",
        Ernst.FOUT,
        "De bestandsnaam heeft tekens die niet kunnen",
        "De bestandsnaam wordt het webadres. Daarom heeft hij alleen kleine letters zonder accenten, cijfers en "
        "enkele "
        "streepjes, en is hij hooguit 80 tekens lang.",
        "Geef het bestand een andere naam en zet dezelfde sleutel in het veld `id`.",
        "content/praktijken/De Tulp (Wœnsel).yml",
        "content/praktijken/de-tulp-woensel.yml",
        _NAMEN,
    ),
    Code(
        "WW152",
        Ernst.FOUT,
        "Het bestand is een koppeling",
        "Een koppeling (symlink) wijst naar een ander bestand, ook buiten deze map. Records zijn gewone bestanden.",
        "Vervang de koppeling door het bestand zelf.",
        "content/praktijken/de-tulp.yml -> ../../iets-anders.yml",
        "content/praktijken/de-tulp.yml",
        _NAMEN,
    ),
    Code(
        "WW153",
        Ernst.FOUT,
        "Dit bestand hoort niet in deze map",
        "In de mappen met records staan alleen records (`.yml`) en bladzijden (`.md`). Andere en verborgen "
        "bestanden "
        "komen er vaak per ongeluk bij.",
        "Haal het bestand weg, of zet het buiten de mappen met records.",
        "content/praktijken/Thumbs.db",
        "content/praktijken/de-tulp.yml",
        _NAMEN,
    ),
    Code(
        "WW154",
        Ernst.FOUT,
        "Het bestand is niet te openen",
        "Op deze plaats staat geen gewoon bestand, of het mag niet worden gelezen.",
        "Kijk of het een map is, of de schijf bereikbaar is, en of u leesrechten hebt.",
        "content/praktijken/de-tulp.yml/ (een map)",
        "content/praktijken/de-tulp.yml",
        _NAMEN,
    ),
    Code(
        "WW155",
        Ernst.FOUT,
        "Dit record staat in een map die niet wordt gelezen",
        "Records staan direct in `praktijken`, `interventietypen`, `bronnen`, `begrippen` of `model`. Op een "
        "andere plaats "
        "ziet niemand ze.",
        "Verplaats het bestand naar de goede map.",
        "content/praktijken/eindhoven/de-tulp.yml",
        "content/praktijken/de-tulp.yml",
        _NAMEN,
    ),
    Code(
        "WW156",
        Ernst.FOUT,
        "Dit record staat in de verkeerde map",
        "Elke soort record heeft een eigen map: praktijken, interventietypen, bronnen, begrippen of model. De velden "
        "in dit bestand horen bij een andere map dan waar het staat.",
        "Verplaats het bestand naar de genoemde map.",
        "content/bronnen/de-tulp.yml (met de velden van een praktijk)",
        "content/praktijken/de-tulp.yml",
        _NAMEN,
    ),
)
