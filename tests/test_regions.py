"""Which regions there are, in which time zone, and whose a host name is."""

import re
from collections import Counter, defaultdict
from dataclasses import FrozenInstanceError
from zoneinfo import ZoneInfo

import pytest

from blitar_scraper.items import Site
from blitar_scraper.regions import Region, level_of_host, region, region_of_host, regions


def bare(found: Region) -> str:
    """The name without its level, as a label of a host name."""
    return re.sub(r"^(Kabupaten|Kota) |[ -]", "", found.name).lower()


def test_all_provinces_regencies_and_cities_are_there():
    assert Counter(one.level for one in regions()) == {"provinsi": 38, "kabupaten": 416, "kota": 98}
    assert Counter(one.level for one in regions() if "Administrasi" in one.name) == {"kabupaten": 1, "kota": 5}


def test_codes_are_those_of_the_ministry_and_belong_to_one_region_each():
    assert len({one.code for one in regions()}) == len(regions()) == len({one.name for one in regions()})
    for one in regions():
        assert re.fullmatch(r"\d\d" if one.level == "provinsi" else r"\d\d\.\d\d", one.code)
        assert (one.code[3:] >= "71") == (one.level == "kota")
        province = region(one.code[:2])
        assert province is not None
        assert one.province == province.name


def test_names_say_the_level_but_for_provinces():
    for one in regions():
        first = {"kabupaten": "Kabupaten ", "kota": "Kota ", "provinsi": ""}[one.level]
        assert one.name.startswith(first)
        assert one.name == " ".join(one.name.split())
        assert "." not in one.name


@pytest.mark.parametrize(
    ("code", "name", "level", "province"),
    [
        ("35", "Jawa Timur", "provinsi", "Jawa Timur"),
        ("35.05", "Kabupaten Blitar", "kabupaten", "Jawa Timur"),
        ("35.72", "Kota Blitar", "kota", "Jawa Timur"),
        ("31.71", "Kota Administrasi Jakarta Pusat", "kota", "Daerah Khusus Ibukota Jakarta"),
        ("34.71", "Kota Yogyakarta", "kota", "Daerah Istimewa Yogyakarta"),
        ("93.01", "Kabupaten Merauke", "kabupaten", "Papua Selatan"),
        ("94.04", "Kabupaten Mimika", "kabupaten", "Papua Tengah"),
        ("95.01", "Kabupaten Jayawijaya", "kabupaten", "Papua Pegunungan"),
        ("96.71", "Kota Sorong", "kota", "Papua Barat Daya"),
    ],
)
def test_a_region_is_found_by_its_code(code, name, level, province):
    found = region(code)
    assert found is not None
    assert (found.name, found.level, found.province) == (name, level, province)


@pytest.mark.parametrize("code", ["", "99", "35.99", "3572", "Kota Blitar"])
def test_an_unknown_code_is_no_region(code):
    assert region(code) is None


def test_regions_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        regions()[0].name = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("code", "timezone"),
    [
        ("11", "Asia/Jakarta"),
        ("21", "Asia/Jakarta"),
        ("35.10", "Asia/Jakarta"),  # Banyuwangi, across the strait from
        ("51.01", "Asia/Makassar"),  # Jembrana on Bali
        ("61.71", "Asia/Pontianak"),
        ("62.01", "Asia/Pontianak"),
        ("62.13", "Asia/Pontianak"),  # Barito Timur, beside
        ("63.09", "Asia/Makassar"),  # Tabalong
        ("64", "Asia/Makassar"),
        ("65.01", "Asia/Makassar"),
        ("53.21", "Asia/Makassar"),
        ("71.04", "Asia/Makassar"),  # Talaud, beside
        ("82.07", "Asia/Jayapura"),  # Morotai
        ("72.12", "Asia/Makassar"),
        ("81.08", "Asia/Jayapura"),
        ("96.71", "Asia/Jayapura"),
    ],
)
def test_time_zones_keep_to_their_borders(code, timezone):
    found = region(code)
    assert found is not None
    assert found.timezone == timezone


