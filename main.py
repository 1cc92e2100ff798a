"""Start Limber: `python3 main.py`. The first start sets everything up, in .venv, and says what it does.

    python3 main.py [arguments]      the program, as `limber [arguments]`
    python3 main.py test [arguments] the tests, as `pytest [arguments]`
    python3 main.py setup [dev]      only set up, with what the tests need; `dev` adds what `make check` needs

Written so that an old Python can still read it and say what is wrong.
"""

import os
import sys

ROOT = os.path.dirname(os.path.realpath(__file__))
OLDEST = (3, 11)


def too_old(version, executable):
    """Give the one sentence for a Python that cannot run Limber, None for one that can."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return "Limber needs Python %d.%d or newer; this is Python %d.%d (%s)." % (
        OLDEST + tuple(version[:2]) + (executable,)
    )


def hand_over(command):
    """Become that command; where a process cannot (Windows), run it and give its exit code."""
    if os.name == "posix":
        sys.stdout.flush()
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


def main(arguments):
    """Set up if need be, then become the program or its tests."""
    sentence = too_old(sys.version_info, sys.executable)
    if sentence:
        sys.stderr.write(sentence + "\n")
        return 1
    sys.path.insert(0, os.path.join(ROOT, "packaging"))
    import stamp

    wish, rest = stamp.wish(arguments)
    if wish == "setup" or not stamp.ready(ROOT, stamp.level(wish, rest)):
        import bootstrap

        code = bootstrap.set_up(ROOT, stamp.level(wish, rest), again=wish == "setup")
        if code or wish == "setup":
            return code
    if wish == "test":
        os.chdir(ROOT)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return hand_over(stamp.command(ROOT, wish, rest))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
