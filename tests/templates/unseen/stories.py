"""Articles in words of their own: other people, offices, titles and sentences than those of the templates tuned to."""
# ruff: noqa: E501 -- a sentence reads better unbroken

from __future__ import annotations

import dataclasses
import random
import re
from datetime import datetime, timedelta

from tests.templates.facts import DAYS, MONTHS, Block, Comment, Facts, Kind, Other

WORDS: dict[str, tuple[str, ...]] = {
    "person": (
        "I Wayan Sudarta", "Hj. Nur Aini", "Yanto", "Theresia Bau", "Drs. H. Mulyadi, M.Si.", "Andi Tenri Ola", "Slamet Riyadi", "Marthen Yikwa", "Rina Oktaviani",
        "dr. Fajar Kusuma, Sp.A", "Fransiskus Xaverius Loe", "Zulkifli Harahap", "Ni Luh Putu Ayu", "Tgk. Ismail", "Ahmad Fauzan, S.T.", "Endang Pujiastuti", "La Ode Rahim",
        "Cut Meutia Sari", "Bejo", "Siti Khadijah, S.Pd., M.Pd.", "Yohana Rumbiak", "Asep Sunandar",
    ),
    "writer": (
        "Admin", "admin", "Admin Web", "Humas Pemkab", "Bidang IKP", "PPID Pelaksana", "Media Center", "Protokol dan Komunikasi Pimpinan", "Kontributor", "dinkes", "Admin OPD", "Tim Liputan",
        "Rina Oktaviani", "Asep Sunandar", "Yanto", "La Ode Rahim", "Bagian Umum", "KIM Sejahtera", "Sekretariat", "superadmin", "Dinas Perikanan", "Operator SID", "Marthen Yikwa", "Ahmad Fauzan, S.T.",
        "Kecamatan Wlingi", "I Wayan Sudarta", "RSUD Mardi Waluyo", "Humas DPRD", "webmaster", "UPT Puskesmas Kademangan",
    ),
    "chief": ("Bupati", "Wali Kota", "Pj. Gubernur", "Wabup", "Kapolres", "Kepala Pelaksana BPBD", "Plt. Kadis Perikanan", "Ketua DPRD", "Lurah", "Sekretaris Daerah", "Bunda PAUD", "Direktur RSUD"),
    "office": ("Dinas Perikanan", "Dinas Perpustakaan dan Kearsipan", "Bakesbangpol", "Dispendukcapil", "Inspektorat Daerah", "Dinas Perumahan dan Permukiman", "Disnaker", "DPMPTSP", "Dinas Ketahanan Pangan", "Perumda Air Minum", "KPU", "Baznas", "BPS"),
    "doing": ("menyerahkan", "meninjau langsung", "membuka secara resmi", "menutup", "mengevaluasi", "menyosialisasikan", "memantau", "menerima"),
    "Doing": ("Serahkan", "Tinjau", "Evaluasi", "Sosialisasikan", "Pantau", "Kebut", "Siapkan", "Gencarkan"),
    "matter": (
        "Bantuan Benih Ikan Nila", "Rumah Tidak Layak Huni", "Pemutakhiran Data Keluarga", "Uji Kompetensi Arsiparis", "SPBU Terapung", "Operasi Pasar Minyak Goreng", "Pelayanan KB Gratis", "Mudik Gratis",
        "Retribusi Parkir Nontunai", "Gerakan Tanam Cabai", "Bimtek Aplikasi SRIKANDI", "Normalisasi Kali Bening", "Penataan PKL Pasar Legi", "Beasiswa Santri", "Penyuluhan Rabies", "Lelang Jabatan Eselon II",
    ),
    "spot": ("Kecamatan Wates", "Desa Tlogo", "Kelurahan Bendogerit", "Pulau Sembilan", "Nagari Sungai Pua", "Kampung Yoka", "Distrik Kurima", "Gampong Lamteh", "bantaran Kali Lahar", "Dusun Krajan", "Pasar Kanigoro", "Gedung Graha Pena"),
    "crowd": ("nelayan", "kader PKK", "pedagang pasar", "santri", "perangkat desa", "penyandang disabilitas", "siswa SD", "pensiunan", "petugas lapangan", "relawan"),
    "goal": ("Tidak Boleh Ada Pungli", "Kerja Nyata, Bukan Kata", "Guru Adalah Kunci", "Jaga Sungai Kita", "Zakat untuk Sesama", "Jangan Tunggu Sakit"),
    "pasaran": ("Legi", "Pahing", "Pon", "Wage", "Kliwon"),
    "hijri": ("12 Rabiulawal 1446 H", "1 Muharram 1445 Hijriah", "17 Ramadan 1443 H", "27 Rajab 1444 H"),
}  # fmt: skip
TITLES = (
    "{chief} {Doing} {matter} di {spot}", "{office} {Doing} {matter}", "{goal}: Pesan {chief} kepada {nn} {crowd}", "{matter} - Upaya Tekan Inflasi", "Jadwal {matter}, {date}", "{matter}",
    "{n} Kali Raih WTP, {short} Terima Insentif Rp{n},{n} Miliar", "“{goal}”, Tegas {chief}", "Mengapa {matter} Penting? Ini Jawaban {office}", "Kali Lahar Meluap, {nn} Rumah di {spot} Terendam",
    "Tanya Jawab | {matter}", "Rakor", "{chief} Bersama Forkopimda Hadiri Puncak Peringatan Hari Koperasi, Tekankan {matter} Harus Tuntas Sebelum Akhir Tahun {year} Tanpa Kecuali",
    "Pemkab {short} Borong {n} Penghargaan", "Pengumuman Nomor 0{n}/PANSEL/{year} tentang {matter}", "{nnn} {crowd} Antusias Ikuti {matter}", "Lowongan Kerja: {office} Cari {n} Tenaga Teknis",
    "HUT ke-{nn} PGRI: {goal}!", "{office} {Doing} {matter} (Bagian {n})", "{chief}: {matter} Rampung {month} {year}", "{office} dan {office} Teken MoU {matter}",
)  # fmt: skip
OPENINGS = (
    "{chief} {person} {doing} {matter} di {spot}, {day} {pasaran} ({d}/{m}/{y}).", "Sebanyak {nnn} {crowd} dari {spot} mengikuti {matter} yang digelar {office}, {day} ({d}/{m}).",
    "{office} {short} kembali menggelar {matter}. Kegiatan berlangsung selama {n} hari, {d}–{d2} {month} {year}, di {spot}.", "Air Kali Lahar yang meluap sejak {day} dini hari merendam {nn} rumah di {spot}.",
    "Bertepatan dengan {hijri}, {chief} {person} {doing} {matter}.", "Kabar gembira bagi {crowd}. Mulai {date}, {matter} dapat diurus secara daring dari rumah tanpa harus datang ke kantor {office}.",
    "Menindaklanjuti Surat Edaran Nomor 44{n}/{nnn}/{year} tanggal {date}, {office} {doing} {matter}.",
)  # fmt: skip
SENTENCES = (
    "“Jangan ada lagi {crowd} yang kesulitan mengakses layanan ini,” tutur {person}.", "Menurut {person}, capaian itu naik {n},{n} persen dibanding tahun {y}.", "Pemkab menargetkan {nnn} unit selesai pada {date}.",
    "Warga mengaku sudah tiga kali mengajukan permohonan sejak {month} lalu.", "Total anggaran yang digelontorkan Rp{n},{nn} miliar, bersumber dari APBD dan Dana Desa.", "Bupati berpesan agar jembatan di atas kali itu dirawat bersama.",
    "Pelayanan dibuka setiap hari kerja pukul 07.30 sampai 14.00.", "Unggahan itu telah dibaca {nnn} kali dan dibagikan puluhan akun.", "Peserta berasal dari {n} desa dan {n} kelurahan.", "{person}, {crowd} asal {spot}, mengaku lega.",
    "“Alhamdulillah, prosesnya cepat, tidak sampai satu jam,” katanya.", "Hadir pula Kapolsek, Danramil, dan kepala puskesmas setempat.", "Ia juga meminta {office} memperbarui data paling lambat {d} {month} {year}.",
    "Kegiatan ditutup dengan doa yang dipimpin {person}.", "Berdasarkan data {office} per {date}, tercatat {nnn} kasus, dan {nn} di antaranya sudah tertangani.", "Program serupa pernah dijalankan pada {y}, tetapi terhenti karena pandemi.",
    "Lebih lanjut {person} menjelaskan bahwa verifikasi lapangan berlangsung pada {d}/{m}/{y} hingga pekan berikutnya.", "Masyarakat dapat menghubungi nomor 0812-{nnn}{n}-{nnn}{n} atau datang ke {spot}.",
    "Sungai (kali) yang membelah kota itu terakhir dikeruk tahun {y}.", "Kepala {office} {person} menambahkan, sosialisasi akan dilanjutkan ke {spot}.", "Pada kesempatan yang sama diserahkan {nn} sertifikat secara simbolis.",
    "Rapat dimulai pukul 09.15 WIB dan selesai menjelang zuhur.", "Perhitungan itu merujuk pada Perda Nomor {n} Tahun {y} Pasal {nn} ayat ({n}).", "“Kalau bisa dipermudah, kenapa harus dipersulit?” ujar {person} disambut tepuk tangan {crowd}.",
)  # fmt: skip
ITEMS = ("Fotokopi ijazah terakhir yang dilegalisasi", "Pasfoto 3x4 sebanyak dua lembar", "Pendaftaran {d} s.d. {d2} {month} {year}", "Seleksi administrasi: {date}", "Rehabilitasi talud Kali Lahar sepanjang {nnn} meter", "Pengadaan {nn} unit perahu", "Pelatihan {crowd}", "Lain-lain sesuai kebutuhan {office}")  # fmt: skip
HEADINGS = ("Persyaratan", "Latar Belakang", "Rekomendasi Rapat", "Apa Manfaatnya?", "Jadwal Pelaksanaan")
CAPTIONS = (
    "{chief} {person} saat {doing} {matter}",
    "Foto: {office}",
    "Warga {spot} mengantre, {day} ({d}/{m}/{y})",
    "Dok. {office}/{person}",
)
COMMENTS = (
    "Kapan giliran {spot}, Pak?",
    "Terima kasih, sangat membantu.",
    "Sudah dua kali saya tanyakan, belum dijawab.",
    "Semoga amanah. Dibuka sampai {date} ya?",
)
SECTIONS = (
    "Berita",
    "Kabar OPD",
    "Pemerintahan",
    "Seputar Desa",
    "Kesehatan",
    "Perikanan",
    "Info Publik",
    "Siaran Pers",
    "Ekonomi dan Pembangunan",
    "Artikel",
    "Warta Kota",
    "Pendidikan",
)
TAGS = ("apbd", "inflasi", "nelayan", "umkm", "pkk", "layanan publik", "banjir", "beasiswa", "spbe")


