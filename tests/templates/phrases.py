"""The word stock of made-up government news: people, offices, places, and sentences with slots.

Slots are written `{name}` and filled by `facts.py` anew at each use.
"""
# ruff: noqa: E501 -- a sentence reads better unbroken

from __future__ import annotations

REGIONS = (  # name of the site, kind, short name, time zone, capital
    ("Kabupaten Banjarwangi", "kabupaten", "Banjarwangi", "Asia/Jakarta", "Sukajaya"),
    ("Kota Tirtamulya", "kota", "Tirtamulya", "Asia/Jakarta", "Tirtamulya"),
    ("Kabupaten Lembah Raya", "kabupaten", "Lembah Raya", "Asia/Makassar", "Watumea"),
    ("Provinsi Nusa Kencana", "provinsi", "Nusa Kencana", "Asia/Makassar", "Mataloka"),
    ("Kabupaten Tanjung Merah", "kabupaten", "Tanjung Merah", "Asia/Jayapura", "Warmasen"),
    ("Kota Sungai Batu", "kota", "Sungai Batu", "Asia/Pontianak", "Sungai Batu"),
)
AGENCIES = (
    "Pemerintah {region}", "Dinas Komunikasi dan Informatika {region}", "Dinas Kesehatan {region}", "Portal {region}",
    "Diskominfo {short}", "Kecamatan {place}", "Desa {village}", "Bappeda {region}", "PPID {region}",
)  # fmt: skip

FIRST = "Agus Bambang Citra Dewi Eko Fitriani Gunawan Hendra Indah Joko Kartika Lukman Made Nurul Oktavia Putu Rahmat Siti Teguh Umi Wahyu Yohanes Zainal Ketut Sri Muhammad Abdul Ratna Desi Rudi".split()
LAST = "Santoso Wibowo Lestari Kurniawan Saputra Hidayat Simanjuntak Siregar Manurung Suryani Pratama Nugroho Setiawan Rahmawati Hasibuan Mokodompit Tambunan Wulandari Suhartono Maulana Iskandar Handayani Suprapto Tobing Anwar".split()
DEGREES = ("", "", "", ", S.Sos., M.Si", ", S.H.", ", M.M.", ", S.STP, M.AP", ", S.Kom")
OFFICE_AUTHORS = (
    "Admin", "Administrator", "Humas", "Diskominfo", "Prokopim", "Admin Kominfo", "Super Admin", "Tim Redaksi", "Humas Setda",
    "admin_web", "Kominfo", "PPID Utama", "Admin Kecamatan", "Bagian Prokopim", "Operator Desa", "Redaksi", "MC Kab Banjarwangi",
)  # fmt: skip

PLACES = "Sukorejo Karanganyar Watulimo Kepanjen Srengat Wonodadi Ngantang Pakisaji Mojosari Kalibaru Tegalsari Banyudono Gunungsari Purwoasri Sidomulyo Batulicin Kotabaru Lubuksari Talang_Jaya Pematang_Kerasaan".split()
VILLAGES = "Bendosewu Sumberagung Mekarsari Tirtonirmolo Kalipuro Kebonagung Ngadirejo Jatimulyo Banjarsari Rejowinangun Sendangsari Margomulyo Plosorejo Kalirejo Sambirejo Wonokerto".split()
VENUES = (
    "Pendopo Kabupaten", "Aula Kantor Kecamatan {place}", "Balai Desa {village}", "Gedung Serbaguna", "halaman Kantor Bupati",
    "Alun-alun {place}", "Ruang Rapat Lantai II Sekretariat Daerah", "Hotel Grand {short}", "SMP Negeri 2 {place}",
    "Puskesmas {place}", "bantaran Kali {river}", "Lapangan Desa {village}", "RSUD dr. Soedomo",
)  # fmt: skip
RIVERS = "Brantas Mumbul Lekso Gendol Progo Serayu Konto Badak Ciliwong".split()
OFFICIALS = (
    "Bupati", "Wakil Bupati", "Wali Kota", "Sekda", "Gubernur", "Pj. Bupati", "Camat {place}", "Kepala Dinas Kesehatan", "Kepala Diskominfo",
    "Ketua TP PKK", "Kepala BPBD", "Asisten II Setda", "Kades {village}",
)  # fmt: skip
OFFICES = (
    "Dinas Kesehatan", "Dinas Pendidikan dan Kebudayaan", "Dinas Pertanian dan Pangan", "Dinas Sosial", "BPBD", "Satpol PP",
    "Dinas PUPR", "Disdukcapil", "Dinas Perhubungan", "Disperindag", "Bapenda", "DLH", "Dinas Koperasi dan UKM", "BKPSDM",
)  # fmt: skip
SECTIONS = (
    "Berita", "Pemerintahan", "Kesehatan", "Pendidikan", "Pengumuman", "Berita Daerah", "Kegiatan", "Ekonomi", "Sosial Budaya",
    "Pertanian", "Berita OPD", "Infrastruktur", "Layanan Publik", "Berita Desa", "Olahraga",
)  # fmt: skip
TAGS = "stunting umkm inovasi pelayanan pendidikan kesehatan bencana pertanian pariwisata apbd pemilu smartcity ppid".split()