def test_every_time_zone_exists_and_none_divides_a_province():
    zones = defaultdict(set)
    for one in regions():
        ZoneInfo(one.timezone)
        zones[one.province].add(one.timezone)
    assert all(len(found) == 1 for found in zones.values())
    assert len(zones) == 38


# Host names of sites whose news was seen, and whose they are.
SEEN = [
    ("blitarkota.go.id", "35.72", "kota"),
    ("www.blitarkota.go.id", "35.72", "kota"),
    ("dpmptsp.blitarkota.go.id", "35.72", "opd"),
    ("www.blitarkab.go.id", "35.05", "kabupaten"),
    ("ppid.blitarkab.go.id", "35.05", "opd"),
    ("rsud.acehjayakab.go.id", "11.14", "opd"),
    ("dispustakar.balikpapan.go.id", "64.71", "opd"),
    ("diskominfos.baliprov.go.id", "51", "opd"),
    ("disnakertrans.bantenprov.go.id", "36", "opd"),
    ("bantulkab.go.id", "34.02", "kabupaten"),
    ("bekasikab.go.id", "32.16", "kabupaten"),
    ("kec-pundong.bantulkab.go.id", "34.02", "kecamatan"),
    ("trimulyo.bantulkab.go.id", "34.02", None),  # a village's, which the name does not say
    ("bkad.bantulkab.go.id", "34.02", "opd"),
    ("polpp.bantulkab.go.id", "34.02", "opd"),
    ("rsudps.bantulkab.go.id", "34.02", "opd"),
    ("kejari-bantul.go.id", None, None),
    ("kpud-bantulkab.go.id", None, None),
    ("camatrupat.bengkaliskab.go.id", "14.03", "kecamatan"),
    ("bulelengkab.go.id", "51.08", "kabupaten"),
    ("dap.bulelengkab.go.id", "51.08", None),
    ("diskominfo.bulungan.go.id", "65.01", "opd"),
    ("diskominfoperstatik.fakfakkab.go.id", "92.03", "opd"),
    ("www.gorontaloprov.go.id", "75", "provinsi"),
    ("kominfo.jatimprov.go.id", "35", "opd"),
    ("jogjakota.go.id", "34.71", "kota"),
    ("jogjaprov.go.id", "34", "provinsi"),
    ("budaya.jogjaprov.go.id", "34", None),
    ("dpmptsp.kalteng.go.id", "62", "opd"),
    ("www.kapuashulukab.go.id", "61.06", "kabupaten"),
    ("disarpustaka.kapuaskab.go.id", "62.03", "opd"),
    ("www.karanganyarkab.go.id", "33.13", "kabupaten"),
    ("prokopimsetda.kebumenkab.go.id", "33.05", "opd"),
    ("kepriprov.go.id", "21", "provinsi"),
    ("kominfo.kulonprogokab.go.id", "34.01", "opd"),
    ("diskominfo.lomboktimurkab.go.id", "52.03", "opd"),
    ("kelurahan-manisrejo.madiunkota.go.id", "35.77", "kelurahan"),
    ("mentawaikab.go.id", "13.09", "kabupaten"),
    ("old.diskominfotik.ntbprov.go.id", "52", "opd"),
    ("bpbd.nttprov.go.id", "53", "opd"),
    ("kominfo.padangpariamankab.go.id", "13.05", "opd"),
    ("palangkaraya.go.id", "62.71", "kota"),
    ("smartcity.patikab.go.id", "33.18", None),
    ("disdukcapil.pekalongankab.go.id", "33.26", "opd"),
    ("pekalongankota.go.id", "33.75", "kota"),
    ("pontianak.go.id", "61.71", "kota"),
    ("dinkominfo.purbalinggakab.go.id", "33.03", "opd"),
    ("sidrapkab.go.id", "73.14", "kabupaten"),
    ("diskominfotik.sumbarprov.go.id", "13", "opd"),
    ("www.tanjungpinangkota.go.id", "21.72", "kota"),
    ("kabakaba.desa.id", None, "desa"),
    ("www.sambak.desa.id", None, "desa"),
    ("www.karang-anyar.web.id", None, None),
    ("beritamagelang.id", None, None),
    ("infopublik.id", None, None),
    ("indonesiakini.go.id", None, None),
    ("jateng.kemenag.go.id", None, None),
    ("103.160.42.85", None, None),
]
# The same rules on names that nobody looked at while they were written down.
OTHERS = [
    ("jakarta.go.id", "31", "provinsi"),
    ("BLITARKOTA.GO.ID.", "35.72", "kota"),
    ("blitarkota.go.id:8080", "35.72", "kota"),
    ("babelprov.go.id", "19", "provinsi"),
    ("riauprov.go.id", "14", "provinsi"),
    ("papuabaratdayaprov.go.id", "96", "provinsi"),
    ("rohilkab.go.id", "14.07", "kabupaten"),
    ("rohil.go.id", None, None),
    ("kaboki.go.id", "16.02", "kabupaten"),
    ("kotabogor.go.id", "32.71", "kota"),
    ("kotabarukab.go.id", "63.02", "kabupaten"),
    ("limapuluhkotakab.go.id", "13.07", "kabupaten"),
    ("pemkomedan.go.id", "12.71", "kota"),
    ("pulaumorotaikab.go.id", "82.07", "kabupaten"),
    ("toli-tolikab.go.id", "72.04", "kabupaten"),
    ("tangerangselatankota.go.id", "36.74", "kota"),
    ("kec-sananwetan.blitarkota.go.id", "35.72", "kecamatan"),
    ("kecapi.jeparakab.go.id", "33.20", None),
    ("kelautan.jatimprov.go.id", "35", None),
    ("kel-a.kec-b.blitarkota.go.id", "35.72", "kelurahan"),
    ("blitarkota.jatimprov.go.id", None, None),  # a city's site on its province's host: whose?
    ("kpu-blitarkab.go.id", None, None),  # the election commission
    ("pn-blitar.go.id", None, None),  # a court
    ("blitarkota.bps.go.id", None, None),
    ("blitarprov.go.id", None, None),
    ("kebumenkota.go.id", None, None),
    ("barselkab.go.id", None, None),
    ("siak.go.id", None, None),
    ("siakkab.go.id", "14.08", "kabupaten"),
    ("mitra.go.id", None, None),
    ("go.id", None, None),
    ("desa.id", None, None),
    ("", None, None),
    ("blitarkota.go.id.example.com", None, None),
]


