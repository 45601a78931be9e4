"""The site answers, and does not want to or cannot."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

from tests.faults.fault import Fault
from tests.faults.row import FULL, Row, of_page, of_site
from tests.faults.site import HTML, Answer, html

_BLOCKED, _UNREACHABLE = of_site("blocked"), of_site("unreachable")
_LEAVES = "Asks for no more in this run. What is known stays; nothing is taken for removed or edited."


def _status(status: int, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, {"Content-Type": HTML, **named}, f"<h1>{status}</h1>".encode())


def _bare(title: str, text: str, more: str = "") -> Answer:
    return html(f"<!doctype html><html><head><title>{title}</title></head><body>{text}{more}</body></html>")


CHALLENGE = Answer(
    200,
    {"Content-Type": HTML, "Server": "cloudflare"},
    b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h2>Checking your browser before accessing</h2>"
    b'<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>',
)
MAINTENANCE = _bare("Perbaikan", "<h1>Situs sedang dalam pemeliharaan</h1><p>Silakan kembali lagi nanti.</p>")
LOGIN = _bare(
    "Masuk",
    '<form method="post"><label>Nama pengguna</label><input name="u"><label>Kata sandi</label><input type="password" name="p"><button>Masuk</button></form>',
)
PARKED = _bare("sukaresmi", "<h1>Domain ini dijual</h1><p>This domain is for sale.</p>")
SUSPENDED = _bare("Account Suspended", "<h1>Account Suspended</h1><p>Contact your hosting provider.</p>")

ROWS = (
    Row(
        "429-wait-30-seconds",
        "429 with `Retry-After: 30`, twice; then the site answers.",
        "Waits as long as it is asked to, and goes on.",
        faults=(Fault(where="pages", times=2, answer=_status(429, Retry_After="30")),),
        slept=(60, 200),
    ),
    Row(
        "429-wait-until",
        "429 with a `Retry-After` that is a date, a minute away; then the site answers.",
        "Waits until then, and goes on.",
        faults=(Fault(where="pages", times=1, answer=_status(429), retry_after=60),),
        slept=(40, 200),
    ),
    Row(
        "429-wait-a-day",
        "429 with `Retry-After: 86400`.",
        "Asks for no more in this run; the reason says how long the site asks us to wait.",
        4,
        (_BLOCKED, of_page("http-429")),
        reason="429",
        faults=(Fault(where="pages", answer=_status(429, Retry_After="86400")),),
        slept=(0, 900),
        most_requests=4,
    ),
    Row(
        "429-wait-nonsense",
        "429 with a `Retry-After` that is neither number nor date, for ever.",
        "Waits a little longer each time, then leaves the site.",
        4,
        (_BLOCKED, of_page("http-429")),
        reason="429",
        faults=(Fault(where="pages", answer=_status(429, Retry_After="nanti saja, -1")),),
        slept=(1, 1800),
        most_requests=12,
    ),
    Row(
        "429-for-ever",
        "429 without a word on how long, for ever.",
        "Waits a little longer each time, then leaves the site.",
        4,
        (_BLOCKED, of_page("http-429")),
        reason="429",
        faults=(Fault(where="pages", answer=_status(429)),),
        slept=(1, 1800),
        most_requests=12,
    ),
    Row(
        "403-everywhere",
        "403 for every page.",
        _LEAVES,
        4,
        (_BLOCKED, of_page("http-403")),
        reason="403",
        faults=(Fault(where="pages", answer=_status(403)),),
        most_requests=8,
    ),
    Row(
        "403-in-mid-run",
        "403 for every page after some articles of a full run: we were shut out.",
        "Asks for no more after some refusals in a row; what was read is kept, the rest stays due.",
        4,
        (_BLOCKED, of_page("http-403")),
        reason="403",
        faults=(Fault(where="pages", after=12, answer=_status(403)),),
        options=FULL,
        most_requests=30,
    ),
    Row(
        "403-for-one-article",
        "403 for one article's page.",
        "Notes it, keeps what is known of it, and asks again another day.",
        0,
        (of_page("http-403"),),
        faults=(Fault(where="known-article", answer=_status(403)),),
    ),
    Row(
        "500-burst",
        "500 for three requests in a row; then the site answers.",
        "Tries again after a pause, and is content.",
        faults=(Fault(where="articles", times=2, answer=_status(500)),),
    ),
    Row(
        "500-for-ever",
        "500 for every page.",
        "Tries twice more, each time after a longer pause, then leaves the site until the next run.",
        4,
        (_UNREACHABLE, of_page("http-500")),
        reason="500",
        faults=(Fault(where="pages", answer=_status(500)),),
        most_requests=12,
    ),
    Row(
        "500-for-articles",
        "The listings are well; every article's page is a 500.",
        "Stops asking when it is clear that all fail; says that no article could be read.",
        3,
        (of_site("articles-unreadable"), of_page("http-500")),
        reason="none of|could not be read",
        faults=(Fault(where="articles", answer=_status(500)),),
        most_requests=40,
    ),
    Row(
        "503-maintenance-an-hour",
        "503 with a page on maintenance and `Retry-After: 3600`.",
        "Waits no hour: asks for no more in this run.",
        4,
        (_BLOCKED,),
        may_tell=(of_page("http-503"), of_page("maintenance"), of_page("robots-unavailable")),
        reason="503|maintenance",
        faults=(Fault(where="everywhere", answer=Answer(503, {"Retry-After": "3600"}, MAINTENANCE.body)),),
        slept=(0, 900),
        most_requests=8,
    ),
    Row(
        "503-for-a-moment",
        "503 with `Retry-After: 5`, twice; then the site answers.",
        "Waits as long as it is asked to, and goes on.",
        faults=(Fault(where="pages", times=2, answer=_status(503, Retry_After="5")),),
        slept=(5, 120),
    ),
    Row(
        "challenge-at-the-door",
        "A firewall's challenge with status 200 instead of every page.",
        _LEAVES,
        4,
        (_BLOCKED, of_page("challenge")),
        reason="firewall's check",
        faults=(Fault(where="pages", answer=CHALLENGE),),
        most_requests=8,
    ),
    Row(
        "challenge-in-mid-run",
        "After some articles of a full run a challenge with status 200 instead of every page.",
        "Asks for no more after some in a row; no challenge becomes an article or an edit.",
        4,
        (_BLOCKED, of_page("challenge")),
        reason="firewall's check",
        faults=(Fault(where="pages", after=12, answer=CHALLENGE),),
        options=FULL,
        most_requests=30,
    ),
    Row(
        "maintenance-at-the-door",
        "A page on maintenance with status 200 instead of home page and listings.",
        _LEAVES,
        4,
        (_UNREACHABLE, of_page("maintenance")),
        reason="maintenance",
        faults=(Fault(where="listings", answer=MAINTENANCE),),
        most_requests=8,
    ),
    Row(
        "maintenance-everywhere",
        "A page on maintenance with status 200 instead of everything, robots.txt too.",
        _LEAVES,
        4,
        (_UNREACHABLE, of_page("maintenance")),
        reason="maintenance",
        faults=(Fault(where="everywhere", answer=MAINTENANCE),),
        most_requests=8,
    ),
    Row(
        "maintenance-of-articles",
        "The listings are well; every article's page says that it is under maintenance, with status 200.",
        "Says that no article could be read; none is taken for removed or edited.",
        3,
        (of_site("articles-unreadable"), of_page("maintenance")),
        reason="none of|could not be read",
        faults=(Fault(where="articles", answer=MAINTENANCE),),
    ),
    Row(
        "login",
        "Nothing but a form that asks for a password.",
        _LEAVES,
        4,
        (_BLOCKED, of_page("login")),
        reason="asks for a password",
        faults=(Fault(where="pages", answer=LOGIN),),
        most_requests=8,
    ),
    Row(
        "parked",
        "The domain has expired and is for sale.",
        _LEAVES,
        4,
        (_UNREACHABLE, of_page("parked")),
        reason="no site on it",
        faults=(Fault(where="everywhere", answer=PARKED),),
        most_requests=8,
    ),
    Row(
        "suspended",
        "The hosting company has suspended the site, and says so with status 200.",
        _LEAVES,
        4,
        (_UNREACHABLE, of_page("suspended")),
        reason="suspended",
        faults=(Fault(where="everywhere", answer=SUSPENDED),),
        most_requests=8,
    ),
)
