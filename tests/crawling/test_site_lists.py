"""CSV files of sites as spreadsheets write them, and the one line that a mistake in them gets."""

import pytest

from blitar_scraper.crawling.sites.facts import FactError, facts, with_facts
from blitar_scraper.crawling.sites.site_list import SiteListError, read_site_list
from blitar_scraper.spiders.identity import identify, site_id_of


def listed(tmp_path, text, encoding="utf-8"):
    file = tmp_path / "situs.csv"
    file.write_bytes(text.encode(encoding))
    return read_site_list(file)


@pytest.mark.parametrize(
    "text",
    [
        "url,name\nhttps://a.go.id/,Kota A\nhttps://b.go.id/,Kota B\n",
        "\ufeffurl,name\r\nhttps://a.go.id/,Kota A\r\nhttps://b.go.id/,Kota B\r\n",
        "Name ; URL\n\n Kota A ; https://a.go.id/ \n;;\n\nKota B;https://b.go.id/;;\n",
        "sep=;\nname;url\nKota A;https://a.go.id/\nKota B;https://b.go.id/",
        "url\tname\nhttps://a.go.id/\tKota A\nhttps://b.go.id/\tKota B\n",
        'url,name,\n"https://a.go.id/","Kota A",\nhttps://b.go.id/, "Kota B"\n',
        "\n\nurl,name,level\nhttps://a.go.id/,Kota A\nhttps://b.go.id/,Kota B,\n",
    ],
    ids=["plain", "excel", "semicolons", "sep", "tabs", "quotes", "short-rows"],
)
def test_a_spreadsheets_file_is_read_however_it_was_saved(tmp_path, text):
    found = listed(tmp_path, text)
    assert [(one.address, one.name) for one in found] == [
        ("https://a.go.id/", "Kota A"),
        ("https://b.go.id/", "Kota B"),
    ]


def test_a_plain_list_of_addresses_needs_no_line_of_column_names(tmp_path):
    found = listed(tmp_path, "https://a.go.id/\n\nb.go.id\nhttps://c.go.id:8080/kec/\n")
    assert [one.address for one in found] == ["https://a.go.id/", "https://b.go.id/", "https://c.go.id:8080/kec/"]


def test_all_columns_are_understood_and_an_address_needs_no_scheme(tmp_path):
    text = "id;url;timezone;level;region_code;name\nkotaa;a.go.id;wita;Kota;35.72;Kota A\n"
    (one,) = listed(tmp_path, text)
    assert (one.id, one.url, one.timezone, one.level, one.region_code) == (
        "kotaa", "a.go.id", "Asia/Makassar", "kota", "35.72",
    )  # fmt: skip


def test_a_windows_file_keeps_its_letters(tmp_path):
    (one,) = listed(tmp_path, "url,name\na.go.id,Kafé Désa\n", "cp1252")
    assert one.name == "Kafé Désa"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", "situs.csv: ", "empty"),
        ("https://a.go.id/,Kota A\nhttps://b.go.id/,Kota B\n", "line 1", "url among them"),
        ("url,nama\na.go.id,x\n", "line 1", "unknown column 'nama'"),
        ("url,url\na.go.id,x\n", "line 1", "twice"),
        ("url\n\nblitar\n", "line 3", "blitar is no web address"),
        ("url,name\n,Kota A\n", "line 2", "no url"),
        ("url\n", "situs.csv: ", "no sites"),
        ("url,timezone\na.go.id,Asia/Blitar\n", "line 2", "unknown time zone 'Asia/Blitar'"),
        ("url,timezone\na.go.id,+07\n", "line 2", "unknown time zone"),
        ("url,level\na.go.id,city\n", "line 2", "unknown level 'city'"),
        ("url,region_code\na.go.id,35.1\n", "line 2", "a spreadsheet cuts 35.10"),
        ("url,region_code\na.go.id,99.01\n", "line 2", "unknown region code"),
        ("url,id\na.go.id,../x\n", "line 2", "is no id"),
        ("url,id\na.go.id,x\nb.go.id,x\n", "line 3", "the id x stands on line 2 already"),
        ("url,id\nb.go.id,a.go.id\na.go.id,\n", "line 3", "the id a.go.id stands on line 2 already"),
        ("url\nhttps://a.go.id/\n\nhttp://www.a.go.id/berita\n", "line 4", "a.go.id stands on line 2 already"),
        ("url,name\na.go.id,Blitar, Kota\n", "line 2", "more values than columns"),
    ],
)
def test_a_mistake_is_one_line_that_names_file_and_line(tmp_path, text, line, words):
    with pytest.raises(SiteListError) as caught:
        listed(tmp_path, text)
    message = str(caught.value)
    assert line in message and words in message and "situs.csv" in message and "\n" not in message


def test_a_workbook_is_no_csv_file(tmp_path):
    file = tmp_path / "situs.csv"
    file.write_bytes(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00")
    with pytest.raises(SiteListError, match="save the table as CSV"):
        read_site_list(file)


def test_a_regions_code_gives_province_and_time_zone():
    site = with_facts(identify("http://x.example/"), facts({"region_code": "62.71"}))
    assert (site.province, site.timezone) == ("Kalimantan Tengah", "Asia/Pontianak")
    village = with_facts(identify("http://x.example/"), facts({"region_code": "51.08.01.2001", "timezone": "WITA"}))
    assert (village.province, village.timezone, village.region_code) == ("Bali", "Asia/Makassar", "51.08.01.2001")


@pytest.mark.parametrize(
    "values",
    [
        {"url": 3}, {"start_urls": 3}, {"delay": "fast"}, {"delay": True}, {"verify_certificates": "yes"},
        {"selectors": "h1"}, {"feeds": ["feed"]}, {"kota": "x"}, {"timezone": "GMT"}, {"id": "A b"},
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_said(values):
    with pytest.raises(FactError):
        facts(values)


@pytest.mark.parametrize(
    ("url", "site_id"),
    [
        ("https://www.blitarkota.go.id/berita", "blitarkota.go.id"),
        ("http://127.0.0.1:8000/", "127.0.0.1-8000"),
        ("http://[::1]:8000/", "1-8000"),
        ("https://Kominfo.Jatimprov.go.id", "kominfo.jatimprov.go.id"),
    ],
)
def test_the_id_of_a_site_is_its_host_name(url, site_id):
    assert site_id_of(url) == site_id
    assert facts({"id": site_id}).id == site_id


@pytest.mark.parametrize(
    ("url", "name", "level", "code", "zone"),
    [
        ("https://www.kalteng.go.id/", "Kalimantan Tengah", "provinsi", "62", "Asia/Pontianak"),
        ("https://dinkes.jayapurakota.go.id/", "dinkes.jayapurakota.go.id", "opd", "91.71", "Asia/Jayapura"),
        ("https://sumberejo.desa.id/", "sumberejo.desa.id", "desa", None, None),
        ("https://contoh.example/", "contoh.example", None, None, None),
    ],
)
def test_who_a_site_is_comes_from_its_host_where_that_is_certain(url, name, level, code, zone):
    site = identify(url)
    assert (site.name, site.level, site.region_code, site.timezone) == (name, level, code, zone)