VERBS = (
    "Resmikan",
    "Tinjau",
    "Buka",
    "Hadiri",
    "Gelar",
    "Luncurkan",
    "Dorong",
    "Apresiasi",
    "Serahkan",
    "Pimpin",
    "Canangkan",
)
THINGS = (
    "Gedung Pelayanan Terpadu", "Pasar Murah Ramadan", "Bantuan Sembako bagi Lansia", "Program Sekolah Ramah Anak", "Jembatan Gantung Kali {river}",
    "Pelatihan Digital bagi UMKM", "Musrenbang Kecamatan {place}", "Rapat Koordinasi Penurunan Stunting", "Festival Budaya {short} {year}",
    "Sosialisasi Satu Data Indonesia", "Posyandu Era Baru", "Sertifikat Tanah Program PTSL", "Gerakan Pangan Murah", "Lomba Desa Tingkat Provinsi",
    "Apel Kesiapsiagaan Bencana", "Penandatanganan Perjanjian Kinerja", "Vaksinasi PMK Tahap {n}", "Layanan Adminduk Keliling",
)  # fmt: skip
EVENTS = (
    "HUT ke-{n} RI", "Hari Jadi {short} ke-{nnn}", "Hari Kesaktian Pancasila", "Hari Kesehatan Nasional {year}", "Maulid Nabi Muhammad SAW", "Hari Anak Nasional",
    "Bulan Bakti Gotong Royong", "Pekan Imunisasi Nasional Polio", "Hari Pers Nasional", "Harganas ke-{n}",
)  # fmt: skip
PEOPLE = (
    "Petani",
    "Guru Honorer",
    "Pelaku UMKM",
    "Kader Posyandu",
    "Pelajar",
    "Nelayan",
    "Kepala Desa",
    "Warga",
    "ASN",
    "Atlet",
    "Balita",
)
TITLES = (
    "{official} {verb} {thing}", "{official} {verb} {thing} di {place}", "{official} {verb} {thing} di {place}", "{official} {verb} {thing}, Ini Pesannya",
    "{office} {verb} {thing}", "{office} {short} {verb} {thing} Tahun {year}", "Peringati {event}, {official} Ajak {people} Jaga Kebersamaan",
    "{nn} {people} {place} Terima Bantuan dari {office}", "{nnnn} {people} Ikuti {thing}", "Upacara Peringatan {event}", "{official}: “{slogan}”",
    "{official}: {slogan}", "{slogan}, Pesan {official} saat Buka {thing}", "Tiga Kali Berturut-turut, {region} Raih Opini WTP",
    "Antisipasi Banjir, {office} Normalisasi Kali {river}", "Pengumuman Hasil Seleksi {thing} Tahun Anggaran {year}", "Jadwal {thing} {month} {year}",
    "{thing}", "Sambut {event}, Desa {village} Gelar Kerja Bakti", "Apa Itu {thing}? Simak Penjelasan {office}", "Sukseskan {event}! {office} Turunkan {nn} Petugas",
    "{office} Gandeng {people} Wujudkan {short} Hijau", "Kunjungi {venue}, {official} Minta Layanan Ditingkatkan", "Apel Pagi", "Donor Darah {event}",
    "Realisasi PAD Capai Rp {n},{n} Miliar per {date}", "Capaian {office}: {n} Inovasi dalam {n} Tahun",
)  # fmt: skip
SLOGANS = (
    "Kita Harus Jaga Kerukunan", "Jangan Ada Lagi Warga yang Tertinggal", "Data Harus Akurat", "Pelayanan Itu Soal Hati", "Bersama Kita Bisa",
    "Stunting? No Way", "Desa Kuat, Daerah Hebat", "Jangan Buang Sampah ke Kali",
)  # fmt: skip

