"""The command line: parsing only; each command is a few lines that call a package below."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from gettext import gettext
from io import TextIOWrapper
from typing import Any, NoReturn

from coach import __version__
from coach.errors import CoachError, WrongUseError
from coach.i18n import _, install, preferred_languages
from coach.resources import assets

Command = Callable[[Namespace], int]

#: How argparse begins to say what is missing, in the language that it speaks.
_MISSING = gettext("the following arguments are required: %s").partition("%s")[0]


class _Parser(ArgumentParser):
    """A parser whose mistakes are a sentence or two, not a page of usage; `example` is a line that would do."""

    example = ""

    def show(self, example: str) -> None:
        """Give an example, for the help and for what is missing."""
        self.example = example
        self.epilog = _("For example: {line}").format(line=example)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the usage and leaving."""
        text = _("{message}. See: {program} --help").format(message=message.rstrip("."), program=self.prog)
        if self.example and message.startswith(_MISSING):
            text += "\n" + _("For example: {line}").format(line=self.example)
        raise WrongUseError(text[:1].upper() + text[1:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 it could not be done, 2 wrong use, 3 Limber is not running."""
    install(preferred_languages(), assets() / "locale")
    _print_what_can_be_printed()
    try:
        chosen = build_parser().parse_args(arguments)
        command: Command = chosen.command
        code = command(chosen)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where what goes wrong can still be said
        return code
    except CoachError as trouble:
        print(trouble, file=sys.stderr)
        return trouble.exit_code
    except BrokenPipeError:
        # The reader (head, less) has left: nothing to say, and nobody to say it to.
        _hush()
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        _hush()  # only writing to a stream names no file: what we print goes nowhere
        reason = error.strerror or type(error).__name__
        print(_("What was asked for could not be written out: {reason}.").format(reason=reason), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _print_what_can_be_printed() -> None:
    """Where a terminal does not know a letter, print "?" for it: better than nothing of the whole line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _hush() -> None:
    """Let what is still waiting to be printed vanish, so that leaving does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser() -> ArgumentParser:
    """Describe every command."""
    common = _Parser(add_help=False)
    common.add_argument("--data-dir", metavar="DIR", default=SUPPRESS, help=_("the folder your data is kept in"))
    parser = _Parser(
        prog="limber", description=_("A calm coach for home exercise: a timer and a diary."), parents=[common]
    )
    parser.add_argument("--version", action="version", version=f"limber {__version__}")
    parser.add_argument("--speed", metavar="X", default=SUPPRESS, help=_("run the clock X times faster: a rehearsal"))
    parser.add_argument("--in-tray", action="store_true", help=_("start in the background, as at login"))
    parser.set_defaults(command=_lazy("window"))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), parser_class=_Parser)

    def add(name: str, helps: str, handler: str | None = None) -> _Parser:
        made: _Parser = commands.add_parser(name, help=helps, description=helps, parents=[common])
        made.set_defaults(command=_lazy(handler or name))
        return made

    _add_content(add)
    _add_pictures(add)
    _add_sessions(add)
    _add_breaks(add, common)
    _add_taking(add)
    _add_care(add)
    _add_hidden(commands)
    return parser


def _lazy(name: str) -> Command:
    """Return a command that imports its code only when it runs."""

    def run(chosen: Namespace) -> int:
        from coach.app import commands

        handler: Command = getattr(commands, f"run_{name}")
        return handler(chosen)

    return run


Add = Callable[..., _Parser]


def _add_content(add: Add) -> None:
    """Commands about exercises and routines."""
    for name, helps in (("exercises", _("list the exercises")), ("routines", _("list the routines"))):
        add(name, helps).add_argument("--json", action="store_true", help=_("as JSON"))
    check = add("check", _("look for problems in routine and exercise files"))
    check.add_argument("files", nargs="+", metavar="FILE")
    schema = add("schema", _("print the JSON Schema of a file"))
    schema.add_argument("what", choices=("routine", "exercise"))
    plan = add("plan", _("show what a routine does, second by second"))
    plan.add_argument("routine", metavar="ROUTINE", help=_("a routine's id, or a file"))
    plan.add_argument("--json", action="store_true", help=_("as JSON"))
    plan.add_argument("--worse-side", choices=("left", "right"), help=_("which side “worse first” begins with"))


def _add_pictures(add: Add) -> None:
    """Commands that make pictures."""
    draw = add("draw", _("draw an exercise as PNG, SVG or PDF"))
    draw.show("limber draw pelvic_tilt --out pelvic_tilt.png")
    draw.add_argument("exercise", nargs="?", metavar="EXERCISE", help=_("an exercise's id"))
    draw.add_argument("--out", required=True, metavar="FILE", help=_("the file to write: .png, .svg or .pdf"))
    draw.add_argument(
        "--pose", metavar="NAME", help=_("start, hold, or a moment by its name or number; hold if left out")
    )
    draw.add_argument("--at", metavar="SECONDS", help=_("so many seconds into the movement"))
    draw.add_argument("--side", choices=("left", "right"), default="right", help=_("the side that works"))
    draw.add_argument(
        "--azimuth", metavar="DEGREES", help=_("seen from: 0 the front, 90 the person's left, 180 the back")
    )
    draw.add_argument("--elevation", metavar="DEGREES", help=_("seen from above: 0 level, 90 straight down"))
    draw.add_argument("--size", metavar="WxH", help=_("width and height in pixels, such as 1600x1200"))
    draw.add_argument("--theme", choices=("light", "dark", "contrast", "print"), default="light", help=_("the colours"))
    draw.add_argument("--body", choices=("a", "b"), default="a", help=_("which of the bodies"))
    draw.add_argument("--sheet", action="store_true", help=_("all exercises, each with its moments, on one sheet"))
    draw.add_argument("--turn", action="store_true", help=_("the exercise from all sides, every 45 degrees"))


def _add_sessions(add: Add) -> None:
    """Commands that do a session, write an entry or list what was done."""
    play = add("play", _("do a session"))
    play.add_argument("routine", nargs="?", metavar="ROUTINE", help=_("a routine's id, or a file"))
    play.add_argument("--resume", action="store_true", help=_("go on with the session that was interrupted"))
    play.add_argument("--text", action="store_true", help=_("in this terminal, without a window"))
    play.add_argument("--speed", metavar="X", default=SUPPRESS, help=_("run the clock X times faster: a rehearsal"))
    play.add_argument("--before", action="append", metavar="AREA:SIDE:N", help=_("tightness before, 0 to 10"))
    play.add_argument("--after", action="append", metavar="AREA:SIDE:N", help=_("tightness after, 0 to 10"))
    play.add_argument("--yes", action="store_true", help=_("answer the checks with yes; never lifts a cap or a gap"))
    add("sessions", _("list the sessions")).add_argument("--json", action="store_true", help=_("as JSON"))
    log = add("log", _("write down how tight it feels"))
    log.show("limber log 4 --area buttock --side left")
    log.add_argument("tightness", metavar="N", help=_("0 (none) to 10 (the most you can imagine)"))
    log.add_argument("--area", required=True, metavar="AREA", help=_("low-back, buttock, hip, hamstring, calf or foot"))
    log.add_argument("--side", metavar="SIDE", help=_("left, right or both"))
    log.add_argument("--quality", metavar="Q", default="tightness", help=_("what it feels like"))
    log.add_argument("--note", metavar="T", default="", help=_("anything worth remembering"))
    log.add_argument("--at", metavar="ISO", help=_("when, such as 2026-05-01T08:30; now if left out"))
    report = add("report", _("put a period of the journal on a page for whoever treats you"))
    report.show("limber report --out report.pdf --from 2026-11-01")
    report.add_argument(
        "--out", required=True, metavar="FILE", help=_("the file to write: .pdf, or .txt as a note to paste")
    )
    _add_period(report)
    report.add_argument("--paper", choices=("a4", "letter"), help=_("the paper; that of your country if left out"))
    report.add_argument(
        "--pages",
        nargs="+",
        default=[],
        choices=("curves", "sessions", "entries", "all"),
        help=_("what follows the first page"),
    )
    report.add_argument("--notes", choices=("none", "all"), default="none", help=_("which of your notes are on it"))
    add("entries", _("list the entries")).add_argument("--json", action="store_true", help=_("as JSON"))
    insights = add("insights", _("say what the journal tells: each area with its trend, each exercise with its change"))
    insights.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_breaks(add: Add, common: _Parser) -> None:
    """Commands to the program that runs: about breaks at the desk."""
    add("status", _("say when the next break comes, and why not now")).add_argument(
        "--json", action="store_true", help=_("as JSON")
    )
    words = add("break", _("say something about breaks to the Limber that runs")).add_subparsers(
        dest="say", required=True, title=_("words"), metavar=_("WORD"), parser_class=_Parser
    )

    def word(name: str, helps: str) -> ArgumentParser:
        made: ArgumentParser = words.add_parser(name, help=helps, description=helps, parents=[common])
        return made

    word("now", _("take a break now")).add_argument("--shorter", action="store_true", help=_("a shorter one"))
    word("snooze", _("put off the one that is asked for"))
    word("skip", _("leave the one that is due out, or end the one that is open"))
    word("pause", _("ask nothing for some time")).add_argument(
        "length", metavar="LENGTH", help=_("30m, 2h, 1h30m, or until-tomorrow")
    )
    word("resume", _("end the pause, or the meeting"))
    word("busy", _("be in a meeting, and not interrupted")).add_argument(
        "until", metavar="TIME", help=_("its end, such as 15:30")
    )


def _add_taking(add: Add) -> None:
    """Commands that take the journal along, and bring it back."""
    export = add("export", _("write the journal into files for others"))
    export.show("limber export --out journal.csv")
    export.add_argument("--out", required=True, metavar="PATH", help=_("the file to write, or for all tables a folder"))
    export.add_argument(
        "--format",
        choices=("csv", "jsonl", "fhir"),
        help=_("csv for a spreadsheet, jsonl to bring the journal to another computer, fhir for a clinical record"),
    )
    export.add_argument("--from", dest="first", metavar="DAY", help=_("only from this day on, such as 2026-11-01"))
    export.add_argument("--to", dest="last", metavar="DAY", help=_("only up to this day"))
    export.add_argument("--force", action="store_true", help=_("write over what is there"))
    add("import", _("take in a journal that was exported as jsonl")).add_argument("file", metavar="PATH")


def _add_period(command: ArgumentParser) -> None:
    """Options for a period of local days."""
    command.add_argument("--from", dest="first", metavar="DAY", help=_("the first day, such as 2026-11-01"))
    command.add_argument("--to", dest="last", metavar="DAY", help=_("the last day; today if left out"))


def _add_hidden(commands: Any) -> None:
    """Commands for the program itself: without a line of help nobody is shown them."""
    sounds = commands.add_parser("sound-process")
    sounds.add_argument("folder")
    sounds.add_argument("--look", action="store_true")
    sounds.set_defaults(command=_lazy("sound_process"))


def _add_care(add: Add) -> None:
    """Commands that look after the program and the data."""
    tour = add("tour", _("save a picture of every page, with made-up data"))
    tour.add_argument("--out", required=True, metavar="DIR")
    tour.add_argument("--session", action="store_true", help=_("every state of a session instead of every page"))
    add("backup", _("make a verified copy of the journal"))
    add("restore", _("put a backup back; the present journal is set aside")).add_argument("file", metavar="FILE")
    add("doctor", _("say what works here and what does not"))
