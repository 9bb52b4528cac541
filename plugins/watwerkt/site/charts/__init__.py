"""Charts as pure functions from page models to markup; no scripts, no style attributes, colours by class.

* ``balk(score)``: one score with its interval as a bar in a table, in words next to it.
* ``strip(balken, *, maat, id_prefix, titel)``: the 4+1 profile; `strip_tekst` of the views says it in one sentence.
* ``effectenarena(stappen, *, voet)``: als-dan, an ordered list drawn as a flow.
* ``meting(reeksen, *, id_prefix)`` and ``meting_tekst(reeks)``: 0-meting against later measurements.
"""

from watwerkt.site.charts.arena import effectenarena
from watwerkt.site.charts.balk import balk
from watwerkt.site.charts.meting import meting, meting_tekst
from watwerkt.site.charts.strip import Maat, strip

__all__ = ["Maat", "balk", "effectenarena", "meting", "meting_tekst", "strip"]
