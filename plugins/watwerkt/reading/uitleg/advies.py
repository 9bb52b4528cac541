"""WW601-WW603: what a record could still tell."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_VELDEN = "Het model van het record: elk veld is verplicht, verplicht voor nieuwe records, of aanbevolen."

CODES = (
    Code(
        "WW601",
        Ernst.FOUT,
        "Een veld dat nieuwe records hebben",
        "Lezers hebben dit veld nodig om de praktijk te wegen. Een record met de status `concept` mag zonder, en een "
        "ouder record ook zolang het in `content/uitzonderingen.yml` staat, met reden en einddatum.",
        "Vul het veld in als de bronnen er iets over zeggen.",
        "werkzame_bestanddelen:\n  - naam: Vaste coach\n    waarom: Vertrouwen groeit.",
        "werkzame_bestanddelen:\n  - naam: Vaste coach\n    waarom: Vertrouwen groeit.\n    bronnen:\n"
        "      - bron: eindrapport-2012\n        plaats: bladzijde 4",
        _VELDEN,
        strenger=True,
    ),
    Code(
        "WW602",
        Ernst.TIP,
        "Dit record kan rijker",
        "Deze velden zijn niet verplicht, maar helpen lezers die zelf aan de slag willen of geld te verdelen hebben.",
        "Vul aan wat u weet. Wat u niet weet, laat u weg: dan staat er ‘onbekend’.",
        "(geen `kosten` en geen `randvoorwaarden`)",
        "randvoorwaarden: >-\n  Een vaste plek in de wijk en een dag per week tijd.",
        _VELDEN,
    ),
    Code(
        "WW603",
        Ernst.TIP,
        "Deze bron wordt nergens gebruikt",
        "Geen enkel record verwijst naar deze bron. Dat kan kloppen, maar is vaak een vergeten verwijzing.",
        "Verwijs ernaar waar feiten uit deze bron komen, of haal de bron weg.",
        "content/bronnen/eindrapport-2012.yml (zonder verwijzingen)",
        "bronnen:\n  - bron: eindrapport-2012\n    plaats: bladzijde 4",
        "Afspraak van dit project: de bronnenlijst toont waar de kennis op rust.",
    ),
)
