"""Characters that are not text: they move the cursor, colour the screen, or turn the line around.

A page may hold any of them, and the archive keeps them all; where text is printed they must not act. Left alone are
the line end, the tab, and the joiners that emoji and some scripts need.
"""

from __future__ import annotations

import re

# C0 and C1 (ESC, CSI, NUL, backspace, a lone carriage return), line and paragraph separators that are not line ends
# here, marks and embeddings that turn the direction (Trojan Source), the byte order mark, interlinear notes, tags,
# lone surrogates (they cannot be written as UTF-8).
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


def shown(text: str) -> str:
    """The text with each such character written out, as in `\\x1b` or `\\u202e`."""
    return _CONTROLS.sub(lambda match: _written(match[0]), text)


def without_controls(text: str) -> str:
    """The text without them, on one line, white space folded."""
    return " ".join(_CONTROLS.sub("", text).split())


def shown_in_json(text: str) -> str:
    """JSON text with each of them as JSON's own escape: what is read from it is what was written."""
    return _CONTROLS.sub(lambda match: "".join(f"\\u{unit:04x}" for unit in _utf16(match[0])), text)


def _written(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _utf16(character: str) -> list[int]:
    data = character.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[place : place + 2], "big") for place in range(0, len(data), 2)]
