"""Strings that are no dates, as government pages print them: what the reader of dates must refuse, all of it.

Generated from a seed, so that tests and benchmark see the same ones. None of them holds a whole date, by construction.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
HIJRI = [
    "Muharram", "Safar", "Rabiul Awal", "Rabi'ul Akhir", "Jumadil Awal", "Jumadil Akhir", "Rajab", "Sya'ban", "Ramadan",
    "Ramadhan", "Syawal", "Dzulqa'dah", "Zulkaidah", "Dzulhijjah", "Rabiul Akhir",
]  # fmt: skip
PEOPLE = ["Wali Kota", "Bupati", "Sekda", "Camat Sananwetan", "Dinas Kesehatan", "Kominfo", "Satpol PP", "PKK", "BPBD"]
DEEDS = [
    "Resmikan", "Kukuhkan", "Buka", "Tinjau", "Lepas", "Serahkan Bantuan untuk", "Raih Penghargaan", "Gelar", "Sambut",
]  # fmt: skip
THINGS = [
    "Pasar Legi", "Jembatan Kali Brantas", "Musrenbang", "Pemilu", "Apel Pagi", "Bazar Ramadan", "Car Free Day", "MTQ",
    "Pekan Imunisasi", "HUT RI ke-79", "Hari Jadi ke-118", "Porprov VIII", "Vaksin Covid-19", "KTT G-20", "Liga 3",
    "Job Fair", "Bulan Bakti Gotong Royong", "Hari Kartini", "Grebeg Pancasila", "Blitar Djadoel", "Minggu Tenang",
]  # fmt: skip
PLACES = ["Blitar", "Kepanjenkidul", "Sukorejo", "Jawa Timur", "Jl. Merdeka No. 105", "Alun-alun", "Kali Mumbul"]
DECREES = ["Perda", "Perwali", "UU", "PP", "Perpres", "Permendagri", "Keputusan", "SK", "Surat Edaran", "Instruksi"]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def _year(r: random.Random) -> int:
    return r.randint(1990, 2026)


def _headline(r: random.Random) -> str:
    head = f"{r.choice(PEOPLE)} {r.choice(DEEDS)} {r.choice(THINGS)}"
    return r.choice(
        [
            f"{head} di {r.choice(PLACES)}",
            f"{head} Tahun {_year(r)}",
            f"{head} {_year(r)}",
            f"{r.randint(2, 99)} {r.choice(['Siswa', 'Desa', 'Atlet', 'KK', 'Karet', 'Persen'])} {head}",
            f"{head} {r.randint(2, 31)} {r.choice(MONTHS)} Mendatang",
            f"{head} Periode {_year(r)}-{_year(r)}",
            f"Inflasi {r.choice(MONTHS)} {_year(r)} Capai {r.randint(0, 9)},{r.randint(0, 99):02} Persen",
            f"{r.choice(MONTHS)} Ceria, {head}",
            f"{r.choice(DAYS)} Berkah: {head}",
            f"APBD {_year(r)} Rp {r.randint(1, 9)},{r.randint(1, 99)} Triliun",
            f"{head} ke-{r.randint(2, 150)}",
            f"Top {r.randint(3, 20)} {r.choice(THINGS)} {_year(r)}",
            f"Rapor {r.randint(1, 12)}/{r.randint(1, 12)} {head}",
            f"{r.choice(THINGS)} {_year(r)}: {r.randint(1, 31)} Medali",
            f"Jalan {r.randint(1, 31)} {r.choice(MONTHS)} Ditutup",
            head.upper(),
        ]
    )


def _decree(r: random.Random) -> str:
    number, year, name = r.randint(1, 999), _year(r), r.choice(DECREES)
    return r.choice(
        [
            f"{name} Nomor {number} Tahun {year}",
            f"{name} No. {number}/{year}",
            f"{name} No {number} Th {year}",
            f"Nomor {r.randint(1, 31)} Tahun {year}",
            f"NOMOR {number} TAHUN {year} TENTANG RETRIBUSI",
            f"{number}/{r.randint(10, 99)}/{r.randint(100, 999)}.{r.randint(10, 99)}/{year}",
            f"SIARAN PERS No. {number}/{r.randint(1, 12)}/410.111.2/{year}",
            f"{number}/{r.choice(ROMAN)}/{year}",
            f"{r.randint(1, 31)}/{r.choice(ROMAN)}/{year}",
            f"Nomor: 188.45/{r.randint(1, 31):02}/HK/{year}",
            f"No. {r.randint(1, 31):02}/{r.randint(1, 12):02}/{year}",
            f"Nomor : {r.randint(1, 31):02}-{r.randint(1, 12):02}-{year}",
            f"800/{r.randint(1, 31):02}/{r.randint(1, 12):02}/{year}/BKD",
            f"KEP-{r.randint(1, 31):02}/{r.randint(1, 12):02}/{year}",
            f"{r.randint(1, 31):02}/{r.randint(1, 12):02}/{year}/SK",
            f"INV/{year}/{r.randint(1, 12):02}/{r.randint(1, 31):02}",
            f"{name} {r.randint(1, 31)}/{year}",
            f"Pasal {r.randint(1, 31)} ayat ({r.randint(1, 9)})",
            f"W.{r.randint(1, 31)}.{r.randint(1, 12)}-{year}",
        ]
    )


def _phone(r: random.Random) -> str:
    def n(digits: int) -> str:
        return "".join(r.choices("0123456789", k=digits))

    return r.choice(
        [
            f"0342-{n(6)}",
            f"(0342) {n(6)}",
            f"Telp. 0342 {n(3)} {n(3)}",
            f"08{n(2)}-{n(4)}-{n(4)}",
            f"08{n(9)}",
            f"+62 8{n(2)} {n(4)} {n(4)}",
            f"+62{n(10)}",
            f"WA 08{n(2)} {n(4)} {r.randint(1990, 2026)}",
            f"021-{n(2)}-{n(2)}-{r.randint(1990, 2026)}",
            f"0812.{n(2)}.{n(2)}.{r.randint(1990, 2026)}",
            f"Fax: (021) {n(3)}.{n(4)}",
            f"Call Center 112 / 1500-{n(3)}",
        ]
    )


def _price(r: random.Random) -> str:
    return r.choice(
        [
            f"Rp {r.randint(1, 999)}.000",
            f"Rp. {r.randint(1, 99)}.{r.randint(100, 999)}.{r.randint(100, 999)},-",
            f"Rp{r.randint(1, 31)}.{r.randint(1, 12)}.{r.randint(1990, 2026)}",
            f"{r.randint(1, 99)},{r.randint(1, 99)} miliar rupiah",
            f"IDR {r.randint(1, 99)},000.00",
            f"{r.randint(1, 99)}.{r.randint(10, 99)}",
            f"{r.randint(1, 100)} %",
            f"{r.randint(1, 31)}/{r.randint(1, 12)}%",
            f"{r.randint(1, 2000)} kg",
        ]
    )


def _pagination(r: random.Random) -> str:
    last = r.randint(2, 300)
    page = r.randint(1, last)
    return r.choice(
        [
            f"Halaman {page} dari {last}",
            f"Page {page} of {last}",
            f"{page}/{last}",
            f"{page} / {last}",
            f"({page}/{last})",
            f"{page}-{page + 9} dari {last + 9}",
            f"{page}",
            " ".join(str(n) for n in range(page, page + 6)),
            f"« {page} {page + 1} {page + 2} ... {last} »",
            f"Menampilkan {page} - {page + 10} dari {r.randint(1990, 2026)} berita",
            f"{page} {page + 1} {page + 2} {r.randint(1990, 2026)} Selanjutnya",
            f"Hal. {r.randint(1, 31)}-{r.randint(1, 12)}",
            f"{r.randint(1990, 2026)}",
        ]
    )


def _hijri(r: random.Random) -> str:
    day, month, year = r.randint(1, 30), r.choice(HIJRI), r.randint(1400, 1449)
    return r.choice(
        [
            f"{day} {month} {year} H",
            f"{day} {month} {year}",
            f"{day} {month.upper()} {year}H",
            f"{day:02}/{r.randint(1, 12):02}/{year} H",
            f"{day:02}-{r.randint(1, 12):02}-{year}",
            f"{year}-{r.randint(1, 12):02}-{day:02}",
            f"{r.choice(DAYS)}, {day} {month} {year} Hijriyah",
            f"{month} {year} H",
            f"1 Sura {r.randint(1930, 1960)}",
            f"{day:02}/{r.randint(1, 12):02}/{year % 100:02} H",
        ]
    )


def _identifier(r: random.Random) -> str:
    def n(digits: int) -> str:
        return "".join(r.choices("0123456789", k=digits))

    day, month = r.randint(1, 31), r.randint(1, 12)
    return r.choice(
        [
            f"{n(16)}",
            f"3572{n(2)}{day:02}{month:02}{n(2)}0001",
            f"NIP. 19{n(2)}{month:02}{day:02} 20{n(2)}{month:02} 1 {n(3)}",
            f"19{n(2)}{month:02}{day:02}20{n(2)}{month:02}1{n(3)}",
            f"AG {r.randint(1, 9999)} {r.choice(['MEI', 'KP', 'JUN', 'OKT', 'PA'])}",
            f"B {day} {r.choice(['MEI', 'DES', 'SEP', 'AGT', 'JAN'])}",
            f"N {r.randint(1990, 2026)} {r.choice(['MEI', 'DES', 'SEP'])}",
            f"Blitar 661{n(2)}",
            f"661{n(2)}",
            f"NPWP {n(2)}.{n(3)}.{n(3)}.{n(1)}-{n(3)}.000",
            f"RT {n(2)} RW {n(2)}",
            f"RT/RW {day:02}/{month:02}",
            f"RT.{n(2)}/RW.{n(2)} Kelurahan Sentul",
            f"ISBN 978-602-{n(4)}-{n(2)}-{n(1)}",
            f"IMG_{r.randint(2010, 2026)}{month:02}{day:02}_{n(6)}",
            f"WhatsApp Image {r.randint(2010, 2026)}",
            f"#{n(6)}",
        ]
    )


def _measure(r: random.Random) -> str:
    return r.choice(
        [
            f"-8.{r.randint(0, 9999):04}, 112.{r.randint(0, 9999):04}",
            f"8°{r.randint(0, 59)}'{r.randint(0, 59)}\" LS",
            f"v{r.randint(0, 31)}.{r.randint(0, 12)}.{r.randint(0, 2026)}",
            f"Versi {r.randint(0, 31)}.{r.randint(0, 12)}.{r.randint(0, 99)}",
            f"{r.randint(1, 31)}.{r.randint(1, 12)}.{r.randint(0, 99)}",
            f"{r.randint(1, 255)}.{r.randint(1, 255)}.{r.randint(1, 255)}.{r.randint(1, 255)}",
            f"{r.randint(0, 23):02}:{r.randint(0, 59):02} WIB",
            f"Pukul {r.randint(0, 23):02}.{r.randint(0, 59):02}",
            f"{r.randint(0, 23):02}.{r.randint(0, 59):02} - {r.randint(0, 23):02}.{r.randint(0, 59):02} WIB",
            f"{r.randint(1, 30)} {r.choice(['menit baca', 'Komentar', 'hari', 'jam', 'tahun', 'bulan kerja', 'Kali'])}",
            f"{r.randint(1, 5)}-{r.randint(0, 5)}",
            f"{r.randint(1990, 2026)}/{r.randint(1990, 2026)}",
            f"{r.randint(1990, 2026)}-{r.randint(1990, 2026)}",
            f"{r.choice(MONTHS)}",
            f"{r.choice(DAYS)}",
            f"{r.choice(DAYS)} Legi",
            f"{r.choice(DAYS)} - {r.choice(DAYS)}, 08.00 - 15.00 WIB",
            f"{r.randint(10, 99)} x {r.randint(10, 99)} cm",
            f"{r.randint(1, 999)}x",
            f"Dibaca {r.randint(1, 9999)} Kali",
            f"{r.randint(20, 36)}°C",
            f"Juz {r.randint(1, 30)} Surat {r.randint(1, 114)}:{r.randint(1, 99)}",
        ]
    )


def _impossible(r: random.Random) -> str:
    month = r.randint(0, 11)
    return r.choice(
        [
            f"{r.randint(32, 99)} {MONTHS[month]} {_year(r)}",
            f"{r.choice([31, 32])} {MONTHS[r.choice([1, 3, 5, 8, 10])]} {_year(r)}",
            f"{r.randint(32, 99)}/{r.randint(13, 99)}/{_year(r)}",
            f"{_year(r)}-{r.randint(13, 99)}-{r.randint(1, 31):02}",
            f"00/00/0000 {r.randint(0, 23):02}:00:00",
            f"{r.randint(1, 28)} {MONTHS[month]} 000{r.randint(0, 9)}",
            f"l{r.randint(1, 9)} {MONTHS[month]} {_year(r)}",
            f"{r.randint(1, 2)}O {MONTHS[month]} {_year(r)}",
            f"{r.randint(1, 28)} {MONTHS[month]} 2O{r.randint(10, 26)}",
            f"{r.randint(1, 28)} {MONTHS[month]} 20l{r.randint(0, 9)}",
            f"{r.randint(1, 28)} {MONTHS[month]} {_year(r)} dan {r.randint(1, 28)} {MONTHS[month - 1]} {_year(r) - 40}",
        ]
    )


KINDS: dict[str, Callable[[random.Random], str]] = {
    "headline": _headline,
    "decree": _decree,
    "phone": _phone,
    "price": _price,
    "pagination": _pagination,
    "hijri": _hijri,
    "identifier": _identifier,
    "measure": _measure,
    "impossible": _impossible,
}


def nondates(count: int, seed: int = 2024) -> Iterator[tuple[str, str]]:
    """`count` pairs of kind and text, as many of each kind."""
    r = random.Random(seed)
    names = list(KINDS)
    for index in range(count):
        kind = names[index % len(names)]
        yield kind, KINDS[kind](r)