class Teller:
    """Fills slots by a random source; dates lie around the given day."""

    def __init__(self, rng: random.Random, short: str, day: datetime) -> None:
        self.rng, self.short, self.day = rng, short, day

    def say(self, *phrases: str) -> str:
        text = self.rng.choice(phrases)
        while "{" in text:
            text = re.sub(r"\{(\w+)\}", lambda slot: self._slot(slot[1]), text)
        return text[0].upper() + text[1:]

    def _slot(self, name: str) -> str:
        rng, near = self.rng, self.day + timedelta(days=self.rng.randint(-30, 50))
        if name in WORDS:
            return rng.choice(WORDS[name])
        return {
            "short": self.short,
            "n": str(rng.randint(2, 9)),
            "nn": str(rng.randint(11, 99)),
            "nnn": str(rng.randint(101, 999)),
            "d": str(min(self.day.day, 25)),
            "d2": str(min(self.day.day, 25) + 2),
            "m": str(self.day.month),
            "y": str(self.day.year),
            "year": str(self.day.year),
            "day": DAYS[self.day.weekday()],
            "month": MONTHS[near.month - 1],
            "date": f"{near.day} {MONTHS[near.month - 1]} {near.year}",
        }[name]

    def paragraph(self, opening: str = "") -> Block:
        sentences = [self.say(*SENTENCES) for _ in range(self.rng.choice((1, 2, 2, 3, 3, 4)))]
        return Block("p", " ".join([opening, *sentences]).strip())

    def opening(self, capital: str) -> str:
        day = f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"
        start = self.rng.choice(
            ("", "", f"{capital.upper()} – ", f"{capital}, {day} - ", f"{capital} (Humas) – ", "MEDIA CENTER – ")
        )
        return start + self.say(*OPENINGS)


