"""The provinces, regencies and cities of Indonesia, their time zones, and which of them a host name belongs to.

Where the data comes from: `regions.csv` is made from the npm package indonesia-nodejs 1.1.0 (MIT licence, M. Hamdani
Ilham Latjoro), which gives the codes and names of Kepmendagri No. 300.2.2-2138 Tahun 2025. White space was folded and
three shortened words were written out ("Kab", "Kep."). Checked against the npm package idn-area-data 4.0.1 (same
decree): all 38 codes of provinces and 514 of regencies and cities are the same in both (416 kabupaten, one of them and
five of the 98 kota administrative ones of Jakarta), and so are, after that clean-up, all names. The 32 oldest
provinces but Jakarta and Yogyakarta bear the same names in ISO 3166-2 (Debian's iso-codes 4.15). Kepmendagri No.
300.2.2-2430 Tahun 2025, a later list, was not at hand.
The column `acronyms` is this project's own: those in official use ("jatim", "rohil") that stand in host names.

Names: as in the decree with "Kabupaten" or "Kota" before regencies and cities ("Kabupaten Blitar", "Kota Administrasi
Jakarta Pusat"), and nothing before provinces ("Jawa Timur", "Daerah Istimewa Yogyakarta"); `province` is such a name.

Time zones (Keppres No. 41 Tahun 1987; no province is in two): WIB is Asia/Jakarta on Sumatra and Java, Asia/Pontianak
in the west and centre of Kalimantan; WITA is Asia/Makassar; WIT is Asia/Jayapura.

Host names (Permenkominfo No. 28/PER/M.KOMINFO/9/2006): the region's official name or its acronym, then "prov", "kab" or
"kota", then go.id; agencies are sub-domains. Permenkominfo No. 5 Tahun 2015 allows the name alone, to whoever comes
first, so that is believed only where one region bears it: `malang.go.id` could be the city's or the regency's.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PONTIANAK = {"61", "62"}  # Kalimantan Barat, Kalimantan Tengah
_MAKASSAR = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
_JAYAPURA = {"81", "82", "91", "92", "93", "94", "95", "96"}

_SUFFIX = {"provinsi": "prov", "kabupaten": "kab", "kota": "kota"}
_PREFIX = {
    "provinsi": ("prov", "pemprov"),
    "kabupaten": ("kab", "kabupaten", "pemkab"),
    "kota": ("kota", "pemkot", "pemko"),
}
# SIAK is also the name of the national population register's system.
_NOT_A_REGION_ALONE = {"siak"}

_KELURAHAN = re.compile(r"kel(-.+)?|(kelurahan|lurah).*")
_KECAMATAN = re.compile(r"kec(-.+)?|(kecamatan|camat).*")
# How the names of agencies (organisasi perangkat daerah) begin. A label that begins otherwise may be anything.
_OPD = re.compile(
    r"""(
    dinas | din(dik|hub|kes|kom|kop|lh|naker|par|per|pmd|pora|pupr|sos|tan)
    | dis(arpus|bud|bun|but|dag|dik|duk|hub|hut|kan|kes|ket|kom|kop|lut|nak|par|per|pmd|pora|pus|sos|tan)
    | dkp | dlh | dp2kb | dp3a | dpk | dpmd | dpmptsp | dppkb | dpupr | dputr | pupr | dukcapil
    | badan | bapenda | bappeda | bappelitbang | balitbang | bakesbang | kesbang
    | bkad | bkd | bkpp | bkpsdm | bpbd | bpkad | bpkd | bpsdm | brida
    | infokom | kominfo | inspektorat | polpp | ppid | prokopim | rsj | rsud | satpol | sekretariat | setda | setwan
    ).*""",
    re.X,
)


@dataclass(frozen=True, slots=True)
class Region:
    """A province, regency or city: Kemendagri code ("35", "35.72"), official name, level ("provinsi", "kabupaten",
    "kota"), the province's name, IANA time zone."""

    code: str
    name: str
    level: str
    province: str
    timezone: str