@pytest.mark.parametrize(("host", "code", "level"), SEEN + OTHERS)
def test_a_host_name_says_whose_it_is_or_nothing(host, code, level):
    found = region_of_host(host)
    assert (found and found.code) == code
    assert level_of_host(host) == level


def test_every_region_is_found_by_the_registrys_rule():
    suffix = {"provinsi": "prov", "kabupaten": "kab", "kota": "kota"}
    for one in regions():
        label = bare(one).replace("administrasi", "") + suffix[one.level]
        assert region_of_host(f"{label}.go.id") == one
        assert region_of_host(f"dinkes.{label}.go.id") == one
        assert level_of_host(f"www.{label}.go.id") == one.level


def test_a_name_that_two_regions_bear_is_nobodys_alone():
    named = defaultdict(list)
    for one in regions():
        named[bare(one)].append(one)
    shared = {name: found for name, found in named.items() if len(found) > 1}
    assert len(shared) > 25
    assert {"blitar", "kediri", "malang", "bogor", "bandung", "banjar", "gorontalo"} <= set(shared)
    for name, found in shared.items():
        assert region_of_host(f"{name}.go.id") is None
        assert level_of_host(f"www.{name}.go.id") is None
        assert {one.level for one in found} in (
            {"kabupaten", "kota"},
            {"provinsi", "kota"},
            {*"kabupaten kota provinsi".split()},
        )
    assert region_of_host("yogyakarta.go.id") is None


def test_the_site_of_kota_blitar_has_its_regions_facts():
    from blitar_scraper.spiders.sites.blitarkota import BlitarKota

    site, found = BlitarKota.site, region("35.72")
    assert isinstance(site, Site)
    assert found is not None
    assert (site.name, site.level, site.province, site.timezone) == (
        found.name,
        found.level,
        found.province,
        found.timezone,
    )
