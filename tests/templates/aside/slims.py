"""SLiMS, the libraries' system, whose news are content pages."""
# ruff: noqa: E501 -- markup reads better unbroken

from __future__ import annotations

import random

from tests.templates.aside.writing import e, footer, listed, menu, page, plain
from tests.templates.facts import Facts
from tests.templates.made import Printed, record, template
from tests.templates.printing import full


@template("slims")
def slims_news(f: Facts, rng: random.Random) -> Printed:
    """A regional library: the news' title in a fourth level heading, below it a small element with the day's words; nobody named."""
    content = f"""{menu(f, ("Beranda", "Informasi", "Berita", "Bantuan", "Pustakawan", "Area Anggota"))}<section class="s-main-content container"><div class="s-header container"><form><input type="text" placeholder="Masukkan satu atau lebih kata kunci dari judul, pengarang, atau subjek" /></form></div>
<div class="row"><div class="col-md-8"><div class="newsItem"><h4 class="newsTitle">{e(f.title)}</h4><div class="newsDate"><small>Dipublikasikan pada {full(f.published)}</small></div><div class="newsBody">
{plain(f)}
</div></div></div>
<div class="col-md-4"><h4>Berita Lainnya</h4>{listed(f.others[:4], lambda o: f'<div class="newsItem"><h5><a href="?p={o.slug}">{e(o.title)}</a></h5><small>Dipublikasikan pada {full(o.published)}</small></div>')}<h4>Judul</h4><p>Koleksi {f.id} judul, Pengarang, Subyek, ISBN/ISSN</p></div></div></section>{footer(f)}"""
    return Printed(page(f, content, title=f"{f.agency} | OPAC"), f"/index.php?p={f.slug}", record(f, date="day"))
