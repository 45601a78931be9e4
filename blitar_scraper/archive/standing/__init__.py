"""How the sites of an archive stand: what was last done, what is usual, and what needs a person's attention.

Only read, and only from the tables: an archive that an older program wrote, or that nobody may write, is told of all
the same. There is no clock and no lock here: `now` and who is running are given.
"""

from blitar_scraper.archive.standing.disk import Disk, disk_of
from blitar_scraper.archive.standing.standings import Standing, standings

__all__ = ["Disk", "Standing", "disk_of", "standings"]