def retold(facts: Facts, rng: random.Random) -> Facts:
    """The same article's place and time with other words for everything that is read."""
    teller = Teller(rng, facts.short, facts.published - timedelta(days=rng.choice((0, 0, 1, 1, 3))))
    title = teller.say(*TITLES)
    title = title.upper() if rng.random() < 0.15 else title
    release = rng.random() < 0.08
    name = rng.choice(("yan", "Rina", "la ode/diskominfo", "Humas", "KIM-07", "Tim IKP", "dks/hms", "Asep Sunandar"))
    signed = not release and rng.random() < 0.18
    return dataclasses.replace(
        facts,
        title=title,
        slug=re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:90].strip("-"),
        author=rng.choice(WORDS["writer"]),
        editor=rng.choice(WORDS["person"]),
        section=rng.choice(SECTIONS),
        tags=tuple(rng.sample(TAGS, rng.randint(0, 4))),
        blocks=_release(teller, title) if release else tuple(_text(teller)),
        signature=rng.choice(("({})", "***({})", "[{}]", "--({})--")).format(name) if signed else None,
        signed_by=name if signed else None,
        caption=teller.say(*CAPTIONS),
        others=tuple(_other(other, rng, facts.short) for other in facts.others),
        comments=tuple(
            Comment(rng.choice(WORDS["person"]), comment.written, teller.say(*COMMENTS)) for comment in facts.comments
        ),
    )  # fmt: skip


