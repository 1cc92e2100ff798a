"""What the line at the foot of the window says about packs that alternate, and which buttons it has where."""

from __future__ import annotations

from coach.app.packs_words import Running, sentence
from coach.content.vocabulary import Mode
from coach.i18n import _
from coach.session.resting import Rest
from coach.session.state import Need
from coach.ui.main_window import STAGE
from coach.ui.tokens import Tone
from coach.ui.widgets.running_bar import Running as Bar


def bar_of(running: Running, page: str, *, on_its_page: bool) -> Bar | None:
    """Return the line on a page. On the stage of another session, and over a pack's own question, only what cannot wait."""
    rest, snapshot, words = running.point.rest, running.snapshot, sentence(running)
    icon, tone = ("flame", Tone.HEAT) if running.mode is Mode.HEAT else ("snowflake", Tone.COLD)
    if rest is Rest.OFF:
        return Bar(words, "hourglass", Tone.REST, end=_("End it")) if page != STAGE else None
    if rest is Rest.DUE:
        return Bar(words, icon, tone, act=_("Begin"), other=_("Leave it out"), end=_("End it"))
    if not on_its_page:
        return Bar(words, icon, tone, act=_("Show it"), end=_("End it"))
    asks = snapshot is None or snapshot.need in {Need.SKIN_CHECK, Need.PACK_OFF}
    return None if asks else Bar(words, icon, tone, other=_("Back to Limber"))
