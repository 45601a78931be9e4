"""The words by which PySastrawi's stems are mended.

How they were found: the stems of the 31,000 most frequent Indonesian words (the word list of wordfreq 3.1), of a
thousand names of persons and of all names of regions were looked through, without the words of the held-out half of
`tests/data/stems.tsv`. Then the regular forms of the frequent roots were made and stemmed; of two roots that look alike
behind a prefix (memetakan: peta or meta), the one that the word list hardly has went into NOT_ROOTS.
"""

from __future__ import annotations

from blitar_scraper.indonesian.words import words_of

# Roots that PySastrawi's dictionary lacks: of news, of administration, and compounds that are written as one word.
MORE_ROOTS = words_of(
    """
    aktivasi asesmen briefing finalisasi himbau infaq jelajah ketua lansia literasi mitigasi moderasi monitoring
    numerasi posyandu puskesmas putera puteri reaktivasi rinci seberang seimbang serupa setuju shalat sinergitas
    skrining standarisasi stunting taqwa tracing validasi viral ikutserta kerjasama sebarluas tanggungjawab
    tenagakerja tindaklanjut tidakhadir tidakpasti warganegara wirausaha
    """
)

# Roots of the dictionary that hardly any text has, and that stand in the way of a common one: `unjung` of `kunjung`
# in `mengunjungi`, `gera` of `gerak` in `gerakan`, `mesan` of `pesan` in `pemesanan`.
NOT_ROOTS = words_of(
    """
    abar abur acang acau adang adar akak alau alem alung amar ambing ambuh amil amis ampo ancang andang anta antuk
    apak apas apok arena aruan arya asai asar asih asta atak atus awah awat awin ayak bajar bangan beranta beril capa
    cual culi delap diskus ecek elatif embar encang endal erak ering etika gari gera gerigi haj ilat indu jara kacu
    kati kece kecek keduduk kejat kelap kelipat kelulus keman kembal kerepot keri kerumit kesah ketes keti ketu
    kritisi kurai kuta kutai langi leku lempari leta lidi limut lopor mada madang madat madi magi mair makar maket
    maman manah manci mandai mangan manggung mangkas mangkat manti mara maras mare maru masai maser masir mayung
    medang mejam melambang melik melit menaga menat mencak meni mens mentas merak merang merawan meri merih mering
    mersik merut mesan meta mikat milu minggir mipis mola moles molos mondok moster muas mulsa mungut mura murba
    mustaka mutih nabu nadi nahu najam nali nampan nanah nawa neka nekad nenda nipis nyale nyampang nyana nyang
    nyarang nyepi nyilih nyiri nyolo obar okok paja pakat palai pasu pasuk pejal perangin perata perawas perbatin
    perbawa perenggan pering perlambang persisi peruang petan rana rang reta risi rurut sali sampa segani sekal seko
    seman sepet serbi sidi simpat sinambung suam sunti tepu terna ting tumbu ulit uman umbang umput unjung upa usak
    usam
    """
)

# Roots of three letters that take prefixes and suffixes. Any other one is far more often a part of a name, of a foreign
# word (Diana, Dimas, Damian, Linus) or of another root (memesan, berbasis) than the root of a word.
SHORT_ROOTS = words_of(
    """
    acu ada adu air aji aju aku api bom bor cap cat cek cor doa dua eja esa hak hal ibu iri isi isu las lem mau pel
    pos rem sah sua tes tik tua uap uji
    """
)

# What the rules would take apart, and is whole: names of regions and persons, words of other roots, shortened words.
WHOLE = words_of(
    """
    asahan balangan banggai bangkalan bekasi bengkalis berau digoel kediri kepanjen kerinci kesamben kuantan kubar
    kutim maluku melawi mentawai merangin pagerwojo pekalongan pemalang penajam penukal pesawaran rokan selayar
    selopuro selorejo sentul serang seririt tabanan tarakan temanggung terara bengali ganjaran herero kariman kasiran
    kusumo lusiana mekkah mulyani oman permadi persian raihan serbian sukardi sutami taliban telugu agensi berita
    beruang cinema kedelai kelelawar kemarau keramik menantu menteri meteran minute musala pelatnas pemilu
    pemkab pemkot pemprov pesantren seminar seperti setelah terapis
    """
)

# The stems of words that the rules take for those of others.
STEMS = {
    "beramai": "ramai",
    "beterbangan": "terbang",
    "berterbangan": "terbang",
    "digemari": "gemar",
    "diketuai": "ketua",
    "dikuasai": "kuasa",
    "disegani": "segan",
    "kementerian": "menteri",
    "mengelas": "las",
    "mengetuai": "ketua",
    "menggemari": "gemar",
    "menguasai": "kuasa",
    "menerangi": "terang",
    "menyeberang": "seberang",
    "menyeberangi": "seberang",
    "menyenangi": "senang",
    "menyetujui": "setuju",
    "menyesali": "sesal",
    "disesali": "sesal",
    "pemberontak": "berontak",
    "pemberontakan": "berontak",
    "pemrograman": "program",
    "pemrosesan": "proses",
    "pengelasan": "las",
    "pengrajin": "rajin",
    "pengrusakan": "rusak",
    "penguasaan": "kuasa",
    "peternak": "ternak",
    "penyintas": "sintas",
    "perincian": "rinci",
    "terperinci": "rinci",
    "terpaku": "paku",
    "tumpukan": "tumpuk",
}

# Roots that are one: the second spelling, as in the standard dictionary, is the stem.
SAME_ROOTS = {
    "himbau": "imbau",
    "infaq": "infak",
    "isteri": "istri",
    "karir": "karier",
    "mulai": "mula",
    "praktek": "praktik",
    "putera": "putra",
    "puteri": "putri",
    "resiko": "risiko",
    "shalat": "salat",
    "sholat": "salat",
    "standarisasi": "standardisasi",
    "supir": "sopir",
    "taqwa": "takwa",
}

# One word in two spellings, the second one in parts where an apostrophe divides it: `Jum'at` is two words of an index.
SPELLINGS = (
    ("jumat", "jum at"),
    ("quran", "qur an"),
    ("alquran", "al qur an", "al quran"),
    ("doa", "do a"),
    ("maruf", "ma ruf"),
    ("walikota", "wali kota"),
    ("kerjasama", "kerja sama"),
    ("olahraga", "olah raga"),
    ("tanggungjawab", "tanggung jawab"),
)
