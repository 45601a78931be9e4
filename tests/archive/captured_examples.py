"""The example site crawled with captures, without any network: an archive that `blitar verify` finds well."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from blitar_scraper.archive import Archive
from blitar_scraper.archive.warc import Exchange
from tests.archive.archive_examples import HOME, SITE, START, article_seen


def exchange(name: str, body: str, *, minute: int = 0, status: int = 200) -> Exchange:
    at = START + timedelta(minutes=minute)
    headers = [(b"Content-Type", b"text/html; charset=utf-8"), (b"Content-Length", str(len(body)).encode())]
    return Exchange(f"{HOME}/berita/{name}", at, status, "OK", headers, body.encode())


def crawl(path: Path, names: list[str], *, run: int = 1, closed: bool = True, edited: str = "") -> Path:
    """A run that captures a page for each name and stores its article; the path of its WARC file.

    `edited` is added to each title. A payload that was there before makes a revisit.
    """
    with Archive(path) as archive:
        at = START + timedelta(days=run)
        archive.put_site(SITE, at=at)
        run_id = archive.start_run(SITE.id, "update", at=at, program_version="0.1.0")
        writer = archive.warc_writer(SITE, run_id, at=at, info={"software": "test"})
        for minute, name in enumerate(names):
            page = f"<h1>{name}</h1>" + f"<p>Isi {name} {edited}.</p>" * 40
            sent = exchange(name, page, minute=minute + 1440 * run)
            capture_id = archive.keep(sent, writer, run_id)
            body = f"Isi {name} {edited}. " * 40
            seen = article_seen(
                name, sent.at, title=f"{name}{edited}", body=body, main_span=None, capture_id=capture_id
            )
            archive.store(replace(seen, account=archive.account(seen, writer)), run_id)
        if not closed:
            assert writer._file is not None
            writer._file.close()  # as the system does for a process that was killed
        if closed:
            archive.close_writer(writer, home_url=SITE.home_url, at=at, end={"id": run_id})
            archive.finish_run(run_id, at=at, status="finished", exit_status=0)
    (file,) = (path.with_suffix(".warc") / SITE.id).glob(f"*-{run_id:05d}-001.warc.gz{'' if closed else '.open'}")
    return file
