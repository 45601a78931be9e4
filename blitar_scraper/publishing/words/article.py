"""Words of the article pages."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Head
    "article.undated": ("Date not known", "Tanggal tidak diketahui"),
    "article.undated_raw": ("Date not certain; the page prints “{raw}”", "Tanggal tidak pasti; tertulis “{raw}”"),
    "article.by": ("By", "Oleh"),
    "article.original": ("Read it on the site", "Baca di situs aslinya"),
    "article.original_gone": ("Its former address", "Alamat semula"),
    "article.no_text": (
        "No text could be read with certainty.",
        "Tidak ada teks yang dapat dibaca dengan pasti.",
    ),
    "article.text_withheld": ("The text is withheld.", "Teks tidak ditampilkan."),
    "article.press_head": ("Press release header", "Kepala siaran pers"),
    "article.press_number": ("Press release {number}", "Siaran pers {number}"),
    "article.contact": ("Contact", "Kontak"),
    "article.dateline": ("Dateline: {date}", "Tanggal dalam berita: {date}"),
    "article.modified": ("The site says: changed {date}", "Menurut situs: diubah {date}"),
    "article.table": ("Table in the text", "Tabel dalam teks"),
    "article.tags": ("Tags", "Tag"),
    "article.media": ("Pictures and attachments", "Gambar dan lampiran"),
    "article.media_note": (
        "Links to the site itself: nothing of it is loaded into this page.",
        "Tautan ke situs aslinya: tidak ada yang dimuat di halaman ini.",
    ),
    "article.media.image": ("Picture", "Gambar"),
    "article.media.attachment": ("Attachment", "Lampiran"),
    "article.media.video": ("Video", "Video"),
    "article.no_link": ("(no web address)", "(bukan alamat web)"),
    # Banners
    "article.gone_title": ("Removed from the site", "Sudah dihapus dari situs"),
    "article.gone_text": (
        "First found so on {date}: {why}. What you read here is what the site said before.",
        "Pertama kali diketahui pada {date}: {why}. Yang Anda baca di sini adalah isi sebelum dihapus.",
    ),
    "article.gone.404": (
        "the site says that there is no such page (404)",
        "situs menyatakan halaman itu tidak ada (404)",
    ),
    "article.gone.soft-404": (
        "another page stands there instead (soft 404)",
        "halaman lain muncul sebagai gantinya (soft 404)",
    ),
    "article.gone.home": ("its address leads to the home page", "alamatnya dialihkan ke beranda"),
    "article.gone.moved-site": ("the site has moved", "situsnya telah pindah"),
    "article.gone_proof": ("The answer that shows it", "Jawaban yang membuktikannya"),
    "article.former_title": ("A former version", "Versi lama"),
    "article.former_text": (
        "This is version {number} of {versions}, as it stood from {since} until {until}.",
        "Ini versi {number} dari {versions}, sebagaimana terbit sejak {since} sampai {until}.",
    ),
    "article.former_reading": (
        "This is version {number} of {versions}: another reading of the page, by an earlier version of the program.",
        "Ini versi {number} dari {versions}: pembacaan lain atas halaman itu, oleh versi program yang lebih lama.",
    ),
    "article.to_present": ("To the present version", "Ke versi sekarang"),
    "article.withheld_title": ("Not all is shown", "Tidak semuanya ditampilkan"),
    "article.withheld_fields": (
        "Kept in the archive, but withheld from the public: {fields}.",
        "Disimpan di arsip, tetapi tidak ditampilkan kepada umum: {fields}.",
    ),
    "article.withheld_versions": (
        "Kept in the archive, but withheld from the public: {versions}.",
        "Disimpan di arsip, tetapi tidak ditampilkan kepada umum: {versions}.",
    ),
    "article.withheld_present": (
        "The present version of this article is kept in the archive, but withheld from the public.",
        "Versi sekarang dari artikel ini disimpan di arsip, tetapi tidak ditampilkan kepada umum.",
    ),
    "article.version_number": ("version {number}", "versi {number}"),
    # Withheld as a whole, or not there
    "article.stub_title": ("Withheld article", "Artikel tidak ditampilkan"),
    "article.stub_text": (
        "This article of {site} is kept in the archive. Since {date} it has been withheld from everything public.",
        "Artikel dari {site} ini tersimpan di arsip. Sejak {date} artikel ini tidak ditampilkan kepada umum.",
    ),
    "article.stub_why": (
        "The law or decency forbids to show some of what was published, mostly to protect people who are named in it. "
        "Therefore neither its title nor its address nor its text stands here. Nothing was deleted: whoever keeps the "
        "archive knows the reason and can show the article again.",
        "Sebagian dari yang pernah terbit tidak boleh atau tidak patut ditampilkan, terutama demi melindungi orang "
        "yang disebut di dalamnya. Karena itu judul, alamat, dan teksnya tidak ada di sini. Tidak ada yang dihapus: "
        "pengelola arsip mengetahui alasannya dan dapat menampilkannya kembali.",
    ),
    "article.unknown": ("No article has the uid “{uid}”.", "Tidak ada artikel dengan uid “{uid}”."),
    "article.near": ("Did you mean one of these?", "Mungkin yang dimaksud:"),
    "article.no_version": (
        "This article has no version {number} that can be shown.",
        "Artikel ini tidak memiliki versi {number} yang dapat ditampilkan.",
    ),
    # Neighbours
    "article.neighbours": ("Before and after", "Sebelum dan sesudah"),
    "article.previous": ("Earlier on this site", "Sebelumnya di situs ini"),
    "article.next": ("Later on this site", "Berikutnya di situs ini"),
    # Views
    "article.views": ("Views", "Jumlah dilihat"),
    "article.views_said": (
        "From {first} on {since} to {last} on {until}.",
        "Dari {first} pada {since} menjadi {last} pada {until}.",
    ),
    "article.views_once": ("{views} on {date}: seen once.", "{views} pada {date}: teramati sekali."),
    "article.views_chart": ("Curve of the view count over time", "Kurva jumlah dilihat dari waktu ke waktu"),
    "article.views_table": ("All observations as a table", "Semua pengamatan sebagai tabel"),
    "article.views_left_out": (
        "{count} observations in between are left out here; the JSON has them all.",
        "{count} pengamatan di antaranya tidak dicantumkan di sini; semuanya ada di JSON.",
    ),
    "article.views_own": (
        "This site's counter goes up with our own visits too: subtract the last column.",
        "Penghitung situs ini ikut menghitung kunjungan kami: kurangkan kolom terakhir.",
    ),
    "article.views_maybe_own": (
        "As the site printed it. The last column has our own visits, which its counter may have counted.",
        "Sebagaimana tercantum di situs. Kolom terakhir memuat kunjungan kami, yang mungkin ikut terhitung.",
    ),
    "article.observed": ("Observed", "Diamati"),
    "article.count": ("Views", "Dilihat"),
    "article.growth": ("Growth", "Kenaikan"),
    "article.own_visits": ("Our visits by then", "Kunjungan kami hingga saat itu"),
    # History
    "article.history": ("History", "Riwayat"),
    "article.history_first": ("First seen", "Pertama terlihat"),
    "article.history_last": ("Last seen", "Terakhir terlihat"),
    "article.unchanged": (
        "Whenever it was looked at, the same was read.",
        "Setiap kali diperiksa, yang terbaca sama.",
    ),
    "article.version_title": ("Version {number}", "Versi {number}"),
    "article.version_present": ("now", "sekarang"),
    "article.version_since": ("Seen since {since}", "Terlihat sejak {since}"),
    "article.version_span": ("Seen from {since} until {until}", "Terlihat sejak {since} sampai {until}"),
    "article.version_first": ("The first that the archive knows.", "Yang pertama diketahui arsip ini."),
    "article.version_gap": (
        "Withheld: this version is kept, but not shown.",
        "Tidak ditampilkan: versi ini disimpan, tetapi tidak diperlihatkan.",
    ),
    "article.how.edited": ("Edited by the government: {fields}.", "Diubah oleh pemerintah: {fields}."),
    "article.how.merged": (
        "Two addresses turned out to be one article: {fields}.",
        "Dua alamat ternyata satu artikel: {fields}.",
    ),
    "article.how.imported": (
        "Captures made by others completed the history: {fields}.",
        "Rekaman pihak lain melengkapi riwayat: {fields}.",
    ),
    "article.how.other": ("Superseded ({how}): {fields}.", "Digantikan ({how}): {fields}."),
    "article.how.nothing": ("nothing that is shown here", "bukan yang ditampilkan di sini"),
    "article.how.gap": (
        "Compared with version {number}, the nearest that may be shown.",
        "Dibandingkan dengan versi {number}, yang terdekat yang boleh ditampilkan.",
    ),
    "article.reading_of": (
        "Read better by a newer program as version {number}: the government changed nothing.",
        "Dibaca lebih baik oleh program yang lebih baru sebagai versi {number}: pemerintah tidak mengubah apa pun.",
    ),
    "article.reading_imported": (
        "Replaced by version {number} when captures made by others completed the history.",
        "Digantikan versi {number} ketika rekaman pihak lain melengkapi riwayat.",
    ),
    "article.see_changes": ("What changed", "Lihat perubahannya"),
    "article.see_changes_of": ("What changed in version {number}", "Lihat perubahan pada versi {number}"),
    "article.read_version": ("Read version {number}", "Baca versi {number}"),
    "article.merged_from": (
        "Also known by the uid {uids}, of an article that turned out to be this one.",
        "Dikenal juga dengan uid {uids}, milik artikel yang ternyata sama dengan ini.",
    ),
    # Proof
    "article.captures": ("Where it is kept", "Bukti rekaman"),
    "article.captures_text": (
        "The answers of the site that this was read from, byte by byte.",
        "Jawaban situs yang menjadi sumber bacaan ini, byte demi byte.",
    ),
    "article.captures_none": (
        "No capture was kept: no bytes stand behind these values.",
        "Tidak ada rekaman yang disimpan: tidak ada data asli di balik nilai-nilai ini.",
    ),
    "article.captures_left_out": (
        "{count} captures in between are left out here; the JSON has them all.",
        "{count} rekaman di antaranya tidak dicantumkan di sini; semuanya ada di JSON.",
    ),
    "article.fetched": ("Fetched", "Diambil"),
    "article.read_as": ("Read as", "Dibaca sebagai"),
    "article.status": ("Status", "Status"),
    "article.digest": ("Digest", "Sidik digital"),
    "article.warc": ("WARC file and offset", "Berkas WARC dan posisi"),
    "article.warc_unknown": ("not known", "tidak diketahui"),
    "article.same_bytes": ("the same bytes as an earlier capture", "byte yang sama dengan rekaman sebelumnya"),
    "article.imported": ("made by others", "dibuat pihak lain"),
    "article.role.page": ("page", "halaman"),
    "article.role.part": ("part of the page", "bagian halaman"),
    "article.role.listing": ("listing", "daftar berita"),
    "article.role.feed": ("feed", "umpan"),
    "article.role.rest": ("REST record", "catatan REST"),
    "article.role.gone": ("proof of removal", "bukti penghapusan"),
    "article.evidence": ("Where each value was read", "Dari mana setiap nilai dibaca"),
    "article.evidence_hidden": (
        "Not told: the raw text of one value often holds another one, and something of this article is withheld.",
        "Tidak dicantumkan: teks mentah suatu nilai sering memuat nilai lain, dan sebagian artikel ini tidak "
        "ditampilkan.",
    ),
    "article.evidence_field": ("Field", "Kolom"),
    "article.evidence_from": ("Read from", "Dibaca dari"),
    "article.evidence_raw": ("As printed", "Tertulis"),
    "article.evidence_agree": ("Others agree", "Sumber lain yang sama"),
    "article.evidence_others": ("Others said", "Kata sumber lain"),
    "article.problems": ("What to know of this reading", "Catatan atas pembacaan ini"),
    "article.problem_seen": ("noted {date}", "dicatat {date}"),
    # Citation
    "article.cite": ("How to cite", "Cara mengutip"),
    "article.cite_text": ("As text", "Sebagai teks"),
    "article.cite_version": ("Cites version {number}.", "Mengutip versi {number}."),
    "article.data": ("As data", "Sebagai data"),
    "article.json": ("This article with its history as JSON", "Artikel ini beserta riwayatnya sebagai JSON"),
    "article.row": ("Its row in the database", "Barisnya di basis data"),
    "article.rows_versions": ("Its versions in the database", "Versi-versinya di basis data"),
    # Fields
    "field.title": ("title", "judul"),
    "field.author": ("author", "penulis"),
    "field.section": ("section", "rubrik"),
    "field.published_at": ("date", "tanggal"),
    "field.modified_at": ("date of change", "tanggal perubahan"),
    "field.dateline_date": ("dateline", "tanggal dalam berita"),
    "field.press_release_number": ("press release number", "nomor siaran pers"),
    "field.body": ("text", "teks"),
    "field.views": ("views", "jumlah dilihat"),
    "field.image_url": ("lead picture", "gambar utama"),
    "field.media": ("pictures and attachments", "gambar dan lampiran"),
    "field.tags": ("tags", "tag"),
    "field.language": ("language", "bahasa"),
    # Changes
    "changes.title": ("What changed", "Apa yang berubah"),
    "changes.compared": ("Version {before} and version {after}", "Versi {before} dan versi {after}"),
    "changes.back": ("To the article", "Ke artikel"),
    "changes.choose": ("Compare other versions", "Bandingkan versi lain"),
    "changes.from": ("From", "Dari"),
    "changes.to": ("To", "Ke"),
    "changes.show": ("Compare", "Bandingkan"),
    "changes.choice": ("Version {number}, {date}", "Versi {number}, {date}"),
    "changes.only_one": (
        "There is only one version of this article to show: nothing to compare it with.",
        "Hanya ada satu versi artikel ini yang dapat ditampilkan: tidak ada pembandingnya.",
    ),
    "changes.nothing": ("Both say the same.", "Keduanya sama."),
    "changes.edited": (
        "The government changed the page between {since} and {until}.",
        "Pemerintah mengubah halaman ini antara {since} dan {until}.",
    ),
    "changes.same_page": (
        "Two readings of one page: the program reads it better now; the government changed nothing.",
        "Dua pembacaan atas satu halaman: kini program membacanya lebih baik; pemerintah tidak mengubah apa pun.",
    ),
    "changes.two_parsers": (
        "The two were read by different versions of the program: not every difference need be the government's.",
        "Keduanya dibaca oleh versi program yang berbeda: tidak setiap perbedaan berasal dari pemerintah.",
    ),
    "changes.gap": (
        "Between the two there are versions that are withheld.",
        "Di antara keduanya ada versi yang tidak ditampilkan.",
    ),
    "changes.legend": ("Marks", "Tanda"),
    "changes.removed": ("removed", "dihapus"),
    "changes.added": ("added", "ditambahkan"),
    "changes.removed_start": ("removed:", "dihapus:"),
    "changes.added_start": ("added:", "ditambahkan:"),
    "changes.end": ("end", "selesai"),
    "changes.absent": ("(absent)", "(tidak ada)"),
    "changes.unchanged": ("{count} unchanged", "{count} tidak berubah"),
    "changes.paragraph_removed": ("Paragraph removed", "Paragraf dihapus"),
    "changes.paragraph_added": ("Paragraph added", "Paragraf ditambahkan"),
    "changes.coarse": (
        "The texts differ too much to be compared word by word.",
        "Kedua teks terlalu berbeda untuk dibandingkan kata demi kata.",
    ),
}
