"""Articles of made-up governments: what a generated page holds and what its record must be.

Different in what makes articles hard to read: length, titles, dates and counts within the text, lists, tables,
sub-headings, captions, pointers to other articles, signatures at the foot.
"""
# ruff: noqa: E501, DTZ001, RUF005 -- markup reads better unbroken, times are local

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["p", "h", "ul", "ol", "table", "quote", "image", "also"]


@dataclass(frozen=True)
class Block:
    """A piece of the text; `rows` holds list items or table rows, `href` where a pointer leads."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the body that this block must give."""
        if self.kind == "also":
            return []
        if self.rows:
            return ["\t".join(row) for row in self.rows]
        return [self.text] if self.text else []


@dataclass(frozen=True)
class Story:
    title: str
    slug: str
    published: datetime
    author: str
    views: int
    section: str
    blocks: tuple[Block, ...]
    signature: str | None = None  # the author as signed at the foot of the text, where it is


def _p(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("p", text) for text in texts)


FILLERS = (
    "Kegiatan yang berlangsung di pendopo kabupaten tersebut dihadiri oleh unsur Forkopimda, para kepala perangkat "
    "daerah, camat, serta perwakilan tokoh masyarakat.",
    "Dalam sambutannya, Bupati menyampaikan apresiasi kepada seluruh pihak yang telah bekerja keras. “Kita tidak boleh "
    "berpuas diri, masih banyak pekerjaan rumah yang harus diselesaikan bersama,” ujarnya.",
    "Ia menambahkan, program ini telah berjalan sejak tahun 2019 dan menjangkau lebih dari 1.250 keluarga di 14 "
    "kecamatan dengan anggaran sebesar Rp 2,4 miliar yang bersumber dari APBD.",
    "Sementara itu, Kepala Dinas menjelaskan bahwa tahapan berikutnya akan dimulai pada 3 November 2024 dan diharapkan "
    "rampung sebelum akhir tahun.",
    "Masyarakat yang ingin memperoleh informasi lebih lanjut dapat datang langsung ke kantor pelayanan pada hari kerja "
    "pukul 08.00 sampai dengan 15.00 WIB.",
    "Pemerintah daerah juga menggandeng perguruan tinggi dan pelaku usaha agar hasilnya dapat dirasakan oleh warga "
    "secara merata hingga ke pelosok desa.",
    "Acara diakhiri dengan penyerahan bantuan secara simbolis dan foto bersama.",
    "“Alhamdulillah, kami sangat terbantu,” kata Sulastri (45), salah seorang warga yang hadir.",
    "Sungai Kali Mumbul yang melintasi wilayah tersebut sudah 3 kali meluap sepanjang musim hujan lalu sehingga perlu "
    "dilakukan normalisasi.",
    "Perlu diketahui, berdasarkan Peraturan Bupati Nomor 12 Tahun 2023, setiap desa wajib menyampaikan laporan paling "
    "lambat tanggal 10 setiap bulannya.",
)

