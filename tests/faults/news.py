"""What the site of the fault tests publishes, and when: thirty-one articles around its first ten days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Jakarta")
DAY_ONE = date(2026, 3, 2)
# The day on which the fault is there, after a week of healthy daily runs; on the next it is over.
FAULT_DAY = 7
# Days of publication, counted from the first day. A third of what is older is due for another look on the day of the
# fault (1, 7 and 30 days after publication), so that a day's run reads ten articles, seven of them known.
OLDER = (-40, -38, -35, -33, -31, -28, -26, -25, -23, -23, -23, -19, -15, -12, -9, -6, -5, -4, -3, -2, -1)
WEEK = (0, 0, 1, 3, 4, 6, 6)
ON_FAULT_DAY = (7, 7, 7)
AFTERWARDS = (8,)
LATER = (FAULT_DAY + 61, FAULT_DAY + 61)
BUSY = tuple(FAULT_DAY for _ in range(15))

_WHO = ("Bupati", "Dinas Kesehatan", "Dinas Pertanian", "Satpol PP", "Wakil Bupati", "Dinas Perhubungan", "BPBD")
_DOES = ("meresmikan", "meninjau", "memperbaiki", "membagikan bantuan untuk", "menggelar pelatihan di", "menata")
_WHAT = ("pasar rakyat", "jembatan gantung", "posyandu", "kebun bibit", "terminal", "balai desa", "irigasi", "taman")
_WHERE = ("Sukaresmi", "Karangmulya", "Tanjungsari", "Wonosari", "Mekarjaya", "Sidomulyo", "Banjarwangi", "Cikaret")
_AUTHORS = ("Rina Wulandari", "Agus Prasetyo", "Dewi Lestari", "Tim Kominfo")
_SECTIONS = ("Pemerintahan", "Kesehatan", "Pertanian")


@dataclass(frozen=True)
class News:
    """An article as the site has it: what the archive must say of it, and no other."""

    number: int
    title: str
    slug: str
    author: str
    section: str
    published: datetime
    readers: int
    paragraphs: tuple[str, ...]

    @property
    def path(self) -> str:
        return f"/berita/{self.slug}"

    @property
    def day(self) -> int:
        return (self.published.date() - DAY_ONE).days

    @property
    def published_at(self) -> str:
        return self.published.isoformat(timespec="minutes")

    @property
    def body(self) -> str:
        return "\n".join(self.paragraphs)


def _article(number: int, day: int) -> News:
    who, does = _WHO[number % 7], _DOES[number % 6]
    what, where = _WHAT[number % 8], _WHERE[(number // 8 + number) % 8]
    title = f"{who} {does} {what} {where} tahap {number + 1}"
    people = 40 + 7 * number
    paragraphs = (
        f"SUKARESMI - {who} {does} {what} di Desa {where} bersama perangkat desa dan warga setempat. Kegiatan tahap "
        f"{number + 1} itu dihadiri {people} orang dari {number % 5 + 2} dusun.",
        f"Dalam sambutannya ia menyampaikan bahwa {what} merupakan kebutuhan yang sudah lama ditunggu masyarakat. "
        f"Anggaran yang disediakan mencapai Rp{people * 3}.000.000 dan bersumber dari dana desa.",
        f"“Kami berharap warga Desa {where} ikut merawatnya agar manfaatnya dapat dirasakan bersama,” ujarnya. Kepala "
        "desa mengucapkan terima kasih dan berjanji akan melaporkan perkembangannya setiap bulan.",
        f"Setelah acara selesai, rombongan meninjau {number % 4 + 1} rumah warga serta menyerahkan bingkisan kepada "
        "kader setempat. Kegiatan ditutup dengan doa bersama.",
    )
    moment = datetime.combine(DAY_ONE + timedelta(days=day), time(7, number % 60), ZONE)
    slug = "-".join(title.lower().split())
    author, section = _AUTHORS[number % 4], _SECTIONS[number % 3]
    return News(number, title, slug, author, section, moment, 900 - 20 * number, paragraphs)


ARTICLES = tuple(
    _article(number, day) for number, day in enumerate((*OLDER, *WEEK, *ON_FAULT_DAY, *AFTERWARDS, *LATER, *BUSY))
)
USUAL = ARTICLES[: -len(BUSY)]