def _other(other: Other, rng: random.Random, short: str) -> Other:
    teller = Teller(rng, short, other.published)
    title = teller.say(*TITLES)
    return dataclasses.replace(
        other,
        title=title,
        slug=re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:70],
        author=rng.choice(WORDS["writer"]),
        section=rng.choice(SECTIONS),
        teaser=f"{teller.say(*OPENINGS)} {teller.say(*SENTENCES)}",
    )


def _text(teller: Teller) -> list[Block]:
    """Two to fifteen paragraphs, among them now and then a list, a nested list, a table, a quotation, a picture."""
    rng = teller.rng
    count = rng.choice((2, 3, 3, 4, 5, 6, 7, 9, 14))
    blocks = [teller.paragraph(teller.opening("Sukamaju")), *(teller.paragraph() for _ in range(count - 1))]
    for make in (_list, _list, _table, _quote, _picture, _pointer):
        if count >= 4 and rng.random() < 0.15:
            at = rng.randint(1, len(blocks) - 1)
            blocks[at:at] = make(teller)
    return blocks


def _list(teller: Teller) -> list[Block]:
    kind: Kind = teller.rng.choice(("ul", "ol"))
    items = tuple((teller.say(item),) for item in teller.rng.sample(ITEMS, teller.rng.randint(3, 6)))
    return [Block("h", teller.say(*HEADINGS)), Block("p", "Rinciannya antara lain:"), Block(kind, rows=items)]


def _table(teller: Teller) -> list[Block]:
    rows = tuple(
        (teller.say("{spot}"), teller.say("{nn}"), teller.say("{date}")) for _ in range(teller.rng.randint(2, 7))
    )
    return [Block("table", rows=(("Lokasi", "Jumlah", "Tanggal"), *rows))]


def _quote(teller: Teller) -> list[Block]:
    return [Block("quote", teller.say(*SENTENCES))]


def _picture(teller: Teller) -> list[Block]:
    return [Block("image", teller.say(*CAPTIONS))]


def _pointer(teller: Teller) -> list[Block]:
    return [Block("also", teller.say(*TITLES))]


def _release(teller: Teller, title: str) -> tuple[Block, ...]:
    """A press release: its header and its contact block are part of the text."""
    day = teller.day
    header = (
        teller.say("SIARAN PERS", "PRESS RELEASE"),
        teller.say("Nomor: 480/{nnn}/{nn}/{year}", "No. {nnn}/HMS/{year}"),
        title.upper(),
        f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    )
    contact = ("Narahubung:", teller.say("{person} (0811-{nnn}-{nnn}{n})"), "Surel: humas@contoh.go.id", "IG: @pemda")
    return (*(Block("p", line) for line in header), *_text(teller), *(Block("p", line) for line in contact))