OPENINGS = (
    "{official} {name} {verb_l} {thing} di {venue}, {dayname} ({d}/{m}/{y}).",
    "{office} {region} {verb_l} {thing} yang dipusatkan di {venue}, {dayname} ({d}/{m}).",
    "Pemerintah {region} melalui {office} {verb_l} {thing} bertempat di {venue} pada {dayname}, {date}.",
    "Dalam rangka memperingati {event}, {office} menggelar berbagai kegiatan di {venue}.",
    "Sebanyak {nnn} {people_l} dari {n} kecamatan mengikuti {thing} di {venue}, {dayname} pagi.",
    "Hujan deras yang mengguyur wilayah {place} sejak {dayname} malam membuat Kali {river} meluap dan merendam {nn} rumah warga.",
    "Kabar baik bagi {people_l} di Kecamatan {place}. {office} akan membuka {thing} mulai {date} mendatang.",
    "Suasana {venue} tampak berbeda sejak {dayname} pagi. Ratusan {people_l} memadati lokasi untuk mengikuti {thing}.",
)  # fmt: skip
SENTENCES = (
    "Kegiatan tersebut dihadiri oleh unsur Forkopimda, para kepala perangkat daerah, camat, serta perwakilan tokoh masyarakat.",
    "Dalam sambutannya, {official} menyampaikan apresiasi kepada seluruh pihak yang telah bekerja keras.",
    "“Kita tidak boleh berpuas diri, masih banyak pekerjaan rumah yang harus diselesaikan bersama,” ujar {name}.",
    "\"Kami berharap program ini dapat dirasakan langsung manfaatnya oleh warga {place},\" kata {name}.",
    "Program ini telah berjalan sejak tahun {y} dan menjangkau lebih dari {nnnn} keluarga di {n} kecamatan.",
    "Anggaran yang disiapkan mencapai Rp {n},{n} miliar yang bersumber dari APBD Tahun {year}.",
    "Kepala {office} {name} menjelaskan bahwa tahapan berikutnya akan dimulai pada {date} dan diharapkan rampung sebelum akhir tahun.",
    "Masyarakat yang ingin memperoleh informasi lebih lanjut dapat datang ke kantor {office} pada hari kerja pukul 08.00 sampai dengan 15.00 WIB.",
    "Pemerintah daerah juga menggandeng perguruan tinggi dan pelaku usaha agar hasilnya dapat dirasakan secara merata hingga ke pelosok desa.",
    "Acara diakhiri dengan penyerahan bantuan secara simbolis dan foto bersama.",
    "“Alhamdulillah, kami sangat terbantu,” kata {first} ({nn}), salah seorang warga Desa {village}.",
    "Sungai yang melintasi wilayah tersebut sudah {n} kali meluap sepanjang musim hujan lalu sehingga perlu dinormalisasi.",
    "Berdasarkan Peraturan Bupati Nomor {n} Tahun {y}, setiap desa wajib menyampaikan laporan paling lambat tanggal 10 setiap bulannya.",
    "Hingga {date} tercatat {nnnn} pelaku usaha telah mendaftar, naik {n} persen dibandingkan tahun sebelumnya.",
    "Video sosialisasi tersebut telah dilihat {nnn} kali sejak diunggah ke kanal resmi pemerintah daerah.",
    "Menurutnya, kolaborasi lintas sektor menjadi kunci keberhasilan pembangunan di daerah.",
    "Turut hadir dalam kesempatan itu {official}, Ketua DPRD, Dandim, Kapolres, serta jajaran {office}.",
    "Ia menambahkan, jumlah penerima manfaat akan terus ditambah secara bertahap sesuai dengan kemampuan keuangan daerah.",
    "Tim {office} turun ke lapangan selama {n} hari, mulai {date}, untuk memastikan data yang masuk benar-benar valid.",
    "Selain itu, petugas juga memberikan edukasi tentang pola hidup bersih dan sehat kepada {people_l}.",
    "“Jangan sampai ada anak yang putus sekolah hanya karena persoalan biaya. Laporkan kepada kami,” tegas {official}.",
    "Pendaftaran dibuka pada {date} pukul 09.00 WIB dan ditutup setelah kuota {nnn} peserta terpenuhi.",
    "Warga diminta tetap waspada karena BMKG memperkirakan curah hujan tinggi masih akan terjadi hingga {month} {year}.",
    "Rombongan kemudian meninjau pembangunan talud Kali {river} di Desa {village}, Kecamatan {place}.",
    "Kegiatan serupa akan dilaksanakan di kecamatan lain secara bergiliran.",
    "Dengan demikian, target penurunan angka kemiskinan sebesar {n},{n} persen diharapkan dapat tercapai.",
    "Sementara itu, {name} selaku ketua panitia melaporkan bahwa peserta berasal dari {nn} desa dan kelurahan.",
    "Penghargaan ini merupakan yang ke-{n} kalinya diterima {region} secara berturut-turut.",
)  # fmt: skip
CLOSINGS = (
    "Demikian berita ini kami sampaikan, semoga bermanfaat.", "Semoga kegiatan ini membawa manfaat bagi kita semua.",
    "Kegiatan berlangsung tertib dan lancar hingga selesai.", "Mari bersama-sama kita dukung pembangunan daerah.",
)  # fmt: skip
HEADINGS = (
    "Sasaran Program",
    "Syarat dan Ketentuan",
    "Apa yang Harus Dilakukan?",
    "Tentang {thing}",
    "Hasil Rapat",
    "Rangkaian Kegiatan",
)
ITEMS = (
    "Fotokopi KTP dan Kartu Keluarga", "Surat pengantar dari desa atau kelurahan", "Perbaikan jalan usaha tani", "Rehabilitasi posyandu Desa {village}",
    "Pengadaan lampu jalan di {place}", "Memantau tumbuh kembang anak setiap bulan", "Menjaga sanitasi dan air bersih", "Peningkatan kapasitas kader",
    "Pendaftaran: 1 s.d. 15 {month} {year}", "Pengumuman hasil: {date}", "Pelatihan bagi {people_l}", "Menyiapkan dokumen pendukung lainnya",
)  # fmt: skip
CAPTIONS = (
    "Suasana {thing} di {venue}", "Foto: Dokumentasi {office}", "{official} saat meninjau lokasi, {dayname} ({d}/{m}/{y})", "Foto : Humas {short}",
    "{official} bersama jajaran {office}", "Sumber Gambar: {office}",
)  # fmt: skip
COMMENTS = (
    "Terima kasih infonya, sangat bermanfaat.", "Mantap, semoga lancar pembangunannya!", "Kapan giliran desa kami pak? Sudah 3 kali mengusulkan.",
    "Mohon jadwal untuk kecamatan lain dibagikan juga.", "Sukses selalu untuk {short}.",
)  # fmt: skip
