"""How to serve the releases of a folder, as files in FOLDER/serving/: written anew with each release."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from blitar_scraper.archive.whole_files import written_whole
from blitar_scraper.publishing.releases.about import About

# The port that Datasette listens on; a web server in front of it speaks to the world.
PORT = 8001
_FOLDER = "serving"
# Replaced whenever another release is shown: systemd notices that for sure (a link it follows).
_SHOWN = "shown"


def write_serving_notes(
    root: Path, *, name: str, title: str, about: About, archive: Path, settings: Mapping[str, Any]
) -> Path:
    """Write the files; their folder. `root` is the folder of releases, `archive` what they are made from.

    `name` is the database's, `title` for people, `settings` what settings.json says.
    """
    folder = root / _FOLDER
    folder.mkdir(exist_ok=True)
    root = root.resolve()
    unit = f"blitar-{re.sub(r'[^A-Za-z0-9_.-]', '-', name) or 'archive'}"
    title = " ".join(title.split())
    files = {
        "README.md": _readme(root, unit, title, about, archive, settings),
        "serve": _script(root),
        "Dockerfile": _dockerfile(root, unit),
        f"{unit}.service": _service(root, title),
        f"{unit}-restart.path": _path_unit(root, title),
        f"{unit}-restart.service": _restart(unit, title),
        "Caddyfile": _caddy(about),
        "nginx.conf": _nginx(about),
    }
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def note_shown(root: Path, name: str) -> None:
    """Note which release is shown now: what waits for it (the systemd unit) restarts Datasette."""
    folder = root / _FOLDER
    folder.mkdir(exist_ok=True)
    path, said = folder / _SHOWN, f"{name}\n"
    if path.exists() and path.read_text("utf-8", "replace") == said:
        return
    with written_whole(path) as unfinished:
        unfinished.write_text(said, encoding="utf-8")


def serving_command(root: Path) -> str:
    """The command that serves the newest release, for a shell.

    The link is followed once, at the start: a server that followed it at each new connection would mix two releases.
    """
    current = shlex.quote(str(root.resolve() / "current"))
    return f'{_datasette()} serve "$(readlink -f {current})" --port {PORT}'


def _datasette() -> str:
    """The `datasette` that has this program as its plugin."""
    beside = Path(sys.executable).with_name("datasette")
    return shlex.quote(str(beside)) if beside.exists() else f"{shlex.quote(sys.executable)} -m datasette"


def _script(root: Path) -> str:
    return f"""#!/bin/sh
# Serves the release that is shown; another one is shown after a restart.
# It answers this machine only: a web server in front of it speaks to the world (Caddyfile, nginx.conf).
exec {serving_command(root)} "$@"
"""


def local_address(about: About) -> str:
    """Where a browser on this machine finds what is served."""
    return f"http://127.0.0.1:{PORT}{urlsplit(about.base_url).path}/"


def _options(settings: Mapping[str, Any]) -> str:
    """What settings.json says, as options of the command line."""
    return " ".join(f"--setting {name} {int(value) if value in (0, 1) else value}" for name, value in settings.items())


def _readme(root: Path, unit: str, title: str, about: About, archive: Path, settings: Mapping[str, Any]) -> str:
    folder, source = shlex.quote(str(root)), shlex.quote(str(archive.resolve()))
    path = urlsplit(about.base_url).path
    behind = f", under the path {path}/ (settings.json of a release says so, too)" if path else ""
    return f"""# {title}: how it is served

These files were written by `blitar publish` and are written anew with each release. Copy what you use.

A release is a folder that Datasette serves as it is. Try it:

    sh {folder}/serving/serve

and open {local_address(about)} in a browser. The same with everything named:

    cd "$(readlink -f {folder}/current)"
    {_datasette()} serve -i *.db --inspect-file inspect-data.json --metadata metadata.json --port {PORT} \\
        {_options(settings)}

## For years, with systemd

    sudo cp {folder}/serving/{unit}*.service {folder}/serving/{unit}*.path /etc/systemd/system/
    sudo systemctl daemon-reload
    sudo systemctl enable --now {unit}.service {unit}-restart.path

From then on every `blitar publish` is shown within seconds: the path unit restarts Datasette. The folder, and the
program's, must be readable by everybody.

## In a container

The first lines of `Dockerfile` say how to build and run it. After a new release: `docker restart {unit}`.

## For the world

{about.base_url} must lead to port {PORT}{behind}: `Caddyfile` and `nginx.conf` hold the lines.

## Every day

    blitar crawl --all --archive {source}
    blitar publish {folder} --archive {source} --base-url {about.base_url}

What else you told `blitar publish` (title, licence, language, publisher) is as in the release before.

| | |
|---|---|
| `blitar publish {folder} --list` | the releases that are kept |
| `blitar publish {folder} --back` | show the release before this one |
| `blitar publish {folder} --use NAME` | show that release |
| `blitar withhold UID --reason TEXT`, then publish | show it no longer; earlier releases with it go |
"""


def _dockerfile(root: Path, unit: str) -> str:
    return f"""# Build it in the folder of the program's source:
#   docker build -t {unit} -f {shlex.quote(str(root / _FOLDER / "Dockerfile"))} .
# Run it:
#   docker run -d --restart unless-stopped --read-only --tmpfs /tmp -p 127.0.0.1:{PORT}:{PORT} \\
#       -v {shlex.quote(str(root))}:/srv/releases:ro --name {unit} {unit}
# After each release:
#   docker restart {unit}
FROM python:3.13-slim
COPY pyproject.toml README.md LICENSE /source/
COPY blitar_scraper /source/blitar_scraper
RUN pip install --no-cache-dir "/source[publish]" && rm -r /source
USER nobody
EXPOSE {PORT}
CMD ["sh", "-c", "exec datasette serve \\"$(readlink -f /srv/releases/current)\\" --host 0.0.0.0 --port {PORT}"]
"""


def _service(root: Path, title: str) -> str:
    return f"""[Unit]
Description={_plain(title)} (Datasette)
After=network.target

[Service]
ExecStart=/bin/sh {_quoted(root / _FOLDER / "serve")}
Restart=on-failure
DynamicUser=yes
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
MemoryMax=2G

[Install]
WantedBy=multi-user.target
"""


def _path_unit(root: Path, title: str) -> str:
    return f"""[Unit]
Description=Notice another release of {_plain(title)}

[Path]
PathChanged={_plain(str(root / _FOLDER / _SHOWN))}

[Install]
WantedBy=multi-user.target
"""


def _restart(unit: str, title: str) -> str:
    return f"""[Unit]
Description=Show another release of {_plain(title)}

[Service]
Type=oneshot
ExecStart=systemctl try-restart {unit}.service
"""


def _caddy(about: About) -> str:
    path = urlsplit(about.base_url).path
    inner = f"reverse_proxy 127.0.0.1:{PORT}"
    if path:
        inner = f"redir {path} {path}/\n    handle {path}/* {{\n        {inner}\n    }}"
    return f"""{about.host} {{
    encode zstd gzip
    {inner}
}}
"""


def _nginx(about: About) -> str:
    path = urlsplit(about.base_url).path
    return f"""# Within the server block of {about.host}
location {path}/ {{
    proxy_pass http://127.0.0.1:{PORT};
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Proto $scheme;
}}
"""


def _plain(text: str) -> str:
    """A value of a unit file: there `%` begins a specifier."""
    return text.replace("%", "%%")


def _quoted(path: Path) -> str:
    """A path in a command of a unit file."""
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{_plain(escaped)}"'
