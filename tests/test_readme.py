"""What the READMEs tell people to type works: every query on the demonstration's archive, every command's options."""

import re
import shlex
from pathlib import Path

import click
import pytest

from blitar_scraper.archive import Archive
from blitar_scraper.cli.command import blitar
from blitar_scraper.crawling.sites.known import known_sites
from blitar_scraper.demo import serve
from tests.asked_archive import QUESTIONS
from tests.cli.demonstration import demonstration
from tests.cli.running import blitar as blitar_command
from tests.served.systems import SYSTEMS

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.id.md"]
TEXT = "\n".join(file.read_text("utf-8") for file in READMES)
QUERIES = [
    statement.strip()
    for block in re.findall(r"```sql\n(.*?)```", TEXT, re.S)
    for statement in block.split(";")
    if statement.strip()
] + re.findall(r'sqlite3 (?:-\w+ )?\S+ "(.*?)"', TEXT, re.S)
COMMANDS = sorted(set(re.findall(r"^(blitar .*?)(?:\s{2,}.*|\s+#.*)?$|`(blitar [^`]+)`", TEXT, re.M)))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readme")
    demonstration(tmp_path_factory, folder)
    with Archive(folder / "demo.db", readonly=True) as opened:
        yield opened


def test_there_is_something_to_try():
    assert len(QUERIES) >= 5 and len(COMMANDS) >= 8


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_readme_answers(archive, query):
    assert list(archive.db.query(query)), "a first query that answers nothing helps nobody"


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_of_the_docs_can_be_asked_of_the_demonstration(archive, number):
    # The demonstration has one site, which prints no time of day: nothing to say of shared texts and hours.
    assert bool(list(archive.db.query(QUESTIONS[number][1]))) == (number not in (8, 10))


@pytest.mark.parametrize("command", [one or other for one, other in COMMANDS])
def test_a_command_of_the_readme_exists_with_its_options(command):
    arguments = shlex.split(command.replace("SITE...", "SITE").replace("URL", "https://x.go.id/"))[1:]
    name, rest = arguments[0], arguments[1:]
    found = blitar.get_command(click.Context(blitar), name)
    assert found is not None, name
    # Files that the reader would have need not exist here.
    if rest and name not in ("extract",):
        found.make_context(name, rest)


def commands_below(readme, heading):
    section = readme.read_text("utf-8").split(f"## {heading}")[1]
    block = re.search(r"```sh\n(.*?)```", section, re.S)[1]
    return [shlex.split(line, comments=True)[1:] for line in block.splitlines()]


def test_any_other_site_is_archived_by_the_commands_of_both_readmes(tmp_path):
    commands = commands_below(READMES[0], "Any other site, no code")
    assert commands == commands_below(READMES[1], "Situs lain")
    assert [command[0] for command in commands] == ["probe", "crawl", "add", "crawl"]
    with serve(SYSTEMS["joomla"](12)) as first, serve(SYSTEMS["wordpress"](12)) as second:
        (tmp_path / "sites.csv").write_text(f"url,name\n{first.url},Dinas\n{second.url},Kota\n")
        for command in commands:
            arguments = [first.url if "example.go.id" in one else one for one in command]
            done = blitar_command(*arguments, folder=tmp_path)
            assert done.returncode == 0, done.stderr
    with Archive(tmp_path / "data" / "blitar.db", readonly=True) as opened:
        assert next(opened.db.query("SELECT count(*) AS n FROM articles"))["n"] == 24


def test_what_the_readme_says_of_blitar_toml_is_understood(tmp_path, monkeypatch):
    (text,) = re.findall(r"```toml\n(.*?)```", READMES[0].read_text("utf-8"), re.S)
    (tmp_path / "blitar.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    site = known_sites()["dinkes.example.go.id"]
    assert (site.timezone, site.settings["delay"]) == ("Asia/Jakarta", 5)
    assert site.settings["selectors"] == {"title": "h3.judul"} and len(site.start_urls) == 1


def test_the_first_screen_has_picture_commands_and_query():
    first = READMES[0].read_text("utf-8").split("\n## ")[0]
    assert "docs/demo.svg" in first and (ROOT / "docs" / "demo.svg").exists()
    assert "make demo" in first and "make test" in first and "sqlite3" in first
    assert len(first.splitlines()) <= 32


@pytest.mark.parametrize("name", ["demo.svg", "status.svg"])
def test_a_picture_asks_no_other_host(name):
    svg = (ROOT / "docs" / name).read_text("utf-8")
    assert not re.search(r"(?:href|src|url\()\s*=?\s*[\"'(]?https?://(?!www\.w3\.org)", svg)


def test_make_has_every_command_that_is_promised():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for name in ("demo", "test", "check", "serve", "crawl", "bench"):
        assert re.search(rf"^{name}:", makefile, re.M)
