"""Scripts and styles that ship with the package, each under an address that names its content."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.requests import Request

FOREVER = "public, max-age=31536000, immutable"
SHARED = {"report.css": ("alleged.exports.report", "templates")}
"""What files have in common with screens, and in which package and folder it is."""
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Static:
    """A file of `static/`; `integrity` is what a browser checks it against."""

    data: bytes
    media_type: str
    address: str
    integrity: str


@cache
def get_static(name: str) -> Static:
    """The file of that name; raises KeyError if none ships."""
    package, folder = SHARED.get(name, ("alleged.server", "static"))
    file = files(package).joinpath(folder, *name.split("/"))
    suffix = name[name.rfind(".") :]
    if ".." in name or suffix not in TYPES or not file.is_file():
        raise KeyError(name)
    data = file.read_bytes()
    digest = hashlib.sha256(data)
    integrity = f"sha256-{base64.b64encode(digest.digest()).decode()}"
    return Static(data, TYPES[suffix], f"/static/{digest.hexdigest()[:_SHORT]}/{name}", integrity)


def send_static(request: Request) -> Response:
    """The file; an address with another hash is that of another version, and there is none."""
    name = request.path_params["name"]
    try:
        static = get_static(name)
    except KeyError as error:
        raise HTTPException(404) from error
    if static.address != request.url.path:
        raise HTTPException(404)
    return Response(static.data, media_type=static.media_type, headers={"cache-control": FOREVER})