@cache
def regions() -> tuple[Region, ...]:
    """All of them in the order of their codes, each province before its regencies and cities."""
    return tuple(region for region, _ in _rows())


def region(code: str) -> Region | None:
    """The region with this Kemendagri code ("35", "35.72"); None where there is none."""
    return _by_code().get(code)


def region_of_host(host: str) -> Region | None:
    """The regional government that a host name belongs to; that of an agency's sub-domain, too.

    `blitarkota.go.id` and `dinkes.blitarkota.go.id` are Kota Blitar. None where the name leaves a doubt, and for
    villages (desa.id), central government and every host outside go.id.
    """
    owner, sub = _split(host)
    found = _by_label().get(owner.replace("-", "")) if owner else None
    if found is None or found.level != "provinsi":
        return found
    # A government of its own may be a guest on its province's host.
    guests = {_by_label().get(label.replace("-", "")) for label in sub} - {None, found}
    return None if guests else found


def level_of_host(host: str) -> str | None:
    """Whose site a host name is: "provinsi", "kabupaten" or "kota" for the government's own host (with or without
    `www.`), "opd" for one of its agencies, "kecamatan", "kelurahan", "desa". None where the name does not say it."""
    if re.fullmatch(r"([a-z0-9-]+\.)+desa\.id", _clean(host)):
        return "desa"
    found = region_of_host(host)
    if found is None:
        return None
    sub = [label for label in _split(host)[1] if label not in ("www", "old", "m")]
    if not sub:
        return found.level
    for level, form in (("kelurahan", _KELURAHAN), ("kecamatan", _KECAMATAN), ("opd", _OPD)):
        if any(form.fullmatch(label) for label in sub):
            return level
    return None


def _clean(host: str) -> str:
    return host.strip().lower().partition(":")[0].rstrip(".")


def _split(host: str) -> tuple[str | None, list[str]]:
    """The label that is registered under go.id, and those before it."""
    labels = _clean(host).split(".")
    if len(labels) < 3 or labels[-2:] != ["go", "id"]:
        return None, []
    return labels[-3], labels[:-3]


def _rows() -> Iterator[tuple[Region, list[str]]]:
    province = ""
    table = files("blitar_scraper").joinpath("regions.csv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines()):
        code, name = row["code"], row["name"]
        level = name.partition(" ")[0].lower() if len(code) > 2 else "provinsi"
        province = name if level == "provinsi" else province
        yield Region(code, name, level, province, _timezone(code[:2])), row["acronyms"].split()


def _timezone(province_code: str) -> str:
    if province_code in _PONTIANAK:
        return "Asia/Pontianak"
    if province_code in _MAKASSAR:
        return "Asia/Makassar"
    return "Asia/Jayapura" if province_code in _JAYAPURA else "Asia/Jakarta"


@cache
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in regions()}


@cache
def _by_label() -> dict[str, Region]:
    """The regions by every label under go.id that can mean only one of them."""
    meant: dict[str, set[Region | None]] = defaultdict(set)
    for region, acronyms in _rows():
        for label in _labels(region, acronyms):
            meant[label].add(region)
        for acronym in acronyms:
            # Alone, a province's acronym is certain; "mitra" (Minahasa Tenggara) is also a word.
            meant[acronym].add(region if region.level == "provinsi" else None)
    return {label: region for label, found in meant.items() for region in found if region and len(found) == 1}


def _labels(region: Region, acronyms: list[str]) -> Iterator[str]:
    words = region.name.lower().replace("-", " ").split()
    words = words if region.level == "provinsi" else [word for word in words[1:] if word != "administrasi"]
    name = "".join(words)
    stems = [name, *acronyms]
    # Regencies and provinces of islands leave that word out (mentawaikab, morotaikab, bangkabelitungprov).
    if words[0] in ("kepulauan", "pulau") and words[1] != "riau":
        stems.append("".join(words[1:]))
    for stem in stems:
        yield stem + _SUFFIX[region.level]
        yield from (prefix + stem for prefix in _PREFIX[region.level])
    if name not in _NOT_A_REGION_ALONE:
        yield name
