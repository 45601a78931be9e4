"""Checks an archive against its captures, and mends what can be mended without losing anything.

What is read is changed by nobody meanwhile: a site that is crawled is left out (the caller knows which those are).
"""

from blitar_scraper.archive.verification.checking import Checked, verify
from blitar_scraper.archive.verification.findings import KINDS, SHOWN, Finding, Findings, Kind
from blitar_scraper.archive.verification.mending import Mended, repair

__all__ = ["KINDS", "SHOWN", "Checked", "Finding", "Findings", "Kind", "Mended", "repair", "verify"]
