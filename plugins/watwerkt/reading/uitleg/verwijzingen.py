"""WW401-WW423: references between records, terms, and facts that must agree."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_LIJST = "Afspraak van dit project: vaste begrippenlijsten in `content/begrippen/`, zodat filters kloppen."
_BRON = "Afspraak van dit project: elke verwijzing komt uit bij iets dat bestaat."
_SLEUTEL = "Afspraak van dit project: sleutels zijn permanent, oude webadressen blijven werken (SEC-F1)."
_RATEL = "Afspraak van dit project: een strengere regel geldt meteen voor nieuwe records; oude krijgen tijd."
_SAMENHANG = "Afspraak van dit project: gegevens binnen één record spreken elkaar niet tegen."

CODES = (
    Code(
        "WW401",
        Ernst.FOUT,
        "De sleutel is anders dan de bestandsnaam",
        "De bestandsnaam zonder `.yml` is de sleutel van het record. Het veld `id` zegt hetzelfde.",
        "Pas het veld `id` of de bestandsnaam aan.",
        "# de-tulp.yml\nid: tulp",
        "# de-tulp.yml\nid: de-tulp",
        _SLEUTEL,
    ),
    Code(
        "WW402",
        Ernst.FOUT,
        "Dit begrip staat niet in de lijst",
        "Thema’s, doelgroepen, sectoren en dergelijke komen uit vaste lijsten. In het record staat de sleutel "
        "uit de lijst, "
        "niet de naam.",
        "Kies een sleutel uit de lijst. Mist u een begrip? Stel het voor als nieuw begrip.",
        "themas: [armoede]",
        "themas: [armoede-en-schulden]",
        _LIJST,
    ),
    Code(
        "WW403",
        Ernst.FOUT,
        "Deze bron bestaat niet",
        "Een verwijzing wijst naar een bron in `content/bronnen/`. Een bron met deze sleutel is er niet.",
        "Gebruik de sleutel van een bestaande bron, of voeg de bron toe.",
        "bron: rem-op-projectencarrousel",
        "bron: rem-op-de-projectencarrousel",
        _BRON,
    ),
    Code(
        "WW404",
        Ernst.FOUT,
        "Dit interventietype bestaat niet",
        "Een praktijk is een voorbeeld van een type uit `content/interventietypen/`. Een type met deze sleutel "
        "is er niet.",
        "Gebruik de sleutel van een bestaand type, of laat het veld weg.",
        "interventietype: leer-werkbedrijf",
        "interventietype: leerwerkbedrijf",
        _BRON,
    ),
    Code(
        "WW405",
        Ernst.FOUT,
        "Deze gemeente is niet bekend",
        "Een gemeente schrijft u met de officiële naam of de CBS-code van nu. Bij een opgeheven gemeente noemt "
        "u de gemeente "
        "waar zij in opging; de oude naam kan in `wijk`.",
        "Gebruik de naam of code uit de lijst van gemeenten.",
        "gemeente: Den Hag",
        "gemeente: Den Haag",
        "Gemeentelijke indeling van het CBS: `content/begrippen/gemeenten.yml`.",
    ),
    Code(
        "WW406",
        Ernst.FOUT,
        "Een oude sleutel is al in gebruik",
        "Met `voorheen` blijven oude webadressen werken. Een oude sleutel kan maar naar één record wijzen, en "
        "niet ook de "
        "sleutel van een bestaand record zijn.",
        "Haal de sleutel bij een van de records weg.",
        "id: de-tulp\nvoorheen: [de-tulp]",
        "id: de-tulp\nvoorheen: [tulp-woensel]",
        _SLEUTEL,
    ),
    Code(
        "WW407",
        Ernst.FOUT,
        "De bredere term klopt niet",
        "`breder` wijst naar een term in dezelfde lijst of, bij gemeenten, in de lijst van provincies. Een term "
        "is niet breder "
        "dan zichzelf, ook niet via een omweg.",
        "Gebruik de sleutel van een bestaande, bredere term.",
        "id: jongeren\nbreder: jongeren",
        "id: jongeren\nbreder: alle-leeftijden",
        "SKOS (W3C): een hiërarchie van begrippen heeft geen kringen.",
    ),
    Code(
        "WW408",
        Ernst.FOUT,
        "Een sleutel staat twee keer in de lijst",
        "Elke term in een begrippenlijst heeft een eigen sleutel.",
        "Geef een van de twee een andere sleutel, of voeg ze samen.",
        "termen:\n  - id: jongeren\n  - id: jongeren",
        "termen:\n  - id: jongeren\n  - id: ouderen",
        _LIJST,
    ),
    Code(
        "WW409",
        Ernst.WAARSCHUWING,
        "Twee termen hebben dezelfde naam",
        "Bezoekers zien de naam, niet de sleutel. Twee termen met dezelfde naam zijn niet uit elkaar te houden.",
        "Geef een van de twee een andere naam.",
        "label: Jongeren (bij twee termen)",
        "label: Jongeren (12 tot 18 jaar)",
        _LIJST,
    ),
    Code(
        "WW410",
        Ernst.FOUT,
        "Het einde ligt voor de start",
        "De praktijk stopt volgens het record voordat zij begint.",
        "Controleer beide datums in de bron.",
        "start: 2012\neinde: 2009",
        "start: 2009\neinde: 2012",
        _SAMENHANG,
    ),
    Code(
        "WW411",
        Ernst.WAARSCHUWING,
        "De datum is later dan de dag van bijwerken",
        "Een start, scan, meting of erkenning kan niet later zijn dan de dag waarop het record voor het laatst is "
        "gewijzigd. Is de praktijk gestopt of afgerond? Dan geldt dat ook voor het einde.",
        "Zet in `bijgewerkt` de dag van vandaag, of verbeter de andere datum.",
        "bijgewerkt: 2026-11-21\nscans:\n  - datum: 2027-01-01",
        "bijgewerkt: 2027-01-01\nscans:\n  - datum: 2027-01-01",
        _SAMENHANG,
    ),
    Code(
        "WW412",
        Ernst.FOUT,
        "De metingen staan niet in volgorde van tijd",
        "De 0-meting is de eerste; latere metingen volgen in de tijd. Anders tekent de site een lijn die terugloopt.",
        "Zet de metingen op volgorde, of verbeter het moment.",
        "nulmeting: {moment: 2011, waarde: 3}\nmetingen:\n  - {moment: 2009, waarde: 2}",
        "nulmeting: {moment: 2009, waarde: 2}\nmetingen:\n  - {moment: 2011, waarde: 3}",
        _SAMENHANG,
    ),
    Code(
        "WW413",
        Ernst.FOUT,
        "De aandelen zijn samen meer dan 100 procent",
        "De aandelen van alle financiers samen zijn hooguit 100 procent.",
        "Controleer de percentages. Gaan ze over verschillende jaren? Noem dan bedragen in plaats van aandelen.",
        "financiering:\n  - {bron: gemeente, aandeel: 80}\n  - {bron: fonds, aandeel: 40}",
        "financiering:\n  - {bron: gemeente, aandeel: 60}\n  - {bron: fonds, aandeel: 40}",
        _SAMENHANG,
    ),
    Code(
        "WW414",
        Ernst.FOUT,
        "Laag, verwacht en hoog staan in de verkeerde volgorde",
        "De voorzichtige schatting is nooit hoger dan de verwachte, en die is nooit hoger dan de gunstige.",
        "Verwissel de bedragen of verbeter ze.",
        "laag: 3000\nhoog: 1000",
        "laag: 1000\nhoog: 3000",
        _SAMENHANG,
    ),
    Code(
        "WW415",
        Ernst.WAARSCHUWING,
        "De status past niet bij het einde",
        "De praktijk loopt volgens `status` nog, maar is volgens `einde` al voorbij.",
        "Verander de status, of haal het einde weg.",
        "status: lopend\neinde: 2012\nbijgewerkt: 2026-11-21",
        "status: gestopt\neinde: 2012\nbijgewerkt: 2026-11-21",
        _SAMENHANG,
    ),
    Code(
        "WW416",
        Ernst.WAARSCHUWING,
        "Een begrip staat twee keer in de lijst",
        "Hetzelfde begrip twee keer noemen voegt niets toe.",
        "Haal er een weg.",
        "themas: [ondernemerschap, ondernemerschap]",
        "themas: [ondernemerschap]",
        _SAMENHANG,
    ),
    Code(
        "WW417",
        Ernst.WAARSCHUWING,
        "Een datum ver na die van de andere praktijken",
        "De dag ligt meer dan 400 dagen na de middelste datum van bijwerken van alle praktijken. Vaak is het jaar "
        "verkeerd getypt.",
        "Kijk of het jaar klopt.",
        "bijgewerkt: 2062-11-21",
        "bijgewerkt: 2026-11-21",
        _SAMENHANG,
    ),
    Code(
        "WW418",
        Ernst.FOUT,
        "De opvolger van een ingetrokken praktijk klopt niet",
        "De bladzijde van een ingetrokken praktijk wijst naar een praktijk die ervoor in de plaats kwam. Die moet "
        "bestaan en mag niet zelf zijn ingetrokken.",
        "Gebruik de sleutel van een bestaande praktijk, of laat `opvolger` weg.",
        "ingetrokken:\n  datum: 2026-11-21\n  reden: Staat er twee keer.\n  opvolger: tulp",
        "ingetrokken:\n  datum: 2026-11-21\n  reden: Staat er twee keer.\n  opvolger: de-tulp",
        _BRON,
    ),
    Code(
        "WW420",
        Ernst.FOUT,
        "Een begrippenlijst ontbreekt",
        "Records gebruiken sleutels uit deze lijst, maar het bestand is er niet. Daardoor is niet na te gaan of "
        "ze kloppen.",
        "Zet de lijst terug in `content/begrippen/`.",
        "content/begrippen/ (zonder themas.yml)",
        "content/begrippen/themas.yml",
        _LIJST,
    ),
    Code(
        "WW421",
        Ernst.FOUT,
        "De rubriek ontbreekt",
        "Zonder `content/model/4plus1.yml` kan geen enkele praktijk worden beoordeeld en kan de site niet "
        "worden gemaakt.",
        "Zet het bestand terug.",
        "content/model/ (leeg)",
        "content/model/4plus1.yml",
        "De rubriek is gegevens, geen programma: zij staat in een bestand dat ieder kan lezen.",
    ),
    Code(
        "WW422",
        Ernst.FOUT,
        "Deze uitzondering kan niet",
        "Een uitzondering noemt een record dat bestaat en een regel die uitzonderingen kent.",
        "Verbeter het record of de code, of haal de uitzondering weg.",
        "uitzonderingen:\n  - record: praktijken/tulp\n    code: WW601\n    reden: Nog uit te zoeken.\n"
        "    tot: 2027-11-26",
        "uitzonderingen:\n  - record: praktijken/de-tulp\n    code: WW601\n    reden: Nog uit te zoeken.\n"
        "    tot: 2027-11-26",
        _RATEL,
    ),
    Code(
        "WW423",
        Ernst.WAARSCHUWING,
        "Deze uitzondering is niet meer nodig",
        "Het record voldoet nu aan de regel, of de uitzondering staat er al.",
        "Haal de uitzondering weg. Zo wordt de lijst vanzelf korter.",
        "uitzonderingen:\n  - record: praktijken/de-tulp\n    code: WW601\n    reden: Nog uit te zoeken.\n"
        "    tot: 2027-11-26",
        "uitzonderingen: []",
        _RATEL,
    ),
)
