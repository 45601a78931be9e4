"""The words of the data statement and of an archive's citation."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # The citation
    "statement.cite": (
        "{who}: news articles. Archive made with blitar_scraper {version}, as of {moment}.",
        "{who}: artikel berita. Arsip yang dibuat dengan blitar_scraper {version}, keadaan per {moment}.",
    ),
    "statement.cite_undated": (
        "{who}: news articles. Archive made with blitar_scraper {version}.",
        "{who}: artikel berita. Arsip yang dibuat dengan blitar_scraper {version}.",
    ),
    "statement.nobody": ("No site", "Tanpa situs"),
    "statement.others": ("{count} other sites", "{count} situs lain"),
    "statement.and": ("{first} and {last}", "{first} dan {last}"),
    # What is in it
    "statement.title": ("Data statement", "Pernyataan data"),
    "statement.summary": (
        "The data hold {articles} from {sites}, published between {first} and {last} by what the pages say,"
        " with {words} of text.",
        "Data ini terdiri atas {articles} dari {sites}, yang menurut halamannya terbit antara {first} dan {last},"
        " dengan teks sepanjang {words}.",
    ),
    "statement.summary_undated": (
        "The data hold {articles} from {sites}, none of which says when it was published, with {words} of text.",
        "Data ini terdiri atas {articles} dari {sites}, tanpa satu pun tanggal terbit, dengan teks sepanjang {words}.",
    ),
    "statement.empty": (
        "There is no article here: {sites}, nothing stored.",
        "Belum ada artikel di sini: {sites}, tanpa isi.",
    ),
    "statement.state": (
        "They show the state of {moment}. All numbers below are of what is public.",
        "Keadaannya per {moment}. Semua angka di bawah ini mencakup data yang terbuka untuk umum.",
    ),
    "statement.of_some": (
        "This statement is of a part of the archive.",
        "Pernyataan ini mencakup sebagian dari arsip.",
    ),
    # Sources
    "statement.sources": ("Sources", "Sumber"),
    "statement.site": ("Site", "Situs"),
    "statement.name": ("Name", "Nama"),
    "statement.region": ("Region", "Wilayah"),
    "statement.articles": ("Articles", "Artikel"),
    "statement.first": ("First", "Pertama"),
    "statement.last": ("Last", "Terakhir"),
    "statement.region_note": (
        "Region: the code of the Ministry of Home Affairs. First and last: by date of publication.",
        "Wilayah: kode Kementerian Dalam Negeri. Pertama dan terakhir: menurut tanggal terbit.",
    ),
    # Collection
    "statement.collection": ("Collection", "Pengumpulan"),
    "statement.crawled": (
        "The pages were read between {first} and {last} in {runs}, of which {complete} ran to the end,"
        " by blitar_scraper {versions}.",
        "Halaman-halaman itu dibaca antara {first} dan {last} dalam {runs}, {complete} di antaranya sampai selesai,"
        " dengan blitar_scraper {versions}.",
    ),
    "statement.not_crawled": ("No crawl is on record.", "Tidak ada catatan perayapan."),
    "statement.method": (
        "Articles are found through a site's listings, feeds and sitemaps. Each is looked at again 1, 7, 30"
        " and 180 days after its publication, then yearly, and at once where a listing shows a change."
        " robots.txt is obeyed.",
        "Artikel ditemukan lewat daftar berita, umpan (feed), dan peta situs. Setiap artikel dilihat lagi 1, 7, 30, dan"
        " 180 hari setelah terbit, lalu setahun sekali, dan segera bila daftar menunjukkan perubahan."
        " robots.txt dipatuhi.",
    ),
    "statement.parsers": (
        "Versions of the extraction that read the pages: {versions}.",
        "Isi halaman dibaca oleh ekstraksi versi {versions}.",
    ),
    "statement.not_backfilled": (
        "Not all that their listings name has been stored yet: {sites}.",
        "Belum semua yang disebut dalam daftar beritanya tersimpan: {sites}.",
    ),
    "statement.not_verified": (
        "Sites where nobody has yet compared what was read with the live site: {number} of {all}.",
        "Situs yang hasil bacaannya belum pernah dibandingkan dengan halaman aslinya: {number} dari {all}.",
    ),
    # Coverage
    "statement.coverage": ("Coverage", "Cakupan"),
    "statement.coverage_note": (
        "Months by what is known of them. Silent: watched at the time, or looked through later by a complete crawl, and"
        " nothing was published. Incomplete: some pages of that month could not be read or have not been read yet."
        " Failed: no crawl of that month ran to its end. Not observed: nothing can be said.",
        "Jumlah bulan menurut apa yang diketahui tentangnya. Kosong: diamati saat itu, atau ditelusuri kemudian sampai"
        " tuntas, dan tidak ada berita. Tidak lengkap: sebagian halaman bulan itu tidak dapat atau belum dibaca."
        " Gagal: tidak ada perayapan bulan itu yang selesai. Tidak diamati: tidak ada yang dapat dikatakan.",
    ),
    "statement.verdict.news": ("With news", "Ada berita"),
    "statement.verdict.silent": ("Silent", "Kosong"),
    "statement.verdict.incomplete": ("Incomplete", "Tidak lengkap"),
    "statement.verdict.crawl failed": ("Failed", "Gagal"),
    "statement.verdict.not observed": ("Not observed", "Tidak diamati"),
    "statement.gaps": ("{site}: {gaps}", "{site}: {gaps}"),
    "statement.more_spans": ("and {count} more", "dan {count} lainnya"),
    "statement.span": ("{first} to {last}", "{first} s.d. {last}"),
    # Missing values
    "statement.missing": ("Missing values", "Data yang kosong"),
    "statement.missing_note": (
        "A value that is not certain is absent, never guessed. A missing author, section or view count"
        " mostly means that the site shows none. Values that are withheld are not counted as missing.",
        "Nilai yang tidak pasti dikosongkan, tidak ditebak. Penulis, rubrik, atau jumlah pembaca yang kosong umumnya"
        " berarti situsnya memang tidak menampilkannya. Nilai yang tidak ditampilkan kepada umum tidak"
        " dihitung kosong.",
    ),
    "statement.field": ("Field", "Isian"),
    "statement.column": ("Column", "Kolom"),
    "statement.missing_number": ("Missing", "Kosong"),
    "statement.share": ("Share", "Persentase"),
    "statement.by_site": ("Missing by site", "Yang kosong menurut situs"),
    "statement.field.title": ("title", "judul"),
    "statement.field.author": ("author", "penulis"),
    "statement.field.published_date": ("date", "tanggal terbit"),
    "statement.field.published_time": ("time of day", "jam terbit"),
    "statement.field.section": ("section", "rubrik"),
    "statement.field.body": ("text", "teks"),
    "statement.field.views": ("views", "jumlah pembaca"),
    "statement.field.image_url": ("image", "gambar"),
    "statement.field.tags": ("tags", "tag"),
    "statement.field.modified_at": ("last change", "perubahan terakhir"),
    "statement.field.dateline_date": ("date in the text", "tanggal di dalam teks"),
    "statement.field.press_release_number": ("press release number", "nomor siaran pers"),
    # Dates
    "statement.dates": ("Dates of publication", "Tanggal terbit"),
    "statement.dates_note": (
        "A date is what the page says, in the site's local time and as precise as it is printed; what cannot"
        " be read with certainty is absent, and the printed text is kept (`published_raw`).",
        "Tanggal dicatat seperti tertera di halaman, dalam waktu setempat dan setepat yang tercetak; yang tidak dapat"
        " dibaca dengan pasti dikosongkan, dan teks aslinya disimpan (`published_raw`).",
    ),
    "statement.precision": ("Precise to the", "Tepat sampai"),
    "statement.precision.year": ("year", "tahun"),
    "statement.precision.month": ("month", "bulan"),
    "statement.precision.day": ("day", "hari"),
    "statement.precision.minute": ("minute", "menit"),
    "statement.precision.second": ("second", "detik"),
    "statement.precision.none": ("no date", "tanpa tanggal"),
    "statement.precision.withheld": ("withheld", "tidak ditampilkan"),
    "statement.witness": ("Read from", "Dibaca dari"),
    "statement.witness.byline": ("byline", "baris keterangan (byline)"),
    "statement.witness.selector": ("a place named for the site", "tempat yang ditentukan untuk situs itu"),
    "statement.witness.json-ld": ("structured data (JSON-LD)", "data terstruktur (JSON-LD)"),
    "statement.witness.opengraph": ("metadata (Open Graph)", "metadata (Open Graph)"),
    "statement.witness.listing": ("listing", "daftar berita"),
    "statement.witness.feed": ("feed", "umpan (feed)"),
    "statement.witness.rest": ("the system's own interface (REST)", "antarmuka sistem (REST)"),
    "statement.witness.url": ("address", "alamat halaman"),
    # Changes
    "statement.changes": ("Changes over time", "Perubahan dari waktu ke waktu"),
    "statement.what": ("What", "Keterangan"),
    "statement.number": ("Number", "Jumlah"),
    "statement.edits": ("edits seen", "perubahan yang teramati"),
    "statement.edited_articles": ("articles edited", "artikel yang diubah"),
    "statement.edits_of": ("edits of {field}", "perubahan pada {field}"),
    "statement.removed": ("articles removed from the site", "artikel yang hilang dari situs"),
    "statement.removed.404": ("– answered with “not found” (404)", "– dijawab “tidak ditemukan” (404)"),
    "statement.removed.soft-404": ("– another page stands there", "– halaman lain ada di alamatnya"),
    "statement.removed.home": ("– its address leads to the home page", "– alamatnya mengarah ke beranda"),
    "statement.removed.moved-site": ("– its address leads to another site", "– alamatnya mengarah ke situs lain"),
    "statement.observations": ("observations of view counts", "pengamatan jumlah pembaca"),
    "statement.articles_with_views": ("articles with a view count", "artikel dengan jumlah pembaca"),
    "statement.shared_texts": (
        "texts that stand word for word in several articles",
        "teks yang sama kata demi kata di beberapa artikel",
    ),
    "statement.shared_articles": ("– articles with such a text", "– artikel dengan teks demikian"),
    "statement.shared_between": ("– such texts on several sites", "– teks demikian di beberapa situs"),
    "statement.changes_note": (
        "An edit is a change by the site, seen between two looks; what changed and was changed back between them is not"
        " known. A page that is read better by a newer program is no edit. Removed means that the page was no longer"
        " there; not who removed it, or why. Shared texts: {length} characters or more.",
        "Perubahan di sini ialah perubahan oleh situs, yang terlihat di antara dua pengamatan; yang diubah lalu"
        " dikembalikan di antaranya tidak diketahui. Pembacaan yang lebih baik oleh program baru bukan"
        " perubahan. Hilang berarti halamannya tidak ada lagi; bukan siapa yang menghapusnya atau mengapa."
        " Teks yang sama: sedikitnya {length} huruf.",
    ),
    "statement.own_visits": (
        "Whether a site's counter counts our own visits, too, is known of {known} of {all} sites; {counted} do.",
        "Apakah penghitung situs ikut menghitung kunjungan kami diketahui untuk {known} dari {all} situs; {counted} di"
        " antaranya menghitungnya.",
    ),
    "statement.own_visits_unknown": (
        "Whether the sites' counters count our own visits, too, is not known of any.",
        "Apakah penghitung situs ikut menghitung kunjungan kami tidak diketahui untuk satu situs pun.",
    ),
    # Provenance
    "statement.provenance": ("Provenance", "Asal data"),
    "statement.captures": (
        "{captures} of what the sites answered are kept in {files} (WARC, {size}), received between {first}"
        " and {last}.",
        "{captures} jawaban situs tersimpan dalam {files} (WARC, {size}), diterima antara {first} dan {last}.",
    ),
    "statement.imported": (
        "{number} of them were made by others and taken in.",
        "{number} di antaranya dibuat oleh pihak lain dan dimasukkan ke sini.",
    ),
    "statement.no_captures": ("No captures were kept.", "Tidak ada rekaman yang disimpan."),
    "statement.with_capture": (
        "{number} of {articles} ({share}) lead to the capture from which they were read, by time and SHA-256 digest.",
        "{number} dari {articles} ({share}) merujuk ke rekaman sumbernya, dengan waktu dan nilai SHA-256.",
    ),
    "statement.fingerprint": (
        "Fingerprint of the articles: {digest} (SHA-256 over the lines “uid version content_digest”, sorted"
        " by uid, each ended by a line feed; “-” for a withheld digest). The same fingerprint, the same data.",
        "Sidik jari artikel: {digest} (SHA-256 atas baris “uid version content_digest”, urut menurut uid, masing-masing"
        " diakhiri line feed; “-” untuk digest yang tidak ditampilkan). Sidik jari sama, data sama.",
    ),
    # Problems
    "statement.problems": ("Problems noted", "Masalah yang tercatat"),
    "statement.problem": ("Problem", "Masalah"),
    "statement.all": ("All", "Semua"),
    "statement.open": ("Open", "Belum selesai"),
    "statement.problems_note": (
        "What each name means stands in docs/problems.md. Some are events, not faults: an article that moved, say.",
        "Arti setiap nama ada di docs/problems.md. Sebagian adalah peristiwa, bukan kesalahan: misalnya artikel yang"
        " pindah alamat.",
    ),
    "statement.no_problems": ("None.", "Tidak ada."),
    # Withheld
    "statement.withheld": ("Withheld", "Tidak ditampilkan"),
    "statement.withheld_numbers": (
        "Withheld from the public: {whole} as a whole, and a part of {parts}.",
        "Tidak ditampilkan kepada umum: {whole} seluruhnya, dan sebagian dari {parts}.",
    ),
    "statement.nothing_withheld": ("Nothing is withheld.", "Semuanya ditampilkan."),
    # Limits
    "statement.limits": ("Known limits", "Keterbatasan"),
    "statement.limit.before": (
        "What a site had removed before it was first read is not here, unless others' captures were taken in.",
        "Yang sudah dihapus situs sebelum pertama kali dibaca tidak ada di sini, kecuali bila rekaman pihak lain"
        " dimasukkan.",
    ),
    "statement.limit.found": (
        "What no listing, feed or sitemap names is not found.",
        "Yang tidak disebut dalam daftar berita, umpan, atau peta situs tidak ditemukan.",
    ),
    "statement.limit.views": (
        "View counts are the sites' own; how they count is not known, and visits by programs may be among them.",
        "Jumlah pembaca berasal dari situs itu sendiri; cara menghitungnya tidak diketahui, dan kunjungan program"
        " mungkin ikut terhitung.",
    ),
    "statement.limit.author": (
        "The author is as printed, often an office (“Admin Kota”) and not a person.",
        "Penulis dicatat seperti tercetak; sering kali nama kantor (“Admin Kota”), bukan orang.",
    ),
    "statement.limit.machine": (
        "Everything was read by a program, and no article was checked by hand unless you did so: draw a sample.",
        "Semuanya dibaca oleh program; tidak ada artikel yang diperiksa dengan tangan kecuali oleh Anda:"
        " ambillah sampel.",
    ),
    "statement.limit.official": (
        "It is what governments publish of themselves, not what happened.",
        "Isinya ialah apa yang diterbitkan pemerintah tentang dirinya, bukan apa yang terjadi.",
    ),
    # Citing
    "statement.citing": ("How to cite", "Cara mengutip"),
    "statement.citing_article": (
        "A single article is cited with the time and digest of its capture: `blitar show UID`. The texts belong to the"
        " governments that published them.",
        "Satu artikel dikutip dengan waktu dan digest rekamannya: `blitar show UID`. Hak atas teks ada pada pemerintah"
        " daerah yang menerbitkannya.",
    ),
}
