"""The language of speech-dispatcher, without a socket."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.desktop.ssip import Conversation, Reader, SsipError, Told
from coach.ports.voice import Manner, News, one_line


def _sent(talk: Conversation) -> list[str]:
    out, talk.out = talk.out.decode(), b""
    return out.split("\r\n")[:-1]


def _greeted() -> Conversation:
    talk = Conversation()
    talk.greet()
    told: list[Told] = []
    while commands := _sent(talk):
        assert len(commands) == 1, "one command at a time"
        told += talk.hear(b"250-espeak-ng\r\n250 OK\r\n" if commands[0].startswith("LIST") else b"220 OK\r\n")
    assert told == [Told(News.READY, 0)]
    return talk


def _say(talk: Conversation, number: int, text: str, key: str) -> list[str]:
    """Say a sentence, answer every command, and return what was sent."""
    talk.say(number, text, Manner())
    sent = _sent(talk)
    while sent[-1] != "SPEAK":
        talk.hear(b"200 OK\r\n")
        sent += _sent(talk)
    talk.hear(b"230 OK RECEIVING DATA\r\n")
    sent += _sent(talk)
    talk.hear(f"225-{key}\r\n225 OK MESSAGE QUEUED\r\n".encode())
    return sent


def test_a_sentence_is_sent_after_its_manner_and_its_news_carry_its_number() -> None:
    """What is said before stops, the manner is set once, and begin and end come back with our number."""
    talk = _greeted()
    assert _say(talk, 7, "Hold for ten seconds.", "41") == [
        "CANCEL self",
        "SET self LANGUAGE en",
        "SET self RATE 0",
        "SET self VOLUME 100",
        "SPEAK",
        "Hold for ten seconds.",
        ".",
    ]
    assert talk.hear(b"701-41\r\n701-1\r\n701 BEGIN\r\n") == [Told(News.BEGUN, 7)]
    assert talk.hear(b"702-41\r\n702-1\r\n702 END\r\n") == [Told(News.ENDED, 7)]
    assert _say(talk, 8, "Rest.", "42") == ["CANCEL self", "SPEAK", "Rest.", "."]


def test_news_that_come_before_the_number_are_not_lost() -> None:
    """A begin that is told before the sentence is acknowledged still belongs to it."""
    talk = _greeted()
    talk.say(1, "Rest.", Manner())
    while _sent(talk)[-1:] != ["SPEAK"]:
        talk.hear(b"200 OK\r\n")
    talk.hear(b"230 OK\r\n701-9\r\n701-1\r\n701 BEGIN\r\n")
    assert talk.hear(b"225-9\r\n225 OK\r\n") == [Told(News.BEGUN, 1)]


def test_the_end_of_the_sentence_before_is_not_taken_for_this_ones() -> None:
    """A newer sentence cancels the older, whose cancellation is nobody's news."""
    talk = _greeted()
    _say(talk, 1, "Long.", "1")
    talk.hear(b"701-1\r\n701-1\r\n701 BEGIN\r\n")
    _say(talk, 2, "New.", "2")
    assert talk.hear(b"703-1\r\n703-1\r\n703 CANCELED\r\n") == []


def test_a_newer_sentence_takes_the_place_of_one_not_sent_yet() -> None:
    """Only the newest is spoken, and it sets the manner again that was not sent."""
    talk = _greeted()
    talk.say(1, "One.", Manner())
    talk.say(2, "Two.", Manner())
    sent = _sent(talk)
    for _answer in range(9):
        talk.hear(b"230 OK\r\n" if sent[-1] == "SPEAK" else b"200 OK\r\n")
        sent += _sent(talk)
        if sent[-1] == ".":
            break
    assert "Two." in sent
    assert "One." not in sent
    assert "SET self LANGUAGE en" in sent


def test_a_sentence_under_way_keeps_its_own_words() -> None:
    """Where SPEAK was sent already, its data is the sentence it was sent for."""
    talk = _greeted()
    talk.say(1, "One.", Manner())
    while _sent(talk)[-1:] != ["SPEAK"]:
        talk.hear(b"200 OK\r\n")
    talk.say(2, "Two.", Manner())
    talk.hear(b"230 OK\r\n")
    assert _sent(talk) == ["One.", "."]


@given(st.text())
def test_no_sentence_can_command_the_engine(text: str) -> None:
    """Whatever is in a sentence, it is one line, and a leading dot is doubled: it never ends the data early."""
    said = _say(_greeted(), 1, text, "1")
    line = said[said.index("SPEAK") + 1]
    assert said[said.index("SPEAK") + 2 :] == ["."]
    assert line != "."
    assert line in {one_line(text), f".{one_line(text)}"}


@pytest.mark.parametrize("rubbish", [b"HTTP/1.1 400\r\n", b"\xff\xfe\r\n", b"\r\n", b"22x OK\r\n", b"x" * 70_000])
def test_what_is_not_ssip_is_an_error(rubbish: bytes) -> None:
    """A line that is no reply, and an endless one, end the conversation."""
    with pytest.raises(SsipError):
        list(Reader().feed(rubbish))


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_rubbish_raises_nothing_else(pieces: list[bytes]) -> None:
    """Any bytes in any pieces are replies or an `SsipError`."""
    talk = Conversation()
    talk.greet()
    with suppress(SsipError):
        for piece in pieces:
            talk.hear(piece)


def test_replies_may_arrive_in_pieces() -> None:
    """A reply is whole when its last line is."""
    reader = Reader()
    assert list(reader.feed(b"225-1")) == []
    assert list(reader.feed(b"7\r\n225 OK QUE")) == []
    (reply,) = reader.feed(b"UED\r\n")
    assert (reply.code, reply.data, reply.words) == (225, ("17",), "OK QUEUED")


@pytest.mark.parametrize(("answer", "words"), [(b"301 ERR\r\n", "did not take"), (b"225 OK\r\n", "did not take")])
def test_a_refused_sentence_is_an_error(answer: bytes, words: str) -> None:
    """The engine is of no use when it takes no sentence."""
    talk = _greeted()
    talk.say(1, "One.", Manner())
    while _sent(talk)[-1:] != ["SPEAK"]:
        talk.hear(b"200 OK\r\n")
    with pytest.raises(SsipError, match=words):
        talk.hear(answer)


def test_the_dummy_module_is_no_voice() -> None:
    """A daemon with nothing but its dummy says a sentence of its own and reports success: it is not used."""
    talk = Conversation()
    talk.greet()
    while not _sent(talk)[-1].startswith("LIST"):
        talk.hear(b"220 OK\r\n")
    with pytest.raises(SsipError, match="no voice"):
        talk.hear(b"250-dummy\r\n250 OK\r\n")
