"""Text that a spreadsheet program would take for a formula when it opens a CSV file, marked so that it does not.

Who wrote a page that was archived may have written `=HYPERLINK(...)` into its title. Programs for spreadsheets run
what begins with one of a few characters, quotation marks or not; an apostrophe before it keeps it text. The mark can
be taken away again without loss: `unguarded` is the exact inverse.
"""

from __future__ import annotations

import re

# OWASP's list ("CSV injection") and the wide forms that East Asian keyboards write. Apostrophes may already stand
# before it: one more is put there, or what was marked could not be told from what was written so.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded_text(text: str) -> str:
    """The text, with an apostrophe before it where it could be a formula; else the same object."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded_text(text: str) -> str:
    """What `guarded_text` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