STORIES = (
    Story(
        "Bupati Resmikan Gedung Pelayanan Terpadu di Kecamatan Srengat",
        "bupati-resmikan-gedung-pelayanan-terpadu-di-kecamatan-srengat",
        datetime(2024, 7, 3, 14, 5),
        "Humas",
        1234,
        "Berita",
        _p(
            "SRENGAT – Bupati meresmikan gedung pelayanan terpadu yang dibangun sejak awal tahun lalu, Selasa (2/7/2024). "
            "Gedung dua lantai tersebut melayani administrasi kependudukan, perizinan, dan pembayaran pajak.",
            *FILLERS[:3],
            FILLERS[6],
        ),
    ),
    Story(
        "Stunting? No Way!",
        "stunting-no-way",
        datetime(2023, 11, 21, 9, 0),
        "Siti Aminah",
        87,
        "Artikel",
        _p(
            "Stunting adalah kondisi gagal tumbuh pada anak balita akibat kekurangan gizi kronis terutama pada 1.000 hari "
            "pertama kehidupan.",
            FILLERS[5],
        )
        + (
            Block("h", "Apa yang Harus Dilakukan?"),
            Block("p", "Ada beberapa langkah sederhana yang dapat dilakukan oleh orang tua di rumah, antara lain:"),
            Block(
                "ol",
                rows=(
                    ("Memberikan ASI eksklusif selama 6 bulan",),
                    ("Memantau tumbuh kembang di posyandu setiap bulan",),
                    ("Menjaga sanitasi dan air bersih",),
                ),
            ),
            Block("p", "Dengan langkah tersebut, anak-anak kita akan tumbuh sehat, cerdas, dan ceria."),
        ),
    ),
    Story(
        "2.274 Balita di Pulau Seribu Wajib Imunisasi Polio",
        "2274-balita-di-pulau-seribu-wajib-imunisasi-polio",
        datetime(2024, 3, 15, 16, 42),
        "Aldi Geri Lumban Tobing",
        1008,
        "Kesehatan",
        _p(
            "Sebanyak 2.274 balita menjadi sasaran Pekan Imunisasi Nasional (PIN) Polio yang digelar serentak mulai Senin "
            "(18/3) hingga 25 Maret 2024 mendatang.",
            *FILLERS[1:6],
        ),
    ),
    Story(
        "Pengumuman Hasil Seleksi Administrasi CPNS Tahun 2024",
        "pengumuman-hasil-seleksi-administrasi-cpns-tahun-2024",
        datetime(2024, 9, 20, 8, 30),
        "Admin BKPSDM",
        15320,
        "Pengumuman",
        _p(
            "Berikut disampaikan hasil seleksi administrasi pengadaan CPNS Tahun Anggaran 2024 sebagaimana tabel di bawah ini."
        )
        + (
            Block(
                "table",
                rows=(
                    ("No", "Formasi", "Pelamar", "Lulus"),
                    ("1", "Tenaga Kesehatan", "412", "318"),
                    ("2", "Tenaga Teknis", "1.207", "954"),
                ),
            ),
            Block(
                "p",
                "Bagi pelamar yang dinyatakan tidak lulus dapat mengajukan sanggah paling lama tiga hari setelah pengumuman.",
            ),
        ),
    ),
    Story(
        "Kominfo Sosialisasikan KIM",
        "kominfo-sosialisasikan-kim-10",
        datetime(2013, 11, 29, 11, 15),
        "Admin bulelengkab",
        301,
        "Berita",
        _p(
            "Dinas Komunikasi dan Informatika menggelar sosialisasi Kelompok Informasi Masyarakat (KIM) bagi perangkat desa "
            "se-kecamatan di aula kantor camat, Kamis siang."
        ),
    ),
    Story(
        "Wali Kota: “Kita Harus Jaga Kerukunan”",
        "wali-kota-kita-harus-jaga-kerukunan",
        datetime(2022, 1, 5, 19, 20),
        "Prokopim Setda",
        455,
        "Pemerintahan",
        _p(
            "Kota Madiun - Wali Kota mengajak seluruh elemen masyarakat untuk menjaga kerukunan antarumat beragama menjelang "
            "tahun politik yang akan datang.",
            FILLERS[1],
        )
        + (
            Block("also", "Pasar Murah Digelar di Kecamatan Sukorejo"),
            *_p(FILLERS[4], FILLERS[7]),
            Block("quote", "Perbedaan adalah kekuatan, bukan alasan untuk saling menjauh satu sama lain."),
            *_p(FILLERS[6]),
        ),
    ),
    Story(
        "Panen Raya Padi Organik, Petani Sumringah",
        "panen-raya-padi-organik-petani-sumringah",
        datetime(2021, 4, 9, 7, 55),
        "didik/dinkominfo",
        662,
        "Pertanian",
        _p(
            "PURBALINGGA, INFO - Petani di Desa Karanganyar tersenyum lebar saat panen raya padi organik, Kamis (8/4/2021). "
            "Hasil panen tahun ini mencapai 6,8 ton per hektare, naik dibandingkan tahun sebelumnya.",
            FILLERS[2],
            FILLERS[5],
            FILLERS[7],
        ),
        "(didik/dinkominfo)",
    ),
    Story(
        "Optimalkan Peran PPID di Level Kecamatan, PPID Utama Kabupaten Karanganyar Lakukan Monitoring dan Evaluasi",
        "optimalkan-peran-ppid-di-level-kecamatan-ppid-utama-kabupaten-karanganyar-lakukan-monitoring-dan-evaluasi",
        datetime(2018, 7, 18, 10, 10),
        "Diskominfo",
        98,
        "Berita OPD",
        _p(
            "Karanganyar, 17 Juli 2018 – Tim PPID Utama melakukan monitoring dan evaluasi ke seluruh kecamatan guna "
            "memastikan pelayanan informasi publik berjalan sesuai ketentuan.",
            *FILLERS,
            FILLERS[3],
        ),
    ),
    Story(
        "Musrenbangdes Desa Karang Anyar",
        "musrenbangdes-desa-karang-anyar",
        datetime(2020, 9, 29, 13, 0),
        "Administrator",
        2373,
        "Berita Desa",
        (
            Block(
                "p", "Pemerintah Desa menyelenggarakan musyawarah perencanaan pembangunan desa di balai desa setempat."
            ),
            Block("image", "Suasana musyawarah di balai desa"),
            Block("p", FILLERS[0]),
            Block("h", "Usulan Prioritas"),
            Block("ul", rows=(("Perbaikan jalan usaha tani",), ("Rehabilitasi posyandu",), ("Pengadaan lampu jalan",))),
            Block("p", FILLERS[6]),
            Block("p", "Demikian berita ini kami sampaikan. Semoga bermanfaat."),
        ),
    ),
    Story(
        "Jemput Bola, Disdukcapil Akselerasi Rekam E-KTP",
        "jemput-bola-disdukcapil-akselerasi-rekam-e-ktp",
        datetime(2019, 5, 10, 15, 45),
        "Super Admin Kominfo",
        377,
        "Layanan",
        _p(
            "MUNGKID - Dinas Kependudukan dan Pencatatan Sipil terus melakukan jemput bola perekaman KTP elektronik ke "
            "sekolah-sekolah. Hingga 9 Mei 2019 sudah 4.512 siswa terekam.",
            FILLERS[1],
            FILLERS[4],
            FILLERS[9],
        ),
    ),
    Story(
        "PENGANGKATAN RANTING POHON DI TUKAD MUMBUL",
        "pengangkatan-ranting-pohon-di-tukad-mumbul-94",
        datetime(2017, 2, 14, 9, 9),
        "Admin dlh",
        171,
        "BERITA",
        _p("Petugas DLH mengangkat ranting pohon yang menyumbat aliran Tukad Mumbul.", FILLERS[8]),
    ),
    Story(
        "Gerak Jalan HUT RI ke-79 Digelar 2 Hari, Ini Rutenya",
        "gerak-jalan-hut-ri-ke-79-digelar-2-hari-ini-rutenya",
        datetime(2024, 8, 12, 20, 1),
        "Yan",
        3264,
        "Kegiatan",
        _p(
            "Panitia peringatan hari kemerdekaan menetapkan rute gerak jalan yang akan diikuti 120 regu dari pelajar dan umum.",
            "Rute hari pertama: Alun-alun – Jalan Merdeka – Jalan Sudirman – Stadion.",
            "Rute hari kedua: Stadion – Jalan Ahmad Yani – Pasar Legi – Alun-alun.",
            FILLERS[4],
        ),
        "***(Yan)",
    ),
    Story(
        "Tiga Raperda Disetujui DPRD",
        "tiga-raperda-disetujui-dprd",
        datetime(2025, 6, 26, 17, 30),
        "Khajjar Rohmah",
        477,
        "Berita",
        _p(
            "DPRD bersama Pemerintah Daerah menyetujui tiga rancangan peraturan daerah dalam rapat paripurna.",
            "Ketiganya yakni:",
            "1. Raperda tentang Pertanggungjawaban APBD;",
            "2. Raperda tentang Kawasan Tanpa Rokok;",
            "3. Raperda tentang Penyelenggaraan Perpustakaan.",
            FILLERS[1],
            FILLERS[5],
        ),
    ),
)

