"""Bytes that are not what they are said to be, too many, or too few."""

from __future__ import annotations

from tests.faults.fault import Fault
from tests.faults.row import Row, of_page
from tests.faults.site import Answer
from tests.faults.stage import QUICKLY

_OTHERS = "Keeps what is known of it and reads all others; asks for it again in the next run."

# What may be noted of half a page; which of it is a matter of where it was cut.
_CUT = (
    of_page("response-cut"),
    of_page("html-truncated"),
    of_page("value-lost", "body"),
    of_page("value-lost", "language"),
)


def _headed(charset: str) -> object:
    def change(answer: Answer) -> Answer:
        return Answer(answer.status, {**answer.headers, "Content-Type": f"text/html; charset={charset}"}, answer.body)

    return change


def _in_windows_1252(answer: Answer) -> Answer:
    """The bytes of one encoding, said to be in another."""
    return Answer(answer.status, answer.headers, answer.body.decode().encode("cp1252"))


def _with_controls(answer: Answer) -> Answer:
    """As text from a word processor comes with: NUL, a bell, a vertical tab."""
    text = answer.body.replace(b"bersumber dari", b"bersumber\x00 dari\x07").replace(
        b"warga setempat", b"warga setempat\x0b"
    )
    return Answer(answer.status, answer.headers, text)


def _large(answer: Answer) -> Answer:
    """Two megabytes of a comment within the page: a picture that somebody put into the text."""
    return Answer(answer.status, answer.headers, answer.body.replace(b"<h1>", b"<!--" + b"x" * 2_000_000 + b"--><h1>"))


def _picture(answer: Answer) -> Answer:
    return Answer(200, {"Content-Type": "text/html"}, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def _nothing(answer: Answer) -> Answer:
    return Answer(200, answer.headers, b"")


ROWS = (
    Row(
        "charset-of-the-header-wrong",
        "The header says iso-8859-1; the pages are in UTF-8.",
        "Reads them as what they are; nothing is edited.",
        0,
        may_tell=(of_page("charset-wrong"),),
        faults=(Fault(where="articles", change=_headed("iso-8859-1")),),
    ),
    Row(
        "charset-lies",
        "Header and page say UTF-8; the bytes are windows-1252.",
        "Reads them as what they are; nothing is edited.",
        0,
        (of_page("charset-wrong"),),
        faults=(Fault(where="articles", change=_in_windows_1252),),
    ),
    Row(
        "charset-unknown",
        "The header names an encoding that there is not.",
        "Reads the pages as what they are; nothing is edited.",
        0,
        may_tell=(of_page("charset-wrong"),),
        faults=(Fault(where="articles", change=_headed("utf-88")),),
    ),
    Row(
        "gzip-cut",
        "A page was packed and cut: it ends in the middle, and its length is as it was said.",
        "Never takes half a text for an edit. " + _OTHERS,
        0,
        may_tell=_CUT,
        faults=(Fault("gzip-cut", "known-article"),),
    ),
    Row(
        "gzip-cut-new",
        "The same for an article that nobody has read yet.",
        "Notes it; the next run reads it whole.",
        0,
        may_tell=(*_CUT, of_page("body-empty", "body")),
        faults=(Fault("gzip-cut", "new-article"),),
    ),
    Row(
        "chunks-cut",
        "A page that is sent in parts ends before its last part.",
        _OTHERS,
        0,
        may_tell=(of_page("response-cut"), of_page("connection-lost")),
        faults=(Fault("chunks-cut", "known-article"),),
    ),
    Row(
        "shorter-than-said",
        "A page is shorter than its `Content-Length`.",
        _OTHERS,
        0,
        may_tell=(of_page("response-cut"), of_page("connection-lost")),
        faults=(Fault("length-long", "known-article"),),
    ),
    Row(
        "longer-than-said",
        "A page's `Content-Length` ends in the middle of its text (characters were counted, not bytes).",
        "Never takes half a text for an edit.",
        0,
        may_tell=_CUT,
        faults=(Fault("length-short", "known-article"),),
    ),
    Row(
        "gzip-bomb",
        "A page of 100 kB unpacks to 100 MB.",
        "Unpacks 16 MB at most.",
        0,
        (of_page("too-large"),),
        faults=(Fault("gzip-bomb", "known-article"),),
    ),
    Row(
        "hundred-megabytes",
        "A page is 100 MB long, and does not say so.",
        "Leaves it after 16 MB.",
        0,
        (of_page("too-large"),),
        faults=(Fault("hundred-megabytes", "known-article"),),
    ),
    Row(
        "endless-head",
        "An answer has headers without end.",
        "Leaves it after the longest time for a page.",
        0,
        may_tell=(of_page("timeout"), of_page("connection-lost"), of_page("no-answer")),
        faults=(Fault("endless-head", "known-article"),),
        settings=QUICKLY,
    ),
    Row(
        "control-characters",
        "Texts have NUL and other characters that no text may hold.",
        "Removes them; nothing is edited.",
        0,
        (of_page("control-characters"),),
        faults=(Fault(where="articles", change=_with_controls),),
    ),
    Row(
        "two-megabytes",
        "A page has two megabytes beside its text.",
        "Reads it whole, and notes that it is worth a look.",
        0,
        (of_page("page-large"),),
        faults=(Fault(where="known-article", change=_large),),
    ),
    Row(
        "a-picture-for-a-page",
        "A picture is answered at an article's address.",
        _OTHERS,
        0,
        (of_page("not-html"),),
        faults=(Fault(where="known-article", change=_picture),),
    ),
    Row(
        "nothing-for-a-page",
        "An article's address answers 200 and nothing.",
        _OTHERS,
        0,
        (of_page("not-html"),),
        faults=(Fault(where="known-article", change=_nothing),),
    ),
)
