"""WW110-WW138: how YAML is written."""

from watwerkt.reading.findings import Ernst
from watwerkt.reading.uitleg.code import Code

_YAML = "YAML 1.2.2 (yaml.org)."
_EENVOUD = "Afspraak van dit project: alleen het eenvoudige deel van YAML, zodat ieder het kan lezen (SEC-Y1, SEC-Y3)."
_GETYPT = "Afspraak van dit project: een waarde betekent wat de schrijver typte (SEC-Y2, SEC-Y4; YAML 1.2.2, 10.3)."

CODES = (
    Code(
        "WW110",
        Ernst.FOUT,
        "De opbouw van het bestand klopt niet",
        "De computer kan het bestand vanaf deze plaats niet meer volgen. Vaak zit de oorzaak op de regel zelf "
        "of vlak "
        "erboven.",
        "Vergelijk de regel met een ander record. Elk veld is `sleutel: waarde`; elke regel van een lijst "
        "begint met "
        "een streepje.",
        "doel: >x\n  Meer contact",
        "doel: >-\n  Meer contact",
        _YAML,
    ),
    Code(
        "WW111",
        Ernst.FOUT,
        "Er staat een tab in de inspringing",
        "YAML telt spaties om te zien wat bij elkaar hoort. Een tab is op elk scherm anders breed en mag daarom niet.",
        "Vervang elke tab door twee spaties. In de meeste editors kan dat voor het hele bestand tegelijk.",
        "beoordelaar:\n\trol: zelf",
        "beoordelaar:\n  rol: zelf",
        _YAML,
    ),
    Code(
        "WW112",
        Ernst.FOUT,
        "Een dubbele punt in een tekst",
        "Een dubbele punt met een spatie erachter betekent in YAML: hiervoor staat een sleutel. In een gewone "
        "tekst "
        "raakt de computer daardoor in de war.",
        "Zet de tekst tussen aanhalingstekens, of gebruik `>-` en zet de tekst op de regel eronder.",
        "titel: De Tulp: samen verder",
        'titel: "De Tulp: samen verder"',
        _YAML,
    ),
    Code(
        "WW113",
        Ernst.FOUT,
        "Achter een sleutel ontbreekt de dubbele punt",
        "Elk veld bestaat uit een sleutel, een dubbele punt, een spatie en de waarde.",
        "Zet een dubbele punt en een spatie achter de sleutel.",
        "titel De Tulp\nsoort: project",
        "titel: De Tulp\nsoort: project",
        _YAML,
    ),
    Code(
        "WW114",
        Ernst.FOUT,
        "De inspringing klopt niet",
        "Velden die bij elkaar horen, beginnen precies onder elkaar. Eén spatie te veel of te weinig verandert de "
        "betekenis.",
        "Spring in met twee spaties per niveau en zet velden recht onder elkaar.",
        "beoordelaar:\n  rol: zelf\n organisatie: De Tulp",
        "beoordelaar:\n  rol: zelf\n  organisatie: De Tulp",
        _YAML,
    ),
    Code(
        "WW115",
        Ernst.FOUT,
        "De aanhalingstekens kloppen niet",
        "Een tekst die met een aanhalingsteken begint, eindigt ook met hetzelfde aanhalingsteken. Daarachter "
        "mag op die "
        "regel niets meer staan.",
        "Zet de aanhalingstekens om de hele tekst. Een apostrof binnen enkele aanhalingstekens schrijft u dubbel.",
        "titel: 'Zo'n buurt'",
        "titel: 'Zo''n buurt'",
        _YAML,
    ),
    Code(
        "WW116",
        Ernst.FOUT,
        "De tekst begint met een bijzonder teken",
        "Sommige tekens hebben vooraan een eigen betekenis in YAML: @ en ` mogen daar niet staan, [ begint een lijst, "
        "{ een groep velden en ? een sleutel. Ook een ster of een lang streepje begint geen lijst.",
        "Zet de tekst tussen aanhalingstekens.",
        "titel: @home in de wijk",
        'titel: "@home in de wijk"',
        _YAML,
    ),
    Code(
        "WW117",
        Ernst.FOUT,
        "Een haak wordt niet goed gesloten",
        "Een tekst die met [ begint, is in YAML een lijst; een tekst die met { begint, een groep velden. Zo’n "
        "lijst of "
        "groep moet worden gesloten.",
        "Sluit de haak, of zet aanhalingstekens om de tekst als het geen lijst is.",
        "themas: [armoede-en-schulden, ondernemerschap",
        "themas: [armoede-en-schulden, ondernemerschap]",
        _YAML,
    ),
    Code(
        "WW118",
        Ernst.FOUT,
        "Een schuine streep tussen dubbele aanhalingstekens",
        "Tussen dubbele aanhalingstekens begint een schuine streep (\\) een bijzonder teken, zoals \\n voor een "
        "nieuwe "
        "regel. Deze combinatie bestaat niet.",
        "Gebruik enkele aanhalingstekens, of schrijf de streep dubbel.",
        'titel: "wijk\\straat"',
        "titel: 'wijk\\straat'",
        _YAML,
    ),
    Code(
        "WW119",
        Ernst.FOUT,
        "Een harde spatie in de opbouw",
        "Een harde spatie ziet eruit als een gewone spatie, maar YAML leest haar als een letter. De inspringing of de "
        "spatie na een dubbele punt telt dan niet. Ze komt vaak mee bij plakken uit Word of van een website.",
        "Haal de spatie weg en typ een gewone.",
        "soort:\u2423project (met een harde spatie)",
        "soort: project",
        _YAML,
    ),
    Code(
        "WW120",
        Ernst.FOUT,
        "Ankers en verwijzingen binnen YAML mogen niet",
        "Met & en * kan YAML stukken herhalen. Dat is moeilijk te lezen, en een paar regels kunnen zo "
        "uitgroeien tot "
        "miljoenen.",
        "Schrijf de waarde voluit. Is & of * het begin van een gewone tekst? Zet dan aanhalingstekens.",
        "titel: *nieuw* in de wijk",
        'titel: "*nieuw* in de wijk"',
        _EENVOUD,
    ),
    Code(
        "WW121",
        Ernst.FOUT,
        "Tags en instructies van YAML mogen niet",
        "Een woord dat met ! begint, geeft in YAML een opdracht over het soort waarde. Een regel die met % "
        "begint, is "
        "een instructie. Records hebben die niet nodig.",
        "Haal ze weg. Is ! het begin van een gewone tekst? Zet dan aanhalingstekens.",
        "titel: !WOON in de wijk",
        'titel: "!WOON in de wijk"',
        _EENVOUD,
    ),
    Code(
        "WW122",
        Ernst.FOUT,
        "Er staan twee records in één bestand",
        "Een regel met `---` begint een nieuw document. Elk record heeft zijn eigen bestand.",
        "Zet het tweede deel in een eigen bestand, of haal de regel `---` weg.",
        "id: de-tulp\n---\nid: de-roos",
        "id: de-tulp",
        _EENVOUD,
    ),
    Code(
        "WW123",
        Ernst.FOUT,
        "De opbouw is te diep",
        "Velden staan in velden die weer in velden staan, meer dan twaalf lagen diep. Geen enkel record heeft "
        "dat nodig.",
        "Kijk of er haken of streepjes te veel staan.",
        "themas: [[[[[[[[[[[[[ondernemerschap]]]]]]]]]]]]]",
        "themas: [ondernemerschap]",
        _EENVOUD,
    ),
    Code(
        "WW124",
        Ernst.FOUT,
        "Het bestand heeft te veel onderdelen",
        "Een record heeft hooguit 20.000 onderdelen (sleutels, waarden en lijsten samen).",
        "Deel het record op of kort lijsten in.",
        "themas: [a, a, a, … (20.000 keer)]",
        "themas: [ondernemerschap]",
        _EENVOUD,
    ),
    Code(
        "WW130",
        Ernst.FOUT,
        "Een sleutel staat er dubbel",
        "Als een veld twee keer voorkomt, is niet duidelijk welke van de twee geldt.",
        "Houd er één over. Zijn het twee onderdelen van een lijst? Zet dan voor elk een streepje.",
        "titel: De Tulp\ntitel: De Roos",
        "titel: De Tulp",
        _GETYPT,
    ),
    Code(
        "WW131",
        Ernst.FOUT,
        "Een sleutel is geen tekst",
        "Voor de dubbele punt staat een naam van een veld. Getallen, true, false, lijsten en lege sleutels "
        "kunnen niet. Ook "
        "een tekst die met { begint, wordt zo gelezen.",
        "Gebruik de naam van het veld. Is het een gewone tekst? Zet er aanhalingstekens om.",
        "titel: {{ naam }}",
        "titel: De Tulp",
        _GETYPT,
    ),
    Code(
        "WW132",
        Ernst.FOUT,
        "Geen getal",
        "`.nan` en `.inf` betekenen ‘geen getal’ en ‘oneindig’. Daarmee kan niemand rekenen.",
        "Laat het veld weg als de waarde onbekend is. Hoort het bij een tekst? Zet er aanhalingstekens om.",
        "waarde: .nan",
        "waarde: 34.5",
        _GETYPT,
    ),
    Code(
        "WW133",
        Ernst.FOUT,
        "Een getal met te veel cijfers",
        "Een getal van meer dan vijftien cijfers wordt in een rekenblad afgerond en klopt dan niet meer. "
        "Meestal is het een "
        "nummer en geen getal.",
        "Is het een nummer? Zet er aanhalingstekens om. Is het een bedrag? Kijk of er cijfers te veel staan.",
        "number: 12345678901234567890",
        'number: "12345678901234567890"',
        _GETYPT,
    ),
    Code(
        "WW134",
        Ernst.WAARSCHUWING,
        "Een veld is in de tekst erboven terechtgekomen",
        "Na `>-` of `|-` hoort elke ingesprongen regel bij de tekst. Een veld dat te ver naar rechts staat, wordt zo "
        "een stukje tekst en komt niet in het record.",
        "Zet de regel verder naar links, recht onder de andere velden.",
        "doel: >-\n  Meer contact.\n  duur: zes maanden",
        "doel: >-\n  Meer contact.\nduur: zes maanden",
        _GETYPT,
    ),
    Code(
        "WW135",
        Ernst.WAARSCHUWING,
        "Een deel van de tekst is weggevallen",
        "In een tekst zonder aanhalingstekens begint een spatie met # een opmerking. Alles daarachter komt niet op de "
        "site.",
        "Zet aanhalingstekens om de hele tekst.",
        "titel: Buurthuis #1 van Woensel",
        'titel: "Buurthuis #1 van Woensel"',
        _GETYPT,
    ),
    Code(
        "WW136",
        Ernst.WAARSCHUWING,
        "Een punt met drie cijfers erachter",
        "In YAML scheidt een punt de decimalen: 1.500 is anderhalf. Wie duizendtallen bedoelt, schrijft geen punt.",
        "Schrijf duizendtallen zonder punt.",
        "waarde: 1.500",
        "waarde: 1500",
        _GETYPT,
    ),
    Code(
        "WW137",
        Ernst.WAARSCHUWING,
        "Gekrulde aanhalingstekens om een waarde",
        "YAML kent alleen rechte aanhalingstekens. Gekrulde blijven deel van de tekst en komen op de site.",
        "Haal ze weg of gebruik rechte aanhalingstekens.",
        "titel: “De Tulp”",
        'titel: "De Tulp"',
        _GETYPT,
    ),
    Code(
        "WW138",
        Ernst.WAARSCHUWING,
        "Een veld zonder eigen tekst",
        "Er staat nog een tekst van het sjabloon, of een teken dat alleen de plaats openhoudt. De site toont dat als "
        "antwoord, en zegt dan niet dat het onbekend is.",
        "Schrijf uw eigen tekst. Weet u het niet? Haal het veld weg. Moet het er zijn? Schrijf dan `onbekend`.",
        "probleem: Welk probleem was de aanleiding.\ndoel: n.v.t.",
        "probleem: Ouderen in de wijk aten te vaak alleen.",
        _GETYPT,
    ),
)