# Articles that stand in sidebars and lists: title, address, date, views, teaser.
OTHERS = (
    (
        "Upacara Hari Kesaktian Pancasila di Halaman Balai Kota",
        "/berita/hari-kesaktian-pancasila",
        datetime(2025, 10, 1),
        8710,
        "Upacara berlangsung khidmat dan diikuti seluruh aparatur sipil negara, TNI, Polri, pelajar, serta organisasi "
        "kemasyarakatan. Bertindak sebagai inspektur upacara adalah Wali Kota, sedangkan naskah ikrar dibacakan oleh "
        "Ketua DPRD. Dalam amanatnya, inspektur upacara mengajak seluruh peserta untuk meneladani nilai Pancasila.",
    ),
    (
        "Job Fair Sediakan 1.200 Lowongan Kerja",
        "/berita/job-fair-sediakan-1200-lowongan",
        datetime(2025, 9, 30),
        2031,
        "Sebanyak 40 perusahaan ikut serta dalam bursa kerja yang digelar selama dua hari di gedung serbaguna...",
    ),
    (
        "Pasar Murah Digelar di Kecamatan Sukorejo",
        "/berita/pasar-murah-sukorejo",
        datetime(2025, 9, 25),
        318,
        "Warga antusias menyerbu pasar murah yang menyediakan beras, minyak goreng, gula, dan telur dengan harga di "
        "bawah pasaran. Kegiatan ini merupakan upaya pengendalian inflasi daerah menjelang akhir tahun anggaran.",
    ),
    ("Jadwal Pelayanan SIM Keliling", "/berita/jadwal-sim-keliling", datetime(2025, 8, 2), 99, "Simak jadwalnya."),
)
