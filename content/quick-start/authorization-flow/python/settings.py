"""The settings of a program, from the environment or from the file .env beside it. Nothing in
here is about OAuth: a project of yours has its own way to them.
"""

import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

#: settings
# What other samples and SDKs of RingCentral call the same: told, never read.
OTHER_NAMES = {
    "RC_SERVER_URL": "RINGCENTRAL_SERVER_URL RINGCENTRAL_SERVER RC_APP_SERVER_URL",
    "RC_APP_CLIENT_ID": "RC_CLIENT_ID RINGCENTRAL_CLIENT_ID RINGCENTRAL_CLIENTID RC_APP_KEY",
    "RC_APP_CLIENT_SECRET": "RC_CLIENT_SECRET RINGCENTRAL_CLIENT_SECRET"
    " RINGCENTRAL_CLIENTSECRET RC_APP_SECRET",
    "RC_REDIRECT_URL": "RC_REDIRECT_URI RINGCENTRAL_REDIRECT_URL RC_APP_REDIRECT_URL",
    "RC_USER_JWT": "RC_JWT RINGCENTRAL_JWT_TOKEN RINGCENTRAL_JWT",
    "RC_USERNAME": "RINGCENTRAL_USERNAME",
    "RC_EXTENSION": "RINGCENTRAL_EXTENSION",
    "RC_PASSWORD": "RINGCENTRAL_PASSWORD",
}


def read_file(path):
    if not path.exists():
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        sys.exit(f"{path} cannot be read ({error.strerror}).")
    if 0 in content:
        sys.exit(f"{path} is UTF-16, as PowerShell 5 writes it. Save it as UTF-8.")
    values = {}
    for line in re.split(r"\r\n?|\n", content.decode("utf-8-sig", "replace")):
        found = re.match(r"\s*(?:export\s+)?(\w+)\s*=\s*(?:([\"'])(.*?)\2|(.*))", line)
        if found:
            name, _, quoted, plain = found.groups()
            values[name] = quoted if plain is None else re.sub(r"(^|\s)#.*", "", plain).strip()
    return values


def read_settings(program, needed, optional=()):
    """The server, the app, and the settings named here; prints the first line of the program."""
    if sys.version_info < (3, 9):
        version = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"This program needs Python 3.9 or later. This is Python {version}.")
    folder = Path(program).resolve().parent
    path = folder / ".env"
    file = read_file(path)
    shell = {name: text.strip() for name, text in os.environ.items() if text.strip()}
    values = {**(file or {}), **shell}

    names = ["RC_SERVER_URL", "RC_APP_CLIENT_ID", *needed, *optional]
    for name in (name for name in names if not values.get(name)):
        for other in OTHER_NAMES[name].split():
            if values.get(other):
                sys.exit(f"{name} is missing. {other} is set; this program reads {name}.")
        if name in optional:
            continue
        if file is not None:
            sys.exit(f"{name} is missing. {path} does not set it.")
        near = [one for one in (folder.parent, Path.cwd()) if (one / ".env").exists()]
        moved = f" There is one in {near[0]}: move it beside the program." if near else ""
        sys.exit(f"{name} is missing. There is no {path}.{moved}")

    server = values["RC_SERVER_URL"].rstrip("/")
    try:
        parts = urlsplit(server)
        usable = re.match(r"https?://\S+$", server) and parts.hostname and parts.port != 0
    except ValueError:  # Such as a port beyond 65535.
        usable = False
    if not usable:
        sys.exit(f'RC_SERVER_URL is "{server}", which is no http or https address.')
    root = re.match(r"https?://[^/?#]+", server)[0]
    if root != server:
        sys.exit(f'RC_SERVER_URL is "{server}". Leave out what follows {root}.')
    redirect_uri = values["RC_REDIRECT_URL"] if "RC_REDIRECT_URL" in needed else None
    here = r"http://(?:localhost|127\.0\.0\.1)(?::([0-9]{1,5}))?/(?!(?:login|logout|test)?$)[^?#]*"
    found = re.fullmatch(here, redirect_uri or "")
    port = int(found[1] or 80) if found else 0
    if redirect_uri and not 1 <= port <= 65535:
        sys.exit(
            f'RC_REDIRECT_URL is "{redirect_uri}". This program listens on this computer alone, '
            "and has pages of its own: use an address like http://localhost:5000/oauth2callback."
        )

    overruled = ", ".join(name for name in names if name in shell)
    source = "the environment" if file is None else str(path)
    if file is not None and overruled:
        source += f", but {overruled} from the environment"
    end = "Stop it with Ctrl-C." if redirect_uri else "It ends by itself."
    client_id = values["RC_APP_CLIENT_ID"]
    print(f"Server {server}, app {client_id}, settings from {source}. {end}", flush=True)
    return SimpleNamespace(
        server=server,
        client_id=client_id,
        client_secret=values.get("RC_APP_CLIENT_SECRET"),
        redirect_uri=redirect_uri,
        port=port,
        jwt=values.get("RC_USER_JWT"),
        username=values.get("RC_USERNAME"),
        extension=values.get("RC_EXTENSION"),
        password=values.get("RC_PASSWORD"),
    )
