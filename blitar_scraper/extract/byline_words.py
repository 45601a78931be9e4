"""The words of bylines: labels of authors and of people who are not, of sections and changes, share buttons, icons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from blitar_scraper.indonesian.splitting import list_words

# Before the author's name. A verb counts only with "oleh" or "by" behind it: "Diposting oleh", "Posted by".
AUTHOR_LABEL = re.compile(
    r"""
    (?: (?:di)?(?:tulis|posting|pos|post|publikasi(?:kan)?|unggah|upload|buat|kirim|terbit(?:kan)?|rilis)\w{0,6}
        \s+(?:oleh|by)
      | (?:written|posted|published|submitted|created|uploaded|post)\s+by
      | (?:di)?kontribusi(?:kan)?\s+(?:dari|oleh) | contributed\s+by
      # "Ditulis Siti Aminah"; "Ditulis pada", "Ditulis 27 September" announce a day.
      | ditulis (?= \s{0,3}[:=]?\s{0,3} (?-i:[A-Z]) ) (?! \s{0,3}[:=]?\s{0,3} (?:pada|tanggal|tgl|di|oleh)\b )
      | (?:nama\s+)?penulis | authors? | oleh | by | pewarta | reporter | kontributor | wartawan
      # "Operator Desa" is who signs so; a label only with a colon or alone.
      | (?: pengirim | penyusun | jurnalis | uploader | operator | user ) (?= \s{0,5}(?:[:=]|$) )
    )
    (?: \s{1,3}(?:berita|artikel|naskah|tulisan|konten) (?=\s{0,3}[:=]|$) )?
    (?![\w-]) \s{0,5} [:=]? \s{0,5}
    """,
    re.I | re.X,
)
# The newsroom is a label of people who are not the author, and signs itself.
NEWSROOM = re.compile(r"redaksi", re.I)
# People named beside a text who did not write it.
_OTHER_PERSON = re.compile(
    r"""
    (?: editor | disunting | diedit
      | redaktur | redaksi (?=\s{0,5}[:=]) | penyunting | foto(?:grafer)? | photo(?:grapher)? | sumber | source
      | dok(?:umentasi)?
      | teks | keterangan | caption | ilustrasi | video | kamera(?:wan)? | penerjemah | penanggung\ ?jawab
        | gambar | image
      | credit
    )
    (?![\w-]) (?: \s{1,3}(?:oleh|by|foto|gambar|berita|tulisan|naskah)\b ){0,3} \s{0,5} [:=-]? \s{0,5}
    """,
    re.I | re.X,
)
_ENDS_A_LABEL = re.compile(r"[:=-]\s*$|\b(?:oleh|by)\s*$", re.I)
MODIFIED_LABEL = re.compile(
    r"""
    (?: (?:terakhir\s+)?di(?:perbarui|perbaharu|r?ubah|update|sunting|edit|revisi|mutakhirkan)\w*(?:\s+terakhir)?
      | terakhir\s+(?:perbarui|perbaharui|update|ubah|edit)\w*
      | (?:perubahan|pemutakhiran|pengubahan|suntingan|revisi|modifikasi)\s+terakhir
      | last\s+(?:updated?|modified) | updated?(?:\s+(?:on|at))? | modified | pembaruan(?:\s+terakhir)?
        | update\s+terakhir
    )
    \s{0,3} (?:pada|on|:)? \s{0,3} [:,|(]? \s{0,3} $
    """,
    re.I | re.X,
)
# Before the day on which an article was begun: where another says when it was published, that one counts.
_CREATED_LABEL = re.compile(
    r"\b(?:(?:tanggal|tgl\.?)\s+)?(?:(?:di)?buat|created)(?:\s+(?:pada|on|at))?\s?[:,]?\s?$", re.I
)
# Before the day on which a reader printed the page, or a program made its PDF: seldom the day of publication.
_PRINTING = r"(?:(?:tanggal|tgl\.?|waktu)\s+(?:di)?cetak|dicetak|printed)(?![\w-])"
_BEFORE_DAY_OF_PRINT = re.compile(rf"(?<!\w){_PRINTING}[^|]{{0,40}}(?:\|\W{{0,3}})?$", re.I)
_BEGINS_PRINT_NOTE = re.compile(
    rf"{_PRINTING}(?:\s+(?:pada|tanggal|tgl|oleh|dari|on|at|from|by)\b|\W{{0,3}}[:|]|\s\W?\d)", re.I
)
_LONGEST_PRINT_NOTE = 100  # characters: who printed it, from which address, when
SECTION_LABEL = re.compile(
    r"""
    (?: kategori | category | categories | rubrik | kanal | topik | section | posted\ in | filed\ under
      | (?:ter|di)simpan\ di\ bawah
      | categori[sz]ed\ as | di?kategorikan\ (?:sebagai|dalam|di)
      | dalam\ kategori
      | jenis
    )
    (?:\s+berita)? (?!\w) \s{0,5} [:=]? \s{0,5}
    """,
    re.I | re.X,
)
# Names of sections that government sites use; two of one site mostly share a word with those here.
_SECTION_NAME = r"""
    (?: berita | pengumuman | artikel | kegiatan | agenda | informasi | info | siaran\ pers | press\ release
      | rilis | opini
      | news | headline | umum | warta | kabar | liputan | galeri | layanan | pemerintahan | pembangunan | pendidikan
      | kesehatan | ekonomi | sosial | budaya | pariwisata | olahraga | keagamaan | politik | hukum | lingkungan
      | pertanian | inovasi | teknologi | advertorial | featured | uncategorized | tak\ berkategori | publikasi
        | edukasi
      | seputar | terkini | nasional | regional | daerah
      | infrastruktur | perekonomian | perdagangan | perindustrian | keuangan | investasi | perizinan | umkm | koperasi
        | ketahanan\ pangan | peternakan | perikanan | kelautan | perkebunan | kehutanan | energi
      | perhubungan | transportasi | kebencanaan | bencana | keamanan | ketertiban | kependudukan | kepegawaian
        | kemasyarakatan | kesejahteraan | pemberdayaan | kepemudaan | pemuda | wisata | seni | sejarah | agama
        | religi | kerohanian | prestasi | penghargaan | peristiwa | ragam | sorotan | parlemen | dprd | statistik
    )
"""
SECTION_WORDS = re.compile(
    rf"""
    (?: {_SECTION_NAME} (?: (?:\s+(?:dan|&))? \s+ {_SECTION_NAME} )?
        (?: \s+ (?:daerah|kota|kabupaten|provinsi|utama|terkini|opd|desa|kecamatan|kelurahan|publik|hidup|masyarakat) )?
    )
    """,
    re.I | re.X,
)
VIEW_LABEL = re.compile(
    r"(?:jumlah\s)?(?:(?:di)?(?:baca|lihat|kunjungi|klik)|views?|viewed|hits?|pembaca|pengunjung|tayangan|counter)",
    re.I,
)
# What stands in a byline and says nothing of the article: share buttons, comment counters, reading aids.
UNWANTED = re.compile(
    r"""
    (?: shares? | bagikan | sebarkan | facebook | twitter | tweet | whatsapp | wa | telegram | instagram | line
      | linkedin
      | pinterest | email | e-mail | print | cetak | pdf | download | unduh | copy\s{0,3}link
        | salin(?:\s+tautan)? | likes?
      | suka | share\ (?:this|on) | bagikan\ ke | x | fb | ig | tw
      | \d{0,9}\s{0,3}(?:komentar|comments?|tanggapan|balasan|repl(?:y|ies)|respon)
        | (?:no|tidak\ ada|belum\ ada)\ (?:comments?|komentar)
      | leave\ a\ comment | (?:tinggalkan|beri)\ komentar | komentar\ dinonaktifkan.{0,60}
        | comments?\ (?:off|closed).{0,60}
      | \d{1,4}\s{0,3}(?:menit|mins?|minutes?)\s{0,3}(?:baca|membaca|read|waktu\ baca)? | (?:waktu|lama)\ baca.{0,40}
      | reading\ time.{0,40} | a[+-]? | ukuran\ (?:font|huruf) | font\ size | perbesar | perkecil | dengarkan | listen
      | views? | hits? | dibaca | dilihat | kali | pembaca | details? | selengkapnya | read\ more | rincian | img-berita
        | rating | bintang
      | tagged | ditag | ditandai
      | simpan | save | laporkan | kembali | back | home | beranda | on
    )
    (?: \s{0,3} [:.] )?
    """,
    re.I | re.X,
)
# Who signs for an office rather than a person, as printed on government pages.
OFFICE_AUTHOR = re.compile(
    r"""
    (?:super\s?)?admin\w* | humas | prokopim | protokol | diskominfo\w* | kominfo | operator | redaksi | tim\s | mc\s
    | media\ center | webmaster | dinkominfo | ppid | sekretariat | dinas\s | badan\s | bagian\s | kecamatan | kelurahan
    | pemdes | desa\s
    """,
    re.I | re.X,
)
# The same where nothing else says that it is an author: only who signs so and nothing else, in a few words.
LONE_OFFICE = re.compile(
    r"(?:super\s?)?(?:admin(?:istrator)?|humas|prokopim|(?:dis|din)?kominfo\w*|operator|redaksi|webmaster|media\scenter)"
    r"(?:\s+[A-Za-z]\w*){0,3}",
    re.I,
)
RELATIVE_DATE = re.compile(r"\b(?:lalu|ago|kemarin|yesterday|tadi|baru saja|just now)\b", re.I)

# Words that stand around a date or counter and are no part of a name.
_DATE_WORDS = frozenset(
    "tgl tanggal hari waktu date time last update updated written dimuat jam pukul pkl pada on at in dan sejak di the"
    " post posts terakhir kali x oleh by dalam berita yang lalu diperbarui diperbaharui diubah created telah sudah"
    " sebanyak dibaca dilihat cetak dicetak".split()
)
_VERBS = (
    r"(?:di)?(?:posting|pos|post|publikasi|publish|terbit|unggah|upload|tulis|buat|rilis|tayang|update|r?ubah|perbarui)"
)
_DATE_VERB = re.compile(rf"{_VERBS}\w{{0,6}}")
# Where a label begins within a piece: "Gina, Editor: Rina", "Administrator Category: Berita", "Details Written by Ana".
_INNER_LABEL = re.compile(
    rf"""
    [\s,;.]\s{{0,3}}
    (?= (?:editor|redaktur|penyunting|foto(?:grafer)?|sumber|penulis|authors?|reporter|pewarta|kontributor
          |kategori|category|rubrik|tanggal|date|hits|{_VERBS}\w{{0,6}})\s{{0,3}}:
      | (?:written|posted|published|submitted|ditulis|diposting|diunggah|dibuat|dikirim|dipublikasikan|diterbitkan
         |disunting|diedit)\s(?:oleh|by)[\s:]
      | (?:halaman|berita|artikel|tulisan|konten|postingan?)\sini\b
      | (?:in|dalam)\s(?:berita|pengumuman|artikel|kegiatan|agenda|informasi|opini|news)(?!\w)
    )
    | ^\s?(?:posted\s)?in\s[\w\ ]{{1,30}}?\s(?=by\s)
    """,
    re.I | re.X,
)
# Counters of other things, with their words: they end a piece as a date does.
OTHER_COUNT = re.compile(
    r"(?<![\w.,:/-])\d{1,6}\s{0,3}(?:komentar|comments?|tanggapan|balasan|repl(?:y|ies)|likes?|suka|shares?|unduhan)\b",
    re.I,
)
# Emoji that stand for the icons of a byline.
EMOJI = {
    **dict.fromkeys("👤👥🙍🧑👨👩✍🖊🖋📝✏", "author"),
    **dict.fromkeys("📅📆🗓🕒🕐🕑🕓🕔🕕🕖🕗🕘🕙🕚🕛⏰⌚⏱🕰", "date"),
    **dict.fromkeys("👁👀", "views"),
    **dict.fromkeys("📂📁🏷🗂", "section"),
    **dict.fromkeys("💬🗨🗯", "comments"),
}

# Names of Material icons: text to a program, pictures to a reader. Those that are also words count only where they
# are glued to a value ("person", "event"), or begin a token.
_ICON_NAMES = (
    r"access_time|date_range|calendar_today|calendar_month|query_builder|watch_later|remove_red_eye|account_circle"
    r"|person_outline|folder_open|local_offer|chat_bubble(?:_outline)?|event_note"
)
_ICON_WORDS = r"schedule|event|today|visibility|person|face|folder|label|comment|share"
_EMOJI = f"[{''.join(EMOJI)}]\N{VARIATION SELECTOR-16}?"
ANY_EMOJI = re.compile(_EMOJI)
ICON_NAME = re.compile(rf"{_EMOJI}|(?<![A-Za-z_])(?:(?:{_ICON_NAMES})(?![a-z_])|(?:{_ICON_WORDS})(?=[\dA-Z]))")
# Where the line begins with the name of an icon, the next ones may stand apart: "person Gina event 27 Sep 2024".
NEXT_ICON_NAME = re.compile(rf"{_EMOJI}|(?<![A-Za-z_])(?:{_ICON_NAMES}|{_ICON_WORDS})(?=[\dA-Z\s]|$)")
LEADING_ICON_NAME = re.compile(rf"(?:{_ICON_NAMES}|{_ICON_WORDS})(?=[\dA-Z\s]|$)")


# What the text of each of these patterns holds.
_PARTS_OF_ICON_NAMES = ("_", *_ICON_WORDS.split("|"))


def may_hold_icon(text: str) -> bool:
    """Whether one of the icon patterns may match within the text: asking is cheaper than searching."""
    return not text.isascii() or any(part in text for part in _PARTS_OF_ICON_NAMES)


# A section behind a name: "Admin, Berita". The names of offices end in other words of sections.
SECTION_BEHIND = re.compile(
    r",\s{1,3}((?:berita|artikel|pengumuman|kegiatan|agenda|informasi|opini|rilis)(?:\s\w{3,12})?)$", re.I
)


_BETWEEN_BUTTONS = re.compile(r"[\s,/]+")


@lru_cache(maxsize=64)  # each piece of a byline is asked for two or three times
def is_unwanted(text: str) -> bool:
    """Whether a text is a button, another counter or the like, or nothing but several of them: `Print PDF Email`."""
    words = _BETWEEN_BUTTONS.split(text)
    return bool(UNWANTED.fullmatch(text)) or all(UNWANTED.fullmatch(word) for word in words)


def speaks_of_dates(text: str) -> bool:
    """Whether a text is made of words that only stand around dates and counters."""
    words = list_words(text)
    return all(word in _DATE_WORDS or _DATE_VERB.fullmatch(word) for word in words)


def other_person(text: str) -> int | None:
    """Where the label of a person who is not the author ends, at the beginning of a text; None where there is none.

    The label needs a colon, "oleh" or the end of the text behind it: "Fotografer muda berprestasi" is no label.
    """
    label = _OTHER_PERSON.match(text)
    if label and (label.end() == len(text) or _ENDS_A_LABEL.search(label[0])):
        return label.end()
    return None


def names_other_person(text: str) -> bool:
    """Whether a line names an editor, photographer or source: `Editor : Gina`, `Foto oleh Humas`."""
    return other_person(text) is not None


def is_print_note(text: str) -> bool:
    """Whether a line says when or from where the page was printed: `Dicetak pada : Senin, 23 November 2026`."""
    return text[:1] in "dDtTwWpP" and len(text) <= _LONGEST_PRINT_NOTE and _BEGINS_PRINT_NOTE.match(text) is not None


def may_hold(text: str, parts: Iterable[str]) -> bool:
    """Whether a text holds one of these parts (in small letters), or perhaps one in letters beyond ASCII.

    Asked before a pattern is searched for whose every match holds one of them: that takes a tenth of the time.
    """
    lowered = text.lower()
    for part in parts:
        if part in lowered:
            return True
    return not text.isascii()


# What each match of a pattern holds. Of a folded text: one space between words.
_OF_PRINTING = ("cetak", "printed")
_OF_INNER_LABEL = (":", "in ", "ini", "by", "oleh", "dalam")
_OF_CHANGE = ("di", "akhir", "last", "update", "modified", "pembaruan")
_OF_BEGINNING = ("buat", "created")


def print_label_before(text: str, end: int) -> int | None:
    """Where the label of a day of printing begins that stands before a date at `end`; None where none does."""
    before = text[max(end - 60, 0) : end]
    label = _BEFORE_DAY_OF_PRINT.search(before) if may_hold(before, _OF_PRINTING) else None
    return max(end - 60, 0) + label.start() if label else None


def inner_labels(text: str) -> Iterator[re.Match[str]]:
    """Where labels begin within a piece of a byline."""
    return _INNER_LABEL.finditer(text) if may_hold(text, _OF_INNER_LABEL) else iter(())


def announces_change(text: str) -> bool:
    """Whether a text ends with a label of the day of the last change."""
    return may_hold(text, _OF_CHANGE) and MODIFIED_LABEL.search(text) is not None


def announces_beginning(text: str) -> bool:
    """Whether a text ends with a label of the day on which an article was begun."""
    return may_hold(text, _OF_BEGINNING) and _CREATED_LABEL.search(text) is not None


_LABEL_AT_END = re.compile(r"(?:^|[\s,])(?:oleh|by)\s{0,3}:?$", re.I)


def ends_in_person_label(text: str) -> bool:
    """Whether a person's name must follow the text: `Penulis`, `Editor :`, `Dibuat pada 27 September 2024 oleh:`."""
    text = text.rstrip()
    if AUTHOR_LABEL.fullmatch(text) or _LABEL_AT_END.search(text):
        return True
    return other_person(text) == len(text)
