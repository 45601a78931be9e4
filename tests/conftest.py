"""For all tests: a property is judged by its answer, however busy the machine is; files go where they cost least."""

import os
import shutil
from pathlib import Path

from hypothesis import settings

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# Archives are made by the thousand and synced to the disk each, as they must be. In memory that costs nothing. A run
# of all tests leaves 300 MB, and the last three runs are kept; a container's usual 64 MB are left alone.
_MEMORY, _ENOUGH = Path("/dev/shm"), 4_000_000_000
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
