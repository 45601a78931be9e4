"""A list of 38 addresses in five systems becomes one archive with every article once: `add`, then `crawl --all`."""

from contextlib import ExitStack

from blitar_scraper.demo import serve
from tests import forked
from tests.crawling.test_discovery import rows, stored
from tests.served.systems import SYSTEMS


def blitar(*arguments, folder):
    return forked.run("tests.command", *arguments, folder=folder, timeout=300)


def test_a_file_of_38_sites_becomes_one_archive_with_every_article_once(tmp_path):
    makers = list(SYSTEMS.values())
    with ExitStack() as running:
        servers = [running.enter_context(serve(makers[seed % 5](8 + seed % 7, seed))) for seed in range(38)]
        lines = [f"{server.url}/,Kota Nomor {number},kota" for number, server in enumerate(servers, 1)]
        (tmp_path / "kota.csv").write_text("url,name,level\n" + "\n".join(lines) + "\n")
        added = blitar("add", "kota.csv", "--jobs", 4, folder=tmp_path)
        assert added.returncode == 0, added.stdout + added.stderr
        crawled = blitar("crawl", "--all", "--jobs", 4, folder=tmp_path)
        assert crawled.returncode == 0, crawled.stdout + crawled.stderr
        archive = tmp_path / "data" / "blitar.db"
        assert rows(archive, "SELECT count(*) AS n FROM sites WHERE level = 'kota'")[0]["n"] == 38
        systems = {row["system"] for row in rows(archive, "SELECT DISTINCT system FROM sites")}
        assert {"wordpress", "opensid", "joomla"} <= systems
        for server in servers:
            found = [path.split("?")[0].removesuffix("/to_top") for path in stored(archive, server)]
            assert sorted(found) == sorted(server.site.expected)
