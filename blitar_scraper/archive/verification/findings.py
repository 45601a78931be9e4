"""What a verification finds: each thing that is wrong, where, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

# Of each kind so many are told one by one; more would hide the other kinds. The count is exact.
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be wrong: in a sentence about so many of them, and what can be done."""

    one: str
    many: str
    remedy: str


_FROM_A_COPY = "put the file back from a copy; with --repair, problems tells which captures are concerned"
_REPAIR = "blitar verify --repair mends it"
_REPARSE = "blitar reparse reads them from the captures again"

# In the order in which they are told: what is lost first.
KINDS = {
    "database": Kind(
        "fault in the SQLite file itself",
        "faults in the SQLite file itself",
        "put the file back from a copy; or move it away: blitar reparse makes the archive again from its WARC files",
    ),
    "index": Kind("index of the SQLite file is damaged", "indexes of the SQLite file are damaged", _REPAIR),
    "file-missing": Kind("WARC file is not there", "WARC files are not there", _FROM_A_COPY),
    "file-unreadable": Kind("WARC file cannot be read", "WARC files cannot be read", "see to the disk, or to who may"),
    "capture-damaged": Kind("capture is not what was received", "captures are not what was received", _FROM_A_COPY),
    "record-damaged": Kind(
        "place in a WARC file is damaged that no capture is at",
        "places in WARC files are damaged that no capture is at",
        "put the file back from a copy",
    ),
    "capture-unknown": Kind(
        "row names a capture that the archive does not have",
        "rows name a capture that the archive does not have",
        "run --repair, which makes the row again where its record is; if WARC files were moved away, put them back",
    ),
    "original-missing": Kind(
        "capture repeats another one that is not there",
        "captures repeat another one that is not there",
        "put the WARC file with the other one back, then run --repair",
    ),
    "capture-differs": Kind(
        "row of captures does not say what its record says",
        "rows of captures do not say what their records say",
        _REPAIR,
    ),
    "capture-twice": Kind(
        "record has more than one row in captures", "records have more than one row in captures", "no harm is done"
    ),
    "file-left-open": Kind(
        "WARC file was left open by a run that was killed",
        "WARC files were left open by runs that were killed",
        "the next crawl of the site closes it, and so does blitar verify --repair",
    ),
    "file-torn": Kind(
        "WARC file does not end with a whole record", "WARC files do not end with a whole record", _REPAIR
    ),
    "capture-unindexed": Kind("record has no row in captures", "records have no row in captures", _REPAIR),
    "value-damaged": Kind(
        "version of an article does not have the values that its digest was made of",
        "versions of articles do not have the values that their digests were made of",
        _REPARSE,
    ),
    "version-missing": Kind(
        "article lacks one of its versions",
        "articles lack some of their versions",
        "put the SQLite file back from a copy; or blitar reparse adds what they said, under other numbers",
    ),
    "reference": Kind(
        "row names another one that is not there",
        "rows name others that are not there",
        "put the SQLite file back from a copy",
    ),
    "search-index": Kind("fault in the search index", "faults in the search index", _REPAIR),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `where`: file and offset, or table and row; `articles`: uids of those concerned."""

    kind: str
    where: str
    what: str
    articles: tuple[str, ...] = ()


@dataclass
class Findings:
    """What was found, counted by kind; the first SHOWN of each kind are kept."""

    counts: dict[str, int] = field(default_factory=dict)
    shown: dict[str, list[Finding]] = field(default_factory=dict)

    def has_room(self, kind: str) -> bool:
        """Whether the next of that kind will be shown."""
        return len(self.shown.get(kind, ())) < SHOWN

    def add(self, kind: str, where: str, what: str, articles: Iterable[str] = (), *, number: int = 1) -> None:
        """Count it, or `number` of them that are told in one line."""
        assert kind in KINDS, kind
        self.counts[kind] = self.counts.get(kind, 0) + number
        if self.has_room(kind):
            self.shown.setdefault(kind, []).append(Finding(kind, where, what, tuple(articles)))

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def take(self, kind: str) -> int:
        """Forget those of a kind, because they were mended; how many."""
        self.shown.pop(kind, None)
        return self.counts.pop(kind, 0)

    def in_order(self) -> list[tuple[Kind, int, list[Finding]]]:
        """Each kind that was found, with its count and those that are shown."""
        return [(kind, self.counts[name], self.shown[name]) for name, kind in KINDS.items() if name in self.counts]
