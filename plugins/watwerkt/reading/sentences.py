"""The Dutch sentences of findings that the form in the browser tells as well, so that each is written once.

A sentence is filled in by name (``{naam}``); the key is the code of the finding, with a word behind it where one code
has more sentences or an advice of its own. The browser gets this table as data.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "veld": "Het veld {veld}",
        "onderdeel": "Onderdeel {nummer} van ‘{veld}’",
        "teken": "In deze tekst staat een teken dat niet mag: {teken}.",
        "WW202": "Het verplichte veld {veld} ontbreekt.",
        "WW202 sleutel": "Zet erbij: `id: {sleutel}`. De sleutel is gelijk aan de naam van het bestand, zonder `.yml`.",
        "WW203": "Het veld {veld} bestaat {waar} niet.",
        "WW204": "{wat} moet tekst zijn, maar is {getoond}.",
        "WW205": "{wat} moet een {soort} zijn, maar is {getoond}.",
        "WW205 geheel": "Schrijf alleen cijfers, zonder aanhalingstekens, punten, spaties of euroteken: `4500`.",
        "WW205 decimaal": (
            "Schrijf alleen cijfers, met een punt voor de decimalen en zonder aanhalingstekens: `34.5`."
        ),
        "WW205 duizend": (
            "Een punt scheidt hier decimalen, geen duizendtallen. Bedoelt u `{bedoeld}`? Schrijf alleen cijfers."
        ),
        "WW205 rond": (
            "Rond af op een heel getal. Een punt scheidt hier decimalen, geen duizendtallen: schrijf `4500`."
        ),
        "WW206": "{wat} moet true of false zijn, maar is {getoond}.",
        "WW207": "{wat} moet een lijst zijn, maar is {getoond}.",
        "WW208": "{wat} moet een groep velden zijn, maar is {getoond}.",
        "WW209": "{wat} is leeg.",
        "WW210": "{wat} is {lengte} tekens lang; hooguit {grens} mag.",
        "WW210 advies": "Kort de tekst {teveel} tekens in.",
        "WW211": "{wat} is te kort: {lengte} van ten minste {grens} tekens.",
        "WW212": "{wat} is {getoond}; het moet {grenzen} zijn.",
        "WW212 advies": "Kijk of er een cijfer te veel staat en of de eenheid klopt.",
        "WW213": "{wat} kan niet {getoond} zijn.",
        "WW213 advies": "Kies uit: {keuzes}.",
        "WW214": "{wat} heeft een waarde die niet past: {getoond}.",
        "WW218": "De datum `{datum}` bestaat niet: {maand} heeft geen dag {dag}.",
        "WW218 jaar": "Het jaar 0000 in `{datum}` bestaat niet.",
        "WW219": "{wat} heeft {aantal} onderdelen; hooguit {grens} mag.",
        "WW219 advies": "Houd de belangrijkste over.",
        "WW220": "{wat} heeft {aantal} van ten minste {grens} onderdelen.",
        "WW301": "De dimensie `{sleutel}` bestaat niet.",
        "WW302": "Het criterium `{sleutel}` bestaat niet bij `{dimensie}`.",
        "WW303": "{wat} is {getoond}; kies 0, 1, 2, 3, 4 of {woorden}.",
        "WW311": "Er is al een scan van deze dag en deze beoordelaar ({sleutel}).",
        "WW402": "`{waarde}` staat niet in de lijst ‘{lijst}’.",
        "WW403": "Een bron met de sleutel `{waarde}` bestaat niet in `{map}/bronnen/`.",
        "WW404": "Een interventietype met de sleutel `{waarde}` bestaat niet in `{map}/interventietypen/`.",
        "WW405": "‘{waarde}’ is geen gemeente uit de lijst.",
        "WW405 meer": "‘{waarde}’ is de naam van meer dan één gemeente.",
        "WW406": "De oude sleutel `{sleutel}` is al in gebruik door {wie}.",
        "WW410": "Het einde ({einde}) ligt voor de start ({start}).",
        "WW411": "{wat} ({moment}) is later dan de dag van bijwerken ({bijgewerkt}).",
        "WW412": "Deze meting ({later}) is eerder dan de meting ervoor ({eerder}).",
        "WW413": "De aandelen zijn tot en met deze financier samen {totaal} procent; hooguit 100 kan.",
        "WW414": "Het bedrag bij ‘{laag}’ ({bedrag}) is hoger dan bij ‘{hoog}’ ({hoger}).",
        "WW415": "De status is ‘{status}’, maar het einde was in {einde}.",
        "WW416": "`{sleutel}` staat twee keer in ‘{veld}’.",
        "WW501": "Hier staat HTML: `{stuk}`.",
        "WW501 leeg": "Hier staat HTML.",
        "WW502": "`{stuk}…` is geen veilig soort adres; alleen https://, http:// en mailto: mogen.",
        "WW502 link": "Deze link gaat naar `{doel}`; een link begint met https://, http:// of mailto:.",
        "WW502 leeg": (
            "Deze link heeft geen adres of een gevaarlijk adres; een link begint met https://, http:// of mailto:."
        ),
        "WW503": "Het webadres `{adres}` {reden}.",
        "adres lang": "is langer dan {grens} tekens",
        "adres onleesbaar": "is niet te lezen als webadres",
        "adres gebruiker": "bevat een gebruikersnaam of wachtwoord",
        "adres poort": "bevat een poortnummer",
        "adres cijfers": "is een adres van alleen cijfers",
        "adres naam": "heeft geen gewone naam met een punt erin",
        "adres verkort": "is een verkort adres, dat verbergt waar de lezer uitkomt",
        "WW504": "Hier staat een afbeelding; teksten bevatten alleen tekst en links.",
        "WW505": "Het woord ‘{woord}’ heeft letters uit verschillende alfabetten: ‘{teken}’ (U+{nummer}, {naam}).",
        "WW506": "In ‘{woord}’ staat een letter met een los accent.",
        "WW510": "`{begin}…@{domein}` lijkt een e-mailadres van een persoon; alleen algemene adressen mogen.",
        "WW511": "`{stuk}` is een telefoonnummer.",
        "WW512": "`{stuk}` is een burgerservicenummer.",
        "WW513": "`{stuk}` kan een burgerservicenummer zijn: het voldoet aan de elfproef.",
        "WW514": "Bij de postcode `{begin}••` staat een huisnummer; samen wijzen ze één huis aan.",
        "WW515": "`{begin}…` is een bankrekeningnummer (IBAN).",
        "WW601": "Nieuwe records hebben hier ook {velden}.",
        "WW602": "Dit record zegt nog niets over {velden}.",
    }
)
"""Every sentence by its key."""


def say(key: str, **facts: object) -> str:
    """Fill in a sentence.

    Raises:
        KeyError: there is no such sentence, or it needs a fact that is not given.
    """
    return SENTENCES[key].format(**facts)
