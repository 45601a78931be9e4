"""Makes version_3.db: that of version 2, with what its program added: withholdings, one in force and one lifted.

See make_version_1.py. Run with the program of schema version 3: python make_version_3.py
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import make_version_1  # noqa: E402
import make_version_2  # noqa: E402
from archive_examples import days, url  # noqa: E402

from blitar_scraper.archive import Archive  # noqa: E402


def make(path: Path) -> None:
    """The articles of version 2; of one a field is withheld, another was withheld for a day."""
    make_version_2.make(path)
    with Archive(path) as archive:
        for name, field in (("tetap", "author"), ("hilang", None)):
            article = archive.find_article(url(name))
            assert article is not None
            archive.withhold(article, reason="permintaan", at=days(3), field=field)
            if field is None:
                archive.lift(article, at=days(4), because="izin")
    make_version_1.shrink(path)


if __name__ == "__main__":
    make(HERE / "version_3.db")
