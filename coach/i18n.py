"""Sentences in the person's language, by gettext; no Qt, so the terminal speaks it too.

Call `_("…")` and `ngettext("…", "…", n)` at run time, inside functions: a sentence looked up while a module is being
imported would stay in the language of that moment. Constants are marked with `N_("…")` and translated on display.
Text from content files goes through `_()` on display as well; `make messages` collects it from the TOML files.
"""

from __future__ import annotations

import gettext
import locale
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

DOMAIN = "limber"


class _Catalogue:
    """The one translation in use.

    Every window, sentence and cue of a process is in one language, and `_` must be short enough to be used everywhere,
    so this is the single piece of state that is not handed in. Only `install` changes it: the composition root calls
    that once at start-up, and again when the person chooses another language.
    """

    def __init__(self) -> None:
        self.current: gettext.NullTranslations = gettext.NullTranslations()
        self.language = "en"


_catalogue = _Catalogue()


def install(languages: Sequence[str], localedir: Path) -> str:
    """Use the first of `languages` that has a catalogue under `localedir`; give its code, "en" when none has.

    A language may be written as `de`, `de_AT` or `de_AT.UTF-8`; the plain language serves where the country has no
    catalogue of its own. English is the language of the sources and needs none: where it comes first, it is used.
    """
    for language in languages:
        code = language.partition(".")[0].replace("-", "_")
        if code.partition("_")[0] in {"en", "C", "POSIX"}:
            break
        found = gettext.find(DOMAIN, str(localedir), [code])
        if found is not None:
            _catalogue.current = gettext.translation(DOMAIN, str(localedir), [code])
            _catalogue.language = Path(found).parent.parent.name
            return _catalogue.language
    _catalogue.current, _catalogue.language = gettext.NullTranslations(), "en"
    return _catalogue.language


def language() -> str:
    """The code of the language in use, "en" for the sources' own: what a voice has to speak."""
    return _catalogue.language


def preferred_languages(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The languages the desktop asks for, best first, by gettext's own variables; () when it asks for none."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return tuple(part for part in value.split(":") if part)
    system = locale.getlocale()[0]
    return (system,) if system else ()


def _(message: str) -> str:
    """`message` in the language in use; an empty message stays empty (gettext would give the catalogue's header)."""
    return _catalogue.current.gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form that goes with the number `n`: `ngettext("%(n)d minute", "%(n)d minutes", n) % {"n": n}`."""
    return _catalogue.current.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """`message` where the same English word means different things: `pgettext("body part", "back")`."""
    return _catalogue.current.pgettext(context, message)


def N_(message: str) -> str:  # the name that gettext tools look for
    """Mark a constant for the catalogue and leave it as it is; translate it with `_()` when it is shown."""
    return message
